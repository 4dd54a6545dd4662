"""A cohort on Spark; needs PySpark and Java, the former comes with the extra `spark`."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema

from bulletlint.cohort.engines.batch import DEFAULT, Options, lint_batch, make_batch_schema


def lint_frame(frame: DataFrame, options: Options = DEFAULT) -> DataFrame:
    """Return a frame with a row for each resume of another one, as `lint_batch` makes it.

    Each Python worker of an executor loads the pipeline with its first batch; none is sent to it.
    """

    def lint_partition(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield from lint_batch(pa.Table.from_batches([batch]), options).to_batches()

    return frame.mapInArrow(lint_partition, schema=from_arrow_schema(make_batch_schema()))
