"""Read packs and lay them over one another, keeping apart the values and their clauses.

A table's `clause` names the clause its values come from; it holds for the tables below it that
name none. `house` marks a table, or the keys that it lists, as defaults of the house; `inferred`
what a damaged notice no longer says. Tables merge key by key, every other value replaces its
parent's.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from docgen.findings import DocgenError, Finding, Place
from docgen.style.model import Source

if TYPE_CHECKING:
    from pathlib import Path

PACK_FILE = "style.toml"
HOUSE_FILE = "house.toml"
#: The name under which the house's defaults stand among the sources.
HOUSE = "house"
#: The table that is one value: a pack that states it states the whole of it.
_LIMIT = "limit"
_META = {"clause": str, "house": bool, "inferred": bool}


def read_pack(path: Path) -> dict[str, Any]:
    """Return what a pack's file says.

    Raises:
        DocgenError: If it is no TOML in UTF-8, or a clause in it is no text.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        message = f"规范文件不是合法的 TOML（{error}）。"
        cure = "请按括号里的行（line）列（column）改正；文件须以 UTF-8 保存。"
        raise DocgenError([Finding("style-not-toml", message, cure, Place(str(path)))]) from error
    findings = list(_wrong_meta(table, path, ""))
    if findings:
        raise DocgenError(findings)
    return table


class Layers:
    """Packs laid over one another.

    Attributes:
        values: The merged values, without their clauses.
        sources: Dotted path of a value or table → where it comes from.
        repeated: Paths of the last pack's values that say what an issuer's pack below says already.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.values: dict[str, Any] = {}
        self.sources: dict[str, Source] = {}
        self.repeated: list[str] = []

    def lay(self, pack: str, table: dict[str, Any], *, house: bool = False) -> None:
        """Lay a pack over what is there; `house` marks the defaults for silent notices."""
        self.repeated = []
        self._merge(self.values, table, "", Source(pack=pack, clause="", house=house))

    def _merge(
        self, values: dict[str, Any], table: dict[str, Any], path: str, outer: Source
    ) -> None:
        stated = {key: table.pop(key) for key in _META if key in table}
        # `house` may name the keys of its table that are the house's own.
        own = stated.pop("house") if isinstance(stated.get("house"), list) else ()
        source = outer.model_copy(update=stated)
        if path and (stated or path not in self.sources):
            self.sources[path] = source
        for key, value in table.items():
            below = f"{path}.{key}" if path else key
            if isinstance(value, dict) and isinstance(values.setdefault(key, {}), dict):
                if key == _LIMIT:
                    self._replace(values[key], value, below)
                self._merge(values[key], value, below, source)
            else:
                # What the house says by default, or was inferred, a notice may well state.
                below_source = self.sources.get(below)
                if below_source and not (below_source.house or below_source.inferred):
                    self.repeated += [below] if values.get(key) == value else []
                values[key] = value
                house = source.house or key in own
                self.sources[below] = source.model_copy(update={"house": house})

    def _replace(self, values: dict[str, Any], table: dict[str, Any], path: str) -> None:
        """Forget what a limit said that is now another: 左右 takes the place of 以内."""
        for key in set(values) - set(table):
            del values[key]
            del self.sources[f"{path}.{key}"]


def _is_meta(key: str, value: Any, table: dict[str, Any]) -> bool:
    if key == "house" and isinstance(value, list):
        return all(isinstance(name, str) and name in table for name in value)
    return isinstance(value, _META[key])


def _wrong_meta(table: dict[str, Any], file: Path, pointer: str) -> list[Finding]:
    findings = []
    for key, value in table.items():
        if isinstance(value, dict):
            findings += _wrong_meta(value, file, f"{pointer}/{key}")
        elif key in _META and not _is_meta(key, value, table):
            place = Place(str(file), f"{pointer}/{key}", f"{pointer}/{key}"[1:].replace("/", "."))
            message, cure = (
                f"{key} 的值“{value}”不对。",
                "clause 写文字；house 写 true，或列出本表中属惯例的键；inferred 写 true。",
            )
            findings.append(Finding("style-meta", message, cure, place))
    return findings
