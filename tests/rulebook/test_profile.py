"""Profiles: which rules are asked, how loudly, of which bullets."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import RULE, make_rule
from bulletlint.core.errors import ConfigError, RuleError
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.rulebook.load import load_rules
from bulletlint.rulebook.profile import (
    Overlay,
    Profile,
    apply_profile,
    check_name,
    load_profile,
    select_rules,
)

COST = (
    RULE.replace("weak-verb", "missing-cost")
    .replace("BL101", "BL301")
    .replace("family: ownership", "family: cost")
)
RULES = (make_rule(), make_rule(COST, name="missing-cost"))


@pytest.mark.parametrize(
    "path", sorted((find_rules_folder() / "profiles").glob("*.yaml")), ids=lambda path: path.stem
)
def test_every_shipped_profile_loads(path: Path) -> None:
    """It names rules that there are."""
    rules = load_rules()
    assert apply_profile(rules, load_profile(path.stem, rules=rules))


def test_an_unknown_profile_is_refused_with_the_nearest() -> None:
    """A misspelt profile is never the default one."""
    with pytest.raises(ConfigError, match=r"^unknown profile `generel`; did you mean `general`\?$"):
        load_profile("generel", rules=load_rules())


def test_an_own_profile_wins_over_a_shipped_one(tmp_path: Path) -> None:
    """A folder of one's own may hold profiles too."""
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "general.yaml").write_text(
        "name: general\nsummary: Ours.\nrules:\n  missing-cost: {severity: 'off'}\n", encoding="utf-8"
    )
    profile = load_profile("general", folders=[tmp_path], rules=RULES)
    assert profile == Profile("general", "Ours.", (Overlay("missing-cost", "off"),))
    assert apply_profile(RULES, profile) == RULES[:1]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "name: p\nsummary: s\nrule: {}\n",
            "p.yaml:3: unknown key `rule` in a profile; did you mean `rules`?",
        ),
        ("name: q\nsummary: s\n", "p.yaml:1: `name` must be the file name `p`"),
        ("summary: s\n", "p.yaml:1: missing key `name`; add it"),
        (
            "name: p\nsummary: s\nrules:\n  missing-cots: {}\n",
            "p.yaml:4: unknown rule `missing-cots`; did you mean `missing-cost`?",
        ),
        (
            "name: p\nsummary: s\nrules:\n  missing-cost: {severity: of}\n",
            "p.yaml:4: `severity` cannot be `of`; did you mean `off`?",
        ),
        (
            "name: p\nsummary: s\nrules:\n  missing-cost: {if: {}}\n",
            "p.yaml:4: unknown key `if` in `missing-cost`",
        ),
        (
            "name: p\nsummary: s\nrules:\n  missing-cost: {when: {ai: [maybe]}}\n",
            "p.yaml:4: unknown value `maybe` of the fact `ai`",
        ),
    ],
)
def test_a_broken_profile_is_refused(tmp_path: Path, text: str, message: str) -> None:
    """With file, line and fix."""
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "p.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_profile("p", folders=[tmp_path], rules=RULES)
    assert message in str(caught.value)


def test_an_overlay_narrows_and_sets_the_severity() -> None:
    """Conditions come on top of the rule's own; a set severity no longer depends on facts."""
    cases = make_rule(
        RULE + "when: {fallback: [false]}\nseverity_when: [{when: {ai: [false]}, severity: info}]\n"
    )
    overlay = Overlay("weak-verb", "warning", (("ai", (True,)),), (("metric", ("outcome",)),))
    (rule,) = apply_profile([cases], Profile("p", "s", (overlay,)))
    assert rule.severity == "warning"
    assert rule.severity_when == ()
    assert rule.when == (("fallback", (False,)), ("ai", (True,)))
    assert rule.unless.facts == (("metric", ("outcome",)),)


def test_a_rule_may_live_in_some_profiles_only() -> None:
    """Elsewhere it is not asked, unless the profile sets its severity."""
    rule = make_rule(RULE + "profiles: [portfolio]\n")
    assert apply_profile([rule], Profile("ai-pm", "s")) == ()
    assert apply_profile([rule], Profile("portfolio", "s")) == (rule,)
    assert apply_profile([rule], Profile("ai-pm", "s", (Overlay("weak-verb", "info"),)))[0].severity == "info"


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ((), (), ["BL101", "BL301"]),
        (("weak-verb",), (), ["BL101"]),
        (("BL3",), (), ["BL301"]),
        (("ownership", "cost"), ("BL301",), ["BL101"]),
        ((), ("cost",), ["BL101"]),
    ],
)
def test_rules_are_chosen_by_code_prefix_name_or_family(
    select: tuple[str, ...], ignore: tuple[str, ...], codes: list[str]
) -> None:
    """What is ignored is out even if it is selected."""
    assert [rule.code for rule in select_rules(RULES, select=select, ignore=ignore)] == codes


def test_a_name_that_calls_no_rule_is_refused() -> None:
    """Misspelling never means off."""
    for word in ("BL1", "weak-verb", "cost"):
        check_name(word, RULES, keys=("ignore",), origin=None)
    with pytest.raises(ConfigError, match=r"^ignore: unknown rule `weak-verbs`; did you mean `weak-verb`\?$"):
        check_name("weak-verbs", RULES, keys=("ignore",), origin=None)
