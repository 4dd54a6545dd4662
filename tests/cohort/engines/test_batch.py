"""The pure function that engines call."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

import bulletlint.cohort.engines.batch as batch
from builders import load_shipped
from bulletlint.batch import Options, lint_batch, make_batch_schema, unfold
from bulletlint.cohort.errors import CohortError
from bulletlint.cohort.tables.columns import TABLES
from bulletlint.core.settings import Settings
from bulletlint.lint.linter import Linter
from cohorts import NAMES, make_work, read_tables, run_work, write_resumes

KEYED = Options(key=NAMES.key)


@pytest.fixture(autouse=True)
def loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Use the pipeline that the test run has loaded."""
    linter = Linter(Settings(rewrites=False), analyser=load_shipped())
    monkeypatch.setattr(batch, "load_linter", lambda settings: linter)


def test_the_tables_are_those_of_the_command(tmp_path: Path) -> None:
    """From paths, and from what the files hold."""
    paths = [*write_resumes(tmp_path / "r", 5), tmp_path / "r" / "gone.md"]
    work = make_work(tmp_path / "out", paths, format="parquet")
    run_work(work)
    expected = read_tables(work)
    given = pa.table(
        {"resume": [NAMES.name_path(str(path)) for path in paths], "path": [str(path) for path in paths]}
    )
    result = lint_batch(given, KEYED)
    assert result.schema == make_batch_schema()
    assert result.column("resume").to_pylist() == given.column("resume").to_pylist()
    found = {name: table.to_pylist() for name, table in unfold(result).items()}
    for table in TABLES:
        assert sorted(map(str, found[table])) == sorted(map(str, expected[table]))
    contents = given.slice(0, 5).append_column("content", pa.array([path.read_bytes() for path in paths[:5]]))
    assert lint_batch(contents, KEYED) == result.slice(0, 5)
    texts = contents.set_column(
        2, "content", pa.array([path.read_text(encoding="utf-8") for path in paths[:5]])
    )
    assert lint_batch(texts, KEYED) == result.slice(0, 5)


def test_ids_and_groups_go_through() -> None:
    """Numbers as text."""
    given = pa.table(
        {"resume": ["a"], "path": ["a.md"], "content": ["- Cut costs by 4 %."], "id": [17], "year": [2027]}
    )
    (row,) = lint_batch(given).to_pylist()
    assert (row["id"], row["year"], row["programme"], row["path"]) == ("17", "2027", None, None)


def test_without_a_key_there_are_no_digests() -> None:
    """Anybody could make them."""
    given = pa.table({"resume": ["a"], "path": ["a.md"], "content": ["- Cut costs by 4 %."]})
    for options, missing in ((Options(), True), (KEYED, False)):
        (row,) = lint_batch(given, options).to_pylist()
        assert [row["digest"] is None, row["bullets_rows"][0]["digest"] is None] == [missing, missing]


def test_an_empty_batch_gives_an_empty_table() -> None:
    """With its columns; engines try a function on none."""
    given = pa.table({"resume": pa.array([], pa.string()), "path": pa.array([], pa.string())})
    result = lint_batch(given)
    assert (result.num_rows, result.schema) == (0, make_batch_schema())
    assert [table.num_rows for table in unfold(result).values()] == [0, 0, 0]


def test_a_table_without_a_needed_column_is_refused() -> None:
    """By its name."""
    with pytest.raises(CohortError, match="the table has no column `resume`; it needs resume and path"):
        lint_batch(pa.table({"path": ["a.md"]}))


def test_a_process_loads_each_linter_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many batches it gets."""
    monkeypatch.undo()
    batch.load_linter.cache_clear()
    assert batch.load_linter(Settings(rewrites=False)) is batch.load_linter(Settings(rewrites=False))
    batch.load_linter.cache_clear()
