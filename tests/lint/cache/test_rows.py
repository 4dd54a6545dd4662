"""Dataclasses as rows and back."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import get_args, get_type_hints

import pytest

from builders import make_report
from bulletlint.core.document import LeftOut, Place
from bulletlint.core.finding import BulletReport, FileReport, Piece, Rewrite
from bulletlint.lint.cache.rows import REPORT_LAYOUT, decode, describe_layout, encode


def test_a_report_comes_back_as_it_was() -> None:
    """Through JSON, with every kind of value that a report holds."""
    left_out = (
        LeftOut(
            "Python, Go", "skills line", Place(page=1, box=(1.0, 2.0, 3.0, 4.0), paragraph=2, pointer="/a")
        ),
    )
    report = make_report()
    for file in (*report.files, FileReport("a", None, None, left_out=left_out, notes=("b",))):
        assert decode(FileReport, json.loads(json.dumps(encode(file)))) == file
    rewrite = Rewrite("Cut it.", (), (Piece("Cut", 0, 3), Piece("it.")))
    assert decode(Rewrite, json.loads(json.dumps(encode(rewrite)))) == rewrite


def test_the_layout_names_every_nested_class() -> None:
    """A field that is added with a class of its own has to be added here too."""
    for kind in REPORT_LAYOUT:
        hints = get_type_hints(kind)
        for field in fields(kind):
            parts = [hints[field.name], *get_args(hints[field.name])]
            nested = [part for part in parts if isinstance(part, type) and is_dataclass(part)]
            assert bool(nested) == (field.name in REPORT_LAYOUT[kind])
            assert all(part in REPORT_LAYOUT for part in nested)


@pytest.mark.parametrize("row", [[], None, ["a"], "text", [1] * 50])
def test_a_row_of_another_layout_is_refused(row: object) -> None:
    """It is never taken for a report."""
    with pytest.raises((TypeError, ValueError)):
        decode(BulletReport, row)


def test_the_layout_describes_its_fields() -> None:
    """A new field changes it, so that older entries are not read."""
    assert "Place:line,column,end_line,end_column,page,box,paragraph,pointer" in describe_layout().split(";")
