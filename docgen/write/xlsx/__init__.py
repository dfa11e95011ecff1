"""Workbooks, through XlsxWriter: a sheet with real types; the same bytes every time."""

from docgen.write.xlsx.writer import write

__all__ = ["write"]
