"""Runs a cohort on an engine with two workers, in a process of its own: `python engine_runs.py ENGINE IN OUT`.

IN and OUT are Parquet files: what `lint_batch` takes, and what it gives.
"""

from __future__ import annotations

import sys

import pyarrow as pa
import pyarrow.parquet as pq

from bulletlint.batch import Options, make_batch_schema

KEY = bytes(range(32))


def run_dask(given: pa.Table) -> pa.Table:
    """Two processes of Dask's."""
    import dask
    import dask.dataframe as dd

    from bulletlint.cohort.engines.dask import lint_frame

    with dask.config.set(scheduler="processes", num_workers=2):
        frame = lint_frame(dd.from_pandas(given.to_pandas(), npartitions=3), Options(key=KEY)).compute()
    return pa.Table.from_pandas(frame, schema=make_batch_schema(), preserve_index=False)


def run_ray(given: pa.Table) -> pa.Table:
    """Two actors of Ray's."""
    import ray

    from bulletlint.cohort.engines.ray import lint_dataset

    ray.init(num_cpus=3, include_dashboard=False)  # two for the actors, one for what reads
    dataset = lint_dataset(ray.data.from_arrow(given).repartition(3), Options(key=KEY), batch_size=4)
    tables = [ray.get(each) for each in dataset.to_arrow_refs()]
    ray.shutdown()
    return pa.concat_tables(tables).cast(make_batch_schema())


def run_spark(given: pa.Table) -> pa.Table:
    """Two local executors of Spark's."""
    from pyspark.sql import SparkSession

    from bulletlint.cohort.engines.spark import lint_frame

    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    frame = lint_frame(spark.createDataFrame(given.to_pandas()).repartition(3), Options(key=KEY))
    table = frame.toArrow()
    spark.stop()
    return table.cast(make_batch_schema())


if __name__ == "__main__":
    engine, source, target = sys.argv[1:]
    result = {"dask": run_dask, "ray": run_ray, "spark": run_spark}[engine](pq.read_table(source))
    pq.write_table(result, target)
