"""Dataclasses as rows and back."""

from __future__ import annotations

import json

import pytest

from builders import make_report
from bulletlint.core.document import LeftOut, Place
from bulletlint.core.finding import BulletReport, FileReport, Piece, Rewrite
from bulletlint.core.rows import decode, describe_layout, encode
from bulletlint.lint.cache.rows import REPORT_LAYOUT


def test_a_report_comes_back_as_it_was() -> None:
    """Through JSON, with every kind of value that a report holds."""
    left_out = (
        LeftOut(
            "Python, Go", "skills line", Place(page=1, box=(1.0, 2.0, 3.0, 4.0), paragraph=2, pointer="/a")
        ),
    )
    report = make_report()
    for file in (*report.files, FileReport("a", None, None, left_out=left_out, notes=("b",))):
        assert decode(FileReport, json.loads(json.dumps(encode(file))), REPORT_LAYOUT) == file
    rewrite = Rewrite("Cut it.", (), (Piece("Cut", 0, 3), Piece("it.")))
    assert decode(Rewrite, json.loads(json.dumps(encode(rewrite))), REPORT_LAYOUT) == rewrite


@pytest.mark.parametrize("row", [[], None, ["a"], "text", [1] * 50])
def test_a_row_of_another_layout_is_refused(row: object) -> None:
    """It is never taken for a report."""
    with pytest.raises((TypeError, ValueError)):
        decode(BulletReport, row, REPORT_LAYOUT)


def test_the_layout_describes_its_fields() -> None:
    """A new field changes it, so that older entries are not read."""
    described = describe_layout(REPORT_LAYOUT).split(";")
    assert "Place:line,column,end_line,end_column,page,box,paragraph,pointer" in described
