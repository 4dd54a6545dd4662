"""The same tables on Dask, Ray and Spark, each with two workers on this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from bulletlint.batch import Options, lint_batch
from cohorts import NAMES, write_resumes

#: What an engine needs on this machine; those of the extra `test` are always here.
NEEDS = {"dask": (), "ray": ("ray",), "spark": ("pyspark",)}
LIMIT = 280.0


@pytest.mark.slow
@pytest.mark.parametrize("engine", NEEDS)
def test_an_engine_gives_the_same_rows(tmp_path: Path, engine: str) -> None:
    """Row by row, with an unreadable file among them."""
    for module in NEEDS[engine]:
        if find_spec(module) is None:
            pytest.skip(f"{module} is not installed; it is too large for every run")
    if engine == "spark" and shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    paths = [*write_resumes(tmp_path / "r", 9), tmp_path / "r" / "gone.md"]
    names = [NAMES.name_path(str(path)) for path in paths]
    given = pa.table({"resume": names, "path": [str(path) for path in paths], "year": ["2027"] * 10})
    pq.write_table(given, tmp_path / "given.parquet")
    command = [
        sys.executable,
        str(Path(__file__).with_name("engine_runs.py")),
        engine,
        "given.parquet",
        "result.parquet",
    ]
    environment = {
        **os.environ,
        "OMP_NUM_THREADS": "1",
        "PYSPARK_PYTHON": sys.executable,
        "RAY_USAGE_STATS_ENABLED": "0",
        "RAY_worker_niceness": "0",  # else every other process of the machine comes first
    }
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=LIMIT, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    result = pq.read_table(tmp_path / "result.parquet").to_pylist()
    expected = lint_batch(given, Options(key=NAMES.key)).to_pylist()
    assert sorted(result, key=lambda row: row["resume"]) == sorted(expected, key=lambda row: row["resume"])
