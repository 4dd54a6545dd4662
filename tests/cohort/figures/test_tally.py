"""The figures of whole cohorts, read off their tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bulletlint.cohort.errors import CohortError
from bulletlint.cohort.figures.change import TopicChange, find_change
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
    cohort = [*make_cohort(12), *make_cohort(7, id=None, programme="EE", year="2026")]
    figures = read_figures(write_tables(tmp_path, cohort, parts=3))
    everybody, *programmes = figures.coverage
    share = everybody.whole.shares[0]
    assert share is not None
    assert (share.stated, share.asked, share.people) == (18, 36, 18)
    assert figures.left_out == 1  # the first has no programme
    assert [(block.whole.name, block.whole.people) for block in programmes] == [("CS", 11), ("EE", 7)]
    assert [(group.name, group.people) for group in everybody.years] == [("2026", 7), ("2027", 11)]
    assert figures.verbs == (("cut", 18),)
    assert figures.rules == (RuleCount("BL201", "missing-metric", 18, 18),)
    assert (figures.people, figures.copies, figures.reasons) == (18, 0, ())


def test_fewer_than_five_people_have_no_figures(tmp_path: Path) -> None:
    """Nor have rules and verbs of fewer, however many files they have."""
    assert read_figures(write_tables(tmp_path / "a", make_cohort(4) * 3)) == Figures(people=4)
    cohort = [*make_cohort(4), *make_cohort(4), *make_cohort(6, id=None, metrics=("outcome",), verb="build")]
    figures = read_figures(write_tables(tmp_path / "b", cohort))
    assert (figures.people, figures.left_out) == (8, 2)
    assert (figures.verbs, figures.rules) == ((("build", 5),), ())


def test_unreadable_and_foreign_files_are_not_judged(tmp_path: Path) -> None:
    """The reasons are counted, the commonest first."""
    cohort = [
        *make_cohort(5),
        {"error": "is damaged", "judged": None},
        {"error": "is empty", "judged": None},
        {"error": "is damaged", "judged": None},
        {"judged": False, "metrics": ("none",)},
    ]
    figures = read_figures(write_tables(tmp_path, cohort))
    assert figures.reasons == (("is damaged", 2), ("is empty", 1))
    assert figures.people == 5


def test_copies_are_counted(tmp_path: Path) -> None:
    """All but the first of each; without ids nobody can tell whose they are."""
    cohort = [
        *make_cohort(3, digest="dd"),
        *make_cohort(1, digest="dd"),
        *make_cohort(2, digest="ee", id=None),
    ]
    figures = read_figures(write_tables(tmp_path, [*cohort, *make_cohort(2)]))
    assert (figures.copies, figures.copied) == (4, 2)


def test_bullets_of_several_people_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one pass or in several; a person who says one twice, or in two files, is one."""
    import bulletlint.cohort.figures.repeated as repeated

    cohort = [
        *make_cohort(6, digests=("aaaaaaaa11", "aaaaaaaa11")),
        *make_cohort(2, digests=("bbbbbbbb22", "cccccccc33")),
        *make_cohort(1, digests=("dddddddd44", "dddddddd44")),
        *[{"id": "q", "metrics": ("none",), "digests": ("eeeeeeee55",)}] * 2,  # two files of one person
    ]
    expected = Repeated(3, (("aaaaaaaa11", 6),))
    for parts in (1, 3):
        monkeypatch.undo()
        tables = write_tables(tmp_path / str(parts), cohort, parts=parts)
        assert find_repeated(tables, bullets=20) == expected
        monkeypatch.setattr(repeated, "MOST_HELD", 3)
        assert find_repeated(tables, bullets=20) == expected


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


def test_two_files_of_a_person_change_as_one(tmp_path: Path) -> None:
    """The bullets of both count, and the interval is that of the people."""
    then = write_tables(tmp_path / "then", make_cohort(6))
    now = write_tables(tmp_path / "now", [*make_cohort(6), *make_cohort(6, metrics=("outcome", "outcome"))])
    change = find_change(now, then, same_key=False)
    assert (change.both, change.new, change.gone) == (6, 0, 0)
    assert change.topics == (TopicChange("result", 0.5, 0.75, 0.25, 0.25),)


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
