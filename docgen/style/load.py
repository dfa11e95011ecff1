"""Load a style pack: a folder with `style.toml`, on top of the packs it extends and the house.

A table's `clause` names the clause its values come from; it holds for the tables below it that
name none. Tables merge key by key, every other value replaces its parent's. The clauses are kept
apart from the values, in `Style.sources`.
"""

from __future__ import annotations

import difflib
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from docgen.findings import DocgenError, Finding, Place
from docgen.resources import styles_dir, templates_dir
from docgen.style.model import Source, Style
from docgen.validation import described

_PACK_FILE = "style.toml"
_HOUSE_FILE = "house.toml"


def load_style(name: str) -> Style:
    """Load a style by its name, or by the path of a pack's folder.

    Raises:
        DocgenError: If there is no such pack, or what it says is not sound.
    """
    return _load(_folder_of(name))


def style_names() -> list[str]:
    """Return the names of the packs that come with docgen."""
    return sorted(path.parent.name for path in styles_dir().glob(f"*/{_PACK_FILE}"))


@lru_cache
def _load(folder: Path) -> Style:
    values: dict[str, Any] = {}
    sources: dict[str, Source] = {}
    lineage = _lineage(folder)
    _lay_over(values, sources, _read(styles_dir() / _HOUSE_FILE), _Layer("house", house=True))
    for ancestor in reversed(lineage):
        table = _read(ancestor / _PACK_FILE)
        table.pop("extends", None)
        _lay_over(values, sources, table, _Layer(ancestor.name))
    folders = (
        *lineage,
        *(templates_dir() / "word" / ancestor.name for ancestor in lineage),
    )
    try:
        return Style.model_validate(
            {**values, "name": folder.name, "sources": sources, "folders": folders}
        )
    except ValidationError as error:
        raise DocgenError(_pack_findings(error, folder / _PACK_FILE)) from error


def _folder_of(name: str) -> Path:
    shipped = styles_dir() / name
    if "/" not in name and "\\" not in name and (shipped / _PACK_FILE).is_file():
        return shipped
    own = Path(name)
    if (own / _PACK_FILE).is_file():
        return own.resolve()
    if own.is_dir() or "/" in name or "\\" in name:
        message, cure = f"文件夹“{name}”里没有 {_PACK_FILE}。", "请写规范所在的文件夹。"
        raise DocgenError([Finding("unknown-style", message, cure, Place(title="--style"))])
    near = difflib.get_close_matches(name, style_names(), n=1)
    hint = f"是否想写“{near[0]}”？" if near else f"可用的规范：{'、'.join(style_names())}。"
    raise DocgenError(
        [
            Finding(
                "unknown-style",
                f"没有名为“{name}”的申报规范。",
                hint,
                Place(title="--style"),
            )
        ]
    )


def _lineage(folder: Path) -> list[Path]:
    """Return the pack's folder and those of the packs it extends, nearest first."""
    lineage = [folder]
    while parent := _read(lineage[-1] / _PACK_FILE).get("extends"):
        ancestor = _folder_of(parent)
        if ancestor in lineage:
            raise DocgenError(
                [
                    Finding(
                        "style-extends-itself",
                        f"规范“{folder.name}”经 extends 又继承了自己。",
                        "请改正 extends 所写的规范名。",
                        Place(file=str(folder / _PACK_FILE), pointer="/extends"),
                    )
                ]
            )
        lineage.append(ancestor)
    return lineage


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DocgenError(
            [
                Finding(
                    "style-not-toml",
                    f"规范文件不是合法的 TOML（{error}）。",
                    "请按括号里的行（line）列（column）改正；文件须以 UTF-8 保存。",
                    Place(file=str(path)),
                )
            ]
        ) from error


class _Layer:
    """One pack being laid over the values so far."""

    def __init__(self, pack: str, *, house: bool = False) -> None:
        self.pack = pack
        self.house = house

    def source(self, table: dict[str, Any], outer: Source | None) -> Source:
        """Return the source of a table's values: its own clause, else the outer table's."""
        house = table.pop("house", outer.house if outer else self.house)
        clause = table.pop("clause", outer.clause if outer else "")
        return Source(pack=self.pack, clause=clause, house=house)


def _lay_over(
    values: dict[str, Any],
    sources: dict[str, Source],
    table: dict[str, Any],
    layer: _Layer,
    prefix: str = "",
    outer: Source | None = None,
) -> None:
    source = layer.source(table, outer)
    for key, value in table.items():
        path = f"{prefix}{key}"
        if isinstance(value, dict) and isinstance(values.setdefault(key, {}), dict):
            _lay_over(values[key], sources, value, layer, f"{path}.", source)
        else:
            values[key] = value
            sources[path] = source
    if prefix:
        sources.setdefault(prefix[:-1], source)


def _pack_findings(error: ValidationError, path: Path) -> list[Finding]:
    findings = []
    for problem in error.errors(include_url=False):
        key = ".".join(map(str, problem["loc"]))
        code, message, cure = described(problem)
        place = Place(file=str(path), pointer=f"/{key.replace('.', '/')}", title=key)
        findings.append(Finding(f"style-{code}", message, cure, place))
    return findings
