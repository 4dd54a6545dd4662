"""What a reader of the Parquet files is told."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq

from bulletlint.cohort.tables.columns import TABLES, Row, TableName
from bulletlint.cohort.tables.parts import Parts


def test_every_column_says_what_it_means(tmp_path: Path) -> None:
    """In the file itself."""
    rows: dict[TableName, list[Row]] = {table: [] for table in TABLES}
    parts = Parts(tmp_path, "parquet")
    parts.write(0, rows)
    for table, columns in TABLES.items():
        schema = pq.read_schema(parts.locate(table, 0))
        assert schema.names == [column.name for column in columns]
        assert [field.metadata[b"meaning"].decode() for field in schema] == [each.meaning for each in columns]
