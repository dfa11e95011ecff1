"""What each paragraph of a file is for (角色): by what it says and where it stands.

Files that people write use no styles, or use them for other things: a title is what stands first,
a heading is what is numbered like one, a caption what reads 图1 or 表1 beside a picture or table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.check.word.marks import CaptionMark, caption_mark, form_levels, numbered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.read.manuscript import Line, Manuscript
    from docgen.style.content import SectionSpec
    from docgen.style.documents import NarrativeSpec
    from docgen.style.model import Style

_LONGEST_HEADING = 45
_LONGEST_TITLE_LINES = 3
#: Down to this level a number alone makes a heading; below, lists are numbered alike.
_DEEPEST_SURE = 2
_SENTENCE_ENDS = ("。", "；", "，", "、", "：", ";", ",", ":", "！", "？")
_NOTE = re.compile(r"(?:注\d*|说明|(?:数据|资料)?来源)[：:.．]")
_UNIT = re.compile(r"[（(]?(?:计量)?单位[：:]")
_CONTENTS_TITLE = "目录"
#: A line of a table of contents that was typed: words, dots or a tab, a page number.
_CONTENTS_ENTRY = re.compile(r".*\S(?:\s*[.．。…·]{2,}\s*|\s+)\d{1,3}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph with its role.

    Attributes:
        line: The paragraph.
        role: title, abstract-title, abstract, heading-1 …, body, list, figure, figure-caption,
            table-caption, table-text, table-note, contents, contents-title.
        section: Name of the style's section that it stands in, or "".
        text: Its text without a typed number.
        value: A heading's number, 0 where it has none.
        typed: Its number is typed, not automatic.
        mark: What a caption says, or None.
    """

    line: Line
    role: str
    section: str
    text: str
    value: int = 0
    typed: bool = False
    mark: CaptionMark | None = None

    @property
    def level(self) -> int:
        """Level of a heading; 0 for anything else."""
        prefix, _, level = self.role.rpartition("-")
        return int(level) if prefix == "heading" else 0


def recognise(manuscript: Manuscript, style: Style, spec: NarrativeSpec) -> list[Part]:
    """Return the paragraphs of a narrative with their roles.

    What stands before a narrative that is part of a form is the form's, role ``form``.
    """
    return list(_Recogniser(manuscript, style, spec).parts())


def plain(text: str) -> str:
    """Return a text without white space and colons, by which titles are compared."""
    return re.sub(r"[\s:：]", "", text)


class _Recogniser:
    """One pass over the paragraphs, in their order."""

    def __init__(self, manuscript: Manuscript, style: Style, spec: NarrativeSpec) -> None:
        self._manuscript = manuscript
        self._lines = manuscript.lines
        self._levels = form_levels(style)
        self._specs = {name: style.sections[name] for name in spec.sections}
        self._in_form = bool(spec.part_of)
        self._titles = {plain(spec.title): name for name, spec in self._specs.items()}
        self._section = ""
        self._in_contents = False
        #: Form of number of the list item just before, or "": what follows alike is no heading.
        self._listed = ""
        self._titled = 0

    def parts(self) -> Iterator[Part]:
        for index, line in enumerate(self._lines):
            part = self._part(line, self._lines[index + 1 : index + 3])
            found = numbered(line.printed) if part.role == "list" else None
            self._listed = found.form if found else ""
            yield part

    def _part(self, line: Line, following: Sequence[Line]) -> Part:
        text = line.text.strip()
        if line.contents:
            role = "contents-title" if plain(text) == _CONTENTS_TITLE else "contents"
            return Part(line, role, "", text)
        if self._in_form and not self._section:
            own = None if line.table else self._own_section(line, text)
            return own or Part(line, "form", "", text)
        if line.table:
            return Part(line, "table-text", self._section, text)
        if plain(text) == _CONTENTS_TITLE:
            self._in_contents = True
            return Part(line, "contents-title", "", text)
        self._in_contents = self._in_contents and bool(_CONTENTS_ENTRY.fullmatch(text))
        if self._in_contents:
            return Part(line, "contents", "", text)
        if line.picture:
            return Part(line, "figure", self._section, text)
        return (
            self._own_section(line, text)
            or self._caption(line, text)
            or self._heading(line, text, following)
            or self._text(line, text)
        )

    def _own_section(self, line: Line, text: str) -> Part | None:
        """Return the heading of one of the issuer's sections."""
        found = numbered(text)
        bare = found.text if found and not line.label else text
        # A title may begin with a number of its own, as “二、……” that is part of a form.
        whole = self._titles.get(plain(text))
        name = whole or self._titles.get(plain(bare))
        if name is None:
            return self._led_section(line, text)
        self._section = name
        spec = self._specs[name]
        role = spec.roles[1] if spec.roles else f"heading-{spec.level}"
        if whole and not line.label:
            return Part(line, role, name, text)
        return Part(line, role, name, bare, *self._count(line, text))

    def _led_section(self, line: Line, text: str) -> Part | None:
        """Return the beginning of a section whose title leads its text, as “摘要：……” does."""
        for name, spec in self._specs.items():
            if spec.roles and re.match(rf"{re.escape(spec.title)}\s*[：:]", text):
                self._section = name
                return Part(line, spec.roles[0], name, text)
        return None

    def _caption(self, line: Line, text: str) -> Part | None:
        mark = caption_mark(line.printed)
        if mark is None or not self._section:
            return None
        kind = "figure" if mark.label == "图" else "table"
        wanted = "picture" if kind == "figure" else "table"
        beside = {self._manuscript.neighbour(line, step) for step in (-1, 1)}
        if wanted not in beside and not _looks_apart(line):
            return None
        return Part(line, f"{kind}-caption", self._section, mark.text, mark=mark)

    def _heading(self, line: Line, text: str, following: Sequence[Line]) -> Part | None:
        found = numbered(line.printed)
        if len(text) > _LONGEST_HEADING or text.endswith(_SENTENCE_ENDS) or not self._section:
            return None
        level = line.outline
        if not level and found is not None:
            level = self._levels.get(found.form, 0)
            if level > _DEEPEST_SURE and found.form == self._listed:
                return None
            if level > _DEEPEST_SURE and not self._leads(line, following, level):
                return None
        if not level:
            return None
        bare = text if line.label or found is None else found.text
        return Part(line, f"heading-{level}", self._section, bare, *self._count(line, text))

    def _leads(self, line: Line, following: Sequence[Line], level: int) -> bool:
        """Say whether what follows a numbered line is the text that it heads."""
        if _looks_apart(line):
            return True
        after = next((each for each in following if not each.table), None)
        if after is None:
            return False
        follower = numbered(after.printed)
        if follower is not None and (below := self._levels.get(follower.form)):
            return below > level
        return after.picture or len(after.text) > len(line.text)

    def _text(self, line: Line, text: str) -> Part:
        if not self._section:
            self._titled += 1
            role = "title" if self._titled <= _LONGEST_TITLE_LINES and _is_title(line) else "body"
            return Part(line, role, "", text)
        spec = self._specs[self._section]
        above, below = (self._manuscript.neighbour(line, step) for step in (-1, 1))
        if (_NOTE.match(text) and above == "table") or (_UNIT.match(text) and below == "table"):
            return Part(line, "table-note", self._section, text)
        is_hanging = (line.format.first_line_indent or 0) < 0
        if line.level is not None or is_hanging or numbered(text) is not None:
            return Part(line, "list", self._section, text)
        return Part(line, _text_role(spec), self._section, text)

    @staticmethod
    def _count(line: Line, text: str) -> tuple[int, bool]:
        """Return a heading's number and whether it is typed."""
        found = numbered(line.printed)
        return (found.value if found else 0), bool(found) and not line.label


def _text_role(spec: SectionSpec) -> str:
    return spec.roles[0] if spec.roles else "body"


def _is_title(line: Line) -> bool:
    return not line.text.strip().endswith(_SENTENCE_ENDS) and len(line.text) <= 2 * _LONGEST_HEADING


def _looks_apart(line: Line) -> bool:
    """Say whether a paragraph is set unlike text: centred, or bold throughout."""
    spans = [span for span in line.spans if span.text.strip()]
    return str(line.format.alignment) == "center" or all(span.format.bold for span in spans)
