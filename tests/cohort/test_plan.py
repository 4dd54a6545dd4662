"""Which files go into which part, and which parts are a shard's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bulletlint.cohort.errors import CohortError
from bulletlint.cohort.people import NO_PEOPLE, People, Person
from bulletlint.cohort.plan import (
    WHOLE,
    Entry,
    Shard,
    count_parts,
    fingerprint_listing,
    fingerprint_part,
    read_shard,
    split_entries,
)
from cohorts import NAMES

PATHS = [Path(f"r/{number}.md") for number in range(100)]


def test_every_file_is_in_one_part_of_one_shard() -> None:
    """And no part is in two shards."""
    shares = [split_entries(PATHS, NAMES, NO_PEOPLE, parts=6, shard=Shard(number, 3)) for number in (1, 2, 3)]
    assert [sorted(share) for share in shares] == [[0, 3], [1, 4], [2, 5]]
    split = sorted(str(entry.source) for share in shares for part in share.values() for entry in part)
    assert split == sorted(map(str, PATHS))


def test_a_part_does_not_change_with_the_order_or_the_files_of_others() -> None:
    """So that a file that comes or goes costs one part."""
    before = split_entries(PATHS, NAMES, NO_PEOPLE, parts=4, shard=WHOLE)
    after = split_entries(reversed(PATHS[1:]), NAMES, NO_PEOPLE, parts=4, shard=WHOLE)
    assert sum(before[number] != after[number] for number in before) == 1


def test_the_order_of_rows_is_not_that_of_names() -> None:
    """It is that of the digests."""
    (part,) = split_entries(PATHS, NAMES, NO_PEOPLE, parts=1, shard=WHOLE).values()
    assert [entry.name for entry in part] == sorted(NAMES.name_path(str(path)) for path in PATHS)


@pytest.mark.parametrize(
    ("files", "shards", "parts"),
    [(0, 1, 1), (1, 1, 1), (500, 1, 1), (501, 1, 2), (20, 3, 3), (10_000, 3, 21), (10**9, 7, 99_995)],
)
def test_there_are_as_many_parts_as_files_and_shards_need(files: int, shards: int, parts: int) -> None:
    """Each shard has the same number of them."""
    assert count_parts(files, Shard(1, shards)) == parts


@pytest.mark.parametrize("text", ["", "3", "0/3", "4/3", "1/0", "a/b", "1/2/3", "-1/3", "1/99999"])
def test_a_wrong_shard_is_refused(text: str) -> None:
    """With the form that is right."""
    with pytest.raises(CohortError, match="write it as 3/20, the third of twenty"):
        read_shard(text)


def test_a_shard_is_read() -> None:
    assert read_shard("3/20") == Shard(3, 20)
    assert (str(Shard(3, 20)), Shard(3, 20).folder) == ("3/20", "shard-0003-of-0020")


def test_a_part_has_another_digest_when_a_file_changes_or_vanishes(tmp_path: Path) -> None:
    """Or when the centre's list says something else of it."""
    path = tmp_path / "a.md"
    path.write_text("x", encoding="utf-8")
    entry = Entry("n", path, Person())
    digests = [fingerprint_part([entry])]
    os.utime(path, ns=(1, 1))
    digests.append(fingerprint_part([entry]))
    digests.append(fingerprint_part([Entry("n", path, Person("17"))]))
    path.unlink()
    digests.append(fingerprint_part([entry]))
    assert len(set(digests)) == 4
    assert fingerprint_part([entry]) == digests[-1]


def test_people_go_with_their_file() -> None:
    people = People({os.path.abspath("r/7.md"): Person("17")}, {})
    (part,) = split_entries(PATHS, NAMES, people, parts=1, shard=WHOLE).values()
    assert [(str(entry.source), entry.person) for entry in part if entry.person.id] == [
        ("r/7.md", Person("17"))
    ]


def test_a_file_stays_in_its_shard_when_others_come() -> None:
    """Whatever the number of parts: nothing is in two shards that ran at different times, and nothing in none."""
    few = split_shards(PATHS[:40], parts=20)
    many = split_shards(PATHS, parts=60)
    assert sum(map(len, many)) == 100
    for before, after in zip(few, many, strict=True):
        assert before == after & set(PATHS[:40])


def split_shards(paths: list[Path], *, parts: int) -> list[set[object]]:
    """Return the files of each of twenty shards."""
    return [
        {
            entry.source
            for part in split_entries(paths, NAMES, NO_PEOPLE, parts=parts, shard=Shard(number, 20)).values()
            for entry in part
        }
        for number in range(1, 21)
    ]


def test_a_listing_is_the_same_in_any_order() -> None:
    """And another one with a file more, or another instead."""
    assert fingerprint_listing(PATHS, NAMES) == fingerprint_listing(PATHS[::-1], NAMES)
    listings = {
        fingerprint_listing(paths, NAMES) for paths in (PATHS, PATHS[1:], [*PATHS[1:], Path("r/x.md")], [])
    }
    assert len(listings) == 4
