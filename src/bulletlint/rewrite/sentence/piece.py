"""A rewrite as pieces of its bullet: what stands in the source, what was inflected, what was put between."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from bulletlint.core.finding import Piece, Rewrite, Slot
from bulletlint.evidence.tokens import Tokens

#: The kind of answer that each slot wants.
KINDS = {
    "what": "change", "metric": "figure", "effect": "figure", "size": "figure", "part": "act", "cost": "price",
    "fallback": "safeguard",
}  # fmt: skip
#: Slots that may open a sentence: their label takes its capital then.
_OPENING = frozenset({"what", "part"})
_TIGHT_BEFORE = frozenset(",.;:!?)]%…")


def cut_span(tokens: Tokens, start: int, end: int, changed: Mapping[int, str]) -> list[Piece]:
    """Return the words from one position to another, with some of them changed; an empty change drops the word."""
    if end <= start:
        return []
    pieces: list[Piece] = []
    at, stop = tokens.start[start], tokens.end[end - 1]
    text = tokens.text
    for position in sorted(changed):
        if not start <= position < end:
            continue
        first, last = tokens.start[position], tokens.end[position]
        if first > at:
            pieces.append(Piece(text[at:first], at, first))
        if changed[position]:
            pieces.append(Piece(changed[position], first, last))
        elif text[last : last + 1] == " ":
            last += 1
        at = last
    if stop > at:
        pieces.append(Piece(text[at:stop], at, stop))
    return pieces


def cut_joined(
    tokens: Tokens, start: int, end: int, changed: Mapping[int, str], added: Mapping[int, str]
) -> list[Piece]:
    """Return the words of a span as `cut_span` does, with a word added before some positions."""
    pieces: list[Piece] = []
    begin = start
    for position in sorted(added):
        if start <= position < end:
            pieces += [*cut_span(tokens, begin, position, changed), Piece(added[position])]
            begin = position
    return [*pieces, *cut_span(tokens, begin, end, changed)]


def set_case(tokens: Tokens, pieces: Sequence[Piece], *, upper: bool) -> list[Piece]:
    """Return pieces with the first letter in upper case, or in lower case unless the word is a name.

    So does the label of a slot that stands for the verb of the sentence.
    """
    changed = list(pieces)
    for number, piece in enumerate(changed):
        if not piece.text or (piece.slot and piece.slot not in _OPENING):
            break
        letter = next((index for index, sign in enumerate(piece.text) if sign.isalnum()), None)
        if letter is None:
            continue
        old = piece.text[letter]
        if not upper and piece.start is not None and is_name(tokens, piece.start + letter):
            break
        new = old.upper() if upper else old.lower()
        if new != old:
            changed[number] = replace(piece, text=piece.text[:letter] + new + piece.text[letter + 1 :])
        break
    return changed


def is_name(tokens: Tokens, offset: int) -> bool:
    """Tell whether the word at a character offset keeps its capital in the middle of a sentence."""
    position = tokens.find_position(offset)
    word = tokens.text[tokens.start[position] : tokens.end[position]]
    if word[1:] != word[1:].lower() or any(sign.isdigit() for sign in word) or word == "I":
        return True
    glued = tokens.text[tokens.end[position] : tokens.end[position] + 2]
    if glued[:1] in ("/", "-") and glued[1:].isupper():
        return True
    return tokens.tag[position] in ("NNP", "NNPS")


def is_title(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a phrase is written with capitals or opens with a name: its first capital stays then."""
    following = [tokens.text[tokens.start[place]] for place in range(start + 1, min(start + 3, end))]
    return any(sign.isupper() for sign in following)


def join_pieces(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return the pieces with one space between them where a sentence needs one, neighbours of the source joined."""
    joined: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        last = joined[-1] if joined else None
        if last is not None:
            touches = last.end is not None and last.end == piece.start
            spaced = last.text[-1:].isspace() or last.text[-1:] in "([" or piece.text[0].isspace()
            if not touches and not spaced and piece.text[0] not in _TIGHT_BEFORE:
                joined.append(Piece(" "))
        joined.append(piece)
    return tuple(joined)


def join_text(pieces: Iterable[Piece]) -> str:
    """Return the text that pieces make."""
    return "".join(piece.text for piece in pieces)


def make_rewrite(pieces: Sequence[Piece]) -> Rewrite:
    """Return the rewrite that the pieces make, with the offsets of its slots."""
    slots: list[Slot] = []
    offset = 0
    for piece in pieces:
        if piece.slot:
            label = piece.text[1:-1]
            end = offset + len(piece.text)
            kind = KINDS.get(piece.slot, "")
            slots.append(Slot(piece.slot, piece.question, offset, end, label, piece.hint, kind))
        offset += len(piece.text)
    return Rewrite(join_text(pieces), tuple(slots), tuple(pieces))


def replace_slots(rewrite: Rewrite, say: Callable[[Slot], str]) -> str:
    """Return the text of a rewrite with something else in the place of each slot."""
    said, after = [], 0
    for slot in rewrite.slots:
        said += [rewrite.text[after : slot.start], say(slot)]
        after = slot.end
    return "".join([*said, rewrite.text[after:]])


def drop_slot(pieces: Sequence[Piece], place: int) -> list[Piece]:
    """Return pieces without a slot and the words that tie it to the sentence (", at", a space)."""
    first = place
    while first and pieces[first - 1].start is None and not pieces[first - 1].slot:
        first -= 1
        if pieces[first].text == ",":
            break
    after = place + 1
    brackets = join_text(pieces[first:place]).endswith("(")
    if brackets and after < len(pieces) and pieces[after].text == ")":
        after += 1
    if first and pieces[first - 1].text[-1:] == " " and after < len(pieces) and pieces[after].text == " ":
        after += 1  # a filler word left its blank before the slot
    return [*pieces[:first], *pieces[after:]]
