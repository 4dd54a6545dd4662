"""The loop of a watched run."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from bulletlint.core.errors import ConfigError

pytest.importorskip("watchfiles")

from bulletlint.cli.watch.files import Watched
from bulletlint.cli.watch.loop import INTERRUPTED, watch

WEAK = "# Sam Field\n\n## Experience\n\n- Implemented a caching layer for search.\n"
WATCHED = Watched(frozenset({"/cv.md"}), (), (), frozenset({"/"}), frozenset())
#: Seconds that a test waits for what it knows will come; far more than it takes.
LIMIT = 120.0


def make_wait(changes: int) -> Callable[[Watched], Iterable[str]]:
    """Return what tells of so many changes, and then of Ctrl-C."""
    left = iter(range(changes))

    def wait(watched: Watched) -> Iterable[str]:
        if next(left, None) is None:
            raise KeyboardInterrupt
        yield "/cv.md"

    return wait


def test_each_change_is_checked_until_ctrl_c(capsys: pytest.CaptureFixture[str]) -> None:
    """The exit code is that of an interrupted run; what is watched is found again each time."""
    runs: list[int] = []

    def run() -> int:
        runs.append(1)
        return 1

    assert watch(run, lambda: WATCHED, quiet=False, wait=make_wait(2)) == INTERRUPTED == 130
    assert len(runs) == 3
    assert capsys.readouterr().err == "watching 1 file; Ctrl-C ends\n" * 3 + "\n"


def test_wrong_settings_are_said_and_waited_out(capsys: pytest.CaptureFixture[str]) -> None:
    """Half of a configuration is what an editor saves sometimes."""
    answers: list[str] = ["bad", "good"]

    def run() -> int:
        if answers.pop(0) == "bad":
            raise ConfigError("broken", path="bulletlint.toml")
        return 0

    assert watch(run, lambda: WATCHED, quiet=True, wait=make_wait(1)) == INTERRUPTED
    assert answers == []
    assert capsys.readouterr().err == "error: bulletlint.toml: broken\n\n"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal that Windows does not have")
def test_a_saved_file_is_checked_again(tmp_path: Path) -> None:
    """By the command itself: written in place, replaced by another file, and ended by Ctrl-C."""
    path = tmp_path / "cv.md"
    path.write_text(WEAK, encoding="utf-8")
    report = tmp_path / "out.txt"
    with report.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "bulletlint", "check", str(path), "--watch", "--format", "concise"],
            stdout=output,
            stderr=subprocess.PIPE,
            text=True,
        )
    try:
        wait_for(lambda: "caching" not in report.read_text() and report.read_text().count("BL101") == 1)
        time.sleep(1)
        path.write_text(WEAK + "- Made a tool for shops.\n", encoding="utf-8")
        wait_for(lambda: report.read_text().count("BL101") == 3)
        time.sleep(1)
        (tmp_path / "new").write_text(WEAK, encoding="utf-8")
        (tmp_path / "new").replace(path)
        wait_for(lambda: report.read_text().count("BL101") == 4)
    finally:
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=LIMIT)
    assert process.returncode == 130
    assert "Traceback" not in said
    assert said.count("watching 1 file; Ctrl-C ends\n") == 3


def wait_for(holds: Callable[[], bool]) -> None:
    """Wait until something holds; fail after LIMIT."""
    end = time.monotonic() + LIMIT
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.1)
