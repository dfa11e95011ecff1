"""Writers: documents become files. A writer is one row in a table, and never sees the case."""

from docgen.write.printed import PrintedFile, printed

__all__ = ["PrintedFile", "printed"]
