"""PDF files are read in a process of their own: what one of them does to it costs no other file anything."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bulletlint.core.document import Draft
from bulletlint.core.errors import ReadError
from bulletlint.core.rows import encode
from bulletlint.lint.linter import Linter
from bulletlint.read.pdf import guard
from bulletlint.read.pdf.guard import NO_START, TOO_LONG, TOO_MUCH, ReaderProcess
from bulletlint.read.pdf.reader import read_pdf

SAMPLES = Path(__file__).parents[3] / "samples"
RESUME = (SAMPLES / "resume.pdf").read_bytes()
#: How a stand-in for the child begins; it has the `bulletlint` that the real one has.
BEGIN = """\
import os, sys, time
sys.path[:] = sys.argv[1:]
from bulletlint.read.pdf.guard import HEAD
def ask():
    return sys.stdin.buffer.read(HEAD.unpack(sys.stdin.buffer.read(HEAD.size))[0])
def say(answer):
    os.write(1, HEAD.pack(len(answer)) + answer)
os.write(1, b"+")
"""

needs_limits = pytest.mark.skipif(sys.platform == "win32", reason="no limits of processor time and memory")


@pytest.fixture
def process() -> Iterator[ReaderProcess]:
    """A process that has not been started."""
    process = ReaderProcess()
    yield process
    process.stop()


def refuse(process: ReaderProcess, content: bytes) -> str:
    """Return the message with which a file is refused."""
    with pytest.raises(ReadError) as error:
        process.read(content)
    return error.value.message


def draw_forms_without_end() -> bytes:
    """Return a PDF file of two kilobytes whose forms draw each other ten times each, twelve deep."""
    resources = b"/Resources << /XObject << /X %d 0 R >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R %b >>" % (resources % 5)
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] "
    streams = [(b"/X Do " * 10, b"")]
    streams += [(b"/X Do " * 10, form + resources % (6 + number)) for number in range(12)]
    streams += [(b"BT ET", form)]
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        *(
            b"<< %b /Length %d >> stream\n%b\nendstream" % (entries, len(text), text)
            for text, entries in streams
        ),
    ]
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (number, text) for number, text in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer << /Size 40 /Root 1 0 R >>\n%%EOF"


@pytest.mark.parametrize("name", ["resume.pdf", "templates/one_column.pdf", "templates/two_columns.pdf"])
def test_a_file_reads_the_same_as_without_a_process(process: ReaderProcess, name: str) -> None:
    """Every block, box and note comes through, for the first file and for those after it."""
    content = (SAMPLES / name).read_bytes()
    assert process.read(content) == read_pdf(content) == process.read(content)


def test_what_is_wrong_with_a_file_is_said_as_before(process: ReaderProcess) -> None:
    """An error of the reader is one of this process, and the next file is read by the same child."""
    assert refuse(process, b"%PDF-1.7 and no more") == "is damaged or not a PDF file; export it again"
    first = process._process
    assert process.read(RESUME) == read_pdf(RESUME)
    assert process._process is first is not None


@needs_limits
def test_a_file_that_asks_for_days_of_work_is_ended(process: ReaderProcess) -> None:
    """It gets two seconds of processor time, or as much memory; the file after it is read by a fresh process."""
    assert refuse(process, draw_forms_without_end()) in (TOO_LONG, TOO_MUCH)
    assert process.read(RESUME) == read_pdf(RESUME)


def test_a_reader_that_is_brought_down_costs_one_file(
    process: ReaderProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PDFium aborts the process where it finds no memory; this process goes on, and so do the other files."""
    real = guard._START
    monkeypatch.setattr(guard, "_START", BEGIN + "ask()\nos.abort()")
    assert refuse(process, RESUME) == TOO_MUCH
    monkeypatch.setattr(guard, "_START", real)
    assert process.read(RESUME) == read_pdf(RESUME)


def test_what_earlier_files_left_behind_decides_nothing(
    process: ReaderProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that dies of its second file is started again, and that file is its first then."""
    empty = json.dumps({"draft": encode(Draft((), notes=("%d",)))})
    once = BEGIN + f"ask()\nsay(('{empty}' % os.getpid()).encode())\nask()\nos._exit(3)"
    monkeypatch.setattr(guard, "_START", once)
    pids = [process.read(RESUME).notes for _ in range(3)]
    assert len(set(pids)) == 3


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("ask()\nos.write(1, HEAD.pack(3) + b'{a}')", TOO_MUCH),
        ("ask()\ntime.sleep(60)", TOO_LONG),
        ("time.sleep(60)", TOO_LONG),
    ],
)
def test_a_process_that_answers_nonsense_or_never(
    process: ReaderProcess, monkeypatch: pytest.MonkeyPatch, code: str, expected: str
) -> None:
    """Nothing that comes out of it is more than an answer that cannot be read, and nobody waits for ever."""
    monkeypatch.setattr(guard, "CLOCK_SECONDS", 2.0)
    monkeypatch.setattr(guard, "_START", BEGIN + code)
    assert refuse(process, RESUME) == expected


def test_a_process_that_does_not_start_is_named(
    process: ReaderProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the installation that is broken, not the file."""
    monkeypatch.setattr(guard, "_START", "raise SystemExit(7)")
    assert refuse(process, RESUME) == f"{NO_START} (exit code 7)"
    monkeypatch.setattr(
        guard, "_START", "import sys; sys.stdout.write('-ImportError: no\\nsuch'); sys.stdout.flush()"
    )
    assert refuse(process, RESUME) == f"{NO_START} (ImportError: no such)"
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    assert refuse(process, RESUME).startswith(f"{NO_START} (")


def test_a_failure_of_our_own_is_no_fault_of_the_file(
    process: ReaderProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is raised again here, to be reported as such."""
    monkeypatch.setattr(guard, "_START", BEGIN + 'ask()\nsay(b\'{"failed": "KeyError: 3"}\')\nask()')
    with pytest.raises(RuntimeError, match="KeyError: 3"):
        process.read(RESUME)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_fork_has_a_process_of_its_own() -> None:
    """Two processes that share one child would get each other's answers."""
    guard.read_pdf_guarded(RESUME)
    mine = guard.find_process(os.getpid())
    pid = os.fork()
    if pid == 0:
        os._exit(0 if guard.find_process(os.getpid()) is not mine else 1)
    assert os.waitpid(pid, 0)[1] == 0
    assert guard.find_process(os.getpid()) is mine


@needs_limits
@pytest.mark.parametrize(
    ("limit", "greedy"),
    [("limit_memory()", "bytearray(600_000_000)"), ("limit_time(0.2)", "[None for _ in iter(int, 1)]")],
)
def test_the_limits_hold(limit: str, greedy: str) -> None:
    """They are the system's, not the reader's: native code cannot pass them either."""
    code = f"from bulletlint.read.pdf.child import *\n{limit}\n{greedy}"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert ended.returncode < 0 or b"MemoryError" in ended.stderr


@needs_limits
def test_a_hostile_file_costs_the_run_one_line(tmp_path: Path) -> None:
    """The files beside it are linted as if it were not there."""
    for name, content in (("a.pdf", RESUME), ("b.pdf", draw_forms_without_end()), ("c.pdf", RESUME)):
        (tmp_path / name).write_bytes(content)
    report = Linter().lint_paths([tmp_path])
    errors = [file.error for file in report.files]
    assert errors[::2] == [None, None]
    assert errors[1] in {f"{tmp_path / 'b.pdf'}: {message}" for message in (TOO_LONG, TOO_MUCH)}
    assert report.files[0].bullets == report.files[2].bullets != ()
