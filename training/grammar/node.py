"""Nodes of a growing tree and their planting as a `Tree`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from training.tree import Tree


@dataclass(frozen=True, slots=True)
class Node:
    """Hold a word with the subtrees on its left and right; glued words follow without a space."""

    text: str
    tag: str
    label: str = ""
    left: tuple[Node, ...] = ()
    right: tuple[Node, ...] = ()
    glued: bool = False


def relabel(node: Node, label: str) -> Node:
    """Return the node under another label."""
    return replace(node, label=label)


def before(node: Node, *others: Node) -> Node:
    """Return the node with further subtrees, outermost on its left."""
    return replace(node, left=others + node.left)


def after(node: Node, *others: Node) -> Node:
    """Return the node with further subtrees, outermost on its right."""
    return replace(node, right=node.right + others)


def find_first(node: Node) -> Node:
    """Return the leftmost word of a subtree."""
    return find_first(node.left[0]) if node.left else node


def change_first(node: Node, **changes: object) -> Node:
    """Return the subtree with fields of its leftmost word changed."""
    if node.left:
        return replace(node, left=(change_first(node.left[0], **changes), *node.left[1:]))
    return replace(node, **changes)  # type: ignore[arg-type]


def capitalize(node: Node) -> Node:
    """Return the subtree with its first letter in upper case."""
    text = find_first(node).text
    return change_first(node, text=text[:1].upper() + text[1:])


def change_last(node: Node, tail: Node) -> Node:
    """Return the subtree with one more subtree after its last word, hung on the root."""
    return after(node, tail)


def plant(root: Node) -> Tree:
    """Lay a node and all below it out as a tree."""
    words: list[str] = []
    glued: list[bool] = []
    tags: list[str] = []
    heads: list[int] = []
    labels: list[str] = []

    def lay(node: Node) -> int:
        below = [lay(child) for child in node.left]
        place = len(words)
        words.append(node.text)
        glued.append(node.glued)
        tags.append(node.tag)
        heads.append(place)
        labels.append(node.label)
        below.extend(lay(child) for child in node.right)
        for child in below:
            heads[child] = place
        return place

    top = lay(root)
    labels[top] = "ROOT"
    spaces = [not glue for glue in glued[1:]] + [False]
    return Tree(tuple(words), tuple(spaces), tuple(tags), tuple(heads), tuple(labels))
