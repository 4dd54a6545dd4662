"""Evidence patterns: a line of terms, compiled once, tried only on bullets that hold its rarest word.

The terms, separated by blanks (docs/writing-rules.md explains them with examples):

  route          any inflected form of the word        'routes'    just this form
  route|send     one of several                        @reviewer   an entry of a lexicon, which may have several words
  NOUN, VBG      a part of speech or a Penn tag        <money>     an amount of that kind (<amount>: of any kind)
  ..4            up to four tokens, no full stop       ~4          up to four tokens, no comma or other break either
  word?          may be absent                         !word       the next token is not this one
  ^  $           the bullet begins or ends here        [ ]         only what stands between counts as the evidence
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bulletlint.evidence.pattern_terms import Entry, FindForms, PatternError, Term, compile_term, name_kinds
from bulletlint.evidence.tokens import Tokens

__all__ = [
    "Match",
    "Pattern",
    "PatternError",
    "PatternIndex",
    "compile_pattern",
    "find_matches",
    "index_patterns",
]

_STOPS = frozenset({".", ";", "!", "?", "•"})
_BREAKS = _STOPS | {",", ":", "–", "—", "(", ")"}
#: Function words: never the word that decides whether a pattern is tried.
_COMMON = frozenset(
    "a an the of to in on at by for with without and or but as that which from is are was be it its their our no not "
    "if when so than then into over under up out off down all any each every this those these".split()
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern: the evidence value that it proves, its name, and the words of which one must be there."""

    label: str
    value: str
    name: str
    terms: tuple[Term, ...]
    key: frozenset[str]


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern was found: positions in Tokens, end exclusive."""

    pattern: Pattern
    start: int
    end: int


def compile_pattern(
    line: str,
    *,
    label: str,
    value: str,
    name: str,
    lexicons: Mapping[str, Sequence[str]],
    forms: FindForms,
) -> Pattern:
    """Compile one line; raises PatternError for an unknown lexicon, a line without a word or one that cannot match."""
    terms = [compile_term(part, lexicons, forms) for part in line.split()]
    marks = [term.kind for term in terms if term.kind in ("open", "close")]
    if marks not in ([], ["open"], ["close"], ["open", "close"]):
        raise PatternError("brackets stand once around the evidence: [ first, ] after")
    if any(term.kind == "begin" for term in terms[1:]) or any(term.kind == "finish" for term in terms[:-1]):
        raise PatternError("^ stands first and $ last")
    keys = [key for term in terms if not term.optional and (key := _key_words(term))]
    selective = [key for key in keys if not key & _COMMON] or keys
    if not selective:
        raise PatternError("a pattern needs at least one word, @lexicon or <amount> that must be there")
    return Pattern(label, value, name, tuple(terms), min(selective, key=len))


def _key_words(term: Term) -> frozenset[str]:
    if term.kind == "words":
        return term.words
    if term.kind == "entries" and term.entries is not None:
        return frozenset(term.entries)
    if term.kind == "amount":
        return frozenset(f"<{kind}>" for kind in term.words)
    return frozenset()


@dataclass(frozen=True, slots=True)
class PatternIndex:
    """Compiled patterns by the words that bring them into play."""

    patterns: tuple[Pattern, ...]
    by_word: Mapping[str, tuple[int, ...]]


def index_patterns(patterns: Sequence[Pattern]) -> PatternIndex:
    """Index patterns by their key words."""
    by_word: dict[str, list[int]] = {}
    for number, pattern in enumerate(patterns):
        for word in pattern.key:
            by_word.setdefault(word, []).append(number)
    return PatternIndex(tuple(patterns), {word: tuple(numbers) for word, numbers in by_word.items()})


def find_matches(tokens: Tokens, index: PatternIndex) -> list[Match]:
    """Return the first match of each pattern at each place, in the order of places."""
    candidates: set[int] = set()
    for word in tokens.positions:
        candidates.update(index.by_word.get(word, ()))
    for amount in tokens.amount.values():
        for kind in name_kinds(amount):
            candidates.update(index.by_word.get(f"<{kind}>", ()))
    found: list[Match] = []
    for number in sorted(candidates):
        found.extend(match_pattern(tokens, index.patterns[number]))
    found.sort(key=lambda match: (match.start, -match.end))
    return found


def match_pattern(tokens: Tokens, pattern: Pattern) -> Iterator[Match]:
    """Yield the matches of one pattern, leftmost first and without overlap."""
    first = pattern.terms[0]
    starts: Sequence[int]
    if first.kind == "words" and not first.optional:
        present = first.words & tokens.positions.keys()
        starts = sorted(place for word in present for place in tokens.positions[word])
    elif first.kind == "entries" and first.entries is not None and not first.optional:
        known = first.entries
        starts = sorted(
            place for word in tokens.positions if word in known for place in tokens.positions[word]
        )
    elif first.kind == "amount" and not first.optional:
        starts = sorted(tokens.amount)
    elif first.kind == "begin":
        starts = (0,)
    else:
        starts = range(len(tokens))
    after = 0
    for start in starts:
        if start < after:
            continue
        span = _match_terms(tokens, pattern.terms, 0, start, start, -1)
        if span is not None:
            after = max(span[1], start + 1)
            yield Match(pattern, span[0], span[1])


def _match_terms(
    tokens: Tokens, terms: tuple[Term, ...], number: int, place: int, opened: int, closed: int
) -> tuple[int, int] | None:
    """Match the terms from `number` on at a place; returns the evidence's first position and the one after it."""
    if number == len(terms):
        return opened, (place if closed < 0 else closed)
    term = terms[number]
    if term.kind == "open":
        return _match_terms(tokens, terms, number + 1, place, place, closed)
    if term.kind == "close":
        return _match_terms(tokens, terms, number + 1, place, opened, place)
    if term.kind == "gap":
        stops = _BREAKS if term.hard else _STOPS
        for skip in range(term.most + 1):
            span = _match_terms(tokens, terms, number + 1, place + skip, opened, closed)
            if span is not None:
                return span
            if place + skip >= len(tokens) or tokens.lower[place + skip] in stops:
                return None
        return None
    for after in _step(tokens, term, place):
        span = _match_terms(tokens, terms, number + 1, after, opened, closed)
        if span is not None:
            return span
    if term.optional:
        return _match_terms(tokens, terms, number + 1, place, opened, closed)
    return None


def _step(tokens: Tokens, term: Term, place: int) -> Iterator[int]:
    """Yield the positions after a term that matches at a place."""
    if term.kind == "begin":
        if place == 0:
            yield place
    elif term.kind == "finish":
        if place >= len(tokens) or all(word in _BREAKS for word in tokens.lower[place:]):
            yield place
    elif term.kind == "not":
        if place >= len(tokens) or not _is_at(tokens, term, place):
            yield place
    elif place >= len(tokens):
        return
    elif term.kind == "words":
        if tokens.lower[place] in term.words:
            yield place + 1
    elif term.kind == "pos":
        if tokens.pos[place] in term.words or tokens.tag[place] in term.words:
            yield place + 1
    elif term.kind == "amount":
        amount = tokens.amount.get(place)
        if amount is not None and term.words & name_kinds(amount):
            yield tokens.amount_end[place]
    elif term.entries is not None:
        for entry in term.entries.get(tokens.lower[place], ()):
            if _entry_at(tokens, entry, place):
                yield place + len(entry)


def _is_at(tokens: Tokens, term: Term, place: int) -> bool:
    if (
        tokens.lower[place] in term.words
        or tokens.pos[place] in term.words
        or tokens.tag[place] in term.words
    ):
        return True
    entries = term.entries.get(tokens.lower[place], ()) if term.entries else ()
    return any(_entry_at(tokens, entry, place) for entry in entries)


def _entry_at(tokens: Tokens, entry: Entry, place: int) -> bool:
    if place + len(entry) > len(tokens):
        return False
    return all(tokens.lower[place + offset] in words for offset, words in enumerate(entry))
