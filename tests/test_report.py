"""Findings as text: by file, errors first, the cure in the same line."""

from __future__ import annotations

import pytest

from docgen.findings import Finding, Place, Severity
from docgen.report import print_findings


def report(capsys: pytest.CaptureFixture[str], *findings: Finding, about: str = "") -> list[str]:
    print_findings(findings, about)
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err.splitlines()


def test_a_finding_is_one_line_with_place_cure_clause_and_code(
    capsys: pytest.CaptureFixture[str],
) -> None:
    place = Place("case.json", "/contact/mobile", "联系人 / 手机", 7, 3)
    finding = Finding("missing-field", "缺少此项。", "请补上。", place, clause="附件3 四")
    head, line = report(capsys, finding)
    assert head == "case.json"
    assert line.strip() == (
        "错误  联系人 / 手机，第 7 行第 3 字（/contact/mobile）：缺少此项。请补上。〔附件3 四〕 "
        "missing-field"
    )


def test_findings_are_grouped_by_file_with_errors_first(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def finding(file: str, code: str, severity: Severity) -> Finding:
        return Finding(code, "消息。", "办法。", Place(file), severity)

    lines = report(
        capsys,
        finding("甲.md", "a1", Severity.NOTE),
        finding("乙.md", "b1", Severity.WARNING),
        finding("甲.md", "a2", Severity.ERROR),
        finding("甲.md", "a3", Severity.WARNING),
        finding("乙.md", "b2", Severity.ERROR),
    )
    words = [line.split()[-1] if line.startswith(" ") else line for line in lines]
    groups = [words[:3], words[3:]] if words[0] == "乙.md" else [words[4:], words[:4]]
    assert groups == [["乙.md", "b2", "b1"], ["甲.md", "a2", "a3", "a1"]]
    assert [line.split()[0] for line in lines if line.startswith(" ")].count("错误") == 2


def test_a_finding_without_a_file_is_about_the_case(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        report(capsys, Finding("c", "消息。", "办法。"), about="案例/case.json")[0]
        == "案例/case.json"
    )


def test_no_findings_print_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert report(capsys, about="case.json") == []


@pytest.mark.parametrize(
    "text", ["[red]红[/red]", "[/]", "甲[bold", "路径\\", ":smile:", "[link=x]", "\\[甲]"]
)
def test_what_users_wrote_is_printed_as_it_is(
    capsys: pytest.CaptureFixture[str], text: str
) -> None:
    place = Place(f"{text}.md", f"/{text}", text)
    head, line = report(capsys, Finding("c", f"“{text}”不对。", "改。", place))
    assert head == f"{text}.md"
    assert line.count(text) == 3


def test_a_long_line_is_not_broken(capsys: pytest.CaptureFixture[str]) -> None:
    lines = report(capsys, Finding("c", "很" * 500 + "。", "改。"), about="case.json")
    assert len(lines) == 2
