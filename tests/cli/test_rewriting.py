"""The command rewrite from outside: diff, questions, files on disk, exit codes."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bulletlint.cli import commands
from bulletlint.core.errors import BulletlintError

SOURCE = (
    "# Ada Quist, AI engineer\n\n## Experience\n\n- Implemented **Redis caching** for the search API, cutting p95 latency by **40 %**.\n"
    "- Cut onboarding from 9 days to 3 at no extra headcount, with the old form as fallback.\n"
)
CHANGED = SOURCE.replace(
    "Implemented **Redis caching** for the search API, cutting p95 latency by **40 %**.",
    "Cut p95 latency by **40 %** with **Redis caching** for the search API, at $90/month, with the database as "
    "fallback.",
)


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(commands, [*arguments], input=given)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "resume.md"
    path.write_text(SOURCE, encoding="utf-8")
    return path


def test_rewrite_prints_a_diff_and_writes_nothing(path: Path) -> None:
    """Slots stand in the diff, in the file's own mark-up."""
    result = run("rewrite", "--isolated", str(path))
    assert result.stdout == (
        f"--- {path}\n+++ {path}\n@@ -4,3 +4,3 @@\n \n"
        "-- Implemented **Redis caching** for the search API, cutting p95 latency by **40 %**.\n"
        "+- Cut p95 latency by **40 %** with **Redis caching** for the search API, at "
        "⟨cost⟩, with ⟨fallback⟩.\n"
        " - Cut onboarding from 9 days to 3 at no extra headcount, with the old form as fallback.\n"
        "# line 5: cost: hosting per month · fallback: what serves when the cache is down\n"
    )
    assert (result.exit_code, path.read_text(encoding="utf-8")) == (0, SOURCE)


def test_check_exits_1_where_a_rewrite_is_to_be_had(path: Path, tmp_path: Path) -> None:
    """And prints nothing."""
    strong = tmp_path / "strong.md"
    strong.write_text(SOURCE.replace(SOURCE.splitlines()[4], ""), encoding="utf-8")
    assert [(r.exit_code, r.stdout) for r in (run("rewrite", "--check", "--isolated", str(p)) for p in (path, strong))] == [
        (1, ""), (0, ""),
    ]  # fmt: skip


def test_fill_asks_shows_and_writes_after_a_yes(path: Path) -> None:
    """The answers stand in the file, and nothing else has changed."""
    result = run(
        "rewrite", "--fill", "--isolated", str(path), given="$90/month\nthe database as fallback\ny\n"
    )
    assert "+- Cut p95 latency by **40 %** with" in result.stdout
    assert "What does it cost a month" in result.stderr
    assert (result.exit_code, path.read_text(encoding="utf-8")) == (0, CHANGED)


@pytest.mark.parametrize("given", ["$90/month\nthe database as fallback\nn\n", "$90/month\n", ""])
def test_fill_writes_nothing_without_a_yes(given: str, path: Path) -> None:
    """No answer is a no."""
    result = run("rewrite", "--fill", "--isolated", str(path), given=given)
    assert (result.exit_code, path.read_text(encoding="utf-8")) == (0, SOURCE)


def test_strength_is_an_option_and_a_setting(path: Path) -> None:
    """The option wins."""
    (path.parent / ".bulletlint.toml").write_text('rewrite-strength = "minimal"\n', encoding="utf-8")
    assert "+- Implemented **Redis caching** for" in run("rewrite", str(path)).stdout
    assert "+- Cut p95 latency by" in run("rewrite", "--strength", "reorder", str(path)).stdout


def test_standard_input_is_rewritten_too(path: Path) -> None:
    """As the format that its name tells."""
    result = run("rewrite", "--isolated", "-", "--stdin-filename", "x.md", given=SOURCE)
    assert result.stdout.startswith("--- x.md\n+++ x.md\n")


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        ((), "name a file or a folder"),
        (("--fill", "-"), "use it without --check and standard input"),
        (("--fill", "--check", "x.md"), "use it without --check and standard input"),
        (
            ("--format", "json", "--fill", "x.md"),
            "--format json only shows; use it without --fill and --check",
        ),
        (("--time-limit", "3", "x.md"), "--time-limit is for the program of --with; name one"),
    ],
)
def test_wrong_usage_exits_2(arguments: tuple[str, ...], fault: str) -> None:
    """With what to do."""
    result = run("rewrite", *arguments)
    assert result.exit_code == 2
    assert fault in result.stderr


def test_a_missing_file_stops_no_other(path: Path) -> None:
    """It is named on standard error, and the run exits 2."""
    result = run("rewrite", "--isolated", "missing.md", str(path))
    assert "error: missing.md: no such file" in result.stderr
    assert (result.exit_code, result.stdout.startswith("--- ")) == (2, True)


def test_one_bullet_is_named_by_its_line(path: Path) -> None:
    """For the diff and for the drill; a line without one is an error that names the nearest."""
    assert "+- Cut p95 latency" in run("rewrite", "--isolated", f"{path}:5").stdout
    assert run("rewrite", "--isolated", f"{path}:6").stdout == ""
    rows = json.loads(run("drill", "--isolated", "--format", "json", f"{path}:6").stdout)["questions"]
    assert [row["line"] for row in rows] == [6]
    for command in ("rewrite", "drill"):
        result = run(command, "--isolated", f"{path}:2")
        assert result.exit_code == 2
        assert result.stderr == f"error: {path}:2: no bullet stands here; the nearest is on line 5\n"


@pytest.mark.parametrize("command", ["rewrite", "drill"])
def test_colour_comes_where_it_is_asked_for(
    command: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By option or FORCE_COLOR, and NO_COLOR is obeyed; a pipe has none by itself."""
    plain = run(command, "--isolated", str(path)).stdout
    assert "\x1b" not in plain
    painted = run(command, "--isolated", "--color", "always", str(path)).stdout
    assert "\x1b[" in painted
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert run(command, "--isolated", str(path)).stdout == painted
    monkeypatch.setenv("NO_COLOR", "1")
    assert run(command, "--isolated", str(path)).stdout == plain


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:This process .*multi-threaded:DeprecationWarning")
@pytest.mark.parametrize("answers", [[], ["$90/month"], ["$90/month", "the database as fallback"]])
def test_ctrl_c_leaves_with_nothing_written(answers: list[str], path: Path) -> None:
    """At any question, and at the last one, whether to write."""
    pexpect = pytest.importorskip("pexpect")
    child = pexpect.spawn(
        sys.executable, ["-m", "bulletlint", "rewrite", "--fill", "--isolated", path.name],
        cwd=str(path.parent), encoding="utf-8", timeout=60, dimensions=(40, 60),
    )  # fmt: skip
    prompts = ["1 of 2: .*\n> ", "2 of 2: .*\n> ", r"\[y/N\]: "]
    for prompt, answer in zip(prompts, answers, strict=False):
        child.expect(prompt)
        child.sendline(answer)
    child.expect(prompts[len(answers)])
    # A Ctrl-C between the prompt and the wait for a key is kept until the next key: then a person presses it again.
    for _ in range(10):
        child.sendintr()
        if child.expect(["stopped: nothing was written", pexpect.TIMEOUT], timeout=20) == 0:
            break
    child.expect(pexpect.EOF)
    child.close()
    assert (child.exitstatus, path.read_text(encoding="utf-8")) == (130, SOURCE)


PROGRAM = """
import json, sys
for line in sys.stdin:
    bullet = json.loads(line)
    print(json.dumps({"id": bullet["id"], "rewrite": PROPOSED}))
"""
PROPOSED = "Cut p95 latency by 40 % for the search API with Redis caching, at ⟨cost⟩, with ⟨fallback⟩."


def name_program(folder: Path, code: str) -> str:
    """Write a program and return the command that runs it."""
    program = folder / "a program.py"
    program.write_text(code, encoding="utf-8")
    return f"{shlex.quote(sys.executable)} {shlex.quote(str(program))}"


def test_a_program_may_propose_rewrites(path: Path, tmp_path: Path) -> None:
    """In the file's own mark-up, in the diff and in JSON, each with who worded it."""
    command = name_program(tmp_path, PROGRAM.replace("PROPOSED", repr(PROPOSED)))
    result = run("rewrite", "--isolated", "--profile", "ai-pm", "--with", command, str(path))
    assert (
        "+- Cut p95 latency by **40 %** for the search API with **Redis caching**, at ⟨cost⟩" in result.stdout
    )
    assert "# line 5: by the program · cost: hosting per month · fallback:" in result.stdout
    assert (result.exit_code, result.stderr) == (0, "")
    report = json.loads(
        run(
            "rewrite", "--isolated", "--profile", "ai-pm", "--with", command, "--format", "json", str(path)
        ).stdout
    )
    rewrites = [bullet["rewrite"] for bullet in report["files"][0]["bullets"]]
    assert [(rewrite["text"], rewrite["source"]) for rewrite in rewrites if rewrite] == [
        (PROPOSED, "program")
    ]


def test_what_a_program_does_wrong_is_told_and_the_template_stands(path: Path, tmp_path: Path) -> None:
    """A refused proposal is a note, a broken program an error."""
    command = name_program(tmp_path, PROGRAM.replace("PROPOSED", repr(PROPOSED.replace("40", "45"))))
    result = run("rewrite", "--isolated", "--profile", "ai-pm", "--with", command, str(path))
    assert "+- Cut p95 latency by **40 %** with **Redis caching** for the search API" in result.stdout
    assert "# line 5: by the template · cost:" in result.stdout
    assert result.stderr == (
        f"note: {path}:5: the program's rewrite is refused: new: 45%; lost: 40%; the template stands\n"
    )
    assert result.exit_code == 0
    broken = run("rewrite", "--isolated", "--with", name_program(tmp_path, "raise SystemExit(3)"), str(path))
    assert broken.exit_code == 2
    assert "+- Cut p95 latency by **40 %** with **Redis caching** for the search API" in broken.stdout
    assert broken.stderr.splitlines() == [
        f"note: {path}:5: the program proposed nothing; the template stands",
        f"error: --with: `{sys.executable}` ended with exit code 3",
    ]


@pytest.mark.parametrize("command", ["", "'", "no-such-program --x"])
def test_a_command_that_is_none_is_an_error(command: str, path: Path) -> None:
    """In one line."""
    result = run("rewrite", "--isolated", "--with", command, str(path))
    assert isinstance(result.exception, BulletlintError)
    assert str(result.exception).startswith("--with: ")


def test_rules_are_selected_as_in_check(path: Path) -> None:
    """A rewrite answers only what is asked."""
    line = "+- Cut p95 latency by **40 %** with **Redis caching** for the search API"
    chosen = run(
        "rewrite", "--isolated", "--profile", "ai-pm", "--select", "BL101,missing-cost", f"{path}:5"
    ).stdout
    assert f"{line}, at ⟨cost⟩.\n" in chosen
    ignored = run("rewrite", "--isolated", "--profile", "ai-pm", "--ignore", "cost", f"{path}:5").stdout
    assert f"{line}, with ⟨fallback⟩.\n" in ignored
    assert run("rewrite", "--isolated", "--select", "BL701", str(path)).stdout == ""
    wrong = run("rewrite", "--isolated", "--select", "BL999", str(path))
    assert isinstance(wrong.exception, BulletlintError)
