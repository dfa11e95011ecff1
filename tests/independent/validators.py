"""Other programs' opinion of Word files: the schema, and Microsoft's Open XML SDK."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.conftest import ROOT

SDK = ROOT / ".venv/npm/node_modules/.bin/ooxml-validator"


def schema_errors(path: Path) -> list[str]:
    """What the port of the SDK's checks to Python finds."""
    from openxml_audit import OpenXmlValidator

    return [str(error) for error in OpenXmlValidator().validate(path).errors]


def sdk_errors(path: Path) -> list[object]:
    """What Microsoft's Open XML SDK finds."""
    assert SDK.exists(), f"{SDK.relative_to(ROOT)} is not installed; run: make test"
    answer = subprocess.run([SDK, path], capture_output=True, check=False)
    report = json.loads(answer.stdout)
    assert report["ok"] is (not report["errors"])
    errors: list[object] = report["errors"]
    return errors
