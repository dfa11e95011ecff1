"""The letter and the opinions: in the unit's order, on the issuer's form or a sheet of our own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from docgen.bureau.recommendation import Recommendation, recommend
from docgen.style.load import load_style
from docgen.write import files_of
from tests.bureau.making import companies, company, experience, facts, filled_in, stored
from tests.conftest import SECOND_SAMPLE
from tests.independent.validators import schema_errors, sdk_errors
from tests.independent.word import Word

UNIT = "洛阳市涧西区工业和信息化局"
OPINION = "该企业方法科学，成效显著。\n同意推荐。"
LATER = "2023-03-27"
#: What the issuer's form prints above the opinion.
PLACE = "县区工业和信息化主管部门推荐意见"


def opinions(folder: Path, *said: dict[str, Any]) -> Path:
    """The unit's file, with what it says of each company."""
    file = folder / "意见.json"
    unit = {"name": UNIT, "contact": "李华", "phone": "0379-60000100", "date": "2023-03-25"}
    unit |= {"number": "涧工信〔2023〕12号", "signer": "王建国"}
    text = json.dumps({"unit": unit, "companies": said}, ensure_ascii=False)
    file.write_text(text, encoding="utf-8")
    return file


def said_of(number: int, **more: Any) -> dict[str, Any]:
    return {"name": company(number), "rank": number, "opinion": OPINION, **more}


def printed(made: Recommendation, folder: Path) -> list[Path]:
    """The letter and the opinions as Word files."""
    paths = []
    for number, document in enumerate([made.letter, *(each.document for each in made.opinions)]):
        (file,), _ = files_of(document, ("docx",))
        paths.append(folder / f"{number}.docx")
        file.write_to(paths[-1])
    return paths


def codes(made: Recommendation) -> list[str]:
    return [each.code for each in made.findings]


def recommended(paths: list[Path], style: str, file: Path | None = None) -> Recommendation:
    return recommend(paths, load_style(style), file)


def test_letter_and_opinions_keep_the_units_order(tmp_path: Path) -> None:
    cases = companies(tmp_path / "案例", 3)
    file = opinions(tmp_path, said_of(1, rank=3), said_of(2, rank=1), said_of(3, rank=2))
    made = recommended(cases, "luoyang", file)
    assert codes(made) == []
    assert [(each.number, each.company) for each in made.opinions] == [
        (1, company(2)),
        (2, company(3)),
        (3, company(1)),
    ]
    letter = Word(printed(made, tmp_path)[0])
    assert f"{company(2)}、{company(3)}、{company(1)}等3家企业" in letter.text.characters


def test_a_company_that_applies_twice_is_named_once_in_the_letter(tmp_path: Path) -> None:
    companies(tmp_path / "案例", 2)
    stored(tmp_path / "案例/又", facts(1))
    made = recommended([tmp_path / "案例"], "luoyang")
    letter = Word(printed(made, tmp_path)[0])
    assert f"现推荐{company(1)}、{company(2)}等2家企业申报" in letter.text.characters


def test_a_province_that_forwards_the_call_is_written_to_itself(tmp_path: Path) -> None:
    made = recommended(companies(tmp_path / "案例", 1), "liaoning")
    lines = [each.text for each in Word(printed(made, tmp_path)[0]).paragraphs]
    assert "辽宁省工业和信息化厅：" in lines


def test_the_letter_says_who_writes_and_what_goes_with_it(tmp_path: Path) -> None:
    made = recommended(companies(tmp_path / "案例", 2), "luoyang", opinions(tmp_path, said_of(1)))
    lines = [each.text for each in Word(printed(made, tmp_path)[0]).paragraphs]
    text = "\n".join(lines)
    for said in ("涧工信〔2023〕12号", "王建国", UNIT, "2023年3月25日", "李华", "0379-60000100"):
        assert said in text, said
    assert any("附件：1.2023年洛阳市质量标杆汇总表" in each.replace(" ", "") for each in lines)


def test_an_opinion_stands_in_the_issuers_own_form(tmp_path: Path) -> None:
    file = opinions(tmp_path, said_of(1, date=LATER))
    made = recommended(companies(tmp_path / "案例", 1), "luoyang", file)
    _, form = printed(made, tmp_path)
    cell = [each.text for each in Word(form).paragraphs]
    place = next(
        i for i, text in enumerate(cell) if text.startswith("县区工业和信息化主管部门推荐意见")
    )
    after = [text for text in cell[place : place + 8] if text]
    assert after[1:3] == OPINION.split("\n")
    assert "2023年3月27日" in "".join(after)
    assert experience(1)[:10] not in after
    assert schema_errors(form) == []
    assert sdk_errors(form) == []


def test_a_form_that_a_company_typed_into_gets_the_opinion_too(tmp_path: Path) -> None:
    (case,) = companies(tmp_path / "案例", 1)
    folder = filled_in(case, tmp_path / "来件")
    made = recommended([folder], "luoyang", opinions(tmp_path, said_of(1)))
    assert [each.company for each in made.opinions] == [company(1)]
    assert OPINION.split("\n", maxsplit=1)[0] in Word(printed(made, tmp_path)[1]).text.characters


@pytest.mark.parametrize("style", ["zhejiang", "shanghai"])
def test_an_issuer_without_a_place_gets_a_sheet(tmp_path: Path, style: str) -> None:
    made = recommended(companies(tmp_path / "案例", 1), style, opinions(tmp_path, said_of(1)))
    _, sheet = printed(made, tmp_path)
    text = Word(sheet).text.characters
    assert "推荐意见表" in text
    assert company(1) in text
    assert experience(1) in text
    assert "同意推荐。" in text


@pytest.mark.parametrize("style", ["luoyang", "changzhou", "national", "liaoning", "zhejiang"])
def test_the_second_sample_is_recommended_to_every_issuer(tmp_path: Path, style: str) -> None:
    said = {"name": "衡澜流体科技股份有限公司", "rank": 1, "opinion": OPINION}
    made = recommended([SECOND_SAMPLE], style, opinions(tmp_path, said))
    assert len(made.opinions) == 1
    assert [each.code for each in made.findings if each.severity == "error"] == []


def test_without_a_file_there_is_room_to_write(tmp_path: Path) -> None:
    made = recommended(companies(tmp_path / "案例", 2), "luoyang")
    assert codes(made) == []
    letter, form, _ = printed(made, tmp_path)
    assert PLACE in Word(form).text.characters
    assert "年月日" in Word(letter).text.characters.replace(" ", "").replace("\u3000", "")


def test_an_opinion_that_the_file_leaves_out_is_told_and_left_blank(tmp_path: Path) -> None:
    cases = companies(tmp_path / "案例", 2)
    made = recommended(cases, "luoyang", opinions(tmp_path, said_of(1), {"name": company(2)}))
    assert len(made.opinions) == 2
    (finding,) = [each for each in made.findings if each.code == "opinion-blank"]
    assert company(2) in finding.message
    assert finding.place.file == str(cases[1])


def test_a_company_without_a_form_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    one, two = companies(tmp_path / "案例", 2)
    folder = filled_in(one, tmp_path / "来件")
    (folder / "洛阳市质量标杆申报表.docx").unlink()
    made = recommended([folder, two], "luoyang", opinions(tmp_path, said_of(1), said_of(2)))
    assert [each.company for each in made.opinions] == [company(2)]
    (finding,) = [each for each in made.findings if each.code == "opinion-without-form"]
    assert company(1) in finding.message
    assert finding.place.file.endswith("封面.docx")


def test_what_a_form_wants_and_a_case_lacks_is_told_in_one_sentence(tmp_path: Path) -> None:
    values = facts(1)
    del values["company"]["address"], values["contact"]["title"]
    case = stored(tmp_path / "甲", values)
    made = recommended([case], "luoyang", opinions(tmp_path, said_of(1)))
    assert made.opinions == ()
    (finding,) = [each for each in made.findings if each.code == "form-unfilled"]
    assert "案例缺 2 项内容，填不出《洛阳市质量标杆申报表》" in finding.message
    assert finding.place.file == str(case)


def test_a_form_with_an_opinion_already_written_is_told(tmp_path: Path) -> None:
    (case,) = companies(tmp_path / "案例", 1)
    file = opinions(tmp_path, said_of(1))
    first = recommended([case], "luoyang", file)
    folder = tmp_path / "来件"
    folder.mkdir()
    printed(first, folder)[0].unlink()
    again = recommended([folder], "luoyang", file)
    assert "opinion-place-taken" in codes(again)


def test_quotas_and_duplicates_are_told_as_in_the_summary(tmp_path: Path) -> None:
    cases = companies(tmp_path / "案例", 6)
    stored(tmp_path / "案例/又", facts(1))
    made = recommended([tmp_path / "案例"], "zhejiang")
    assert len(cases) == 6
    assert "quota-exceeded" in codes(made)
    assert "duplicate-applicant" in codes(made)
