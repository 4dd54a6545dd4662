"""The command `compare`, from files to exit codes."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from bulletlint.cli import main
from repositories import commit, make_repository

HEAD = "# Sam Field\n\n## Experience\n\n"
OLD = f"{HEAD}- Implemented a caching layer for search.\n- Cut churn by 6 % with a survey, at $90 a month.\n"
NEW = f"{HEAD}- Cut churn by 6 % with a survey, at $90 a month.\n- Sped up search by 40 % with a caching layer.\n"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Return a run's exit code, standard output and standard error."""
    with pytest.raises(SystemExit) as caught:
        main(["compare", *arguments])
    captured = capsys.readouterr()
    assert isinstance(caught.value.code, int)
    return caught.value.code, captured.out, captured.err


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.md").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.md").write_text(NEW, encoding="utf-8")
    return tmp_path


def test_a_better_version_exits_0_and_a_worse_one_1(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only new findings fail; --fail-on says from which severity on."""
    code, out, err = run(capsys, "old.md", "new.md")
    assert (code, err) == (0, "")
    assert "  gone  error    BL101  weak-verb\n" in out
    code, out, _ = run(capsys, "new.md", "old.md")
    assert code == 1
    assert "  new   error    BL101  weak-verb  " in out
    assert '  lost  outcome "40 %"\n' in out
    assert run(capsys, "new.md", "old.md", "--fail-on", "never")[0] == 0
    assert run(capsys, "new.md", "old.md", "--ignore", "BL1,BL2,BL3,BL4,BL5")[0] == 0
    assert run(capsys, "old.md", "old.md")[0] == 0


def test_standard_input_may_be_a_version(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `git show HEAD:cv.md` writes it."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(OLD.encode())))
    code, out, _ = run(capsys, "-", "new.md", "--stdin-filename", "cv.md", "--format", "json")
    content = json.loads(out)
    assert code == 0
    assert [file["path"] for file in content["old"]["files"]] == ["cv.md"]


def test_both_versions_are_read_with_the_profile_of_the_new_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Else findings would come and go with the reader, not with the words."""
    nurse = "- Taught 40 new nurses to place lines, so that infections fell by 12 %.\n"
    (folder / "nurse.md").write_text(HEAD + nurse * 2, encoding="utf-8")
    _, out, _ = run(capsys, "new.md", "nurse.md", "--format", "json")
    content = json.loads(out)
    assert {file["profile"] for side in ("old", "new") for file in content[side]["files"]} == {"everyone"}
    _, out, _ = run(capsys, "new.md", "nurse.md", "--profile", "ai-pm", "--format", "json")
    content = json.loads(out)
    assert {file["profile"] for side in ("old", "new") for file in content[side]["files"]} == {"ai-pm"}


def test_a_version_may_be_one_of_gits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By revision and path from here, also of a file that was renamed; a file with that very name is that file."""
    git = make_repository(tmp_path, monkeypatch)
    commit(git, cv_md=OLD)
    git("mv", "cv.md", "new.md")
    Path("new.md").write_text(NEW, encoding="utf-8")
    _, wanted, _ = run(capsys, "HEAD:new.md", "new.md")
    assert "new.md:6:3  changed, was HEAD:new.md:5:3; score" in wanted
    code, out, err = run(capsys, "HEAD:cv.md", "new.md")
    assert (code, out.replace("HEAD:cv.md", "HEAD:new.md"), err) == (0, wanted, "")
    code, out, err = run(capsys, "HEAD:gone.md", "new.md")
    assert (code, out) == (2, "")
    assert err == "error: HEAD:gone.md: the revision has no such file; write its path as from here\n"
    code, _, err = run(capsys, "nowhere:new.md", "new.md")
    assert (code, err.count("\n")) == (2, 1)
    Path("HEAD:new.md").write_text(NEW, encoding="utf-8")
    assert "Bullets: 2 the same\n" in run(capsys, "HEAD:new.md", "new.md")[1]


def test_a_version_that_is_excluded_is_an_error(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing compared with something would be all new."""
    (folder / "bulletlint.toml").write_text('exclude = ["old.md"]\n', encoding="utf-8")
    code, out, err = run(capsys, "old.md", "new.md")
    assert (code, out) == (2, "")
    assert err.endswith("error: old.md: there is nothing to compare; `exclude` leaves it out\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("old.md", "gone.md"), "error: gone.md: no such file or folder; check the path\n"),
        (("bad.md", "new.md"), "error: bad.md: "),
        (("old.md", "new.md", "--profile", "nobody"), "error: "),
        (("-", "-"), "error: standard input (-) is named twice; name it once\n"),
        (("old.md",), "Usage: "),
    ],
)
def test_what_cannot_be_compared_is_one_error_and_no_output(
    arguments: tuple[str, ...], message: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 2."""
    (folder / "bad.md").write_bytes(bytes(range(256)) * 40)
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(message)


def test_redacted_output_has_no_word_of_a_resume(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In either format."""
    for format_ in ("text", "json"):
        _, out, _ = run(capsys, "old.md", "new.md", "--redact", "--format", format_)
        assert [word for word in ("churn", "caching", "Implemented", "$90") if word in out] == []


def test_the_page_shows_what_the_tool_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of the two versions in it, to the last word."""
    page = (Path(__file__).parents[2] / "docs" / "comparing.md").read_text(encoding="utf-8")
    old, new = (part.partition("```")[0] for part in page.split("```markdown\n")[1:])
    monkeypatch.chdir(tmp_path)
    Path("old.md").write_text(old, encoding="utf-8")
    Path("new.md").write_text(new, encoding="utf-8")
    code, out, err = run(capsys, "old.md", "new.md")
    assert (code, err) == (0, "")
    assert f"```console\n$ bulletlint compare old.md new.md\n{out}```" in page
