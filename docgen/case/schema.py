"""The JSON Schema of a case file, for editors and for people."""

from __future__ import annotations

import json

from docgen.case.model import Facts

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def case_schema() -> str:
    """Return the schema (draft 2020-12) as JSON text; titles are the Chinese names."""
    schema = {"$schema": _DRAFT, **Facts.model_json_schema(mode="validation")}
    schema["title"] = "申报案例"
    for model in (schema, *schema["$defs"].values()):
        # The models' docstrings are for programmers.
        del model["description"]
    schema["properties"]["$schema"] = {"type": "string"}
    return json.dumps(schema, ensure_ascii=False, indent=2)
