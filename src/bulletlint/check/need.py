"""Which bullets need work most."""

from __future__ import annotations

from collections.abc import Mapping

from bulletlint.core.finding import BulletReport


def sort_by_need(bullets: Mapping[int, BulletReport]) -> list[int]:
    """Return the numbers of bullets, the weakest first: most errors, then the lowest score, then in order.

    A bullet without a score comes behind those of as many errors, since the rubric does not apply to it.
    """

    def measure_need(number: int) -> tuple[int, int, int, int]:
        bullet = bullets[number]
        errors = sum(finding.severity == "error" for finding in bullet.findings)
        return -errors, 101 if bullet.score is None else bullet.score, -len(bullet.findings), number

    return sorted(bullets, key=measure_need)
