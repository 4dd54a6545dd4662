"""Noun phrases and prepositional phrases of the bullet grammar."""

from __future__ import annotations

import random
from dataclasses import replace

from training.grammar.amounts import duration, figure, money, percent, quantity
from training.grammar.inflection import inflect
from training.grammar.lexicon import pick
from training.grammar.node import Node, after, before
from training.grammar.nouns import (
    bracket,
    comma,
    coordinate,
    invent_name,
    name_node,
    noun_node,
    organization,
    technology,
    technology_list,
)

OBJECT_CLASSES = ("artifact", "activity", "metric", "people", "topic", "document", "event", "data")


def modifiers(chance: random.Random) -> list[Node]:
    """Draw what stands between determiner and noun."""
    found: list[Node] = []
    draw = chance.random()
    if draw < 0.3:
        found.append(Node(pick(chance, "words", "adjective"), "JJ", "amod"))
    elif draw < 0.36:
        first = Node(pick(chance, "words", "adjective"), "JJ", "amod")
        second = Node(pick(chance, "words", "adjective"), "JJ", "conj")
        found.append(after(first, Node("and", "CC", "cc"), second))
    elif draw < 0.42:
        first = Node(pick(chance, "words", "adjective"), "JJ", "amod")
        second = Node(pick(chance, "words", "adjective"), "JJ", "amod")
        found.extend((first, comma(), second) if chance.random() < 0.5 else (first, second))
    elif draw < 0.55:
        found.append(Node(pick(chance, "words", "participle"), "VBN", "amod"))
    elif draw < 0.6:
        found.append(Node(pick(chance, "words", "gerund"), "VBG", "amod"))
    draw = chance.random()
    if draw < 0.2:
        found.append(technology(chance, "compound"))
    elif draw < 0.35:
        noun = pick(chance, "nouns", chance.choice(("topic", "data", "people", "document", "event")))
        if not any(word in noun.split() for word in ("of", "to", "per", "a")):
            found.append(noun_node(noun, "compound"))
    return found


def noun_phrase(chance: random.Random, key: str, label: str, *, depth: int = 1, bare: bool = False) -> Node:
    """Return a noun phrase around a noun of a class; depth bounds what hangs behind it."""
    if key == "any":
        key = chance.choice(OBJECT_CLASSES)
    if key == "technology":
        return technology_list(chance, label)
    if key == "people" and chance.random() < 0.15:
        return team(chance, label)
    noun = pick(chance, "nouns", key)
    node = noun_node(noun, label)
    fixed = node.left and node.left[0].label in ("det", "poss", "nummod")
    if not fixed:
        extra = modifiers(chance)
        if chance.random() < 0.08 and node.tag == "NNS":
            extra.insert(0, Node(figure(chance), "CD", "nummod"))
            if chance.random() < 0.3:
                extra[0] = before(
                    extra[0], Node(chance.choice(("over", "about", "nearly")), "RB", "quantmod")
                )
        elif chance.random() < 0.12 and key in ("metric", "document", "artifact"):
            extra = [chance.choice((percent, money))(chance, "compound")]  # "95% accuracy", "a $2M budget"
            extra = [] if extra[0].right else extra
        node = before(node, *extra)
        determiner = _determiner(chance, node)
        if (
            determiner is not None
            and not (bare and chance.random() < 0.7)
            and not any(n.tag == "CD" for n in extra)
        ):
            node = before(node, *determiner)
    if depth > 0:
        node = after(node, *_noun_tail(chance, depth))
    if chance.random() < 0.14:
        others = [
            noun_phrase(chance, key, "conj", depth=0, bare=True) for _ in range(chance.choice((1, 1, 2, 3)))
        ]
        node = coordinate(chance, [node, *others], label)
    return node


def team(chance: random.Random, label: str) -> Node:
    """Return `a team of five engineers`, `a budget of $2M`."""
    noun = Node(
        chance.choice(("team", "team", "group", "squad", "class", "staff", "unit", "pool", "cohort")),
        "NN",
        label,
    )
    if chance.random() < 0.3:
        noun = before(noun, Node(pick(chance, "words", "adjective"), "JJ", "amod"))
    noun = before(noun, Node("a", "DT", "det"))
    draw = chance.random()
    if draw < 0.3:
        members = Node(figure(chance), "CD", "pobj")
    else:
        members = noun_node(pick(chance, "nouns", "people").replace("a clerk", "clerks"), "pobj")
        if draw < 0.8:
            members = before(members, Node(figure(chance), "CD", "nummod"))
    return after(noun, Node("of", "IN", "prep", right=(members,)))


def _determiner(chance: random.Random, node: Node) -> list[Node] | None:
    singular = node.tag == "NN"
    draw = chance.random()
    if draw < (0.3 if singular else 0.72):
        return None
    if draw < 0.55 and singular:
        first = node.left[0] if node.left else node
        while first.left:
            first = first.left[0]
        return [Node("an" if first.text[:1].lower() in "aeiou" else "a", "DT", "det")]
    if draw < 0.88:
        return [Node("the", "DT", "det")]
    if draw < 0.92:
        return [Node(chance.choice(("our", "their", "its", "my", "company's")[:4]), "PRP$", "poss")]
    if draw < 0.95:
        owner = noun_node(
            chance.choice(("team", "company", "client", "customer", "city", "group", "firm")), "poss"
        )
        owner = (
            before(owner, Node("the", "DT", "det"))
            if chance.random() < 0.7
            else name_node(invent_name(chance), "poss")
        )
        return [after(owner, Node("'s", "POS", "case", glued=True))]
    return [
        Node(chance.choice(("all", "each", "every", "both", "any", "some", "this", "these")), "DT", "det")
    ]


def _noun_tail(chance: random.Random, depth: int) -> list[Node]:
    draw = chance.random()
    deeper = depth - 1
    if draw < 0.26:
        return [prepositional(chance, depth=deeper)]
    if draw < 0.275:
        name = name_node(invent_name(chance), "appos")
        return [bracket(name, *chance.choice((('"', '"'), ("“", "”"), ("(", ")"))))]
    if draw < 0.32:
        return [Node("of", "IN", "prep", right=(noun_phrase(chance, "any", "pobj", depth=deeper),))]
    if draw < 0.36:
        return [bracket(technology_list(chance, "appos"))]
    if draw < 0.4:
        verb = inflect(pick(chance, "verbs", "build").split("_")[0], "VBN")
        tail = chance.choice(
            (
                Node("with", "IN", "prep", right=(technology_list(chance, "pobj"),)),
                Node("by", "IN", "agent", right=(quantity(chance, "pobj"),)),
                Node("by", "IN", "agent", right=(noun_phrase(chance, "people", "pobj", depth=0),)),
                Node("in", "IN", "prep", right=(technology_list(chance, "pobj"),)),
                Node("for", "IN", "prep", right=(noun_phrase(chance, "people", "pobj", depth=0),)),
            )
        )
        return [Node(verb, "VBN", "acl", right=(tail,))]
    if draw < 0.44:
        subject = Node(chance.choice(("that", "which")), "WDT", "nsubj")
        tag = chance.choice(("VBD", "VBZ", "VBP"))
        verb = inflect(pick(chance, "verbs", chance.choice(("system", "change"))).split("_")[0], tag)
        return [
            Node(verb, tag, "relcl", left=(subject,), right=(noun_phrase(chance, "any", "dobj", depth=0),))
        ]
    if draw < 0.47:
        verb = inflect(
            pick(chance, "verbs", chance.choice(("system", "change", "study"))).split("_")[0], "VBG"
        )
        return [Node(verb, "VBG", "acl", right=(noun_phrase(chance, "any", "dobj", depth=0),))]
    if draw < 0.5:
        verb = pick(chance, "verbs", chance.choice(("study", "change", "build"))).split("_")[0]
        return [
            Node(
                verb,
                "VB",
                "acl",
                left=(Node("to", "TO", "aux"),),
                right=(noun_phrase(chance, "any", "dobj", depth=0),),
            )
        ]
    if draw < 0.53:
        example = Node(
            "as", "IN", "prep", left=(Node("such", "JJ", "amod"),), right=(technology_list(chance, "pobj"),)
        )
        return [example]
    if draw < 0.56:
        return [
            comma(),
            Node("including", "VBG", "prep", right=(noun_phrase(chance, "any", "pobj", depth=0),)),
        ]
    if draw < 0.58:
        return [bracket(before(technology_list(chance, "appos"), Node("e.g.", "FW", "advmod")))]
    return []


def prepositional(chance: random.Random, *, depth: int = 1, label: str = "prep") -> Node:
    """Return a prepositional phrase."""
    preposition = pick(chance, "words", "preposition")
    if preposition == "including":
        preposition = "for"
    inner = _prepositional_object(chance, preposition, depth)
    return Node(preposition, "IN", label, right=(inner,))


def _prepositional_object(chance: random.Random, preposition: str, depth: int) -> Node:
    draw = chance.random()
    if preposition in ("in", "at", "across", "within", "on", "into", "throughout", "around"):
        if draw < 0.2:
            return noun_node(pick(chance, "nouns", "place"), "pobj")
        if draw < 0.4:
            return organization(chance, "pobj")
        if draw < 0.55:
            return technology_list(chance, "pobj", most=2)
        if draw < 0.62 and preposition == "in":
            year = Node(str(chance.randint(1998, 2026)), "CD", "nummod")
            return (
                after(name_node(pick(chance, "names", "month"), "pobj"), year)
                if chance.random() < 0.5
                else replace(year, label="pobj")
            )
    if preposition in ("for", "with", "among", "between", "against") and draw < 0.3:
        return noun_phrase(chance, "people", "pobj", depth=depth)
    if preposition in ("for", "on", "with", "via", "through", "in") and draw < 0.45:
        return technology_list(chance, "pobj")
    if preposition in ("over", "under", "within", "during", "per") and draw < 0.5:
        return duration(chance, "pobj")
    if draw < 0.6:
        return quantity(chance, "pobj")
    return noun_phrase(chance, "any", "pobj", depth=depth)
