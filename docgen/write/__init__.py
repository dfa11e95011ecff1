"""Writers: documents become files. A writer never sees the case."""

from docgen.write.files import FORMATS, PrintedFile, files_of

__all__ = ["FORMATS", "PrintedFile", "files_of"]
