"""Parts of tables in both formats."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bulletlint.cohort.errors import CohortError
from bulletlint.cohort.tables.columns import TABLES, Row, TableName, list_columns
from bulletlint.cohort.tables.comma import encode_rows
from bulletlint.cohort.tables.parts import FORMATS, Format, Parts

VALUES = {
    "text": ["x", None, "=1+1", "'quoted", 'a "b", c', "-5", ""],
    "number": [0, None, -3, 7, 2**31 - 1, 1, 2],
    "truth": [True, None, False, True, False, None, True],
    "texts": [["a", "b"], [], ["a"], [], [], [], []],
}


def make_rows(table: TableName) -> list[Row]:
    """Return rows with every kind of value in every column; an empty text is read as none from CSV."""
    return [{column.name: VALUES[column.kind][number] for column in TABLES[table]} for number in range(6)]


@pytest.mark.parametrize("format", FORMATS)
def test_rows_come_back_as_they_were(tmp_path: Path, format: Format) -> None:
    """Part after part, all columns or some."""
    parts = Parts(tmp_path, format)
    rows = {table: make_rows(table) for table in TABLES}
    assert not parts.has(0)
    size = parts.write(1, rows) + parts.write(0, rows)
    assert size == sum(path.stat().st_size for path in tmp_path.rglob("part-*"))
    assert parts.has(0)
    for table in TABLES:
        assert list(parts.read(table, list_columns(table))) == rows[table] * 2
    assert [list(row) for row in parts.read("bullets", ["resume", "line"])] == [["resume", "line"]] * 12


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_part_has_its_columns(tmp_path: Path, format: Format) -> None:
    """So that a database knows their kinds."""
    parts = Parts(tmp_path, format)
    empty: dict[TableName, list[Row]] = {table: [] for table in TABLES}
    parts.write(0, empty)
    assert list(parts.read("resumes", ["resume"])) == []


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("content", [b"", b"resume,id\r\n1,2\r\n", b"PAR1 and nothing else"])
def test_a_damaged_part_is_named(tmp_path: Path, format: Format, content: bytes) -> None:
    """It is not read as an empty one."""
    parts = Parts(tmp_path, format)
    path = parts.locate("resumes", 0)
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(CohortError, match=r"resumes/part-00000\.\w+: cannot be read as a part of a cohort"):
        list(parts.read("resumes", ["resume"]))


def test_no_cell_is_a_formula() -> None:
    """A spreadsheet would run it."""
    row: dict[str, Any] = dict.fromkeys(list_columns("resumes"))
    written = encode_rows(
        "resumes", [row | {"resume": "r", "programme": "=cmd()", "advisor": "a\nb"}]
    ).decode()
    assert written.splitlines()[1] == "r,,'=cmd(),,a\\x0ab" + "," * 11
