"""The `patterns` clauses of the rules: compiled into one index, tried on a bullet together with the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from bulletlint.errors import RuleError
from bulletlint.evidence.pattern_terms import Term, compile_term
from bulletlint.evidence.patterns import (
    Pattern,
    PatternError,
    PatternIndex,
    compile_pattern,
    find_matches,
    index_patterns,
)
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.facts import Hit
from bulletlint.inflect import find_forms, find_noun_forms
from bulletlint.rule import Clause, Rule


def compile_rule_patterns(rules: Sequence[Rule], words: Words) -> PatternIndex:
    """Compile the patterns of rules; raises RuleError, with the line, for one that cannot be compiled."""

    @cache
    def forms(word: str, noun: bool = False) -> frozenset[str]:
        return find_noun_forms(word) if noun else find_forms(word, words.exceptions)

    @cache
    def compile_part(part: str) -> Term:
        return compile_term(part, words.lexicons, forms)

    compiled: list[Pattern] = []
    for rule in rules:
        roles: tuple[tuple[str, tuple[Clause, ...]], ...] = (
            ("forbids", rule.forbids.clauses if rule.forbids else ()),
            ("except", rule.forbids.exceptions if rule.forbids else ()),
            ("unless", rule.unless.clauses),
        )
        for role, clauses in roles:
            for line, number in (
                item for clause in clauses if clause.kind == "patterns" for item in clause.pattern
            ):
                try:
                    compiled.append(
                        compile_pattern(
                            line,
                            label=rule.code,
                            value=role,
                            name=rule.name,
                            compile_term=compile_part,
                        )
                    )
                except PatternError as error:
                    raise RuleError(f'pattern "{line}": {error}', path=rule.path, line=number) from None
    return index_patterns(compiled)


def find_hits(tokens: Tokens, index: PatternIndex) -> tuple[Hit, ...]:
    """Find where rules' patterns match in a bullet; what overlaps one of a rule's exceptions is left out."""
    matches = find_matches(tokens, index)
    exceptions = [match for match in matches if match.pattern.value == "except"]
    hits = []
    for match in matches:
        if match.pattern.value == "except":
            continue
        if match.pattern.value == "forbids" and any(
            other.pattern.label == match.pattern.label and other.start < match.end and match.start < other.end
            for other in exceptions
        ):
            continue
        last = max(match.start, match.end - 1)
        hits.append(
            Hit(match.pattern.label, match.pattern.value, tokens.start[match.start], tokens.end[last])
        )
    return tuple(hits)
