"""Readers: Word files become documents, and their effective formatting becomes plain.

`read_word` reads a whole file. A checker or an intake opens the file with `open_package`, asks
`Formatting` how its paragraphs and runs really look, and walks them with `ooxml.content`.
"""

from docgen.read.blocks import read_package, read_word
from docgen.read.formatting import Formatting
from docgen.read.package import Package, open_package
from docgen.read.unread import unread_content

__all__ = [
    "Formatting",
    "Package",
    "open_package",
    "read_package",
    "read_word",
    "unread_content",
]
