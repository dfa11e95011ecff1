"""Makes the faces in this folder out of their open originals; the same inputs give the same bytes.

    python fonts/make.py [-o FOLDER] ORIGINAL…

The originals may be given in any order: they are known by their SHA-256, and others are refused.
`README.md` names the packages that hold them. Installing or running docgen needs none of this.

Each face is a subset that keeps only what a Chinese document uses: raw CFF (`.otf`) for the Chinese
faces, because it loads at once; no hinting, because a PDF has no use for it; of the `locl` variants
only Simplified Chinese, because the others double the file.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import fontTools
from fontTools import subset
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

FONTTOOLS = "4.68.0"
HERE = Path(__file__).resolve().parent
CHARACTERS = "characters-8105.txt"

CJK = "Debian fonts-noto-cjk 1:20240730+repack1-1"
CJK_EXTRA = "Debian fonts-noto-cjk-extra 1:20240730+repack1-1"
LIBERATION = "Debian fonts-liberation 1:2.1.5-3"
SYMBOLS = "npm @fontsource/noto-sans-symbols-2 5.3.0"

ORIGINALS = {
    "5d9c31a059600193c9d7968a998bde886ccdc77e934006ad243b41794c496a7d": (
        CJK,
        "NotoSerifCJK-Regular.ttc",
    ),
    "1505ee3b9c0890fae6302ee0e9c6fd74d690f4a55a6ace1d9944f3f6352d622d": (
        CJK,
        "NotoSerifCJK-Bold.ttc",
    ),
    "b76b0433203017ca80401b2ee0dd69350349871c4b19d504c34dbdd80541690a": (
        CJK,
        "NotoSansCJK-Regular.ttc",
    ),
    "d55b3b7435148c54db0dd251982a400beb16724cbb7ce48c52088f2635e0d2bc": (
        CJK_EXTRA,
        "NotoSerifCJK-SemiBold.ttc",
    ),
    "9caef765d2e891c10dd73658894f01e660fe0c1c83e0bda7d6edf561d8f623d4": (
        LIBERATION,
        "LiberationSerif-Regular.ttf",
    ),
    "443a4dbd694b6e4689925947b456e0532e10b19c90fa32eb39ea6c2cd9db9ebd": (
        LIBERATION,
        "LiberationSerif-Bold.ttf",
    ),
    "de18fe26337e03241952dca46398d5b66f3c5738d080bfd284f66e67b926f597": (
        LIBERATION,
        "LiberationSerif-Italic.ttf",
    ),
    "4b2635d2ec4d992373dcae577c742a98ecfd841ffc1b8a103b5f10db163dbc7a": (
        LIBERATION,
        "LiberationSerif-BoldItalic.ttf",
    ),
    "037f0debac96bfbae0376e70a419ddef2c0b17b12655396c89ac6d950ee2bca0": (
        SYMBOLS,
        "noto-sans-symbols-2-symbols-400-normal.woff",
    ),
}
SIMPLIFIED_CHINESE = 2
"""Index of the SC face in every Noto CJK collection."""

VARIATION_SEQUENCES = 14
"""The cmap format that maps no characters by themselves."""

CHINESE_PUNCTUATION = frozenset("“”‘’…—·")
"""Marks that Chinese and Latin share: full width beside Chinese, so kept out of the Times faces."""

LATIN_RANGES = (
    (0x20, 0x7E), (0xA0, 0x17F),
    (0x370, 0x3FF),  # Greek
    (0x2010, 0x2013), (0x2020, 0x2022), (0x2030, 0x2033), (0x2039, 0x203A), (0x2044, 0x2044),
    (0x2070, 0x208E), (0x20AC, 0x20AC), (0x2122, 0x2122), (0x2126, 0x2126),
    (0x2190, 0x2195),  # arrows
    (0x2202, 0x2265),  # mathematics
)  # fmt: skip

BASE_RANGES = (
    (0x20, 0x7E), (0xA0, 0x17F),
    (0x2010, 0x2016), (0x2018, 0x201D), (0x2020, 0x2022), (0x2025, 0x2026), (0x2030, 0x2033),
    (0x203B, 0x203B), (0x2070, 0x208E), (0x20AC, 0x20AC), (0x2116, 0x2116), (0x2121, 0x2122),
    (0x2160, 0x217F),  # Roman numerals
    (0x2190, 0x2199), (0x2200, 0x22FF), (0x2460, 0x249B), (0x24EA, 0x24EA), (0x24F5, 0x24FF),
    (0x25A0, 0x25FF), (0x2605, 0x2606), (0x2776, 0x277F), (0x2E3A, 0x2E3A),
    (0x3000, 0x303F), (0x3220, 0x3243), (0x3251, 0x325F), (0x3280, 0x32BF), (0x3380, 0x33DF),
    (0xFF01, 0xFF5E), (0xFFE0, 0xFFE6),
)  # fmt: skip

TWINS = frozenset((0xAD, 0x2011, 0x2012, 0x2015, 0x2215, 0x22EF, 0x301C, 0x30FB))
"""Characters whose glyph a commoner one has too, such as ― and —, or ・ and ·.

A PDF maps a glyph back to one character, so in one face with its twin the text would not be what
was written: these live in the extra face.
"""

HANGUL = ((0x1100, 0x11FF), (0x3130, 0x318F), (0x3200, 0x321E), (0x3260, 0x327F),
          (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xFFA0, 0xFFDC))  # fmt: skip
"""Left out of the extra face, which it would make half as large again."""

SYMBOL_RANGES = ((0x2300, 0x23FF), (0x2600, 0x27BF), (0x2B00, 0x2BFF))


@dataclass(frozen=True)
class Recipe:
    """One face: what it is made from, what it is called, and which characters it keeps."""

    file: str
    original: str
    family: str
    style: str
    keep: frozenset[int]
    weight: int = 400

    @property
    def chinese(self) -> bool:
        """Whether the original is a Noto CJK collection."""
        return self.original.endswith(".ttc")


def main() -> None:
    """Make every face, the coverage list and the checksums."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("originals", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=HERE)
    arguments = parser.parse_args()
    if fontTools.version != FONTTOOLS:
        sys.exit(f"fontTools {FONTTOOLS} makes these bytes, not {fontTools.version}")
    originals = recognise(arguments.originals)
    output: Path = arguments.output
    output.mkdir(parents=True, exist_ok=True)

    covered: set[int] = set()
    made = []
    for recipe in recipes(originals):
        covered |= make(recipe, originals[recipe.original], output / recipe.file)
        made.append(recipe.file)
    (output / "coverage.txt").write_text(ranges_text(covered), encoding="ascii", newline="\n")
    sums = [(sha256(output / name), name) for name in sorted([*made, "coverage.txt"])]
    (output / "SHA256SUMS").write_text(
        "".join(f"{digest}  {name}\n" for digest, name in sums), encoding="ascii", newline="\n"
    )


def recipes(originals: dict[str, Path]) -> list[Recipe]:
    """Return every face to make, in the order of the README."""
    base, rest = divide(originals["NotoSerifCJK-Regular.ttc"])
    latin = within(LATIN_RANGES)
    shared = frozenset(map(ord, CHINESE_PUNCTUATION))
    # Layout engines set a space in the face of the word before it: every face needs one.
    space = frozenset((0x20, 0xA0))
    times = [("Regular", 400), ("Bold", 700), ("Italic", 400), ("BoldItalic", 700)]
    return [
        Recipe("DocgenSong-Regular.otf", "NotoSerifCJK-Regular.ttc",
               "Docgen Song", "Regular", base),
        Recipe("DocgenSong-Bold.otf", "NotoSerifCJK-Bold.ttc", "Docgen Song", "Bold", base, 700),
        # Its • is the glyph of its ·, so the bullet comes from Song.
        Recipe("DocgenHei-Regular.otf", "NotoSansCJK-Regular.ttc",
               "Docgen Hei", "Regular", base - {0x2022}),
        # Declared regular, so that a style sheet need not know how heavy the original is.
        Recipe("DocgenZhongsong-Regular.otf", "NotoSerifCJK-SemiBold.ttc",
               "Docgen Zhongsong", "Regular", base),
        Recipe("DocgenSongExtra-Regular.otf", "NotoSerifCJK-Regular.ttc",
               "Docgen Song Extra", "Regular", rest | space),
        *(Recipe(f"DocgenTimes-{style}.ttf", f"LiberationSerif-{style}.ttf",
                 "Docgen Times", style, latin - shared, weight) for style, weight in times),
        *(Recipe(f"DocgenTimesMarks-{style}.ttf", f"LiberationSerif-{style}.ttf",
                 "Docgen Times Marks", style, shared | space, weight) for style, weight in times),
        Recipe("DocgenSymbols-Regular.ttf", "noto-sans-symbols-2-symbols-400-normal.woff",
               "Docgen Symbols", "Regular", within(SYMBOL_RANGES) - base | space),
    ]  # fmt: skip


def recognise(paths: list[Path]) -> dict[str, Path]:
    """Return the originals by file name, known by their checksums alone."""
    found: dict[str, Path] = {}
    for path in paths:
        digest = sha256(path)
        if digest not in ORIGINALS:
            sys.exit(f"{path}: not one of the originals (SHA-256 {digest})")
        found[ORIGINALS[digest][1]] = path
    missing = [f"{name} ({package})" for package, name in ORIGINALS.values() if name not in found]
    if missing:
        sys.exit("missing: " + ", ".join(missing))
    return found


def divide(serif: Path) -> tuple[frozenset[int], frozenset[int]]:
    """Return the base set of the Chinese faces, and what the original has beyond it.

    The base set is 通用规范汉字表 (8,105), GB 2312, Latin, and the numerals, units and signs of
    official documents.
    """
    every = frozenset(TTFont(serif, fontNumber=SIMPLIFIED_CHINESE).getBestCmap())
    gb2312 = {ord(character) for character in gb2312_characters()}
    table = {ord(line) for line in (HERE / CHARACTERS).read_text(encoding="utf-8").split()}
    base = every & (table | gb2312 | within(BASE_RANGES)) - TWINS
    return base, every - base - within(HANGUL)


def gb2312_characters() -> str:
    """Return every character of GB 2312, row by row."""
    cells = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return "".join(cell.decode("gb2312", errors="ignore") for cell in cells)


def make(recipe: Recipe, original: Path, target: Path) -> set[int]:
    """Write one face and return the characters it has."""
    number = SIMPLIFIED_CHINESE if recipe.chinese else -1
    font = TTFont(original, fontNumber=number, recalcTimestamp=False)
    if font["OS/2"].fsType:
        sys.exit(f"{original}: its maker does not allow embedding")
    if recipe.chinese:
        widen(font)
    if recipe.family == "Docgen Symbols":
        redraw_boxes(font)
    options = subset.Options(
        hinting=False, desubroutinize=True, notdef_outline=True, recalc_timestamp=False,
        layout_features=["ccmp", "liga", "locl", "halt", "palt", "kern"],
        layout_scripts=["DFLT.dflt", "DFLT.ZHS ", "hani.dflt", "hani.ZHS ",
                        "latn.dflt", "latn.ZHS ", "grek.dflt"],
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], name_languages=[0x409],
    )  # fmt: skip
    options.drop_tables += ["VORG", "vhea", "vmtx", "BASE", "DSIG", "FFTM"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=recipe.keep)
    subsetter.subset(font)
    rename(font, recipe)
    font.flavor = None
    font.save(target)
    if recipe.chinese:
        renumber(target)
    return set(font.getBestCmap())


def widen(font: TTFont) -> None:
    """Map — and · to full-width glyphs, whatever the language, and ⸺ to two of the former.

    The originals give Chinese text a dash of 0.9 em and, in the Serif, a dot of 0.33 em: a pair of
    dashes then has a gap, and the dot of 阿卜杜·热合曼 sticks to its neighbours.
    """
    full = single_substitutions(font, "fwid")
    for table in font["cmap"].tables:
        if table.format == VARIATION_SEQUENCES or not table.isUnicode():
            continue
        for character in (0x2014, 0xB7):
            glyph = table.cmap[character]
            table.cmap[character] = full.get(glyph, glyph)
        dash = table.cmap[0x2014]
        table.cmap[0x2E3A] = ligature(font, (dash, dash))


def redraw_boxes(font: TTFont) -> None:
    """Draw ☐ ☑ ☒ one em wide with the box of Song's □, so that “☑是 □否” is a pair."""
    left, bottom, side, stroke = 100, -20, 800, 40
    inset = side - stroke
    for character in map(ord, "☐☑☒"):
        name = font.getBestCmap()[character]
        drawing = RecordingPen()
        font.getGlyphSet()[name].draw(drawing)
        ends = [at for at, (operator, _) in enumerate(drawing.value) if operator == "closePath"]
        pen = TTGlyphPen(None)
        contour(pen, [(0, 0), (0, side), (side, side), (side, 0)], left, bottom)
        hole = [(stroke, stroke), (inset, stroke), (inset, inset), (stroke, inset)]
        contour(pen, hole, left, bottom)
        # The first two contours are the original's own box, 719 wide and at 51.
        scale = side / 719
        mark = RecordingPen()
        mark.value = drawing.value[ends[1] + 1 :]
        mark.replay(TransformPen(pen, (scale, 0, 0, scale, left - 51 * scale, bottom)))
        font["glyf"][name] = pen.glyph()
        font["hmtx"][name] = (1000, left)


def contour(pen: TTGlyphPen, points: list[tuple[int, int]], x: int, y: int) -> None:
    """Draw a closed polygon, moved to a place."""
    first, *others = [(left + x, bottom + y) for left, bottom in points]
    pen.moveTo(first)
    for point in others:
        pen.lineTo(point)
    pen.closePath()


def single_substitutions(font: TTFont, tag: str) -> dict[str, str]:
    """Return the one-to-one substitutions of a feature."""
    return {
        old: new
        for substitution in substitutions(font, tag)
        for old, new in getattr(substitution, "mapping", {}).items()
    }


def ligature(font: TTFont, glyphs: tuple[str, ...]) -> str:
    """Return the glyph that `ccmp` puts in the place of a sequence."""
    for substitution in substitutions(font, "ccmp"):
        for candidate in getattr(substitution, "ligatures", {}).get(glyphs[0], ()):
            if tuple(candidate.Component) == glyphs[1:]:
                return str(candidate.LigGlyph)
    sys.exit(f"no ligature for {glyphs}")


def substitutions(font: TTFont, tag: str) -> list[Any]:
    """Return the lookup subtables of a feature, each once, in the order of their lookups."""
    table = font["GSUB"].table
    wanted = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == tag
        for index in record.Feature.LookupListIndex
    }
    subtables = [st for index in sorted(wanted) for st in table.LookupList.Lookup[index].SubTable]
    return [getattr(subtable, "ExtSubTable", subtable) for subtable in subtables]


def rename(font: TTFont, recipe: Recipe) -> None:
    """Give the face its own name, as the licence asks of a modified version, and its weight."""
    style = {"BoldItalic": "Bold Italic"}.get(recipe.style, recipe.style)
    full = recipe.family if style == "Regular" else f"{recipe.family} {style}"
    postscript = f"{recipe.family.replace(' ', '')}-{recipe.style}"
    values = {1: recipe.family, 2: style, 3: f"docgen;{postscript}", 4: full, 6: postscript}
    for identifier, text in values.items():
        font["name"].setName(text, identifier, 3, 1, 0x409)

    bold, italic = "Bold" in style, "Italic" in style
    metrics = font["OS/2"]
    metrics.usWeightClass = recipe.weight
    others = metrics.fsSelection & ~0b1100001
    metrics.fsSelection = others | italic | bold << 5 | (not bold and not italic) << 6
    font["head"].macStyle = bold | italic << 1
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [postscript]
        top = cff.topDictIndex[0]
        top.FullName, top.FamilyName, top.Weight = full, recipe.family, style
        for part in top.FDArray:
            part.FontName = f"{postscript}-{part.FontName.rpartition('-')[2]}"


def renumber(face: Path) -> None:
    """Give every glyph of a CID-keyed face its own number as its CID.

    A subset keeps the CIDs of its original, with gaps. WeasyPrint writes numbers for CIDs, and a
    reader that looks these up in the charset (ISO 32000-1, 9.7.4.2), as MuPDF and Ghostscript do,
    would find no glyph, or another one.
    """
    # Opened anew, so that the other tables, which know glyphs by number, are copied as they are.
    font = TTFont(face, recalcBBoxes=False, recalcTimestamp=False)
    top = font["CFF "].cff.topDictIndex[0]
    top.charset = [".notdef", *(f"cid{number:05d}" for number in range(1, len(top.charset)))]
    top.CharStrings.charStrings = {cid: number for number, cid in enumerate(top.charset)}
    font.save(face)


def within(ranges: tuple[tuple[int, int], ...]) -> frozenset[int]:
    """Return the code points of inclusive ranges."""
    return frozenset(point for first, last in ranges for point in range(first, last + 1))


def ranges_text(points: set[int]) -> str:
    """Return code points as lines of `first-last`, hexadecimal and inclusive."""
    ordered = sorted(points)
    firsts = [point for point in ordered if point - 1 not in points]
    lasts = [point for point in ordered if point + 1 not in points]
    pairs = zip(firsts, lasts, strict=True)
    return "".join(f"{first:04X}-{last:04X}\n" for first, last in pairs)


def sha256(path: Path) -> str:
    """Return a file's SHA-256 in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
