"""Lint resumes on an engine: a pure function from a table of pyarrow's to another.

`bulletlint.cohort.engines` has what calls it on Ray, Spark and Dask; docs/cohort.md has a recipe for each.
"""

from bulletlint.cohort.engines.batch import Options, lint_batch, make_batch_schema, name_path, unfold

__all__ = ["Options", "lint_batch", "make_batch_schema", "name_path", "unfold"]
