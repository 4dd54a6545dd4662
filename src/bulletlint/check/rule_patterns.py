"""The `patterns` clauses of all rules in one index, and where they match in a bullet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from string import Formatter

from bulletlint.core.errors import RuleError
from bulletlint.core.inflect import find_forms, find_noun_forms
from bulletlint.core.rule import Clause, Rule
from bulletlint.evidence.patterns.match import (
    Pattern,
    PatternError,
    PatternIndex,
    compile_pattern,
    find_matches,
    index_patterns,
)
from bulletlint.evidence.patterns.terms import Term, compile_term
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words

#: What a clause is for: "forbids", "except", "unless" and "likeness" of a rule, or "said 0" and "unsaid 0" of its first
#: message.
Role = str


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a clause matched: character offsets in the bullet's text."""

    start: int
    end: int


#: What was found of the rules' clauses, by rule code and role.
Hits = dict[tuple[str, Role], list[Hit]]


@dataclass(frozen=True, slots=True)
class CompiledRules:
    """Rules with their patterns in one index; `slots` holds the names in braces of each message by its text."""

    rules: tuple[Rule, ...]
    patterns: PatternIndex
    slots: Mapping[str, frozenset[str]]


def compile_rules(rules: Sequence[Rule], words: Words) -> CompiledRules:
    """Compile the patterns of rules; raises RuleError, with the line, for one that cannot be compiled."""
    slots = {message.text: find_slots(message.text) for rule in rules for message in rule.messages}
    return CompiledRules(tuple(rules), compile_rule_patterns(rules, words), slots)


def compile_rule_patterns(rules: Sequence[Rule], words: Words) -> PatternIndex:
    """Return the index of all patterns of rules; raises RuleError, with the line, for one that cannot be compiled."""

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
            ("likeness", rule.likeness or ()),
            *((name_role(number, said=True), message.match) for number, message in enumerate(rule.messages)),
            *(
                (name_role(number, said=False), message.unless.clauses)
                for number, message in enumerate(rule.messages)
            ),
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


def name_role(number: int, *, said: bool) -> Role:
    """Return the role of the clauses under which a rule's message of a number is said, or is not said."""
    return f"{'said' if said else 'unsaid'} {number}"


def find_slots(message: str) -> frozenset[str]:
    """Return the names that stand in braces in a message."""
    return frozenset(slot for _, slot, _, _ in Formatter().parse(message) if slot is not None)


def find_hits(tokens: Tokens, index: PatternIndex) -> Hits:
    """Find where rules' patterns match in a bullet; what a rule forbids is left out where it overlaps an exception."""
    matches = find_matches(tokens, index)
    exceptions = [match for match in matches if match.pattern.value == "except"]
    hits: Hits = {}
    for match in matches:
        if match.pattern.value == "forbids" and any(
            other.pattern.label == match.pattern.label and other.start < match.end and match.start < other.end
            for other in exceptions
        ):
            continue
        last = max(match.start, match.end - 1)
        hits.setdefault((match.pattern.label, match.pattern.value), []).append(
            Hit(tokens.start[match.start], tokens.end[last])
        )
    return hits


def keep_longest(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Return the hits that do not overlap, longer and earlier ones first choice, in text order."""
    if len(hits) == 1:
        return tuple(hits)
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return tuple(sorted(kept, key=lambda hit: hit.start))
