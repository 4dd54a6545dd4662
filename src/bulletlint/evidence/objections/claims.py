"""What kind of result the numbers of a bullet claim: a model score, a relative change, something that cannot be."""

from __future__ import annotations

from collections.abc import Mapping

from bulletlint.core.facts import Baseline, Mark
from bulletlint.evidence.numbers.amounts import Amount
from bulletlint.evidence.terms import entry_sizes
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words

#: Tokens on either side of an amount in which the measured thing is looked for.
_NEAR = 6
_CLOSE = 3
_LINKS = frozenset({",", ";", ".", "(", ")", "and", "while"})
_WINDOWS = frozenset(
    {"over", "within", "in", "during", "across", "after", "per", "through", "inside", "every", "each"}
)
_POPULATION = frozenset({"for", "across", "among", "over", "of", "on", "with", "to", "in"})
#: Percent from which on a growth without a start is no longer believed.
_UNBELIEVED = 1000.0


def is_score(tokens: Tokens, place: int, words: Words, *, model: bool) -> bool:
    """Tell whether the amount at a position is a model score ("F1 of 0.91", "94 % accuracy").

    `model` says that the bullet speaks of a model: without one an accuracy is that of somebody's work.
    """
    end = tokens.amount_end[place]
    for position in range(end, min(len(tokens), end + _CLOSE)):
        if names_score(tokens, words, position, model=model):
            return not measures_else(tokens, words, position)
        if tokens.lower[position] in _LINKS:
            break
    for position in range(place - 1, max(-1, place - _NEAR - 1), -1):
        if names_score(tokens, words, position, model=model):
            return not measures_else(tokens, words, position)
        if tokens.lower[position] in _LINKS:
            break
    return False


def names_score(tokens: Tokens, words: Words, position: int, *, model: bool) -> bool:
    """Tell whether the name of a model score begins at a position: "F1", "word error rate", "recall@20", "mAP"."""
    name, cut, _ = tokens.lower[position].partition("@")
    if cut and name in words.sets["names-model-score"]:
        return True
    if name not in words.sets["names-plain-score"] or model:
        known = name in words.sets["names-model-score"]
        return known or bool(entry_sizes(tokens, words, "names-model-score", position))
    written = tokens.text[tokens.start[position] : tokens.end[position]]
    return not written.isupper() and any(map(str.isupper, written[1:]))


def measures_else(tokens: Tokens, words: Words, position: int) -> bool:
    """Tell whether a score's name measures an operation here ("inventory accuracy", "weight loss")."""
    return position > 0 and tokens.lower[position - 1] in words.sets["words-operations"]


def is_relative(tokens: Tokens, place: int, words: Words) -> bool:
    """Tell whether the outcome at a position is a change relative to something: 50 % faster, by 3x, halved."""
    amount = tokens.amount[place]
    if amount.kind == "ratio" and not amount.change:
        return place > 0 and tokens.lower[place - 1] == "by"
    if amount.change or amount.kind not in ("percent", "multiple", "points"):
        return False
    if tokens.tag[place] in ("VBD", "VBN", "VBG") or tokens.lower[place] in ("halved", "doubled", "tripled"):
        return True
    end = tokens.amount_end[place]
    before = tokens.lower[max(0, place - 2) : place]
    after = tokens.lower[end : end + _CLOSE]
    changing = words.sets["words-change"]
    if set(after) & words.sets["names-model-score"] or {"coverage", "uptime", "availability"} & set(after):
        return False
    if "by" in before or any(
        word in changing or tag in ("JJR", "RBR") for word, tag in zip(after, tokens.tag[end:], strict=False)
    ):
        return True
    if {"to", "at", "of", "with", "above", "below", "under", "over"} & set(
        tokens.lower[max(0, place - 1) : place]
    ):
        return False
    verbs = [
        word
        for word in tokens.lower[max(0, place - _NEAR) : place]
        if word in words.sets["verbs-outcome"] or word in words.sets["verbs-reaching"]
    ]
    return bool(verbs) and verbs[-1] not in words.sets["verbs-reaching"]


def read_baseline(
    tokens: Tokens, outcomes: Mapping[int, Amount], words: Words, *, scale: bool
) -> tuple[Baseline, Mark | None]:
    """Return whether a relative change says what it is relative to: a start, an end, a window or a population.

    `outcomes` are the amounts that are outcomes, by position. The mark is the first change without any of these.
    """
    changes = [place for place in outcomes if is_relative(tokens, place, words)]
    if not changes:
        return "none", None
    if (
        scale
        or words.sets["words-baseline"] & tokens.positions.keys()
        or any(amount.change for amount in outcomes.values())
    ):
        return "stated", None
    if any("to" in tokens.lower[place + 1 : place + 5] for place in tokens.positions.get("from", ())):
        return "stated", None
    for place, amount in tokens.amount.items():
        before = set(tokens.lower[max(0, place - _CLOSE) : place])
        if (
            amount.kind == "date"
            or amount.text.lower() in words.sets["words-period"]
            or amount.kind in ("duration", "labour")
            and before & _WINDOWS
        ):
            return "stated", None
        if (
            place not in changes
            and place in outcomes
            and not is_relative(tokens, place, words)
            and "to" in before
        ):
            return "stated", None
        if amount.kind in ("duration", "data", "money") and before & {"to", "from"}:
            return "stated", None
        if amount.kind == "count" and before & _POPULATION and place not in changes:
            return "stated", None
    amount = tokens.amount[changes[0]]
    return "missing", Mark("change", amount.text, amount.start, amount.end)


def find_implausible(
    tokens: Tokens, outcomes: Mapping[int, Amount], words: Words, *, model: bool
) -> Mark | None:
    """Return the first result that cannot be: more than all of it cut, a perfect score, growth without bounds."""
    for place, amount in outcomes.items():
        if amount.kind != "percent" or not amount.values:
            continue
        most = max(amount.values)
        first, last = clause_around(tokens, place)
        near = tokens.lower[first:last]
        falling = any(word in words.sets["verbs-lowering"] for word in near)
        growing = any(word in words.sets["words-growth"] for word in near)
        perfect = (
            most == 100.0
            and is_score(tokens, place, words, model=model)
            and not {"test", "code", "coverage"} & set(near)
        )
        if (
            (most > 100.0 and falling and not growing and not amount.change)
            or exceeds_all(tokens, place, amount, near, words)
            or perfect
            or (most >= _UNBELIEVED and not amount.change)
        ):
            return Mark("implausible", amount.text, amount.start, amount.end)
    return None


def exceeds_all(tokens: Tokens, place: int, amount: Amount, near: list[str], words: Words) -> bool:
    """Tell whether a share that ends at 100 % is said to be more: "accuracy to 101 %", not "accuracy by 150 %"."""
    shares = words.sets["names-model-score"] | {"accuracy", "coverage", "uptime", "availability"}
    reached = amount.change or tokens.lower[max(0, place - 1) : place] in (["to"], ["at"], ["of"], ["with"])
    return reached and amount.values[-1] > 100.0 and not shares.isdisjoint(near)


def clause_around(tokens: Tokens, place: int) -> tuple[int, int]:
    """Return the positions of the words around an amount up to the next comma or stop on either side."""
    first = place
    while first > 0 and tokens.lower[first - 1] not in (",", ";", ".", ":", "(", ")", "and", "while"):
        first -= 1
    last = tokens.amount_end[place]
    while last < len(tokens) and tokens.lower[last] not in (",", ";", ".", ":", "(", ")", "and", "while"):
        last += 1
    return first, last


def find_score(
    tokens: Tokens, outcomes: Mapping[int, Amount], words: Words, *, model: bool, others: bool
) -> Mark | None:
    """Return the first model score where scores are the only results; `others` says that a result has no figure."""
    if others or not outcomes or not all(is_score(tokens, place, words, model=model) for place in outcomes):
        return None
    amount = next(iter(outcomes.values()))
    return Mark("score", amount.text, amount.start, amount.end)
