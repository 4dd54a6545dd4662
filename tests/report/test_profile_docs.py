"""The page about profiles."""

from __future__ import annotations

from builders import make_rule
from bulletlint.check.score_weights import load_score_weights
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.report.profile_docs import (
    count_severities,
    render_family,
    render_profiles,
    render_score_parts,
)
from bulletlint.rulebook.load import load_rules
from bulletlint.rulebook.profile import Overlay, Profile

WEIGHTS = load_score_weights([find_rules_folder()])
LOUD = Profile("loud", "As it stands.", ())
QUIET = Profile("quiet", "Of AI alone.", (Overlay("weak-verb", "info", when=(("ai", (True,)),)),))
OFF = Profile("off", "Nothing.", (Overlay("weak-verb", "off"),))


def test_a_family_says_how_loud_each_profile_is_and_under_which_facts() -> None:
    """A condition is a note, so that the table stays narrow."""
    assert render_family([make_rule()], [LOUD, QUIET, OFF]) == [
        "| rule | fires when | `loud` | `quiet` | `off` |",
        "|---|---|---|---|---|",
        "| [BL101](rules/weak-verb.md) `weak-verb` | The lead verb names effort. | error | info (1) | – |",
        "",
        "(1) only if ai is true  ",
    ]


def test_a_profile_is_counted_by_severity() -> None:
    """What it leaves out is counted, too."""
    assert [count_severities(profile, [make_rule()]) for profile in (LOUD, QUIET, OFF)] == [
        "| `loud` | As it stands. | 1 | 0 | 0 | 0 |",
        "| `quiet` | Of AI alone. | 0 | 0 | 1 | 0 |",
        "| `off` | Nothing. | 0 | 0 | 0 | 1 |",
    ]


def test_a_part_of_the_score_is_asked_where_its_rule_is() -> None:
    """Clarity always, a decision never: it adds on top."""
    rows = {line.split(" | ")[0]: line for line in render_score_parts([make_rule()], [LOUD, OFF], WEIGHTS)}
    assert rows["| ownership"].endswith("| 15 | – |")
    assert rows["| clarity"].endswith("| 10 | 10 |")
    assert rows["| decision"].endswith("| +15 | +15 |")


def test_every_rule_stands_on_the_page_once() -> None:
    """By its code, linked to its own page."""
    rules = load_rules()
    page = render_profiles(rules, [LOUD], WEIGHTS)
    assert [page.count(f"](rules/{rule.name}.md)") for rule in rules] == [1] * len(rules)
