"""The layouts that reading is measured on: known bullets, each in every file, split by layout."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.layouts.__main__ import LAYOUTS, describe, is_held_out, write_layouts
from benchmarks.layouts.people import load_people
from benchmarks.reading import count_folder


def test_layouts_are_many_and_split() -> None:
    """At least sixty layouts of eight formats and ten trades; about half of them are held out, and names are unique."""
    held_out = [layout for layout in LAYOUTS if is_held_out(layout)]
    assert len({layout.name for layout in LAYOUTS}) == len(LAYOUTS) >= 60
    assert len({layout.suffix for layout in LAYOUTS}) == 8
    assert 0.3 < len(held_out) / len(LAYOUTS) < 0.7
    assert len({person.trade for person in load_people()}) == 10


def test_what_is_right_names_every_bullet_with_its_section_and_end() -> None:
    """The bullets of a person are those of the parts that the layout has, in their order."""
    (person, *_) = load_people()
    row = describe(person, LAYOUTS[0], "a.md")
    assert len(row["bullets"]) == 10
    assert row["section"][row["bullets"][0]] == "Work Experience"
    assert row["ended"][row["bullets"][0]] is False
    assert row["bullets"][7] not in row["ended"]


def test_layouts_that_are_seen_are_read_rightly(tmp_path: Path) -> None:
    """All bullets of the layouts that reading was written for are found, with nothing else."""
    write_layouts(tmp_path)
    rows = json.loads((tmp_path / "seen" / "expected.json").read_text(encoding="utf-8"))
    kept = [row for row in rows if "-accountant." in row["file"] or "-ward-nurse." in row["file"]]
    (tmp_path / "seen" / "expected.json").write_text(json.dumps(kept), encoding="utf-8")
    errors = [error for count in count_folder(tmp_path / "seen").values() for error in count.errors]
    assert errors == []
