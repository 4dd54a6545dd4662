"""The words that evidence is read with: lexicons, units and patterns of the rule folders, compiled once per run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bulletlint.core.facts import LeadClass
from bulletlint.core.inflect import Exceptions, find_forms, find_noun_forms, map_forms, read_exceptions
from bulletlint.core.lexicon import Lexicons, load_lexicons
from bulletlint.core.rules_folder import list_yaml
from bulletlint.evidence.numbers.amount import AmountWords
from bulletlint.evidence.numbers.amounts import make_amount_words
from bulletlint.evidence.patterns.files import read_patterns, read_units
from bulletlint.evidence.patterns.match import Pattern, PatternIndex, index_patterns
from bulletlint.evidence.patterns.terms import (
    Entry,
    FindForms,
    Term,
    compile_term,
    holds_nouns,
)

_VERB_CLASSES: tuple[tuple[str, LeadClass], ...] = (
    ("verbs-outcome", "outcome"), ("verbs-product", "product"), ("verbs-build", "build"),
    ("verbs-support", "support"), ("verbs-none", "none"),
)  # fmt: skip
#: The lexicons that name technologies: in any case, and with a capital only.
TECHNOLOGIES = ("names-technology", "names-capitalised")
#: The lexicons whose terms are looked for in running text.
_TERM_LEXICONS = (
    *TECHNOLOGIES, "names-model-score", "nouns-audience", "nouns-charge", "nouns-delivery",
    "nouns-groundwork", "nouns-made-in-tools", "nouns-meeting", "nouns-moving", "nouns-people", "nouns-plain",
    "nouns-product", "nouns-reporting", "nouns-role", "nouns-study", "nouns-teaching-material", "nouns-technical",
    "nouns-trouble", "words-ai",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """Everything that is read from the rule folders to find evidence.

    `lexicons` keeps the order of the files. For quick look-ups `listed` holds each lexicon's entries as they are
    written, `sets` its single-word entries in all their forms, `entries` all entries by the forms of their first word,
    and `openings` the lexicons that have an entry with such a first word.
    `verb_class` maps a verb's lemma ("roll out") to its class, `verb_forms` an inflected first word to its lemma.
    """

    lexicons: Lexicons
    listed: dict[str, frozenset[str]]
    exceptions: Exceptions
    amounts: AmountWords
    verb_class: dict[str, LeadClass]
    verb_forms: dict[str, str]
    sets: dict[str, frozenset[str]]
    entries: dict[str, Mapping[str, tuple[Entry, ...]]]
    openings: dict[str, tuple[str, ...]]
    patterns: PatternIndex
    exclusions: PatternIndex
    own_verbs: frozenset[str] = frozenset()


def load_words(folders: Sequence[Path], own: Iterable[tuple[str, Sequence[str]]] = ()) -> Words:
    """Load lexicons, units and evidence patterns of the rule folders, the shipped one first.

    `own` are further lexicon entries of the user's. Raises RuleError, naming file and line, for anything that cannot
    be used.
    """
    lexicons = load_lexicons(folders, own)
    exceptions = read_exceptions(lexicons.get("irregular-verbs", ()), lexicons.get("doubling-verbs", ()))

    @cache
    def forms(word: str, noun: bool = False) -> frozenset[str]:
        return find_noun_forms(word) if noun else find_forms(word, exceptions)

    @cache
    def compile_part(part: str) -> Term:
        return compile_term(part, lexicons, forms)

    verb_class: dict[str, LeadClass] = {}
    for name, lead_class in _VERB_CLASSES:
        for lemma in lexicons.get(name, ()):
            verb_class.setdefault(lemma, lead_class)
    patterns: list[Pattern] = []
    exclusions: list[Pattern] = []
    for folder in folders:
        for path in list_yaml(folder / "evidence"):
            found, excluded = read_patterns(path, compile_part)
            patterns += found
            exclusions += excluded
    entries = {name: compile_part(f"@{name}").entries or {} for name in _TERM_LEXICONS if name in lexicons}
    return Words(
        lexicons=lexicons,
        listed={name: frozenset(entries) for name, entries in lexicons.items()},
        exceptions=exceptions,
        amounts=make_amount_words(read_units(folders), lexicons),
        verb_class=verb_class,
        verb_forms=map_forms(verb_class, exceptions),
        sets={name: _collect_forms(name, entries, forms) for name, entries in lexicons.items()},
        entries=entries,
        openings=_list_openings(entries),
        patterns=index_patterns(patterns),
        exclusions=index_patterns(exclusions),
        own_verbs=find_own_verbs(folders, own, lexicons),
    )


def find_own_verbs(
    folders: Sequence[Path], own: Iterable[tuple[str, Sequence[str]]], lexicons: Lexicons
) -> frozenset[str]:
    """Return the verbs that a user has put into a list which gives a lead verb its class."""
    if len(folders) < 2 and not own:
        return frozenset()
    shipped = load_lexicons(folders[:1])
    return frozenset(
        verb
        for name, _ in _VERB_CLASSES
        for verb in lexicons.get(name, ())
        if verb not in shipped.get(name, ())
    )


def _list_openings(entries: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    openings: dict[str, tuple[str, ...]] = {}
    for name, table in entries.items():
        for word in table:
            openings[word] = (*openings.get(word, ()), name)
    return openings


def _collect_forms(name: str, entries: Iterable[str], forms: FindForms) -> frozenset[str]:
    collected: set[str] = set()
    for entry in entries:
        if " " not in entry:
            collected |= forms(entry.lower(), holds_nouns(name))
    return frozenset(collected)
