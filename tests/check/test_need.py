"""Which bullets need work most."""

from __future__ import annotations

from dataclasses import replace

from builders import make_report
from bulletlint.check.need import sort_by_need


def test_the_weakest_bullet_has_most_errors_then_the_lowest_score() -> None:
    """One without a score comes last among its like."""
    weak, strong = make_report().files[0].bullets
    (error, *_) = (replace(finding, severity="error") for finding in weak.findings)
    bullets = {
        1: replace(strong, findings=(), score=90),
        2: replace(weak, findings=(error,), score=40),
        3: replace(weak, findings=(error, error), score=60),
        4: replace(weak, findings=(error,), score=None),
        5: replace(weak, findings=(error,), score=10),
    }
    assert sort_by_need(bullets) == [3, 5, 2, 4, 1]
