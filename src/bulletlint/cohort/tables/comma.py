"""A part of a table as CSV, for who has no pyarrow: UTF-8, a line a row, names of columns in the first line.

What is not known is an empty cell, a truth is true or false, and the texts of a list have spaces between.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bulletlint.cohort.errors import CohortError
from bulletlint.cohort.tables.columns import TABLES, Column, Row, TableName, list_columns
from bulletlint.core.visible import show_line

#: What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def encode_rows(table: TableName, rows: Sequence[Row]) -> bytes:
    """Return rows as a CSV file."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    columns = TABLES[table]
    writer.writerow(column.name for column in columns)
    writer.writerows([write_cell(column, row[column.name]) for column in columns] for row in rows)
    return written.getvalue().encode("utf-8", "backslashreplace")


def read_rows(table: TableName, path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of a file, with some of the columns; raises CohortError for a file that is not ours."""
    chosen = [column for column in TABLES[table] if column.name in columns]
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            if tuple(reader.fieldnames or ()) != list_columns(table):
                raise ValueError("other columns")
            for row in reader:
                yield {column.name: read_cell(column, row[column.name]) for column in chosen}
    except (OSError, ValueError, TypeError, csv.Error) as error:
        raise CohortError(f"cannot be read as a part of a cohort ({error})", path=str(path)) from None


def write_cell(column: Column, value: Any) -> str:
    """Return a value as a cell that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if column.kind == "truth":
        return "true" if value else "false"
    if column.kind == "texts":
        return " ".join(value)
    if column.kind == "number":
        return str(value)
    text = show_line(value)
    return f"'{text}" if text.startswith((*_FORMULA, "'")) else text


def read_cell(column: Column, cell: str) -> Any:
    """Return the value of a cell; raises ValueError for what no cell of that column can be."""
    if column.kind == "texts":
        return cell.split()
    if cell == "":
        return None
    if column.kind == "number":
        return int(cell)
    if column.kind == "truth":
        return {"true": True, "false": False}[cell] if cell in ("true", "false") else int("")
    return cell[1:] if cell.startswith("'") else cell
