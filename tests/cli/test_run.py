"""Whole runs of `check`: many files, several processes, broken input, signals."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

#: Runs the command line with a reader that obeys the names of files: crash ends the process, hang waits for ever.
OBEDIENT = """\
import os, signal, sys, time
import bulletlint.read
read = bulletlint.read.read_file
def read_file(path, **options):
    if "crash" in path.name:
        os.kill(os.getpid(), signal.SIGKILL)
    if "hang" in path.name:
        time.sleep(600)
    if "oops" in path.name:
        raise KeyError("oops")
    return read(path, **options)
bulletlint.read.read_file = read_file
from bulletlint.cli import main
main(sys.argv[1:])
"""
#: How long a test waits for what it knows will come; far more than it takes.
LIMIT = 120.0
linux_only = pytest.mark.skipif(
    sys.platform != "linux", reason="what is patched reaches a process by a fork only"
)


def write_resumes(folder: Path, count: int) -> list[str]:
    """Write resumes with two bullets each and return their paths, sorted."""
    folder.mkdir(exist_ok=True)
    paths = []
    for number in range(count):
        path = folder / f"r{number:03}.md"
        path.write_text(
            "# Experience\n\n- Responsible for the cache and its releases.\n"
            f"- Cut costs by {number % 50 + 3} % for {number + 9} teams, with the old path as fallback.\n",
            encoding="utf-8",
        )
        paths.append(str(path))
    return paths


def start(*arguments: str, code: str = "") -> subprocess.Popen[str]:
    """Start the command line in a process of its own."""
    head = ["-c", code] if code else ["-m", "bulletlint"]
    return subprocess.Popen(
        [sys.executable, *head, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def run(*arguments: str, code: str = "") -> tuple[int, str, str]:
    """Return the exit code, standard output and standard error of a run."""
    process = start(*arguments, code=code)
    out, err = process.communicate(timeout=LIMIT)
    return process.returncode, out, err


@pytest.mark.parametrize("format", ["json", "text"])
def test_the_number_of_processes_changes_no_byte(
    format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor does it matter whether files and bullets are known from before."""
    folder = tmp_path / "cv"
    write_resumes(folder, 40)
    (folder / "r005.md").write_bytes(bytes(range(256)))
    outputs = []
    for jobs in ("1", "2"):
        monkeypatch.setenv("BULLETLINT_CACHE_DIR", str(tmp_path / f"cache-{jobs}"))
        for _ in range(2):
            outputs.append(run("check", str(folder), "--jobs", jobs, "--format", format))
    assert outputs[0][0] == 2
    assert outputs[0][2].count("\n") == 1
    assert "r039.md" in outputs[0][1]
    assert outputs[1:] == outputs[:1] * 3


def test_broken_files_among_many_cost_no_other(tmp_path: Path) -> None:
    """One line each, exit 2, and all the others are in the report."""
    folder = tmp_path / "cv"
    write_resumes(folder, 60)
    for number in range(0, 60, 6):
        (folder / f"r{number:03}.md").write_bytes(bytes(range(256)))
    code, out, err = run("check", str(folder), "--jobs", "2", "--format", "json", "--select", "BL101")
    report = json.loads(out)
    assert code == 2
    assert [line.split(":")[0] for line in err.splitlines()] == ["error"] * 10
    assert (report["summary"]["files"], report["summary"]["unreadable"], report["summary"]["bullets"]) == (
        60,
        10,
        100,
    )


@linux_only
@pytest.mark.slow
def test_a_reader_that_is_killed_is_named_and_costs_no_other_file(tmp_path: Path) -> None:
    """As by the system, when memory runs out."""
    folder = tmp_path / "cv"
    write_resumes(folder, 20)
    (folder / "r007-crash.md").write_text("- Built a cache.\n", encoding="utf-8")
    code, out, err = run(
        "check", str(folder), "--jobs", "2", "--format", "json", "--select", "BL101", code=OBEDIENT
    )
    assert code == 2
    assert err.startswith(f"error: {folder / 'r007-crash.md'}: failed twice")
    assert "SIGKILL" in err
    assert err.count("\n") == 1
    report = json.loads(out)
    assert [Path(file["path"]).name for file in report["files"] if file["error"]] == ["r007-crash.md"]
    assert report["summary"]["bullets"] == 40


@pytest.mark.parametrize("jobs", ["1", "2"] if sys.platform == "linux" else ["1"])
def test_a_failure_of_our_own_in_one_file_is_its_error(jobs: str, tmp_path: Path) -> None:
    """The others go on, with one process or with several."""
    folder = tmp_path / "cv"
    write_resumes(folder, 3)
    (folder / "r001-oops.md").write_text("- Built a cache.\n", encoding="utf-8")
    code, out, err = run(
        "check", str(folder), "--jobs", jobs, "--format", "json", "--select", "BL101", code=OBEDIENT
    )
    assert code == 2
    assert err == (
        f"error: {folder / 'r001-oops.md'}: bulletlint itself failed (KeyError: 'oops'); "
        "BULLETLINT_DEBUG=1 shows where\n"
    )
    assert json.loads(out)["summary"]["bullets"] == 6


def list_children(pid: int) -> list[int]:
    return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def wait_for(condition, process: subprocess.Popen[str]) -> None:  # type: ignore[no-untyped-def]
    """Wait until something is so; fail where it does not come."""
    end = time.monotonic() + LIMIT
    while not condition():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < end
        time.sleep(0.02)


@linux_only
@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_is_told_to_end_leaves_a_whole_report(
    jobs: str, number: int, code: int, tmp_path: Path
) -> None:
    """What was found so far, closed properly, without a traceback and without a process left over."""
    folder, report = tmp_path / "cv", tmp_path / "report.json"
    write_resumes(folder, 24)
    (folder / "r020-hang.md").write_text("- Built a cache.\n", encoding="utf-8")
    process = start(
        "check", str(folder), "--jobs", jobs, "--format", "json", "--output", str(report), "--select", "BL101",
        code=OBEDIENT,
    )  # fmt: skip
    wait_for(lambda: report.exists() and "r015.md" in report.read_text(encoding="utf-8"), process)
    children = list_children(process.pid)
    begin = time.monotonic()
    process.send_signal(number)
    out, err = process.communicate(timeout=LIMIT)
    assert time.monotonic() - begin < 10
    assert (process.returncode, out, err) == (code, "", "interrupted: the report covers 16 of 25 files\n")
    content = json.loads(report.read_text(encoding="utf-8"))
    assert content["summary"]["files"] == len(content["files"]) == 16
    assert len(children) == (2 if jobs == "2" else 0)
    assert [pid for pid in children if Path(f"/proc/{pid}").exists()] == []


@linux_only
@pytest.mark.slow
def test_workers_end_with_a_run_that_is_killed(tmp_path: Path) -> None:
    """Nobody is left to end them, so they notice by themselves."""
    folder, report = tmp_path / "cv", tmp_path / "report.json"
    write_resumes(folder, 200)
    process = start(
        "check", str(folder), "--jobs", "2", "--format", "json", "--output", str(report), "--select", "BL101",
        "--no-cache",
    )  # fmt: skip
    wait_for(lambda: report.exists() and "r001.md" in report.read_text(encoding="utf-8"), process)
    children = list_children(process.pid)
    process.kill()
    process.communicate(timeout=LIMIT)
    assert len(children) == 2
    end = time.monotonic() + LIMIT
    while any(is_running(pid) for pid in children):
        assert time.monotonic() < end
        time.sleep(0.05)


def is_running(pid: int) -> bool:
    """Tell whether a process runs; one that has ended and that nobody has asked about yet does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(os.name == "nt", reason="no pipes of this kind on Windows")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_reader_that_stops_reading_ends_the_run_quietly(jobs: str, tmp_path: Path) -> None:
    """As `| head` does."""
    write_resumes(tmp_path / "cv", 200)
    process = start("check", str(tmp_path / "cv"), "--jobs", jobs, "--format", "jsonl", "--select", "BL101")
    assert process.stdout is not None
    assert process.stdout.readline().startswith('{"type": "bullet"')
    process.stdout.close()
    assert process.stderr is not None
    with process.stderr:
        assert process.stderr.read() == ""
    assert process.wait(LIMIT) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_full_disk_is_one_line(jobs: str, tmp_path: Path) -> None:
    """And exit 2, not the code of an interpreter that stumbles over its last buffer."""
    paths = write_resumes(tmp_path / "cv", 2)
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "bulletlint", "check", *paths, "--jobs", jobs],
            stdout=full, stderr=subprocess.PIPE, text=True, timeout=LIMIT,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (
        2, "error: cannot write to standard output (No space left on device); check where it goes\n",
    )  # fmt: skip


def test_a_pipeline_without_a_reader_is_said_once(tmp_path: Path) -> None:
    """By patterns alone less is found, and whoever brings a pipeline should know; --quiet keeps it quiet."""
    import spacy

    import bulletlint.pipeline

    bundled = Path(bulletlint.pipeline.__file__).parent / "en_bullet"
    spacy.load(bundled, exclude=["reader"]).to_disk(tmp_path / "own")
    paths = write_resumes(tmp_path, 3)
    command = [sys.executable, "-m", "bulletlint", "check", *paths, "--model", str(tmp_path / "own")]
    loud = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT, check=False)
    note = (
        f"note: the pipeline {tmp_path / 'own'} has no learned reader, so evidence is found by patterns alone"
    )
    assert loud.stderr.splitlines().count(note) == 1
    quiet = subprocess.run([*command, "--quiet"], capture_output=True, text=True, timeout=LIMIT, check=False)
    assert note not in quiet.stderr
