"""What a worker answers, in a thread of the test instead of a process."""

from __future__ import annotations

from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from bulletlint import worker
from bulletlint.errors import ConfigError, PipelineError
from bulletlint.parcel import unpack_results
from bulletlint.settings import Settings
from bulletlint.worker import PAUSE, Orders, Pulse, work

LIMIT = 60.0


@pytest.fixture
def ends(monkeypatch: pytest.MonkeyPatch) -> tuple[Connection, Connection]:
    """Both ends of a connection; the process itself is left as it is."""
    monkeypatch.setattr(worker, "prepare_process", lambda: None)
    return Pipe()


def ask(ends: tuple[Connection, Connection], orders: Orders, *chunks: object) -> list[tuple[str, Any]]:
    """Return all answers to some chunks but for signs of life."""
    ours, theirs = ends
    thread = Thread(target=work, args=(orders, theirs, None), daemon=True)
    thread.start()
    for chunk in (*chunks, None):
        ours.send(chunk)
    thread.join(LIMIT)
    theirs.close()
    answers = []
    while ours.poll():
        try:
            answers.append(ours.recv())
        except (EOFError, ConnectionResetError):
            break
    return [answer for answer in answers if answer[0] != "alive"]


def test_a_chunk_is_answered_with_a_report_for_each_source(
    ends: tuple[Connection, Connection], tmp_path: Path
) -> None:
    """Also for one that is not there."""
    path = tmp_path / "resume.md"
    path.write_text("# Experience\n\n- Built a cache for search.\n", encoding="utf-8")
    ready, done = ask(ends, Orders(Settings(select=("BL101",))), (path, tmp_path / "none.md"))
    assert (ready, done[0]) == (("ready", None), "done")
    (first,), (second,) = unpack_results(done[1])
    assert [finding.code for finding in first.bullets[0].findings] == ["BL101"]
    assert second.error == f"{tmp_path / 'none.md'}: no such file"


@pytest.mark.parametrize(
    ("settings", "kind"),
    [(Settings(profile="none"), ConfigError), (Settings(model="nowhere"), PipelineError)],
)
def test_wrong_settings_are_answered_with_their_error(
    settings: Settings, kind: type, ends: tuple[Connection, Connection], tmp_path: Path
) -> None:
    """Which the run then raises as its own."""
    path = tmp_path / "resume.md"
    path.write_text("# Experience\n\n- Built a cache for search.\n", encoding="utf-8")
    answers = ask(ends, Orders(settings), (path,))
    assert [(kind, type(error)) for kind, error in answers[1:]] == [("wrong", kind)]


def test_too_little_memory_is_answered(
    ends: tuple[Connection, Connection], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The process that met it is not used again."""

    def fail(*arguments: object) -> None:
        raise MemoryError

    monkeypatch.setattr("bulletlint.linter.Linter.lint_chunk", fail)
    assert ask(ends, Orders(Settings()), (tmp_path,))[1:] == [("failed", "out of memory")]


def test_bullets_are_told_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not one by one."""
    seconds = [0.0]
    monkeypatch.setattr(worker, "monotonic", lambda: seconds[0])
    ours, theirs = Pipe()
    pulse = Pulse(theirs)
    for _ in range(10):
        pulse.count(1)
    assert not ours.poll()
    seconds[0] += PAUSE
    pulse.count(1)
    assert ours.recv() == ("alive", 11)
    ours.close()
    theirs.close()
