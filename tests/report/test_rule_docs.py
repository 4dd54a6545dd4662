"""The pages of the rules."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from builders import make_rule
from bulletlint.report.rule_docs import FAMILIES, describe_severity, render_document
from bulletlint.rulebook.load import load_rules
from bulletlint.rulebook.profile import Overlay, Profile, load_profile

ROOT = Path(__file__).resolve().parents[2]


def test_the_pages_in_docs_are_those_that_the_rules_give() -> None:
    """After a rule has changed, `python docs/build.py` writes them again."""
    spec = importlib.util.spec_from_file_location("docs_build", ROOT / "docs" / "build.py")
    assert spec is not None
    assert spec.loader is not None
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)
    files = build.build_files()
    assert {path: path.read_text(encoding="utf-8") for path in files if path.exists()} == files
    assert set((ROOT / "docs" / "rules").glob("*.md")) <= set(files)


def test_every_family_has_its_question() -> None:
    """A rule of an unknown family would stand on no list."""
    assert {rule.family for rule in load_rules()} == set(FAMILIES)


def test_a_page_says_how_loud_the_rule_is_in_each_profile() -> None:
    """With the facts on which that depends."""
    rule = make_rule()
    quiet = Profile("quiet", "", (Overlay("weak-verb", "info", when=(("ai", (True,)),)),))
    off = Profile("off", "", (Overlay("weak-verb", "off"),))
    assert describe_severity(rule, quiet) == "info, only if ai is true"
    assert describe_severity(rule, off) == "off"
    assert "| `quiet` | info, only if ai is true |" in render_document(rule, [quiet])


def test_every_shipped_rule_stands_on_its_own_feet() -> None:
    """Four bad and four good examples of each rule beyond the core, and a better version of one."""
    for rule in load_rules():
        assert len(rule.bad) >= 4, rule.name
        assert len(rule.good) >= 4, rule.name
        if rule.scope == "bullet":
            assert any(example.better for example in rule.bad), rule.name


def test_each_profile_names_itself() -> None:
    """Every file in rules/profiles loads."""
    rules = load_rules()
    names = sorted(path.stem for path in (ROOT / "rules" / "profiles").glob("*.yaml"))
    assert [load_profile(name, rules=rules).name for name in names] == names
