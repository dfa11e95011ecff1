"""A child process for work on files that cannot be trusted: it may hang, burst or die, we go on."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import signal
import sys
import threading
from multiprocessing import connection
from types import ModuleType
from typing import TYPE_CHECKING, ParamSpec, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from types import TracebackType
    from typing import Any

P = ParamSpec("P")
T = TypeVar("T")

#: The address space that a child may take, in bytes, where the system knows such limits.
MEMORY = 4 * 1024**3


class Overtime(Exception):  # noqa: N818 - it becomes a finding, not a crash
    """The work took longer than it may."""


class Crashed(Exception):  # noqa: N818 - it becomes a finding, not a crash
    """The child died over the work: a fault in a library, or no memory left."""


class Worker:
    """Runs functions in one child process, one at a time.

    The child starts at the first call and serves the ones after it, until one makes it hang or
    die; the next call starts a new one. Leaving the context ends it. It dies with its parent.
    """

    def __init__(self, seconds: float) -> None:
        """Keep how long a call may take, in seconds; the child's own start does not count."""
        self._seconds = seconds
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stop()

    def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what a function returns; it, its arguments and its result must be picklable.

        Raises:
            Overtime: It took longer than it may.
            Crashed: The child died over it.
            Exception: What the function raised.
        """
        if self._process is not None and not self._process.is_alive():
            self._stop()  # it was ended from outside, between two calls
        try:
            pipe = self._pipe or self._start()
            pipe.send((function, args, kwargs))
            value, error = self._answer(pipe, self._seconds)
        except BaseException:  # an interrupt, too, must not leave the child at work
            self._stop()
            raise
        if error is not None:
            raise error
        result: T = value
        return result

    def _start(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        with _without_main():
            self._process.start()
        theirs.close()  # or its end would not be noticed
        self._answer(self._pipe, None)
        return self._pipe

    def _answer(self, pipe: Connection, seconds: float | None) -> Any:
        """Return what the child sends, as soon as it does or is no more."""
        assert self._process is not None
        if not connection.wait([pipe, self._process.sentinel], seconds):
            raise Overtime
        try:
            return pipe.recv()
        except (EOFError, OSError):
            self._process.join()
            raise Crashed(f"exit status {self._process.exitcode}") from None

    def _stop(self) -> None:
        if self._process is not None and self._process.pid is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


@contextlib.contextmanager
def _without_main() -> Iterator[None]:
    """Let a child begin without the program's own module.

    A script that calls us and has no ``if __name__ == "__main__"`` would be run anew in the child,
    and start a child there.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _serve(pipe: Connection) -> None:
    """Do the work that comes through the pipe, until no more can come."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends us when it is interrupted
    threading.Thread(target=_die_with_parent, daemon=True).start()
    _limit_memory()
    _silence()
    pipe.send((None, None))
    with contextlib.suppress(EOFError):
        while True:
            pipe.send_bytes(_outcome(pipe.recv_bytes()))


def _outcome(call: bytes) -> bytes:
    """Return what came of a call, ready to be sent: its value or else its exception."""
    try:
        function, args, kwargs = pickle.loads(call)
        return pickle.dumps((function(*args, **kwargs), None))
    except Exception as error:
        return pickle.dumps((None, _portable(error)))


def _portable(error: Exception) -> Exception:
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most)
    with contextlib.suppress(ValueError, OSError):  # macOS
        resource.setrlimit(resource.RLIMIT_AS, (limit, most))


def _silence() -> None:
    """Send what libraries print into nowhere: what matters comes back through the pipe."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
