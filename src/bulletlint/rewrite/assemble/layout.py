"""The frame of a rewrite: label, opening phrase, front, link, how, closing slots and the sentences that follow."""

from __future__ import annotations

from bulletlint.core.finding import Piece
from bulletlint.rewrite.assemble.inputs import Inputs, list_closing_slots
from bulletlint.rewrite.assemble.parts import cut_label, cut_rest, is_means, lift_stop
from bulletlint.rewrite.sentence.adjoined import ends_in_clause
from bulletlint.rewrite.sentence.anatomy import Anatomy
from bulletlint.rewrite.sentence.piece import cut_span, is_name, set_case

#: Words of a clause that what is put behind it would belong to.
_RELATIVES = frozenset({"that", "which", "who", "where"})


def assemble_around(
    inputs: Inputs,
    anatomy: Anatomy,
    front: list[Piece],
    link: str,
    how: list[Piece],
    end: int,
    *,
    skipped: int = 0,
) -> list[Piece]:
    """Return label, opening phrase, front, link, how, closing slots and the sentences that follow."""
    tokens = inputs.tokens
    opener: list[Piece] = []
    if anatomy.opener is not None:
        phrase = cut_span(tokens, *anatomy.opener, inputs.changed)
        clause = any(word in _RELATIVES for piece in how for word in piece.text.split())
        if (
            is_means(tokens, anatomy.opener[0]) and not clause
        ):  # "a bank that feeds families with two helpers"
            how = [*how, *set_case(tokens, phrase, upper=False)]
        else:
            opener = [*phrase, Piece(",")]
            front = set_case(tokens, front, upper=False)
    front, last = lift_stop(tokens, front)  # the sentence's end came to the front: "by 3 s."
    how, stop = lift_stop(tokens, how)
    stop = stop or last
    closing = list_closing_slots(inputs)
    if closing and link and hangs(inputs, how):
        front, closing = [*front, *closing, Piece(",")], []
    body = [*opener, *front, Piece(link), *how, *closing, *stop]
    rest = cut_rest(tokens, end, anatomy=anatomy, skipped=skipped)
    capital = not anatomy.start or tokens.text[tokens.start[anatomy.start]].isupper()
    if capital or (body[0].start is not None and is_name(tokens, body[0].start)):
        body = set_case(tokens, body, upper=True)
    elif body[0].text[:1].isupper() and body[0].start is None and not body[0].slot:
        body[0] = Piece(body[0].text[:1].lower() + body[0].text[1:])
    return [*cut_label(tokens, anatomy.start), *body, *rest]


def hangs(inputs: Inputs, how: list[Piece]) -> bool:
    """Tell whether a how ends in a clause or another sentence, to which blanks behind it would seem to belong."""
    tokens = inputs.tokens
    if any(piece.text == ";" for piece in how):
        return True
    known = [piece for piece in how if piece.start is not None and piece.end is not None]
    if not known or known[-1].end is None or known[0].start is None:
        return False
    first, last = tokens.find_position(known[0].start), tokens.find_position(known[-1].end - 1)
    return ends_in_clause(tokens, first, last + 1)


def works_alone(inputs: Inputs, start: int, end: int) -> bool:
    """Tell whether a word between two positions says that the writer did it alone ("Sole author of …")."""
    alone = inputs.words.sets["words-alone"]
    return any(word in alone for word in inputs.tokens.lower[start:end])
