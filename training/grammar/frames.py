"""Verbs with a frame of their own: keep track of, put a cap on, be responsible for."""

from __future__ import annotations

import random
from dataclasses import replace

from training.grammar.amounts import money
from training.grammar.lexicon import pick
from training.grammar.node import Node, after, before
from training.grammar.nouns import name_node, noun_node
from training.grammar.phrases import noun_phrase, prepositional
from training.grammar.verbs import bare_phrase, plain_lead, verb_node


def special_verb(chance: random.Random, tag: str, label: str, lead: str) -> Node:
    """Return a verb of a frame of its own: keep track, make X faster, put a cap on X, be responsible for X."""
    frame = chance.randrange(9)
    topic = noun_phrase(chance, chance.choice(("artifact", "topic", "event", "metric")), "pobj", depth=1)
    if frame == 0:
        track = Node("track", "NN", "dobj", right=(Node("of", "IN", "prep", right=(topic,)),))
        return after(verb_node("keep", tag, label), track)
    if frame == 1:
        noun, preposition = chance.choice(
            (
                ("ownership", "of"),
                ("part", "in"),
                ("care", "of"),
                ("charge", "of"),
                ("lead", "on"),
                ("notes", "during"),
            )
        )
        return after(
            verb_node("take", tag, label),
            Node(noun, "NN", "dobj", right=(Node(preposition, "IN", "prep", right=(topic,)),)),
        )
    if frame == 2:
        thing = noun_phrase(chance, "artifact", "nsubj", depth=0)
        adjective = Node(
            chance.choice(("faster", "cheaper", "safer", "easier", "reliable", "accessible", "available")),
            "JJ",
            "ccomp",
            left=(thing,),
        )
        return after(verb_node(chance.choice(("make", "keep")), tag, label), adjective)
    if frame == 3:
        cap = Node(
            chance.choice(("cap", "ceiling", "limit", "budget", "price", "focus", "lid", "bound")),
            "NN",
            "dobj",
            left=(Node("a", "DT", "det"),),
        )
        if chance.random() < 0.5:
            cap = replace(cap, left=(Node("a", "DT", "det"), money(chance, "nmod")))
        return after(
            verb_node(chance.choice(("put", "set", "place")), tag, label),
            cap,
            Node("on", "IN", "prep", right=(topic,)),
        )
    if frame == 4:
        be = {"VBD": "was", "VBN": "been", "VBG": "being", "VB": "be", "VBZ": "is"}.get(tag, "am")
        verb = bare_phrase(chance, "VBG", "pcomp", lead=plain_lead(chance))
        inner = verb if chance.random() < 0.5 else topic
        node = Node(
            chance.choice(("responsible", "accountable")),
            "JJ",
            "acomp",
            right=(Node("for", "IN", "prep", right=(inner,)),),
        )
        return Node(be, tag, label, right=(node,))
    if frame == 5:
        who = noun_phrase(chance, "people", "dative", depth=0)
        return after(
            verb_node(chance.choice(("give", "teach", "send", "offer", "show")), tag, label),
            who,
            noun_phrase(chance, "document", "dobj", depth=0),
        )
    if frame == 6:
        state = chance.choice(("live", "public", "viral", "remote", "paperless", "serverless"))
        return after(verb_node("go", tag, label), Node(state, "JJ", "acomp"), prepositional(chance, depth=0))
    if frame == 7:
        return after(
            verb_node("become", tag, label),
            before(
                noun_node(pick(chance, "nouns", "role"), "attr"),
                Node("the", "DT", "det"),
                Node("first", "JJ", "amod"),
            ),
        )
    prize = name_node(
        chance.choice(
            (
                "Best Paper Award",
                "Employee of the Month".replace(" of the Month", ""),
                "First Prize",
                "Innovation Award",
                "Scholarship",
                "Gold Medal",
            )
        ),
        "dobj",
    )
    return after(
        verb_node(chance.choice(("win", "receive", "earn", "get")), tag, label),
        prize,
        prepositional(chance, depth=0),
    )
