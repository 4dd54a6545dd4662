"""The text report: grouped by bullet, underlined, wrapped, calm."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from builders import make_report
from bulletlint.core.document import Place
from bulletlint.core.finding import FileReport, Group, Report, Severity
from bulletlint.core.web_pages import find_page_url
from bulletlint.core.wording import measure_width
from bulletlint.report.text import render_text
from bulletlint.report.text_style import TextStyle

WIDE = """\
resume.md:3:3
  Implemented Redis caching for the search API, cutting p95 latency by 40 %.
  ^^^^^^^^^^^
  error    BL101  weak-verb     "Implemented" says what you worked on, not what changed (try Cut,
                                Reduced)
  warning  BL301  missing-cost  Nothing says what this cost
  → Cut p95 latency by 40 % by implementing Redis caching for the search API, at ⟨cost: per query⟩.

2 files, 2 bullets: 2 findings (1 error, 1 warning); score 78 of 100; 1 file could not be read
Profile: ai-pm, because 2 bullets tell of an AI system. Choose another with --profile.
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
    assert "\n".join(lines[:12]) + "\n" == NARROW


def test_a_summary_too_long_for_the_terminal_takes_two_lines() -> None:
    """With and without colour it breaks before the score, never inside a word."""
    for colour in (False, True):
        lines = render_text(make_report(), TextStyle(width=50, colour=colour)).splitlines()
        assert lines[-3].startswith("score ")


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
    """A bar a question of the rubric, in the order of the form, two in a line where there is room."""
    wide, narrow = (
        render_text(make_report(), TextStyle(bars=True, unicode=False, width=width)).splitlines()
        for width in (100, 80)
    )
    assert wide[-5:-3] == [
        "  metric         ################  100%     cost           ########........   50%",
        "  fallback       ########........   50%     outcome first  ########........   50%",
    ]
    assert [line for line in narrow if "%" in line and "#" in line or "." * 8 in line] == [
        "  metric         ################  100%",
        "  cost           ########........   50%",
        "  fallback       ########........   50%",
        "  outcome first  ########........   50%",
    ]


def test_what_no_bullet_is_asked_has_no_bar() -> None:
    """A nurse is not told that she states no fallback."""
    report = make_report()
    bullets = tuple(replace(bullet, asked=()) for bullet in report.files[0].bullets)
    report = replace(report, files=(replace(report.files[0], bullets=bullets),))
    text = render_text(report, TextStyle(bars=True))
    assert "outcome first" in text
    assert "fallback " not in text.rpartition("→")[2]


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
        "Profile: ai-pm, because 2 bullets tell of an AI system. Choose another with --profile.\n"
    )
    assert (
        render_text(Report(report.tool, report.files[2:]), TextStyle())
        == "1 file, 0 bullets: no bullets found\n"
    )


def test_a_question_is_asked_once_a_report() -> None:
    """Thirty bullets without a cost owe one answer to one question; verbose repeats it."""
    report = make_report()
    weak = replace(report.files[0].bullets[0], rewrite=None)
    twice = replace(report, files=(replace(report.files[0], bullets=(weak, weak)),))
    assert render_text(twice, TextStyle()).count("? What does one query cost?") == 1
    assert render_text(twice, TextStyle(verbose=True)).count("? What does one query cost?") == 2


def test_the_blanks_of_a_rewrite_ask_for_themselves() -> None:
    """The same question need not stand beside the finding."""
    assert "?" not in render_text(make_report(), TextStyle())


def make_page(*severities: Severity, lines: int = 0) -> FileReport:
    """Return a file with a bullet a severity, each with one finding, from line 11 on."""
    file = make_report().files[0]
    bullet = file.bullets[0]
    bullets = [
        replace(
            bullet,
            text=f"Implemented number {line}.",
            place=Place(line, 3, line, 9),
            findings=(replace(bullet.findings[0], severity=severity, place=Place(line, 3, line, 9)),),
        )
        for line, severity in enumerate(severities, start=11)
    ]
    return replace(file, bullets=tuple(bullets), lines=lines)


def test_the_bullets_most_worth_an_hour_come_first_and_the_rest_in_a_line_each() -> None:
    """By severity, those nearer to the top before equals."""
    file = make_page("info", "warning", "error", "error", "warning", "error", lines=60)
    lines = render_text(Report(make_report().tool, (file,)), TextStyle(most=3)).splitlines()
    assert lines[0] == "resume.md: fix these first"
    assert [line for line in lines if line.startswith("resume.md:1")] == [
        "resume.md:13:3", "resume.md:14:3", "resume.md:16:3",
    ]  # fmt: skip
    start = lines.index("resume.md: then these (-v shows them in full)")
    assert lines[start + 1 : start + 5] == [
        "  info     11:3  weak-verb  Implemented number 11.",
        "  warning  12:3  weak-verb  Implemented number 12.",
        "  warning  15:3  weak-verb  Implemented number 15.",
        "",
    ]


@pytest.mark.parametrize(("lines", "whole"), [(10, 1), (26, 2), (60, 3)])
def test_a_report_is_no_longer_than_its_resume(lines: int, whole: int) -> None:
    """As many bullets as fit are shown in full, one at least; the others most worth an hour come right below."""
    file = make_page(*(["error"] * 6), lines=lines)
    shown = render_text(Report(make_report().tool, (file,)), TextStyle(most=3)).splitlines()
    assert sum(line.startswith("resume.md:1") for line in shown) == whole
    places = [line.split()[1] for line in shown if line.startswith("  error    1")]
    assert places == [f"{line}:3" for line in range(11 + whole, 17)]
    assert lines == 10 or len(shown) <= lines


def test_verbose_shows_every_bullet_in_full_and_names_the_first() -> None:
    """In the order of the file."""
    file = make_page("info", "warning", "error", "error", "warning", "error", lines=60)
    lines = render_text(Report(make_report().tool, (file,)), TextStyle(verbose=True)).splitlines()
    assert lines[0] == "resume.md: fix first: lines 13, 14 and 16"
    assert [line for line in lines if line.startswith("resume.md:1")] == [
        f"resume.md:{line}:3" for line in range(11, 17)
    ]


def test_the_bullets_of_a_long_file_are_counted_behind_the_worst() -> None:
    """Twenty are named in a line each, in the order of the file."""
    file = make_page(*["error"] * 3, *["info"] * 30, *["warning"] * 5, lines=400)
    lines = render_text(Report(make_report().tool, (file,)), TextStyle(most=3)).splitlines()
    start = lines.index("resume.md: then these (-v shows them in full)")
    assert [line.split()[1] for line in lines[start + 1 : start + 21]] == [
        f"{line}:3" for line in (*range(14, 29), *range(44, 49))
    ]
    assert lines[start + 21] == "  15 more bullets with findings; -v shows all."


def test_findings_about_the_page_are_counted_beyond_three_of_a_rule() -> None:
    """They stand in the order of the file; verbose shows all."""
    file = make_page("error", lines=400)
    finding = replace(file.bullets[0].findings[0], code="BL608", rule="duplicate-bullet", severity="warning")
    findings = tuple(replace(finding, place=Place(line, 3)) for line in (31, 12, 25, 18, 40))
    report = Report(make_report().tool, (replace(file, bullets=(), findings=findings),))
    lines = render_text(report, TextStyle()).splitlines()
    shown = [line.split()[1] for line in lines if "resume.md:" in line]
    assert shown == [f"resume.md:{line}:3" for line in (12, 18, 25)]
    assert lines[lines.index("") - 1] == "  BL608 duplicate-bullet: 2 more; -v shows all."
    assert render_text(report, TextStyle(verbose=True)).count("BL608") == 5


def test_the_findings_of_a_bullet_are_ranked_and_three_are_shown() -> None:
    """By severity, then by place; the rest are counted beside the place."""
    file = make_page("error")
    finding = file.bullets[0].findings[0]
    findings = tuple(
        replace(finding, code=f"BL{number}", severity=severity, start=start, end=start + 1)
        for number, (severity, start) in enumerate(
            [("info", 0), ("warning", 4), ("error", 8), ("warning", 2), ("info", 1)], start=101
        )
    )
    file = replace(file, bullets=(replace(file.bullets[0], findings=findings),))
    report = Report(make_report().tool, (file,))
    lines = render_text(report, TextStyle(most=3)).splitlines()
    assert lines[0] == "resume.md:11:3  +2 with -v"
    assert [line.split()[1] for line in lines if " BL10" in line] == ["BL103", "BL104", "BL102"]
    lines = render_text(report, TextStyle(verbose=True)).splitlines()
    assert [line.split()[1] for line in lines if " BL10" in line] == [
        "BL103", "BL104", "BL102", "BL101", "BL105",
    ]  # fmt: skip


def test_what_is_true_of_the_whole_page_is_said_once() -> None:
    """Its findings stand at no bullet, unless verbose."""
    file = make_page("info", "info", "info", "info")
    bullets = tuple(
        replace(bullet, findings=(replace(bullet.findings[0], grouped=True),)) for bullet in file.bullets
    )
    groups = (Group("BL101", "weak-verb", "Verbs: {stated} of {asked}; most to {lines}.", 5, 1),)
    report = Report(
        make_report().tool, (replace(file, bullets=bullets, groups=groups, profile_chosen=False),)
    )
    assert render_text(report, TextStyle()).splitlines()[:2] == [
        "  Verbs: 1 of 5; most to lines 11, 12 and 13.",
        "",
    ]
    assert render_text(report, TextStyle(verbose=True)).count("  info     BL101") == 4


def test_a_rule_is_shown_so_often_and_then_counted() -> None:
    """The worst of its findings stay."""
    file = make_page("info", "warning", "error")
    lines = render_text(Report(make_report().tool, (file,)), TextStyle(most_per_rule=2)).splitlines()
    assert [line for line in lines if line.startswith("resume.md")] == ["resume.md:12:3", "resume.md:13:3"]
    assert "  BL101 weak-verb: 1 more; --max-per-rule shows more of them." in lines


def test_statistics_count_by_rule() -> None:
    """The most frequent first, then by code."""
    lines = render_text(make_report(), TextStyle(statistics=True)).splitlines()
    assert lines[lines.index("1  BL101  weak-verb") + 1] == "1  BL301  missing-cost"


def test_what_was_not_understood_is_not_praised() -> None:
    """Why stands above the summary, which says neither "no findings" nor a score."""
    file = make_report().files[0]
    foreign = [
        replace(bullet, foreign=True, findings=(), score=None, rewrite=None) for bullet in file.bullets
    ]
    doubt = "this page does not look English"
    report = Report(make_report().tool, (replace(file, bullets=tuple(foreign), doubt=doubt),))
    assert render_text(report, TextStyle()) == (
        "  resume.md: this page does not look English.\n\n1 file, 2 bullets: nothing was judged\n"
    )
    mixed = (foreign[0], replace(file.bullets[1], findings=()))
    report = Report(make_report().tool, (replace(file, bullets=mixed, doubt="1 of 2 is not English"),))
    assert "1 file, 2 bullets (1 not judged): no findings; score 100 of 100" in render_text(
        report, TextStyle()
    )


def test_a_code_opens_its_page_where_the_terminal_can() -> None:
    """The words stay the same for whoever cannot click; a rule of one's own is no link."""
    report = make_report()
    plain, linked = (render_text(report, TextStyle(links=links)) for links in (False, True))
    url = find_page_url("weak-verb")
    assert f"\x1b]8;;{url}\x1b\\BL101\x1b]8;;\x1b\\  weak-verb" in linked
    assert re.sub(r"\x1b\]8;;.*?\x1b\\", "", linked) == plain
    bullet = report.files[0].bullets[0]
    own = replace(bullet, findings=(replace(bullet.findings[0], rule="my-own"),))
    file = replace(report.files[0], bullets=(own,))
    assert "\x1b" not in render_text(replace(report, files=(file,)), TextStyle(links=True))
