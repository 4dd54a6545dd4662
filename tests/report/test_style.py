"""How a report is shown: colour, width, and how much of it."""

from __future__ import annotations

import io
import sys

import pytest

from bulletlint.report.style import View, find_width, make_style, opens_links, wants_colour
from bulletlint.report.text_style import TextStyle


@pytest.mark.parametrize(
    ("choice", "terminal", "environment", "wanted"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_for_terminals_that_want_it(
    monkeypatch: pytest.MonkeyPatch, choice: str, terminal: bool, environment: dict[str, str], wanted: bool
) -> None:
    """An option beats the environment, the environment beats the terminal."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert wants_colour(choice, terminal=terminal) is wanted


def test_the_width_is_the_terminals_within_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines over 100 columns are hard to read; a pipe has no width of its own."""
    monkeypatch.delenv("COLUMNS", raising=False)
    assert find_width(terminal=False) == 100
    for columns, width in (("60", 60), ("300", 100), ("5", 20)):
        monkeypatch.setenv("COLUMNS", columns)
        assert find_width(terminal=True) == width


def test_columns_count_in_a_pipe_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who sets COLUMNS wants that width, also where the output is no terminal."""
    monkeypatch.setenv("COLUMNS", "60")
    assert find_width(terminal=False) == 60


@pytest.mark.parametrize(
    ("view", "terminal", "encoding", "style"),
    [
        (View(), None, "ascii", TextStyle(100, colour=False, unicode=True, bars=False, most=3)),
        (View(), False, "utf-8", TextStyle(100, colour=False, unicode=True, bars=False, most=3)),
        (View(), False, "ascii", TextStyle(100, colour=False, unicode=False, bars=False, most=3)),
        (
            View(verbose=True),
            True,
            "utf-8",
            TextStyle(60, colour=True, unicode=True, verbose=True, bars=True),
        ),
        (
            View("never", quiet=True),
            True,
            "UTF-8",
            TextStyle(60, colour=False, unicode=True, quiet=True, bars=True, most=3),
        ),
        (View("always"), None, "utf-8", TextStyle(100, colour=True, unicode=True, bars=False, most=3)),
    ],
)
def test_the_style_follows_the_output(
    view: View, terminal: bool | None, encoding: str, style: TextStyle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file takes all characters and no colour, a terminal has colour, bars and its own width, and an ASCII pipe no more than ASCII."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    if terminal:
        monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding=encoding))
    assert make_style(view, terminal=terminal) == style


@pytest.mark.parametrize(
    ("environment", "opens"),
    [
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "screen-256color", "TERM_PROGRAM": "tmux"}, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "vscode"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7600"}, True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "4600"}, False),
        ({"WT_SESSION": "x"}, True),
        ({"WT_SESSION": "x", "FORCE_HYPERLINK": "0"}, False),
        ({"FORCE_HYPERLINK": "1"}, True),
        ({}, False),
    ],
)
def test_links_are_for_terminals_that_open_them(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], opens: bool
) -> None:
    """Others may show the address, or rubbish; FORCE_HYPERLINK has the last word."""
    for name in (
        "TERM", "TERM_PROGRAM", "VTE_VERSION", "FORCE_HYPERLINK", "WT_SESSION", "KONSOLE_VERSION", "DOMTERM",
    ):  # fmt: skip
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert opens_links() is opens


@pytest.mark.parametrize(
    ("colour", "terminal", "links"),
    [
        ("auto", True, True),
        ("always", True, True),
        ("never", True, False),
        ("always", False, False),
        ("always", None, False),
    ],
)
def test_links_follow_colour_and_never_leave_the_terminal(
    monkeypatch: pytest.MonkeyPatch, colour: str, terminal: bool | None, links: bool
) -> None:
    """Nobody clicks in a pipe or a file."""
    monkeypatch.setenv("FORCE_HYPERLINK", "1")
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    assert make_style(View(colour), terminal=terminal).links is links
