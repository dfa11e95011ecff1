"""One child looks into all files of a run; a file that it cannot finish with is told, not fatal."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.binding import care
from docgen.binding.care import carefully
from docgen.binding.remarks import BadSheet, Inspected
from docgen.binding.sheets import inspect
from tests.cases.unit.making import pdf


def process_of(path: Path) -> int:
    return os.getpid()


def never_ending(path: Path) -> None:
    time.sleep(60)


def fatal(path: Path) -> None:
    os.abort()


def named(path: Path, before: str, *, after: str) -> str:
    return f"{before}{path.name}{after}"


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A run in which a file may take one second."""
    monkeypatch.setattr(care, "SECONDS", 1.0)
    care._worker.cache_clear()
    yield
    care._worker().__exit__(None, None, None)
    care._worker.cache_clear()


def refusal(path: Path, function: object) -> BadSheet:
    with pytest.raises(BadSheet) as caught:
        carefully(function, path)  # type: ignore[arg-type]
    return caught.value


def test_all_files_of_a_run_have_one_child(tmp_path: Path) -> None:
    first, second = (carefully(process_of, tmp_path / name) for name in ("a.pdf", "b.pdf"))
    assert first == second != os.getpid()


def test_the_file_goes_first_and_all_else_comes_along(tmp_path: Path) -> None:
    assert carefully(named, tmp_path / "执照.pdf", "《", after="》") == "《执照.pdf》"


def test_a_sound_file_gives_what_the_function_makes_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(3))
    assert carefully(inspect, tmp_path / "a.pdf") == Inspected(3)


def test_what_is_wrong_with_a_file_comes_through_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"")
    bad = refusal(tmp_path / "a.pdf", inspect)
    assert (bad.code, bad.message) == ("sheet-empty", "是空文件")


@pytest.mark.usefixtures("hurried")
def test_a_file_that_takes_too_long_is_given_up_and_the_cure_told(tmp_path: Path) -> None:
    started = time.monotonic()
    bad = refusal(tmp_path / "a.pdf", never_ending)
    assert time.monotonic() - started < 20
    assert bad.code == "sheet-too-slow"
    assert "处理了 1 秒" in bad.message
    assert "打印" in bad.cure
    assert "拆成几份" in bad.cure


@pytest.mark.usefixtures("hurried")
def test_the_next_file_is_none_the_worse_for_it(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").write_bytes(pdf())
    for function in (never_ending, fatal):
        refusal(tmp_path / "a.pdf", function)
        assert carefully(inspect, tmp_path / "b.pdf") == Inspected(1)


def test_a_file_that_kills_the_child_is_called_damaged(tmp_path: Path) -> None:
    bad = refusal(tmp_path / "a.pdf", fatal)
    assert bad.code == "sheet-damaged"
    assert "出错退出" in bad.message
    assert "重新下载" in bad.cure


def test_an_honest_file_has_a_minute() -> None:
    assert care.SECONDS == 60
