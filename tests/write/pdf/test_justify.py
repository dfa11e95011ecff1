"""Justified Chinese lines reach the right edge, and nothing else about the text changes."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import dataclass
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from docgen.fonts import use_only_vendored_faces
from docgen.write.pdf.justify import enable_east_asian_justification

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LEFT, RIGHT = 60.0, 495.0  # the measure in pt: 36.25 characters of 12 pt, so that no line is full
STYLE = """
@page { size: 555pt 800pt; margin: 60pt }
body { font: 12pt/1.5 'Docgen Times', 'Docgen Song'; margin: 0; text-align: %s }
p { margin: 0 0 6pt; text-indent: 2em }
.ea { font-family: 'Docgen Song' }
"""
CHINESE = (
    "项目围绕制造企业数字化转型中数据孤岛林立、业务流程割裂、质量追溯困难等突出问题，构建了覆盖"
    "研发设计、生产制造、供应链协同与售后服务全过程的一体化管理平台，形成了数据驱动、标准引领、"
    "持续改进的管理模式，企业经济效益与社会效益显著提升，员工的获得感不断增强，受到主管部门肯定。"
)
FIGURES = (
    "2023年，公司实现营业收入12.6亿元，同比增长18.5%；研发投入占比达到6.8%，较2021年提高"
    "1.9个百分点。公司引入ERP、MES和PLM三大系统，打通OPC UA接口 256 个，建成 Industrial Internet "
    "平台1个，累计接入设备3120台（套），设备综合效率（OEE）由62.4%提升至81.7%，不良品率持续下降。"
)
BORDERS = (
    "公司坚持<b>“质量为本”</b>的理念，<span class=ea>以客户为中心</span>，按照<a href='https://a.cn'>"
    "《企业管理创新成果审定办法》</a>的要求，总结了近年来在<b>精益生产</b>、<i>Lean Six Sigma</i>"
    "以及数字化<sup>[1]</sup>方面的经验，<b>提炼出</b>了可复制<span>可推广</span>的管理方法，为同行业"
    "企业提供了借鉴<u>与参考</u>，受到了广泛好评，也为后续研究打下了基础。"
)
PUNCTUATION = "改进管理方法，提高工作效率，降低生产成本，增强竞争能力，保证产品质量，" * 4
DASHES = "管理模式的创新——这是企业发展的动力……也是提质增效的根本途径所在，" * 4
ENGLISH = (
    "The enterprise resource planning system supports continuous improvement across all "
    "business units and departments of the company in every region, from design to service, "
    "and from the first order to the last delivery of each year."
)


@dataclass(frozen=True)
class Glyph:
    """One glyph as a PDF reader places it: text, left and right edge and base line in pt."""

    text: str
    left: float
    right: float
    base: float


@pytest.fixture(scope="module", autouse=True)
def _fonts() -> None:
    """Use our own fonts; this must come before WeasyPrint is imported."""
    use_only_vendored_faces()


@pytest.fixture(scope="module")
def pdf(_fonts: None) -> Callable[..., bytes]:
    """A function that makes a PDF of paragraphs, justified or as told."""
    assert enable_east_asian_justification()

    def render(*paragraphs: str, align: str = "justify", style: str = "") -> bytes:
        body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        html = f"<body lang=zh-CN><style>{STYLE % align}{style}</style>{body}"
        document: bytes = import_module("weasyprint").HTML(string=html).write_pdf()
        return document

    return render


@pytest.fixture(scope="module")
def lines(pdf: Callable[..., bytes]) -> Callable[..., list[list[Glyph]]]:
    """A function that lays paragraphs out and returns the glyphs of each line."""

    def read(*paragraphs: str, **options: str) -> list[list[Glyph]]:
        return _lines(_glyphs(pdf(*paragraphs, **options)))

    return read


def test_the_installed_weasyprint_is_one_that_can_be_mended() -> None:
    assert enable_east_asian_justification()


def test_enabling_again_changes_nothing() -> None:
    enable_east_asian_justification()
    inline, drawing = (
        import_module("weasyprint.layout.inline"),
        import_module("weasyprint.draw.text"),
    )
    before = inline.justify_line, drawing.draw_first_line
    assert enable_east_asian_justification()
    assert (inline.justify_line, drawing.draw_first_line) == before


@pytest.mark.parametrize(
    ("module", "name"),
    [("weasyprint.layout.inline", "justify_line"), ("weasyprint.draw.text", "draw_first_line")],
)
def test_a_weasyprint_built_otherwise_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, module: str, name: str
) -> None:
    def other(line: object) -> None:
        """Stand for the function of another version."""

    inline, drawing = (
        import_module("weasyprint.layout.inline"),
        import_module("weasyprint.draw.text"),
    )
    monkeypatch.setattr(inline, "justify_line", _plain_justify_line)
    monkeypatch.setattr(import_module(module), name, other)
    before = inline.justify_line, drawing.draw_first_line
    assert not enable_east_asian_justification()
    assert (inline.justify_line, drawing.draw_first_line) == before


@pytest.mark.parametrize(
    "text",
    [CHINESE, FIGURES, BORDERS, PUNCTUATION, DASHES],
    ids=["pure Chinese", "figures and Latin", "runs", "punctuation", "dashes"],
)
@pytest.mark.parametrize("indent", ["2em", "0"])
def test_every_line_but_the_last_reaches_the_right_edge(
    lines: Callable[..., list[list[Glyph]]], text: str, indent: str
) -> None:
    *full, last = lines(text, style=f"p {{ text-indent: {indent} }}")
    assert len(full) >= 2
    assert [line[-1].right for line in full] == pytest.approx([RIGHT] * len(full), abs=0.5)
    starts = [LEFT + (24 if indent == "2em" else 0)] + [LEFT] * len(full)
    assert [line[0].left for line in (*full, last)] == pytest.approx(starts, abs=0.1)


@pytest.mark.parametrize("text", [CHINESE, FIGURES, BORDERS, PUNCTUATION, DASHES, ENGLISH])
def test_lines_break_where_they_did(lines: Callable[..., list[list[Glyph]]], text: str) -> None:
    assert _text(lines(text)) == _text(lines(text, align="left"))


def test_the_last_line_and_a_line_before_a_break_are_not_stretched(
    lines: Callable[..., list[list[Glyph]]],
) -> None:
    broken, *middle, last = lines(f"第一行在换行之前不拉伸，<br>{CHINESE}")
    assert middle
    for line in (broken, last):
        assert _gaps(line) == pytest.approx([0.0] * (len(line) - 1), abs=0.02)


@pytest.mark.parametrize("text", [CHINESE, BORDERS, PUNCTUATION, FIGURES])
def test_gaps_are_even_across_words_and_runs(
    lines: Callable[..., list[list[Glyph]]], text: str
) -> None:
    for line in lines(text)[:-1]:
        natural = _natural_gaps(line)
        even = [gap for gap, kind in zip(_gaps(line), natural, strict=True) if kind]
        closed = [gap for gap, kind in zip(_gaps(line), natural, strict=True) if not kind]
        assert even == pytest.approx([sum(even) / len(even)] * len(even), abs=0.05)
        assert closed == pytest.approx([0.0] * len(closed), abs=0.05)


def test_the_two_halves_of_a_dash_and_of_an_ellipsis_stay_together(
    lines: Callable[..., list[list[Glyph]]],
) -> None:
    for line in lines(DASHES)[:-1]:
        for (first, second), gap in zip(pairwise(line), _gaps(line), strict=True):
            if first.text == second.text and first.text in "—…":
                assert gap == pytest.approx(0, abs=0.05)


def test_letters_of_a_latin_line_are_not_spaced(
    lines: Callable[..., list[list[Glyph]]],
) -> None:
    *full, _ = lines(ENGLISH)
    assert [line[-1].right for line in full] == pytest.approx([RIGHT] * len(full), abs=0.5)
    for line in full:
        letters = [
            gap
            for (first, second), gap in zip(pairwise(line), _gaps(line), strict=True)
            if " " not in (first.text, second.text)
        ]
        assert max(letters) < 0.5  # kerning alone


def test_a_reader_extracts_the_same_text(pdf: Callable[..., bytes]) -> None:
    texts = (CHINESE, FIGURES, BORDERS, PUNCTUATION, DASHES, ENGLISH)
    justified, ragged = (
        PdfReader(io.BytesIO(pdf(*texts, align=align))).pages[0].extract_text()
        for align in ("justify", "left")
    )
    assert justified == ragged


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed")
def test_poppler_extracts_the_same_text(pdf: Callable[..., bytes], tmp_path: Path) -> None:
    # Beside a raised mark Poppler reads even a small gap as a space.
    runs = BORDERS.replace("<sup>[1]</sup>", "")
    extracted = []
    for align in ("justify", "left"):
        path = tmp_path / f"{align}.pdf"
        path.write_bytes(pdf(CHINESE, FIGURES, runs, PUNCTUATION, DASHES, ENGLISH, align=align))
        command = ["pdftotext", str(path), "-"]
        extracted.append(subprocess.run(command, check=True, capture_output=True).stdout)
    assert extracted[0] == extracted[1]


def test_narrow_lines_gain_no_spaces_in_the_extracted_text(pdf: Callable[..., bytes]) -> None:
    narrow = "p { width: 105pt; text-indent: 0 }"
    text = PdfReader(io.BytesIO(pdf(CHINESE, style=narrow))).pages[0].extract_text()
    assert "".join(text.split("\n")) == CHINESE


def test_the_same_text_gives_the_same_bytes(pdf: Callable[..., bytes]) -> None:
    first, second = (_contents(pdf(CHINESE, FIGURES, BORDERS)) for _ in range(2))
    assert first == second


def _plain_justify_line(context: object, line: object, extra_width: float) -> None:
    """Stand for WeasyPrint's own function, before it is replaced."""


def _contents(document: bytes) -> bytes:
    contents = PdfReader(io.BytesIO(document)).pages[0].get_contents()
    assert contents is not None
    return contents.get_data()


def _text(lines: list[list[Glyph]]) -> list[str]:
    return ["".join(glyph.text for glyph in line).strip() for line in lines]


def _gaps(line: list[Glyph]) -> list[float]:
    return [second.left - first.right for first, second in pairwise(line)]


def _natural_gaps(line: list[Glyph]) -> list[bool]:
    """Whether each pair of glyphs may be parted: at a space, or beside a Chinese character."""
    chinese = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uff60]")
    return [
        first.text == " " or (second.text != " " and bool(chinese.search(first.text + second.text)))
        for first, second in pairwise(line)
    ]


def _lines(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """Group glyphs by line; a superscript, 4 pt higher, belongs to the line it stands in."""
    lines: list[list[Glyph]] = []
    for glyph in glyphs:
        if lines and abs(lines[-1][0].base - glyph.base) < 8:
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return lines


def _glyphs(document: bytes) -> list[Glyph]:
    """Place the glyphs of the first page as ISO 32000-2 §9.4.4 says, apart from WeasyPrint."""
    page = PdfReader(io.BytesIO(document)).pages[0]
    resources: Any = page["/Resources"]
    faces = {name: _face(font.get_object()) for name, font in resources["/Font"].items()}
    glyphs: list[Glyph] = []
    state: dict[str, Any] = {"spacing": 0.0}

    def show(items: list[Any], scale: list[float]) -> None:
        widths, characters = faces[state["face"]]
        for item in items:
            if isinstance(item, int | float):
                state["x"] -= float(item) / 1000 * state["size"]
                continue
            codes = item if isinstance(item, bytes) else item.original_bytes
            for high, low in zip(codes[::2], codes[1::2], strict=True):
                code = high * 256 + low
                width = widths[code] / 1000 * state["size"]
                left = state["x"] * scale[0] + scale[4]
                base = state["y"] * scale[3] + scale[5]
                glyphs.append(Glyph(characters[code], left, left + width * scale[0], base))
                state["x"] += width + state["spacing"]

    def visit(operator: bytes, operands: list[Any], matrix: list[float], _: list[float]) -> None:
        match operator:
            case b"Tf":
                state["face"], state["size"] = operands[0], float(operands[1])
            case b"Tc":
                state["spacing"] = float(operands[0])
            case b"Tm":
                state["x"], state["y"] = float(operands[4]), float(operands[5])
            case b"TJ":
                show(operands[0], matrix)

    page.extract_text(visitor_operand_before=visit)
    return glyphs


def _face(font: Any) -> tuple[dict[int, float], dict[int, str]]:
    """Return the width in thousandths of an em and the text of each glyph of a CID font."""
    widths: dict[int, float] = {}
    entries = [entry.get_object() for entry in font["/DescendantFonts"][0].get_object()["/W"]]
    for first, run in zip(entries[::2], entries[1::2], strict=True):
        widths.update({int(first) + index: float(width) for index, width in enumerate(run)})
    characters = {
        int(code, 16): bytes.fromhex(text).decode("utf-16-be")
        for code, text in re.findall(
            r"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>", font["/ToUnicode"].get_data().decode()
        )
    }
    return widths, characters
