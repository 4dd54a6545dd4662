"""A blank for the result before a sentence that stays as it is: "⟨result⟩, at ⟨cost⟩: analysts see hashed e-mails"."""

from __future__ import annotations

from bulletlint.core.finding import Piece
from bulletlint.rewrite.assemble.inputs import Inputs, list_closing_slots, make_outcome
from bulletlint.rewrite.sentence.anatomy import Anatomy
from bulletlint.rewrite.sentence.piece import cut_span, set_case

#: Marks by which a bullet has a head already, or is none that one can stand before.
_HEADED = frozenset({":", "?", "→", "->", "=>", "⇒", "=", "•"})
_DASHES = frozenset({"–", "—", "-", "--"})
#: Words that point back to what stands before.
_POINTERS = frozenset({"it", "this", "that", "they", "he", "she"})
#: Fewest and most tokens of a sentence that a head may stand before.
_LEAST_TOKENS, _MOST_TOKENS = 5, 50


def assemble_headed(inputs: Inputs, anatomy: Anatomy) -> list[Piece] | None:
    """Return the bullet behind blanks for its result, cost and fallback; None where it has a head of its own.

    For sentences that say what a thing does. Behind them cost and fallback would seem to belong to their last clause.
    """
    tokens, facts = inputs.tokens, inputs.facts
    if not inputs.missing.metric or inputs.missing.part or facts.metric == "outcome" or facts.duty:
        return None
    if anatomy.opening == "plain":
        return None  # "⟨Raised sales⟩: own search" is no sentence; behind a deed its result may stand, too
    end = len(tokens)
    if anatomy.start or not _LEAST_TOKENS <= end <= _MOST_TOKENS or tokens.lower[0] in _POINTERS:
        return None
    if tokens.lower.count("(") != tokens.lower.count(")"):
        return None
    if (
        not _DASHES.isdisjoint(tokens.lower[:_LEAST_TOKENS])
        or not _HEADED.isdisjoint(tokens.lower)
        or not tokens.text[:1].isalpha()
    ):
        return None
    names = inputs.words.sets["names-technology"]
    kept = cut_span(tokens, 0, end, inputs.changed)
    if tokens.lower[0] not in names and tokens.pos[0] != "PROPN":
        kept = set_case(tokens, kept, upper=False)
    front = set_case(tokens, [make_outcome(inputs, "past")], upper=True)
    return [*front, *list_closing_slots(inputs), Piece(":"), *kept]
