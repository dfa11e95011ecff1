"""Characters of Word's symbol fonts as Unicode: ticks, boxes and bullets in forms."""

from __future__ import annotations

#: Font → its code (0x20–0xFF) → Unicode.
_FONTS = {
    "symbol": {
        0xA3: "≤",
        0xB0: "°",
        0xB1: "±",
        0xB3: "≥",
        0xB4: "×",
        0xB7: "•",
        0xB8: "÷",
        0xB9: "≠",
        0xBB: "≈",
        0x6D: "μ",
        0x57: "Ω",
        0x53: "Σ",
    },
    "wingdings": {
        0x6C: "●",
        0x6E: "■",
        0x6F: "□",
        0x71: "❑",
        0x72: "❒",
        0x75: "◆",
        0x76: "❖",
        0x77: "◆",
        0x9F: "•",
        0xA1: "○",
        0xA7: "▪",
        0xA8: "□",
        0xD8: "➢",
        0xE0: "→",
        0xFB: "✗",
        0xFC: "✓",
        0xFD: "☒",
        0xFE: "☑",
    },
    "wingdings 2": {
        0x4F: "✗",
        0x50: "✓",
        0x51: "☒",
        0x52: "☑",
        0x53: "☒",
        0x54: "☒",
        0xA3: "□",
        0x97: "●",
        0xA2: "■",
    },
}
_PRIVATE_USE = 0xF000


def is_symbol_font(font: str) -> bool:
    """Tell whether a font draws symbols in the place of letters."""
    return font.lower() in _FONTS


def symbol_text(text: str, font: str) -> str:
    """Return text set in a font as Unicode; in an ordinary font it is what it is.

    A code that is not in our table stays, so that whoever prints it can say which it is.
    """
    codes = _FONTS.get(font.lower())
    if codes is None:
        return text
    return "".join(codes.get(_code(character), character) for character in text)


def _code(character: str) -> int:
    code = ord(character)
    return code - _PRIVATE_USE if _PRIVATE_USE <= code <= _PRIVATE_USE + 0xFF else code
