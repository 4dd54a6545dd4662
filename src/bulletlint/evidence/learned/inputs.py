"""What the evidence reader is told of a bullet: its words, its parse, its numbers and what the patterns say.

Everything is read off columns that the evidence layer has made anyway. The network gets numbers only: `columns` are
rows of its table of traits, one for each of COLUMNS, `flags` are ones and zeros in the order of FLAGS.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy
from numpy.typing import NDArray

from bulletlint.core.facts import FACT_VALUES, Facts
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words

#: Penn tags and dependency labels of spaCy's English pipelines; any other counts as "".
TAGS = (
    "", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNP", "NNPS", "NNS", "PDT", "POS",
    "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP",
    "WRB", ",", ".", ":", "HYPH", "-LRB-", "-RRB-", "$", "``", "''",
)  # fmt: skip
DEPS = (
    "", "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case", "cc",
    "ccomp", "compound", "conj", "csubj", "dative", "dep", "det", "dobj", "expl", "intj", "mark", "meta", "neg",
    "nmod", "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd", "parataxis", "pcomp", "pobj", "poss", "preconj",
    "predet", "prep", "prt", "punct", "quantmod", "relcl", "xcomp",
)  # fmt: skip
AMOUNTS = (
    "", "percent", "points", "multiple", "money", "duration", "labour", "data", "compute", "ratio", "rank",
    "quantile", "date", "name", "count",
)  # fmt: skip
NUMBERS = ("", "outcome", "scale", "scope", "spec")
SHAPES = ("lower", "title", "upper", "camel", "digit", "mark", "other")
ROLES = ("none", "lead", "before", "object", "child", "clause", "later")
SUFFIXES = 512
_TAG, _DEP, _AMOUNT, _NUMBER, _SHAPE, _ROLE = (
    {name: number for number, name in enumerate(names)}
    for names in (TAGS, DEPS, AMOUNTS, NUMBERS, SHAPES, ROLES)
)
#: A token's traits, and how many values each can take.
COLUMNS: tuple[tuple[str, int], ...] = (
    ("tag", len(TAGS)), ("dep", len(DEPS)), ("head tag", len(TAGS)), ("amount", len(AMOUNTS)),
    ("number", len(NUMBERS)), ("shape", len(SHAPES)), ("role", len(ROLES)), ("suffix", SUFFIXES),
)  # fmt: skip
#: Evidence that patterns found over a token.
PATTERN_FLAGS = (
    "outcome", "scale", "scope", "spec", "cost", "fallback", "monitoring", "technique", "safeguard", "ai", "hedge",
)  # fmt: skip
AMOUNT_FLAGS = ("below", "above", "change", "per")
#: The class that the verb lists give a word, and the term lists that it opens an entry of.
VERB_FLAGS = ("outcome", "product", "build", "support", "none")
TERM_FLAGS = (
    "names-technology", "names-capitalised", "names-model-score", "nouns-audience", "nouns-charge", "nouns-delivery",
    "nouns-groundwork", "nouns-made-in-tools", "nouns-meeting", "nouns-moving", "nouns-people", "nouns-plain",
    "nouns-product", "nouns-reporting", "nouns-role", "nouns-study", "nouns-teaching-material", "nouns-technical",
    "nouns-trouble", "words-ai",
)  # fmt: skip
FLAGS = (
    *(f"pattern {name}" for name in PATTERN_FLAGS),
    *(f"amount {name}" for name in AMOUNT_FLAGS),
    *(f"verb {name}" for name in VERB_FLAGS),
    *(f"term {name}" for name in TERM_FLAGS),
)
_PATTERN = {name: number for number, name in enumerate(PATTERN_FLAGS)}
_AT_AMOUNT = len(PATTERN_FLAGS)
_VERB = {name: _AT_AMOUNT + len(AMOUNT_FLAGS) + number for number, name in enumerate(VERB_FLAGS)}
_TERM = {
    name: _AT_AMOUNT + len(AMOUNT_FLAGS) + len(VERB_FLAGS) + number for number, name in enumerate(TERM_FLAGS)
}
#: Facts that the network is told of the whole bullet, each value a one or a zero.
_TOLD = (
    "lead_class", "kind", "metric", "cost", "fallback", "monitoring", "technique_first", "duty", "hedged", "ai",
    "safeguard", "decision", "live", "length", "passive", "tense", "score_only", "baseline", "deliverables",
)  # fmt: skip
FACTS: tuple[tuple[str, str | bool], ...] = tuple(
    (name, value) for name in _TOLD for value in FACT_VALUES[name]
)
_FACT = {fact: number for number, fact in enumerate(FACTS)}
_OFFSETS = numpy.cumsum([0, *(size for _, size in COLUMNS[:-1])])


@dataclass(frozen=True, slots=True)
class ReaderInputs:
    """A bullet as the network takes it, a row a token.

    `words` are spellings in lower case, `lemmas` what to look for where a spelling is unknown; `columns`
    (tokens, len(COLUMNS)) rows of the table of traits; `flags` (tokens, len(FLAGS)); `head` (tokens,) positions;
    `lead` the position of the lead verb, 0 where there is none; `facts` (len(FACTS),).
    """

    words: Sequence[str]
    lemmas: Sequence[str]
    columns: NDArray[numpy.int64]
    flags: NDArray[numpy.float32]
    head: NDArray[numpy.int64]
    lead: int
    facts: NDArray[numpy.float32]


def make_inputs(tokens: Tokens, facts: Facts, words: Words) -> ReaderInputs:
    """Gather what the network is told of a bullet of at least one token."""
    size = len(tokens)
    lead = facts.lead
    at = tokens.index.index(lead.token) if lead is not None and lead.token >= 0 else -1
    amounts, numbers = [0] * size, [0] * size
    flags = numpy.zeros((size, len(FLAGS)), dtype=numpy.float32)
    for place, amount in tokens.amount.items():
        end = tokens.amount_end[place]
        amounts[place:end] = [_AMOUNT[amount.kind]] * (end - place)
        known = (amount.bound == "below", amount.bound == "above", amount.change, bool(amount.per))
        for number, holds in enumerate(known, _AT_AMOUNT):
            if holds:
                flags[place:end, number] = 1
    for item in facts.evidence:
        first, last = tokens.find_position(item.start), tokens.find_position(item.end - 1) + 1
        flags[first:last, _PATTERN[item.label]] = 1
        if item.source.startswith("number:"):
            numbers[first:last] = [_NUMBER[item.label]] * (last - first)
    mark_listed(tokens, words, flags)
    tags = [_TAG.get(tag, 0) for tag in tokens.tag]
    columns = numpy.array(
        (
            tags,
            [_DEP.get(dep, 0) for dep in tokens.dep],
            [tags[head] for head in tokens.head],
            amounts,
            numbers,
            name_shapes(tokens),
            name_roles(tokens, at),
            [number_suffix(word) for word in tokens.lower],
        )
    ).T
    return ReaderInputs(
        words=tokens.lower,
        lemmas=tokens.lemma,
        columns=columns + _OFFSETS,
        flags=flags,
        head=numpy.array(tokens.head),
        lead=max(at, 0),
        facts=read_facts(facts),
    )


def mark_listed(tokens: Tokens, words: Words, flags: NDArray[numpy.float32]) -> None:
    """Flag the words that the verb lists class, and those that open an entry of a term list."""
    classes: Mapping[str, str] = words.verb_class
    for position, word in enumerate(tokens.lower):
        lemma = words.verb_forms.get(word)
        if lemma is not None and lemma in classes:
            flags[position, _VERB[classes[lemma]]] = 1
        for name in words.openings.get(word, ()):
            if name in _TERM:
                flags[position, _TERM[name]] = 1


def name_shapes(tokens: Tokens) -> list[int]:
    """Return the number of each token's shape in SHAPES."""
    text = tokens.text
    shapes = [name_shape(text[start:end]) for start, end in zip(tokens.start, tokens.end, strict=True)]
    for position in tokens.camel:
        shapes[position] = _SHAPE["camel"]
    return shapes


@lru_cache(maxsize=10_000)
def name_shape(word: str) -> int:
    """Return the number of a word's shape in SHAPES; whether it has a capital inside is told elsewhere."""
    first = word[0]
    if first.isdigit():
        return _SHAPE["digit"]
    if not first.isalpha():
        return _SHAPE["digit" if any(map(str.isdigit, word)) else "mark"]
    if first == word[0].lower():
        return _SHAPE["lower"]
    return _SHAPE["upper" if len(word) > 1 and word.isupper() else "title"]


@lru_cache(maxsize=10_000)
def number_suffix(word: str) -> int:
    """Return the row of a word's last three letters."""
    return crc32(word[-3:].encode()) % SUFFIXES


def name_roles(tokens: Tokens, at: int) -> list[int]:
    """Return the number of each token's role in ROLES, seen from the lead verb at a position, -1 for none."""
    if at < 0:
        return [_ROLE["none"]] * len(tokens)
    sentence = tokens.sentence[at]
    roles = []
    for position, (head, dep) in enumerate(zip(tokens.head, tokens.dep, strict=True)):
        if position == at:
            name = "lead"
        elif position < at:
            name = "before"
        elif head == at:
            name = "object" if dep in ("dobj", "attr") else "child"
        else:
            name = "clause" if tokens.sentence[position] == sentence else "later"
        roles.append(_ROLE[name])
    return roles


def read_facts(facts: Facts) -> NDArray[numpy.float32]:
    """Return the facts of FACTS as ones and zeros."""
    told = numpy.zeros(len(FACTS), dtype=numpy.float32)
    told[[_FACT[name, getattr(facts, name)] for name in _TOLD]] = 1
    return told
