"""The command `cohort` as a user runs it."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cohorts import write_resumes

LIMIT = 240.0


def start(*arguments: str, folder: Path | None = None) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "bulletlint", "cohort", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=folder)


def run(*arguments: str, folder: Path | None = None) -> tuple[int, str, str]:
    """Return the exit code, standard output and standard error."""
    process = start(*arguments, folder=folder)
    out, err = wait_for(process)
    return process.returncode, out, err


def wait_for(process: subprocess.Popen[str]) -> tuple[str, str]:
    """Return what a process wrote; one that takes too long is ended, so that it disturbs no other test."""
    try:
        return process.communicate(timeout=LIMIT)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise


def read_csv(folder: Path, table: str) -> list[dict[str, str]]:
    """Return the rows of a table in CSV."""
    rows = []
    for path in sorted((folder / table).glob("part-*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows += list(csv.DictReader(file))
    return rows


def test_a_folder_becomes_tables(tmp_path: Path) -> None:
    """With the centre's ids, by a list beside it."""
    write_resumes(tmp_path / "r", 3)
    (tmp_path / "ids.csv").write_text(
        "path,id,programme,name\nr/r000.md,17,CS,Sam\nr/r001.md,18,EE,Kim\nr/other.md,19,EE,Ann\n",
        encoding="utf-8",
    )
    code, out, err = run("r", "--output", "out", "--id-csv", "ids.csv", "--format", "csv", folder=tmp_path)
    assert (code, out.rsplit(", ", 1)[0]) == (0, "out: 3 resumes, 9 bullets")
    assert err.splitlines() == [
        "note: ids.csv: columns that are not read: name",
        "note: ids.csv: no such file is in the cohort: line 4",
        "note: ids.csv: 1 file of 3 not in the list",
        "out/index.html, 1 list for advisors",
    ]
    rows = read_csv(tmp_path / "out", "resumes")
    assert sorted((row["id"], row["programme"]) for row in rows) == [("", ""), ("17", "CS"), ("18", "EE")]
    assert {row["path"] for row in rows} == {""}


def test_the_same_file_twice_is_one_row(tmp_path: Path) -> None:
    """By itself, in its folder, and in another spelling."""
    write_resumes(tmp_path / "r", 2)
    code, out, _ = run(
        "r", "r/r000.md", "./r/../r/r001.md", "--output", "out", "--format", "csv", folder=tmp_path
    )
    assert (code, out[:14]) == (0, "out: 2 resumes")


def test_paths_may_come_from_a_file(tmp_path: Path) -> None:
    """More of them than a command line holds."""
    paths = write_resumes(tmp_path / "r", 3)
    names = [str(path.relative_to(tmp_path)) for path in paths] + [
        f"r/none{number}.md" for number in range(5000)
    ]
    (tmp_path / "paths.txt").write_text("\n".join(names), encoding="utf-8")
    code, out, _ = run("--paths-from", "paths.txt", "--output", "out", "--format", "csv", folder=tmp_path)
    assert (code, out.split(", ")[:2]) == (0, ["out: 5,003 resumes", "9 bullets"])
    assert out.endswith("; 5,000 files could not be read\n")


def test_shards_are_merged(tmp_path: Path) -> None:
    """Into the same rows as without."""
    write_resumes(tmp_path / "r", 5)
    for number in (1, 2):
        code, out, _ = run(
            "r", "--output", "out", "--shard", f"{number}/2", "--format", "csv", folder=tmp_path
        )
        assert (code, out.split(":")[0]) == (0, f"out/shard-000{number}-of-0002")
    code, out, _ = run("--merge", "--output", "out", folder=tmp_path)
    assert (code, out[:28]) == (0, "out: 5 resumes, 15 bullets, ")
    assert len(read_csv(tmp_path / "out", "bullets")) == 15


def test_a_file_that_comes_between_two_shards_is_told_and_taken_in(tmp_path: Path) -> None:
    """The merge says that they did not find the same; running both again does."""
    write_resumes(tmp_path / "r", 9)
    command = ("r", "--output", "out", "--format", "csv")
    assert run(*command, "--shard", "1/2", folder=tmp_path)[0] == 0
    write_resumes(tmp_path / "r", 30)
    assert run(*command, "--shard", "2/2", folder=tmp_path)[0] == 0
    code, out, err = run("--merge", "--output", "out", folder=tmp_path)
    assert code == 0
    assert out[:14] != "out: 30 resume"
    assert "note: the shards did not find the same files" in err
    for number in (1, 2):
        assert run(*command, "--shard", f"{number}/2", folder=tmp_path)[0] == 0
    code, out, err = run("--merge", "--output", "out", folder=tmp_path)
    assert (code, out[:15]) == (0, "out: 30 resumes")
    assert "note:" not in err
    assert len({row["resume"] for row in read_csv(tmp_path / "out", "resumes")}) == 30


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--output", "out"), "name files or folders, or give --paths-from FILE; one of the two"),
        (("r", "--merge", "--output", "out"), "--merge takes no paths, --shard or --restart"),
        (("none", "--output", "r"), "holds `r000.md`, which is no part of a cohort"),
        (("r", "--output", "out", "--shard", "9/3"), "--shard 9/3: write it as 3/20, the third of twenty"),
        (("r", "--output", "out", "--id-csv", "none.csv"), "none.csv: cannot be read"),
        (
            ("r", "--output", "out", "--id-csv", "other.csv"),
            "other.csv: names none of the files that were found",
        ),
        (("--paths-from", "none.txt", "--output", "out"), "none.txt: cannot be read"),
        (("--merge", "--output", "out"), "out: holds no shard"),
        (("r", "--output", "out", "--profile", "none"), "unknown profile"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    """With exit code 2."""
    write_resumes(tmp_path / "r", 1)
    (tmp_path / "other.csv").write_text("path,id\nx.md,1\n", encoding="utf-8")
    code, out, err = run(*arguments, folder=tmp_path)
    assert (code, out) == (2, "")
    assert message in err
    assert "Traceback" not in err


def test_a_folder_of_another_run_is_refused_until_it_may_be_thrown_away(tmp_path: Path) -> None:
    """Other files, and another profile; its tables stay."""
    write_resumes(tmp_path / "r", 2)
    write_resumes(tmp_path / "s", 3)
    assert run("r", "--output", "out", "--format", "csv", folder=tmp_path)[0] == 0
    before = read_csv(tmp_path / "out", "resumes")
    code, _, err = run("s", "--output", "out", "--format", "csv", folder=tmp_path)
    assert code == 2
    assert "out: holds another run; it differs in the files or folders" in err
    code, _, err = run("r", "--output", "out", "--format", "csv", "--profile", "general", folder=tmp_path)
    assert (code, "it differs in the settings" in err) == (2, True)
    assert read_csv(tmp_path / "out", "resumes") == before
    code, out, _ = run("s", "--output", "out", "--format", "csv", "--restart", folder=tmp_path)
    assert (code, out[:14]) == (0, "out: 3 resumes")


def test_csv_needs_no_pyarrow(tmp_path: Path) -> None:
    """And Parquet says which extra it needs."""
    write_resumes(tmp_path / "r", 1)
    code = "import sys; sys.modules['pyarrow'] = None\nfrom bulletlint.cli import main; main(sys.argv[1:])"
    results = []
    for format in ("csv", "parquet"):
        command = [sys.executable, "-c", code, "cohort", "r", "--output", format, "--format", format]
        done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
        results.append((done.returncode, done.stderr))
    assert results[0] == (0, "csv/index.html, 1 list for advisors\n")
    assert results[1] == (
        2,
        'error: `cohort` needs pyarrow, which is not installed; run: pip install "bulletlint[cohort]"\n',
    )


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_is_killed_goes_on(tmp_path: Path, number: signal.Signals) -> None:
    """And its tables are those of a run that was not."""
    write_resumes(tmp_path / "r", 600)
    process = start("r", "--output", "out", "--format", "csv", "--jobs", "2", folder=tmp_path)
    journal = tmp_path / "out" / "parts.jsonl"
    deadline = time.monotonic() + LIMIT
    while not (journal.exists() and journal.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.05)
    os.kill(process.pid, number)
    _, err = wait_for(process)
    assert process.returncode == (-9 if number == signal.SIGKILL else 130)
    if number == signal.SIGINT:
        assert err == "interrupted: the parts that are written stay; the same command goes on from there\n"
    code, out, err = run("r", "--output", "out", "--format", "csv", "--jobs", "2", folder=tmp_path)
    assert (code, out.rpartition(" ")[0].rpartition(" ")[0]) == (0, "out: 600 resumes, 1,800 bullets,")
    assert err.startswith("going on: ")
    (tmp_path / "whole").mkdir()
    (tmp_path / "whole" / "names.key").write_bytes((tmp_path / "out" / "names.key").read_bytes())
    assert run("r", "--output", "whole", "--format", "csv", folder=tmp_path)[0] == 0
    for path in (tmp_path / "whole").rglob("part-*"):
        assert (tmp_path / "out" / path.relative_to(tmp_path / "whole")).read_bytes() == path.read_bytes()
