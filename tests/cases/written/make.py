"""Three Word files written as people write them; ``python -m tests.cases.written.make`` makes them.

direct       See direct.py.
wps          See wps.py.
libreoffice  A correct document that went through LibreOffice. It is made once, by hand:
             render samples/lichuan-bearing for luoyang; convert 3-质量标杆总结材料.docx with
             ``soffice --headless --convert-to docx:"MS Word 2007 XML"`` (7.4.7, with the fonts of
             this project under the names 宋体, 黑体 …); then give the converted file to this
             script, which puts in small pictures and the slips of `_LIBREOFFICE_SLIPS`.

The text of the first two is text.txt: a mark, a blank, the text. Marks: 题 title, 摘要 its
heading, 摘 abstract, 1 to 4 headings, 文 text, 列 list, 图 and 表 captions, 格 a table's row,
注 its note.
"""

from __future__ import annotations

import re
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.cases.written.direct import direct
from tests.cases.written.packing import HERE, archive_of, picture_bytes
from tests.cases.written.wps import wps

#: Pattern in document.xml → what the slip makes of it, once.
_LIBREOFFICE_SLIPS = (
    # The caption of 表3 at the left edge.
    (
        '(<w:pStyle w:val="[^"]*"/>)(<w:rPr></w:rPr></w:pPr><w:bookmarkStart[^>]*"_Ref_table_3"/>)',
        r'\1<w:jc w:val="left"/>\2',
    ),
    # Half a paragraph in 楷体.
    (
        "<w:rPr></w:rPr>(<w:t>个班组质量角，)",
        r'<w:rPr><w:rFonts w:ascii="楷体" w:hAnsi="楷体" w:eastAsia="楷体"/></w:rPr>\1',
    ),
)


def from_libreoffice(converted: Path) -> bytes:
    """A document that LibreOffice saved, with small pictures and the slips."""
    with zipfile.ZipFile(converted) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    for name in parts:
        if name.endswith(".png"):
            parts[name] = picture_bytes()
    document = parts["word/document.xml"].decode()
    for pattern, slip in _LIBREOFFICE_SLIPS:
        document, found = re.subn(pattern, slip, document)
        if found != 1:
            raise SystemExit(f"{pattern}: {found} places")
    return archive_of(parts | {"word/document.xml": document.encode()})


MADE: dict[str, Callable[[], bytes]] = {"direct": direct, "wps": wps}
NAMES = (*MADE, "libreoffice")


if __name__ == "__main__":
    for made, make in MADE.items():
        (HERE / f"{made}.docx").write_bytes(make())
    if sys.argv[1:]:
        (HERE / "libreoffice.docx").write_bytes(from_libreoffice(Path(sys.argv[1])))
