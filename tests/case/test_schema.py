"""The published schema describes the sample, in Chinese."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from docgen.case.schema import case_schema
from tests.cases.unit.making import SAMPLE, changed, sound, without

TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "null": type(None),
    "boolean": bool,
}
SCHEMA: dict[str, Any] = json.loads(case_schema())


def wrong(value: Any, schema: Any, place: str = "") -> list[str]:
    """Return where a value breaks the keywords that the schema uses."""
    if "$ref" in schema:
        return wrong(value, SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]], place)
    if "anyOf" in schema:
        tried = [wrong(value, option, place) for option in schema["anyOf"]]
        return [] if [] in tried else [place]
    if "type" in schema and not isinstance(value, TYPES[schema["type"]]):
        return [place]
    found = []
    if isinstance(value, dict):
        known = schema.get("properties", {})
        found += [f"{place}/{key}" for key in schema.get("required", ()) if key not in value]
        for key, item in value.items():
            if key in known:
                found += wrong(item, known[key], f"{place}/{key}")
            elif isinstance(schema.get("additionalProperties"), dict):
                found += wrong(item, schema["additionalProperties"], f"{place}/{key}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            found += wrong(item, schema.get("items", {}), f"{place}/{index}")
    elif isinstance(value, str):
        if "pattern" in schema and not re.search(schema["pattern"], value):
            found.append(place)
        if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", 10**9):
            found.append(place)
    elif isinstance(value, int | float):
        low, high = schema.get("minimum", value), schema.get("maximum", value)
        found += [] if low <= value <= high else [place]
    if "enum" in schema and value not in schema["enum"]:
        found.append(place)
    return found


def test_the_sample_is_valid() -> None:
    sample = json.loads((SAMPLE / "case.json").read_text(encoding="utf-8"))
    assert wrong(sample, SCHEMA) == []


@pytest.mark.parametrize(
    ("values", "place"),
    [
        (without("company.name"), "/company/name"),
        (without("application_date"), "/application_date"),
        (changed("company.employees", -1), "/company/employees"),
        (changed("company.name", ""), "/company/name"),
        (changed("company", []), "/company"),
        (changed("years.2022.tax", []), "/years/2022/tax"),
    ],
)
def test_what_docgen_refuses_the_schema_refuses(values: Any, place: str) -> None:
    assert wrong(values, SCHEMA) == [place]


def test_a_narrative_may_be_text_or_a_file() -> None:
    assert wrong(changed("narrative.results", {"file": "效果.md"}), SCHEMA) == []
    assert wrong(sound(), SCHEMA) == []


def test_the_schema_names_its_draft_and_its_fields_in_chinese() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["title"] == "申报案例"
    assert SCHEMA["properties"]["contact"]["title"] == "联系人"
    assert SCHEMA["$defs"]["Contact"]["properties"]["mobile"]["title"] == "手机"


def test_an_editor_may_be_told_of_the_schema_in_the_case() -> None:
    assert "$schema" in SCHEMA["properties"]
