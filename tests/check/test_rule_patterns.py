"""The patterns that stand in rule files: where they match, and which words of a match win."""

from __future__ import annotations

import pytest

from builders import RULE, load_shipped, load_shipped_words, make_rule
from bulletlint.check.rule_patterns import Hit, Hits, compile_rules, find_hits, find_slots, keep_longest
from bulletlint.core.errors import RuleError

PATTERNS = RULE.replace(
    "forbids:\n  lead_class: [build]",
    "forbids:\n  match:\n    - patterns: [many NOUN, never ~2 fail]\n  except: [many to many]\n"
    "unless:\n  match:\n    - patterns: [<percent>]",
)


def find(text: str) -> Hits:
    """Return the hits of one rule in a text."""
    index = compile_rules([make_rule(PATTERNS)], load_shipped_words()).patterns
    return find_hits(load_shipped().read(load_shipped().nlp(text)).tokens, index)


def test_hits_name_the_rule_and_the_role() -> None:
    """Offsets are characters of the bullet, in the order of the text."""
    assert find("Wrote many scripts that never fail, 20 % faster.") == {
        ("BL101", "forbids"): [Hit(6, 18), Hit(24, 34)],
        ("BL101", "unless"): [Hit(36, 40)],
    }


def test_a_match_that_overlaps_an_exception_is_left_out() -> None:
    """`except` narrows the patterns beside it and nothing else; that it was found is told."""
    assert find("Modelled a many-to-many relation.") == {("BL101", "except"): [Hit(11, 23)]}


def test_a_pattern_that_cannot_be_compiled_is_refused_with_its_line() -> None:
    """The line is that of the pattern in the rule file."""
    rule = make_rule(PATTERNS.replace("many NOUN", "'@nowhere'"))
    with pytest.raises(RuleError) as caught:
        compile_rules([rule], load_shipped_words())
    assert str(caught.value).startswith(
        'rules/weak-verb.yaml:14: pattern "@nowhere": unknown lexicon nowhere'
    )


def test_the_longest_hit_wins_over_those_that_overlap_it() -> None:
    """Equal lengths give way to the earlier one, and the result is in text order."""
    hits = [Hit(4, 9), Hit(0, 6), Hit(7, 12), Hit(12, 15)]
    assert keep_longest(hits) == (Hit(0, 6), Hit(7, 12), Hit(12, 15))


def test_slots_are_the_names_in_braces() -> None:
    """Doubled braces are words; the slots of every rule's messages are known by their text."""
    assert find_slots('"{lead}" for {{words}}: {number}, {lead}') == {"lead", "number"}
    rule = make_rule()
    compiled = compile_rules([rule], load_shipped_words())
    assert compiled.slots == {rule.messages[0].text: frozenset({"lead"})}
