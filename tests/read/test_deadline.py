"""A reader that does not come to an end is stopped, and the file becomes one line."""

from __future__ import annotations

import signal
import threading
import time
from contextlib import suppress

import pytest

from bulletlint.core.errors import ReadError
from bulletlint.read import deadline, read_bytes
from bulletlint.read.deadline import OVERDUE, can_be_limited, limit_seconds

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no timers")


def work(seconds: float) -> None:
    """Use so many seconds of processor time, and take every error for one of one's own."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        with suppress(Exception):
            sum(range(100))


def test_a_reader_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(ReadError) as error, limit_seconds(0.05):
        work(20)
    assert error.value.message == OVERDUE


def test_nothing_is_left_of_the_timer() -> None:
    """Neither after a reader that was stopped nor after one that was not."""
    with pytest.raises(ReadError), limit_seconds(0.05):
        work(20)
    with limit_seconds(20):
        work(0)
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGVTALRM) is signal.SIG_DFL


def test_the_error_of_a_reader_stays_its_own() -> None:
    with pytest.raises(ReadError, match="is damaged"), limit_seconds(20):
        raise ReadError("is damaged")


def test_elsewhere_than_in_the_main_thread_nothing_is_limited() -> None:
    seen: list[bool] = []
    thread = threading.Thread(target=lambda: seen.append(can_be_limited()))
    thread.start()
    thread.join()
    assert seen == [False]
    assert can_be_limited()


def test_the_timer_of_somebody_else_is_left_alone() -> None:
    signal.setitimer(signal.ITIMER_VIRTUAL, 500.0)
    try:
        with limit_seconds(0.01):
            work(0.1)
        assert 400 < signal.getitimer(signal.ITIMER_VIRTUAL)[0] <= 500
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0.0)


def test_every_text_is_read_against_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bulletlint.read.limit_seconds", lambda: deadline.limit_seconds(0.05))
    monkeypatch.setattr("bulletlint.read._find_reader", lambda format_name: lambda text: work(20))
    with pytest.raises(ReadError) as error:
        read_bytes(b"- Cut waits by 30 %.\n", name="resume.md")
    assert str(error.value) == f"resume.md: {OVERDUE}"
