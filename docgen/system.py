"""What this machine has and lacks for docgen's work."""

from __future__ import annotations

import ctypes.util

from docgen import fonts
from docgen.findings import Finding, Place, Severity

# Without it fontTools subsets the fonts, several times slower; nothing pulls it in.
_SUBSETTER = "harfbuzz-subset"


def system_findings() -> list[Finding]:
    """Return what keeps PDFs from being made here, or makes them slow."""
    return [*_altered_faces(), *_missing_engine(), *_missing_subsetter()]


def _altered_faces() -> list[Finding]:
    return [
        Finding("font-altered", "字体文件缺失或被改动。", "请重新安装 docgen。", Place(file=name))
        for name in fonts.altered_faces()
    ]


def _missing_engine() -> list[Finding]:
    from docgen.write.pdf import EngineMissing, require_engine

    try:
        require_engine()
    except EngineMissing as missing:
        return list(missing.findings)
    return []


def _missing_subsetter() -> list[Finding]:
    if ctypes.util.find_library(_SUBSETTER):
        return []
    return [
        Finding(
            "subsetter-missing",
            "没有 libharfbuzz-subset，生成 PDF 会慢几倍。",
            "Debian、Ubuntu：sudo apt-get install libharfbuzz-subset0。",
            severity=Severity.WARNING,
        )
    ]
