"""What a person reads about rules."""

from __future__ import annotations

import json

import pytest

from builders import RULE, make_rule
from bulletlint.check.score_weights import load_score_weights
from bulletlint.core.errors import ConfigError
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.report.rule_page import (
    describe_facts,
    describe_severities,
    explain_words,
    find_notice,
    find_rule,
    render_families,
    render_families_json,
    render_notice,
    render_page,
    render_rule_list,
    render_rule_table,
    render_rules_json,
    select_named,
)

RULES = [
    make_rule(),
    make_rule(RULE.replace("BL101", "BL301").replace("weak-verb", "no-price"), name="no-price"),
]
PAGE = """\
BL101 weak-verb

The lead verb names effort.

What it looks at
  The lead verb.

Why a reader minds
  Everybody built something.

Instead
  Say what changed.

Examples
  bad:    [Built] a cache.
  better: Cut latency.
  bad:    [Made] a tool.
  good:   Cut latency by 40 %.
  good:   Launched search.

Known to be missed
  [Wrote] a tool.

Settings
  severity: error, warning if ai is false
  applies to: delivery
  family: ownership (can be selected or ignored as a whole)
"""


def test_a_page_in_full() -> None:
    """What, why, instead, examples with their marks, known errors, settings."""
    text = RULE.replace('"[Built] a cache."', '{text: "[Built] a cache.", better: Cut latency.}')
    text += '  missed: ["[Wrote] a tool."]\nseverity_when: [{when: {ai: [false]}, severity: warning}]\n'
    assert render_page(make_rule(text)) == PAGE


def test_a_rule_is_found_by_code_or_name() -> None:
    """In any case; a misspelt one gets the nearest."""
    assert find_rule("bl301", RULES) is RULES[1]
    assert find_rule("weak-verb", RULES) is RULES[0]
    with pytest.raises(ConfigError, match=r"^unknown rule `weak-verbs`; did you mean `weak-verb`\?$"):
        find_rule("weak-verbs", RULES)


def test_lists_and_tables_have_a_line_a_rule() -> None:
    """For a terminal and for the README."""
    assert render_rule_list(RULES) == (
        "BL101  weak-verb  error  The lead verb names effort.\n"
        "BL301  no-price   error  The lead verb names effort.\n"
    )
    assert render_rule_table(RULES[:1]).splitlines() == [
        "| code | name | severity | fires when |",
        "|---|---|---|---|",
        "| BL101 | `weak-verb` | error | The lead verb names effort. |",
    ]


def test_json_has_the_whole_page() -> None:
    """With the examples as they are written."""
    rule = json.loads(render_rules_json(RULES))[0]
    assert (rule["code"], rule["family"], rule["action"]) == ("BL101", "ownership", "auto")
    assert rule["examples"]["bad"][0] == {"text": "[Built] a cache.", "better": None}


def test_findings_about_directives_have_a_page_too() -> None:
    """By code or name."""
    notice = find_notice("unused-suppression")
    assert notice is not None
    assert find_notice("BL002") is notice
    assert render_notice(notice).startswith(
        "BL002 unused-suppression\n\nA suppression silences nothing.\n\nInstead\n  Remove it"
    )
    assert find_notice("BL101") is None


def test_facts_read_as_words() -> None:
    """All of them, with any of their values."""
    facts = (("ai", (False,)), ("metric", ("scope", "spec")))
    assert describe_facts(facts) == "ai is false and metric is scope or spec"


def test_a_rule_with_several_severities_names_them() -> None:
    """The usual one first."""
    assert describe_severities(make_rule()) == "error"
    cases = "severity_when: [{when: {ai: [true]}, severity: info}, {when: {live: [true]}, severity: info}]\n"
    assert describe_severities(make_rule(RULE + cases)) == "error or info"


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("weak-verb", ["weak-verb"]),
        ("bl101", ["weak-verb"]),
        ("BL1", ["weak-verb"]),
        ("bl", ["weak-verb", "no-price"]),
        ("Ownership", ["weak-verb", "no-price"]),
    ],
)
def test_a_word_names_a_rule_a_family_or_the_beginning_of_a_code(word: str, names: list[str]) -> None:
    """Case does not matter."""
    assert [rule.name for rule in select_named(word, RULES)] == names


def test_a_word_that_names_nothing_is_told_the_nearest() -> None:
    """A family, too."""
    with pytest.raises(ConfigError, match="unknown rule `ownershp`; did you mean `ownership`?"):
        select_named("ownershp", RULES)


def test_several_words_are_explained_one_after_the_other() -> None:
    """Each once: a page, a list, the score, a finding about suppressions."""
    text = "".join(
        explain_words(
            ("weak-verb", "ownership", "BL1", "score", "BL002", "weak-verb"),
            RULES,
            load_score_weights([find_rules_folder()]),
        )
    )
    heads = [
        line
        for line in text.splitlines()
        if line.startswith(("BL101 weak", "ownership: ", "BL1: ", "The score", "BL002 "))
    ]
    assert [head.split(",")[0] for head in heads] == [
        "BL101 weak-verb",
        "ownership: Whose work is it?",
        "BL1: 1 rule",
        "The score of a bullet",
        "BL002 unused-suppression",
    ]


def test_families_are_listed_with_what_they_ask() -> None:
    """The shipped ones first, those of one's own by name."""
    own = make_rule(
        RULE.replace("family: ownership", "family: acme").replace("weak-verb", "acme"), name="acme"
    )
    assert render_families((own, *RULES)) == (
        "ownership: Whose work is it?\n  BL101  weak-verb\n  BL301  no-price\n\nacme\n  BL101  acme\n"
    )
    assert json.loads(render_families_json((own, *RULES)))[1] == {
        "family": "acme", "question": None, "rules": ["acme"],
    }  # fmt: skip
