"""What the disk refuses is told in Chinese."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.disk import reason


def refusal(path: Path) -> OSError:
    try:
        path.read_bytes()
    except OSError as error:
        return error
    pytest.fail("the system reads it")


def test_what_the_system_refuses_is_told_in_chinese(tmp_path: Path) -> None:
    (tmp_path / "圈").symlink_to(tmp_path / "圈")
    (tmp_path / "文件").write_text("")
    assert reason(refusal(tmp_path / "没有")) == "没有这个文件或文件夹"
    assert reason(refusal(tmp_path / "圈")) == "链接绕成了圈"
    assert reason(refusal(tmp_path / "文件" / "下面")) == "路径中有一段不是文件夹"
    assert reason(refusal(tmp_path / ("长" * 200))) == "文件名或路径太长"
    assert "权限" in reason(PermissionError(13, "Permission denied"))


def test_a_reason_that_is_not_known_is_the_systems() -> None:
    assert reason(OSError(75, "Value too large")) == "Value too large"
    assert reason(OSError("坏了")) == "OSError"
