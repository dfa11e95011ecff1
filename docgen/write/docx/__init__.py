"""Word output: blocks into the shell, or a filled form finished; the same bytes every time."""

from docgen.write.docx.writer import write

__all__ = ["write"]
