"""Tests of counting what is read rightly: found, missed, garbled, spurious bullets, sections and ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from benchmarks.reading import Count, count_file, count_folder, make_table

RESUME = """# Experience

## Planner, Canal Tours, 2018 - 2020

- Halved refund time for 4,000 hauliers in two quarters
- Raised pickups to 96 % with a new planner
"""
FIRST = "Halved refund time for 4,000 hauliers in two quarters"
SECOND = "Raised pickups to 96 % with a new planner"


def _count(folder: Path, text: str, **row: Any) -> Count:
    (folder / "a.md").write_text(text, encoding="utf-8")
    return count_file(folder / "a.md", {"file": "a.md", "bullets": [FIRST, SECOND], **row})


def test_a_file_is_right_where_all_that_is_asked_holds(tmp_path: Path) -> None:
    """Bullets, section and end of the job as expected: one file, right, nothing to report."""
    count = _count(tmp_path, RESUME, section={FIRST: "experience"}, ended={SECOND: True})
    assert count == Count(
        files=1, right=1, expected=2, found=2, sections=1, section_right=1, ends=1, end_right=1
    )


@pytest.mark.parametrize(
    ("change", "counts"),
    [
        (("- Halved refund time for 4,000 hauliers in two quarters\n", ""), {"missed": 1, "found": 1}),
        (("in two quarters", ""), {"garbled": 1, "found": 1}),
        (("- Raised", "- Drew nine bus maps for Oslo\n- Raised"), {"spurious": 1, "found": 2}),
    ],
)
def test_what_is_wrong_is_counted_once(
    tmp_path: Path, change: tuple[str, str], counts: dict[str, int]
) -> None:
    """A bullet that is not there is missed; half of one is garbled; an unknown one is spurious."""
    text = RESUME.replace(*change)
    count = _count(tmp_path, text)
    assert {name: getattr(count, name) for name in counts} == counts
    assert count.right == 0


def test_wrong_section_end_and_texts_are_errors(tmp_path: Path) -> None:
    """A file is wrong where its section, its end or a text is not as asked."""
    wanted = {
        "section": {FIRST: "Work"},
        "ended": {FIRST: False},
        "not_bullets": [SECOND],
        "text_absent": ["96"],
    }
    count = _count(tmp_path, RESUME, **wanted)
    assert (count.section_right, count.end_right, count.right) == (0, 0, 0)
    assert [error.split(":")[1].split(" ")[1] for error in count.errors] == [
        "section",
        "ended",
        "is",
        "still",
    ]


def test_a_folder_is_counted_by_format(tmp_path: Path) -> None:
    """The groups are suffixes, the last row of the table is their sum."""
    (tmp_path / "a.md").write_text(RESUME, encoding="utf-8")
    (tmp_path / "b.txt").write_text("EXPERIENCE\n\n- " + FIRST + "\n", encoding="utf-8")
    rows = [{"file": "a.md", "bullets": [FIRST, SECOND]}, {"file": "b.txt", "bullets": [FIRST]}]
    (tmp_path / "expected.json").write_text(json.dumps(rows), encoding="utf-8")
    counts = count_folder(tmp_path)
    assert sorted(counts) == ["md", "txt"]
    assert make_table(counts)[-1] == "| all | 2 | 2 | 3 | 3 (100.0%) | 0 | 0 | 0 | 0 of 0 | 0 of 0 |"
