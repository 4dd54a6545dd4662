"""The rules in force for a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import RULE, write_rule
from bulletlint.core.errors import ConfigError
from bulletlint.core.settings import Origin, PerFile, Settings
from bulletlint.rulebook.rulebook import Choice, load_rulebook


def severities(settings: Settings, path: str = "resume.md") -> dict[str, str]:
    return {rule.name: rule.severity for rule in load_rulebook(settings).select_for(path)}


def test_settings_change_severities_and_switch_rules_off() -> None:
    """By name, code or family, whatever the profile says."""
    found = severities(Settings(severities=(("BL101", "info"), ("cost", "off"))))
    assert found["weak-verb"] == "info"
    assert "missing-cost" not in found


def test_a_file_has_its_own_settings() -> None:
    """A glob may name the whole relative path or the file's name; later entries win."""
    per_file = (
        PerFile("*.md", ignore=("missing-cost",)),
        PerFile("people/*", select=("weak-verb",), severities=(("weak-verb", "info"),)),
    )
    root = Path.cwd()
    assert "missing-cost" not in severities(Settings(per_file=per_file, root=root), "cv/resume.md")
    assert "missing-cost" in severities(Settings(per_file=per_file, root=root), "cv/resume.tex")
    assert severities(Settings(per_file=per_file, root=root), "people/sam.tex") == {"weak-verb": "info"}


def test_files_with_the_same_settings_share_one_selection() -> None:
    """So that their bullets are looked up together."""
    rulebook = load_rulebook(Settings(per_file=(PerFile("*.md", ignore=("BL301",)),)))
    assert rulebook.select_for("a.md") is rulebook.select_for("b.md")
    assert rulebook.select_for("a.tex") is not rulebook.select_for("a.md")


def test_own_rules_come_on_top(tmp_path: Path) -> None:
    """A folder of one's own is loaded the same way as the shipped one."""
    write_rule(tmp_path, RULE.replace("BL101", "ACME001").replace("weak-verb", "acme-verb"), name="acme-verb")
    found = severities(Settings(rule_folders=(tmp_path,)))
    assert {"acme-verb", "weak-verb"} <= found.keys()


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (Settings(select=("weak-verbs",)), "select: unknown rule `weak-verbs`"),
        (Settings(ignore=("BL99",)), "ignore: unknown rule `BL99`"),
        (Settings(severities=(("x", "off"),)), "severities: unknown rule `x`"),
        (Settings(per_file=(PerFile("*.md", ignore=("x",)),)), r"per-file `\*\.md`: unknown rule `x`"),
        (Settings(per_file=(PerFile("*.md", profile="x"),)), "unknown profile `x`"),
    ],
)
def test_a_name_that_calls_nothing_is_refused(settings: Settings, message: str) -> None:
    """Wherever it stands."""
    with pytest.raises(ConfigError, match=message):
        load_rulebook(settings)


def test_a_rule_outside_the_profile_is_asked_where_it_is_named() -> None:
    """By its own code or name, not by its family; a rule that is switched off stays off."""
    assert "case-without-decision" not in severities(Settings())
    assert (
        severities(Settings(severities=(("case-without-decision", "warning"),)))["case-without-decision"]
        == "warning"
    )
    assert "case-without-decision" not in severities(Settings(severities=(("BL8", "warning"),)))
    assert "weak-verb" not in severities(Settings(severities=(("weak-verb", "info"), ("weak-verb", "off"))))


def test_a_files_own_choice_comes_on_top() -> None:
    """Its selection replaces that of the run, the rest is added."""
    per_file = (PerFile("*.md", select=("BL1",), ignore=("BL002",), severities=(("BL003", "off"),)),)
    rulebook = load_rulebook(Settings(select=("BL2",), ignore=("BL203",), per_file=per_file))
    assert rulebook.choose_for("a.md") == Choice(("BL1",), ("BL203", "BL002"), (("BL003", "off"),))
    assert rulebook.choose_for("a.tex") == Choice(("BL2",), ("BL203",), ())


def test_a_selected_rule_is_asked_though_the_profile_leaves_it_out() -> None:
    """Where it is called by its own name, not by its family."""
    assert severities(Settings(profile="everyone", select=("BL301",))).keys() == {"missing-cost"}
    assert severities(Settings(profile="everyone", select=("cost",))) == {}


def test_a_file_has_its_own_profile_and_says_where_it_is_named() -> None:
    """The last entry that names one wins."""
    per_file = (PerFile("*.md", profile="general"), PerFile("a.*", profile="portfolio"))
    origins = {("profile",): Origin("--profile"), ("per_file", "*.md", "profile"): Origin("c.toml", 4)}
    rulebook = load_rulebook(Settings(profile="everyone", per_file=per_file, origins=origins))
    assert [rulebook.find_profile(path).name for path in ("a.md", "b.md", "b.tex")] == [
        "portfolio", "general", "everyone",
    ]  # fmt: skip
    assert [str(rulebook.find_profile_origin(path)) for path in ("b.md", "b.tex")] == [
        "c.toml:4",
        "--profile",
    ]


def test_the_rules_of_the_score_are_those_of_the_profile_alone() -> None:
    """Selecting and ignoring rules leaves the score as it is."""
    rulebook = load_rulebook(
        Settings(profile="ai-pm", select=("BL1",), severities=(("missing-cost", "off"),))
    )
    assert "missing-cost" in {rule.name for rule in rulebook.select_scored("ai-pm")}


def test_a_page_may_not_choose_a_profile_that_chooses_again(tmp_path: Path) -> None:
    """One step is enough to say why."""
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "pick.yaml").write_text(
        "name: pick\nsummary: s\nchoose: [{profile: auto, because: x}]\n", encoding="utf-8"
    )
    with pytest.raises(ConfigError, match="profile `pick` chooses `auto`, which only chooses again"):
        load_rulebook(Settings(profile="pick", rule_folders=(tmp_path,)))
