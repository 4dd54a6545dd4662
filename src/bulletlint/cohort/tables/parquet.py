"""A part of a table as Parquet; needs pyarrow, which comes with the extra `cohort`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from bulletlint.cohort.errors import CohortError
from bulletlint.cohort.tables.columns import TABLES, Column, Row, TableName

#: Rows that are read at a time.
BATCH_ROWS = 20_000


@cache
def make_schema(table: TableName) -> pa.Schema:
    """Return the schema of a table."""
    return pa.schema([make_field(column) for column in TABLES[table]])


def make_field(column: Column) -> pa.Field:
    """Return the field of a column; its meaning goes with it."""
    kinds = {"text": pa.string(), "number": pa.int32(), "truth": pa.bool_(), "texts": pa.list_(pa.string())}
    return pa.field(column.name, kinds[column.kind], metadata={"meaning": column.meaning})


def make_table(table: TableName, rows: Sequence[Row]) -> pa.Table:
    """Return rows as a table of pyarrow's."""
    return pa.Table.from_pylist(list(rows), schema=make_schema(table))


def encode_rows(table: TableName, rows: Sequence[Row]) -> bytes:
    """Return rows as a Parquet file."""
    written = BytesIO()
    pq.write_table(make_table(table, rows), written, compression="zstd")
    return written.getvalue()


def read_rows(table: TableName, path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of a file, with some of the columns; raises CohortError for a file that is not ours."""
    try:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(BATCH_ROWS, columns=list(columns)):
                yield from batch.to_pylist()
    except (OSError, pa.ArrowException, KeyError) as error:
        reason = " ".join(str(error).split())[:100]
        raise CohortError(f"cannot be read as a part of a cohort ({reason})", path=str(path)) from None
