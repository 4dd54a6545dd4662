"""A blank for the result before a sentence that stays as it is: "⟨result⟩, at ⟨cost⟩: analysts see hashed e-mails"."""

from __future__ import annotations

from bulletlint.core.finding import Piece
from bulletlint.rewrite.assemble.inputs import Inputs, list_closing_slots, make_outcome
from bulletlint.rewrite.assemble.parts import lift_stop
from bulletlint.rewrite.sentence.adjoined import ends_in_clause
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

    For sentences that say what a thing does, or whose parts cannot be moved. Where they end in a clause, cost and
    fallback stand in front, too: behind it they would seem to belong to it.
    """
    tokens, facts = inputs.tokens, inputs.facts
    if not inputs.missing.metric or inputs.missing.part or facts.metric == "outcome" or facts.duty:
        return None
    if anatomy.opening == "plain" and facts.lead_class == "outcome":
        return None  # "Improved navigation": only its figure is missing
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
    named = tokens.pos[0] == "PROPN" and anatomy.opening != "plain"
    if tokens.lower[0] not in names and not named:
        kept = set_case(tokens, kept, upper=False)
    front = set_case(tokens, [make_outcome(inputs, "past")], upper=True)
    closing = list_closing_slots(inputs)
    one = anatomy.opening == "plain" and len(anatomy.segments) == 1
    if one and not ends_in_clause(tokens, anatomy.lead, anatomy.end):
        kept, stop = lift_stop(tokens, kept)
        return [*front, Piece(":"), *kept, *closing, *stop]
    return [*front, *closing, Piece(":"), *kept]
