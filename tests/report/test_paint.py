"""Finished pages on a terminal: at most as wide as it is, and in colour."""

from __future__ import annotations

import re

import pytest

from bulletlint.check.score_weights import load_score_weights
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.core.settings import Settings
from bulletlint.core.wording import measure_width
from bulletlint.report.paint import fit_lines, paint_diff, paint_drill, paint_page, paint_rules
from bulletlint.report.rule_page import PAGE_WIDTH, render_page, render_rule_list, render_score_page
from bulletlint.report.text_style import TextStyle
from bulletlint.rulebook.notices import NOTICES
from bulletlint.rulebook.rulebook import load_rulebook

RULES = load_rulebook(Settings()).rules
COLOUR = TextStyle(width=80, colour=True)
_CODES = re.compile(r"\x1b\[[\d;]*m")


@pytest.mark.parametrize("width", [40, 60, 80])
def test_every_page_fits_the_screen(width: int) -> None:
    """The list, each rule's page and the score's; no word is lost."""
    style = TextStyle(width=width)
    pages = [render_page(rule, width=min(PAGE_WIDTH, width)) for rule in RULES]
    for page in (
        *pages,
        render_score_page(load_score_weights([find_rules_folder()])),
        render_rule_list(RULES, NOTICES),
    ):
        shown = paint_page(page, style)
        assert shown.split() == page.split()
        assert [
            line for line in shown.splitlines() if measure_width(line) > width and " " in line.strip()
        ] == []


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("  bad:    Built a tool for many shops", ["  bad:    Built a tool for many", "          shops"]),
        ("> Built a tool for many shops of ours", ["> Built a tool for many", "> shops of ours"]),
        ("BL101  weak-verb  error  It names effort", ["BL101  weak-verb  error", "  It names effort"]),
        ("  ? It is a question of the blank", ["  ? It is a question of the", "    blank"]),
        ("short", ["short"]),
        ("", [""]),
    ],
)
def test_a_long_line_is_broken_at_words(line: str, rows: list[str]) -> None:
    """What follows stands below the words; a table too wide has its last column below."""
    assert fit_lines(line, 24 if line.startswith(">") else 31) == rows


@pytest.mark.parametrize("paint", [paint_page, paint_rules, paint_diff, paint_drill])
def test_without_colour_a_page_that_fits_stays_as_it_is(paint) -> None:  # type: ignore[no-untyped-def]
    """For pipes, files and NO_COLOR."""
    text = "BL101  weak-verb  error  x\n  bad:    [Built] it\n\n+ new\n- old\n**cost** (line 3): Why?\n"
    assert paint(text, TextStyle(width=100)) == text


def test_a_page_is_painted() -> None:
    """Titles bold, the span of a bad example underlined without its brackets, good ones green."""
    page = "BL101 weak-verb\n\nExamples\n  bad:    [Built] it.\n  good:   Cut it.\n"
    assert paint_page(page, COLOUR) == (
        "\x1b[1mBL101 weak-verb\x1b[0m\n\n\x1b[1mExamples\x1b[0m\n"
        "  \x1b[31mbad:\x1b[0m    \x1b[4;31mBuilt\x1b[0m it.\n  \x1b[32mgood:\x1b[0m   Cut it.\n"
    )


def test_a_list_of_rules_is_painted() -> None:
    """Code and severity."""
    row = "BL101  weak-verb  error    It names effort.\n"
    painted = paint_rules(row, COLOUR)
    assert painted == "\x1b[1mBL101\x1b[0m  weak-verb  \x1b[31merror\x1b[0m    It names effort.\n"
    assert _CODES.sub("", painted) == row


def test_a_diff_is_painted() -> None:
    """In a pipe it is a patch, and its lines stay whole."""
    diff = f"--- a.md\n+++ a.md\n@@ -1 +1 @@\n-old\n+{'new ' * 40}\n same\n"
    painted = paint_diff(diff, TextStyle(width=10_000, colour=True))
    assert _CODES.sub("", painted) == diff
    assert painted.startswith(
        "\x1b[1m--- a.md\x1b[0m\n\x1b[1m+++ a.md\x1b[0m\n\x1b[36m@@ -1 +1 @@\x1b[0m\n\x1b[31m-old\x1b[0m\n"
    )


def test_a_diff_on_a_narrow_screen_is_broken_at_words() -> None:
    """Each part keeps the sign of its line and the indent."""
    diff = "--- a.md\n+    - Cut the wait for orders by 40 %\n same as it ever was\n"
    assert paint_diff(diff, TextStyle(width=28)) == (
        "--- a.md\n+    - Cut the wait for\n+      orders by 40 %\n same as it ever was\n"
    )


def test_a_drill_is_painted() -> None:
    """What a question is about stands out from the question."""
    assert paint_drill("# a.md\n\n> Built it\n\n**cost** (line 3): Why?\n", COLOUR) == (
        "\x1b[1m# a.md\x1b[0m\n\n\x1b[2m> Built it\x1b[0m\n\n\x1b[1;36mcost\x1b[0m (line 3): Why?\n"
    )
