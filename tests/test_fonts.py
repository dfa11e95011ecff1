"""The vendored faces, and what docgen.fonts promises about them."""

from __future__ import annotations

import hashlib
import io
import logging
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from docgen import fonts
from docgen.resources import fonts_dir

CHINESE_FACES = (
    "DocgenSong-Regular.otf",
    "DocgenSong-Bold.otf",
    "DocgenHei-Regular.otf",
    "DocgenZhongsong-Regular.otf",
)
CID_KEYED_FACES = (*CHINESE_FACES, "DocgenSongExtra-Regular.otf")
TIMES_STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
ONLY_IN_EXTRA = "㐂"
EMOJI = "\U0001f600"
PRIVATE_USE = "\ue000"


@cache
def open_face(file: str) -> Any:
    return TTFont(fonts_dir() / file, lazy=True)


def characters_of(file: str) -> set[str]:
    return set(map(chr, open_face(file).getBestCmap()))


def advance_em(file: str, character: str) -> float:
    font = open_face(file)
    width, _ = font["hmtx"][font.getBestCmap()[ord(character)]]
    return float(width / font["head"].unitsPerEm)


def standard_characters() -> list[str]:
    return (fonts_dir() / "characters-8105.txt").read_text(encoding="utf-8").split()


def render(body: str, caplog: pytest.LogCaptureFixture) -> tuple[bytes, set[str]]:
    """Return a PDF of some HTML and the base names of its fonts, without the subset prefix."""
    fonts.use_only_vendored_faces()
    import weasyprint
    from pypdf import PdfReader
    from weasyprint.text.fonts import FontConfiguration

    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        pdf = weasyprint.HTML(string=f'<html lang="zh-CN"><body>{body}').write_pdf(
            font_config=FontConfiguration()
        )
    assert pdf is not None
    resources: list[Any] = [page["/Resources"] for page in PdfReader(io.BytesIO(pdf)).pages]
    names = {str(font["/BaseFont"]) for part in resources for font in part["/Font"].values()}
    return pdf, {name.partition("+")[2] for name in names}


def paragraph(text: str, stack: tuple[str, ...], more: str = "") -> str:
    families = ", ".join(f"'{family}'" for family in stack)
    return f'<p style="font-family:{families};{more}">{text}</p>'


def test_the_table_of_standard_characters_is_whole() -> None:
    listed = standard_characters()
    assert len(listed) == len(set(listed)) == 8105
    assert listed[0] == "一"
    assert {"䶮", "𬭊", "㛃", "翀"} <= set(listed)


@pytest.mark.parametrize("file", CHINESE_FACES)
def test_every_standard_character_is_in_each_chinese_face(file: str) -> None:
    assert set(standard_characters()) - characters_of(file) == set()


@pytest.mark.parametrize("file", CHINESE_FACES)
def test_every_gb2312_character_is_in_each_chinese_face_or_behind_it(file: str) -> None:
    rows = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    gb2312 = set("".join(cell.decode("gb2312", errors="ignore") for cell in rows))
    # ― ・ share a glyph with — · and so live in the extra face.
    assert gb2312 - characters_of(file) == {"―", "・"}
    assert {"―", "・"} <= characters_of("DocgenSongExtra-Regular.otf")


@pytest.mark.parametrize("file", CHINESE_FACES)
def test_signs_of_official_documents_are_in_each_chinese_face(file: str) -> None:
    signs = "□■○●√※→℃‰±×÷≤≥≈①⑳㎡㎥Ⅲ㈠“”‘’…—·《》【】、。〇￥％αΩμ"
    assert set(signs) - characters_of(file) == set()


@pytest.mark.parametrize("file", CHINESE_FACES)
@pytest.mark.parametrize("mark", "“”‘’…—·，。□")
def test_chinese_punctuation_is_one_em_wide(file: str, mark: str) -> None:
    assert advance_em(file, mark) == 1.0


@pytest.mark.parametrize("file", CHINESE_FACES)
def test_the_two_em_dash_is_two_em_wide(file: str) -> None:
    assert advance_em(file, "⸺") == 2.0


@pytest.mark.parametrize("box", "☐☑☒")
def test_ballot_boxes_are_as_wide_as_the_square_of_the_chinese_faces(box: str) -> None:
    assert advance_em("DocgenSymbols-Regular.ttf", box) == 1.0


@pytest.mark.parametrize("file", CHINESE_FACES)
def test_no_glyph_of_a_chinese_face_stands_for_two_visible_characters(file: str) -> None:
    mapping = {
        point: glyph for point, glyph in open_face(file).getBestCmap().items() if point != 0xA0
    }
    assert len(set(mapping.values())) == len(mapping)


def test_the_cid_keyed_faces_are_those_of_opentype_cff() -> None:
    assert {face.file for face in fonts.FACES if face.file.endswith(".otf")} == {*CID_KEYED_FACES}


@pytest.mark.parametrize("file", CID_KEYED_FACES)
def test_the_cid_of_every_glyph_is_its_number(file: str) -> None:
    # WeasyPrint writes numbers for CIDs; some readers look these up in the charset.
    top = open_face(file)["CFF "].cff.topDictIndex[0]
    numbers = range(1, open_face(file)["maxp"].numGlyphs)
    assert top.charset == [".notdef", *(f"cid{number:05d}" for number in numbers)]
    assert top.ROS == ("Adobe", "Identity", 0)


@pytest.mark.parametrize("style", TIMES_STYLES)
def test_times_leaves_shared_punctuation_to_the_chinese_face_and_marks_has_it(style: str) -> None:
    shared = set("“”‘’…—·")
    assert characters_of(f"DocgenTimes-{style}.ttf") & shared == set()
    assert characters_of(f"DocgenTimesMarks-{style}.ttf") == shared | {" ", "\xa0"}


@pytest.mark.parametrize("style", TIMES_STYLES)
def test_times_has_latin_greek_and_common_mathematics(style: str) -> None:
    wanted = set("AZaz09%&@éüŠ±×÷°σμΔ≤≥≈≠√∑‰→–")
    assert wanted - characters_of(f"DocgenTimes-{style}.ttf") == set()


@pytest.mark.parametrize("face", fonts.FACES, ids=lambda face: face.file)
def test_each_face_declares_what_the_table_says(face: fonts.Face) -> None:
    font = open_face(face.file)
    assert font["name"].getBestFamilyName() == face.family
    assert font["OS/2"].usWeightClass == face.weight
    assert bool(font["OS/2"].fsSelection & 1) is face.italic
    assert font["OS/2"].fsType == 0, "embedding must be allowed"
    assert " " in characters_of(face.file)


@pytest.mark.parametrize("face", fonts.FACES, ids=lambda face: face.file)
def test_no_face_bears_a_reserved_name(face: fonts.Face) -> None:
    font = open_face(face.file)
    names = " ".join(font["name"].getDebugName(number) for number in (1, 3, 4, 6))
    if "CFF " in font:
        top = font["CFF "].cff.topDictIndex[0]
        names += " ".join((top.FullName, top.FamilyName, *(part.FontName for part in top.FDArray)))
    for reserved in ("noto", "source", "liberation", "arimo", "tinos", "cousine"):
        assert reserved not in names.lower()


def test_the_checksums_list_every_face_and_the_coverage() -> None:
    lines = (fonts_dir() / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    sums = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert set(sums) == {face.file for face in fonts.FACES} | {"coverage.txt"}
    for name, digest in sums.items():
        assert hashlib.sha256((fonts_dir() / name).read_bytes()).hexdigest() == digest
    assert fonts.altered_faces() == []


def test_a_missing_and_an_altered_face_are_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "fonts"
    shutil.copytree(fonts_dir(), copy)
    monkeypatch.setattr(fonts, "fonts_dir", lambda: copy)
    assert fonts.altered_faces() == []
    (copy / "DocgenHei-Regular.otf").unlink()
    with (copy / "DocgenSymbols-Regular.ttf").open("ab") as face:
        face.write(b"\0")
    assert fonts.altered_faces() == ["DocgenHei-Regular.otf", "DocgenSymbols-Regular.ttf"]
    (copy / "SHA256SUMS").unlink()
    assert fonts.altered_faces() == ["SHA256SUMS"]


def test_the_coverage_is_exactly_what_the_faces_have() -> None:
    somewhere = set().union(*(characters_of(face.file) for face in fonts.FACES))
    every = "".join(chr(p) for p in range(0x20, 0x30000) if not 0xD800 <= p <= 0xDFFF)
    invisible = set("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff") | set(
        map(chr, range(0xFE00, 0xFE10))
    )
    assert set(fonts.uncovered(every)) == set(every) - somewhere - invisible


def test_uncovered_names_each_strange_character_once_in_order() -> None:
    text = f"质量{EMOJI}标杆{PRIVATE_USE}——{EMOJI}{ONLY_IN_EXTRA}\n☑\t"
    assert fonts.uncovered(text) == EMOJI + PRIVATE_USE
    assert fonts.uncovered("质量标杆——“阿卜杜·热合曼”\n") == ""


def test_scanning_a_text_needs_no_font_library() -> None:
    code = (
        "import sys; from docgen import fonts; fonts.uncovered('质量'); fonts.altered_faces();"
        "print(any(name.startswith(('fontTools', 'weasyprint')) for name in sys.modules))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("word_font", "family"),
    [
        ("宋体", "Docgen Song"), ("SimSun", "Docgen Song"), ("NSimSun", "Docgen Song"),
        ("simsun", "Docgen Song"), ("黑体", "Docgen Hei"), ("SimHei", "Docgen Hei"),
        ("华文中宋", "Docgen Zhongsong"), ("STZhongsong", "Docgen Zhongsong"),
        ("方正小标宋简体", "Docgen Zhongsong"), ("FZXiaoBiaoSong-B05S", "Docgen Zhongsong"),
        ("等线", "Docgen Song"), ("楷体_GB2312", "Docgen Song"), ("FangSong", "Docgen Song"),
        ("Times New Roman", "Docgen Times"), ("Wingdings", "Docgen Song"),
    ],
)  # fmt: skip
def test_each_word_font_has_its_stand_in(word_font: str, family: str) -> None:
    assert fonts.family_for(word_font) == family


def test_a_stack_tries_latin_first_and_ends_with_the_extra_face() -> None:
    assert fonts.css_stack("黑体", "Times New Roman") == (
        "Docgen Times", "Docgen Hei", "Docgen Symbols", "Docgen Song", "Docgen Song Extra",
    )  # fmt: skip
    assert fonts.css_stack("宋体", "宋体") == (
        "Docgen Song", "Docgen Symbols", "Docgen Song Extra",
    )  # fmt: skip
    assert fonts.css_stack("宋体", "Times New Roman", latin_text=True)[:2] == (
        "Docgen Times Marks", "Docgen Times",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("word_font", "size_pt", "line_pt"),
    [("宋体", 12, 15.6), ("黑体", 14, 18.2), ("仿宋", 10.5, 13.65), ("华文中宋", 36, 62.01)],
)
def test_single_lines_are_as_high_as_in_word(
    word_font: str, size_pt: float, line_pt: float
) -> None:
    assert fonts.single_line_height(word_font) * size_pt == pytest.approx(line_pt)


def test_the_private_configuration_names_our_folder_and_a_cache_outside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "a&b"))
    monkeypatch.setenv("FONTCONFIG_FILE", "another")
    fonts.use_only_vendored_faces()
    written = os.environ["FONTCONFIG_FILE"]
    before = Path(written).stat().st_mtime_ns
    fonts.use_only_vendored_faces()
    assert os.environ["FONTCONFIG_FILE"] == written
    assert Path(written).stat().st_mtime_ns == before, "a second call must change nothing"
    root = ET.parse(written).getroot()
    assert [part.text for part in root.iter("dir")] == [str(fonts_dir())]
    assert [part.text for part in root.iter("include")] == []
    (cache_folder,) = [part.text or "" for part in root.iter("cachedir")]
    assert cache_folder.startswith(str(tmp_path))


def test_without_a_writable_home_a_passing_folder_serves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    monkeypatch.setenv("FONTCONFIG_FILE", "another")
    fonts.use_only_vendored_faces()
    written = os.environ["FONTCONFIG_FILE"]
    assert ET.parse(written).getroot().tag == "fontconfig"
    assert not written.startswith((str(tmp_path), str(fonts_dir())))


def test_a_pdf_embeds_only_vendored_faces_and_misses_no_glyph(
    caplog: pytest.LogCaptureFixture,
) -> None:
    text = f"质量——“数字化”，阿卜杜·热合曼 {ONLY_IN_EXTRA} ☑是 □否 ABC 2023 m²　√"
    stacks = [
        fonts.css_stack(font, latin)
        for font in ("宋体", "黑体", "华文中宋")
        for latin in ("Times New Roman", "宋体")
    ]
    body = "".join(paragraph(text, stack) for stack in stacks)
    body += paragraph(f"<b>{text}</b>", stacks[0]) + paragraph("<i>Juran</i>", stacks[0])
    body += paragraph("Arial 与未知字体 ☑", ("Arial", "Microsoft YaHei"))
    _, names = render(body, caplog)
    assert caplog.records == []
    assert names == {
        "Docgen-Song", "Docgen-Song-Bold", "Docgen-Hei", "Docgen-Zhongsong", "Docgen-Song-Extra",
        "Docgen-Times", "Docgen-Times-Bold", "Docgen-Times-Italic", "Docgen-Symbols",
    }  # fmt: skip


def test_a_pdf_gives_back_the_characters_that_were_written(
    caplog: pytest.LogCaptureFixture,
) -> None:
    from pypdf import PdfReader

    text = f"阿卜杜·热合曼——ー・―“甲”…{ONLY_IN_EXTRA}☑□䶮"
    pdf, _ = render(paragraph(text, fonts.css_stack("宋体")), caplog)
    (page,) = PdfReader(io.BytesIO(pdf)).pages
    assert "".join(page.extract_text().split()) == text


def test_shared_punctuation_follows_its_text(caplog: pytest.LogCaptureFixture) -> None:
    _, chinese = render(paragraph("“A”…—·’", fonts.css_stack("黑体")), caplog)
    assert chinese == {"Docgen-Times", "Docgen-Hei"}
    _, latin = render(paragraph("“A”…—·’", fonts.css_stack("黑体", latin_text=True)), caplog)
    assert latin == {"Docgen-Times", "Docgen-Times-Marks"}


def test_zhongsong_is_chosen_without_asking_for_bold(caplog: pytest.LogCaptureFixture) -> None:
    _, names = render(paragraph("质量标杆", fonts.css_stack("华文中宋"), "font-weight:400"), caplog)
    assert names == {"Docgen-Zhongsong"}


def test_a_character_outside_all_faces_is_reported_by_the_engine_too(
    caplog: pytest.LogCaptureFixture,
) -> None:
    render(paragraph(EMOJI, fonts.css_stack("宋体")), caplog)
    assert ["U+1F600" in record.getMessage() for record in caplog.records] == [True]


def test_the_same_text_gives_the_same_bytes(caplog: pytest.LogCaptureFixture) -> None:
    body = paragraph(f"质量——{ONLY_IN_EXTRA}☑ABC", fonts.css_stack("宋体"))
    assert render(body, caplog)[0] == render(body, caplog)[0]
