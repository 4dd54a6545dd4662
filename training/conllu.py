"""Reading of CoNLL-U files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(slots=True)
class Word:
    """Hold one syntactic word of a treebank; head is a word index, the root heads itself."""

    form: str
    upos: str
    tag: str
    head: int
    label: str
    space: bool
    feats: str = "_"


def read_conllu(text: str) -> Iterator[list[Word]]:
    """Yield the sentences of a CoNLL-U text; empty nodes are left out."""
    for block in text.split("\n\n"):
        words: list[Word] = []
        joined_until, joined_space = 0, True
        for line in block.splitlines():
            if not line or line.startswith("#"):
                continue
            number, form, _, upos, tag, feats, head, label, _, misc = line.split("\t")
            space = "SpaceAfter=No" not in misc
            if "." in number:
                continue
            if "-" in number:
                joined_until, joined_space = int(number.split("-")[1]), space
                continue
            index = int(number)
            if index < joined_until:
                space = False
            elif index == joined_until:
                space = joined_space
            place = int(head) - 1 if head != "0" else index - 1
            words.append(Word(form, upos, tag, place, label, space, feats))
        if words:
            yield words


def read_sentences(path: Path) -> Iterator[list[Word]]:
    """Yield the sentences of a CoNLL-U file."""
    yield from read_conllu(path.read_text(encoding="utf8"))
