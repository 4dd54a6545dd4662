"""Bullets without a verb of their own."""

from __future__ import annotations

import random
from dataclasses import replace

from training.grammar.adjuncts import adjunct, verb_phrase
from training.grammar.amounts import quantity
from training.grammar.lexicon import pick
from training.grammar.node import Node, after, before
from training.grammar.nouns import bracket, comma, noun_node, organization, technology_list
from training.grammar.phrases import noun_phrase, prepositional
from training.grammar.verbs import plain_lead


def participle(chance: random.Random) -> Node:
    """Return `Promoted to lead developer …`, `Tasked with …`, `Recognized by …`."""
    verb, preposition, key = chance.choice(
        (
            ("promoted", "to", "role"),
            ("promoted", "to", "role"),
            ("promoted", "to", "role"),
            ("tasked", "with", ""),
            ("charged", "with", ""),
            ("recognized", "for", ""),
            ("recognised", "by", "people"),
            ("awarded", "for", ""),
            ("hired", "as", "role"),
            ("selected", "as", "role"),
            ("selected", "by", "people"),
            ("nominated", "for", "document"),
            ("appointed", "as", "role"),
            ("trusted", "with", "artifact"),
            ("trained", "in", "topic"),
            ("certified", "in", "topic"),
            ("invited", "to", "event"),
            ("involved", "in", ""),
            ("involved", "with", "artifact"),
            ("based", "in", "place"),
            ("published", "in", "document"),
            ("responsible", "for", ""),
            ("responsible", "for", ""),
            ("responsible", "for", ""),
            ("responsible", "for", "topic"),
            ("responsible", "for", "artifact"),
            ("responsible", "for", "data"),
            ("accountable", "for", "metric"),
            ("proficient", "in", "topic"),
            ("proficient", "with", "technology"),
            ("familiar", "with", "technology"),
            ("experienced", "in", "topic"),
            ("skilled", "in", "topic"),
        )
    )
    if key:
        inner = noun_phrase(chance, key, "pobj", depth=1)
    else:
        inner = verb_phrase(chance, "VBG", "pcomp", lead=plain_lead(chance), adjuncts=1)
    adjective = verb in ("responsible", "accountable", "proficient", "familiar", "experienced", "skilled")
    node = Node(verb, "JJ" if adjective else "VBN", "")
    if chance.random() < 0.12:
        be = Node(chance.choice(("was", "am", "been")), "VBD", "auxpass")
        if adjective:
            return Node(
                "was",
                "VBD",
                "",
                right=(Node(verb, "JJ", "acomp", right=(Node(preposition, "IN", "prep", right=(inner,)),)),),
            )
        node = before(node, replace(be, text="was"))
    elif chance.random() < 0.1:
        node = before(
            node,
            Node(
                chance.choice(("mainly", "also", "solely", "fully", "personally", "directly")), "RB", "advmod"
            ),
        )
    label = "agent" if preposition == "by" else "prep"
    node = after(node, Node(preposition, "IN", label, right=(inner,)))
    return after(node, *adjunct(chance)) if chance.random() < 0.4 else node


def fragment(chance: random.Random) -> Node:
    """Return a noun-phrase bullet."""
    draw = chance.random()
    if draw < 0.24:
        node = noun_node(pick(chance, "nouns", "role"), "")
        if chance.random() < 0.5:
            node = before(
                node,
                Node(
                    *chance.choice(
                        (
                            ("Lead", "JJ"),
                            ("Senior", "JJ"),
                            ("Principal", "JJ"),
                            ("Certified", "VBN"),
                            ("Junior", "JJ"),
                            ("Chief", "JJ"),
                            ("Head", "NN"),
                            ("Assistant", "NN"),
                            ("Staff", "NN"),
                        )
                    ),
                    "amod",
                ),
            )
        if chance.random() < 0.3:
            node = before(node, noun_node(pick(chance, "nouns", "topic"), "compound"))
        if chance.random() < 0.15:
            node = after(node, Node("and", "CC", "cc"), noun_node(pick(chance, "nouns", "role"), "conj"))
        draw = chance.random()
        if draw < 0.5:
            node = after(
                node,
                Node(
                    chance.choice(("for", "of", "at", "on", "in")),
                    "IN",
                    "prep",
                    right=(
                        noun_phrase(chance, chance.choice(("artifact", "topic", "event")), "pobj", depth=1),
                    ),
                ),
            )
        elif draw < 0.7:
            node = after(
                node,
                Node(chance.choice(("at", "of", "for")), "IN", "prep", right=(organization(chance, "pobj"),)),
            )
        elif draw < 0.8:
            node = after(node, comma(), organization(chance, "appos"))
        if chance.random() < 0.12:
            node = after(node, verb_phrase(chance, "VBG", "acl", lead=plain_lead(chance), adjuncts=1))
        elif chance.random() < 0.08:
            node = after(
                node, Node(";", ":", "punct", glued=True), verb_phrase(chance, "VBD", "parataxis", adjuncts=1)
            )
        return node
    if draw < 0.42:
        noun = pick(chance, "nouns", "deverbal")
        node = Node(noun, "NN", "")
        if chance.random() < 0.35:
            node = before(
                node,
                noun_node(
                    pick(chance, "nouns", chance.choice(("topic", "document", "data"))).replace(" of ", " "),
                    "compound",
                ),
            )
        elif chance.random() < 0.2:
            node = before(node, Node(pick(chance, "words", "adjective"), "JJ", "amod"))
        if chance.random() < 0.25:
            node = after(node, Node("and", "CC", "cc"), Node(pick(chance, "nouns", "deverbal"), "NN", "conj"))
        preposition = {
            "participation": "in",
            "experience": "with",
            "exposure": "to",
            "collaboration": "with",
            "responsibility": "for",
        }.get(noun, chance.choice(("of", "of", "of", "for")))
        node = after(
            node, Node(preposition, "IN", "prep", right=(noun_phrase(chance, "any", "pobj", depth=2),))
        )
        return after(node, prepositional(chance)) if chance.random() < 0.3 else node
    if draw < 0.49:
        head = noun_node(
            pick(chance, "nouns", chance.choice(("artifact", "event", "document", "topic", "role", "role"))),
            "",
        )
        node = before(head, Node(pick(chance, "nouns", "ambiguous"), "NN", "compound"))
        return after(node, prepositional(chance)) if chance.random() < 0.7 else node
    if draw < 0.6:
        part = Node(
            chance.choice(
                (
                    "Part",
                    "Member",
                    "Head",
                    "Owner",
                    "Author",
                    "Winner",
                    "Founder",
                    "Maintainer",
                    "Organizer",
                    "Recipient",
                )
            ),
            "NN",
            "",
        )
        inner = noun_phrase(chance, chance.choice(("people", "artifact", "event")), "pobj", depth=1)
        if chance.random() < 0.35:
            inner = after(inner, verb_phrase(chance, "VBG", "acl", lead=plain_lead(chance), adjuncts=1))
        return after(part, Node("of", "IN", "prep", right=(inner,)))
    if draw < 0.68:
        return technology_list(chance, "", most=6)
    if draw < 0.74:
        number = quantity(chance, "")
        return after(number, prepositional(chance)) if chance.random() < 0.8 else number
    key = chance.choice(("artifact", "artifact", "activity", "topic", "event", "document", "metric"))
    node = noun_phrase(chance, key, "", depth=2, bare=True)
    first = node.left[0] if node.left else node
    if first.tag in ("VBN", "VBG") and "-" not in first.text and chance.random() < 0.8:
        node = replace(node, left=node.left[1:])
    if chance.random() < 0.3:
        return after(
            node,
            Node(chance.choice(("–", "-", "—", ":", "|")), ":", "punct"),
            technology_list(chance, "appos"),
        )
    return node


def prepositional_fragment(chance: random.Random) -> Node:
    """Return `In charge of …`, `Hands-on with …`."""
    preposition, noun, second = chance.choice(
        (
            ("In", "charge", "of"),
            ("On", "call", "for"),
            ("Under", "supervision", "of"),
            ("With", "focus", "on"),
            ("From", "concept", "to"),
        )
    )
    inner = (
        verb_phrase(chance, "VBG", "pcomp", lead=plain_lead(chance))
        if chance.random() < 0.5 and second != "to"
        else noun_phrase(chance, "any", "pobj", depth=1)
    )
    return Node(
        preposition,
        "IN",
        "",
        right=(Node(noun, "NN", "pobj", right=(Node(second, "IN", "prep", right=(inner,)),)),),
    )


def heading(chance: random.Random) -> Node:
    """Return a noun phrase in Title Case, as headings and project names are written."""
    node = title_case(fragment(chance))
    if chance.random() < 0.3:
        year = Node(str(chance.randint(2001, 2026)), "CD", "nummod")
        node = (
            after(node, bracket(replace(year, label="npadvmod")))
            if chance.random() < 0.5
            else after(node, comma(), replace(year, label="npadvmod"))
        )
    return node


def title_case(node: Node) -> Node:
    """Return the subtree in Title Case, its nouns tagged as they were."""
    text = (
        node.text
        if node.text in ("of", "and", "for", "&", "to", "in")
        else node.text[:1].upper() + node.text[1:]
    )
    tag = {"NN": "NNP", "NNS": "NNPS"}.get(node.tag, node.tag)
    if node.tag in ("NN", "NNS") and text[1:].islower():
        tag = node.tag
    return replace(
        node,
        text=text,
        tag=tag,
        left=tuple(map(title_case, node.left)),
        right=tuple(map(title_case, node.right)),
    )
