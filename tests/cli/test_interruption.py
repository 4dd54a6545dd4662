"""Signals that end a run, and when."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from threading import Thread

import pytest

from bulletlint.cli.interruption import Interrupted, Interruption

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="a process cannot send itself these signals on Windows"
)


@pytest.fixture(autouse=True)
def heeding() -> Iterator[None]:
    """Heed Ctrl-C, which a test run in the background ignores."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def send(number: int) -> None:
    os.kill(os.getpid(), number)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_raises_and_names_the_exit_code(number: int, code: int) -> None:
    """That of a shell; afterwards the handlers are those from before."""
    before = signal.getsignal(number)
    with Interruption(), pytest.raises(Interrupted) as caught:
        send(number)
    assert caught.value.exit_code == code
    assert signal.getsignal(number) is before


def test_a_signal_waits_for_the_end_of_a_shield() -> None:
    """What is being written is written to its end."""
    done = []
    with Interruption() as interruption, pytest.raises(Interrupted):  # noqa: PT012
        with interruption.shield():
            send(signal.SIGINT)
            done.append("whole")
        done.append("never")
    assert done == ["whole"]


def test_a_second_signal_does_not_wait() -> None:
    """Where the reader of the output hangs, the user still gets out."""
    done = []
    with Interruption() as interruption, pytest.raises(Interrupted), interruption.shield():  # noqa: PT012
        send(signal.SIGINT)
        done.append("first")
        send(signal.SIGINT)
        done.append("second")
    assert done == ["first"]


def test_a_signal_that_is_ignored_stays_so() -> None:
    """As under nohup, or behind an ampersand in a script."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with Interruption():
            send(signal.SIGINT)
            assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_another_thread_takes_no_part() -> None:
    """Only the main thread of a process can have handlers."""
    caught: list[BaseException] = []

    def run() -> None:
        try:
            with Interruption() as interruption, interruption.shield():
                pass
        except BaseException as error:
            caught.append(error)

    thread = Thread(target=run)
    thread.start()
    thread.join()
    assert caught == []
