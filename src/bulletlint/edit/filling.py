"""Open slots filled with the writer's answers: the weakest bullets first, a few questions to each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bulletlint.core.document import Document
from bulletlint.core.finding import Piece
from bulletlint.edit.answers import CHANGES, Examine, Judged, is_in_front, judge_answer, put_answer
from bulletlint.evidence.words import Words
from bulletlint.rewrite.sentence.piece import drop_slot, join_text

#: Questions that one run asks at most: nobody answers more in one sitting.
MOST_QUESTIONS = 6
#: Questions to one bullet, as long as others wait for theirs.
MOST_EACH = 2
#: How often a question is put when the answer does not fit.
MOST_TRIES = 3
#: What is typed to skip a question that already has an answer.
SKIP = "-"
#: How to answer a slot that stands for the verb of the sentence.
_VERB_FIRST = "Begin with what changed: cut, raised, saved …, and the figure."
#: Slots in front, and the effect of what was only a purpose: without an answer the bullet stays as it is.
_FRONT = frozenset({"what", "effect", "part"})

#: Puts a question and returns the answer, None if nobody is there to answer any more.
Ask = Callable[[str], "str | None"]
Tell = Callable[[str], None]


@dataclass(slots=True)
class Interview:
    """One run of questions: how they are put, how answers are read, how many are left, and which were skipped.

    `open` is how many questions wait in all, for "3 of 6".
    """

    ask: Ask
    tell: Tell
    examine: Examine
    words: Words
    left: int = MOST_QUESTIONS
    asked: int = 0
    open: int = 0
    skipped: set[str] = field(default_factory=set)

    @property
    def total(self) -> int:
        """How many questions the run will come to, as far as is known now."""
        return self.asked + min(self.left, self.open)


def count_open(interview: Interview, pieces: Sequence[Piece]) -> int:
    """Return how many slots of a rewrite have a question that was not skipped before."""
    return sum(bool(piece.slot) and name_question(piece) not in interview.skipped for piece in pieces)


def name_question(piece: Piece) -> str:
    """Return what makes a question the same as another: its words, and the blank that they stand for."""
    return f"{piece.question}\n{piece.text}"


def fill_document(
    interview: Interview, document: Document, rewrites: Mapping[int, Sequence[Piece]], *, waiting: int = 0
) -> dict[int, tuple[Piece, ...]]:
    """Ask for the open slots of a document's rewrites, in their order, and return those that are filled.

    An empty answer skips a slot, and its question is not put again at another bullet. `waiting` is how many slots are
    open in the documents that come after this one.
    """
    filled: dict[int, tuple[Piece, ...]] = {}
    numbers = list(rewrites)
    for at, number in enumerate(numbers):
        pieces = rewrites[number]
        interview.open = waiting + sum(count_open(interview, rewrites[other]) for other in numbers[at:])
        own = count_open(interview, pieces)
        if any(piece.slot for piece in pieces) and not (interview.left and own):
            continue
        if own:
            interview.tell(document.bullets[number].text)
        behind = interview.open - own
        most = max(MOST_EACH, interview.left - behind)
        result = fill_rewrite(interview, pieces, most=most)
        if result is not None and join_text(result) != document.bullets[number].text:
            filled[number] = result
    return filled


def fill_rewrite(
    interview: Interview, pieces: Sequence[Piece], *, most: int = MOST_QUESTIONS
) -> tuple[Piece, ...] | None:
    """Ask for the open slots of one rewrite, `most` of them; a skipped slot falls away.

    Returns None where a slot in front is skipped: the rest of the sentence hangs on it.
    """
    current = list(pieces)
    while (place := next((place for place, piece in enumerate(current) if piece.slot), None)) is not None:
        slot = current[place]
        answer: Judged | None = None
        if most > 0 and interview.left > 0 and name_question(slot) not in interview.skipped:
            most -= 1
            answer = ask_slot(interview, current, place)
        if answer is not None:
            current = put_answer(current, place, answer.text, linked=answer.linked)
        elif slot.slot in _FRONT and is_in_front(current, place):
            return None
        else:
            current = drop_slot(current, place)
    return tuple(current)


def ask_slot(interview: Interview, pieces: Sequence[Piece], place: int) -> Judged | None:
    """Put the question of one slot until the answer fits or the writer wants it as it is; None if it is skipped."""
    slot = pieces[place]
    total = interview.total
    interview.asked, interview.left, interview.open = (
        interview.asked + 1,
        interview.left - 1,
        interview.open - 1,
    )
    blank = f"{slot.text} {slot.hint}".rstrip()
    how = f" {_VERB_FIRST}" if slot.slot in CHANGES else ""
    question = f"{interview.asked} of {max(total, interview.asked)}: {slot.question}{how}\n  {blank}"
    before: Judged | None = None
    for number in range(MOST_TRIES):
        given = interview.ask(question if not number else slot.text)
        insisted = before is not None and before.fits
        if given is None or not given.strip():
            if given is not None and insisted:
                return before
            break
        if given.strip() == SKIP:
            break
        judged = judge_answer(pieces, place, given, interview.examine, interview.words)
        if judged.lack is None or (insisted and before is not None and judged.text == before.text):
            return judged
        before = judged
        if number < MOST_TRIES - 1:
            interview.tell(f"{judged.lack} {describe_choice(judged)}")
    else:
        interview.tell("This slot stays open; run again when you know the answer.")
        return None
    interview.skipped.add(name_question(slot))
    return None


def describe_choice(judged: Judged) -> str:
    """Return what the writer can do about an answer that lacks something."""
    if judged.fits:
        return f"Type it again with that, or press Enter to keep “{judged.text}”, or {SKIP} to skip."
    return "Type it again, or press Enter to skip."
