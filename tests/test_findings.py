"""Findings are data; errors among them stop the work."""

from __future__ import annotations

import pytest

from docgen.findings import DocgenError, Finding, Severity, stop_on_errors

WARNING = Finding("w", "警告。", "改。", severity=Severity.WARNING)
NOTE = Finding("n", "提示。", "看。", severity=Severity.NOTE)
ERROR = Finding("e", "错误。", "改。")


def test_a_finding_is_an_error_unless_it_says_otherwise() -> None:
    assert ERROR.severity is Severity.ERROR
    assert ERROR.place.file == ""


def test_warnings_and_notes_let_the_work_go_on() -> None:
    assert stop_on_errors(iter([WARNING, NOTE])) == [WARNING, NOTE]


def test_one_error_stops_the_work_with_everything_that_was_found() -> None:
    with pytest.raises(DocgenError) as caught:
        stop_on_errors([WARNING, ERROR, NOTE])
    assert caught.value.findings == (WARNING, ERROR, NOTE)
    assert str(caught.value) == "w; e; n"
