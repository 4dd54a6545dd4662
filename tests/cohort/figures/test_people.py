"""People with one file and with several."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import bulletlint.cohort.figures.people as people
from bulletlint.cohort.figures.people import Person, name_person, read_people
from cohorts import write_tables

RULE = ("BL201", "missing-metric")


def read(folder: Path, cohort: list[dict[str, Any]], *, parts: int = 1) -> dict[str, Person]:
    """Return the people of a cohort by their names."""
    found = list(read_people(write_tables(folder, cohort, parts=parts)))
    assert len({person.name for person in found}) == len(found)
    return {person.name: person for person in found}


@pytest.mark.parametrize("parts", [1, 2, 3])
def test_two_files_of_one_id_are_one_person(tmp_path: Path, parts: int) -> None:
    """A bullet that stands in both counts once, and so do its findings; in whatever parts they are."""
    cohort = [
        {"id": "17", "year": "2026", "metrics": ("outcome", "none"), "digests": ("aa", "bb"), "verb": "cut"},
        {"id": "18", "metrics": ("outcome",)},
        {
            "id": "17",
            "year": "2027",
            "programme": "CS",
            "metrics": ("none", "outcome"),
            "digests": ("bb", "cc"),
        },
    ]
    found = read(tmp_path, cohort, parts=parts)
    assert sorted(found) == ["17", "18"]
    one = found["17"]
    assert one.counts[0] == (3, 2)
    assert dict(one.rules) == {RULE: 1}
    assert (one.programme, one.year) == ("CS", "2027")
    assert one.digests == {"00000000", "00000002"}


def test_a_bullet_that_one_file_says_twice_counts_twice(tmp_path: Path) -> None:
    """As it does for everybody else."""
    cohort = [{"id": "17", "metrics": ("none", "none"), "digests": ("aa", "aa")}]
    assert read(tmp_path, cohort)["17"].counts[0] == (2, 0)


def test_without_ids_two_copies_are_one_person(tmp_path: Path) -> None:
    """With ids they are two; without bullets nothing can be told."""
    copies: list[dict[str, Any]] = [{"digest": "dd", "metrics": ("none",), "digests": ("aa",)}] * 2
    assert {name: person.counts[0] for name, person in read(tmp_path / "a", copies).items()} == {"dd": (1, 0)}
    listed = [{**copies[0], "id": "17"}, {**copies[0], "id": "18"}]
    assert sorted(read(tmp_path / "b", listed)) == ["17", "18"]
    empty: list[dict[str, Any]] = [{"digest": None}] * 2
    assert sorted(read(tmp_path / "c", empty)) == ["00000000", "00000001"]


def test_files_that_could_not_be_judged_are_left_out(tmp_path: Path) -> None:
    """The others of the same person count."""
    cohort = [
        {"id": "17", "error": "is damaged", "judged": None},
        {"id": "17", "metrics": ("outcome",)},
        {"id": "18", "judged": False, "metrics": ("none",)},
    ]
    assert {name: person.counts[0] for name, person in read(tmp_path, cohort).items()} == {"17": (1, 1)}


def test_many_people_with_several_files_are_read_in_several_passes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And are the same people."""
    cohort = [{"id": f"p{at // 2}", "metrics": ("outcome",)} for at in range(39)]
    expected = read(tmp_path, cohort, parts=4)
    assert len(expected) == 20
    monkeypatch.setattr(people, "MOST_HELD", 5)
    assert read(tmp_path, cohort, parts=4) == expected


def test_an_id_tells_a_person_before_all_else() -> None:
    """Then the digest of the bullets, then the name of the file."""
    row = {"id": "17", "digest": "dd", "resume": "ee"}
    assert [
        name_person(row),
        name_person(row | {"id": None}),
        name_person(row | {"id": None, "digest": None}),
    ] == [
        "17",
        "dd",
        "ee",
    ]


def test_a_cohort_without_a_file_that_could_be_read_has_nobody(tmp_path: Path) -> None:
    """And one without files."""
    assert read(tmp_path / "a", [{"error": "is damaged"}]) == {}
    assert read(tmp_path / "b", []) == {}
