"""Verbs with what they govern."""

from __future__ import annotations

import random
from dataclasses import replace

from training.grammar.amounts import amount, duration, money, percent, quantity
from training.grammar.inflection import inflect
from training.grammar.lexicon import pick
from training.grammar.node import Node, after, before
from training.grammar.nouns import comma, noun_node, organization, technology, technology_list
from training.grammar.phrases import noun_phrase, prepositional

OBJECTS = {
    "build": (
        "artifact",
        "artifact",
        "artifact",
        "artifact",
        "activity",
        "activity",
        "technology",
        "document",
        "data",
    ),
    "change": ("metric", "metric", "metric", "activity", "artifact", "event", "data"),
    "lead": ("people", "people", "event", "activity", "artifact", "topic", "document"),
    "study": ("data", "data", "metric", "artifact", "topic", "document", "people"),
    "conduct": ("event", "event", "event", "topic"),
    "say": ("document", "document", "event", "topic", "artifact"),
    "move": ("artifact", "artifact", "data", "people", "technology"),
    "people": ("people",),
    "serve": ("people", "data", "artifact", "event", "document"),
    "use": ("technology", "technology", "activity", "artifact", "data", "topic"),
    "system": ("data", "people", "artifact", "metric", "document"),
}


def verb_node(lemma: str, tag: str, label: str) -> Node:
    """Return a verb, with its particle if it has one."""
    stem, *particles = lemma.split("_")
    node = Node(inflect(stem, tag), tag, label)
    for particle in particles:
        node = after(node, Node(particle, "RP", "prt"))
    return node


def plain_lead(chance: random.Random) -> str:
    """Draw a class of plainly transitive verbs."""
    return chance.choice(
        ("build", "build", "change", "change", "lead", "study", "conduct", "say", "move", "serve")
    )


def bare_phrase(chance: random.Random, tag: str, label: str, *, lead: str) -> Node:
    """Return a verb with its complements and at most a prepositional phrase behind them."""
    node = VERB_COMPLEMENTS.get(lead, transitive)(chance, tag, label, lead)
    return after(node, prepositional(chance, depth=0)) if chance.random() < 0.3 else node


def transitive(chance: random.Random, tag: str, label: str, lead: str) -> Node:
    """Return a verb with an object, coordinated with further verbs now and then."""
    node = verb_node(pick(chance, "verbs", lead), tag, label)
    objects = OBJECTS[lead]
    if chance.random() < 0.13:
        node = coordinate_verbs(chance, node, tag, lead)
        return after(node, noun_phrase(chance, chance.choice(objects), "dobj"))
    depth = chance.choice((0, 1, 1, 2))
    draw = chance.random()
    if draw < 0.1:
        thing = quantity(chance, "dobj")
    elif draw < 0.2 and lead in ("change", "system"):
        thing = chance.choice((money, money, amount))(chance, "dobj")  # "saving $40k a month"
    else:
        thing = noun_phrase(chance, chance.choice(objects), "dobj", depth=depth)
    if len(node.right) == 1 and chance.random() < 0.25:
        node = replace(node, right=(thing, *node.right))  # "set the cluster up"
    else:
        node = after(node, thing)
    if lead == "use" and chance.random() < 0.5:
        node = after(node, infinitive_clause(chance, "advcl"))
    if lead == "change" and chance.random() < 0.6:
        node = after(node, *change_amount(chance))
    if lead == "move" and chance.random() < 0.7:
        node = after(node, *path(chance))
    return node


def coordinate_verbs(chance: random.Random, node: Node, tag: str, lead: str, *, most: int = 0) -> Node:
    """Chain verbs before a shared object, as many as given or else two or three: `designed, built and launched`."""
    count = most - 1 if most else chance.choice((1, 1, 2))
    others = [
        verb_node(pick(chance, "verbs", chance.choice(("build", lead, "say", "study"))), tag, "conj")
        for _ in range(count)
    ]
    link = Node(chance.choice(("and", "and", "and", "&", "/")), "CC", "cc")
    chain = others[-1]
    if len(others) == 1:
        return after(node, link, chain)
    link = Node(chance.choice(("and", "and", "&")), "CC", "cc")
    links = (comma(), link) if chance.random() < 0.5 else (link,)
    chain = after(others[-2], *links, chain)
    for other in reversed(others[:-2]):
        chain = after(other, comma(), chain)
    return after(node, comma(), chain)


def prepositional_verb(chance: random.Random, tag: str, label: str, lead: str) -> Node:
    """Return a verb that governs a preposition: `worked closely with the design team`."""
    *words, preposition = pick(chance, "verbs", "prepositional").split()
    node = Node(inflect(words[0], tag), tag, label)
    node = after(node, *(Node(word, "RP", "prt") for word in words[1:]))
    if chance.random() < 0.15:
        node = after(node, Node(pick(chance, "words", "manner"), "RB", "advmod"))
    draw = chance.random()
    if draw < 0.2:
        inner = bare_phrase(chance, "VBG", "pcomp", lead=plain_lead(chance))
    elif preposition == "as":
        noun = noun_node(pick(chance, "nouns", "role"), "pobj")
        inner = before(noun, Node("a", "DT", "det"))
        if chance.random() < 0.5:
            inner = after(inner, prepositional(chance, depth=0))
    elif preposition in ("at", "for", "from") and draw < 0.6:
        inner = organization(chance, "pobj")
    elif draw < 0.4:
        inner = technology_list(chance, "pobj")
    else:
        inner = noun_phrase(
            chance, chance.choice(("people", "topic", "artifact", "event", "document")), "pobj", depth=1
        )
    node = after(node, Node(preposition, "IN", "prep", right=(inner,)))
    if chance.random() < 0.3:
        node = after(node, infinitive_clause(chance, "advcl"))
    return node


def infinitive_verb(chance: random.Random, tag: str, label: str, lead: str) -> Node:
    """Return a verb with an infinitive: `helped migrate the cluster`."""
    lemma = pick(chance, "verbs", "infinitive")
    inner = bare_phrase(chance, "VB", "xcomp", lead=plain_lead(chance))
    if not (lemma == "help" and chance.random() < 0.6):
        inner = before(inner, Node("to", "TO", "aux"))
    return after(verb_node(lemma, tag, label), inner)


def object_infinitive_verb(chance: random.Random, tag: str, label: str, lead: str) -> Node:
    """Return a verb with object and infinitive: `helped the team migrate`, `enabled users to pay`."""
    lemma = pick(chance, "verbs", "object-infinitive")
    inner = bare_phrase(chance, "VB", "ccomp", lead=plain_lead(chance))
    who = noun_phrase(chance, "people", "nsubj", depth=0)
    if lemma != "let" and not (lemma == "help" and chance.random() < 0.6):
        inner = before(inner, Node("to", "TO", "aux"))
    return after(verb_node(lemma, tag, label), before(inner, who))


def change_amount(chance: random.Random) -> list[Node]:
    """Return how much something changed: `by 40%`, `from 600 ms to 300 ms`, `to 99.9%`, `in half`."""
    draw = chance.random()
    if draw < 0.5:
        return [Node("by", "IN", "prep", right=(amount(chance, "pobj"),))]
    if draw < 0.75:
        return path(chance, amounts=True)
    if draw < 0.87:
        return [
            Node(
                chance.choice(("to", "below", "under", "above", "past")),
                "IN",
                "prep",
                right=(amount(chance, "pobj"),),
            )
        ]
    if draw < 0.9:
        return [Node("in", "IN", "prep", right=(Node("half", "NN", "pobj"),))]
    if draw < 0.95:
        return [percent(chance, "npadvmod")]
    return [Node(chance.choice(("→", "->")), "SYM", "punct"), amount(chance, "npadvmod")]


def path(chance: random.Random, *, amounts: bool = False) -> list[Node]:
    """Return `from X to Y` or one half of it."""
    if amounts:
        kind = chance.choice((percent, money, duration, quantity))
        first, second = kind(chance, "pobj"), kind(chance, "pobj")
        if chance.random() < 0.15:
            return [
                Node(
                    "from",
                    "IN",
                    "prep",
                    right=(
                        after(
                            first,
                            Node(chance.choice(("→", "->", "–")), "SYM", "punct"),
                            replace(second, label="appos"),
                        ),
                    ),
                )
            ]
    elif chance.random() < 0.6:
        first, second = technology(chance, "pobj"), technology_list(chance, "pobj", most=2)
    else:
        first, second = (
            noun_phrase(chance, chance.choice(("artifact", "topic", "data")), "pobj", depth=0)
            for _ in range(2)
        )
    arrows = [
        Node("from", "IN", "prep", right=(first,)),
        Node(chance.choice(("to", "to", "to", "into")), "IN", "prep", right=(second,)),
    ]
    return arrows if chance.random() < 0.7 else arrows[1:]


def infinitive_clause(chance: random.Random, label: str) -> Node:
    """Return `to reduce …`."""
    inner = bare_phrase(chance, "VB", label, lead=plain_lead(chance))
    if chance.random() < 0.12:
        inner = before(inner, Node(pick(chance, "words", "manner"), "RB", "advmod"))
    return before(inner, Node("to", "TO", "aux"))


VERB_COMPLEMENTS = {
    "prepositional": prepositional_verb,
    "infinitive": infinitive_verb,
    "object-infinitive": object_infinitive_verb,
}
