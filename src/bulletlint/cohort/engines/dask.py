"""A cohort on Dask; needs Dask with its data frames, which come with the extra `dask`."""

from __future__ import annotations

import dask.dataframe as dd
import pandas as pd
import pyarrow as pa

from bulletlint.cohort.engines.batch import DEFAULT, Options, lint_batch, make_batch_schema


def lint_frame(frame: dd.DataFrame, options: Options = DEFAULT) -> dd.DataFrame:
    """Return a frame with a row for each resume of another one, as `lint_batch` makes it.

    Each worker loads the pipeline with its first partition; none is sent to it. Its columns are of pyarrow's kinds.
    """
    empty = to_pandas(make_batch_schema().empty_table())
    return frame.map_partitions(lint_partition, options, meta=empty)


def lint_partition(partition: pd.DataFrame, options: Options) -> pd.DataFrame:
    """Return the rows of a partition."""
    table = pa.Table.from_pandas(partition, preserve_index=False)
    return to_pandas(lint_batch(table, options), index=partition.index)


def to_pandas(table: pa.Table, index: pd.Index | None = None) -> pd.DataFrame:
    """Return a table as a frame that keeps its kinds."""
    frame = table.to_pandas(types_mapper=pd.ArrowDtype)
    return frame if index is None else frame.set_index(index)
