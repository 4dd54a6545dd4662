"""Small LaTeX, Typst and PDF resumes that were once read wrongly, and resumes of invented people in all formats.

Each folder's expected.json says what is right.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from benchmarks.reading import count_file

HERE = Path(__file__).parent
#: What is still read wrongly, and why.
WRONG = {
    "weaver/main.typ": "a date that an own function has by default is not known",
    "stories-in-html.json": "two short statements of one paragraph stay together",
    "own-macros.tex": "an optional argument between TeX's own conditions is not read",
    "europecv.tex": "a label stands before two statements of one cell",
}


def list_rows() -> list[Any]:
    """Return each folder and row as a parameter, those that are still wrong marked."""
    parameters = []
    for folder in ("latex", "typst", "pdf", "people", "trades", "fresh"):
        for row in json.loads((HERE / folder / "expected.json").read_text(encoding="utf-8")):
            reason = WRONG.get(row["file"])
            marks = [pytest.mark.xfail(reason=reason)] if reason else []
            parameters.append(pytest.param(folder, row, id=f"{folder}-{row['file']}", marks=marks))
    return parameters


@pytest.mark.parametrize(("folder", "row"), list_rows())
def test_bullets_sections_and_ends(folder: str, row: dict[str, Any]) -> None:
    """The bullets of a file are those that a person sees, each in its section."""
    assert count_file(HERE / folder / row["file"], row).errors == []
