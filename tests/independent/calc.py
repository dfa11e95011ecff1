"""LibreOffice as a second reader of workbooks."""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path

# Cells as they are shown, in UTF-8; see LibreOffice's filter options for CSV.
_AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true"


def cells_in_libreoffice(workbook: Path, folder: Path) -> list[list[str]]:
    """The rows of the first worksheet as LibreOffice shows them."""
    table = _converted(workbook, folder, _AS_SHOWN, ".csv")
    with table.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def printed_by_libreoffice(workbook: Path, folder: Path) -> Path:
    """The PDF that LibreOffice prints a workbook to."""
    return _converted(workbook, folder, "pdf", ".pdf")


def _converted(workbook: Path, folder: Path, target: str, suffix: str) -> Path:
    office = shutil.which("soffice")
    assert office, "LibreOffice (soffice) is not installed; run: make test"
    copy = folder / "book.xlsx"
    shutil.copy(workbook, copy)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", target, "--outdir", str(folder)]
    subprocess.run([*command, str(copy)], check=True, capture_output=True, timeout=120)
    converted = copy.with_suffix(suffix)
    assert converted.is_file(), "LibreOffice has no Calc; run: make test"
    return converted
