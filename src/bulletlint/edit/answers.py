"""Is an answer what was asked for? Each is read in its place in the bullet, as any other bullet is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bulletlint.core.facts import Evidence, Facts
from bulletlint.core.finding import Piece
from bulletlint.core.inflect import inflect_word
from bulletlint.evidence.learned.settle import SOURCE
from bulletlint.evidence.reading import Reading
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.rewrite.sentence.conjugation import find_lemma
from bulletlint.rewrite.sentence.piece import drop_slot, join_text
from bulletlint.rewrite.slots.wording import CLOSE, OPEN

#: The word before a slot, which people tend to repeat in their answer.
_LINKS = {
    "cost": ("at",), "fallback": ("with",), "metric": ("by",), "effect": ("by",), "part": ("and",), "what": ("and",),
}  # fmt: skip
#: How sure the learned reader is that nothing is a fallback, 0 to 1, below which a thing is taken for one by its words.
_SURE = 0.85
#: Slots that stand for the verb of a sentence and what it did.
CHANGES = frozenset({"what", "part"})
_VERB_FIRST = "Begin with a verb for what you did or changed: Cut, Raised, Wrote, Decided."
_PRONOUNS = frozenset({"i", "we", "it", "they"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "VB", "MD"})
_ONE = frozenset({"a", "an", "one", "each", "every"})
_BE = frozenset({"is", "are", "was", "were", "be"})

Examine = Callable[[str], Reading]


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer as it would stand in the sentence, and what it lacks, None if nothing.

    `fits` says that the words can stand there all the same; `linked` that they need the word before the slot ("with").
    """

    text: str
    lack: str | None
    fits: bool
    linked: bool = True


def judge_answer(pieces: Sequence[Piece], place: int, given: str, examine: Examine, words: Words) -> Judged:
    """Return what an answer to the slot at a place of a rewrite comes to, and what it still lacks."""
    name, in_front = pieces[place].slot, is_in_front(pieces, place)
    answer = clean_answer(name, given)
    if not answer:
        return Judged(answer, "That leaves nothing to write.", False)
    if name == "fallback":
        return judge_fallback(pieces, place, answer, examine, words)
    fault = check_form(name, answer, examine, in_front=in_front)
    if fault is not None:
        return Judged(answer, fault, False)
    if name in CHANGES:
        answer = fit_verb(pieces[place], answer, examine, words, in_front=in_front)
    linked = name != "what" or in_front or not answer[:1].isdigit()
    return Judged(
        answer, check_answer(name, preview(pieces, place, answer, examine, linked=linked)), True, linked
    )


def opens_with_verb(answer: str, examine: Examine) -> bool:
    """Tell whether an answer begins with a verb that claims something."""
    lead = examine(answer).facts.lead
    return lead is not None and not lead.start and not lead.text.lower().endswith("ing")


def judge_fallback(pieces: Sequence[Piece], place: int, given: str, examine: Examine, words: Words) -> Judged:
    """Return what an answer about the fallback comes to: a thing behind "with", or what is done behind a comma.

    "the old rules" does not say by itself that they take over, and becomes "the old rules as fallback" where the words
    sound like one to the learned reader; words that a pattern knows ("a rollback") say so themselves. Of "my plan for
    12 patients" the writer has to say so.
    """
    alone = examine(f"{given[0].upper()}{given[1:]}.")
    opening = "If it fails, "
    clause = turn_clause(alone.tokens, words) or turn_clause(
        examine(f"{opening}{given}.").tokens, words, offset=len(opening)
    )
    is_named = alone.tokens.tag[0] in ("NNP", "NNPS")
    answer, linked = clause or (given if is_named else lower_first(given), True)
    lead = None if clause else examine(answer).facts.lead
    if lead is not None and not lead.text.lower().endswith("ing"):
        fault = 'The answer follows "with": name a thing or a person, such as the old rules, '
        return Judged(answer, fault + "or a person taking over below 0.7.", False)
    seen = preview(pieces, place, answer, examine, linked=linked)
    if seen.names("fallback"):
        return Judged(answer, None, True, linked)
    doubtful = dict(seen.facts.confidence).get("fallback", 1.0) < _SURE
    named = f"{answer} as fallback" if linked else answer
    if seen.facts.fallback or alone.facts.fallback or doubtful:
        return Judged(named, None, True, linked)
    lack = f"“{given}” does not say who or what takes over, or how it is undone."
    return Judged(named, lack, True, linked)


def turn_clause(tokens: Tokens, words: Words, *, offset: int = 0) -> tuple[str, bool] | None:
    """Return the clause from a character offset on as it can stand inside a sentence, None for what is no clause.

    "the old ranking takes over" becomes "the old ranking taking over" behind "with", and so the second value is true;
    "we revert to the rule table" becomes "reverting to the rule table", which follows a comma. "Cached results are
    served" loses its "are".
    """
    first = tokens.find_position(offset)
    verb = find_finite(tokens, first)
    if verb is None:
        verb = find_mistaken(tokens, first)
    if verb is None:
        return None
    text = tokens.text.rstrip(". ")
    following = verb + 1
    if tokens.lower[verb] in _BE and following < len(tokens) and tokens.tag[following] == "VBN":
        rest = text[tokens.start[following] :]
    else:
        main = following if tokens.tag[verb] == "MD" and following < len(tokens) else verb
        lemma = "be" if tokens.lower[main] in _BE else find_lemma(tokens, main, words)
        if lemma is None:
            return None
        rest = inflect_word(lemma, "gerund", words.exceptions) + text[tokens.end[main] :]
    subject = text[offset : tokens.start[verb]].strip()
    if not subject or subject.lower() in _PRONOUNS:
        return rest, False
    named = tokens.tag[first] in ("NNP", "NNPS")
    return f"{subject if named else lower_first(subject)} {rest}", True


def find_finite(tokens: Tokens, first: int) -> int | None:
    """Return the position of the verb that makes a clause of the words from a position on, None for a phrase.

    That is the verb behind the first subject, or the first word itself ("falls back to last week's scores").
    """
    subject = next(
        (place for place in range(first, len(tokens)) if tokens.dep[place] in ("nsubj", "nsubjpass")), None
    )
    if subject is None:
        hyphenated = tokens.text[tokens.end[first] : tokens.end[first] + 1] == "-"  # "read-only mode"
        return first if tokens.tag[first] in ("VBZ", "VBP", "VB") and not hyphenated else None
    reach = range(subject + 1, max(tokens.head[subject], subject) + 1)
    return next((place for place in reach if tokens.tag[place] in _FINITE), None)


def find_mistaken(tokens: Tokens, first: int) -> int | None:
    """Return the position of a verb that the parser took for a plural: "a nurse checks every dose".

    Behind "a" or "each" stands no plural unless another noun follows ("a sales team").
    """
    if tokens.lower[first] not in _ONE:
        return None
    for place in range(first + 1, len(tokens) - 1):
        if tokens.tag[place] == "NNS":
            return None if tokens.tag[place + 1].startswith("NN") else place
        if tokens.tag[place] not in ("JJ", "NN", "VBN", "VBG"):
            return None
    return None


def lower_first(text: str) -> str:
    """Return a text with a small first letter, unless its first word is an acronym or "I"."""
    first = text.split(maxsplit=1)[0]
    plain = first[1:].islower() or (len(first) == 1 and first != "I")
    return text[0].lower() + text[1:] if plain else text


def fit_verb(slot: Piece, answer: str, examine: Examine, words: Words, *, in_front: bool) -> str:
    """Return an answer that begins with a verb as its place asks: with its capital in front, as "cutting …" behind."""
    if in_front:
        return answer[:1].upper() + answer[1:] if slot.text[1:2].isupper() else lower_first(answer)
    tokens = examine(answer).tokens
    lemma = find_lemma(tokens, 0, words) if opens_with_verb(answer, examine) else None
    if lemma is None:
        return lower_first(answer)
    return inflect_word(lemma, "gerund", words.exceptions) + answer[tokens.end[0] :]


def check_form(name: str, answer: str, examine: Examine, *, in_front: bool) -> str | None:
    """Return why an answer does not fit the sentence, None if it does; it is read by itself.

    What changed begins with a verb, or with its figure ("40 % fewer returns by …"); behind the sentence the verb may
    end in -ing.
    """
    verb = opens_with_verb(answer, examine)
    doing = not in_front and answer.split()[0].lower().endswith("ing")
    if name == "what" and not (verb or doing or answer[:1].isdigit()):
        return _VERB_FIRST
    if name in ("metric", "effect", "size") and verb:
        return "The answer follows a verb that stands already: name what changed and by how much."
    lead = examine(answer).facts.lead
    if name == "part" and (lead is None or lead.start > 0):
        return _VERB_FIRST
    return None


def clean_answer(name: str, answer: str) -> str:
    """Return an answer as it stands in a sentence: on one line, without the word before the slot and the full stop."""
    words = answer.replace(OPEN, "").replace(CLOSE, "").split()
    if words and words[0].lower() in _LINKS.get(name, ()):
        words = words[1:]
    return " ".join(words).rstrip(".,;")


def check_answer(name: str, seen: Seen) -> str | None:
    """Return what an answer still lacks, None if its own words prove what the slot asked for."""
    facts = seen.facts
    # Whatever stands behind "at" looks like a price to the learned reader ("at cheap"), so its word needs a figure.
    if name == "cost" and not (seen.names("cost") or (seen.proves("cost") and seen.counts())):
        return "The answer has no price or limit: give a figure with its unit, such as $0.02 a query."
    if name in ("what", "metric", "effect", "size") and not (
        facts.metric == "outcome" and seen.proves("outcome")
    ):
        return "The answer has no change in figures: say from what to what, or by how much."
    if name == "part" and (facts.lead is None or facts.hedged):
        return _VERB_FIRST
    return None


@dataclass(frozen=True, slots=True)
class Seen:
    """The facts of a bullet with one slot filled; `start` and `end` are character offsets of the answer in it."""

    facts: Facts
    start: int
    end: int

    def find_proofs(self, label: str) -> list[Evidence]:
        """Return the evidence with this label that the answer itself is, and not the words around it."""
        return [
            item
            for item in self.facts.evidence
            if item.label == label and item.start < self.end and self.start < item.end
        ]

    def proves(self, label: str) -> bool:
        """Tell whether the answer itself is evidence with this label."""
        return bool(self.find_proofs(label))

    def counts(self) -> bool:
        """Tell whether the answer has a number that the number grammar knows."""
        return any(
            item.source.startswith("number:") and item.start < self.end and self.start < item.end
            for item in self.facts.evidence
        )

    def names(self, label: str) -> bool:
        """Tell whether the answer says in known words what it is, so that it need not be said beside it."""
        return any(item.source != SOURCE for item in self.find_proofs(label))


def preview(
    pieces: Sequence[Piece], place: int, answer: str, examine: Examine, *, linked: bool = True
) -> Seen:
    """Read the bullet with one slot filled and the other open slots left out."""
    current = put_answer(pieces, place, answer, linked=linked)
    at = len(current) - (len(pieces) - place)
    filled = current[at]
    while (other := next((number for number, piece in enumerate(current) if piece.slot), None)) is not None:
        current = drop_slot(current, other)
    start = len(join_text(current[: next(n for n, piece in enumerate(current) if piece is filled)]))
    return Seen(examine(join_text(current)).facts, start, start + len(answer))


def put_answer(pieces: Sequence[Piece], place: int, answer: str, *, linked: bool = True) -> list[Piece]:
    """Return pieces with a slot filled; an answer that is not `linked` follows a comma, without the word before it.

    What changed behind a sentence is then a figure, which follows "with".
    """
    if linked:
        return [*pieces[:place], Piece(answer), *pieces[place + 1 :]]
    before = list(pieces[:place])
    if pieces[place].slot == "what":
        return [*before, Piece("with"), Piece(" "), Piece(answer), *pieces[place + 1 :]]
    while before and before[-1].start is None and not before[-1].slot:
        before.pop()
    return [*before, Piece(","), Piece(" "), Piece(answer), *pieces[place + 1 :]]


def is_in_front(pieces: Sequence[Piece], place: int) -> bool:
    """Tell whether the rest of the sentence hangs on a slot, by a link behind it ("⟨result⟩ by …", "⟨result⟩: …")."""
    if pieces[place].slot == "effect":
        return True
    if pieces[place].slot == "what" and any(
        piece.text == ":" and piece.start is None for piece in pieces[place:]
    ):
        return True
    behind = next((piece for piece in pieces[place + 1 :] if piece.text.strip()), None)
    return behind is not None and behind.start is None and not behind.slot and behind.text.isalpha()
