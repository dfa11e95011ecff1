"""What each paragraph of a file is for (角色): by what it says and where it stands.

Files that people write use no styles, or use them for other things: a title is what stands first,
a heading is what is numbered like one, a caption what reads 图1 or 表1 beside a picture or table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.check.word.lists import (
    LONGEST_HEADING,
    SENTENCE_ENDS,
    Past,
    TypedLists,
    is_sentence,
    look_of,
)
from docgen.check.word.marks import CaptionMark, caption_marks, form_levels, numbered
from docgen.check.word.sections import OwnSections, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.read.manuscript import Line, Manuscript
    from docgen.style.content import SectionSpec
    from docgen.style.documents import NarrativeSpec
    from docgen.style.model import Style

_LONGEST_TITLE_LINES = 3
#: Down to this level a number alone makes a heading; below, lists are numbered alike.
_DEEPEST_SURE = 2
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
        marks: What a caption says, or each of several in one line; () for anything else.
    """

    line: Line
    role: str
    section: str
    text: str
    value: int = 0
    typed: bool = False
    marks: tuple[CaptionMark, ...] = ()

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


class _Recogniser:
    """One pass over the paragraphs, in their order."""

    def __init__(self, manuscript: Manuscript, style: Style, spec: NarrativeSpec) -> None:
        self._manuscript = manuscript
        self._lines = manuscript.lines
        self._levels = form_levels(style)
        self._specs = {name: style.sections[name] for name in spec.sections}
        self._in_form = bool(spec.part_of)
        self._sections = OwnSections(self._lines, self._specs, self._levels)
        self._section = ""
        self._in_contents = False
        #: Form of number of the list item just before, or "": what follows alike is no heading.
        self._listed = ""
        self._titled = 0
        self._lists = TypedLists(self._lines, self._levels)
        self._past = Past()
        self._list_end = 0

    def parts(self) -> Iterator[Part]:
        for index, line in enumerate(self._lines):
            part = self._part(line, index)
            self._go_on(part, index)
            yield part
            for boxed in self._manuscript.boxed.get(line.element, ()):
                if self._section and (marks := caption_marks(boxed.printed)):
                    yield _caption(boxed, self._section, marks)

    def _go_on(self, part: Part, index: int) -> None:
        """Remember what the next paragraphs are held against."""
        found = numbered(part.line.printed) if part.role == "list" else None
        self._listed = found.form if found else ""
        if part.level:
            self._past.enter_heading(part.level, part.value, look_of(part.line))
        elif part.role == "list":
            self._past.item = index
        elif part.role == "body":
            self._past.text = look_of(part.line)

    def _part(self, line: Line, index: int) -> Part:
        text = line.text.strip()
        if line.contents:
            role = "contents-title" if plain(text) == _CONTENTS_TITLE else "contents"
            return Part(line, role, "", text)
        if self._in_form and not self._section:
            own = None if line.table else self._own_section(line, text)
            return own or Part(line, "form", "", text)
        if line.table:
            return self._caption_in_cell(line) or Part(line, "table-text", self._section, text)
        if plain(text) == _CONTENTS_TITLE:
            self._in_contents = True
            return Part(line, "contents-title", "", text)
        self._in_contents = self._in_contents and bool(_CONTENTS_ENTRY.fullmatch(text))
        if self._in_contents:
            return Part(line, "contents", "", text)
        if found := self._own_section(line, text) or self._caption(line):
            return found
        if line.picture and not (text and line.outline):
            return Part(line, "figure", self._section, text)
        return self._heading(line, text, index) or self._text(line, text)

    def _own_section(self, line: Line, text: str) -> Part | None:
        """Return the heading of one of the issuer's sections."""
        name = self._sections.of(line)
        if name is None:
            return self._led_section(line, text)
        self._section = name
        spec = self._specs[name]
        role = spec.roles[1] if spec.roles else f"heading-{spec.level}"
        if self._sections.is_whole(text) and not line.label:
            return Part(line, role, name, text)
        found = numbered(text)
        bare = found.text if found and not line.label else text
        return Part(line, role, name, bare, *self._count(line, text))

    def _led_section(self, line: Line, text: str) -> Part | None:
        """Return the beginning of a section whose title leads its text, as “摘要：……” does."""
        name = self._sections.led_by(text)
        if name is None:
            return None
        self._section = name
        return Part(line, self._specs[name].roles[0], name, text)

    def _caption(self, line: Line) -> Part | None:
        marks = caption_marks(line.printed) if self._section else ()
        if not marks or not (self._is_beside(line, marks) or _looks_apart(line)):
            return None
        return _caption(line, self._section, marks)

    def _caption_in_cell(self, line: Line) -> Part | None:
        """Return a caption in the cell of its picture, below or above it, or in a table's head.

        A cell of data that names a figure is none.
        """
        marks = caption_marks(line.printed) if self._section else ()
        is_figure = bool(marks) and marks[0].label == "图"
        is_laid_out = is_figure and line.table in self._manuscript.layouts
        if not marks or not (is_laid_out or self._is_beside(line, marks)):
            return None
        return _caption(line, self._section, marks)

    def _is_beside(self, line: Line, marks: tuple[CaptionMark, ...]) -> bool:
        """Say whether what a caption speaks of stands before or behind it."""
        wanted = "picture" if marks[0].label == "图" else "table"
        return wanted in {self._manuscript.neighbour(line, step) for step in (-1, 1)}

    def _heading(self, line: Line, text: str, index: int) -> Part | None:
        found = numbered(line.printed)
        level = line.outline
        if not self._section or (not level and self._is_listed(index)) or is_sentence(line):
            return None
        if not level and found is not None:
            level = self._levels.get(found.form, 0)
            if level > _DEEPEST_SURE and found.form == self._listed:
                return None
            following = self._lines[index + 1 : index + 3]
            if level > _DEEPEST_SURE and not self._leads(line, following, level):
                return None
        if not level:
            return None
        bare = text if line.label or found is None else found.text
        return Part(line, f"heading-{level}", self._section, bare, *self._count(line, text))

    def _is_listed(self, index: int) -> bool:
        """Say whether a numbered line is an item of a typed list."""
        if index >= self._list_end:
            self._list_end = index + self._lists.length(index, self._past)
        return index < self._list_end

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
        is_note = _NOTE.match(text) and above in ("table", "picture")
        if is_note or (_UNIT.match(text) and below == "table"):
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


def _caption(line: Line, section: str, marks: tuple[CaptionMark, ...]) -> Part:
    kind = "figure" if marks[0].label == "图" else "table"
    return Part(line, f"{kind}-caption", section, marks[0].text, marks=marks)


def _text_role(spec: SectionSpec) -> str:
    return spec.roles[0] if spec.roles else "body"


def _is_title(line: Line) -> bool:
    return not line.text.strip().endswith(SENTENCE_ENDS) and len(line.text) <= 2 * LONGEST_HEADING


def _looks_apart(line: Line) -> bool:
    """Say whether a paragraph is set unlike text: centred, or bold throughout."""
    spans = [span for span in line.spans if span.text.strip()]
    return str(line.format.alignment) == "center" or all(span.format.bold for span in spans)
