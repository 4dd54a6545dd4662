"""The line that says how far a long run is."""

from __future__ import annotations

import io

import pytest

from bulletlint.cli.progress import PATIENCE, PAUSE, ProgressLine, describe_time


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def test_a_short_run_shows_nothing() -> None:
    """Nor is there anything to wipe."""
    target, clock = io.StringIO(), Clock()
    line = ProgressLine(target, 1, width=79, clock=clock)
    clock.seconds += PATIENCE / 2
    line.count_bullets(9)
    line.count_file()
    line.wipe()
    assert target.getvalue() == ""


def test_a_long_run_shows_files_bullets_rate_and_time_left() -> None:
    """Over and over on the same line, not more often than an eye can follow; at the end the line is empty."""
    target, clock = io.StringIO(), Clock()
    line = ProgressLine(target, 2_000, width=79, clock=clock)
    line.count_bullets(4_000)
    for _ in range(499):
        line.count_file()
    clock.seconds += 10
    line.count_file()
    drawn = "500 of 2,000 files, 4,000 bullets, 400 a second, 0:30 left"
    assert target.getvalue() == "\r" + drawn
    clock.seconds += PAUSE / 2
    line.count_file()
    assert target.getvalue() == "\r" + drawn
    line.wipe()
    line.wipe()
    assert target.getvalue() == "\r" + drawn + "\r" + " " * len(drawn) + "\r"


def test_the_line_fits_the_terminal() -> None:
    """A line that wraps could not be wiped."""
    target, clock = io.StringIO(), Clock()
    line = ProgressLine(target, 2_000, width=20, clock=clock)
    line.count_bullets(1)
    clock.seconds += PATIENCE
    line.count_file()
    assert target.getvalue() == "\r1 of 2,000 files, 1 "


def test_the_time_left_is_told_once_there_is_something_to_tell_it_by() -> None:
    """Not after the first of many files, nor before anything was analysed."""
    target, clock = io.StringIO(), Clock()
    line = ProgressLine(target, 100, width=79, clock=clock)
    clock.seconds += PATIENCE
    line.count_bullets(0)
    clock.seconds += PATIENCE
    line.count_bullets(1)
    clock.seconds += PATIENCE
    line.count_file()
    drawn = ["0 of 100 files", "0 of 100 files, 1 bullet, 0 a second", "1 of 100 files, 1 bullet, 0 a second"]
    assert target.getvalue() == "".join("\r" + text for text in drawn)


@pytest.mark.parametrize(("seconds", "said"), [(6.6, "0:07"), (750, "12:30"), (3723, "1:02:03")])
def test_time_is_said_as_people_write_it(seconds: float, said: str) -> None:
    """Minutes and seconds, hours where there are any."""
    assert describe_time(seconds) == said
