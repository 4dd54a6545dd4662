"""The patterns that stand in rule files."""

from __future__ import annotations

import pytest

from builders import RULE, load_shipped, make_rule
from bulletlint.errors import RuleError
from bulletlint.evidence import gather_facts, load_words
from bulletlint.evidence.rule_patterns import compile_rule_patterns
from bulletlint.facts import Hit
from bulletlint.rules_folder import find_rules_folder

PATTERNS = RULE.replace(
    "forbids:\n  lead_class: [build]",
    "forbids:\n  match:\n    - patterns: [many NOUN, never ~2 fail]\n  except: [many to many]\n"
    "unless:\n  match:\n    - patterns: [<percent>]",
)
WORDS = load_words((find_rules_folder(),))


def find(text: str) -> tuple[Hit, ...]:
    index = compile_rule_patterns([make_rule(PATTERNS)], WORDS)
    return gather_facts(load_shipped().nlp(text), WORDS, index).hits


def test_hits_name_the_rule_and_the_role() -> None:
    """Offsets are characters of the bullet, in the order of the text."""
    assert find("Wrote many scripts that never fail, 20 % faster.") == (
        Hit("BL101", "forbids", 6, 18),
        Hit("BL101", "forbids", 24, 34),
        Hit("BL101", "unless", 36, 40),
    )


def test_a_match_that_overlaps_an_exception_is_left_out() -> None:
    """`except` narrows the patterns beside it and nothing else."""
    assert find("Modelled a many-to-many relation.") == ()


def test_a_pattern_that_cannot_be_compiled_is_refused_with_its_line() -> None:
    """The line is that of the pattern in the rule file."""
    rule = make_rule(PATTERNS.replace("many NOUN", "'@nowhere'"))
    with pytest.raises(RuleError) as caught:
        compile_rule_patterns([rule], WORDS)
    assert str(caught.value).startswith(
        'rules/weak-verb.yaml:14: pattern "@nowhere": there is no lexicon nowhere'
    )
