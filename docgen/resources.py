"""Where the templates and fonts are: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def fonts_dir() -> Path:
    """Return the folder of the vendored faces."""
    return _locate("fonts")


def templates_dir() -> Path:
    """Return the folder that holds ``word/`` and ``html/``."""
    return _locate("templates")


def styles_dir() -> Path:
    """Return the folder of the style packs that come with docgen."""
    return _PACKAGE / "styles"


def _locate(name: str) -> Path:
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name
