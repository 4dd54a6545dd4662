"""Open slots filled with the writer's answers, each checked by reading the filled bullet as any other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bulletlint.core.document import Document
from bulletlint.core.facts import Facts
from bulletlint.core.finding import Piece
from bulletlint.edit.files import join_text
from bulletlint.rewrite.sentence.piece import drop_slot
from bulletlint.rewrite.slots.wording import CLOSE, OPEN

#: Questions that one run asks at most: nobody answers more in one sitting.
MOST_QUESTIONS = 6
#: How often a question is put when the answer does not fit.
MOST_TRIES = 3
#: The word before a slot, which people tend to repeat in their answer.
_LINKS = {
    "cost": ("at",), "fallback": ("with",), "metric": ("by",), "effect": ("by",), "what": (),
    "outcome": ("with",), "part": ("and",),
}  # fmt: skip
#: Slots in front, and the effect of what was only a purpose: without an answer the bullet stays as it is.
_FRONT = frozenset({"outcome", "what", "effect", "part"})

Ask = Callable[[str], "str | None"]
Tell = Callable[[str], None]
Examine = Callable[[str], Facts]


@dataclass(frozen=True, slots=True)
class Filled:
    """A rewrite whose slots are filled or gone, and how many questions it took."""

    pieces: tuple[Piece, ...] | None
    asked: int


def fill_document(
    document: Document,
    rewrites: Mapping[int, Sequence[Piece]],
    *,
    ask: Ask,
    tell: Tell,
    examine: Examine,
    questions: int = MOST_QUESTIONS,
) -> tuple[dict[int, tuple[Piece, ...]], int]:
    """Ask for the open slots of a document's rewrites; returns the filled ones and how many questions are left.

    An empty answer skips a slot; `ask` returns None when nobody is there to answer any more.
    """
    filled: dict[int, tuple[Piece, ...]] = {}
    for number, pieces in rewrites.items():
        if not questions and any(piece.slot for piece in pieces):
            continue
        tell(document.bullets[number].text)
        result = fill_rewrite(pieces, ask=ask, tell=tell, examine=examine, questions=questions)
        questions -= result.asked
        if result.pieces is not None and join_text(result.pieces) != document.bullets[number].text:
            filled[number] = result.pieces
    return filled, questions


def fill_rewrite(
    pieces: Sequence[Piece], *, ask: Ask, tell: Tell, examine: Examine, questions: int
) -> Filled:
    """Ask for each open slot of one rewrite; a skipped slot falls away, a skipped one in front undoes the rewrite."""
    current = list(pieces)
    asked = 0
    while (place := next((place for place, piece in enumerate(current) if piece.slot), None)) is not None:
        slot = current[place]
        answer: str | None = None
        if asked < questions:
            asked += 1
            answer = ask_slot(current, place, ask=ask, tell=tell, examine=examine)
        if answer:
            current[place] = Piece(answer)
        elif slot.slot in _FRONT and is_in_front(current, place):
            return Filled(None, asked)
        else:
            current = drop_slot(current, place)
    return Filled(tuple(current), asked)


def ask_slot(pieces: Sequence[Piece], place: int, *, ask: Ask, tell: Tell, examine: Examine) -> str | None:
    """Put the question of one slot until the answer fits; None if it is skipped."""
    slot, in_front = pieces[place], is_in_front(pieces, place)
    for _ in range(MOST_TRIES):
        given = ask(f"{slot.question}\n  {slot.text}")
        if given is None or not given.strip():
            return None
        answer = clean_answer(slot.slot, given)
        fault = check_form(slot.slot, answer, examine, in_front=in_front)
        answer = fit_case(slot.slot, answer, opens=not place, in_front=in_front)
        if fault is None and slot.slot == "fallback" and not examine(preview(pieces, place, answer)).fallback:
            answer += " as fallback"  # "the old rules" names what takes over, and does not say so by itself
        fault = fault or check_answer(slot.slot, answer, examine(preview(pieces, place, answer)))
        if fault is None:
            return answer
        tell(fault)
    tell("This slot stays open; run again when you know the answer.")
    return None


def fit_case(name: str, answer: str, *, opens: bool, in_front: bool) -> str:
    """Return an answer with the first letter that its place asks for: its verb opens the sentence or stands inside."""
    if name not in ("outcome", "part") or not (opens or in_front or name == "part"):
        return answer
    first = answer[:1].upper() if opens else answer[:1].lower() if answer[1:2].islower() else answer[:1]
    return first + answer[1:]


def check_form(name: str, answer: str, examine: Examine, *, in_front: bool) -> str | None:
    """Return why an answer does not fit the sentence, None if it does; it is read by itself.

    What stands behind "with" is a noun phrase or an -ing form; what stands in front begins with a verb.
    """
    if not answer:
        return None
    lead = examine(answer).lead
    claims = lead is not None and not lead.text.lower().endswith("ing")
    if name == "fallback" and claims:
        return (
            'The answer follows "with": name a thing or a person, such as the old rules, '
            "or a person taking over below 0.7."
        )
    if name == "outcome" and not in_front:
        return 'The answer follows "with": name the change, such as 12 % fewer returns.' if claims else None
    if name in ("outcome", "part") and (lead is None or lead.start > 0):
        return "Begin with a verb for what you did or changed: Cut, Raised, Wrote, Decided."
    return None


def clean_answer(name: str, answer: str) -> str:
    """Return an answer as it stands in a sentence: on one line, without the word before the slot and the full stop."""
    words = answer.replace(OPEN, "").replace(CLOSE, "").split()
    if words and words[0].lower() in _LINKS[name]:
        words = words[1:]
    return " ".join(words).rstrip(".,;")


def check_answer(name: str, answer: str, facts: Facts) -> str | None:
    """Return what an answer still lacks, None if the filled bullet proves what the slot asked for."""
    if not answer:
        return "That leaves nothing to write; press Enter to skip."
    if name == "cost" and facts.cost == "none":
        return "The answer has no price or limit: give a figure with its unit, such as $0.02 a query."
    if name == "fallback" and not facts.fallback:
        return "The answer does not say what happens then: name who or what takes over, or how it is undone."
    if name in ("outcome", "what", "metric", "effect") and facts.metric != "outcome":
        return "The answer has no change in figures: say from what to what, or by how much."
    if name in ("outcome", "part") and (facts.lead is None or facts.hedged):
        return "Begin with a verb for what you did or changed: Cut, Raised, Wrote, Decided."
    return None


def preview(pieces: Sequence[Piece], place: int, answer: str) -> str:
    """Return the bullet with one slot filled and the other open slots left out, to be read by the rules."""
    current = [Piece(answer) if number == place else piece for number, piece in enumerate(pieces)]
    while (other := next((number for number, piece in enumerate(current) if piece.slot), None)) is not None:
        current = drop_slot(current, other)
    return join_text(current)


def is_in_front(pieces: Sequence[Piece], place: int) -> bool:
    """Tell whether the rest of the sentence hangs on a slot ("⟨outcome⟩ by building …"): it has a link behind it."""
    if pieces[place].slot in ("what", "effect"):
        return True
    behind = next((piece for piece in pieces[place + 1 :] if piece.text.strip()), None)
    return behind is not None and behind.start is None and not behind.slot and behind.text.isalpha()
