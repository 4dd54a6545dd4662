"""Resumes as a table in, findings as a table out: a pure function for any engine that knows pyarrow.

It opens no process, writes nothing, and loads the pipeline once in each process that calls it. The rows are those that
the command `cohort` writes; `unfold` makes its three tables of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa

from bulletlint.cohort.errors import CohortError
from bulletlint.cohort.names import Names
from bulletlint.cohort.people import Person
from bulletlint.cohort.rows import Rows, Showing, build_rows, load_verbs
from bulletlint.cohort.tables.columns import TABLES, Row, TableName, list_columns
from bulletlint.cohort.tables.parquet import make_schema
from bulletlint.core.settings import Settings
from bulletlint.lint.linter import Linter
from bulletlint.lint.parallel.chunks import split_sources
from bulletlint.read.discovery import Pasted, Source

#: What a table must have: a name for the resume; its path, or the path and what the file holds.
NEEDED = ("resume", "path")
#: What goes through as it is.
GROUPS = ("id", "programme", "year", "advisor")
#: Columns of a row of a bullet or finding that its resume has already.
_OUTER = "resume"
#: Linters that a process keeps, each with a pipeline of 130 MB.
MOST_LINTERS = 2


@dataclass(frozen=True, slots=True)
class Options:
    """How a batch is linted. `key` (16 to 64 bytes) is what digests are made with; without one they stay empty.

    `text` and `paths` let the result hold words of the resumes and names of files.
    """

    settings: Settings = field(default_factory=lambda: Settings(rewrites=False))
    key: bytes = b""
    text: bool = False
    paths: bool = False


DEFAULT = Options()


def make_batch_schema() -> pa.Schema:
    """Return the schema of a result: a row for each resume, with its bullets and findings as lists of records."""
    outer = list(make_schema("resumes"))
    inner = [pa.field(f"{name}_rows", pa.list_(make_record(name))) for name in ("bullets", "findings")]
    return pa.schema([*outer, *inner])


def make_record(table: TableName) -> pa.DataType:
    """Return the kind of a bullet's or a finding's record."""
    return pa.struct([each for each in make_schema(table) if each.name != _OUTER])


def lint_batch(table: pa.Table, options: Options = DEFAULT) -> pa.Table:
    """Lint the resumes of a table and return one of as many rows, in the same order.

    It has the columns `resume` (any name that you give it) and `path`, whose suffix tells the format; if it has
    `content` (binary or text) as well, no file is read. The columns id, programme, year and advisor go through. A
    resume that cannot be read is a row with its error. Raises BulletlintError for wrong settings, CohortError for a
    table without a column that is needed.
    """
    missing = [name for name in NEEDED if name not in table.column_names]
    if missing:
        raise CohortError(f"the table has no column `{missing[0]}`; it needs {' and '.join(NEEDED)}")
    linter = load_linter(options.settings)
    showing = Showing(Names(options.key), load_shown(), text=options.text, paths=options.paths)
    given = table.select(
        [name for name in (*NEEDED, "content", *GROUPS) if name in table.column_names]
    ).to_pylist()
    reports = (
        files for chunk in split_sources(map(make_source, given)) for files in linter.lint_chunk(chunk)
    )
    rows = [
        fold(build_rows(row["resume"], files, showing, make_person(row)), keyed=bool(options.key))
        for row, files in zip(given, reports, strict=True)
    ]
    return pa.Table.from_pylist(rows, schema=make_batch_schema())


def name_path(path: str, key: bytes) -> str:
    """Return what the command calls a file in its tables, under the key of its folder."""
    return Names(key).name_path(path)


def make_source(row: Row) -> Source:
    """Return what is read for a row: its content, or the file of its path."""
    content = row.get("content")
    if content is None:
        return Path(row["path"])
    return Pasted(content.encode("utf-8") if isinstance(content, str) else bytes(content), row["path"])


def make_person(row: Row) -> Person:
    """Return what a row says of its person."""
    return Person(**{name: None if row.get(name) is None else str(row[name]) for name in GROUPS})


def fold(rows: Rows, *, keyed: bool) -> Row:
    """Return the rows of one resume as one; digests without a key are left out, since anybody could make them."""
    folded: dict[str, Any] = dict(rows["resumes"][0])
    folded["bullets_rows"] = rows["bullets"]
    folded["findings_rows"] = rows["findings"]
    if not keyed:
        for row in (folded, *rows["bullets"]):
            row["digest"] = None
    return folded


def unfold(table: pa.Table) -> dict[TableName, pa.Table]:
    """Return the three tables that the command writes, from the result of `lint_batch`."""
    tables: dict[TableName, pa.Table] = {"resumes": table.select(list_columns("resumes"))}
    for name in ("bullets", "findings"):
        records = table.column(f"{name}_rows").combine_chunks()
        owners = table.column(_OUTER).combine_chunks().take(records.value_parent_indices())
        flat = records.flatten()
        columns = [owners if each == _OUTER else flat.field(each) for each in list_columns(name)]
        tables[name] = pa.Table.from_arrays(columns, schema=make_schema(name))
    return {name: tables[name] for name in TABLES}


@lru_cache(MOST_LINTERS)
def load_linter(settings: Settings) -> Linter:
    """Return the linter of this process for these settings; raises BulletlintError."""
    return Linter(settings)


@lru_cache(1)
def load_shown() -> frozenset[str]:
    """Return the lead verbs that may be shown."""
    return load_verbs()
