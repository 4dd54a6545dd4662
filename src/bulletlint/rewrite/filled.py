"""A rewrite with likely answers in its blanks, so that the rules can read it as they will once it is filled."""

from __future__ import annotations

from collections.abc import Iterable

from bulletlint.core.finding import Finding, Rewrite, Slot
from bulletlint.rewrite.sentence.piece import replace_slots

#: What a writer may well answer, by the slot. Nobody is shown these.
ANSWERS = {
    "metric": "from 9 to 4 %",
    "effect": "from 9 to 4 %",
    "size": "from 9 to 4 %",
    "cost": "$40/month",
    "fallback": "a manual fallback",
}
#: What a writer may well answer to a slot for what got better: behind a verb, and to one that stands for its verb.
CHANGED, CUT = "errors from 9 to 4 %", "cut errors from 9 to 4 %"
#: Words behind an opening slot, by which the rest of the sentence hangs on it.
LINKS = ("by ", "with ", "through ", "while ", "as ", "in ", "via ")
#: The rules that each slot answers.
ANSWERED = {
    "what": "missing-metric",
    "metric": "missing-metric",
    "effect": "missing-metric",
    "size": "missing-metric",
    "part": "hedged-contribution",
    "cost": "missing-cost",
    "fallback": "missing-fallback",
}
#: Rules about facts that are asked for only once it is known what the writer did.
_LATER = frozenset(
    {"missing-metric", "missing-cost", "missing-fallback", "missing-monitoring", "monitoring-without-trigger"}
)


def fill_likely(rewrite: Rewrite) -> str:
    """Return the text of a rewrite with a likely answer in each slot."""
    return replace_slots(rewrite, lambda slot: say_likely(rewrite.text, slot))


def say_likely(text: str, slot: Slot) -> str:
    """Return a likely answer to a slot of a rewrite's text, in the form that its place takes."""
    if slot.name in ANSWERS:
        return ANSWERS[slot.name]
    if stands_behind_word(text, slot.start):
        return CHANGED
    if not leads(text, slot.start, slot.end):
        return f"cutting {CHANGED}"
    return CUT if slot.label[:1].islower() and slot.start else CUT[0].upper() + CUT[1:]


def stands_behind_word(text: str, start: int) -> bool:
    """Tell whether a word or a bracket stands before a place, not the beginning of a sentence or of a part of it."""
    return text[:start].rstrip()[-1:] not in ("", ",", ".", ":", ";", "!", "–", "—")


def leads(text: str, start: int, end: int) -> bool:
    """Tell whether the rest of the sentence hangs on a blank: it opens the sentence, or has a link behind it."""
    return text[:start].rstrip()[-1:] != "," or text[end:].lstrip().startswith(LINKS)


def find_rule_faults(
    rewrite: Rewrite, before: Iterable[Finding], after: Iterable[Finding]
) -> tuple[str, ...]:
    """Return the names of rules that a filled rewrite breaks anew or leaves broken though it set out to answer them.

    `before` are the findings of the bullet, `after` those of the rewrite with its blanks filled. A rewrite that answers
    no finding at all names them all. A mere remark on what a result in front owes, too, is no fault of it.
    """
    # A rule that another one spoke for was broken too.
    broken = {name for finding in before for name in finding.rules}
    after = list(after)
    left = {name for finding in after for name in finding.rules}
    if any(slot.name == "part" for slot in rewrite.slots):
        left -= _LATER - broken  # what its writer's part will owe depends on the part
    wanted = {ANSWERED[slot.name] for slot in rewrite.slots} & broken
    quiet = (finding for finding in after if finding.unsaid or finding.severity == "info")
    remarks = {name for finding in quiet for name in finding.rules} & _LATER
    faults = (left - broken - remarks) | (wanted & left)
    return tuple(sorted(faults or (() if broken - left else left)))
