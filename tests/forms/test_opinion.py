"""The unit's opinion goes into the place that the issuer's form has for it, and nowhere else."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt
from lxml import etree

from docgen.forms.opinion import Opinion, with_opinion
from docgen.intake.documents import receive
from docgen.intake.values import case_of
from docgen.style.bureau import OpinionPlace
from docgen.style.load import load_style
from tests.cases.unit.making import refusal
from tests.conftest import Issued
from tests.forms.editing import edited, with_split_runs, without_controls
from tests.forms.test_round_trips import FORMS
from tests.forms.test_typed_forms import CHANGZHOU, LUOYANG
from tests.forms.typing_in import typed_form
from tests.independent.validators import schema_errors, sdk_errors
from tests.independent.word import Word

TEXT = "该企业推行“三查”方法，成效明显。\n经审核，同意推荐。"
UNIT = "洛阳市涧西区工业和信息化局"
OPINION = Opinion(TEXT, UNIT, dt.date(2023, 3, 21))
#: Style → the lines of its form around the opinion: those above it, those below.
PLACES = {
    "changzhou": (["推荐单位\n意见"], ["推荐单位公章", "2023年3月21日"]),
    "luoyang": (["县区工业和信息化主管部门推荐意见："], ["推荐单位公章", "2023年3月21日"]),
    "national": (["推荐单位推荐意见"], [f"推荐单位（公章）：{UNIT}", "2023年3月21日"]),
    "liaoning": (["推荐单位推荐意见"], [f"推荐单位（公章）：{UNIT}", "2023年3月21日"]),
}
STYLES = sorted(PLACES)
BLANK_DATE = "年月日"


def place(style: str) -> OpinionPlace:
    return load_style(style).bureau.opinion


def word(data: bytes, folder: Path) -> Word:
    path = folder / "表.docx"
    path.write_bytes(data)
    return Word(path)


def lines(data: bytes, folder: Path) -> list[str]:
    """What a file says, a line a paragraph, white space left out."""
    found = ("".join(each.text.split(" ")) for each in word(data, folder).paragraphs)
    return [line.replace("\u3000", "") for line in found if line.strip()]


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def form_of(issued: Issued, style: str) -> bytes:
    return issued(style).docx(FORMS[style][1]).read_bytes()


# ── docgen's own forms ─────────────────────────────────────────


@pytest.mark.parametrize("style", STYLES)
def test_the_opinion_stands_between_the_forms_words_and_nothing_else_is_new(
    issued: Issued, style: str, tmp_path: Path
) -> None:
    form = form_of(issued, style)
    before = lines(form, tmp_path)
    after = lines(with_opinion(form, place(style), OPINION), tmp_path)
    above, below = PLACES[style]
    added = [*above, *TEXT.split("\n"), *below]
    start = len(before) - before[::-1].index(above[0]) - 1
    assert after[start : start + len(added)] == added
    assert after[:start] == before[:start]
    assert after[start + len(added) :] == before[start + len(above) + len(below) :]


@pytest.mark.parametrize("style", STYLES)
def test_no_other_part_of_the_file_changes(issued: Issued, style: str) -> None:
    form = form_of(issued, style)
    before, after = parts(form), parts(with_opinion(form, place(style), OPINION))
    assert before.keys() == after.keys()
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]


@pytest.mark.parametrize("style", STYLES)
def test_both_validators_accept_the_form(issued: Issued, style: str, tmp_path: Path) -> None:
    path = tmp_path / "表.docx"
    path.write_bytes(with_opinion(form_of(issued, style), place(style), OPINION))
    assert schema_errors(path) == []
    assert sdk_errors(path) == []


@pytest.mark.parametrize("style", STYLES)
def test_the_company_said_what_it_said(issued: Issued, style: str) -> None:
    key, name = FORMS[style]
    form = form_of(issued, style)
    spec = load_style(style)
    taken = receive(with_opinion(form, place(style), OPINION), name, spec, key).taken
    assert case_of(taken) == case_of(receive(form, name, spec, key).taken)


@pytest.mark.parametrize("style", STYLES)
def test_without_a_text_the_place_stays_blank(issued: Issued, style: str, tmp_path: Path) -> None:
    form = form_of(issued, style)
    before = lines(form, tmp_path)
    assert lines(with_opinion(form, place(style), Opinion()), tmp_path) == before
    dated = Opinion(date=dt.date(2023, 12, 1))
    after = lines(with_opinion(form, place(style), dated), tmp_path)
    assert len(after) == len(before)
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [(BLANK_DATE, "2023年12月1日")]


@pytest.mark.parametrize("style", ["shanghai", "zhejiang"])
def test_a_form_without_the_place_is_told(issued: Issued, style: str) -> None:
    form = form_of(issued, style)
    place = OpinionPlace(form="form", label="推荐意见")
    (finding,) = refusal(lambda: with_opinion(form, place, OPINION, name="申报表.docx"))
    assert finding.code == "opinion-place-missing"
    assert (finding.place.file, finding.place.title) == ("申报表.docx", "推荐意见")
    assert finding.cure


def test_what_is_written_already_is_not_written_over(issued: Issued) -> None:
    once = with_opinion(form_of(issued, "luoyang"), place("luoyang"), OPINION)
    (finding,) = refusal(lambda: with_opinion(once, place("luoyang"), OPINION))
    assert finding.code == "opinion-place-taken"
    assert "该企业推行“三查”方法" in finding.message


def test_the_date_that_somebody_wrote_stays(issued: Issued, tmp_path: Path) -> None:
    dated = with_opinion(
        form_of(issued, "changzhou"), place("changzhou"), Opinion(date=dt.date(2023, 3, 1))
    )
    after = lines(with_opinion(dated, place("changzhou"), OPINION), tmp_path)
    assert after[-1] == "2023年3月1日"


EDITS: list[Callable[[Any], None]] = [without_controls, with_split_runs]


@pytest.mark.parametrize("edit", EDITS, ids=["flattened", "split"])
@pytest.mark.parametrize("style", STYLES)
def test_an_edited_form_takes_the_opinion_as_well(
    issued: Issued, style: str, edit: Callable[[Any], None], tmp_path: Path
) -> None:
    form = edited(form_of(issued, style), edit)
    found = lines(with_opinion(form, place(style), OPINION), tmp_path)
    above, below = PLACES[style]
    added = [*above, *TEXT.split("\n"), *below]
    assert [found[i : i + len(added)] for i in range(len(found))].count(added) == 1


# ── the look ───────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("style", "font", "size"),
    [("changzhou", "宋体", 10.5), ("luoyang", "宋体", 10.5), ("national", "宋体", 12)],
)
def test_the_opinion_is_set_as_its_place_is(
    issued: Issued, style: str, font: str, size: float, tmp_path: Path
) -> None:
    found = word(with_opinion(form_of(issued, style), place(style), OPINION), tmp_path)
    for text in TEXT.split("\n"):
        (paragraph,) = [each for each in found.paragraphs if each.text == text]
        looks = {(look.east_asian, look.latin, look.size) for look in paragraph.looks()}
        assert looks == {(font, "Times New Roman", size)}
        assert {(look.spacing, look.bold) for look in paragraph.looks()} == {(0, False)}
        assert paragraph.shape.alignment == "both"
        assert paragraph.shape.first_line_chars == 200
        assert paragraph.shape.first_line == 2 * size * 20
        assert paragraph.shape.left <= 60


def test_quotes_take_the_chinese_font(issued: Issued, tmp_path: Path) -> None:
    found = word(with_opinion(form_of(issued, "luoyang"), place("luoyang"), OPINION), tmp_path)
    (paragraph,) = [each for each in found.paragraphs if "“三查”" in each.text]
    quotes = [run for run in paragraph.runs if "“" in run.text or "”" in run.text]
    assert quotes
    assert all(run.look.hint for run in quotes)


def test_the_figures_of_the_date_stand_close(issued: Issued, tmp_path: Path) -> None:
    found = word(with_opinion(form_of(issued, "luoyang"), place("luoyang"), OPINION), tmp_path)
    (date,) = [each for each in found.paragraphs if each.text == "2023年3月21日"]
    assert {look.spacing for look in date.looks()} == {0}


def test_the_opinion_takes_up_the_space_above_the_seal(issued: Issued, tmp_path: Path) -> None:
    def space(opinion: Opinion) -> int:
        data = with_opinion(form_of(issued, "luoyang"), place("luoyang"), opinion)
        found = word(data, tmp_path).paragraphs
        (seal,) = [each for each in found if each.text == "推荐单位公章"]
        return seal.shape.before

    line = 18 * 20
    assert space(Opinion()) - space(Opinion("同意推荐。")) == line
    assert space(Opinion()) - space(Opinion("同意推荐。\n情况属实。\n予以上报。")) == 3 * line
    # One line is left even by a long opinion.
    assert space(Opinion("\n".join(["同意推荐。"] * 40))) == line


# ── forms that a company typed into ────────────────────────────


def luoyang(*blank: str) -> bytes:
    """附件2 of Luoyang as a company hands it on, with empty lines for the opinion."""
    label, *signing = LUOYANG[-1][0].split("\n")
    last = ["\n".join([label, *blank, *signing])]
    return typed_form("附件2：", "洛阳市质量标杆申报表", [*LUOYANG[:-1], last], "*说明：1.略")


def test_luoyangs_own_form_takes_the_opinion(tmp_path: Path) -> None:
    found = lines(with_opinion(luoyang(), place("luoyang"), OPINION), tmp_path)
    assert found[-6:] == [
        "县区工业和信息化主管部门推荐意见：",
        *TEXT.split("\n"),
        "推荐单位公章",
        "2023年3月21日",
        "*说明：1.略",
    ]


def test_empty_lines_give_way_to_the_opinion_all_but_one(tmp_path: Path) -> None:
    def written(blank: int, text: str) -> list[str]:
        data = with_opinion(luoyang(*[""] * blank), place("luoyang"), Opinion(text))
        found = [each.text for each in word(data, tmp_path).paragraphs]
        return found[found.index("县区工业和信息化主管部门推荐意见：") + 1 : -3]

    assert written(5, "同意推荐。") == ["同意推荐。", "", "", "", ""]
    assert written(5, TEXT) == [*TEXT.split("\n"), "", "", ""]
    assert written(3, "\n".join(["同意。"] * 9)) == ["同意。"] * 9 + [""]
    assert written(1, "同意推荐。") == ["同意推荐。"]


def test_changzhous_own_form_takes_the_opinion_beside_its_label(tmp_path: Path) -> None:
    form = typed_form("附件2", "“质量标杆”申报表", CHANGZHOU)
    found = lines(with_opinion(form, place("changzhou"), OPINION), tmp_path)
    assert found[-5:] == ["推荐单位意见", *TEXT.split("\n"), "推荐单位公章", "2023年3月21日"]


def test_a_form_laid_out_in_paragraphs_takes_the_opinion(tmp_path: Path) -> None:
    form = typed_form(
        "推荐单位推荐意见：", "", "", "推荐单位（公章）：____", "2023年 月 日", "年  月  日"
    )
    found = lines(with_opinion(form, place("national"), OPINION), tmp_path)
    assert found == [
        "推荐单位推荐意见：",
        *TEXT.split("\n"),
        f"推荐单位（公章）：{UNIT}",
        "2023年月日",
        "2023年3月21日",
    ]


def test_the_units_name_follows_the_colon_whatever_made_room_for_it(tmp_path: Path) -> None:
    rows = [[""], ["推荐单位（公章）：\n年月日"]]
    for room in ("tab", "br"):
        document = docx.Document(io.BytesIO(typed_form("推荐意见", rows)))
        (run,) = document.tables[0].rows[1].cells[0].paragraphs[0].runs
        etree.SubElement(run._r, qn(f"w:{room}"))
        stream = io.BytesIO()
        document.save(stream)
        data = with_opinion(stream.getvalue(), place("national"), OPINION)
        assert lines(data, tmp_path)[-2] == f"推荐单位（公章）：{UNIT}"


def test_the_words_of_a_label_inside_a_text_are_no_place() -> None:
    form = typed_form(
        "推荐单位需撰写推荐意见并加盖公章。", [["简介", "本公司三次获得主管部门的推荐意见。"]]
    )
    (finding,) = refusal(lambda: with_opinion(form, place("national"), OPINION))
    assert finding.code == "opinion-place-missing"


@pytest.mark.parametrize("typed", ["同意推荐", "\n同意推荐\n"])
def test_an_opinion_that_was_typed_in_is_kept(typed: str) -> None:
    rows = [["企业名称", "某公司"], [f"县区工业和信息化主管部门推荐意见：{typed}\n推荐单位公章"]]
    (finding,) = refusal(lambda: with_opinion(typed_form(rows), place("luoyang"), OPINION))
    assert finding.code == "opinion-place-taken"
    assert "“同意推荐”" in finding.message


def test_the_date_keeps_its_place_among_spaces(tmp_path: Path) -> None:
    rows = [["推荐单位意见", "推荐单位公章\n" + " " * 30 + "年   月   日"]]
    found = word(with_opinion(typed_form(rows), place("changzhou"), OPINION), tmp_path)
    # Four spaces are as wide as the figures of the year.
    assert " " * 26 + "2023年3月21日" in [each.text for each in found.paragraphs]


def test_the_opinion_looks_as_the_empty_line_that_it_fills(tmp_path: Path) -> None:
    document = docx.Document(io.BytesIO(luoyang("", "")))
    cell = document.tables[0].rows[-1].cells[0]
    for paragraph in cell.paragraphs[1:3]:
        paragraph.paragraph_format.line_spacing = Pt(28)
        mark = etree.SubElement(paragraph._p.pPr, qn("w:rPr"))
        etree.SubElement(mark, qn("w:rFonts"), {qn("w:eastAsia"): "仿宋_GB2312"})
        etree.SubElement(mark, qn("w:sz"), {qn("w:val"): "28"})
    stream = io.BytesIO()
    document.save(stream)
    found = word(with_opinion(stream.getvalue(), place("luoyang"), OPINION), tmp_path)
    (paragraph,) = [each for each in found.paragraphs if each.text == "经审核，同意推荐。"]
    assert {(look.east_asian, look.size) for look in paragraph.looks()} == {("仿宋_GB2312", 14)}
    assert (paragraph.shape.line, paragraph.shape.line_rule) == (560, "exact")
    assert paragraph.shape.first_line == 560


def test_a_row_of_exact_height_grows_with_the_opinion() -> None:
    document = docx.Document(io.BytesIO(typed_form("表", CHANGZHOU)))
    row = document.tables[0].rows[-1]._tr.get_or_add_trPr()
    height = row.makeelement(qn("w:trHeight"), {qn("w:val"): "900", qn("w:hRule"): "exact"})
    row.append(height)
    stream = io.BytesIO()
    document.save(stream)
    data = with_opinion(stream.getvalue(), place("changzhou"), OPINION)
    (found,) = docx.Document(io.BytesIO(data)).tables[0].rows[-1]._tr.iter(qn("w:trHeight"))
    assert found.get(qn("w:hRule")) == "atLeast"


def test_the_same_form_and_opinion_make_the_same_bytes() -> None:
    form = luoyang("", "")
    assert with_opinion(form, place("luoyang"), OPINION) == with_opinion(
        form, place("luoyang"), OPINION
    )


def test_what_is_no_word_file_is_refused() -> None:
    (finding,) = refusal(lambda: with_opinion(b"PK", place("luoyang"), OPINION, name="表.docx"))
    assert finding.code.startswith("word-")
    assert "表.docx" in finding.message
