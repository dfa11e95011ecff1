"""A style told value by value: what each pack writes, and the clause that asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.style.model import Source
    from docgen.style.pack import Layers


class StatedValue(NamedTuple):
    """A value of a style: its dotted path, its text as a pack writes it, and its source."""

    path: str
    text: str
    source: Source


def stated_values(layers: Layers) -> Iterator[StatedValue]:
    """Yield every value of a style in the order of its packs; of a table only what is in it."""
    yield from _values(layers, layers.values, "")


def _values(layers: Layers, table: dict[str, Any], prefix: str) -> Iterator[StatedValue]:
    for key, value in table.items():
        path = f"{prefix}{key}"
        if isinstance(value, dict):
            yield from _values(layers, value, f"{path}.")
        else:
            yield StatedValue(path, _text(value), layers.sources[path])


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        between = "\n    " if any(isinstance(item, dict) for item in value) else "、"
        return between.join(["", *map(_text, value)] if between != "、" else map(_text, value))
    if isinstance(value, dict):
        return " ".join(f"{key}={_text(item)}" for key, item in value.items())
    return str(value)
