"""Writers: documents become files. A writer never sees the case."""

from docgen.write.files import FORMATS, WORKBOOK, PrintedFile, files_of, workbook_of

__all__ = ["FORMATS", "WORKBOOK", "PrintedFile", "files_of", "workbook_of"]
