"""A child process takes the risk: it may hang, burst or die, and we go on."""

from __future__ import annotations

import operator
import os
import pickle
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from docgen.binding.remarks import BadSheet
from docgen.binding.sheets import inspect
from docgen.binding.worker import MEMORY, Crashed, Overtime, Worker

ROOT = Path(__file__).parents[2]


class UntravelledError(Exception):
    """Wants an argument that it does not keep, as many libraries' exceptions do."""

    def __init__(self, place: str, *, line: int) -> None:
        super().__init__(place)


def raise_untravelled() -> None:
    raise UntravelledError("in the library", line=7)


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker(seconds=20) as one:
        yield one


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def ends(process: int) -> bool:
    """Whether a process is gone soon."""
    until = time.monotonic() + 10
    while is_alive(process) and time.monotonic() < until:
        time.sleep(0.02)
    return not is_alive(process)


def test_a_script_without_a_main_guard_is_not_run_anew_in_the_child(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import os\nfrom docgen.binding.worker import Worker\n"
        "print('once')\n"
        "with Worker(20) as worker:\n    worker.run(os.getpid)\n"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, env=environment, check=False
    )
    assert (done.stdout, done.returncode) == ("once\n", 0), done.stderr


def test_work_is_done_in_one_other_process(worker: Worker) -> None:
    child = worker.run(os.getpid)
    assert child != os.getpid()
    assert worker.run(os.getpid) == child
    assert worker.run(operator.add, [1], [2]) == [1, 2]
    assert worker.run(int, "11", base=2) == 3


def test_what_a_function_raises_is_raised_here(worker: Worker, tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError, match="division by zero"):
        worker.run(operator.truediv, 1, 0)
    (tmp_path / "a.pdf").write_bytes(b"")
    with pytest.raises(BadSheet) as caught:
        worker.run(inspect, tmp_path / "a.pdf")
    assert caught.value.code == "sheet-empty"
    with pytest.raises(EOFError):
        worker.run(pickle.loads, b"")
    assert worker.run(operator.neg, 1) == -1


def test_what_cannot_travel_is_an_error_and_no_more(worker: Worker) -> None:
    with pytest.raises(TypeError, match="cannot pickle"):
        worker.run(open, os.devnull)
    with pytest.raises(TypeError, match="cannot pickle"):
        worker.run(id, sys.stdout)
    assert worker.run(operator.neg, 1) == -1


def test_an_exception_that_cannot_travel_is_told_in_words(worker: Worker) -> None:
    with pytest.raises(RuntimeError, match="UntravelledError: in the library"):
        worker.run(raise_untravelled)


def test_work_that_takes_too_long_is_stopped_and_the_next_goes_on() -> None:
    with Worker(seconds=0.5) as worker:
        child = worker.run(os.getpid)
        started = time.monotonic()
        with pytest.raises(Overtime):
            worker.run(time.sleep, 60)
        assert 0.4 < time.monotonic() - started < 5
        assert not is_alive(child)
        assert worker.run(operator.neg, 1) == -1


@pytest.mark.parametrize(("end", "status"), [(os.abort, "-6"), (sys.exit, "0")])
def test_a_child_that_dies_is_noticed_at_once(
    worker: Worker, end: Callable[[], object], status: str
) -> None:
    started = time.monotonic()
    with pytest.raises(Crashed, match=f"exit status {status}"):
        worker.run(end)
    assert time.monotonic() - started < 10
    assert worker.run(operator.neg, 1) == -1


def test_a_child_killed_between_two_calls_is_replaced(worker: Worker) -> None:
    child = worker.run(os.getpid)
    os.kill(child, signal.SIGKILL)
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
    assert worker.run(os.getpid) != child


def test_memory_is_limited(worker: Worker) -> None:
    with pytest.raises(MemoryError):
        worker.run(bytearray, MEMORY)


def test_the_child_is_gone_when_the_work_is_over() -> None:
    with Worker(seconds=20) as worker:
        child = worker.run(os.getpid)
    assert not is_alive(child)


def test_a_worker_that_was_never_used_starts_nothing() -> None:
    with Worker(seconds=20) as worker:
        assert worker._process is None


def program(folder: Path, body: str) -> subprocess.Popen[str]:
    """A program started with -m, like docgen itself, whose main part runs unguarded."""
    package = folder / "prog"
    package.mkdir()
    # What is run in the background begins deaf to interrupts.
    head = """
        import os, signal, sys, time
        from docgen.binding.worker import Worker
        signal.signal(signal.SIGINT, signal.default_int_handler)
        """
    text = textwrap.dedent(head) + textwrap.dedent(body)
    (package / "__main__.py").write_text(text)
    return subprocess.Popen(
        [sys.executable, "-m", "prog"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{folder}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_it_works_in_a_program_started_as_a_module(tmp_path: Path) -> None:
    running = program(
        tmp_path,
        """
        print("begins")
        with Worker(20) as worker:
            print(worker.run(os.getpid) != os.getpid())
        """,
    )
    assert running.communicate(timeout=30) == ("begins\nTrue\n", "")


def test_an_interrupt_ends_the_work_and_the_child(tmp_path: Path) -> None:
    running = program(
        tmp_path,
        """
        with Worker(60) as worker:
            print(worker.run(os.getpid), flush=True)
            worker.run(time.sleep, 50)
        """,
    )
    assert running.stdout is not None
    child = int(running.stdout.readline())
    time.sleep(0.2)
    os.killpg(running.pid, signal.SIGINT)  # as the terminal does: to both
    _, errors = running.communicate(timeout=30)
    assert errors.count("Traceback") == 1
    assert "KeyboardInterrupt" in errors
    assert ends(child)


def test_the_child_does_not_outlive_a_parent_that_is_killed(tmp_path: Path) -> None:
    running = program(
        tmp_path,
        """
        with Worker(60) as worker:
            print(worker.run(os.getpid), flush=True)
            worker.run(time.sleep, 50)
        """,
    )
    assert running.stdout is not None
    child = int(running.stdout.readline())
    running.kill()
    running.communicate(timeout=30)
    assert ends(child)


def test_what_libraries_print_is_not_seen(tmp_path: Path) -> None:
    running = program(
        tmp_path,
        """
        with Worker(20) as worker:
            worker.run(os.system, "echo out; echo error >&2")
            worker.run(print, "out")
        """,
    )
    assert running.communicate(timeout=30) == ("", "")
