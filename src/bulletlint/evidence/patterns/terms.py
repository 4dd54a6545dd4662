"""One term of an evidence pattern, compiled from a word of its line (`patterns` lists the notation)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from bulletlint.evidence.numbers.amount import AmountKind

#: Finds the forms of a word; the second argument says that it is a noun and nothing else.
FindForms = Callable[[str, bool], frozenset[str]]
TermKind = Literal["words", "entries", "pos", "amount", "gap", "not", "begin", "finish", "open", "close"]
Entry = tuple[frozenset[str], ...]

_POS = frozenset("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
_TAGS = frozenset("VB VBD VBG VBN VBP VBZ NN NNS NNP NNPS JJ JJR JJS RB RBR IN TO MD WDT WP CD".split())
#: `amount` is any amount, `price` money per unit of use ("$0.04/query"), `below` one with an upper bound ("< 2 s"),
#: `latency` one of these in milliseconds, `machine-time` GPU hours and the like, `cheaper` money that went down from
#: one figure to another, `large` a million in money or five hundred of anything.
_AMOUNTS = frozenset(
    {*get_args(AmountKind), "amount", "price", "below", "latency", "machine-time", "cheaper", "large"}
)
_MARKS: dict[str, TermKind] = {"^": "begin", "$": "finish", "[": "open", "]": "close"}
_QUOTES = frozenset('"“”„«»`')


@dataclass(frozen=True, slots=True)
class Term:
    """One compiled term; which fields count depends on its kind.

    `capital` asks for a capital that no beginning of a sentence explains: the word is part of a name.
    `keys` are the words, and the kinds of amount in angle brackets, of which a bullet must hold one for the term to
    match; none where it can match without any.
    """

    kind: TermKind
    words: frozenset[str] = frozenset()
    entries: Mapping[str, tuple[Entry, ...]] | None = None
    most: int = 0
    hard: bool = False
    optional: bool = False
    capital: bool = False
    keys: frozenset[str] = frozenset()


#: Compiles one word of a pattern line; patterns share the terms that several have.
CompileTerm = Callable[[str], Term]
#: A hyphen between letters parts a word in two tokens; one before a figure does not ("gpt-4").
_PARTED = re.compile(r"[^\W\d_]-(?=[^\W\d_])")


class PatternError(ValueError):
    """A pattern line that cannot be compiled; the text says what to write instead."""


def holds_nouns(lexicon: str) -> bool:
    """Tell whether a lexicon's entries are nouns only, by its name: they have no verb forms ("fee" is never "feed")."""
    return lexicon.startswith(("nouns-", "people-", "names-"))


def compile_term(part: str, lexicons: Mapping[str, Sequence[str]], forms: FindForms) -> Term:
    """Compile one word of a pattern line; raises PatternError for one that could never match."""
    if part.endswith("?") and len(part) > 1:
        return replace(compile_term(part[:-1], lexicons, forms), optional=True, keys=frozenset())
    if part in _MARKS:
        return Term(_MARKS[part])
    if part.startswith(("..", "~")) and part.lstrip(".~").isdigit():
        return Term("gap", most=int(part.lstrip(".~")), hard=part.startswith("~"))
    if part.startswith("!") and len(part) > 1:
        inner = compile_term(part[1:], lexicons, forms)
        if inner.kind not in ("words", "entries", "pos"):
            raise PatternError(f"{part}: write a word, an @lexicon or a part of speech after !")
        return Term("not", words=inner.words, entries=inner.entries)
    if part.startswith("<") and part.endswith(">") and len(part) > 2:
        return _compile_amount(part[1:-1].split("|"))
    if "@" in part:
        entries = compile_entries(part, lexicons, forms)
        return Term("entries", entries=entries, keys=frozenset(entries))
    if part.isupper() and part.replace("|", "").isalpha():
        unknown = sorted(set(part.split("|")) - _POS - _TAGS)
        if unknown:
            raise PatternError(
                f"{unknown[0]} is neither a part of speech nor a Penn tag; write a word in small letters"
            )
        return Term("pos", words=frozenset(part.split("|")))
    words: set[str] = set()
    capitals: set[bool] = set()
    for word in part.split("|"):
        exact = word[:1] == word[-1:] == "'" and len(word) > 2
        bare = word[1:-1] if exact else word
        capital = exact and bare[0].isupper()
        capitals.add(capital)
        bare = bare.lower() if capital else bare
        refuse_unmatchable(bare)
        words |= {bare} if exact else forms(bare, False)
    if len(capitals) > 1:
        raise PatternError(f"{part}: write capitals in all of the alternatives, or in none")
    chosen = frozenset(words)
    return Term("words", words=chosen, capital=capitals.pop(), keys=chosen)


def refuse_unmatchable(word: str) -> None:
    """Raise PatternError for a word that no token is ever equal to; tokens are compared in lower case."""
    if not word:
        raise PatternError("an alternative is empty; remove the | beside it")
    if word != word.lower():
        raise PatternError(
            f'"{word}" has capitals; write "{word.lower()}" (a part of speech stands by itself: NOUN|VERB)'
        )
    if len(word) > 1 and _QUOTES & set(word):
        raise PatternError(
            f"{word} has a quotation mark inside; put a space before the mark, which is a separate token"
        )
    if _PARTED.search(word):
        raise PatternError(
            f'"{word}" never matches: a hyphen separates words; write "{word.replace("-", " ")}"'
        )
    if "'" in word[1:] and word != "n't":
        first = word[: word.index("'") - (word.endswith("n't"))]
        raise PatternError(
            f'"{word}" never matches: it is several tokens; write "{first} {word[len(first) :]}"'
        )


def _compile_amount(kinds: list[str]) -> Term:
    unknown = sorted(set(kinds) - _AMOUNTS)
    if unknown:
        raise PatternError(
            f"<{unknown[0]}> is not a kind of amount; write one of {', '.join(sorted(_AMOUNTS))}"
        )
    return Term("amount", words=frozenset(kinds), keys=frozenset(f"<{kind}>" for kind in kinds))


def _part(match: re.Match[str]) -> str:
    return match[0].replace("-", " ")


def compile_entries(
    alternatives: str, lexicons: Mapping[str, Sequence[str]], forms: FindForms
) -> dict[str, tuple[Entry, ...]]:
    """Index lexicon entries and single words by every form of their first word, longest entries first."""
    table: dict[str, list[Entry]] = {}
    for name in alternatives.split("|"):
        if name.startswith("@") and name[1:] not in lexicons:
            raise PatternError(f"unknown lexicon {name[1:]}; write the name of a file in a lexicons folder")
        for text in lexicons[name[1:]] if name.startswith("@") else (name,):
            noun = name.startswith("@") and holds_nouns(name[1:])
            entry = tuple(forms(word, noun) for word in _PARTED.sub(_part, text.lower()).split())
            for first in entry[0]:
                table.setdefault(first, []).append(entry)
    return {first: tuple(sorted(entries, key=len, reverse=True)) for first, entries in table.items()}
