"""The vendored faces (字体): which stands in for which Word font, and how a PDF gets only them.

The issuers name 宋体, 黑体, 华文中宋 and Times New Roman. These are proprietary: a Word file only
names them, and the PDF embeds the open faces of ``fonts/`` instead.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from docgen.resources import fonts_dir

EAST_ASIAN_SINGLE = 1.3
"""Word's single line (单倍行距) of East Asian text, in heights (ascent + descent) of its font."""


@dataclass(frozen=True, slots=True)
class Face:
    """One vendored font file.

    Attributes:
        file: Its name in ``fonts/``.
        family: The CSS family it belongs to.
        weight: CSS weight, 400 or 700.
        italic: Whether it is an italic.
        stands_for: The Word fonts that its family stands in for, under every name Word gives them.
    """

    file: str
    family: str
    weight: int = 400
    italic: bool = False
    stands_for: tuple[str, ...] = ()


_SONG = (
    "宋体", "SimSun", "NSimSun", "新宋体", "等线", "DengXian",
    # For want of open faces of these two.
    "楷体", "楷体_GB2312", "KaiTi", "KaiTi_GB2312",
    "仿宋", "仿宋_GB2312", "FangSong", "FangSong_GB2312",
)  # fmt: skip
_HEI = ("黑体", "SimHei")
_ZHONGSONG = ("华文中宋", "STZhongsong")
#: The face of titles in official documents (小标宋).
_XIAOBIAOSONG = (
    "方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05", "小标宋",
)  # fmt: skip
_TIMES = ("Times New Roman",)

FACES: tuple[Face, ...] = (
    Face("DocgenSong-Regular.otf", "Docgen Song", stands_for=_SONG),
    Face("DocgenSong-Bold.otf", "Docgen Song", weight=700, stands_for=_SONG),
    Face("DocgenHei-Regular.otf", "Docgen Hei", stands_for=_HEI),
    Face(
        "DocgenZhongsong-Regular.otf",
        "Docgen Zhongsong",
        stands_for=(*_ZHONGSONG, *_XIAOBIAOSONG),
    ),
    Face("DocgenSongExtra-Regular.otf", "Docgen Song Extra"),
    Face("DocgenTimes-Regular.ttf", "Docgen Times", stands_for=_TIMES),
    Face("DocgenTimes-Bold.ttf", "Docgen Times", weight=700, stands_for=_TIMES),
    Face("DocgenTimes-Italic.ttf", "Docgen Times", italic=True, stands_for=_TIMES),
    Face(
        "DocgenTimes-BoldItalic.ttf",
        "Docgen Times",
        700,
        italic=True,
        stands_for=_TIMES,
    ),
    Face("DocgenTimesMarks-Regular.ttf", "Docgen Times Marks"),
    Face("DocgenTimesMarks-Bold.ttf", "Docgen Times Marks", weight=700),
    Face("DocgenTimesMarks-Italic.ttf", "Docgen Times Marks", italic=True),
    Face("DocgenTimesMarks-BoldItalic.ttf", "Docgen Times Marks", 700, italic=True),
    Face("DocgenSymbols-Regular.ttf", "Docgen Symbols"),
)

_FALLBACK = ("Docgen Symbols", "Docgen Song", "Docgen Song Extra")
_FAMILIES = {name.casefold(): face.family for face in FACES for name in face.stands_for}
_BOX_HEIGHT_EM = {name.casefold(): 1.325 for name in _ZHONGSONG}

# Layout engines draw nothing for these, so no face needs them.
_INVISIBLE = frozenset("\t\n\r\u200b\u200c\u200d\u200e\u200f\u2060\ufeff") | frozenset(
    map(chr, range(0xFE00, 0xFE10))
)


def family_for(word_font: str) -> str:
    """Return the CSS family that stands in for a Word font; unknown fonts are set as 宋体."""
    return _FAMILIES.get(word_font.strip().casefold(), "Docgen Song")


def css_stack(
    east_asian: str, latin: str = "Times New Roman", *, latin_text: bool = False
) -> tuple[str, ...]:
    """Return the CSS families for text whose two Word fonts are given, first choice first.

    ``“ ” ‘ ’ … — ·`` belong to both scripts. They come full width from the East Asian face, as
    Chinese text wants them; a run of Latin text (Juran’s) asks for its own with ``latin_text``.
    """
    first = family_for(latin)
    marks = ("Docgen Times Marks",) if latin_text and first == "Docgen Times" else ()
    return tuple(dict.fromkeys((*marks, first, family_for(east_asian), *_FALLBACK)))


def single_line_height(word_font: str) -> float:
    """Return the height in em of a single-spaced line (单倍行距) in Word, East Asian layout.

    The Word font decides, not its stand-in: 宋体, 黑体, 楷体 and 仿宋 fill 1 em, 华文中宋 1.325 em.
    """
    return EAST_ASIAN_SINGLE * _BOX_HEIGHT_EM.get(word_font.strip().casefold(), 1.0)


def uncovered(text: str) -> str:
    """Return the characters that no vendored face has, each once, in order of appearance."""
    covered = _coverage()
    return "".join(character for character in dict.fromkeys(text) if character not in covered)


def altered_faces() -> list[str]:
    """Return the names of the vendored files that are missing or not as they were made."""
    folder = fonts_dir()
    sums = folder / "SHA256SUMS"
    if not sums.is_file():
        return [sums.name]
    entries = [line.split("  ", 1) for line in sums.read_text(encoding="ascii").splitlines()]
    return [name for digest, name in entries if _sha256(folder / name) != digest]


def use_only_vendored_faces() -> None:
    """Let WeasyPrint see the vendored faces and no others; call it before importing WeasyPrint.

    Writes a private fontconfig file, names it in ``FONTCONFIG_FILE``, and may be called again.
    With the system's configuration other fonts slip into a PDF unreported, and a run is slower
    and needs twice the memory. Nothing is written beside the faces: a read-only install works.
    """
    faces = fonts_dir()
    sums = (faces / "SHA256SUMS").read_bytes()
    # Fontconfig trusts its cache while a folder's date stands: new faces need a new cache.
    key = hashlib.sha256(str(faces).encode() + sums).hexdigest()[:16]
    folder = _writable_folder(f"fontconfig-{key}")
    target = folder / "fonts.conf"
    wanted = _configuration(faces, folder)
    if not target.is_file() or target.read_text(encoding="utf-8") != wanted:
        draft = folder / f"fonts.conf.{os.getpid()}"
        draft.write_text(wanted, encoding="utf-8")
        draft.replace(target)
    os.environ["FONTCONFIG_FILE"] = str(target)


def _configuration(faces: Path, cache_folder: Path) -> str:
    # The appended families pin the last resort; without them the order of the folder decides.
    last = "".join(f"      <string>{family}</string>\n" for family in ("Docgen Song", *_FALLBACK))
    return (
        '<?xml version="1.0"?>\n'
        '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n'
        "<fontconfig>\n"
        f"  <dir>{escape(str(faces))}</dir>\n"
        f"  <cachedir>{escape(str(cache_folder))}</cachedir>\n"
        '  <match target="pattern">\n'
        '    <edit name="family" mode="append_last" binding="strong">\n'
        f"{last}"
        "    </edit>\n"
        "  </match>\n"
        "</fontconfig>\n"
    )


def _writable_folder(name: str) -> Path:
    """Return a folder of that name in the user's cache, or a passing one where there is none."""
    try:
        root = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
        base = Path(root).absolute() if root else Path.home() / ".cache"
        folder = base / "docgen" / name
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder
    except (OSError, RuntimeError):  # no home, or one that cannot be written
        pass
    return _passing_folder()


@cache
def _passing_folder() -> Path:
    folder = tempfile.mkdtemp(prefix="docgen-fontconfig-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


@cache
def _coverage() -> frozenset[str]:
    lines = (fonts_dir() / "coverage.txt").read_text(encoding="ascii").split()
    bounds = (line.split("-") for line in lines)
    points = (chr(p) for first, last in bounds for p in range(int(first, 16), int(last, 16) + 1))
    return frozenset(points) | _INVISIBLE


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
