"""One child process for all files of a run: what it cannot do in time is said of the file."""

from __future__ import annotations

import atexit
from functools import cache
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from docgen.binding.remarks import BadSheet
from docgen.binding.worker import Crashed, Overtime, Worker

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

P = ParamSpec("P")
T = TypeVar("T")

#: How long a file may take, in seconds; an honest one of hundreds of pages takes two.
SECONDS = 60.0


def carefully(
    function: Callable[Concatenate[Path, P], T], path: Path, *args: P.args, **kwargs: P.kwargs
) -> T:
    """Return what a function makes of a file, worked on in the child process.

    Raises:
        BadSheet: What the function raises, or ``sheet-too-slow`` or ``sheet-damaged`` where it
            does not come to an end.
    """
    try:
        return _worker().run(function, path, *args, **kwargs)
    except Overtime:
        raise BadSheet(
            "sheet-too-slow",
            f"处理了 {SECONDS:.0f} 秒还没有完成，已停止",
            "请用 PDF 阅读器打开，“打印”成新的 PDF 后再用，或拆成几份。",
        ) from None
    except Crashed:
        raise BadSheet(
            "sheet-damaged", "使读取程序出错退出，可能已损坏", "请重新下载、扫描或导出这份文件。"
        ) from None


@cache
def _worker() -> Worker:
    worker = Worker(SECONDS)
    atexit.register(worker.__exit__, None, None, None)
    return worker
