"""The styles part and the theme: what is defined, before anything is resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.read.ooxml import attribute, child, switched_on, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

#: No real chain is a tenth as long; a hostile one costs time.
_MAX_ANCESTORS = 100
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Style:
    """One style (样式).

    Attributes:
        id: What paragraphs and runs refer to; differs between editors.
        name: The canonical English name, lower case, e.g. ``heading 1``.
        title: The name as written.
        kind: ``paragraph``, ``character``, ``table`` or ``numbering``.
        based_on: Id of the parent, or "".
        element: The ``w:style``.
    """

    id: str
    name: str
    title: str
    kind: str
    based_on: str
    element: Element


class Styles:
    """All styles of a file."""

    def __init__(self, part: Element | None) -> None:
        """Index the styles part; a file may have none."""
        self.default_run = child(part, "docDefaults", "rPrDefault", "rPr")
        self.default_paragraph = child(part, "docDefaults", "pPrDefault", "pPr")
        self._by_id: dict[str, Style] = {}
        self._defaults: dict[str, Style] = {}
        for element in () if part is None else part.findall(w("style")):
            style = _style(element)
            self._by_id.setdefault(style.id, style)
            default = attribute(element, "default")
            if default is not None and switched_on(default):
                self._defaults[style.kind] = style  # the last one counts (17.7.4.17)

    def get(self, identifier: str | None, kind: str) -> Style | None:
        """Return the style of that id and kind; for an unknown one, the kind's default style."""
        style = self._by_id.get(identifier or "")
        return style if style and style.kind == kind else self._defaults.get(kind)

    def known(self, identifier: str, kind: str) -> bool:
        """Tell whether the id names a style of that kind."""
        style = self._by_id.get(identifier)
        return style is not None and style.kind == kind

    def named(self, name: str, kind: str) -> Style | None:
        """Return the style of that name, whatever its id; case does not matter."""
        wanted = name.lower()
        return next(
            (s for s in self._by_id.values() if (s.name, s.kind) == (wanted, kind)),
            None,
        )

    def chain(self, style: Style | None) -> tuple[Style, ...]:
        """Return the style and its ancestors, root first; a circle is cut where it closes."""
        chain: list[Style] = []
        while style is not None and style not in chain and len(chain) < _MAX_ANCESTORS:
            chain.append(style)
            parent = self._by_id.get(style.based_on)
            style = parent if parent and parent.kind == style.kind else None
        return tuple(reversed(chain))


def theme_fonts(theme: Element | None) -> dict[str, str]:
    """Return theme font name → typeface, e.g. ``minorEastAsia`` → 宋体.

    A theme usually leaves the East Asian face empty and names one by script: ``Hans`` is ours.
    """
    fonts: dict[str, str] = {}
    for group in ("major", "minor"):
        scheme = None if theme is None else theme.find(f".//{_A}fontScheme/{_A}{group}Font")
        if scheme is None:
            continue
        latin, east_asian = _face(scheme, "latin"), _face(scheme, "ea")
        if not east_asian:
            east_asian = next(
                (
                    f.get("typeface", "")
                    for f in scheme.findall(f"{_A}font")
                    if f.get("script") == "Hans"
                ),
                "",
            )
        fonts |= {
            f"{group}Ascii": latin,
            f"{group}HAnsi": latin,
            f"{group}EastAsia": east_asian,
            f"{group}Bidi": _face(scheme, "cs"),
        }
    return {name: face for name, face in fonts.items() if face}


def _face(scheme: Element, slot: str) -> str:
    font = scheme.find(_A + slot)
    return "" if font is None else font.get("typeface", "")


def _style(element: Element) -> Style:
    identifier = attribute(element, "styleId") or ""
    title = attribute(child(element, "name")) or identifier
    return Style(
        id=identifier,
        name=title.lower(),
        title=title,
        kind=attribute(element, "type") or "paragraph",
        based_on=attribute(child(element, "basedOn")) or "",
        element=element,
    )
