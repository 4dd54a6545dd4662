"""What a plain count proves ("12 dashboards", "40k sellers", "team of 5"): by what is counted and who governs it."""

from __future__ import annotations

from bulletlint.evidence.numbers.amount import Amount, NumberClass
from bulletlint.evidence.proofs.surroundings import Surroundings, is_changed, is_rated
from bulletlint.evidence.terms import entry_sizes
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words

#: Prepositions of an age or a limit: "pensioners over 65".
PAST = frozenset({"above", "over", "below", "under", "beyond"})
#: Words before a number of people whom something reached.
_REACHING = ("to", "for", "across", "among", "serving", "helping", "by", "reaching")
#: From how many on people are an audience: whatever the words are, and with a word of _REACHING before.
_AUDIENCE, _REACHED_AUDIENCE = 1000, 20
#: From how many on things are reach and not effort: whatever they are, and with a word of reach before.
_VOLUME, _REACHED_VOLUME = 10_000, 100


def classify_count(
    tokens: Tokens, amount: Amount, around: Surroundings, words: Words, lead_lemma: str
) -> NumberClass | None:
    """Say what a count without a unit proves; None if a bare "no" or "zero" counts nothing."""
    before, size = around.before[-4:], amount.values[0]
    if is_model_size(around, words, size):
        return "spec"
    if size == 0:
        return "outcome" if is_trouble(tokens, words, around) else "spec" if amount.text.isdigit() else None
    if not around.noun and before[-1:] and before[-1] in PAST and not is_changed(around, words):
        return "spec"  # "pensioners over 65"
    if is_result(around, words):
        return "outcome"
    if before[-1:] and before[-1] in words.sets["verbs-gaining"]:
        return "scope" if around.noun in words.sets["nouns-people"] else "outcome"
    if before[-1:] == ("to",) and lead_lemma in words.listed["verbs-growing"]:
        return "outcome"
    if is_people_led(around, words, lead_lemma):
        return "scope"
    if is_rated(amount, around):
        return "scale"
    used = {*around.before[-8:], lead_lemma}
    if used & words.sets["words-training-data"] and around.noun not in words.sets["nouns-effort"]:
        return "scope"
    if is_reach(tokens, words, around, size):
        return "scale"
    people = around.noun in words.sets["nouns-people"]
    if people or size < _VOLUME and around.noun in words.sets["nouns-effort"]:
        return "scope"
    if amount.text.lower().endswith("figure"):
        return "outcome" if is_changed(around, words) else "scale"
    reached = before[-1:] and before[-1] in ("for", "to", "serving", "reaching") and around.noun.endswith("s")
    return "scale" if size >= _VOLUME or reached and size >= _REACHED_VOLUME else "scope"


def is_model_size(around: Surroundings, words: Words, size: float) -> bool:
    """Tell whether the number sizes a model: "7B parameters", "a 13B decoder"."""
    model = words.sets["nouns-model-size"]
    following = around.after[0] if around.after else ""
    return following in model or following == "one" or around.noun in model and size >= 1e6


def is_trouble(tokens: Tokens, words: Words, around: Surroundings) -> bool:
    """Tell whether none of something bad is counted: "zero outages", "no Sev1 incident"."""
    following = range(around.end, min(around.end + 4, len(tokens)))
    return any(entry_sizes(tokens, words, "nouns-trouble", at) for at in following) or any(
        word.startswith("sev") for word in around.after[:2]
    )


def is_result(around: Surroundings, words: Words) -> bool:
    """Tell whether a figure is a level or a change: "by a factor of 3", "F1 of 0.91", "down 40"."""
    before = around.before[-4:]
    if before[-2:] == ("factor", "of"):
        return True
    scores, measures = words.sets["names-model-score"], words.sets["names-measure"]
    if not around.noun and any(word in scores or word in measures for word in before):
        return True
    return bool(set(before[-2:]) & {"by", "down"}) and is_changed(around, words)


def is_reach(tokens: Tokens, words: Words, around: Surroundings, size: float) -> bool:
    """Tell whether what is counted is whom or what a thing reached: users, stores, "400 colleagues use it"."""
    before = around.before
    using = around.noun_at >= 0 and tokens.lower[around.noun_at + 1 : around.noun_at + 2]
    if before[-2:] == ("used", "by") or before[-1:] == ("serving",):
        return True
    if using and using[0] in words.listed["verbs-using"]:
        return True
    if around.noun not in words.sets["nouns-people"]:
        return around.noun_at >= 0 and is_audience(tokens, words, around.noun_at)
    reached = before[-1:] and before[-1] in _REACHING
    return size >= _AUDIENCE or size >= _REACHED_AUDIENCE and bool(reached)


def is_audience(tokens: Tokens, words: Words, noun_at: int) -> bool:
    """Tell whether the noun at a position, or with the word before it, is reached by a product."""
    if entry_sizes(tokens, words, "nouns-audience", noun_at):
        return True
    return noun_at > 0 and 2 in entry_sizes(tokens, words, "nouns-audience", noun_at - 1)


def is_people_led(around: Surroundings, words: Words, lead_lemma: str) -> bool:
    """Tell whether the counted people are the writer's own team, class or interview partners."""
    if around.noun not in words.sets["nouns-people"]:
        return False
    if lead_lemma in words.listed["verbs-leading-people"]:
        return True
    return any(word in words.sets["verbs-leading-people"] for word in around.before[-6:])
