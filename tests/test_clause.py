"""Clauses of rule files: each that could never match is refused at its line."""

from __future__ import annotations

import pytest

from builders import RULE, make_rule
from bulletlint.errors import RuleError
from bulletlint.rule import Clause

MATCH_RULE = RULE.replace(
    "forbids:\n  lead_class: [build]", "forbids:\n  match:\n    - {tokens: [{LOWER: synergy}]}"
)


def test_a_clause_keeps_its_pattern_verbatim() -> None:
    """Words that YAML would take for something else among them."""
    clause = "{tree: [{RIGHT_ID: v, RIGHT_ATTRS: {LOWER: {IN: [on, no]}}}, {LEFT_ID: v, REL_OP: '>', RIGHT_ID: o, RIGHT_ATTRS: {}}]}"
    rule = make_rule(MATCH_RULE.replace("{tokens: [{LOWER: synergy}]}", clause))
    assert rule.forbids is not None
    assert rule.forbids.clauses == (
        Clause(
            "tree",
            (
                {"RIGHT_ID": "v", "RIGHT_ATTRS": {"LOWER": {"IN": ["on", "no"]}}},
                {"LEFT_ID": "v", "REL_OP": ">", "RIGHT_ID": "o", "RIGHT_ATTRS": {}},
            ),
            14,
            ("v", "o"),
        ),
    )


CLAUSES = {
    "no attribute": ("{tokens: [{LOWR: a}]}", "no token attribute `LOWR`; did you mean `LOWER`?"),
    "no lexicon": ('{tokens: [{LOWER: "@fillers"}]}', "no lexicon `fillers`; did you mean `filler`?"),
    "no lexicon in a list": ('{tokens: [{LOWER: {IN: [a, "@x"]}}]}', "no lexicon `x`"),
    "two kinds": ("{tokens: [{LOWER: a}], tree: []}", "a clause has exactly one of patterns, tokens, tree or phrases"),
    "unknown kind": ("{token: [{LOWER: a}]}", "a clause of a bullet rule has no key `token`; did you mean `tokens`?"),
    "empty": ("{tokens: []}", "tokens is empty and would never match"),
    "capitals under LOWER": ("{tokens: [{LOWER: Synergy}]}", "LOWER never matches `Synergy`"),
    "an operator": ("{tokens: [{LOWER: a, OP: x}]}", "OP cannot be `x`"),
    "a value operator": ("{tokens: [{LOWER: {INN: [a]}}]}", "no operator `INN`; did you mean `IN`?"),
    "a list as value": ("{tokens: [{LOWER: [a, b]}]}", "LOWER must be one value; for several write {IN: [a, b]}"),
    "OP in a tree": ('{tree: [{RIGHT_ID: v, RIGHT_ATTRS: {POS: VERB, OP: "!"}}]}', "OP in a tree node never matches"),
    "an unknown node": (
        "{tree: [{RIGHT_ID: v, RIGHT_ATTRS: {}}, {LEFT_ID: w, REL_OP: '>', RIGHT_ID: o, RIGHT_ATTRS: {}}]}",
        "no earlier node `w`",
    ),
    "an unknown relation": (
        "{tree: [{RIGHT_ID: v, RIGHT_ATTRS: {}}, {LEFT_ID: v, REL_OP: '=>', RIGHT_ID: o, RIGHT_ATTRS: {}}]}",
        "REL_OP cannot be `=>`",
    ),
    "a node twice": (
        "{tree: [{RIGHT_ID: v, RIGHT_ATTRS: {}}, {LEFT_ID: v, REL_OP: '>', RIGHT_ID: v, RIGHT_ATTRS: {}}]}",
        "two nodes are called `v`",
    ),
    "a first node with a left": ("{tree: [{LEFT_ID: a, RIGHT_ID: v, RIGHT_ATTRS: {}}]}", "the first tree node has only"),
    "a node that lacks a key": ("{tree: [{RIGHT_ID: v}]}", "a tree node lacks RIGHT_ATTRS"),
    "phrases that are a word": ("{phrases: synergy}", 'phrases must be a list, or one "@lexicon"'),
    "no patterns": ("{patterns: []}", "patterns is empty and would never match"),
    "a pattern that is no text": ("{patterns: [3]}", "a pattern must be a text"),
    "expressions in a bullet rule": ("{lines: [x]}", "a clause of a bullet rule has no key `lines`"),
    "no phrases": ("{phrases: []}", "phrases is empty"),
}  # fmt: skip


@pytest.mark.parametrize("case", CLAUSES)
def test_a_clause_that_could_never_match_is_refused(case: str) -> None:
    """What spaCy would accept in silence, or refuse only when it runs, is refused at its line."""
    clause, message = CLAUSES[case]
    with pytest.raises(RuleError) as caught:
        make_rule(MATCH_RULE.replace("{tokens: [{LOWER: synergy}]}", clause), lexicons=["filler"])
    assert str(caught.value).startswith(f"rules/weak-verb.yaml:14: {message}")
