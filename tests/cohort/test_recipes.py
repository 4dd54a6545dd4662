"""The recipes of docs/cohort.md, run as they stand there; those of engines that are not installed are left out."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from bulletlint.batch import unfold
from cohorts import write_resumes

PAGE = (Path(__file__).parents[2] / "docs" / "cohort.md").read_text(encoding="utf-8")
BLOCKS = [(kind, text) for kind, text in re.findall(r"^```(\w*)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)]
LIMIT = 280.0
#: What a block needs before it, so that it has two workers.
BEFORE = {
    "ray": "import ray\nray.init(num_cpus=3, include_dashboard=False)\n",
    "pyspark": "from pyspark.sql import SparkSession\n"
    "SparkSession.builder.master('local[2]').config('spark.ui.enabled', 'false').getOrCreate()\n",
    "dask": "import dask\ndask.config.set(scheduler='processes', num_workers=2)\n",
}


def find_block(kind: str, words: str) -> str:
    """Return the block of a kind that holds some words."""
    (block,) = (text for each, text in BLOCKS if each == kind and words in text)
    return block


def run_code(code: str, folder: Path) -> str:
    """Run Python in a folder and return what it prints."""
    environment = {
        **os.environ,
        "OMP_NUM_THREADS": "1",
        "PYSPARK_PYTHON": sys.executable,
        "RAY_USAGE_STATS_ENABLED": "0",
        "RAY_worker_niceness": "0",
    }
    # A file and a guard, since workers that are started anew import it.
    indented = "".join(f"    {line}" if line.strip() else line for line in code.splitlines(keepends=True))
    (folder / "recipe.py").write_text(f"if __name__ == '__main__':\n{indented}", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "recipe.py"],
        cwd=folder, env=environment, capture_output=True, text=True, timeout=LIMIT, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def term(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with resumes, a list of people, and what the first command of the page makes of them."""
    folder = tmp_path_factory.mktemp("term")
    write_resumes(folder / "resumes", 12)
    rows = [f"resumes/r{at:03}.md,{at},{'CS' if at < 6 else 'EE'},2027" for at in range(12)]
    (folder / "people.csv").write_text("path,id,programme,year\n" + "\n".join(rows) + "\n", encoding="utf-8")
    install, command = find_block("", "pip install").splitlines()
    assert install == 'pip install "bulletlint[cohort]"'
    words = command.split()
    subprocess.run([sys.executable, "-m", *words], cwd=folder, check=True, capture_output=True)
    return folder


def sort_rows(rows: list[dict[str, object]]) -> list[str]:
    """Return rows in an order of their own, but for the columns that only the list of people gives."""
    given = ("id", "programme", "year", "advisor")
    return sorted(str({name: value for name, value in row.items() if name not in given}) for row in rows)


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["", "dask", "ray", "pyspark"])
def test_an_engine_gives_the_tables_of_the_command(term: Path, engine: str) -> None:
    """Row by row; the first block packs the resumes, and lints them without an engine."""
    if engine and find_spec(engine) is None:
        pytest.skip(f"{engine} is not installed; it is too large for every run")
    if engine == "pyspark" and shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    code = find_block("python", "name_path")
    if engine:
        code += BEFORE[engine] + find_block(
            "python", f"import {engine}" if engine != "pyspark" else "pyspark"
        )
    else:
        code += "for name, each in tables.items():\n    pq.write_table(each, f'{name}-alone.parquet')\n"
    shutil.rmtree(term / "linted", ignore_errors=True)
    run_code(code, term)
    for name in ("resumes", "bullets", "findings"):
        found = (
            unfold(pq.read_table(term / "linted"))[name]
            if engine
            else pq.read_table(term / f"{name}-alone.parquet")
        )
        expected = pq.read_table(term / "term" / name)
        assert sort_rows(found.to_pylist()) == sort_rows(expected.to_pylist())


@pytest.mark.slow
def test_the_questions_to_duckdb_have_answers(term: Path) -> None:
    """Shares by programme, and bullets that many have: two of the three of each resume differ."""
    if find_spec("duckdb") is None:
        pytest.skip("DuckDB is not installed")
    code = "import duckdb\nfor query in QUERIES:\n    print(duckdb.sql(query).fetchall())\n"
    queries = [query for query in find_block("sql", "SELECT").split(";") if query.strip()]
    first, second = run_code(code.replace("QUERIES", repr(queries)), term).splitlines()
    assert re.findall(r"'(\w+)', '(\d+)', (\d+)", first) == [("CS", "2027", "6"), ("EE", "2027", "6")]
    assert second == "[]"


@pytest.mark.slow
def test_the_question_to_polars_has_an_answer(term: Path) -> None:
    """Rules with a finding for at least five people."""
    if find_spec("polars") is None:
        pytest.skip("Polars is not installed")
    block = find_block("python", "polars")
    lines = block.rstrip("\n").splitlines()
    lines[-1] = f"print({lines[-1]}.rows())"
    rows = run_code("\n".join(lines) + "\n", term)
    assert re.search(r"\('BL\d+', '[a-z-]+', 12\)", rows)
