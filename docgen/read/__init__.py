"""Readers: Word files become documents, and their effective formatting becomes plain."""

from docgen.read.blocks import read_package, read_word
from docgen.read.formatting import Formatting
from docgen.read.package import Package, open_package

__all__ = ["Formatting", "Package", "open_package", "read_package", "read_word"]
