"""Paragraph, character and table styles."""

from __future__ import annotations

from tests.independent.ooxml import Element, find, find_all, tag, value


class Styles:
    """The styles part of one file."""

    def __init__(self, root: Element) -> None:
        """Index the styles by id."""
        self.root = root
        self.by_id: dict[str, Element] = {
            each.get(tag("styleId")): each for each in find_all(root, "w:style")
        }
        self.default: str = next(
            each.get(tag("styleId"))
            for each in find_all(root, "w:style[@w:type='paragraph']")
            if each.get(tag("default")) == "1"
        )

    def chain(self, style: str | None) -> list[Element]:
        """A style and those it is based on, the root first."""
        chain: list[Element] = []
        while style is not None and style in self.by_id:
            element = self.by_id[style]
            assert element not in chain, f"style {style} is based on itself"
            chain.insert(0, element)
            style = value(find(element, "w:basedOn"))
        return chain

    def of_paragraph(self, paragraph: Element) -> str:
        """A paragraph's style id; an unknown one falls to the default."""
        style = value(find(paragraph, "w:pPr/w:pStyle"))
        return self.default if style not in self.by_id else str(style)
