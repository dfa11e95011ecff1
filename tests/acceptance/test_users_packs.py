"""Packs of a user's own: an invented issuer and a new edition, of data and Word templates alone."""

from __future__ import annotations

import json
import re
import tomllib
import zipfile
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from typer.testing import CliRunner

from docgen.check.word.check import check_word
from docgen.cli import app
from docgen.dossier import render_case
from docgen.forms.opinion import Opinion, with_opinion
from docgen.style.load import load_style
from tests.acceptance.test_same_text import compact, pages_of, ragged_lines
from tests.cases.unit.making import changed, stored
from tests.conftest import ROOT, SECOND_SAMPLE, Rendered
from tests.independent.pdf import read_lines, without_repeated_heads
from tests.independent.validators import schema_errors, sdk_errors
from tests.independent.word import Word

PACKS = ROOT / "tests/packs"
YUNZHOU = PACKS / "yunzhou"
COVER, FORM, NARRATIVE, SPINE = "1-封面", "2-云州市质量创新标杆申报表", "3-总结材料", "5-书脊"
COMPANY = "衡澜流体科技股份有限公司"

every_document = pytest.mark.parametrize("name", [COVER, FORM, NARRATIVE, SPINE])


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """The second sample for the invented issuer."""
    output = tmp_path_factory.mktemp("yunzhou")
    return Rendered(render_case(SECOND_SAMPLE, str(YUNZHOU), output).folder, SECOND_SAMPLE)


def test_the_invented_issuer_is_a_pack_and_word_templates_alone(rendered: Rendered) -> None:
    kinds = {path.suffix for path in YUNZHOU.iterdir()}
    assert kinds == {".toml", ".docx", ".md"}
    sources = (ROOT / "docgen").rglob("*.py")
    assert not any("云州" in path.read_text(encoding="utf-8") for path in sources)
    made = {path.stem for path in rendered.folder.glob("*.pdf")}
    assert made == {COVER, FORM, NARRATIVE, "4-证明材料", SPINE, "6-装订稿"}


@pytest.mark.parametrize("pack", sorted(PACKS.iterdir()), ids=lambda path: path.name)
def test_nothing_in_a_pack_is_wrong_or_needless(pack: Path) -> None:
    done = CliRunner().invoke(app, ["styles", "check", str(pack)])
    assert (done.exit_code, done.stderr) == (0, "")


@every_document
def test_its_documents_are_sound(rendered: Rendered, name: str) -> None:
    assert schema_errors(rendered.docx(name)) == []
    assert sdk_errors(rendered.docx(name)) == []
    text = rendered.word(name).text
    printed = without_repeated_heads(pages_of(rendered, name), text.characters, text.tables)
    assert printed == text.characters


@every_document
def test_its_documents_pass_its_own_check(rendered: Rendered, name: str) -> None:
    # A heading 主要特点 stands in the section of that name.
    found = check_word(rendered.docx(name), load_style(str(YUNZHOU)))
    assert [each.finding for each in found] == []


def test_its_volume_has_the_papers_of_its_own_items(rendered: Rendered) -> None:
    text = "".join(page.extract_text() for page in PdfReader(rendered.pdf("4-证明材料")).pages[:3])
    for item in ("一、营业执照", "二、质量管理体系认证证书", "四、荣誉证书、专利证书"):
        assert compact(item) in compact(text)


def test_the_units_opinion_is_written_into_its_form(rendered: Rendered) -> None:
    place = load_style(str(YUNZHOU)).bureau.opinion
    opinion = Opinion("材料真实，同意推荐。", "云州市示例区工业和信息化局", date(2024, 11, 20))
    written = with_opinion(rendered.docx(FORM).read_bytes(), place, opinion)
    folder = rendered.folder.parent / "推荐"
    folder.mkdir()
    (folder / "表.docx").write_bytes(written)
    lines = [each.text for each in Word(folder / "表.docx").paragraphs if each.text]
    title = lines.index("六、县（市、区）主管部门推荐意见")
    assert lines[title + 1] == "材料真实，同意推荐。"
    assert "2024年11月20日" in lines[title + 3]


def test_its_cover_is_its_own_and_one_page(rendered: Rendered) -> None:
    word = rendered.word(COVER)
    pack = tomllib.loads((YUNZHOU / "style.toml").read_text(encoding="utf-8"))
    labels = [compact(field["label"]) for field in pack["documents"]["cover"]["fields"]]
    printed = word.text.characters
    positions = [printed.index(f"{label}：") for label in labels]
    assert positions == sorted(positions)
    title = next(each for each in word.paragraphs if each.text.strip())
    assert {(look.east_asian, look.size) for look in title.looks()} == {("黑体", 26.0)}
    assert len(PdfReader(rendered.pdf(COVER)).pages) == 1


def test_its_body_is_no_smaller_than_it_asks(rendered: Rendered) -> None:
    texts = [
        each for each in rendered.word(NARRATIVE).paragraphs
        if each.table is None and len(each.text) > 150
    ]  # fmt: skip
    assert len(texts) > 15
    assert min(look.size for each in texts for look in each.looks()) >= 10.5
    assert {(each.shape.line_rule, each.shape.line) for each in texts} == {("exact", 440)}


def test_its_second_headings_are_numbered_1_and_a_comma(rendered: Rendered) -> None:
    headings = [each for each in rendered.word(NARRATIVE).paragraphs if each.shape.outline_level]
    second = [each.number for each in headings if each.shape.outline_level == 1]
    assert second[:3] == ["1、", "2、", "3、"]


def test_its_page_numbers_stand_outside_between_dashes(rendered: Rendered) -> None:
    numbers = [
        (index, line)
        for index, lines in enumerate(read_lines(rendered.pdf(NARRATIVE)))
        for line in lines
        if line.top > 770 and re.fullmatch(r"-\s*\d+\s*-", line.text)
    ]
    assert len(numbers) > 8
    assert all((line.left > 300) is (index % 2 == 0) for index, line in numbers)


def test_its_figures_and_tables_are_numbered_by_chapter(rendered: Rendered) -> None:
    word = rendered.word(NARRATIVE)
    captions = [
        match.group(1, 2, 3)
        for each in word.paragraphs
        if (match := re.match(r"([图表])(\d)-(\d+)\u3000", each.text))
    ]
    assert len(captions) > 12
    counts: dict[tuple[str, str], int] = {}
    for label, chapter, number in captions:
        counts[label, chapter] = counts.get((label, chapter), 0) + 1
        assert int(number) == counts[label, chapter]
    assert len({chapter for _, chapter, _ in captions}) > 1
    # Every reference in the text names a caption that is there.
    texts = (each.text for each in word.paragraphs)
    mentions = {each for text in texts for each in re.findall(r"[图表]\d-\d+", text)}
    assert mentions == {f"{label}{chapter}-{number}" for label, chapter, number in captions}


def test_its_archive_is_named_by_its_pattern(rendered: Rendered) -> None:
    with zipfile.ZipFile(rendered.folder / f"2024年-{COMPANY}.zip") as archive:
        assert archive.namelist() == [f"{name}.docx" for name in (COVER, FORM, NARRATIVE, SPINE)]


def test_its_limit_is_a_range(tmp_path: Path) -> None:
    case = json.loads(SECOND_SAMPLE.read_text(encoding="utf-8"))
    del case["overrides"], case["narrative"]
    for name in ("图", "实施成效.md"):
        (tmp_path / name).symlink_to(SECOND_SAMPLE.parent / name)
    sections = {"implementation": "施" * 2999, "results": {"file": "实施成效.md"}}
    file = tmp_path / "case.json"
    file.write_text(json.dumps(case | {"narrative": sections}), encoding="utf-8")
    done = CliRunner().invoke(app, ["check", str(file), "--style", str(YUNZHOU)])
    assert done.exit_code == 1
    assert "只有 2999 字，要求 3000—5000 字，少 1 字" in done.stderr


def test_no_line_of_its_text_is_torn_or_ragged(rendered: Rendered) -> None:
    """At these margins a mark between Chinese and Latin used to send a line's end astray."""
    texts = [
        each for each in rendered.word(NARRATIVE).paragraphs
        if each.table is None and each.shape.alignment == "both" and len(each.text) > 60
    ]  # fmt: skip
    checked, ragged = ragged_lines(rendered, NARRATIVE, texts)
    assert checked > 100
    assert ragged == []


# ── A new edition ───────────────────────────────────────────────


def test_a_new_edition_takes_at_most_thirty_lines() -> None:
    lines = (PACKS / "luoyang-2024/style.toml").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 30
    pack = tomllib.loads("\n".join(lines))
    assert pack["extends"] == "luoyang"
    assert {"edition", "reporting_years", "dates", "sections"} <= set(pack)


def test_a_new_edition_renders_with_its_own_years(tmp_path: Path) -> None:
    values = changed("application_date", "2024-03-15")
    values["years"]["2023"] = {"total_assets": 5300, "revenue": 6300, "profit": 130}
    case = stored(tmp_path / "案例", values)
    folder = render_case(case, str(PACKS / "luoyang-2024"), tmp_path / "out").folder
    form = Rendered(folder, case).word("2-洛阳市质量标杆申报表").text.characters
    assert "2021年2022年2023年" in form
    assert "2020年" not in form
