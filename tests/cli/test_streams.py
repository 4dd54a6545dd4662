"""What leaves the program: encodings, control characters, full disks, closed streams, Ctrl-C."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from bulletlint.cli import main, run_command
from bulletlint.report import FORMATS

RESUME = "# Work\n\n- Responsible for the café cache 🚀 and its releases.\n- Helped \x1b]52;c;cm0=\x07the \x9b2J \u202eteam.\n"
#: A file name that sets the window's title, breaks the line and has a byte that is no UTF-8.
HOSTILE = b"a\x1b]0;PWN\x07\n\xff.md"

posix = pytest.mark.skipif(sys.platform == "win32", reason="file names and streams of POSIX")


class Console(io.TextIOWrapper):
    """A terminal that keeps what is written to it."""

    def __init__(self, encoding: str, *, terminal: bool = True) -> None:
        self.written = io.BytesIO()
        self._terminal = terminal
        super().__init__(self.written, encoding=encoding, write_through=True)

    def isatty(self) -> bool:
        return self._terminal

    @property
    def text(self) -> str:
        return self.written.getvalue().decode("utf-8")


@pytest.fixture
def resume(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A resume with what acts on a terminal in it, in the working folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    path = tmp_path / "x.md"
    path.write_text(RESUME, encoding="utf-8")
    return path


def run(
    monkeypatch: pytest.MonkeyPatch, *arguments: str, encoding: str = "utf-8", terminal: bool = True
) -> tuple[int, Console, Console]:
    """Return a run's exit code, and what it wrote to standard output and standard error."""
    streams = Console(encoding, terminal=terminal), Console("utf-8", terminal=terminal)
    with monkeypatch.context() as patch:
        patch.setenv("NO_COLOR", "1")
        patch.setattr("bulletlint.cli.progress.PATIENCE", 1000.0)
        patch.setattr(sys, "stdout", streams[0])
        patch.setattr(sys, "stderr", streams[1])
        with pytest.raises(SystemExit) as ended:
            main(list(arguments))
    assert isinstance(ended.value.code, int)
    return ended.value.code, *streams


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize("format", [name for name in FORMATS if name != "text"])
def test_what_machines_read_is_utf_8_on_every_console(
    resume: Path, monkeypatch: pytest.MonkeyPatch, format: str, encoding: str
) -> None:
    """The bytes are those that --output writes."""
    options = ("check", "--isolated", "--fail-on", "never", "--format", format)
    run(monkeypatch, *options, "--output", "out", "x.md")
    _, out, _ = run(monkeypatch, *options, "x.md", encoding=encoding, terminal=False)
    assert out.written.getvalue() == Path("out").read_bytes() != b""
    if format in ("json", "sarif", "gitlab"):
        json.loads(out.text)


def test_what_people_read_is_what_the_console_can_show(resume: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Anything else is an escape, and no command ends with an error for it."""
    for command in ("check", "rewrite", "drill"):
        code, out, _ = run(monkeypatch, command, "--isolated", "x.md", encoding="cp1252")
        assert code in (0, 1)
        assert "café cache".encode("cp1252") in out.written.getvalue()
        assert "🚀".encode() not in out.written.getvalue()


def find_acting(text: str) -> set[str]:
    """Return the characters of an output that a terminal would act on."""
    return {
        sign for sign in text if sign not in "\n\t" and (not sign.isprintable() or sign in "\u202e\u2066")
    }


@posix
@pytest.mark.parametrize(
    "command",
    [
        *(("check", "--format", format) for format in FORMATS),
        ("check", "--verbose"),
        ("rewrite",),
        ("drill",),
        ("drill", "--format", "json"),
    ],
)
def test_nothing_of_a_resume_or_its_name_acts_on_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """Neither on standard output nor on standard error, where files that are missing are named too."""
    folder = os.fsencode(tmp_path) + b"/" + HOSTILE.removesuffix(b".md")
    os.mkdir(folder)
    for name, content in (
        (HOSTILE, RESUME),
        (b"\x9b2J.yaml", "work:\n- a: [\x1b[2J\n"),
        (b"\x1b[2J.pdf", ""),
    ):
        with open(folder + b"/" + name, "w", encoding="utf-8") as file:
            file.write(content)
    paths = (
        os.fsdecode(folder),
        *(os.fsdecode(folder + b"/" + name) for name in (b"\x9b2J.yaml", b"\x1b[2J.no")),
    )
    code, out, err = run(monkeypatch, command[0], "--isolated", *command[1:], *paths)
    assert code == 2
    assert find_acting(out.text.replace("\r\n", "\n")) == find_acting(err.text) == set()
    assert r"\x1b]0;PWN\x07" in err.text
    assert all(line.startswith(("error: ", "note: ")) for line in err.text.splitlines())


def test_a_diff_in_a_pipe_is_the_files_own_characters(resume: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`patch` needs them; on a terminal they are seen."""
    code, piped, _ = run(monkeypatch, "rewrite", "--isolated", "x.md", terminal=False)
    assert (code, "\x1b]52;c;cm0=\x07" in piped.text) == (0, True)
    code, shown, _ = run(monkeypatch, "rewrite", "--isolated", "x.md")
    assert (code, r"\x1b]52;c;cm0=\x07" in shown.text) == (0, True)


@posix
def test_a_name_that_is_no_utf_8_costs_no_findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both files are reported, by the run that fills the cache, the one that uses it, and without a cache."""
    monkeypatch.setenv("BULLETLINT_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "d"
    folder.mkdir()
    for name in (b"a.md", b"b\xff.md"):
        with open(os.fsencode(folder) + b"/" + name, "w", encoding="utf-8") as file:
            file.write("- Responsible for the cache and its releases.\n")
    reports = []
    for options in ((), (), ("--no-cache",)):
        code, out, err = run(monkeypatch, "check", "--isolated", "--format", "json", *options, str(folder))
        assert (code, err.text) == (1, "")
        reports.append(json.loads(out.text))
    assert reports[0] == reports[1] == reports[2]
    assert [os.path.basename(file["path"]) for file in reports[0]["files"]] == ["a.md", "b\udcff.md"]
    assert all(file["bullets"] for file in reports[0]["files"])


def test_a_spreadsheet_takes_no_name_for_a_formula(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cell is still the path of the file."""
    monkeypatch.chdir(tmp_path)
    for name in ("=1+1.md", "-a.md", "@b.md", "+c.md"):
        Path(name).write_text("- Implemented a cache.\n", encoding="utf-8")
    _, out, _ = run(
        monkeypatch, "check", "--isolated", "--format", "csv", "--", "=1+1.md", "-a.md", "@b.md", "+c.md"
    )
    paths = {row["path"] for row in csv.DictReader(io.StringIO(out.text))}
    assert paths == {"./=1+1.md", "./-a.md", "./@b.md", "./+c.md"}
    assert all(Path(path).is_file() for path in paths)


def test_xml_holds_a_hostile_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is well formed, and shows what stands there."""
    code, out, _ = run(monkeypatch, "check", "--isolated", "--format", "junit", "a\x1b\x9b\u202e.md")
    assert code == 2
    assert ET.fromstring(out.text.split("\n", 1)[1])[0].get("name") == r"a\x1b\x9b\u202e.md"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full device")
@pytest.mark.parametrize("arguments", [("check", "x.md"), ("rewrite", "x.md"), ("drill", "x.md"), ("rules",)])
def test_a_full_disk_is_named(
    resume: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
) -> None:
    """It is not bulletlint that failed."""
    with open("/dev/full", "w", encoding="utf-8") as full, monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", full)
        with pytest.raises(SystemExit) as ended:
            main([arguments[0], "--isolated", *arguments[1:]])
    said = capfd.readouterr().err
    assert (ended.value.code, said.count("\n")) == (2, 1)
    assert said.startswith("error: cannot write ")
    assert "(No space left on device); check where it goes" in said


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full device")
def test_a_full_disk_under_an_output_file_is_named(resume: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the same words as for standard output."""
    code, _, err = run(
        monkeypatch, "check", "--isolated", "--format", "json", "--output", "/dev/full", "x.md"
    )
    assert (code, err.text) == (
        2, "error: /dev/full: cannot write the report (No space left on device); check --output\n",
    )  # fmt: skip


@posix
@pytest.mark.parametrize(
    ("redirection", "code", "said"),
    [
        (">&-", 2, "error: cannot write to standard output (Bad file descriptor); check where it goes\n"),
        ("2>&-", 2, ""),
        ("<&-", 2, "error: no.md: no such file or folder; check the path\n"),
    ],
)
def test_closed_streams(resume: Path, redirection: str, code: int, said: str) -> None:
    """What is for people never goes where a report should, and no file takes the number of a closed stream."""
    command = f"exec {sys.executable} -m bulletlint check --isolated --format json no.md x.md {redirection}"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (code, said)
    if redirection != ">&-":
        assert len(json.loads(done.stdout)["files"]) == 2


@posix
def test_a_closed_input_is_no_empty_resume() -> None:
    """Whoever asks for standard input and gives none is told so."""
    command = f"exec {sys.executable} -m bulletlint check --isolated - <&-"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
    said = "error: -: standard input is closed; pipe a resume in\n"
    assert (done.returncode, done.stderr) == (2, said)


@posix
def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    """The commands work without a configuration."""
    (tmp_path / "gone").mkdir()
    code = f"cd gone && rmdir ../gone && echo '- Built a bus.' | {sys.executable} -m bulletlint check -q --format csv -"
    done = subprocess.run(["/bin/sh", "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert "BL101" in done.stdout
    code = f"mkdir gone && cd gone && rmdir ../gone && {sys.executable} -m bulletlint check ."
    done = subprocess.run(["/bin/sh", "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path)
    said = "error: the current folder has been deleted; change to one that exists\n"
    assert (done.returncode, done.stderr) == (2, said)


@pytest.mark.parametrize("command", ["rewrite", "drill", "config"])
def test_ctrl_c_is_130_everywhere(monkeypatch: pytest.MonkeyPatch, resume: Path, command: str) -> None:
    """As shells expect of a command that SIGINT ended."""

    def interrupt(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bulletlint.config.merge.load_settings", interrupt)
    monkeypatch.setattr("bulletlint.config.merge.load_configuration", interrupt)
    assert run_command([command, "x.md"]) == 130


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name")
def test_pipes_among_the_files_hold_nobody_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with pipes in the place of every kind of file that is read is linted all the same."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("- Implemented a cache.\n", encoding="utf-8")
    for name in ("cv.md", "cv.json", "cv.tex", "cv.docx", ".gitignore", "pyproject.toml"):
        os.mkfifo(tmp_path / name)
    code, out, err = run(monkeypatch, "check", "-q", "--format", "csv", ".")
    assert (code, "a.md,markdown" in out.text) == (2, True)
    assert sorted(err.text.splitlines()) == [
        f"error: {name}: is not a regular file" for name in ("cv.docx", "cv.json", "cv.md", "cv.tex")
    ]
    os.mkfifo("baseline")
    code, _, err = run(monkeypatch, "check", "--isolated", "--baseline", "baseline", "a.md")
    assert (code, err.text) == (
        2, "error: baseline: the baseline cannot be read (not a regular file); write it with --update-baseline\n",
    )  # fmt: skip
