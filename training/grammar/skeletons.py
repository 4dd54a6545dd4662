"""Whole bullets: the shapes that a bullet takes around its clause or noun phrase."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from training.grammar.adjuncts import coordinate_clauses, system_clause, verb_phrase
from training.grammar.clauses import subordinate
from training.grammar.fragments import fragment, heading, participle, prepositional_fragment, title_case
from training.grammar.lexicon import pick
from training.grammar.node import Node, after, before, capitalize, plant
from training.grammar.nouns import (
    bracket,
    comma,
    glue_first,
    invent_name,
    name_node,
    noun_node,
    technology_list,
)
from training.grammar.openers import (
    activity,
    coordinated_objects,
    hyphenated,
    negated,
    opened_object,
    opened_subject,
    verb_list,
)
from training.grammar.phrases import noun_phrase, prepositional
from training.grammar.verbs import plain_lead, verb_node
from training.tree import Tree

Skeleton = Callable[[random.Random], Node]


def lead_clause(chance: random.Random, tag: str = "VBD") -> Node:
    """Return a verb-led bullet in the tense of the tag."""
    node = verb_phrase(chance, tag, "", adjuncts=3)
    draw = chance.random()
    if draw < 0.09:
        node = before(node, Node(pick(chance, "words", "manner"), "RB", "advmod"))
    if chance.random() < 0.2:
        node = coordinate_clauses(chance, node, tag)
    return node


def past(chance: random.Random) -> Node:
    """Return `Built a service …`."""
    return lead_clause(chance)


def base(chance: random.Random) -> Node:
    """Return `Maintain servers …`."""
    return lead_clause(chance, "VB")


def third(chance: random.Random) -> Node:
    """Return `Manages the servers …`."""
    return lead_clause(chance, "VBZ")


def gerund(chance: random.Random) -> Node:
    """Return `Developing models …`."""
    return lead_clause(chance, "VBG")


def first_person(chance: random.Random) -> Node:
    """Return `I led …`, `We are building …`."""
    subject = Node(chance.choice(("I", "I", "I", "We", "we", "He", "She", "They")), "PRP", "nsubj")
    draw = chance.random()
    if draw < 0.12:
        short, tag, form = chance.choice(
            (
                ("'ve", "VBP", "VBN"),
                ("’ve", "VBP", "VBN"),
                ("'m", "VBP", "VBG"),
                ("'re", "VBP", "VBG"),
                ("'ll", "MD", "VB"),
            )
        )
        who = "I" if short == "'m" else chance.choice(("We", "They")) if short == "'re" else subject.text
        if who in ("He", "She"):
            who = "We"
        node = verb_phrase(chance, form, "")
        return before(node, replace(subject, text=who), Node(short, tag, "aux", glued=True))
    if draw < 0.7:
        node = lead_clause(chance)
        return before(node, subject)
    if draw < 0.82:
        return before(lead_clause(chance, "VBP"), subject)
    if draw < 0.92:
        return before(verb_phrase(chance, "VBN", ""), subject, Node("have", "VBP", "aux"))
    be = {"I": ("am", "VBP"), "He": ("is", "VBZ"), "She": ("is", "VBZ")}.get(subject.text, ("are", "VBP"))
    return before(verb_phrase(chance, "VBG", ""), subject, Node(*be, "aux"))


def system(chance: random.Random) -> Node:
    """Return `The ranking service answers inside 30 ms`."""
    node = system_clause(chance, "")
    if chance.random() < 0.15:
        other = system_clause(chance, "conj", adjuncts=0)
        links = [comma()] if chance.random() < 0.6 else []
        node = after(node, *links, Node(chance.choice(("and", "but", "while", "so")[:2]), "CC", "cc"), other)
    return node


def copular(chance: random.Random) -> Node:
    """Return `My role was to …`, `Duties included …`, `The goal is to …`."""
    noun = chance.choice("role goal aim task job focus project challenge duty work mission".split())
    subject = before(
        Node(noun, "NN", "nsubj"),
        Node(
            *chance.choice(
                (
                    ("The", "DT", "det"),
                    ("My", "PRP$", "poss"),
                    ("Our", "PRP$", "poss"),
                    ("This", "DT", "det"),
                    ("Main", "JJ", "amod"),
                )
            )
        ),
    )
    draw = chance.random()
    if draw < 0.45:
        inner = before(verb_phrase(chance, "VB", "xcomp", lead=plain_lead(chance)), Node("to", "TO", "aux"))
        return Node(*chance.choice((("was", "VBD"), ("is", "VBZ"))), "", left=(subject,), right=(inner,))
    if draw < 0.6:
        inner = noun_phrase(chance, "any", "attr", depth=2)
        return Node(*chance.choice((("was", "VBD"), ("is", "VBZ"))), "", left=(subject,), right=(inner,))
    plural = Node(
        chance.choice("Duties Responsibilities Tasks Projects Topics Highlights Results Skills".split()),
        "NNS",
        "nsubj",
    )
    who = plural if chance.random() < 0.6 else subject
    verb = verb_node(
        chance.choice(("include", "involve", "cover", "comprise")),
        chance.choice(("VBD", "VBD", "VBZ" if who is subject else "VBP")),
        "",
    )
    if chance.random() < 0.5:
        inner = verb_phrase(chance, "VBG", "xcomp", lead=plain_lead(chance), adjuncts=1)
    else:
        inner = noun_phrase(chance, "any", "dobj", depth=1)
    return before(after(verb, inner), who)


def fronted(chance: random.Random) -> Node:
    """Return a bullet with something before its verb: `After a pilot, rolled out …`."""
    draw = chance.random()
    if draw < 0.25:
        node = system_clause(chance, "", adjuncts=1) if chance.random() < 0.6 else lead_clause(chance)
        front = subordinate(chance)
    elif draw < 0.4:
        node = chance.choice((lead_clause, first_person))(chance)
        front = Node("As", "IN", "prep", right=(_role(chance),))
    elif draw < 0.75:
        node = chance.choice((lead_clause, lead_clause, first_person, system))(chance)
        front = prepositional(chance, depth=0)
        if chance.random() < 0.4:
            front = Node(
                chance.choice(("After", "Before", "During", "Within", "Throughout", "Following", "Over")),
                "IN",
                "prep",
                right=(noun_phrase(chance, chance.choice(("event", "document")), "pobj", depth=0),),
            )
        elif chance.random() < 0.2:
            front = Node("In", "IN", "prep", right=(Node(str(chance.randint(2001, 2026)), "CD", "pobj"),))
    elif draw < 0.85:
        node = chance.choice((lead_clause, first_person, system))(chance)
        front = before(
            verb_phrase(chance, "VB", "advcl", lead=plain_lead(chance), adjuncts=0), Node("To", "TO", "aux")
        )
    else:
        node = chance.choice((lead_clause, first_person))(chance)
        front = verb_phrase(
            chance, "VBG", chance.choice(("advcl", "pcomp")), lead=plain_lead(chance), adjuncts=0
        )
        if front.label == "pcomp":
            front = Node(
                chance.choice(("By", "After", "Before", "Without", "While", "Through")),
                "IN",
                "prep",
                right=(front,),
            )
    links = [comma()] if chance.random() < 0.85 else []
    return before(node, front, *links)


def _role(chance: random.Random) -> Node:
    node = noun_node(pick(chance, "nouns", "role"), "pobj")
    if chance.random() < 0.4:
        node = (
            before(node, Node("the", "DT", "det"), Node("sole", "JJ", "amod"))
            if chance.random() < 0.4
            else before(node, Node("a", "DT", "det"))
        )
    return node


def labelled(chance: random.Random) -> Node:
    """Return a bullet behind a label: `Search: rebuilt …`, `_Docs_ - wrote …`."""
    kinds = (
        past,
        past,
        past,
        past,
        base,
        gerund,
        fragment,
        system,
        first_person,
        fronted,
        opened_subject,
        negated,
    )
    node = chance.choice(kinds)(chance)
    if chance.random() < 0.35:
        node = capitalize(node)
    draw = chance.random()
    if draw < 0.12:
        label = noun_phrase(chance, chance.choice(("topic", "artifact", "event")), "dep", depth=0, bare=True)
    elif draw < 0.35:
        label = noun_node(pick(chance, "nouns", chance.choice(("topic", "artifact", "document"))), "dep")
    elif draw < 0.5:
        label = technology_list(chance, "dep", most=2)
    elif draw < 0.7:
        label = name_node(invent_name(chance), "dep")
    elif draw < 0.8:
        label = Node(
            pick(chance, "words", "label"),
            "NN",
            "dep",
        )
    else:
        first = noun_node(pick(chance, "nouns", chance.choice(("topic", "artifact"))), "dep")
        label = after(
            first,
            Node(chance.choice(("and", "&")), "CC", "cc"),
            noun_node(pick(chance, "nouns", "topic"), "conj"),
        )
    if chance.random() < 0.6:
        label = title_case(label)
    label = capitalize(label)
    mark = chance.choice((":", ":", ":", ":", "-", "–", "—", "|"))
    draw = chance.random()
    if draw < 0.15:
        label = bracket_mark(label, chance.choice(("_", "*", "**")))
    elif draw < 0.25:
        label = bracket(label, "[", "]")
    return before(node, label, Node(mark, ":", "punct", glued=mark == ":"))


def bracket_mark(node: Node, mark: str) -> Node:
    """Return the node between marks of emphasis."""
    opening = Node(mark, "NFP", "punct")
    return after(before(glue_first(node), opening), Node(mark, "NFP", "punct", glued=True))


SKELETONS: tuple[tuple[Skeleton, int], ...] = (
    (past, 36),
    (base, 15),
    (third, 3),
    (gerund, 7),
    (participle, 5),
    (first_person, 4),
    (system, 9),
    (copular, 3),
    (fragment, 11),
    (heading, 4),
    (prepositional_fragment, 1),
    (fronted, 7),
    (labelled, 8),
    (opened_subject, 5),
    (opened_object, 10),
    (activity, 2),
    (verb_list, 2),
    (hyphenated, 2),
    (coordinated_objects, 2),
    (negated, 1),
)


def finish(chance: random.Random, node: Node) -> Tree:
    """Give a bullet its capital, its full stop and its slips, and plant it."""
    if chance.random() < 0.94:
        node = capitalize(node)
    draw = chance.random()
    if draw < 0.02:
        node = after(node, Node("[url]", "ADD", "dep"))
    elif draw < 0.04:
        node = after(node, bracket(technology_list(chance, "dep")))
    draw = chance.random()
    if draw < 0.42:
        node = after(node, Node(".", ".", "punct", glued=True))
    elif draw < 0.44:
        node = after(
            node, Node(chance.choice((";", "!", ",")), chance.choice((":", ".")), "punct", glued=True)
        )
    tree = plant(node)
    if chance.random() < 0.03:
        spaces = list(tree.spaces)
        for index, word in enumerate(tree.words[:-1]):
            if word == ",":
                spaces[index] = False
        tree = replace(tree, spaces=tuple(spaces))
    return tree


def generate_sentence(chance: random.Random) -> Tree:
    """Return one sentence of a bullet."""
    kinds, weights = zip(*SKELETONS, strict=True)
    return finish(chance, chance.choices(kinds, weights)[0](chance))


def generate_bullet(seed: int) -> list[Tree]:
    """Return the sentences of one bullet; the same seed gives the same bullet."""
    chance = random.Random(seed)
    sentences = [generate_sentence(chance)]
    if chance.random() < 0.12:
        if sentences[0].words[-1] != ".":
            first = sentences[0]
            root = next(i for i, head in enumerate(first.heads) if i == head)
            sentences[0] = Tree(
                (*first.words, "."),
                (*first.spaces, False),
                (*first.tags, "."),
                (*first.heads, root),
                (*first.labels, "punct"),
            )
        kind = chance.choice((past, past, first_person, system, gerund, fragment, copular))
        sentences.append(finish(chance, capitalize(kind(chance))))
    return sentences
