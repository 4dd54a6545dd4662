"""Small inputs, one for each kind of fault that files have shown, with what is right to read of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from benchmarks.reading import count_file

INPUTS = Path(__file__).parent / "inputs"
ROWS = json.loads((INPUTS / "expected.json").read_text(encoding="utf-8"))
#: Inputs that are read otherwise, and why.
WRONG: dict[str, str] = {}


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(
            row,
            id=row["file"],
            marks=pytest.mark.xfail(reason=WRONG[row["file"]]) if row["file"] in WRONG else (),
        )
        for row in ROWS
    ],
)
def test_an_input_is_read_rightly(row: dict[str, Any]) -> None:
    """Bullets in order, their sections and whether the jobs have ended, and what is no bullet and no text."""
    assert count_file(INPUTS / row["file"], row).errors == []


def test_nearly_all_inputs_are_right() -> None:
    """At least 95 of 100 inputs on which people agree are read rightly."""
    agreed = [row for row in ROWS if not row.get("doubtful")]
    assert sum(row["file"] not in WRONG for row in agreed) >= 0.95 * len(agreed)
