"""The quarter of an em that Word sets between Chinese and Latin text (自动调整中西文间距).

WeasyPrint knows no text-autospace. A mark stands where the space is due: a breakable space a
quarter of an em wide, which is laid out like any other character and drawn as nothing, so that
the PDF's text stays as it was written.
"""

from __future__ import annotations

import re

#: Four-per-em space (U+2005). Text from users never holds it: it is read as an ordinary space.
MARK = "\u2005"
#: Width of the space, in em.
WIDTH = 0.25

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_LATIN = "0-9A-Za-z\u00c0-\u024f\u0370-\u03ff"
_BORDER = re.compile(f"(?<=[{_HAN}])(?=[{_LATIN}])|(?<=[{_LATIN}])(?=[{_HAN}])")


def spaced(text: str, before: str = "") -> str:
    """Return a text with a mark wherever Han characters meet Latin letters or digits.

    Args:
        text: The text.
        before: The text that it follows in its paragraph.
    """
    last = before[-1:]
    return _BORDER.sub(MARK, last + text)[len(last) :]
