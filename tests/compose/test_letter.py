"""The covering letter is laid out by GB/T 9704—2012, in Word's file, in ours and in print."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from docgen.compose.letter import LetterFacts, compose_letter
from docgen.document import Document, LineBreak, Paragraph, Table, Text
from docgen.style.load import load_style
from docgen.style.roles import role_formats
from docgen.write import files_of
from tests.independent.office import printed_by_libreoffice
from tests.independent.ooxml import find, value
from tests.independent.pdf import Line, read_lines, set_text
from tests.independent.validators import schema_errors, sdk_errors
from tests.independent.word import Word

COMPANY, OTHER = "洛阳试样轴承有限公司", "洛阳试作机床有限公司"
UNIT = "洛阳市涧西区工业和信息化局"
FACTS = LetterFacts(
    companies=(COMPANY, OTHER),
    unit=UNIT,
    number="涧工信〔2023〕12号",
    signer="王一鸣",
    date=dt.date(2023, 3, 20),
    contact="李华",
    phone="0379-60000001",
)
LONG_NAME = "关于洛阳市涧西区质量标杆申报企业现场核查情况和申报材料审核情况的说明"
#: Points. 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm, on A4.
TOP, INSIDE, WIDTH, HEIGHT = 104.88, 79.37, 442.2, 637.8
OUTSIDE = 595.28 - INSIDE - WIDTH
#: A character of size 三号 with its spacing, and the pitch of the lines.
CHARACTER, PITCH = 15.75, 28.95


def letter(about: LetterFacts = FACTS, style: str = "luoyang", **words: Any) -> Document:
    """Compose a letter, with other words than the style's where they are given."""
    spec = load_style(style)
    own = spec.bureau.letter.model_copy(update=words)
    return compose_letter(
        spec.model_copy(update={"bureau": spec.bureau.model_copy(update={"letter": own})}), about
    )


def paragraphs(document: Document) -> list[str]:
    """The texts of its paragraphs; those of a table's cells as well."""
    blocks = document.sections[0].blocks
    inside = [
        block
        for table in blocks
        if isinstance(table, Table)
        for cell in table.rows[0].cells
        for block in cell.blocks
    ]
    return [said(block) for block in (*inside, *blocks) if isinstance(block, Paragraph)]


def said(block: Paragraph) -> str:
    return "".join(
        each.text if isinstance(each, Text) else "/"
        for each in block.inlines
        if isinstance(each, Text | LineBreak)
    )


# ── words ──────────────────────────────────────────────────────


def test_a_letter_says_what_the_unit_and_the_notice_say() -> None:
    assert paragraphs(letter()) == [
        "涧工信〔2023〕12号",
        "签发人：王一鸣",
        "洛阳市涧西区工业和信息化局/关于推荐2023年洛阳市质量标杆的报告",
        "洛阳市工业和信息化局：",
        "根据《洛阳市工业和信息化局关于开展2023年洛阳市质量标杆遴选活动的通知》要求，我单位认真组织开展了"
        "2023年洛阳市质量标杆的申报和推荐工作。经企业自愿申报、我单位审核，现推荐洛阳试样轴承有限公司、"
        "洛阳试作机床有限公司等2家企业申报2023年洛阳市质量标杆。",
        "我单位已对申报材料进行了初审和现场核查，申报材料真实、完整，申报企业符合通知规定的条件。",
        "特此报告。",
        "附件：1.2023年洛阳市质量标杆汇总表",
        "2.申报材料（一式三份）",
        "洛阳市涧西区工业和信息化局",
        "2023年3月20日",
        "（联系人：李华，联系电话：0379-60000001）",
    ]


def test_an_edition_is_called_as_its_notice_calls_it() -> None:
    assert letter(style="shanghai").properties.subject == "上海市“质量标杆”（2023-2024）"
    assert any(
        "申报上海市“质量标杆”（2023-2024）" in line for line in paragraphs(letter(style="shanghai"))
    )
    assert letter().properties.subject == "2023年洛阳市质量标杆"


def test_one_company_is_not_one_of_several() -> None:
    text = paragraphs(letter(replace(FACTS, companies=(COMPANY,))))[4]
    assert text.endswith("现推荐洛阳试样轴承有限公司申报2023年洛阳市质量标杆。")


def test_a_notice_is_named_with_its_number() -> None:
    text = paragraphs(letter(style="changzhou"))[4]
    assert text.startswith(
        "根据《市工信局关于组织开展2023年常州市“质量标杆”评选活动的通知》"
        "（常工信创新〔2023〕236号）要求，"
    )


def test_a_single_attachment_has_no_number() -> None:
    assert "附件：浙江省制造业质量标杆推荐意见汇总表" in paragraphs(letter(style="zhejiang"))


def test_what_the_unit_does_not_give_is_left_blank() -> None:
    found = paragraphs(letter(LetterFacts((COMPANY,))))
    assert found[:3] == ["〔〕号", "签发人：", "关于推荐2023年洛阳市质量标杆的报告"]
    assert found[-2:] == ["年月日", "（联系人：，联系电话：）"]


def test_a_letter_to_no_higher_authority_names_no_signer() -> None:
    found = paragraphs(letter(title="关于推荐{edition}年{honour}的函"))
    assert found[:2] == [
        "涧工信〔2023〕12号",
        "洛阳市涧西区工业和信息化局/关于推荐2023年洛阳市质量标杆的函",
    ]
    assert not [text for text in found if "签发人" in text]


def test_headings_in_the_text_have_the_standards_faces() -> None:
    document = letter(text=("一、推荐情况", "（一）组织有力。各单位高度重视。", "1.初审。"))
    first, second, third = [
        block for block in document.sections[0].blocks if isinstance(block, Paragraph)
    ][3:6]
    assert first.role == "letter-heading-1"
    assert document.format_of(first.role).run.east_asian_font == "黑体"
    assert [(each.text, each.format.east_asian_font) for each in second.inlines] == [  # type: ignore[union-attr]
        ("（一）组织有力。", "楷体"),
        ("各单位高度重视。", None),
    ]
    assert third.role == "letter-text"


def test_the_styles_of_a_letter_are_its_own() -> None:
    assert {"公文标题", "公文正文"} <= {each.title for each in letter().roles.values()}
    assert "封面标题" not in {each.title for each in letter().roles.values()}
    titles = {each.title for each in role_formats(load_style("luoyang")).values()}
    assert not [title for title in titles if title.startswith("公文")]


# ── print ──────────────────────────────────────────────────────


class Printed(NamedTuple):
    """A letter's Word file, our print of it, and LibreOffice's."""

    word: Path
    ours: Path
    theirs: Path

    @property
    def prints(self) -> tuple[Path, Path]:
        return self.ours, self.theirs


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    """Letters of all kinds, printed."""
    folder = tmp_path_factory.mktemp("letters")
    documents = {
        "usual": letter(),
        "full": letter(text=("永" * 2500,)),
        "thirty": letter(replace(FACTS, companies=tuple(f"第{n}试样有限公司" for n in range(30)))),
        "blank": letter(LetterFacts((COMPANY,))),
        "long": letter(attachments=(LONG_NAME, "申报材料")),
        "far": letter(replace(FACTS, unit="洛阳市先进制造业集聚区科技和工业信息化局")),
    }
    for name, document in documents.items():
        files, findings = files_of(document, ("docx", "pdf"))
        assert findings == []
        for file in files:
            file.write_to(folder / f"{name}{file.suffix}")
    words = [folder / f"{name}.docx" for name in documents]
    office = printed_by_libreoffice(words, tmp_path_factory.mktemp("office"))
    return {word.stem: Printed(word, word.with_suffix(".pdf"), office[word]) for word in words}


def body(page: list[Line]) -> list[Line]:
    """The lines of the text area."""
    return [line for line in page if line.bottom < TOP + HEIGHT + 1]


def beginning(page: list[Line], text: str) -> Line:
    return next(line for line in page if line.text.startswith(text))


@pytest.fixture(params=["ours", "theirs"])
def printer(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def pages(letters: dict[str, Printed], name: str, printer: str) -> list[list[Line]]:
    return read_lines(getattr(letters[name], printer))


def test_a_full_page_has_22_lines_of_28_characters(
    letters: dict[str, Printed], printer: str
) -> None:
    _, second, third, *_ = pages(letters, "full", printer)
    for page in (second, third):
        assert [line.text for line in body(page)] == ["永" * 28] * 22


def test_the_text_fills_its_area_with_the_binding_edge_on_the_left_and_on_the_right(
    letters: dict[str, Printed], printer: str
) -> None:
    _, even, odd, *_ = pages(letters, "full", printer)
    for page, left in ((even, OUTSIDE), (odd, INSIDE)):
        lines = body(page)
        assert max(abs(line.left - left) for line in lines) < 0.5
        assert max(abs(line.right - left - WIDTH) for line in lines) < 1.5
        assert lines[0].top == pytest.approx(TOP, abs=PITCH - 16)
        assert lines[-1].top - lines[0].top == pytest.approx(21 * PITCH, abs=0.5)


def test_the_first_page_shows_text(letters: dict[str, Printed], printer: str) -> None:
    """公文首页必须显示正文."""
    for name in ("usual", "thirty", "blank", "long", "far"):
        assert beginning(pages(letters, name, printer)[0], "根据《")


def test_page_numbers_stand_outside_one_character_in_seven_millimetres_below_the_text(
    letters: dict[str, Printed], printer: str
) -> None:
    odd, even = pages(letters, "usual", printer)
    right, left = odd[-1], even[-1]
    assert (right.text, left.text) == ("—1—", "—2—")
    assert INSIDE + WIDTH - right.right == pytest.approx(14, abs=0.5)
    assert left.left - OUTSIDE == pytest.approx(14, abs=0.5)
    middle = (right.top + right.bottom) / 2
    assert middle == pytest.approx(TOP + HEIGHT + 7 * 72 / 25.4, abs=2)


def test_number_and_signer_share_a_line_one_character_from_the_edges(
    letters: dict[str, Printed], printer: str
) -> None:
    page = pages(letters, "usual", printer)[0]
    number, signer = beginning(page, "涧工信"), beginning(page, "签发人")
    assert number.top == pytest.approx(signer.top, abs=0.5)
    assert number.left - INSIDE == pytest.approx(CHARACTER, abs=0.5)
    assert INSIDE + WIDTH - signer.right == pytest.approx(CHARACTER, abs=0.5)
    # Two lines below a name that begins 35 mm down.
    assert number.top > TOP + 35 * 72 / 25.4 + 2 * PITCH


def test_the_title_stands_in_the_middle_two_lines_below(
    letters: dict[str, Printed], printer: str
) -> None:
    page = pages(letters, "usual", printer)[0]
    number, first = beginning(page, "涧工信"), beginning(page, UNIT)
    second, addressee = beginning(page, "关于推荐"), beginning(page, "洛阳市工业和信息化局：")
    for line in (first, second):
        assert (line.left + line.right) / 2 == pytest.approx(INSIDE + WIDTH / 2, abs=1)
    assert first.bottom - number.bottom == pytest.approx(3 * PITCH, abs=4)
    assert addressee.bottom - second.bottom == pytest.approx(2 * PITCH, abs=4)
    assert addressee.left == pytest.approx(INSIDE, abs=0.5)


def test_names_of_attachments_hang_under_their_beginning(
    letters: dict[str, Printed], printer: str
) -> None:
    page = pages(letters, "long", printer)[1]
    lines = body(page)
    at = lines.index(beginning(page, "附件："))
    first, wrapped, second = lines[at : at + 3]
    assert first.left - OUTSIDE == pytest.approx(2 * CHARACTER, abs=0.5)
    assert wrapped.left - OUTSIDE == pytest.approx(6 * CHARACTER, abs=0.5)
    assert second.text == "2.申报材料"
    assert second.left - OUTSIDE == pytest.approx(5 * CHARACTER, abs=1)


def test_the_date_ends_four_characters_from_the_right_and_the_name_stands_above_its_middle(
    letters: dict[str, Printed], printer: str
) -> None:
    page = pages(letters, "usual", printer)[1]
    unit, date = beginning(page, UNIT), beginning(page, "2023年3月20日")
    assert OUTSIDE + WIDTH - date.right == pytest.approx(4 * CHARACTER, abs=2)
    assert (unit.left + unit.right) / 2 == pytest.approx((date.left + date.right) / 2, abs=1)
    assert date.bottom - unit.bottom == pytest.approx(PITCH, abs=0.5)


def test_a_long_name_keeps_to_the_text_area_and_the_date_to_its_middle(
    letters: dict[str, Printed], printer: str
) -> None:
    page = pages(letters, "far", printer)[-1]
    unit, date = beginning(page, "洛阳市先进"), beginning(page, "2023年3月20日")
    assert unit.right <= OUTSIDE + WIDTH + 0.5
    assert (unit.left + unit.right) / 2 == pytest.approx((date.left + date.right) / 2, abs=1)


def test_the_note_stands_in_brackets_two_characters_in_on_the_line_below_the_date(
    letters: dict[str, Printed], printer: str
) -> None:
    page = pages(letters, "usual", printer)[1]
    note, date = beginning(page, "（联系人"), beginning(page, "2023年3月20日")
    assert note.text == "（联系人：李华，联系电话：0379-60000001）"
    assert note.bottom - date.bottom == pytest.approx(PITCH, abs=0.5)
    # The bracket stands in the right half of its square.
    assert 0 <= note.left - OUTSIDE - 2 * CHARACTER <= CHARACTER / 2 + 1


def test_the_seal_never_stands_on_a_page_without_text(
    letters: dict[str, Printed], printer: str
) -> None:
    for name in letters:
        last = pages(letters, name, printer)[-1]
        assert beginning(last, "附件：")


def test_room_is_left_for_what_is_written_by_hand(
    letters: dict[str, Printed], printer: str
) -> None:
    first, last = pages(letters, "blank", printer)
    assert INSIDE + WIDTH - beginning(first, "签发人").right >= 4 * CHARACTER
    assert beginning(last, "月").left - beginning(last, "年").right >= 2 * CHARACTER - 1
    assert beginning(last, "日").left - beginning(last, "月").right >= 2 * CHARACTER - 1
    phone, end = beginning(last, "，联系电话"), beginning(last, "）")
    assert end.left - phone.right >= 6 * CHARACTER


# ── the Word file ──────────────────────────────────────────────


def test_words_page_is_the_standards(letters: dict[str, Printed]) -> None:
    word = Word(letters["usual"].word)
    margins = find(word.body, "w:sectPr/w:pgMar")
    found = {side: value(margins, side) for side in ("top", "right", "bottom", "left")}
    assert found == {"top": "2098", "right": "1474", "bottom": "1984", "left": "1587"}
    assert find(word.settings, "w:mirrorMargins") is not None
    assert find(word.settings, "w:evenAndOddHeaders") is not None


def test_words_text_is_fangsong_16_points_on_exactly_28_95(letters: dict[str, Printed]) -> None:
    word = Word(letters["usual"].word)
    text = next(each for each in word.paragraphs if each.text.startswith("根据《"))
    (look,) = {(run.look.east_asian, run.look.latin, run.look.size) for run in text.runs}
    assert look == ("仿宋", "Times New Roman", 16)
    assert {run.look.spacing for run in text.runs} == {-5}
    assert (text.shape.line, text.shape.line_rule) == (579, "exact")
    assert (text.shape.first_line_chars, text.shape.alignment) == (200, "both")
    assert not text.shape.widow_control
    assert not text.shape.snap_to_grid


def test_words_title_is_xiaobiaosong_22_points_in_the_middle(letters: dict[str, Printed]) -> None:
    word = Word(letters["usual"].word)
    title = next(each for each in word.paragraphs if each.text.startswith(UNIT))
    (look,) = {(run.look.east_asian, run.look.size, run.look.bold) for run in title.runs}
    assert look == ("方正小标宋简体", 22, False)
    assert title.shape.alignment == "center"


def test_our_print_sets_the_title_in_the_face_for_xiaobiaosong(
    letters: dict[str, Printed],
) -> None:
    found = set_text(letters["usual"].ours, UNIT)
    assert {("Docgen-Zhongsong", 22.0), ("Docgen-Song", 16.0)} == found


@pytest.mark.parametrize("name", ["usual", "full", "thirty", "blank", "long", "far"])
def test_both_validators_accept_a_letter(letters: dict[str, Printed], name: str) -> None:
    assert schema_errors(letters[name].word) == []
    assert sdk_errors(letters[name].word) == []


def test_the_same_letter_has_the_same_bytes(letters: dict[str, Printed]) -> None:
    files, _ = files_of(letter(), ("docx", "pdf"))
    assert [file.data for file in files] == [
        letters["usual"].word.read_bytes(),
        letters["usual"].ours.read_bytes(),
    ]


def test_the_page_of_the_signature_has_text_of_the_letter(tmp_path: Path) -> None:
    # So many companies that the text ends with the page.
    ends = set()
    for count in range(6, 14):
        names = tuple(f"洛阳示例第{number}精密机械制造股份有限公司" for number in range(count))
        (file,), _ = files_of(letter(replace(FACTS, companies=names)), ("pdf",))
        file.write_to(tmp_path / f"{count}.pdf")
        printed = read_lines(tmp_path / f"{count}.pdf")
        ends.add(len(printed))
        before = [line.text for line in printed[-1]]
        signed = next(i for i, text in enumerate(before) if text.startswith("附件"))
        # 特此报告 and at least a line before it.
        assert signed >= 2, (count, before)
    assert ends == {2}
