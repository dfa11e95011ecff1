"""The headings of the issuer's own sections (通知规定的各部分), told by their words and level."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.check.word.marks import numbered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from docgen.read.manuscript import Line
    from docgen.style.content import SectionSpec


def plain(text: str) -> str:
    """Return a text without white space and colons, by which titles are compared."""
    return re.sub(r"[\s:：]", "", text)


class OwnSections:
    """Tells which lines of a file head the issuer's sections."""

    def __init__(
        self, lines: Sequence[Line], specs: Mapping[str, SectionSpec], levels: Mapping[str, int]
    ) -> None:
        """Look at a file's lines.

        Args:
            lines: Its paragraphs.
            specs: Name → section.
            levels: Form of a heading's number → level.
        """
        self._specs, self._levels = specs, levels
        self._titles = {plain(spec.title): name for name, spec in specs.items()}
        self._headed = {
            name
            for line in lines
            if (name := self._titled(line)) and self._level(line) == specs[name].level
        }

    def of(self, line: Line) -> str | None:
        """Return the section that a line heads, or None.

        Where one line of its words has the section's level, another of another level is some other
        heading: 2．主要特点 in the section 四、主要特点.
        """
        name = self._titled(line)
        if name in self._headed and self._level(line) not in (0, self._specs[name].level):
            return None
        return name

    def is_whole(self, text: str) -> bool:
        """Say whether a text is a title as it stands, a number of its own included."""
        return plain(text) in self._titles

    def led_by(self, text: str) -> str | None:
        """Return the section whose title leads its text, as “摘要：……” does."""
        for name, spec in self._specs.items():
            if spec.roles and re.match(rf"{re.escape(spec.title)}\s*[：:]", text):
                return name
        return None

    def _titled(self, line: Line) -> str | None:
        text = line.text.strip()
        found = numbered(text)
        bare = found.text if found and not line.label else text
        # A title may begin with a number of its own, as “二、……” that is part of a form.
        return self._titles.get(plain(text)) or self._titles.get(plain(bare))

    def _level(self, line: Line) -> int:
        """Return the level that a line's outline or number says; 0 where neither does."""
        found = numbered(line.printed)
        return line.outline or (self._levels.get(found.form, 0) if found else 0)
