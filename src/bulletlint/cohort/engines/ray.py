"""A cohort on Ray Data; needs Ray, which comes with the extra `ray`."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
from ray.data import ActorPoolStrategy, Dataset

from bulletlint.cohort.engines.batch import DEFAULT, Options, lint_batch

#: Resumes of a batch: seconds of work.
BATCH_SIZE = 256


class LintBatch:
    """An actor: it loads the pipeline with its first batch, in its own process, and keeps it."""

    def __init__(self, options: Options) -> None:
        self._options = options

    def __call__(self, batch: pa.Table) -> pa.Table:
        return lint_batch(batch, self._options)


def lint_dataset(
    dataset: Dataset, options: Options = DEFAULT, *, workers: int = 2, batch_size: int = BATCH_SIZE
) -> Dataset:
    """Return a dataset with a row for each resume of another one, as `lint_batch` makes it.

    The pipeline never goes through the object store, whose arrays nobody may write to.
    """
    arguments: dict[str, Any] = {
        "batch_format": "pyarrow",
        "batch_size": batch_size,
        "compute": ActorPoolStrategy(size=workers),
        "fn_constructor_args": (options,),
    }
    return dataset.map_batches(LintBatch, **arguments)
