"""The narrative (总结材料): contents, title, abstract, and the numbered sections.

The issuer's sections are filled from the case's neutral ones; headings, figures and tables are
numbered here, once, so that Word, PDF and every reference agree.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docgen.case.narrative import Narrative
from docgen.compose.passages import Passages
from docgen.compose.values import printed_field, properties
from docgen.document import (
    Block,
    Contents,
    Document,
    LineBreak,
    ListItem,
    PageNumbers,
    Paragraph,
    ParagraphFormat,
    Section,
    Table,
    Text,
)
from docgen.style.roles import heading_numbers, page_setup, role_formats, size_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.document import Inline, PageSetup
    from docgen.style.content import SectionSpec
    from docgen.style.documents import NarrativeSpec
    from docgen.style.model import Style

_EMPTY = Narrative(())
# A paragraph right below a table needs air; Word has no space below tables.
_BELOW_TABLE = ParagraphFormat(space_before=6.0)


def compose_narrative(case: Case, style: Style, key: str, spec: NarrativeSpec) -> Document:
    """Compose the narrative."""
    sections = [style.sections[name] for name in spec.sections]
    page = page_setup(style.page)
    passages = Passages(case, style, page)
    body: list[Block] = [_title(case, style, page)] if spec.titled else []
    for section in sections:
        body += _section(section, case, passages)
    return Document(
        key=key,
        name=spec.name,
        sections=(*_contents(style, page), _body(style, page, body, within=bool(spec.part_of))),
        roles=role_formats(style),
        properties=properties(case, style, case.facts.experience.name),
        heading_numbers=heading_numbers(style),
    )


def _contents(style: Style, page: PageSetup) -> Iterator[Section]:
    if style.contents.levels:
        contents = Contents(style.contents.title, style.contents.levels)
        numbers = _page_numbers(style, "upper-roman")
        yield Section((contents,), page, numbers)


def _body(style: Style, page: PageSetup, blocks: list[Block], *, within: bool) -> Section:
    """Return the text's section; within a form its pages go on from the form's."""
    numbers = _page_numbers(style, "decimal", start=None if within else 1)
    # Only where pages face each other does the text want a right-hand page.
    start = "odd" if page.mirrored and not within else "next"
    return Section(tuple(_kept(blocks)), page, numbers, start=start)


def _page_numbers(style: Style, numerals: str, start: int | None = 1) -> PageNumbers:
    page = style.page
    return PageNumbers(numerals, page.number_pattern, page.number_position, start)


def _title(case: Case, style: Style, page: PageSetup) -> Paragraph:
    """Return the article's title; one too long for a line breaks behind the company's name."""
    name, company = case.facts.experience.name, case.facts.company.name
    rest = name.removeprefix(company)
    size = size_of(style, "title")
    fits = max(len(company), len(rest)) * size <= page.measure
    inlines: tuple[Inline, ...] = (Text(name),)
    if rest != name and rest and len(name) * size > page.measure and fits:
        inlines = (Text(company), LineBreak(), Text(rest))
    return Paragraph(inlines, "title")


def _section(section: SectionSpec, case: Case, passages: Passages) -> list[Block]:
    narrative = case.narrative.get(section.source, _EMPTY)
    if section.roles:
        text, title = section.roles
        heading = Paragraph((Text(section.title),), title)
        return [heading, *passages.blocks(narrative, role=text)]
    blocks: list[Block] = [passages.heading(section.level, (Text(section.title),))]
    if section.field:
        blocks.append(Paragraph((Text(printed_field(case, section.field)),), "body"))
    return [*blocks, *passages.blocks(narrative, role="body", level=section.level)]


def _kept(blocks: list[Block]) -> Iterator[Block]:
    """Yield the blocks: what leads to the next one stays with it, below a table there is air."""
    for before, block, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
        if isinstance(block, Table) and _is_note(after):
            yield replace(block, keep_with_next=True)
        elif isinstance(block, Paragraph) and not _is_note(block):
            form = block.format
            if isinstance(after, ListItem) and _leads(block):
                form = replace(form, keep_with_next=True)
            yield replace(
                block, format=_BELOW_TABLE.over(form) if isinstance(before, Table) else form
            )
        else:
            yield block


def _leads(block: Paragraph) -> bool:
    """Say whether a paragraph ends in a colon, as what leads to a list does."""
    last = block.inlines[-1] if block.inlines else None
    return isinstance(last, Text) and last.text.rstrip().endswith(("：", ":"))


def _is_note(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.role == "table-note"
