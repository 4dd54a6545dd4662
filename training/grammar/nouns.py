"""Names, nouns and their coordination."""

from __future__ import annotations

import random
from dataclasses import replace

from training.grammar.inflection import is_plural
from training.grammar.lexicon import load_classes, pick
from training.grammar.node import Node, after, before, relabel

SYLLABLES = "ba cor del fen gra hel in jo kal lum mor nex or pel quo ris sol tam ul ver wis xan yor zet ark den".split()


def comma() -> Node:
    """Return a comma."""
    return Node(",", ",", "punct", glued=True)


def glue_first(node: Node) -> Node:
    """Return the subtree with its first word glued to what stands before it."""
    if node.left:
        return replace(node, left=(glue_first(node.left[0]), *node.left[1:]))
    return replace(node, glued=True)


def bracket(inner: Node, opening: str = "(", closing: str = ")") -> Node:
    """Return the node in brackets."""
    tags = {"(": "-LRB-", "[": "-LRB-", '"': "``", "“": "``", ")": "-RRB-", "]": "-RRB-", "”": "''"}
    close_tag = "''" if closing in ('"', "”") else tags[closing]
    inner = glue_first(inner)
    return after(
        before(inner, Node(opening, tags[opening], "punct")), Node(closing, close_tag, "punct", glued=True)
    )


def coordinate(chance: random.Random, nodes: list[Node], label: str) -> Node:
    """Chain nodes as conjuncts under the first of them."""
    link = chance.choice(("and", "and", "and", "and", "&", "or", "/", ","))
    if link == "/" and len(nodes) > 2:
        link = "and"
    chain = relabel(nodes[-1], "conj" if len(nodes) > 1 else label)
    for index in range(len(nodes) - 2, -1, -1):
        last = index == len(nodes) - 2
        if last and link in ("and", "&", "or"):
            links = [Node(link, "CC", "cc")]
            if len(nodes) > 2 and chance.random() < 0.6:
                links.insert(0, comma())
        elif last and link == "/":
            glue = chance.random() < 0.6
            links = [Node("/", "SYM", "punct", glued=glue)]
            chain = glue_first(chain) if glue else chain
        else:
            links = [comma()]
        chain = after(relabel(nodes[index], "conj" if index else label), *links, chain)
    return chain


def invent_name(chance: random.Random) -> str:
    """Return a name that no list holds: a product, a team or an acronym."""
    draw = chance.random()
    if draw < 0.35:
        return "".join(chance.choice("ABCDEFGHIKLMNOPRSTVX") for _ in range(chance.choice((2, 3, 3, 4, 5))))
    name = "".join(chance.choice(SYLLABLES) for _ in range(chance.choice((2, 2, 3)))).capitalize()
    if draw < 0.5:
        return name + chance.choice(
            ("AI", "DB", "Flow", "Hub", "Kit", "Ops", "Net", "Lab", ".io", ".js", "-2", "2", " 3", "X")
        )
    return name


def name_node(name: str, label: str) -> Node:
    """Return a proper name under its last word."""
    words = name.split()
    left = tuple(
        Node(
            w,
            "DT" if w == "the" else "IN" if w in ("of", "with") else "NNP",
            "det" if w == "the" else "compound",
        )
        for w in words[:-1]
    )
    if "of" in words:
        at = words.index("of")
        inner = name_node(" ".join(words[at + 1 :]), "pobj")
        head = name_node(" ".join(words[:at]), label)
        return after(head, Node("of", "IN", "prep", right=(inner,)))
    number = words[-1].replace(".", "").isdigit() and len(words) > 1
    if number:
        head = name_node(" ".join(words[:-1]), label)
        return after(head, Node(words[-1], "CD", "nummod"))
    return Node(words[-1], "NNP", label, left=left)


def noun_node(noun: str, label: str) -> Node:
    """Return a noun or noun compound under its last word."""
    words = noun.split()
    if words[0] in ("a", "two", "three", "six", "one", "our", "the", "ninety") and len(words) > 1:
        first = words.pop(0)
        tag, dep = {"a": ("DT", "det"), "the": ("DT", "det"), "our": ("PRP$", "poss")}.get(
            first, ("CD", "nummod")
        )
        return before(noun_node(" ".join(words), label), Node(first, tag, dep))
    if "of" in words or "to" in words or "per" in words:
        at = next(i for i, w in enumerate(words) if w in ("of", "to", "per"))
        rest = " ".join(words[at + 1 :])
        head = noun_node(" ".join(words[:at]), label)
        if words[at] == "to" and rest == "hire":
            return after(head, Node(rest, "VB", "acl", left=(Node("to", "TO", "aux"),)))
        return after(head, Node(words[at], "IN", "prep", right=(noun_node(rest, "pobj"),)))
    left = []
    for word in words[:-1]:
        if word in load_classes("words")["adjective"]:
            left.append(Node(word, "JJ", "amod"))
        elif word in load_classes("words")["participle"]:
            left.append(Node(word, "VBN", "amod"))
        elif word.isupper() or word[0].isupper():
            left.append(Node(word, "NNP", "compound"))
        elif word == "and":
            left.append(Node(word, "CC", "cc"))
        else:
            left.append(Node(word, "NNS" if is_plural(word) else "NN", "compound"))
    last = words[-1]
    tag = (
        "NNP" if last.isupper() and len(last) > 1 else "NNS" if is_plural(last) or last == "people" else "NN"
    )
    return Node(last, tag, label, left=tuple(left))


def technology(chance: random.Random, label: str) -> Node:
    """Return the name of a technology."""
    if chance.random() < 0.12:
        return name_node(invent_name(chance), label)
    return name_node(pick(chance, "names", "technology"), label)


def technology_list(chance: random.Random, label: str, *, most: int = 4) -> Node:
    """Return one or more names of technologies, coordinated."""
    names = [technology(chance, "conj") for _ in range(chance.choice((1, 1, 2, 2, 3, most)))]
    return coordinate(chance, names, label)


def organization(chance: random.Random, label: str) -> Node:
    """Return the name of an organisation or place."""
    key = chance.choice(("organization", "place"))
    if chance.random() < 0.3:
        return name_node(invent_name(chance), label)
    return name_node(pick(chance, "names", key), label)
