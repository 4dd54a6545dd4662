"""The figures of whole cohorts, read off their tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bulletlint.cohort.errors import CohortError
from bulletlint.cohort.figures.change import TopicChange, find_change
from bulletlint.cohort.figures.groups import TOGETHER
from bulletlint.cohort.figures.repeated import Repeated, find_repeated
from bulletlint.cohort.figures.tally import Figures, RuleCount, read_figures
from cohorts import write_tables


def make_cohort(people: int, **changes: Any) -> list[dict[str, Any]]:
    """Return resumes with two bullets each, half of which state a result; the first has no programme."""
    return [
        {
            "id": f"p{number}",
            "programme": None if number == 0 else "CS",
            "year": "2027",
            "metrics": ("outcome", "none"),
        }
        | changes
        for number in range(people)
    ]


def test_figures_of_groups_verbs_and_rules(tmp_path: Path) -> None:
    """Over several parts."""
    figures = read_figures(write_tables(tmp_path, make_cohort(12), parts=3))
    assert figures.whole is not None
    share = figures.whole.shares[0]
    assert share is not None
    assert (share.stated, share.asked, share.resumes) == (12, 24, 12)
    assert [(group.name, group.resumes) for group in figures.programmes] == [(TOGETHER, 12)]
    assert [(group.name, group.resumes) for group in figures.years] == [("2027", 12)]
    assert figures.verbs == (("cut", 12),)
    assert figures.rules == (RuleCount("BL201", "missing-metric", 12, 12),)
    assert (figures.judged, figures.copies, figures.reasons) == (12, 0, ())


def test_fewer_than_five_people_have_no_figures(tmp_path: Path) -> None:
    """Nor have rules and verbs of fewer."""
    assert read_figures(write_tables(tmp_path / "a", make_cohort(4))) == Figures(None, judged=4)
    cohort = [*make_cohort(4), *make_cohort(5, id=None, metrics=("outcome",), verb="build")]
    figures = read_figures(write_tables(tmp_path / "b", cohort))
    assert figures.whole is not None
    assert (figures.verbs, figures.rules) == ((("build", 5),), ())


def test_unreadable_and_foreign_files_are_not_judged(tmp_path: Path) -> None:
    """The reasons are counted, the commonest first."""
    cohort = [
        *make_cohort(5),
        {"error": "is damaged"},
        {"error": "is empty"},
        {"error": "is damaged"},
        {"judged": False, "metrics": ("none",)},
    ]
    figures = read_figures(write_tables(tmp_path, cohort))
    assert figures.reasons == (("is damaged", 2), ("is empty", 1))
    assert figures.judged == 5


def test_without_a_list_there_are_no_groups(tmp_path: Path) -> None:
    """One group of everybody says nothing new."""
    figures = read_figures(write_tables(tmp_path, make_cohort(6, programme=None, year=None)))
    assert (figures.programmes, figures.years) == ((), ())


def test_bullets_of_several_resumes_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one pass or in several; a resume that says one twice is one."""
    import bulletlint.cohort.figures.repeated as repeated

    cohort = [
        *make_cohort(6, digests=("aaaaaaaa11", "aaaaaaaa11")),
        *make_cohort(2, digests=("bbbbbbbb22", "cccccccc33")),
        *make_cohort(1, digests=("dddddddd44", "dddddddd44")),
    ]
    parts = write_tables(tmp_path, cohort)
    expected = Repeated(3, (("aaaaaaaa11", 6),))
    assert find_repeated(parts, bullets=18) == expected
    monkeypatch.setattr(repeated, "MOST_HELD", 3)
    assert find_repeated(parts, bullets=18) == expected


def test_change_is_that_of_those_who_are_in_both(tmp_path: Path) -> None:
    """A person who is new changes nothing."""
    then = write_tables(tmp_path / "then", make_cohort(10))
    better = make_cohort(8, metrics=("outcome", "outcome"))
    new = [{"id": "new", "metrics": ("none", "none")}]
    change = find_change(write_tables(tmp_path / "now", [*better, *new]), then, same_key=False)
    assert (change.both, change.new, change.gone, change.unchanged) == (8, 1, 2, None)
    assert change.topics == (TopicChange("result", 0.5, 1.0, 0.5, 0.5),)


def test_change_has_an_interval(tmp_path: Path) -> None:
    """Half of the people did better, half as before."""
    then = write_tables(tmp_path / "then", make_cohort(20))
    now = make_cohort(20)
    for row in now[::2]:
        row["metrics"] = ("outcome", "outcome")
    (topic,) = find_change(write_tables(tmp_path / "now", now), then, same_key=False).topics
    assert (topic.then, topic.now) == (0.5, 0.75)
    assert (topic.low, topic.high) == pytest.approx((0.1376, 0.3624), abs=5e-4)


def test_without_ids_the_digest_of_the_path_tells_people(tmp_path: Path) -> None:
    """If both cohorts have the same key; then copies of last term are counted."""
    cohort = make_cohort(6, id=None)
    then, now = write_tables(tmp_path / "then", cohort), write_tables(tmp_path / "now", cohort)
    assert find_change(now, then, same_key=False).both == 0
    change = find_change(now, then, same_key=True)
    assert (change.both, change.unchanged) == (6, 6)


def test_few_in_both_have_no_change(tmp_path: Path) -> None:
    """Four people are not shown."""
    then, now = (
        write_tables(tmp_path / "then", make_cohort(4)),
        write_tables(tmp_path / "now", make_cohort(4)),
    )
    change = find_change(now, then, same_key=True)
    assert (change.both, change.unchanged, change.topics) == (4, None, ())


def test_a_damaged_part_stops_the_page(tmp_path: Path) -> None:
    """A page over half of a cohort would be wrong."""
    parts = write_tables(tmp_path, make_cohort(6))
    parts.locate("findings", 0).write_bytes(b"x")
    with pytest.raises(CohortError, match="cannot be read as a part of a cohort"):
        read_figures(parts)
