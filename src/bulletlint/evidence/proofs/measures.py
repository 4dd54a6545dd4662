"""What an amount proves: outcome, scale, scope or spec (the four classes of number in RULES: "Numbers are typed").

Each decision reads the words around the amount: what is counted, the verb and preposition that govern it, and
whether it stands in a condition. The words are lexicons; only the order of the questions is code.
"""

from __future__ import annotations

from bulletlint.evidence.numbers.amount import Amount, NumberClass
from bulletlint.evidence.proofs.counts import PAST, classify_count
from bulletlint.evidence.proofs.surroundings import (
    KEPT,
    TIMES,
    Surroundings,
    is_changed,
    is_condition,
    is_required,
    is_threshold,
    look_around,
)
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words

#: Words of change that compare: beside money they say which sum, not that it changed ("less than $2M").
_COMPARATIVES = frozenset({"less", "fewer", "more", "under", "up", "down", "better", "lower", "higher"})
_INSTANTS = frozenset({"nanosecond", "microsecond", "millisecond"})
_SHORT = _INSTANTS | {"second", "minute"}


def classify_amount(
    tokens: Tokens, place: int, words: Words, lead_lemma: str, *, inside_rule: bool = False
) -> NumberClass | None:
    """Say what the amount that begins at a position proves; None if the words name no quantity at all.

    `lead_lemma` is the lemma of the bullet's lead verb, empty if there is none. `inside_rule` says that the amount
    belongs to a rule with a threshold ("the model is pulled if disagreement passes 15%"), which specifies and proves
    nothing yet.
    """
    amount = tokens.amount[place]
    if amount.kind in ("name", "date", "quantile"):
        return "spec"
    if amount.kind == "rank":
        return "outcome"
    if amount.change:
        return "spec" if is_version_change(tokens, place, amount, words, lead_lemma) else "outcome"
    around = look_around(tokens, place)
    if inside_rule or is_limit(tokens, place, around, words, lead_lemma):
        return "spec"
    match amount.kind:
        case "multiple" | "ratio" | "points":
            return classify_relative(amount, around, words)
        case "percent":
            return classify_percent(tokens, around, words, lead_lemma)
        case "money":
            return classify_money(amount, around, words, lead_lemma)
        case "duration" | "labour":
            return classify_duration(amount, around, words)
        case "data":
            return classify_data(around, words)
        case "compute":
            return classify_compute(around, words)
    following = tokens.amount.get(around.end)
    if amount.values[0] and following is not None and following.kind == "name":
        return "spec"  # "on 4 A100s"
    return classify_count(tokens, amount, around, words, lead_lemma)


def is_version_change(tokens: Tokens, place: int, amount: Amount, words: Words, lead_lemma: str) -> bool:
    """Tell whether the figures are versions: "Upgraded Magento from 1.9 to 2.4"."""
    upgraded = amount.kind == "count" and lead_lemma in words.listed["verbs-upgrading"]
    return upgraded and place > 0 and tokens.pos[place - 1] == "PROPN"


def is_limit(tokens: Tokens, place: int, around: Surroundings, words: Words, lead_lemma: str) -> bool:
    """Tell whether the amount is asked for, an age, the limit in a condition or the size of a limit."""
    amount = tokens.amount[place]
    if is_required(tokens, place, amount, lead_lemma) or around.after[:1] == ("old",):
        return True
    if is_condition(tokens, place):
        return True
    sized = amount.kind != "percent" and not set(around.before[-3:]) & KEPT
    return sized and is_threshold(around, words)


def classify_relative(amount: Amount, around: Surroundings, words: Words) -> NumberClass:
    """Decide for factors, ratios and points."""
    if amount.text.lower() in ("twice", "thrice"):
        return "outcome" if around.after[:1] in (("as",), ("the",)) else "scope"
    if amount.unit == "percentage point" and amount.text.split()[-1].startswith("point"):
        return "outcome" if is_changed(around, words) or "within" in around.before[-4:] else "scope"
    reached = amount.kind == "ratio" and " in " in amount.text and around.before[-1:] == ("to",)
    if reached and set(around.near) & words.sets["verbs-releasing"]:
        return "scale"  # "Exposed the new ranking to one in fifty shoppers"
    if amount.kind == "multiple" and around.after and around.after[0] in words.listed["words-no-factor"]:
        return "spec"
    return "outcome"


def classify_percent(tokens: Tokens, around: Surroundings, words: Words, lead_lemma: str) -> NumberClass:
    """Decide for a percentage: a result, unless it is a stage of a release, a share of effort or part of a post."""
    before, after = around.before, around.after
    if is_stage(tokens, around, words, lead_lemma):
        return "scale"
    if lead_lemma in words.listed["verbs-limiting"] and before[-1:] == ("to",) and after[:1] == ("of",):
        return "scale"
    shared = "of" in after[:2] and set(after[:3]) & words.sets["nouns-effort-share"]
    if shared and not set(before) & {"saved", "saving"}:
        return "scope"
    return "spec" if after and after[0] in words.listed["adjectives-post"] else "outcome"


def is_stage(tokens: Tokens, around: Surroundings, words: Words, lead_lemma: str) -> bool:
    """Tell whether a percentage is a stage of a release: "rolled out to 5 %, then 25 %"."""
    verb = lead_lemma.split(" ")[0]
    staged = verb in words.listed["verbs-staging"] or words.listed["words-stage"].intersection(around.before)
    if not staged or "by" in around.before:
        return False
    stages = sum(amount.kind == "percent" for amount in tokens.amount.values())
    return bool(set(around.before[-2:]) & ({"to", "then", "at"} | ({","} if stages > 2 else set())))


def classify_money(amount: Amount, around: Surroundings, words: Words, lead_lemma: str) -> NumberClass:
    """Decide for a sum: earned, saved or held is a result, handled is scale, a budget is scope."""
    sets, before, near = words.sets, around.before, around.near
    changed = any(
        word in sets["verbs-outcome"]
        or word in sets["words-earning"]
        or word in sets["words-change"]
        and word not in _COMPARATIVES
        for word in near
    )
    held = bool(set(before[-6:]) & sets["verbs-keeping"]) or "down" in before[-6:]
    if amount.per and amount.per not in TIMES:
        keeps = lead_lemma in words.listed["verbs-light"] or words.verb_class.get(lead_lemma) == "outcome"
        bought = amount.per in words.listed["nouns-seat"]
        return "outcome" if keeps or held or changed or not bought else "spec"
    if before and before[-1] in PAST and not changed:
        return "spec"
    if set(before[-2:]) & sets["verbs-gaining"] or around.after[:1] == ("off",):
        return "outcome"
    if around.noun in sets["words-budget"] and around.noun_at <= around.end + 1:
        return "scope"
    if not changed and any(word in sets["words-budget"] for word in around.after[:4] + before[-3:]):
        return "scope"
    billed = before[-1:] == ("at",) and any(word in sets["nouns-expense"] for word in near)
    if changed or held or billed:
        return "outcome"
    return "scale" if any(word in sets["verbs-processing"] for word in near) else "scope"


def classify_duration(amount: Amount, around: Surroundings, words: Words) -> NumberClass:
    """Decide for a time: saved, moved, measured or kept short is a result, else it is the length of the work."""
    before, near = set(around.before[-4:]), set(around.near)
    if near & words.sets["verbs-freeing"]:
        return "outcome"
    changed = is_changed(around, words)
    if amount.kind == "labour":
        return "outcome" if changed else "scope"
    if before & {"by", "to", "is", "down"} and (changed or "today" in around.after[:2]):
        return "outcome"
    if amount.unit in _INSTANTS:
        return "outcome"
    measured = near & (words.sets["names-measure"] | words.sets["names-speed"])
    hyphened = "-" in amount.text or around.noun_at == around.end
    if amount.unit in _SHORT and (before & (KEPT | {"in"}) or measured) and not hyphened:
        return "outcome"
    return "outcome" if measured and before & KEPT else "scope"


def classify_compute(around: Surroundings, words: Words) -> NumberClass:
    """Decide for processors, parameters, frames and the like: a specification, unless it was reached or changed."""
    changed = is_changed(around, words) and set(around.before[-2:]) & {"by", "to", "down"}
    return "outcome" if changed or set(around.before[-3:]) & {"achieving", "achieved"} else "spec"


def classify_data(around: Surroundings, words: Words) -> NumberClass:
    """Decide for bytes: saved is a result, a machine's memory is a specification, training data is scope."""
    before = set(around.before)
    if is_changed(around, words) and set(around.before[-3:]) & {
        "by",
        "to",
        "over",
        "save",
        "saved",
        "saving",
        "freed",
    }:
        return "outcome"
    if around.noun in words.sets["nouns-hardware"]:
        return "spec"
    trained = around.noun in words.sets["nouns-dataset"] or before & words.sets["words-training-data"]
    return "scope" if trained else "scale"
