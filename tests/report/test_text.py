"""The text report: grouped by bullet, underlined, wrapped, calm."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import make_report
from bulletlint.core.document import Place
from bulletlint.core.finding import Report
from bulletlint.core.wording import measure_width
from bulletlint.report.text import TextStyle, describe_place, render_text

WIDE = """\
resume.md:3:3
  Implemented Redis caching for the search API, cutting p95 latency by 40 %.
  ^^^^^^^^^^^
  error    BL101  weak-verb     "Implemented" says what you worked on, not what changed (try Cut,
                                Reduced)
  warning  BL301  missing-cost  Nothing says what this cost
                                ? What does one query cost?
  → Cut p95 latency by 40 % by implementing Redis caching for the search API, at ⟨cost: per query⟩.

2 files, 2 bullets: 2 findings (1 error, 1 warning); score 78 of 100; 1 file could not be read
"""

NARROW = """\
resume.md:3:3
  Implemented Redis caching for the search API,
  ^^^^^^^^^^^
  cutting p95 latency by 40 %.
  error    BL101  weak-verb
    "Implemented" says what you worked on, not
    what changed (try Cut, Reduced)
  warning  BL301  missing-cost
    Nothing says what this cost
    ? What does one query cost?
  → Cut p95 latency by 40 % by implementing Redis
    caching for the search API, at ⟨cost: per
    query⟩.
"""


def test_a_bullet_with_its_findings_and_its_rewrite() -> None:
    """Place, text with carets, a line a finding, the question, the rewrite, one line of summary."""
    assert render_text(make_report(), TextStyle()) == WIDE


def test_a_narrow_terminal_puts_messages_below() -> None:
    """No line is longer than the terminal, but for the summary, which the terminal may break."""
    lines = render_text(make_report(), TextStyle(width=50)).splitlines()
    assert "\n".join(lines[:13]) + "\n" == NARROW


def test_a_summary_too_long_for_the_terminal_takes_two_lines() -> None:
    """With and without colour it breaks before the score, never inside a word."""
    for colour in (False, True):
        lines = render_text(make_report(), TextStyle(width=50, colour=colour)).splitlines()
        assert lines[-1].startswith("score ")


def test_colour_underlines_the_words_themselves() -> None:
    """Carets are for output without colour; without the codes the rest is the same."""
    coloured = render_text(make_report(), TextStyle(colour=True))
    assert "\x1b[4;31mImplemented\x1b[0m Redis" in coloured
    assert "^" not in coloured


def test_quiet_says_findings_only_and_verbose_shows_the_evidence() -> None:
    """Quiet leaves out questions, rewrites and the summary; verbose adds clean bullets and what was seen in each."""
    quiet = render_text(make_report(), TextStyle(quiet=True))
    assert quiet.splitlines()[-1] == "  warning  BL301  missing-cost  Nothing says what this cost"
    verbose = render_text(make_report(), TextStyle(verbose=True)).splitlines()
    assert (
        '  lead verb "Implemented" (build) · kind delivery · outcome "40 %" · technique "Redis" · score 55'
        in verbose
    )
    assert "resume.md:4:3" in verbose


def test_bars_show_the_coverage() -> None:
    """A bar a question of the rubric, in the order of the form."""
    lines = render_text(make_report(), TextStyle(bars=True, unicode=False)).splitlines()[-6:-2]
    assert lines == [
        "  metric         ########################  100%",
        "  cost           ############............   50%",
        "  fallback       ############............   50%",
        "  outcome first  ############............   50%",
    ]


def test_a_terminal_without_unicode_gets_ascii_frames() -> None:
    """Arrow and slot brackets have plain stand-ins; the writer's own words are left alone."""
    text = render_text(make_report(), TextStyle(unicode=False))
    assert "  > Cut p95 latency by 40 % by implementing" in text
    assert text.isascii()


def test_carets_stand_under_wide_and_combining_characters() -> None:
    """A wide character takes two columns, a combining one none."""
    text = "キャッシュを Built cafe\u0301 tools"
    report = make_report(text=text + " with Redis at 40 %.")
    bullet = report.files[0].bullets[0]
    start = text.index("cafe")
    finding = replace(bullet.findings[0], start=start, end=start + 5)
    file = replace(report.files[0], bullets=(replace(bullet, findings=(finding,)),))
    lines = render_text(replace(report, files=(file,)), TextStyle()).splitlines()
    assert lines[2] == "  " + " " * measure_width("キャッシュを Built ") + "^^^^"


def test_a_run_without_findings_says_so() -> None:
    """Nothing to fix, or no bullets at all."""
    report = make_report()
    strong = replace(report.files[0], bullets=report.files[0].bullets[1:])
    assert render_text(Report(report.tool, (strong,)), TextStyle()) == (
        "1 file, 1 bullet: no findings; score 100 of 100\n"
    )
    assert (
        render_text(Report(report.tool, report.files[2:]), TextStyle())
        == "1 file, 0 bullets: no bullets found\n"
    )


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place(3, 5, 3, 9), "r:3:5"),
        (Place(3, 5, 3, 9, pointer="/work/0"), "r:3:5 (/work/0)"),
        (Place(page=2), "r: page 2"),
        (Place(paragraph=7), "r: paragraph 7"),
        (Place(), "r"),
    ],
)
def test_a_place_is_said_as_the_format_has_it(place: Place, said: str) -> None:
    """Line and column, else page, paragraph or pointer."""
    assert describe_place("r", place) == said


def test_a_question_is_asked_once_a_report() -> None:
    """Thirty bullets without a cost owe one answer to one question; verbose repeats it."""
    report = make_report()
    weak = report.files[0].bullets[0]
    twice = replace(report, files=(replace(report.files[0], bullets=(weak, weak)),))
    assert render_text(twice, TextStyle()).count("? What does one query cost?") == 1
    assert render_text(twice, TextStyle(verbose=True)).count("? What does one query cost?") == 2
