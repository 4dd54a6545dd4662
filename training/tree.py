"""A dependency tree over words: the one shape that treebank and grammar hand on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab


@dataclass(frozen=True, slots=True)
class Tree:
    """Hold the words of one sentence with tags, heads (token index, the root heads itself) and labels."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    labels: tuple[str, ...]

    @property
    def text(self) -> str:
        """Return the sentence as it is written."""
        pairs = zip(self.words, self.spaces, strict=True)
        return "".join(word + " " * space for word, space in pairs).rstrip(" ")


def find_fault(tree: Tree) -> str:
    """Say what makes the tree invalid, or return an empty string."""
    size = len(tree.words)
    if size == 0:
        return "no words"
    if {len(tree.spaces), len(tree.tags), len(tree.heads), len(tree.labels)} != {size}:
        return "columns differ in length"
    if any(not 0 <= head < size for head in tree.heads):
        return "a head lies outside of the sentence"
    roots = [index for index, head in enumerate(tree.heads) if head == index]
    if len(roots) != 1:
        return f"{len(roots)} roots"
    if any((label == "ROOT") != (index == roots[0]) for index, label in enumerate(tree.labels)):
        return "the label ROOT and the root differ"
    for index in range(size):
        place, steps = index, 0
        while tree.heads[place] != place:
            place, steps = tree.heads[place], steps + 1
            if steps > size:
                return "a cycle"
    return ""


def find_crossing(heads: Iterable[int]) -> tuple[int, int] | None:
    """Return two token indices whose arcs cross, or None for a projective tree."""
    arcs = [(min(i, h), max(i, h), i) for i, h in enumerate(heads) if i != h]
    for left, right, child in arcs:
        for other_left, other_right, other in arcs:
            if left < other_left < right < other_right:
                return child, other
    return None


def is_projective(tree: Tree) -> bool:
    """Tell whether no two arcs of the tree cross."""
    return find_crossing(tree.heads) is None


def join_trees(trees: Iterable[Tree]) -> tuple[list[str], list[bool], list[str], list[int], list[str]]:
    """Lay sentences behind one another as the columns of one document."""
    words: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    heads: list[int] = []
    labels: list[str] = []
    for tree in trees:
        if spaces:
            spaces[-1] = True
        start = len(words)
        words.extend(tree.words)
        spaces.extend(tree.spaces)
        tags.extend(tree.tags)
        heads.extend(start + head for head in tree.heads)
        labels.extend(tree.labels)
    if spaces:
        spaces[-1] = False
    return words, spaces, tags, heads, labels


def build_doc(trees: Iterable[Tree], *, vocab: Vocab) -> Doc:
    """Make one spaCy document of the sentences."""
    words, spaces, tags, heads, labels = join_trees(trees)
    return Doc(vocab, words=words, spaces=spaces, tags=tags, heads=heads, deps=labels)


def write_docs(docs: Iterable[Doc], path: Path) -> None:
    """Write documents as a spaCy DocBin file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(attrs=["ORTH", "SPACY", "TAG", "HEAD", "DEP"], docs=docs).to_disk(path)
