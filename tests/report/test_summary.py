"""The figures of a report."""

from __future__ import annotations

from dataclasses import replace

from builders import make_report
from bulletlint.report.summary import Coverage, Summary, Tally, count_at_or_above, summarise


def test_a_report_in_figures() -> None:
    """Unreadable files count as files; coverage is over delivery bullets."""
    assert summarise(make_report()) == Summary(
        files=3,
        unreadable=1,
        bullets=2,
        findings=2,
        by_rule=(("BL101", 1), ("BL301", 1)),
        by_severity=(("error", 1), ("warning", 1), ("info", 0)),
        score=78,
        coverage=Coverage(1.0, 0.5, 0.5, 0.5),
        rule_names=(("BL101", "weak-verb"), ("BL301", "missing-cost")),
    )


def test_coverage_leaves_out_bullets_that_the_rubric_does_not_judge() -> None:
    """A resume of people bullets has no coverage at all."""
    bullets = [replace(bullet, kind="people") for bullet in make_report().files[0].bullets]
    tally = Tally()
    tally.add(replace(make_report().files[0], bullets=tuple(bullets)))
    assert tally.summarise().coverage == Coverage(None, None, None, None)


def test_findings_are_counted_from_a_severity_upwards() -> None:
    """An error is also at or above warning."""
    counts = [
        count_at_or_above(summarise(make_report()), severity) for severity in ("error", "warning", "info")
    ]
    assert counts == [1, 2, 2]


def test_what_is_not_shown_counts_as_a_remark() -> None:
    """Where the page chose the profile, so that no check fails by what nobody is told."""
    report = make_report()
    file = report.files[0]
    quiet = tuple(
        replace(bullet, findings=tuple(replace(item, unsaid=True) for item in bullet.findings))
        for bullet in file.bullets
    )
    for chosen, counted in ((True, 0), (False, 1)):
        told = summarise(replace(report, files=(replace(file, bullets=quiet, profile_chosen=chosen),)))
        assert dict(told.by_severity)["error"] == counted
        assert told.findings == summarise(replace(report, files=(file,))).findings
