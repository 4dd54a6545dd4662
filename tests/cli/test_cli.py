"""The command line as a user meets it: output, errors and exit codes."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import click
import pytest

from builders import RULE
from bulletlint.cli import main
from bulletlint.cli.check import check
from bulletlint.cli.rewriting import rewrite
from bulletlint.core.settings import FAIL_ON, STRENGTHS
from bulletlint.core.version import __version__
from bulletlint.report import FORMATS

WEAK = "# Sam Field\n\n## Experience\n\n- Implemented a caching layer for search.\n"
STRONG = (
    "# Sam Field\n\n## Experience\n\n"
    "- Cut search latency by 40 % for 2M users at $90 a month, with the database as fallback.\n"
)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Return a run's exit code, standard output and standard error."""
    with pytest.raises(SystemExit) as caught:
        main(list(arguments))
    captured = capsys.readouterr()
    code = caught.value.code
    return code if isinstance(code, int) else int(code is not None), captured.out, captured.err


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a weak and a strong resume, and the working directory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    (tmp_path / "weak.md").write_text(WEAK, encoding="utf-8")
    (tmp_path / "strong.md").write_text(STRONG, encoding="utf-8")
    return tmp_path


def test_a_weak_resume_is_reported_and_exits_1(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Place, bullet, carets, findings; nothing on standard error."""
    code, out, err = run(capsys, "check", "weak.md")
    lines = out.splitlines()
    assert (code, err) == (1, "")
    assert lines[:2] == ["weak.md:5:3", "  Implemented a caching layer for search."]
    assert lines[2].startswith("  ^^^^^^^^^^^")
    assert "  error    BL101  weak-verb" in out
    assert any(line.startswith("1 file, 1 bullet: ") for line in lines)
    assert " ".join(lines).endswith(
        "Profile: general, because 100 % of the bullets are about engineering. Choose another with --profile."
    )


def test_a_strong_resume_exits_0(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line says that there is no findings."""
    code, out, err = run(capsys, "check", "strong.md")
    assert (code, err) == (0, "")
    assert out.startswith("1 file, 1 bullet: no findings")


def test_json_goes_to_a_file_while_text_is_printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Pairs of --format and --output in one run."""
    code, out, _ = run(
        capsys,
        "check",
        "weak.md",
        "--format",
        "text",
        "--output",
        "-",
        "--format",
        "json",
        "--output",
        "r.json",
    )
    report = json.loads((folder / "r.json").read_text(encoding="utf-8"))
    assert code == 1
    assert out.startswith("weak.md:5:3")
    assert report["files"][0]["bullets"][0]["text"] == "Implemented a caching layer for search."


@pytest.mark.parametrize("format", ["text", "json", "jsonl", "html", "csv"])
def test_every_format_that_shows_rewrites_gets_them(
    format: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Alone: what no format of a run shows is not made."""
    _, out, _ = run(capsys, "check", "weak.md", "--profile", "ai-pm", "--format", format)
    assert "by implementing a caching layer" in re.sub(r"\s+", " ", out)
    redacted = run(capsys, "check", "weak.md", "--format", format, "--redact")[1]
    assert "caching layer" not in redacted


def test_options_choose_the_rules(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--select and --ignore take codes, names and families, by commas or repeated."""
    code, out, _ = run(capsys, "check", "weak.md", "--select", "BL1,cost", "--ignore", "missing-cost", "-q")
    assert code == 1
    assert re.findall(r"BL\d{3}", out) == ["BL101"]
    assert run(capsys, "check", "weak.md", "--select", "BL101", "--fail-on", "never")[0] == 0


def test_standard_input_is_read_by_the_name_that_is_given(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """- with --stdin-filename has the format of that name."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WEAK.encode())))
    code, out, _ = run(capsys, "check", "-", "--stdin-filename", "cv.md")
    assert code == 1
    assert out.startswith("cv.md:5:3")


BAD_INPUT = {
    "missing": (None, "error: bad.md: no such file or folder; check the path\n"),
    "binary": (bytes(range(256)) * 40, "error: bad.md: "),
    "huge line": (b"- Built a cache. " * 1_200_000, "error: bad.md"),
    "empty": (b"", "note: bad.md: no bullets found\n"),
}


@pytest.mark.parametrize("case", BAD_INPUT)
def test_bad_input_is_one_line_and_stops_no_other_file(
    case: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 2 but for the empty file; the findings of the other file are still there."""
    content, message = BAD_INPUT[case]
    if content is not None:
        (folder / "bad.md").write_bytes(content)
    code, out, err = run(capsys, "check", "bad.md", "weak.md")
    assert err.startswith(message)
    assert err.count("\n") == 1
    assert "weak.md:5:3" in out
    assert code == (1 if case == "empty" else 2)


def test_a_folder_without_resumes_is_an_error(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A mistyped folder is not taken for a clean one."""
    (folder / "none").mkdir()
    code, _, err = run(capsys, "check", "none")
    assert code == 2
    assert err.startswith("error: none: ")
    assert err.count("\n") == 1


WRONG_USAGE = {
    "no path": (("check",), "name a file or a folder"),
    "unknown option": (("check", "weak.md", "--selct", "x"), "No such option '--selct'"),
    "unknown command": (("chek",), "No such command 'chek'"),
    "unknown rule": (("check", "weak.md", "--select", "weak-verbs"), "did you mean `weak-verb`?"),
    "unknown profile": (("check", "weak.md", "--profile", "aipm"), "did you mean `ai-pm`?"),
    "unknown model": (("check", "weak.md", "--model", "nowhere"), "nowhere"),
    "no number of processes": (("check", "weak.md", "--jobs", "many"), "must be 0 or more, or auto"),
    "unknown rule to explain": (("explain", "BL999"), "unknown rule `BL999`"),
    "two outputs": (("check", "weak.md", "--output", "a", "--output", "b"), "--output"),
    "a name without standard input": (
        ("check", "weak.md", "--stdin-filename", "a.md"),
        "needs - among the paths",
    ),
    "standard input twice": (("check", "-", "-"), "named twice"),
}


@pytest.mark.parametrize("case", WRONG_USAGE)
def test_wrong_usage_exits_2_and_says_why(
    case: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On standard error, without a traceback, with nothing on standard output."""
    arguments, message = WRONG_USAGE[case]
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert message in err
    assert "Traceback" not in err


def test_a_failure_of_our_own_is_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No traceback reaches a user who did not ask for it."""

    def fail(*arguments: object, **options: object) -> None:
        raise KeyError("oops\nand more")

    monkeypatch.setattr("bulletlint.lint.linter.Linter.lint_sources", fail)
    code, _, err = run(capsys, "check", "weak.md")
    assert code == 2
    assert err.startswith("error: bulletlint itself failed (KeyError: ")
    assert err.count("\n") == 1


def test_version_and_rules_and_explain(capsys: pytest.CaptureFixture[str]) -> None:
    """What is there, in text and JSON."""
    assert run(capsys, "--version")[1] == f"bulletlint, version {__version__}\n"
    listed = run(capsys, "rules")[1]
    assert [line[:5] for line in listed.splitlines()[:4]] == ["BL001", "BL002", "BL003", "BL101"]
    assert "BL101  weak-verb" in listed
    rows = json.loads(run(capsys, "rules", "--format", "json")[1])
    assert [row["code"] for row in rows[:4]] == ["BL001", "BL002", "BL003", "BL101"]
    assert len({tuple(row) for row in rows}) == 1, "every row has the same keys"
    page = run(capsys, "explain", "bl301")[1]
    assert page.startswith("BL301 missing-cost\n")
    assert "severity: info, error if ai is true and live is true" in page
    assert "version 2" in run(capsys, "explain", "score")[1]
    assert run(capsys, "explain", "bl002")[1].startswith("BL002 unused-suppression\n")


def test_one_bullet_is_checked_by_its_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The others of the file are left out of the report, the figures and the exit code."""
    (folder / "both.md").write_text(WEAK + "- Made a tool for shops.\n", encoding="utf-8")
    code, out, _ = run(capsys, "check", "both.md:6")
    assert (code, out.splitlines()[0].split()[0]) == (1, "both.md:6:3")
    assert out.count("both.md:") == 1
    assert "1 file, 1 bullet: " in out
    code, _, err = run(capsys, "check", "both.md:2")
    assert (code, err) == (2, "error: both.md:2: no bullet stands here; the nearest is on line 5\n")
    code, _, err = run(capsys, "check", "both.md:6", "--baseline", "known.json", "--update-baseline")
    assert (code, err) == (2, "error: a baseline holds whole files; name them without a line\n")


def test_what_the_configuration_excludes_is_not_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not by its folder, and by its name with a note."""
    (folder / ".bulletlint.toml").write_text('exclude = ["weak.md"]\n', encoding="utf-8")
    code, out, err = run(capsys, "check", "weak.md", "strong.md")
    assert (code, out.startswith("1 file, ")) == (0, True)
    assert err == "note: weak.md: left out by `exclude` (.bulletlint.toml:1)\n"
    assert "weak.md" not in run(capsys, "check", ".")[1]


def test_a_baseline_is_written_and_leaves_out_what_it_knows(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is new still fails the run."""
    assert run(capsys, "check", "weak.md", "--update-baseline")[0] == 2
    code, out, err = run(capsys, "check", "weak.md", "--baseline", "known.json", "--update-baseline")
    assert (code, out.startswith("1 file, 1 bullet: no findings")) == (0, True)
    assert re.fullmatch(r"note: known\.json: \d+ findings? written\n", err)
    code, _, err = run(capsys, "check", "weak.md", "--baseline", "known.json")
    assert code == 0
    assert re.fullmatch(r"note: known\.json: nothing new, \d+ known findings? left out\n", err)
    (folder / "weak.md").write_text(WEAK + "- Made a tool for shops.\n", encoding="utf-8")
    code, out, err = run(capsys, "check", "weak.md", "--baseline", "known.json")
    assert code == 1
    assert re.match(r"note: known\.json: \d+ new, \d+ known findings? left out\n$", err)
    assert out.startswith("weak.md:6:3")
    code, _, err = run(capsys, "check", "strong.md", "--baseline", "known.json")
    assert code == 0
    assert re.search(r"\d+ (?:entry matches|entries match) nothing", err)


def test_a_baseline_in_the_configuration_counts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From the configuration file on."""
    (folder / ".bulletlint.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    assert run(capsys, "check", "weak.md")[0] == 2
    assert run(capsys, "check", "weak.md", "--update-baseline", "-q") == (0, "", "")
    assert run(capsys, "check", "weak.md", "-q") == (0, "", "")


@pytest.mark.parametrize("format", ["text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "csv"])
def test_redacted_output_has_no_words_of_the_resume(
    format: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In any format; the exit code is that of the findings."""
    code, out, err = run(capsys, "check", "weak.md", "--format", format, "--redact", "--verbose")
    assert code == 1
    assert "BL101" in out
    assert [word for word in ("Implemented a", "caching layer") if word in out + err] == []


def test_the_second_run_says_the_same_without_parsing(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the cache, unless it is switched off."""
    first = run(capsys, "check", "weak.md")

    def fail(*arguments: object, **options: object) -> None:
        raise AssertionError("parsed again")

    monkeypatch.setattr("bulletlint.lint.analysis.load_analyser", fail)
    assert run(capsys, "check", "weak.md") == first
    assert run(capsys, "check", "weak.md", "--no-cache")[0] == 2


def test_the_configuration_decides_and_is_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Unknown names in it are refused before anything is linted."""
    (folder / ".bulletlint.toml").write_text('fail-on = "never"\n', encoding="utf-8")
    assert run(capsys, "check", "weak.md")[0] == 0
    assert run(capsys, "check", "weak.md", "--isolated")[0] == 1
    shown = run(capsys, "config")[1]
    assert "fail-on           never    .bulletlint.toml:1\n" in shown
    (folder / ".bulletlint.toml").write_text('ignore = ["weak-verbs"]\n', encoding="utf-8")
    for arguments in (("config",), ("check", "weak.md")):
        code, out, err = run(capsys, *arguments)
        assert (code, out, err) == (
            2,
            "",
            "error: .bulletlint.toml:1: ignore: unknown rule `weak-verbs`; did you mean `weak-verb`?\n",
        )


def test_own_rules_speak_and_broken_ones_are_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the file and line of the rule."""
    (folder / "ours").mkdir()
    (folder / ".bulletlint.toml").write_text(
        'rule-folders = ["ours"]\nselect = ["acme-search"]\n', encoding="utf-8"
    )
    rule = RULE.replace("BL101", "ACME001").replace("weak-verb", "acme-search")
    rule = rule.replace("lead_class: [build]", "match: [{patterns: [caching layer]}]").replace(
        "[lead]", "[match]"
    )
    examples = '  bad: ["Put a [caching layer] in.", "Added a [caching layer] for all shops."]\n'
    rule = rule.replace('  bad: ["[Built] a cache.", "[Made] a tool."]\n', examples)
    (folder / "ours" / "acme-search.yaml").write_text(rule, encoding="utf-8")
    code, out, _ = run(capsys, "check", "weak.md")
    assert code == 1
    assert "ACME001  acme-search" in out
    assert run(capsys, "test-rules", "ours")[:2] == (
        0,
        "1 rule, 4 examples, 9 formats: all as the rule files say\n",
    )
    (folder / "ours" / "acme-search.yaml").write_text(
        rule.replace("severity:", "serverity:"), encoding="utf-8"
    )
    code, out, err = run(capsys, "check", "weak.md")
    assert (code, out) == (2, "")
    assert "ours/acme-search.yaml:4: unknown key `serverity` in a rule file; did you mean `severity`?" in err
    assert err.count("\n") == 1


def test_init_and_doctor(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A configuration that loads, and an installation that is sound."""
    code, out, _ = run(capsys, "init")
    assert code == 0
    assert "- id: bulletlint" in out
    code, out, err = run(capsys, "doctor")
    assert (code, err) == (0, "")
    assert out.endswith("all is well\n")
    assert run(capsys, "init")[0] == 2


def test_options_offer_what_the_program_knows() -> None:
    """The command line lists some choices itself, so that `--help` imports no settings."""
    offered = {
        option.name: tuple(option.type.choices)
        for command in (check, rewrite)
        for option in command.params
        if isinstance(option.type, click.Choice)
    }
    assert offered["formats"] == FORMATS
    assert offered["fail_on"] == FAIL_ON
    assert offered["strength"] == STRENGTHS


def test_a_folder_without_rules_has_nothing_to_test(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 2, as for any wrong use, and no line that says that all is well."""
    (folder / "empty").mkdir()
    assert run(capsys, "test-rules", "empty") == (
        2,
        "",
        "error: empty: no rule file in this folder; name a folder with rules (*.yaml)\n",
    )
