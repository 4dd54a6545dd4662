"""What an amount proves: outcome, scale, scope or spec (the four classes of number in RULES: "Numbers are typed").

Each decision reads the words around the amount: what is counted, the verb and preposition that govern it, and
whether it stands in a condition. The words are lexicons; only the order of the questions is code.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from bulletlint.evidence.amounts import Amount
from bulletlint.evidence.terms import entry_sizes
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words

NumberClass = Literal["outcome", "scale", "scope", "spec"]

_STOPS = frozenset({".", ";", ":", "!", "?", "(", ")", "•", "–", "—"})
_CONDITIONS = frozenset({"if", "when", "whenever", "once", "unless", "until", "where"})
_OVER = frozenset({"above", "over", "below", "under", "exceeds", "exceeding", "passes", "beyond", "than"})
_KEPT = frozenset({"within", "inside", "under", "below", "sub", "<", "≤", "at"})
_STAGED = frozenset({"ship", "roll", "release", "launch", "ramp", "deploy", "expand", "rollout"})
_EFFORT_SHARE = frozenset({"time", "capacity", "equity", "budget", "workload", "effort", "fte"})
_TIMES = frozenset(
    {"second", "sec", "minute", "min", "hour", "day", "week", "month", "quarter", "year", "annum", "night"}
)
_TIME_ADVERBS = frozenset({"daily", "weekly", "monthly", "annually", "yearly", "hourly", "nightly"})
_ABOVE = frozenset({"above", "over", "below", "under", "beyond"})
_COMPARATIVES = frozenset({"less", "fewer", "more", "under", "up", "down", "better", "lower", "higher"})
_SHORT = frozenset({"nanosecond", "microsecond", "millisecond", "second", "minute"})
_MODEL_WORDS = frozenset({"one"}) | frozenset(
    {"model", "models", "parameter", "parameters", "params", "decoder", "llm", "llms", "parameterised"}
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words around one amount: all positions are indices into Tokens."""

    start: int
    end: int
    before: tuple[str, ...]
    after: tuple[str, ...]
    clause: tuple[str, ...]
    noun: str
    noun_at: int


def classify_amount(
    tokens: Tokens, place: int, words: Words, lead_lemma: str, *, inside_rule: bool = False
) -> NumberClass | None:
    """Say what the amount that begins at a position proves; None where the words name no quantity at all.

    `lead_lemma` is the lemma of the bullet's lead verb, empty where there is none. `inside_rule` says that the amount
    belongs to a rule with a threshold ("the model is pulled if disagreement passes 15%"), which specifies and proves
    nothing yet.
    """
    amount = tokens.amount[place]
    around = look_around(tokens, place)
    if amount.kind in ("name", "date", "quantile"):
        return "spec"
    if amount.kind == "rank":
        return "outcome"
    if amount.change:
        return "spec" if is_version_change(tokens, place, amount, lead_lemma) else "outcome"
    if inside_rule or is_required(tokens, place, amount, lead_lemma):
        return "spec"
    if tokens.lower[tokens.amount_end[place] : tokens.amount_end[place] + 1] == ["old"]:
        return "spec"
    if is_condition(tokens, place, around):
        return "spec"
    if amount.kind != "percent" and follows_threshold(around, words) and not set(around.before[-3:]) & _KEPT:
        return "spec"
    if amount.kind in ("multiple", "ratio", "points"):
        return classify_relative(amount, around, words)
    if amount.kind == "percent":
        return classify_percent(tokens, place, around, lead_lemma)
    if amount.kind == "money":
        return classify_money(amount, around, words, lead_lemma)
    if amount.kind in ("duration", "labour"):
        return classify_duration(amount, around, words)
    if amount.kind == "data":
        return classify_data(around, words)
    if amount.kind == "compute":
        return classify_compute(around, words)
    following = tokens.amount.get(around.end)
    if amount.values[0] and following is not None and following.kind == "name":
        return "spec"  # "on 4 A100s"
    return classify_count(tokens, amount, around, words, lead_lemma)


def look_around(tokens: Tokens, place: int) -> Surroundings:
    """Collect the words of the amount's clause (up to a full stop, colon, bracket or dash on either side)."""
    end = tokens.amount_end[place]
    first = place
    while first > 0 and tokens.lower[first - 1] not in _STOPS:
        first -= 1
    last = end
    while last < len(tokens) and tokens.lower[last] not in _STOPS:
        last += 1
    noun, noun_at = find_counted_noun(tokens, end)
    return Surroundings(
        place, end, tuple(tokens.lower[first:place]), tuple(tokens.lower[end:last]), tuple(tokens.lower[first:last]),
        noun, noun_at,
    )  # fmt: skip


def find_counted_noun(tokens: Tokens, end: int) -> tuple[str, int]:
    """Return the head of the noun phrase after an amount ("12 new mobile users" gives "users"), "" if there is none."""
    noun, noun_at = "", -1
    hyphened = end < len(tokens) and tokens.text[tokens.end[end - 1] : tokens.start[end]] == "-"
    for position in range(end, min(end + 6, len(tokens))):
        if hyphened and noun:
            break  # "a 2.1m-customer migration" counts customers
        pos = tokens.pos[position]
        if noun and tokens.text[tokens.end[position - 1] : tokens.start[position]] == "-":
            continue  # "1,300 walk-in customers"
        if pos in ("NOUN", "PROPN"):
            noun, noun_at = tokens.lower[position], position
        elif pos in ("ADJ", "DET", "NUM") or tokens.tag[position] in ("VBN", "VBG") and not noun:
            if noun:
                break
        elif tokens.lower[position] in ("of", "+", "-", "/", "&", "%") and not noun:
            continue
        else:
            break
    return noun, noun_at


def is_required(tokens: Tokens, place: int, amount: Amount, lead_lemma: str) -> bool:
    """Say whether the amount is what was asked for, not what was reached: "had to answer in under 200 ms"."""
    if amount.kind not in ("duration", "money"):
        return False
    before = tokens.lower[max(0, place - 6) : place]
    asked = "must" in before or any(
        pair in (("had", "to"), ("has", "to"), ("needs", "to")) for pair in pairwise(before)
    )
    duty = lead_lemma.startswith("be ") and bool(set(before[-3:]) & _KEPT)
    return asked or duty


def is_condition(tokens: Tokens, place: int, around: Surroundings) -> bool:
    """Say whether the amount is the limit in a condition: "if disagreement passes 15%"."""
    for back in range(1, min(12, place) + 1):
        word = tokens.lower[place - back]
        if word in _STOPS or word == ",":
            return False
        if word in _CONDITIONS:
            return True
    return False


def follows_threshold(around: Surroundings, words: Words) -> bool:
    """Say whether the amount sizes a limit: "a ₹25,000 ceiling", "the 80 ms authorisation window"."""
    return (
        any(word in words.sets["words-threshold"] for word in around.after[:3])
        and "," not in around.after[:3]
    )


def is_changed(around: Surroundings, words: Words) -> bool:
    """Say whether something changes by, to or in this amount, in its own part of the clause."""
    near = inner_clause(around)
    changing = words.sets["words-change"] | words.sets["verbs-outcome"]
    return any(word in changing for word in near)


def inner_clause(around: Surroundings) -> tuple[str, ...]:
    """Return the words around the amount up to the next commas."""
    before = around.before
    if "," in before:
        before = before[len(before) - before[::-1].index(",") :]
    after = around.after
    if "," in after:
        after = after[: after.index(",")]
    return before + after


def classify_relative(amount: Amount, around: Surroundings, words: Words) -> NumberClass:
    if amount.text.lower() in ("twice", "thrice"):
        return "outcome" if around.after[:1] in (("as",), ("the",)) else "scope"
    if (
        amount.kind == "points"
        and amount.unit == "percentage point"
        and amount.text.split()[-1].startswith("point")
    ):
        return "outcome" if is_changed(around, words) or "within" in around.before[-4:] else "scope"
    if amount.kind == "multiple" and around.after[:1] in (
        ("engineer",),
        ("developer",),
        ("daily",),
        ("weekly",),
    ):
        return "spec"
    return "outcome"


def classify_percent(tokens: Tokens, place: int, around: Surroundings, lead_lemma: str) -> NumberClass:
    staged = lead_lemma.split(" ")[0] in _STAGED or set(around.before) & {
        "rollout",
        "canary",
        "rolled",
        "rolling",
    }
    stages = sum(amount.kind == "percent" for amount in tokens.amount.values())
    stage_words = {"to", "then", "at"} | ({","} if stages > 2 else set())
    if staged and set(around.before[-2:]) & stage_words and not set(around.before) & {"by"}:
        return "scale"
    if (
        lead_lemma in ("hold", "limit", "restrict", "cap")
        and around.before[-1:] == ("to",)
        and "of" in around.after[:1]
    ):
        return "scale"
    if (
        set(around.after[:3]) & _EFFORT_SHARE
        and "of" in around.after[:2]
        and not set(around.before) & {"saved", "saving"}
    ):
        return "scope"
    if around.after[:1] in (("remote",), ("owned",), ("virtual",)):
        return "spec"
    return "outcome"


def classify_money(amount: Amount, around: Surroundings, words: Words, lead_lemma: str) -> NumberClass:
    near = inner_clause(around)
    changed = any(
        word in words.sets["verbs-outcome"] or word in words.sets["words-earning"] for word in near
    ) or any(word in words.sets["words-change"] and word not in _COMPARATIVES for word in near)
    keeps = (
        lead_lemma in words.lexicons.get("verbs-light", ()) or words.verb_class.get(lead_lemma) == "outcome"
    )
    held = set(around.before[-6:]) & {"holding", "held", "keeping", "kept", "stayed", "stays", "down"}
    if amount.per and amount.per not in _TIMES:
        bought = amount.per in ("seat", "user", "head", "licence", "license", "developer", "employee")
        return "outcome" if keeps or held or changed or not bought else "spec"
    if around.before and around.before[-1] in _ABOVE and not changed:
        return "spec"
    if set(around.before[-2:]) & words.sets["verbs-gaining"] or around.after[:1] == ("off",):
        return "outcome"
    if around.noun in words.sets["words-budget"] and around.noun_at <= around.end + 1:
        return "scope"
    if not changed and any(
        word in words.sets["words-budget"] for word in around.after[:4] + around.before[-3:]
    ):
        return "scope"
    billed = around.before[-1:] == ("at",) and any(word in words.sets["nouns-expense"] for word in near)
    if changed or held or billed:
        return "outcome"
    if any(word in words.sets["verbs-processing"] for word in near):
        return "scale"
    return "scope"


def classify_duration(amount: Amount, around: Surroundings, words: Words) -> NumberClass:
    before = around.before[-4:]
    saved = set(inner_clause(around)) & {
        "save",
        "saves",
        "saved",
        "saving",
        "savings",
        "freed",
        "freeing",
        "eliminating",
        "eliminated",
    }
    if saved:
        return "outcome"
    if amount.kind == "labour":
        return "outcome" if is_changed(around, words) else "scope"
    moved = set(before) & {"by", "to", "is", "down"} and (
        is_changed(around, words) or "today" in around.after[:2]
    )
    if moved:
        return "outcome"
    measured = any(word in words.sets["names-measure"] for word in inner_clause(around)) or set(
        inner_clause(around)
    ) & {"response", "load", "latency", "p99", "p95", "p50", "downtime"}
    if amount.unit in ("nanosecond", "microsecond", "millisecond"):
        return "outcome"
    hyphened = "-" in amount.text or around.noun_at == around.end
    if amount.unit in _SHORT and (set(before) & (_KEPT | {"in"}) or measured) and not hyphened:
        return "outcome"
    if measured and set(before) & _KEPT:
        return "outcome"
    return "scope"


def classify_compute(around: Surroundings, words: Words) -> NumberClass:
    changed = is_changed(around, words) and set(around.before[-2:]) & {"by", "to", "down"}
    return "outcome" if changed or set(around.before[-3:]) & {"achieving", "achieved"} else "spec"


def classify_data(around: Surroundings, words: Words) -> NumberClass:
    if is_changed(around, words) and set(around.before[-3:]) & {
        "by",
        "to",
        "saved",
        "save",
        "saving",
        "freed",
        "over",
    }:
        return "outcome"
    if around.noun in (
        "flash",
        "chip",
        "ram",
        "memory",
        "gateway",
        "disk",
        "gpu",
        "vram",
        "card",
        "laptop",
        "instance",
        "drive",
    ):
        return "spec"
    if (
        around.noun.startswith(("dataset", "corpus", "corpora"))
        or set(around.before) & words.sets["words-training-data"]
    ):
        return "scope"
    return "scale"


def classify_count(
    tokens: Tokens, amount: Amount, around: Surroundings, words: Words, lead_lemma: str
) -> NumberClass | None:
    noun = around.noun
    before = around.before[-4:]
    if (
        around.after[:1]
        and around.after[0] in _MODEL_WORDS
        or noun in _MODEL_WORDS
        and amount.values[0] >= 1e6
    ):
        return "spec"
    if amount.values[0] == 0:
        trouble = any(
            holds_term(tokens, words, "nouns-trouble", at)
            for at in range(around.end, min(around.end + 4, len(tokens)))
        ) or any(word.startswith("sev") for word in around.after[:2])
        return "outcome" if trouble else "spec" if amount.text.isdigit() else None
    if before[-2:] == ("factor", "of"):
        return "outcome"
    if not noun and before and before[-1] in _ABOVE and not is_changed(around, words):
        return "spec"  # "pensioners over 65"
    measures = words.sets["names-model-score"] | words.sets["names-measure"]
    if any(word in measures for word in before) and not noun:
        return "outcome"
    if set(before[-2:]) & {"by", "down"} and is_changed(around, words):
        return "outcome"
    if before and before[-1] in words.sets["verbs-gaining"]:
        return "outcome" if noun not in words.sets["nouns-people"] else "scope"
    if before and before[-1] == "to" and lead_lemma in words.lexicons["verbs-growing"]:
        return "outcome"
    if is_people_led(around, words, lead_lemma):
        return "scope"
    if is_rated(amount, around):
        return "scale"
    used = set(around.before[-8:]) | {lead_lemma}
    if used & words.sets["words-training-data"] and noun not in words.sets["nouns-effort"]:
        return "scope"
    if around.before[-2:] == ("used", "by") or around.before[-1:] == ("serving",) or is_using(tokens, around):
        return "scale"
    people = noun in words.sets["nouns-people"]
    if people and amount.values[0] >= 1000:
        return "scale"
    if (
        people
        and amount.values[0] >= 20
        and before
        and before[-1] in ("to", "for", "across", "among", "serving", "helping", "by", "reaching")
    ):
        return "scale"
    if around.noun_at >= 0 and not people and is_audience(tokens, words, around.noun_at):
        return "scale"
    if (amount.values[0] < 10_000 and noun in words.sets["nouns-effort"]) or people:
        return "scope"
    if amount.text.lower().endswith("figure"):
        return "outcome" if is_changed(around, words) else "scale"
    reached = before and before[-1] in ("for", "to", "serving", "reaching") and noun.endswith("s")
    return "scale" if amount.values[0] >= 10_000 or reached and amount.values[0] >= 100 else "scope"


def is_audience(tokens: Tokens, words: Words, noun_at: int) -> bool:
    """Say whether the noun at a position, or with the word before it, is reached by a product."""
    return holds_term(tokens, words, "nouns-audience", noun_at) or (
        noun_at > 0 and any(size == 2 for size in entry_sizes(tokens, words, "nouns-audience", noun_at - 1))
    )


def holds_term(tokens: Tokens, words: Words, lexicon: str, position: int) -> bool:
    return bool(entry_sizes(tokens, words, lexicon, position))


def is_using(tokens: Tokens, around: Surroundings) -> bool:
    """Say whether the counted people use the thing: "400 colleagues use it"."""
    after = around.noun_at + 1
    return around.noun_at >= 0 and tokens.lower[after : after + 1] in (
        ["use"],
        ["rely"],
        ["depend"],
        ["open"],
    )


def is_version_change(tokens: Tokens, place: int, amount: Amount, lead_lemma: str) -> bool:
    """Say whether the figures are versions: "Upgraded Magento from 1.9 to 2.4"."""
    return (
        amount.kind == "count"
        and lead_lemma in ("upgrade", "update", "migrate", "port", "move", "bump")
        and place > 0
        and tokens.pos[place - 1] == "PROPN"
    )


def is_rated(amount: Amount, around: Surroundings) -> bool:
    """Say whether the count is a rate over time: "3m messages a day", "10k rps", "12 releases weekly"."""
    if amount.per in _TIMES:
        return True
    after = around.after[:5]
    for position, word in enumerate(after[:-1]):
        if word in ("per", "a", "an", "/", "each", "every") and after[position + 1] in _TIMES:
            return True
    return bool(set(after[:3]) & _TIME_ADVERBS)


def is_people_led(around: Surroundings, words: Words, lead_lemma: str) -> bool:
    """Say whether the counted people are the writer's own team, class or interview partners."""
    if around.noun not in words.sets["nouns-people"]:
        return False
    leading = words.sets["verbs-leading-people"]
    near = around.before[-6:]
    return lead_lemma in words.lexicons["verbs-leading-people"] or any(word in leading for word in near)
