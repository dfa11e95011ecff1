"""The document model (文书): one printed thing, format-neutral.

Readers and composers make documents, writers turn them into Word and PDF. This package imports
nothing but the standard library.
"""

from docgen.document.blocks import (
    Block,
    Borders,
    Caption,
    Cell,
    Contents,
    Figure,
    Heading,
    Inline,
    LineBreak,
    ListItem,
    PageBreak,
    Paragraph,
    Picture,
    Reference,
    Row,
    Rule,
    Tab,
    Table,
    Text,
)
from docgen.document.document import (
    A4,
    Document,
    Numbering,
    PageNumbers,
    PageSetup,
    Properties,
    Section,
)
from docgen.document.format import (
    Alignment,
    LineSpacing,
    ParagraphFormat,
    RoleFormat,
    RunFormat,
)

__all__ = [
    "A4",
    "Alignment",
    "Block",
    "Borders",
    "Caption",
    "Cell",
    "Contents",
    "Document",
    "Figure",
    "Heading",
    "Inline",
    "LineBreak",
    "LineSpacing",
    "ListItem",
    "Numbering",
    "PageBreak",
    "PageNumbers",
    "PageSetup",
    "Paragraph",
    "ParagraphFormat",
    "Picture",
    "Properties",
    "Reference",
    "RoleFormat",
    "Row",
    "Rule",
    "RunFormat",
    "Section",
    "Tab",
    "Table",
    "Text",
]
