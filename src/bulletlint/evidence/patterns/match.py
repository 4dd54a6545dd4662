"""Evidence patterns: a line of terms, compiled once, tried only on bullets that hold its rarest word.

The terms, separated by blanks (docs/writing-rules.md explains them with examples):

  route          any inflected form of the word        'routes'    just this form
  'My'           just this form, with a capital inside a sentence
  route|send     one of several                        @reviewer   an entry of a lexicon, which may have several words
  NOUN, VBG      a part of speech or a Penn tag        <money>     an amount of that kind (<amount>: of any kind)
  ..4            up to four tokens, no full stop       ~4          up to four tokens, no comma or other break either
  word?          may be absent                         !word       the next token is not this one
  ^  $           the bullet begins or ends here        [ ]         only what stands between counts as the evidence
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import contains

from bulletlint.evidence.patterns.terms import CompileTerm, Entry, PatternError, Term
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
#: Words from which on a need is too common to sort out patterns.
_MOST_WORDS = 60
#: Function words: never the words that decide whether a pattern is tried, if it has others.
_COMMON = frozenset(
    "a an the of to in on at by for with without and or but as that which from is are was be it its their our no not "
    "if when so than then into over under up out off down all any each every this those these".split()
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern: the evidence value that it proves, its name, and the words without which it cannot match.

    One word of `key` must be there, its rarest term, and one of each of `needs`, its other terms.
    """

    label: str
    value: str
    name: str
    terms: tuple[Term, ...]
    key: frozenset[str]
    needs: tuple[frozenset[str], ...] = ()


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
    compile_term: CompileTerm,
) -> Pattern:
    """Compile one line; raises PatternError for an unknown lexicon, a line without a word or one that cannot match."""
    terms = [compile_term(part) for part in line.split()]
    marks = [term.kind for term in terms if term.kind in ("open", "close")]
    if marks not in ([], ["open"], ["close"], ["open", "close"]):
        raise PatternError("write one pair of brackets around the evidence: [ first, ] after")
    if any(term.kind == "begin" for term in terms[1:]) or any(term.kind == "finish" for term in terms[:-1]):
        raise PatternError("write ^ first and $ last")
    keys = {term.keys: _rank_key(term) for term in terms if term.keys}
    if not keys:
        raise PatternError("a pattern needs at least one word, @lexicon or <amount> that is not optional")
    key = min(keys, key=keys.__getitem__)
    needs = sorted((other for other in keys if other != key), key=len)
    return Pattern(label, value, name, tuple(terms), key, tuple(needs))


def _rank_key(term: Term) -> tuple[int, int]:
    """Return how seldom a term's words bring a pattern into play for nothing: function words and amounts are common."""
    return (2 if term.keys & _COMMON else 1 if term.kind == "amount" else 0), len(term.keys)


@dataclass(frozen=True, slots=True)
class PatternIndex:
    """Compiled patterns by the words that bring them into play.

    `by_word` holds for each word of a key the pattern's number and the numbers of its needs; `needs` for each word the
    numbers of the needs that it meets. A need that many words meet is not looked at: it sorts out too little.
    """

    patterns: tuple[Pattern, ...]
    by_word: Mapping[str, tuple[tuple[int, frozenset[int]], ...]]
    needs: Mapping[str, tuple[int, ...]]


def index_patterns(patterns: Sequence[Pattern]) -> PatternIndex:
    """Index patterns by their key words and their needs."""
    by_word: dict[str, list[tuple[int, frozenset[int]]]] = {}
    needs: dict[str, list[int]] = {}
    numbers: dict[frozenset[str], int] = {}
    for number, pattern in enumerate(patterns):
        needed = []
        for words in pattern.needs:
            if len(words) > _MOST_WORDS:
                continue
            if words not in numbers:
                numbers[words] = len(numbers)
                for word in words:
                    needs.setdefault(word, []).append(numbers[words])
            needed.append(numbers[words])
        entry = number, frozenset(needed)
        for word in pattern.key:
            by_word.setdefault(word, []).append(entry)
    return PatternIndex(
        tuple(patterns),
        {word: tuple(entries) for word, entries in by_word.items()},
        {word: tuple(met) for word, met in needs.items()},
    )


def find_matches(tokens: Tokens, index: PatternIndex) -> list[Match]:
    """Return the first match of each pattern at each place, in the order of places."""
    found: list[Match] = []
    for number in sorted(_choose_patterns(tokens, index)):
        found += match_pattern(tokens, index.patterns[number])
    if len(found) > 1:
        found.sort(key=lambda match: (match.start, -match.end))
    return found


def _choose_patterns(tokens: Tokens, index: PatternIndex) -> set[int]:
    """Return the numbers of the patterns whose words are all there: of ten with a key word, eight lack another."""
    by_word, needs = index.by_word, index.needs
    entries: list[tuple[int, frozenset[int]]] = []
    met: set[int] = set()
    for word in by_word.keys() & tokens.names:
        entries += by_word[word]
    for word in needs.keys() & tokens.names:
        met.update(needs[word])
    return {number for number, needed in entries if needed <= met}


def match_pattern(tokens: Tokens, pattern: Pattern) -> list[Match]:
    """Return the matches of one pattern, leftmost first and without overlap."""
    found: list[Match] = []
    after = 0
    for start in _find_starts(tokens, pattern.terms[0]):
        if start < after:
            continue
        span = _match_terms(tokens, pattern.terms, 0, start, start, -1)
        if span is not None:
            after = max(span[1], start + 1)
            found.append(Match(pattern, span[0], span[1]))
    return found


def _find_starts(tokens: Tokens, first: Term) -> Sequence[int]:
    """Return the places where a pattern with this first term may begin, in order."""
    if first.kind == "begin":
        return (0,)
    if first.optional:
        return range(len(tokens))
    if first.kind == "amount":
        return sorted(tokens.amount)
    if first.kind == "words":
        present = tokens.names & first.words
    elif first.kind == "entries" and first.entries is not None:
        present = first.entries.keys() & tokens.names
    else:
        return range(len(tokens))
    places = [tokens.positions.get(word, []) for word in present]
    return places[0] if len(places) == 1 else sorted(chain.from_iterable(places))


def _match_terms(
    tokens: Tokens, terms: tuple[Term, ...], begin: int, place: int, opened: int, closed: int
) -> tuple[int, int] | None:
    """Match the terms from `begin` on at a place; returns the evidence's first position and the one after it."""
    lower, last = tokens.lower, len(tokens.lower)
    for number in range(begin, len(terms)):
        term = terms[number]
        kind = term.kind
        if kind == "words" and not term.optional:
            if place >= last or lower[place] not in term.words:
                return None
            if term.capital and not _is_capital(tokens, place):
                return None
            place += 1
        elif kind == "gap":
            stops = _BREAKS if term.hard else _STOPS
            following = terms[number + 1] if number + 1 < len(terms) else None
            wanted = (
                following.words
                if following and following.kind == "words" and not following.optional
                else None
            )
            for after in range(place, place + term.most + 1):
                if wanted is None or after < last and lower[after] in wanted:
                    span = _match_terms(tokens, terms, number + 1, after, opened, closed)
                    if span is not None:
                        return span
                if after >= last or lower[after] in stops:
                    return None
            return None
        elif kind == "open":
            opened = place
        elif kind == "close":
            closed = place
        else:
            ways = _step(tokens, term, place)
            if len(ways) == 1 and not term.optional:
                place = ways[0]
                continue
            for after in ways:
                span = _match_terms(tokens, terms, number + 1, after, opened, closed)
                if span is not None:
                    return span
            if not term.optional:
                return None
    return opened, (place if closed < 0 else closed)


def _step(tokens: Tokens, term: Term, place: int) -> Sequence[int]:
    """Return the positions after a term that matches at a place, the best first; none where it does not match."""
    kind = term.kind
    if kind == "begin":
        return (place,) if place == 0 else ()
    if kind == "finish":
        return (place,) if all(word in _BREAKS for word in tokens.lower[place:]) else ()
    if kind == "not":
        return (place,) if place >= len(tokens) or not _is_at(tokens, term, place) else ()
    if place >= len(tokens):
        return ()
    if kind == "words":
        fits = tokens.lower[place] in term.words and (not term.capital or _is_capital(tokens, place))
        return (place + 1,) if fits else ()
    if kind == "pos":
        return (place + 1,) if tokens.pos[place] in term.words or tokens.tag[place] in term.words else ()
    if kind == "amount":
        kinds = tokens.amount_kinds.get(place)
        return (tokens.amount_end[place],) if kinds and not term.words.isdisjoint(kinds) else ()
    entries = term.entries.get(tokens.lower[place]) if term.entries is not None else None
    return [place + len(entry) for entry in entries if _entry_at(tokens, entry, place)] if entries else ()


def _is_capital(tokens: Tokens, place: int) -> bool:
    """Tell whether a word has a capital though no sentence begins with it."""
    begins = place == 0 or tokens.lower[place - 1] in _STOPS or tokens.lower[place - 1] in (":", "–", "—")
    return not begins and tokens.text[tokens.start[place]].isupper()


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
    return all(map(contains, entry, tokens.lower[place : place + len(entry)]))
