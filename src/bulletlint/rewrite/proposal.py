"""Rewrites that somebody else wrote, a person or a language model: read with their blanks, and proved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bulletlint.core.finding import Piece, Rewrite
from bulletlint.evidence.words import Words
from bulletlint.rewrite.figures import find_figure_changes
from bulletlint.rewrite.filled import leads, stands_behind_word
from bulletlint.rewrite.proof import (
    TEMPLATE_WORDS,
    TIES,
    blank_slots,
    compare_words,
    list_bases,
)
from bulletlint.rewrite.sentence.piece import make_rewrite
from bulletlint.rewrite.slots.wording import Wordings

#: Words that only join others: a proposal may add or lose them. None of them denies, counts or limits anything.
JOINING = frozenset(
    "a an the and as at by for from in into of on onto over per so that this to through via which while who whose with "
    "is are was were be been being has have had it its their our my".split()
)
_BLANK = re.compile(r"⟨([^⟨⟩]*)⟩")
_WORD = re.compile(r"\w+(?:['’.,:/-]\w+)*[%‰]?|\S")
#: A word that begins with a capital inside a sentence, or has one further on.
_NAME = re.compile(r"(?<=[\w,;] )[A-Z][\w+#-]*|\b\w+[A-Z]\w*")


@dataclass(frozen=True, slots=True)
class Changes:
    """What a rewrite says that its bullet does not, and what it no longer says: words, figures and names."""

    new: tuple[str, ...]
    lost: tuple[str, ...]


def read_proposal(text: str, proposed: str) -> Rewrite:
    """Return a proposed text as a rewrite: ⟨…⟩ are its slots, words of the bullet know where they stand in it."""
    pieces: list[Piece] = []
    taken: set[int] = set()
    spans = [(match.start(), match.end(), match.group()) for match in _WORD.finditer(text)]
    after = 0
    for match in _BLANK.finditer(proposed):
        pieces += align_words(proposed[after : match.start()], spans, taken)
        name = name_slot(match.group(1), proposed, *match.span())
        pieces.append(Piece(match.group(), slot=name, question=f"{match.group(1)}?"))
        after = match.end()
    pieces += align_words(proposed[after:], spans, taken)
    return make_rewrite(join_neighbours(pieces, text))


def name_slot(label: str, proposed: str, start: int, end: int) -> str:
    """Return the name of a slot by its place, if it stands for the verb of the sentence, its label, the word before it.

    `start` and `end` are offsets of the blank in the proposed text.
    """
    said = label.lower()
    if not stands_behind_word(proposed, start):
        own = "your" in said.split() or "part" in said.split()
        if not own and (
            leads(proposed, start, end) or said.split()[:1] == [] or said.split()[0].endswith("ing")
        ):
            return "what"
    for name, marks in (
        ("cost", ("cost", "price", "budget", "spend")),
        ("fallback", ("fallback", "backup", "when it fails", "rollback")),
        ("part", ("your", "part")),
        ("metric", ("from", "by how", "figure", "%", "before")),
    ):
        if any(mark in said for mark in marks):
            return name
    link = proposed[:start].split()[-1:]
    return {"at": "cost", "with": "fallback"}.get(link[0].lower() if link else "", "what")


def align_words(said: str, spans: Sequence[tuple[int, int, str]], taken: set[int]) -> list[Piece]:
    """Return a stretch of a proposal as pieces: each word that the bullet has, too, with its place there."""
    pieces: list[Piece] = []
    after, last = 0, -1
    for match in _WORD.finditer(said):
        if match.start() > after:
            pieces.append(Piece(said[after : match.start()]))
        word = match.group().lower()
        same = [
            number for number, span in enumerate(spans) if number not in taken and span[2].lower() == word
        ]
        number = min(same, key=lambda item: (item != last + 1, item), default=-1)
        if number >= 0:
            taken.add(number)
            last = number
            pieces.append(Piece(match.group(), spans[number][0], spans[number][1]))
        else:
            pieces.append(Piece(match.group()))
        after = match.end()
    return [*pieces, Piece(said[after:])] if after < len(said) else pieces


def join_neighbours(pieces: Sequence[Piece], text: str) -> list[Piece]:
    """Return pieces with neighbours of the bullet, and the blanks between them, joined."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        before = joined[-2] if len(joined) > 1 else None
        known = piece.start is not None and piece.end is not None
        if known and last is not None and last.start is not None and last.end == piece.start:
            joined[-1] = Piece(last.text + piece.text, last.start, piece.end)
        elif (
            known
            and last is not None
            and last.start is None
            and not last.slot
            and before is not None
            and before.start is not None
            and before.end is not None
            and text[before.end : piece.start] == last.text
        ):
            joined[-2:] = [Piece(before.text + last.text + piece.text, before.start, piece.end)]
        else:
            joined.append(piece)
    return joined


def find_changes(rewrite: Rewrite, text: str, words: Words, wordings: Wordings) -> Changes:
    """Return what is new in a rewrite and what is lost from its bullet; the words of blanks count as neither.

    A verb directly before a blank belongs to the blank ("cutting ⟨what⟩"). Filler, words of degree that a blank asks a
    figure for, duty phrases and verbs that say no more than "with" may be lost.
    """
    said = blank_slots(rewrite)
    allowed = JOINING | TEMPLATE_WORDS | find_blank_verbs(rewrite, words, wordings)
    dropped = (
        JOINING | TIES | words.sets["words-droppable"] | words.sets["words-degree"] | words.sets["verbs-with"]
    )
    dropped |= words.sets["words-vague"] if rewrite.slots else frozenset()
    dropped |= {
        word for phrase in words.lexicons["phrases-duty"] for word in phrase.split() if word.isalpha()
    }
    new, lost = compare_words(said, text, wordings.verbs, wordings.bases, allowed=allowed, dropped=dropped)
    new_figures, lost_figures = find_figure_changes(
        said, text, wordings.bases, joining=JOINING | TEMPLATE_WORDS | wordings.shifts.comparatives.keys()
    )
    names = [name for name in _NAME.findall(text) if name.lower() not in said.lower()]
    return Changes(
        new=(*new, *new_figures),
        lost=(*lost, *lost_figures, *(name for name in names if name.lower() not in lost)),
    )


def find_blank_verbs(rewrite: Rewrite, words: Words, wordings: Wordings) -> frozenset[str]:
    """Return the verbs of change that stand directly before a blank."""
    found: set[str] = set()
    for slot in rewrite.slots:
        last = rewrite.text[: slot.start].lower().split()[-1:]
        for word in last:
            if any(words.verb_class.get(base) == "outcome" for base in list_bases(word, wordings.bases)):
                found.add(word)
    return frozenset(found)
