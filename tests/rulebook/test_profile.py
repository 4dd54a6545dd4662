"""Profiles: which rules are asked, how loudly, of which bullets."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import RULE, make_rule
from bulletlint.core.errors import ConfigError, RuleError
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.rulebook.load import load_rules
from bulletlint.rulebook.profile import (
    Case,
    Overlay,
    Profile,
    apply_profile,
    check_name,
    load_profile,
    select_rules,
    set_severity,
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
    """It names rules and profiles that there are, or lets the page choose among some that ask something."""
    rules = load_rules()
    profile = load_profile(path.stem, rules=rules)
    for name in [case.profile for case in profile.cases] or [profile.name]:
        assert apply_profile(rules, load_profile(name, rules=rules))


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
            "name: p\nsummary: s\nrules:\n  missing-cost: {once: never}\n",
            "p.yaml:4: `once` must be true or false",
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


def write_profile(folder: Path, name: str, text: str) -> None:
    (folder / "profiles").mkdir(exist_ok=True)
    (folder / "profiles" / f"{name}.yaml").write_text(f"name: {name}\nsummary: s\n{text}", encoding="utf-8")


def test_a_profile_builds_on_the_one_that_it_extends(tmp_path: Path) -> None:
    """What it says of a rule itself comes last, and the rules of the other's own name are asked."""
    write_profile(
        tmp_path, "base", "rules:\n  weak-verb: {severity: info}\n  missing-cost: {severity: 'off'}\n"
    )
    write_profile(tmp_path, "ours", "extends: base\nrules:\n  missing-cost: {severity: warning}\n")
    profile = load_profile("ours", folders=[tmp_path], rules=RULES)
    assert profile.extends == ("base",)
    assert [(rule.name, rule.severity) for rule in apply_profile(RULES, profile)] == [
        ("weak-verb", "info"),
        ("missing-cost", "warning"),
    ]
    at_home = make_rule(RULE + "profiles: [portfolio]\n")
    assert apply_profile([at_home], Profile("ours", "s", extends=("portfolio",))) == (at_home,)


def test_what_is_told_once_a_page_stays_so_in_a_louder_profile(tmp_path: Path) -> None:
    """Unless the profile says `once: false`, or the severity is the user's own."""
    rule = make_rule(RULE + "page: '{lines}'\nonce: [{when: {ai: [false]}}]\n")
    write_profile(tmp_path, "loud", "rules:\n  weak-verb: {severity: error}\n")
    write_profile(tmp_path, "strict", "extends: loud\nrules:\n  weak-verb: {once: false}\n")
    kept = [
        apply_profile([rule], load_profile(name, folders=[tmp_path], rules=[rule]))[0].once
        for name in ("loud", "strict")
    ]
    assert kept == [rule.once, ()]
    assert set_severity(rule, "error").once == ()


def test_a_profile_may_extend_the_shipped_one_of_its_name(tmp_path: Path) -> None:
    """So that one's own changes apply wherever that one is chosen."""
    write_profile(tmp_path, "everyone", "extends: everyone\nrules:\n  missing-cost: {severity: info}\n")
    rules = load_rules()
    asked = {
        rule.name: rule
        for rule in apply_profile(rules, load_profile("everyone", folders=[tmp_path], rules=rules))
    }
    assert asked["missing-cost"].severity == "info"
    assert "missing-fallback" not in asked


def test_a_profile_may_leave_the_choice_to_the_page(tmp_path: Path) -> None:
    """The cases keep their order; the last has no minimum."""
    write_profile(
        tmp_path,
        "pick",
        "choose:\n"
        "  - {profile: ai-pm, at-least: {ai_bullets: 3}, because: '{ai_bullets} bullets'}\n"
        "  - {profile: everyone, because: nothing else fits}\n",
    )
    assert load_profile("pick", folders=[tmp_path], rules=RULES).cases == (
        Case("ai-pm", (("ai_bullets", 3),), "{ai_bullets} bullets"),
        Case("everyone", (), "nothing else fits"),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("extends: genral\n", "p.yaml:3: unknown profile `genral`; did you mean `general`?"),
        ("extends: auto\n", "p.yaml:3: `auto` only chooses among others; extend one of those"),
        ("extends: circle\n", "circle.yaml:3: `p` extends this profile in turn; break the circle"),
        ("choose: []\n", "p.yaml:3: `choose` is empty; add a profile"),
        (
            "choose: []\nrules: {}\n",
            "p.yaml:3: a profile with `choose` has no `rules` and no `extends`; drop one",
        ),
        (
            "choose:\n  - {profile: general}\n",
            "p.yaml:4: missing key `because` in an entry of `choose`; add it",
        ),
        ("choose:\n  - {profile: genral, because: x}\n", "p.yaml:4: unknown profile `genral`"),
        (
            "choose:\n  - {profile: general, at-least: {ai_bullets: 2}, because: x}\n",
            "p.yaml:4: the last entry of `choose`, and no other, has no `at-least`",
        ),
        ("choose:\n  - {profile: general, at-least: {ai: 2}, because: x}\n", "p.yaml:4: unknown key `ai`"),
        (
            "choose:\n  - {profile: general, at-least: {ai_bullets: 0}, because: x}\n",
            "p.yaml:4: `ai_bullets` must be a number, 1 or more",
        ),
        (
            "choose:\n  - {profile: general, because: '{bullets}'}\n",
            "p.yaml:4: only these may be in braces: case_study",
        ),
    ],
)
def test_a_profile_that_extends_or_chooses_wrongly_is_refused(
    tmp_path: Path, text: str, message: str
) -> None:
    """With file, line and fix."""
    write_profile(tmp_path, "circle", "extends: p\n")
    write_profile(tmp_path, "p", text)
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
