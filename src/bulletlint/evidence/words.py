"""The words that evidence is read with: lexicons, units and patterns of the rule folders, compiled once a run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bulletlint.errors import RuleError
from bulletlint.evidence.amount import AMOUNT_LEXICONS, AmountKind, AmountWords, Units
from bulletlint.evidence.pattern_terms import Entry, FindForms, PatternError, compile_entries, holds_nouns
from bulletlint.evidence.patterns import Pattern, PatternIndex, compile_pattern, index_patterns
from bulletlint.facts import LeadClass
from bulletlint.inflect import Exceptions, find_forms, find_noun_forms, map_forms, read_exceptions
from bulletlint.lexicon import Lexicons, load_lexicons
from bulletlint.strict_yaml import Node, Source, parse_yaml

_VERB_CLASSES: tuple[tuple[str, LeadClass], ...] = (
    ("verbs-outcome", "outcome"), ("verbs-product", "product"), ("verbs-build", "build"),
    ("verbs-support", "support"), ("verbs-none", "none"),
)  # fmt: skip
#: The lexicons whose terms are looked for in running text.
_TERM_LEXICONS = (
    "names-technology", "names-capitalised", "nouns-audience", "nouns-charge", "nouns-delivery", "nouns-made-in-tools",
    "nouns-meeting", "nouns-moving", "nouns-people", "nouns-plain", "nouns-product", "nouns-reporting", "nouns-role",
    "nouns-study", "nouns-teaching-material", "nouns-technical", "nouns-trouble", "words-ai",
)  # fmt: skip
#: Evidence labels that a pattern file may have, with the values it may give them.
LABEL_VALUES: dict[str, tuple[str, ...]] = {
    "cost": ("paid", "saved"),
    "fallback": ("yes",),
    "monitoring": ("trigger", "watch"),
    "ai": ("yes",),
    "safeguard": ("yes",),
    "hedge": ("yes",),
    "duty": ("yes",),
    "outcome": ("yes",),
    "decision": ("yes",),
    "live": ("yes",),
}


@dataclass(frozen=True, slots=True)
class Words:
    """Everything that is read from the rule folders to find evidence.

    `verb_class` maps a verb's lemma ("roll out") to its class, `verb_forms` an inflected first word to its lemma.
    `sets` holds each lexicon's single-word entries in all their forms, for quick look-ups; `entries` all entries by
    the forms of their first word.
    """

    lexicons: Lexicons
    exceptions: Exceptions
    amounts: AmountWords
    verb_class: dict[str, LeadClass]
    verb_forms: dict[str, str]
    sets: dict[str, frozenset[str]]
    entries: dict[str, dict[str, tuple[Entry, ...]]]
    patterns: PatternIndex
    exclusions: PatternIndex


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

    verb_class: dict[str, LeadClass] = {}
    for name, lead_class in _VERB_CLASSES:
        for lemma in lexicons.get(name, ()):
            verb_class.setdefault(lemma, lead_class)
    patterns: list[Pattern] = []
    exclusions: list[Pattern] = []
    for folder in folders:
        for path in sorted((folder / "evidence").glob("*.yaml")):
            found, excluded = _read_evidence(path, lexicons, forms)
            patterns += found
            exclusions += excluded
    return Words(
        lexicons=lexicons,
        exceptions=exceptions,
        amounts=AmountWords(
            _read_units(folders), {name: frozenset(lexicons.get(name, ())) for name in AMOUNT_LEXICONS}
        ),
        verb_class=verb_class,
        verb_forms=map_forms(verb_class, exceptions),
        sets={name: _collect_forms(name, entries, forms) for name, entries in lexicons.items()},
        entries={
            name: compile_entries(f"@{name}", lexicons, forms) for name in _TERM_LEXICONS if name in lexicons
        },
        patterns=index_patterns(patterns),
        exclusions=index_patterns(exclusions),
    )


def _collect_forms(name: str, entries: Iterable[str], forms: FindForms) -> frozenset[str]:
    collected: set[str] = set()
    for entry in entries:
        if " " not in entry:
            collected |= forms(entry.lower(), holds_nouns(name))
    return frozenset(collected)


def _read_units(folders: Sequence[Path]) -> Units:
    units: dict[str, tuple[AmountKind, str]] = {}
    for folder in folders:
        path = folder / "units.yaml"
        if not path.is_file():
            continue
        source = Source(str(path))
        for kind, table in _mapping(parse_yaml(path.read_text(encoding="utf-8"), source), source).items():
            for unit, spellings in _mapping(table, source).items():
                for spelling in _strings(spellings, source):
                    units[spelling.lower()] = (kind, unit)  # type: ignore[assignment]
    return units


def _read_evidence(path: Path, lexicons: Lexicons, forms: FindForms) -> tuple[list[Pattern], list[Pattern]]:
    """Read one evidence file: `label`, `values` (value → name → pattern lines) and `unless` (pattern lines)."""
    source = Source(str(path))
    table = _mapping(parse_yaml(path.read_text(encoding="utf-8"), source), source)
    unknown = sorted(set(table) - {"label", "values", "unless"})
    if unknown:
        line = table[unknown[0]].line
        raise RuleError(f"unknown key `{unknown[0]}`; use label, values or unless", path=str(path), line=line)
    label = table["label"].value if "label" in table else None
    if label not in LABEL_VALUES:
        allowed = ", ".join(sorted(LABEL_VALUES))
        raise RuleError(f"label is {label!r}; it must be one of {allowed}", path=str(path), line=1)
    assert isinstance(label, str)

    def compile_lines(node: Node, value: str, name: str) -> list[Pattern]:
        assert isinstance(node.value, list)
        compiled = []
        for item in node.value:
            try:
                compiled.append(
                    compile_pattern(
                        str(item.value), label=label, value=value, name=name, lexicons=lexicons, forms=forms
                    )
                )
            except PatternError as error:
                raise RuleError(f'pattern "{item.value}": {error}', path=str(path), line=item.line) from None
        return compiled

    patterns: list[Pattern] = []
    for value, names in _mapping(table["values"], source).items():
        if value not in LABEL_VALUES[label]:
            allowed = ", ".join(LABEL_VALUES[label])
            raise RuleError(f"{label} has no value {value!r}; use {allowed}", path=str(path), line=names.line)
        for name, lines in _mapping(names, source).items():
            _strings(lines, source)
            patterns += compile_lines(lines, value, name)
    exclusions: list[Pattern] = []
    if "unless" in table:
        _strings(table["unless"], source)
        exclusions = compile_lines(table["unless"], "", "unless")
    return patterns, exclusions


def _mapping(node: Node, source: Source) -> dict[str, Node]:
    if not isinstance(node.value, dict):
        raise RuleError("a mapping is expected here (key: value)", path=source.path, line=node.line)
    return node.value


def _strings(node: Node, source: Source) -> list[str]:
    if not isinstance(node.value, list) or not node.value:
        raise RuleError("a list of lines is expected here", path=source.path, line=node.line)
    return [str(item.value) for item in node.value]
