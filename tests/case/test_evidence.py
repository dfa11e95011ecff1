"""The list of evidence is typed strictly: every slip has its place and its cure."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from docgen.case.load import Case
from docgen.check import check_case
from docgen.findings import Finding, Severity
from docgen.style.load import load_style
from tests.cases.unit.making import changed, loaded, sound

PAPER: dict[str, Any] = {
    "kind": "知识产权证明",
    "title": "发明专利证书",
    "files": ["证明/报告.pdf"],
    "id": "专利",
}
MENTIONING = "专利见[证实性材料](#专利)。"


def case_with(folder: Path, *papers: Any, text: str = "公司成立于2004年。") -> Case:
    """The sound case with further papers behind its three reports."""
    values = changed("evidence", [*sound()["evidence"], *papers])
    values["narrative"]["overview"] = text
    return loaded(folder, values)


def paper(**changes: Any) -> dict[str, Any]:
    return PAPER | changes


def lacking(name: str) -> dict[str, Any]:
    return {key: value for key, value in PAPER.items() if key != name}


def told(case: Case) -> list[Finding]:
    """All that a check tells of a case."""
    return [*case.findings, *check_case(case, load_style("luoyang"))]


def test_a_paper_needs_a_kind_a_title_and_a_file_and_no_more(tmp_path: Path) -> None:
    case = case_with(tmp_path, {key: PAPER[key] for key in ("kind", "title", "files")})
    assert case.findings == ()
    added = case.papers[-1]
    assert (added.kind, added.title, added.id) == ("知识产权证明", "发明专利证书", "")
    assert [each.password for each in added.files] == [""]


def test_a_paper_may_have_an_id_and_a_password(tmp_path: Path) -> None:
    case = case_with(tmp_path, paper(password="1234"))
    assert case.findings == ()
    assert case.papers[-1].id == "专利"
    assert [each.password for each in case.papers[-1].files] == ["1234"]


@pytest.mark.parametrize(
    ("wrong", "code", "pointer", "cure"),
    [
        (lacking("kind"), "missing-field", "/evidence/3/kind", "请补上"),
        (lacking("title"), "missing-field", "/evidence/3/title", "请补上"),
        (lacking("files"), "missing-field", "/evidence/3/files", "请补上"),
        (paper(kind=" "), "empty-field", "/evidence/3/kind", "请填写"),
        (paper(title=""), "empty-field", "/evidence/3/title", "请填写"),
        (paper(files=[]), "empty-field", "/evidence/3/files", "请填写"),
        (paper(id=""), "empty-field", "/evidence/3/id", "删去"),
        (paper(password=""), "empty-field", "/evidence/3/password", "删去"),
        (paper(title="题" * 61), "too-long", "/evidence/3/title", "请缩短"),
        (paper(title=7), "not-text", "/evidence/3/title", "双引号"),
        (paper(password=123456), "not-text", "/evidence/3/password", "双引号"),
        (paper(files="证明/报告.pdf"), "not-a-list", "/evidence/3/files", "[ … ]"),
        (paper(files={"file": "证明/报告.pdf"}), "not-a-list", "/evidence/3/files", "[ … ]"),
        ("证明/报告.pdf", "not-an-object", "/evidence/3", "{ … }"),
        (None, "not-an-object", "/evidence/3", "{ … }"),
    ],
)
def test_a_slip_in_the_list_names_its_place_and_its_cure(
    tmp_path: Path, wrong: Any, code: str, pointer: str, cure: str
) -> None:
    (finding,) = case_with(tmp_path, wrong).findings
    assert (finding.code, finding.severity) == (code, Severity.ERROR)
    assert finding.place.pointer == pointer
    assert finding.place.title.startswith("证实性材料 / 第 4 项")
    assert cure in finding.cure


@pytest.mark.parametrize("value", [{"kind": "其他"}, "证明/报告.pdf", None])
def test_evidence_that_is_no_list_is_an_error(tmp_path: Path, value: Any) -> None:
    (finding,) = loaded(tmp_path, changed("evidence", value)).findings
    assert (finding.code, finding.place.pointer) == ("not-a-list", "/evidence")
    assert "[ … ]" in finding.cure


@pytest.mark.parametrize(("name", "code"), [(3, "not-text"), ("  ", "empty-field")])
def test_a_list_whose_only_file_is_wrong_is_not_called_empty(
    tmp_path: Path, name: Any, code: str
) -> None:
    (finding,) = case_with(tmp_path, paper(files=[name])).findings
    assert (finding.code, finding.place.pointer) == (code, "/evidence/3/files/0")


def test_a_title_of_sixty_characters_is_the_longest(tmp_path: Path) -> None:
    case = case_with(tmp_path, paper(title="题" * 60))
    assert (case.findings, case.papers[-1].title) == ((), "题" * 60)


def test_a_line_break_in_a_title_is_noticed_and_not_printed(tmp_path: Path) -> None:
    case = case_with(tmp_path, paper(title="发明专利\n证书"))
    (finding,) = case.findings
    assert (finding.code, finding.severity) == ("line-break-removed", Severity.WARNING)
    assert case.papers[-1].title == "发明专利证书"


def test_a_mistyped_key_is_a_warning_with_the_right_one(tmp_path: Path) -> None:
    (finding,) = case_with(tmp_path, paper(pasword="1234")).findings
    assert (finding.code, finding.severity) == ("unknown-field", Severity.WARNING)
    assert finding.place.pointer == "/evidence/3/pasword"
    assert "“password”" in finding.cure


def test_evidence_of_an_override_is_located_there(tmp_path: Path) -> None:
    values = sound() | {"overrides": {"luoyang": {"evidence": [lacking("kind")]}}}
    (finding,) = loaded(tmp_path, values).findings
    assert finding.place.pointer == "/overrides/luoyang/evidence/0/kind"


def test_a_case_may_have_no_evidence_at_all(tmp_path: Path) -> None:
    case = loaded(tmp_path, changed("evidence", []))
    assert (case.papers, case.findings) == ((), ())


# ── What follows from a slip is not told as well ────────


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (lacking("kind"), "missing-field"),
        (paper(files="证明/报告.pdf"), "not-a-list"),
        (paper(files=["没有.pdf"]), "file-missing"),
    ],
)
def test_a_paper_that_is_listed_wrongly_is_not_called_missing(
    tmp_path: Path, wrong: dict[str, Any], code: str
) -> None:
    assert [each.code for each in told(case_with(tmp_path, wrong, text=MENTIONING))] == [code]


def test_a_paper_that_nobody_listed_is_called_missing(tmp_path: Path) -> None:
    (finding,) = told(case_with(tmp_path, text=MENTIONING))
    assert finding.code == "reference-without-target"
    assert "“专利”" in finding.message


def test_what_the_notice_requires_is_missed_beside_a_file_that_is_not_there(
    tmp_path: Path,
) -> None:
    two = sound()["evidence"][1:]
    case = loaded(tmp_path, changed("evidence", [*two, paper(files=["没有.pdf"])]))
    assert [each.code for each in told(case)] == ["file-missing", "evidence-missing"]


# ── Ids ─────────────────────────────────────────────────


def test_two_papers_cannot_have_one_id(tmp_path: Path) -> None:
    (finding,) = told(case_with(tmp_path, paper(), paper(title="另一证书")))
    assert (finding.code, finding.severity) == ("evidence-id-repeated", Severity.ERROR)
    assert finding.place.pointer == "/evidence/4/id"
    assert "另一证书" in finding.message
    assert "“专利”" in finding.message
    assert "另一个标识" in finding.cure


def test_the_same_id_is_told_whoever_wants_the_papers(tmp_path: Path) -> None:
    case = case_with(tmp_path, paper(kind="营业执照"), paper(kind="财务报表", title="三表"))
    codes = [each.code for each in told(case)]
    assert codes.count("evidence-id-repeated") == 1


def test_a_paper_cannot_have_the_id_of_a_figure(tmp_path: Path) -> None:
    (finding,) = told(case_with(tmp_path, paper(id="流程")))
    assert (finding.code, finding.place.pointer) == ("evidence-id-repeated", "/evidence/3/id")


def test_papers_without_an_id_are_no_namesakes(tmp_path: Path) -> None:
    assert told(case_with(tmp_path, lacking("id"), lacking("id"))) == []
