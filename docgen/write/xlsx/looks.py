"""The cell formats of a workbook, each made once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docgen.document import Sheet

#: A text stays text when somebody edits its cell, whatever it begins with.
TEXT = "@"
DATE = 'yyyy"年"m"月"d"日"'
_RULE = 1  # thin


class Looks:
    """Makes formats for the roles of one sheet."""

    def __init__(self, workbook: Any, sheet: Sheet) -> None:
        """Begin with none."""
        self._workbook = workbook
        self._sheet = sheet
        self._made: dict[tuple[object, ...], Any] = {}

    def look(self, role: str, align: str, *, ruled: bool = False, number: str = TEXT) -> Any:
        """Return the format of a role.

        Args:
            role: The role.
            align: ``left``, ``center`` or ``right``.
            ruled: The cell has lines around it.
            number: Excel's format of what is in it.
        """
        key = (role, align, ruled, number)
        if key not in self._made:
            run = self._sheet.format_of(role).run
            self._made[key] = self._workbook.add_format(
                {
                    # A cell has one font for all scripts.
                    "font_name": run.east_asian_font,
                    "font_size": run.size,
                    "bold": bool(run.bold),
                    "align": align,
                    # Excel leaves no room between a rule and the text.
                    "indent": int(ruled and align == "left"),
                    "valign": "vcenter",
                    "border": _RULE if ruled else 0,
                    "num_format": number,
                    "text_wrap": True,
                }
            )
        return self._made[key]
