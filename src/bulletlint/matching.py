"""The clauses of all rules in one shared Matcher and one shared DependencyMatcher.

One matcher a clause would take three times as long. What spaCy would accept and never match (a label of another
scheme, an attribute that no component sets) is refused here, where the pipeline is at hand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING, Any, Literal

from bulletlint.rule import Clause, Rule
from bulletlint.strict_yaml import Source, hint_near, refuse

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import DependencyMatcher, Matcher
    from spacy.tokens import Doc

Role = Literal["forbids", "unless"]
#: The component attribute that sets a token attribute, and the components that set it without saying so.
_SET_BY = {
    "LEMMA": ("token.lemma", ("lemmatizer", "trainable_lemmatizer", "attribute_ruler")),
    "POS": ("token.pos", ("attribute_ruler", "morphologizer")),
    "TAG": ("token.tag", ("tagger",)),
    "DEP": ("token.dep", ("parser",)),
    "MORPH": ("token.morph", ("attribute_ruler", "morphologizer")),
    "ENT_TYPE": ("token.ent_type", ("ner", "entity_ruler")),
}
_COARSE = frozenset(
    "ADJ ADP ADV AUX CCONJ CONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SPACE SYM VERB X".split()
)


@dataclass(frozen=True, slots=True)
class Match:
    """Where a clause matched: character offsets of the whole, and of each named node of a tree."""

    start: int
    end: int
    nodes: Mapping[str, tuple[int, int]]


#: What was found of the rules' clauses, by rule code and role.
Matches = dict[tuple[str, Role], list[Match]]


@dataclass(frozen=True, slots=True)
class CompiledRules:
    """Rules with their clauses in two shared matchers.

    `owners` tells whose clause a match key is, `slots` holds the names in braces of each message by its text.
    """

    rules: tuple[Rule, ...]
    matcher: Matcher
    tree_matcher: DependencyMatcher
    owners: Mapping[int, tuple[str, Role, Clause]]
    slots: Mapping[str, frozenset[str]]


def compile_rules(
    nlp: Language, rules: Sequence[Rule], lexicons: Mapping[str, Collection[str]]
) -> CompiledRules:
    """Put every clause into the shared matchers; raises RuleError where a clause could never match."""
    from spacy.matcher import DependencyMatcher, Matcher

    matcher = Matcher(nlp.vocab)
    tree_matcher = DependencyMatcher(nlp.vocab)
    owners: dict[int, tuple[str, Role, Clause]] = {}
    labels = find_labels(nlp)
    for rule in rules:
        source = Source(rule.path)
        roles: tuple[tuple[Role, tuple[Clause, ...]], ...] = (
            ("forbids", rule.forbids.clauses if rule.forbids else ()),
            ("unless", rule.unless.clauses),
        )
        for role, clauses in roles:
            for number, clause in enumerate(clauses):
                if clause.kind in ("patterns", "lines", "source"):
                    continue  # found with the evidence, or in the whole file
                key = f"bulletlint {rule.code} {role} {number}"
                owners[nlp.vocab.strings.add(key)] = (rule.code, role, clause)
                if clause.kind == "phrases":
                    phrases = list(_expand_phrases(clause, lexicons))
                    matcher.add(
                        key, [[{"LOWER": token.lower_} for token in nlp.make_doc(text)] for text in phrases]
                    )
                    continue
                pattern = [_expand(item, None, clause, source, lexicons) for item in clause.pattern]
                tokens = pattern if clause.kind == "tokens" else [item["RIGHT_ATTRS"] for item in pattern]
                for token in tokens:
                    _check_labels(token, clause, source, labels)
                try:
                    if clause.kind == "tokens":
                        matcher.add(key, [pattern])
                    else:
                        tree_matcher.add(key, [pattern])
                except ValueError as error:
                    reason = " ".join(str(error).split())
                    refuse(source, clause.line, f"spaCy refuses this pattern ({reason}); mend it")
    slots = {message.text: find_slots(message.text) for rule in rules for message in rule.messages}
    return CompiledRules(tuple(rules), matcher, tree_matcher, owners, slots)


def find_slots(message: str) -> frozenset[str]:
    """Return the names that stand in braces in a message."""
    return frozenset(slot for _, slot, _, _ in Formatter().parse(message) if slot is not None)


def find_labels(nlp: Language) -> dict[str, frozenset[str]]:
    """Return the values that a pipeline's components can give to DEP, TAG and POS; what nobody sets is absent."""
    labels: dict[str, frozenset[str]] = {}
    factories = {nlp.get_pipe_meta(name).factory for name in nlp.pipe_names}
    assigned = {value for name in nlp.pipe_names for value in nlp.get_pipe_meta(name).assigns}
    for attribute, (value, setters) in _SET_BY.items():
        if value in assigned or factories.intersection(setters):
            labels[attribute] = frozenset()
    for name in nlp.pipe_names:
        factory = nlp.get_pipe_meta(name).factory
        if factory == "parser":
            labels["DEP"] = frozenset(nlp.get_pipe(name).labels) | {"ROOT"}  # type: ignore[attr-defined]
        elif factory == "tagger":
            labels["TAG"] = frozenset(nlp.get_pipe(name).labels) | {"_SP"}  # type: ignore[attr-defined]
    if "POS" in labels:
        labels["POS"] = _COARSE
    return labels


def _check_labels(
    token: Mapping[str, Any], clause: Clause, source: Source, labels: Mapping[str, frozenset[str]]
) -> None:
    for attribute, value in token.items():
        if attribute not in _SET_BY:
            continue
        if attribute not in labels:
            refuse(
                source,
                clause.line,
                f"no component of the pipeline sets {attribute}; ask for another attribute",
            )
        known = labels[attribute]
        for word in _iterate_labels(value):
            if known and word not in known:
                refuse(
                    source, clause.line, f"the pipeline has no {attribute} `{word}`; {hint_near(word, known)}"
                )


def _iterate_labels(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key in ("IN", "NOT_IN"):
            yield from value.get(key, ())


def _expand_phrases(clause: Clause, lexicons: Mapping[str, Collection[str]]) -> Iterator[str]:
    for phrase in clause.pattern:
        if phrase.startswith("@"):
            yield from sorted(lexicons[phrase[1:]])
        else:
            yield phrase


def _expand(
    value: Any, attribute: str | None, clause: Clause, source: Source, lexicons: Mapping[str, Collection[str]]
) -> Any:
    """Return a pattern in which each "@lexicon" has become the words of that list."""
    if isinstance(value, dict):
        return {
            key: _expand(
                item, key if attribute in (None, "RIGHT_ATTRS") else attribute, clause, source, lexicons
            )
            for key, item in value.items()
        }
    if isinstance(value, list):
        words: list[Any] = []
        for item in value:
            expanded = _expand(item, attribute, clause, source, lexicons)
            words.extend(expanded["IN"] if isinstance(expanded, dict) else [expanded])
        return words
    if not isinstance(value, str) or not value.startswith("@"):
        return value
    entries = sorted(lexicons[value[1:]])
    for entry in entries:
        if " " in entry:
            refuse(
                source,
                clause.line,
                f"{value} holds `{entry}`, which is no single token; use phrases:",
            )
    return {"IN": entries}


def find_matches(doc: Doc, compiled: CompiledRules, *, trees: bool) -> Matches:
    """Return the matches of every rule's clauses, by rule code and role; `trees` says whether the parse is trusted."""
    found: Matches = {}
    if len(compiled.matcher):
        for key, first, last in compiled.matcher(doc):
            code, role, _ = compiled.owners[key]
            span = doc[first:last]
            found.setdefault((code, role), []).append(Match(span.start_char, span.end_char, {}))
    if trees and len(compiled.tree_matcher):
        for key, indices in compiled.tree_matcher(doc):
            code, role, clause = compiled.owners[key]
            places = [(doc[index].idx, doc[index].idx + len(doc[index])) for index in indices]
            match = Match(
                min(start for start, _ in places),
                max(end for _, end in places),
                dict(zip(clause.names, places, strict=True)),
            )
            found.setdefault((code, role), []).append(match)
    return found


def keep_longest(matches: Sequence[Match]) -> tuple[Match, ...]:
    """Return the matches that do not overlap, longer and earlier ones first choice, in text order."""
    if len(matches) == 1:
        return tuple(matches)
    kept: list[Match] = []
    for match in sorted(matches, key=lambda match: (match.start - match.end, match.start)):
        if all(match.end <= other.start or other.end <= match.start for other in kept):
            kept.append(match)
    return tuple(sorted(kept, key=lambda match: match.start))
