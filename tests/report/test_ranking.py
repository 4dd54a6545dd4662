"""What comes first."""

from __future__ import annotations

from dataclasses import replace

from builders import make_report
from bulletlint.core.finding import BulletReport, Severity
from bulletlint.report.ranking import choose_first, choose_shown, measure_worth, rank_findings

FILE = make_report().files[0]
BULLET = FILE.bullets[0]
FINDING = BULLET.findings[0]


def make_bullet(*severities: Severity, score: int | None = 50, grouped: bool = False) -> BulletReport:
    findings = tuple(replace(FINDING, severity=severity, grouped=grouped) for severity in severities)
    return replace(BULLET, findings=findings, score=score)


def test_findings_are_ranked_by_severity_then_place_then_code() -> None:
    """Whatever order they come in."""
    rows = [
        ("info", 0, "BL1"),
        ("error", 9, "BL2"),
        ("error", 2, "BL4"),
        ("error", 2, "BL3"),
        ("warning", 0, "BL5"),
    ]
    findings = [
        replace(FINDING, severity=severity, start=start, end=start + 1, code=code)  # type: ignore[arg-type]
        for severity, start, code in rows
    ]
    assert [finding.code for finding in rank_findings(findings)] == ["BL3", "BL4", "BL2", "BL5", "BL1"]


def test_the_worth_of_a_bullet_is_what_can_be_gained() -> None:
    """Errors, then warnings, then points; what is said once a page does not count."""
    assert measure_worth(make_bullet("error", "warning", "warning", "info", score=30)) == (1, 2, 70, 1)
    assert measure_worth(make_bullet("info", "error", grouped=True, score=None)) == (0, 0, 100, 0)


def test_three_bullets_come_first() -> None:
    """Those with remarks only are no work for an hour; the nearer to the top wins a tie."""
    bullets = [
        make_bullet("warning"), make_bullet("info"), make_bullet("error", score=90), make_bullet("error", score=10),
        make_bullet("warning"), make_bullet("error", "error"),
    ]  # fmt: skip
    assert [bullets.index(bullet) for bullet in choose_first(bullets)] == [5, 3, 2]
    assert choose_first([make_bullet("info"), make_bullet()]) == []
    first = choose_first([replace(bullets[0], text=text) for text in "abcd"])
    assert [bullet.text for bullet in first] == ["a", "b", "c"]


def test_of_each_rule_the_worst_findings_are_shown() -> None:
    """Then those nearest to the top, those about the file last; the rest are counted by rule."""
    bullets = tuple(
        replace(make_bullet(severity), text=text)
        for severity, text in (("info", "a"), ("error", "b"), ("warning", "c"))  # type: ignore[arg-type]
    )
    shown = choose_shown(replace(FILE, bullets=bullets, findings=(FINDING,)), complete=False, most=2)
    assert [(bullet.text, len(bullet.findings)) for bullet in shown.bullets] == [("a", 0), ("b", 1), ("c", 0)]
    assert shown.findings == (FINDING,)
    assert shown.dropped == ((("BL101", "weak-verb"), 2),)
    assert choose_shown(FILE, complete=False).dropped == ()


def test_what_is_better_left_unsaid_is_left_out_where_the_page_chose_its_reader() -> None:
    """Who names a profile, or asks for everything, hears it."""
    unsaid = replace(FINDING, unsaid=True)
    file = replace(FILE, bullets=(replace(BULLET, findings=(FINDING, unsaid)),), findings=(unsaid,))
    for chosen, complete, told in ((True, False, 1), (True, True, 3), (False, False, 3)):
        shown = choose_shown(replace(file, profile_chosen=chosen), complete=complete)
        assert len(shown.bullets[0].findings) + len(shown.findings) == told
