"""LibreOffice as a second printer of Word files."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.conftest import ROOT

# The vendored faces under the names Word files ask for: the machine's own fonts play no part.
_STAND_INS = {
    "宋体": "Docgen Song",
    "仿宋": "Docgen Song",
    "楷体": "Docgen Song",
    "黑体": "Docgen Hei",
    "华文中宋": "Docgen Zhongsong",
    "方正小标宋简体": "Docgen Zhongsong",
    "Times New Roman": "Docgen Times",
}


def printed_by_libreoffice(files: Sequence[Path], folder: Path) -> dict[Path, Path]:
    """Word file → the PDF that LibreOffice makes of it; one process for all files."""
    office = shutil.which("soffice")
    assert office, "LibreOffice (soffice) is not installed; run: make test"
    copies = {source: folder / f"{number}.docx" for number, source in enumerate(files)}
    for source, copy in copies.items():
        shutil.copy(source, copy)
    fonts = folder / "fonts.conf"
    fonts.write_text(_font_configuration(folder / "cache"), encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    command = [office, profile, *convert, *map(str, copies.values())]
    environment = os.environ | {"FONTCONFIG_FILE": str(fonts)}
    subprocess.run(command, check=True, capture_output=True, timeout=120, env=environment)
    return {source: copy.with_suffix(".pdf") for source, copy in copies.items()}


def _font_configuration(cache: Path) -> str:
    aliases = "".join(
        f'<alias binding="same"><family>{asked}</family>'
        f"<prefer><family>{face}</family></prefer></alias>"
        for asked, face in _STAND_INS.items()
    )
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{ROOT / 'fonts'}</dir><cachedir>{cache}</cachedir>{aliases}</fontconfig>"
    )
