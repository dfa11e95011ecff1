"""Files are put together company by company, whatever folders and names they come in."""

from __future__ import annotations

from pathlib import Path

from docgen.findings import Finding, Severity
from docgen.intake.files import Submission, submissions
from docgen.intake.inbox import open_inbox
from docgen.style.load import load_style
from tests.cases.unit.making import pack
from tests.forms.typing_in import ABOVE, typed_form
from tests.intake.companies import cover, form, narrative, stored


def read(*paths: Path, style: str = "luoyang") -> tuple[list[Submission], list[Finding]]:
    chosen = load_style(style)
    inbox = open_inbox(paths, chosen, cases=False)
    found, findings = submissions(inbox.files, chosen)
    return found, [*inbox.findings, *findings]


def grouped(folder: Path, *paths: Path) -> list[tuple[str | None, list[str]]]:
    """Each company and the files that are its own."""
    found, findings = read(*(paths or (folder,)))
    assert findings == []
    return [
        (
            each.value("company.name"),
            [Path(file.file).relative_to(folder).as_posix() for file in each.received],
        )
        for each in found
    ]


# ── Whose they are ──────────────────────────────────────


def test_a_folder_with_each_document_once_is_one_companys(tmp_path: Path) -> None:
    stored(tmp_path, b封面=cover("甲公司"), c材料=narrative(), d申报表=form("甲公司"))
    assert grouped(tmp_path) == [("甲公司", ["d申报表.docx", "b封面.docx", "c材料.docx"])]


def test_it_is_one_companys_whatever_names_its_files_say(tmp_path: Path) -> None:
    stored(tmp_path, 封面=cover("乙公司"), 申报表=form("甲公司"))
    ((company, files),) = grouped(tmp_path)
    assert (company, len(files)) == ("甲公司", 2)


def test_that_it_names_another_is_an_error_that_names_both(tmp_path: Path) -> None:
    stored(tmp_path, 封面=cover("洛阳乙公司"), 申报表=form("济源甲公司"))
    (submission,), _ = read(tmp_path)
    (finding,) = submission.findings
    assert (finding.code, finding.severity) == ("companies-mixed", Severity.ERROR)
    assert "“洛阳乙公司”，在《申报表.docx》" in finding.message
    assert "是“济源甲公司”" in finding.message


def test_a_name_in_several_ruled_lines_of_a_cover_is_one(tmp_path: Path) -> None:
    lines = [["标杆名称：", "甲公司实施基于"], [ABOVE, "“一泵一档”的实践经验"]]
    stored(
        tmp_path,
        封面=typed_form("2023年洛阳市质量标杆", "申报材料", [*lines, ["申报单位：", "甲公司"]]),
    )
    (submission,), findings = read(tmp_path)
    assert submission.value("experience.name") == "甲公司实施基于“一泵一档”的实践经验"
    assert submission.value("company.name") == "甲公司"
    assert [*submission.findings, *findings] == []


def test_that_it_names_it_in_another_way_is_a_warning(tmp_path: Path) -> None:
    stored(tmp_path, 封面=cover("甲轴承公司"), 申报表=form("济源甲轴承有限公司"))
    (submission,), _ = read(tmp_path)
    assert [each.code for each in submission.findings] == ["values-differ"]


def test_it_is_one_companys_if_no_file_names_any(tmp_path: Path) -> None:
    stored(tmp_path, 材料=narrative(), 封面=cover(""))
    assert grouped(tmp_path) == [(None, ["封面.docx", "材料.docx"])]


def test_of_several_companies_each_file_goes_to_the_one_it_names(tmp_path: Path) -> None:
    stored(tmp_path, a=form("甲公司"), b=form("乙公司"), c=cover("乙公司"), d=cover("甲 公 司"))
    assert grouped(tmp_path) == [
        ("甲公司", ["a.docx", "d.docx"]),
        ("乙公司", ["b.docx", "c.docx"]),
    ]


def test_a_file_that_names_none_goes_to_the_only_company_beside_it(tmp_path: Path) -> None:
    stored(tmp_path, a=form("甲公司"), b=form("甲公司", "李四"), c=narrative())
    assert grouped(tmp_path) == [("甲公司", ["a.docx", "b.docx", "c.docx"])]


def test_among_several_it_goes_to_nobody(tmp_path: Path) -> None:
    stored(tmp_path, a=form("甲公司"), b=form("乙公司"), c=narrative(), d=cover(""))
    assert grouped(tmp_path) == [
        ("甲公司", ["a.docx"]),
        ("乙公司", ["b.docx"]),
        (None, ["c.docx"]),
        (None, ["d.docx"]),
    ]


def test_forms_that_name_nobody_are_each_a_company_of_its_own(tmp_path: Path) -> None:
    stored(tmp_path, a=form(""), b=form(""))
    assert grouped(tmp_path) == [(None, ["a.docx"]), (None, ["b.docx"])]


def test_a_folder_a_company(tmp_path: Path) -> None:
    stored(tmp_path, **{"甲/表": form("甲公司"), "甲/文": narrative()})
    stored(tmp_path, **{"乙/表": form("乙公司"), "乙/文": narrative()})
    assert grouped(tmp_path) == [
        ("乙公司", ["乙/表.docx", "乙/文.docx"]),
        ("甲公司", ["甲/表.docx", "甲/文.docx"]),
    ]


def test_one_company_in_two_folders_is_one(tmp_path: Path) -> None:
    stored(tmp_path, **{"表/a": form("甲公司"), "封面/a": cover("甲公司")})
    assert grouped(tmp_path) == [("甲公司", ["表/a.docx", "封面/a.docx"])]


def test_files_may_be_named_one_by_one(tmp_path: Path) -> None:
    stored(tmp_path, a=form("甲公司"), b=cover("甲公司"), c=form("乙公司"))
    files = [tmp_path / "b.docx", tmp_path / "a.docx"]
    assert grouped(tmp_path, *files) == [("甲公司", ["a.docx", "b.docx"])]


def test_what_is_handed_in_apart_belongs_to_the_folder_above_it(tmp_path: Path) -> None:
    own = pack(
        tmp_path / "规范",
        'extends = "luoyang"\n[packing]\nclause = "甲"\napart = { cover = "上传" }',
    )
    folder = stored(
        tmp_path / "甲", **{"表": form("甲公司"), "上传/封面": cover(""), "别处/文": narrative()}
    )
    found, _ = read(folder, style=str(own))
    assert [[Path(file.file).name for file in each.received] for each in found] == [
        ["表.docx", "封面.docx"],
        ["文.docx"],
    ]


# ── What they say together ──────────────────────────────


def only(folder: Path) -> Submission:
    (found,), findings = read(folder)
    assert findings == []
    return found


def test_the_form_is_believed_before_any_other_file(tmp_path: Path) -> None:
    stored(tmp_path, a封面=cover("乙公司", "李四"), b申报表=form("甲公司", "张三"))
    found = only(tmp_path)
    assert found.file.endswith("b申报表.docx")
    assert found.value("contact.name") == "张三"
    case = found.case()
    assert case["company"]["name"] == "甲公司"
    assert case["application_date"] == "2023-03-20"
    assert found.value("contact.department") is None


def test_what_its_files_say_in_two_ways_is_told_once_with_both_places(tmp_path: Path) -> None:
    stored(tmp_path, a封面=cover("甲公司", "李四"), b申报表=form("甲公司", "张三"))
    (finding,) = only(tmp_path).findings
    assert finding.code == "values-differ"
    assert "“李四”" in finding.message
    assert "《b申报表.docx》" in finding.message
    assert "“张三”" in finding.message
    assert finding.place.file.endswith("a封面.docx")


def test_a_company_that_hands_in_a_form_twice_is_told_with_both_files(tmp_path: Path) -> None:
    stored(tmp_path, a=form("甲公司"), b=form("甲公司"), c=cover("甲公司"))
    (submission,), _ = read(tmp_path)
    (finding,) = [each for each in submission.findings if each.code == "document-repeated"]
    assert finding.place.file == str(tmp_path / "b.docx")
    assert str(tmp_path / "a.docx") in finding.message


def test_files_that_agree_have_nothing_to_tell(tmp_path: Path) -> None:
    stored(tmp_path, a封面=cover("甲公司"), b申报表=form("甲公司"))
    assert only(tmp_path).findings == []


def test_files_of_two_companies_are_not_compared(tmp_path: Path) -> None:
    stored(tmp_path, a=form("甲公司", "张三"), b=form("乙公司", "李四"))
    found, _ = read(tmp_path)
    assert [each.findings for each in found] == [[], []]


def test_a_file_that_cannot_be_read_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    letter = typed_form("通知", "各部门：", "请准时参加。", "办公室")
    stored(tmp_path, a=form("甲公司"), b=b"no Word file", c=letter)
    found, findings = read(tmp_path, tmp_path / "没有.docx")
    assert [each.value("company.name") for each in found] == ["甲公司"]
    assert [(each.code, Path(each.place.file).name) for each in findings] == [
        ("file-missing", "没有.docx"),
        ("word-not-a-docx", "b.docx"),
        ("document-unknown", "c.docx"),
    ]
    assert all(each.cure for each in findings)


def test_each_file_is_told_as_it_is_read(tmp_path: Path) -> None:
    stored(tmp_path, b=cover("甲公司"), a=form("甲公司"))
    told: list[str] = []
    style = load_style("luoyang")
    submissions(open_inbox([tmp_path], style).files, style, told.append)
    assert told == ["a.docx", "b.docx"]
