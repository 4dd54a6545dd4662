"""Where the shipped rules stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletlint.core import rules_folder
from bulletlint.core.errors import BulletlintError, RuleError
from bulletlint.core.rules_folder import find_rules_folder, list_lexicons, list_yaml, read_rule_text
from bulletlint.core.settings import Settings
from bulletlint.lint.linter import Linter
from bulletlint.report.drill import load_wording


def test_the_folder_holds_rules_lexicons_and_profiles() -> None:
    """However the package is installed."""
    folder = find_rules_folder()
    for name in ("weak-verb.yaml", "lexicons/verbs-build.txt", "profiles/ai-pm.yaml"):
        assert (folder / name).is_file()


def test_the_folder_in_the_package_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a wheel it is there; in a checkout it stands beside src."""
    package = tmp_path / "src" / "bulletlint"
    package.mkdir(parents=True)
    monkeypatch.setattr(rules_folder, "__file__", str(package / "core" / "rules_folder.py"))
    assert find_rules_folder() == tmp_path / "rules"
    (package / "rules").mkdir()
    assert find_rules_folder() == package / "rules"


def test_hidden_files_are_no_rules(tmp_path: Path) -> None:
    """Locks of editors, which lead nowhere, and what macOS keeps beside a file stopped every run."""
    (tmp_path / "lexicons").mkdir()
    for name in ("a.yaml", "b.yml", "._a.yaml", "lexicons/a.txt", "lexicons/._a.txt"):
        (tmp_path / name).write_bytes(b"\x00\x05")
    (tmp_path / ".#a.yaml").symlink_to("jon@desk.1234")
    assert [path.name for path in list_yaml(tmp_path)] == ["a.yaml", "b.yml"]
    assert [path.name for path in list_lexicons(tmp_path)] == ["a.txt"]


def test_a_file_is_read_without_its_byte_order_mark(tmp_path: Path) -> None:
    """Some editors write one."""
    path = tmp_path / "a.yaml"
    path.write_bytes("\ufeffname: é\n".encode())
    assert read_rule_text(path) == "name: é\n"


def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    """With the line of the first byte that is no UTF-8."""
    path = tmp_path / "a.yaml"
    with pytest.raises(
        RuleError, match=r"a\.yaml: cannot be read \(No such file or directory\); check the file$"
    ):
        read_rule_text(path)
    path.write_bytes(b"a: 1\nb: \xe9\n")
    with pytest.raises(RuleError, match=r"a\.yaml:2: is not UTF-8; save it as UTF-8$"):
        read_rule_text(path)


@pytest.mark.parametrize(
    "name",
    [
        "wording/slots.yaml", "wording/suggestions.yaml", "wording/drill.yaml", "reading/units.yaml",
        "reading/sections.yaml", "evidence/cost.yaml", "lexicons/verbs-build.txt", "own-rule.yaml",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("content", "message"),
    [(b"a: 1\nb: \xe9\n", ":2: is not UTF-8"), (b"a: [1, 2\n", ":"), (b"- 1\n- 2\n", ":")],
)
def test_a_broken_file_of_ones_own_is_one_line(
    name: str, content: bytes, message: str, tmp_path: Path
) -> None:
    """Never "bulletlint itself failed": the file is named, whichever part reads it."""
    if name.endswith(".txt") and content.startswith((b"a: [", b"- ")):
        pytest.skip("every text is a word list")
    path = tmp_path / "own" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    resume = tmp_path / "resume.md"
    resume.write_text("# Experience\n\n- Built a cache.\n", encoding="utf-8")

    def run() -> None:
        Linter(Settings(rule_folders=(tmp_path / "own",))).lint_paths([resume])
        load_wording((tmp_path / "own",))

    with pytest.raises(BulletlintError) as caught:
        run()
    assert str(caught.value).startswith(f"{path}{message}")
    assert "itself failed" not in str(caught.value)


def test_a_file_from_the_old_top_level_says_where_it_belongs(tmp_path: Path) -> None:
    """It would be taken for a rule."""
    (tmp_path / "slots.yaml").write_text("cost: []\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"slots\.yaml: is not a rule; move it into `wording/`$"):
        Linter(Settings(rule_folders=(tmp_path,)))
