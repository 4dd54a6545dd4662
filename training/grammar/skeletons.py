"""Whole bullets: the shapes that a bullet takes around its clause or noun phrase."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from training.grammar.clauses import (
    adjunct,
    coordinate_clauses,
    plain_lead,
    subordinate,
    system_clause,
    verb_node,
    verb_phrase,
)
from training.grammar.lexicon import pick
from training.grammar.node import Node, after, before, capitalize, plant
from training.grammar.phrases import (
    bracket,
    comma,
    glue_first,
    invent_name,
    name_node,
    noun_node,
    noun_phrase,
    organization,
    prepositional,
    quantity,
    technology_list,
)
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


def participle(chance: random.Random) -> Node:
    """Return `Promoted to lead developer …`, `Tasked with …`, `Recognized by …`."""
    verb, preposition, key = chance.choice(
        (
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
            ("responsible", "for", "topic"),
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
            return Node("was", "VBD", "", right=(Node(verb, "JJ", "acomp", right=(Node(preposition, "IN", "prep", right=(inner,)),)),))
        node = before(node, replace(be, text="was"))
    elif chance.random() < 0.1:
        node = before(node, Node(chance.choice(("mainly", "also", "solely", "fully", "personally", "directly")), "RB", "advmod"))
    label = "agent" if preposition == "by" else "prep"
    node = after(node, Node(preposition, "IN", label, right=(inner,)))
    return after(node, *adjunct(chance)) if chance.random() < 0.4 else node


def first_person(chance: random.Random) -> Node:
    """Return `I led …`, `We are building …`."""
    subject = Node(chance.choice(("I", "I", "I", "We", "we", "He", "She", "They")), "PRP", "nsubj")
    draw = chance.random()
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
    subject = before(Node(noun, "NN", "nsubj"), Node(*chance.choice((("The", "DT", "det"), ("My", "PRP$", "poss"), ("Our", "PRP$", "poss"), ("This", "DT", "det"), ("Main", "JJ", "amod")))))
    draw = chance.random()
    if draw < 0.45:
        inner = before(verb_phrase(chance, "VB", "xcomp", lead=plain_lead(chance)), Node("to", "TO", "aux"))
        return Node(*chance.choice((("was", "VBD"), ("is", "VBZ"))), "", left=(subject,), right=(inner,))
    if draw < 0.6:
        inner = noun_phrase(chance, "any", "attr", depth=2)
        return Node(*chance.choice((("was", "VBD"), ("is", "VBZ"))), "", left=(subject,), right=(inner,))
    plural = Node(chance.choice("Duties Responsibilities Tasks Projects Topics Highlights Results Skills".split()), "NNS", "nsubj")
    who = plural if chance.random() < 0.6 else subject
    verb = verb_node(chance.choice(("include", "involve", "cover", "comprise")), chance.choice(("VBD", "VBD", "VBZ" if who is subject else "VBP")), "")
    if chance.random() < 0.5:
        inner = verb_phrase(chance, "VBG", "xcomp", lead=plain_lead(chance), adjuncts=1)
    else:
        inner = noun_phrase(chance, "any", "dobj", depth=1)
    return before(after(verb, inner), who)


def fragment(chance: random.Random) -> Node:
    """Return a noun-phrase bullet."""
    draw = chance.random()
    if draw < 0.24:
        node = noun_node(pick(chance, "nouns", "role"), "")
        if chance.random() < 0.5:
            node = before(node, Node(*chance.choice((("Lead", "JJ"), ("Senior", "JJ"), ("Principal", "JJ"), ("Certified", "VBN"), ("Junior", "JJ"), ("Chief", "JJ"), ("Head", "NN"), ("Assistant", "NN"), ("Staff", "NN"))), "amod"))
        if chance.random() < 0.3:
            node = before(node, noun_node(pick(chance, "nouns", "topic"), "compound"))
        if chance.random() < 0.15:
            node = after(node, Node("and", "CC", "cc"), noun_node(pick(chance, "nouns", "role"), "conj"))
        draw = chance.random()
        if draw < 0.5:
            node = after(node, Node(chance.choice(("for", "of", "at", "on", "in")), "IN", "prep", right=(noun_phrase(chance, chance.choice(("artifact", "topic", "event")), "pobj", depth=1),)))
        elif draw < 0.7:
            node = after(node, Node(chance.choice(("at", "of", "for")), "IN", "prep", right=(organization(chance, "pobj"),)))
        elif draw < 0.8:
            node = after(node, comma(), organization(chance, "appos"))
        return node
    if draw < 0.42:
        noun = pick(chance, "nouns", "deverbal")
        node = Node(noun, "NN", "")
        if chance.random() < 0.35:
            node = before(node, noun_node(pick(chance, "nouns", chance.choice(("topic", "document", "data"))).replace(" of ", " "), "compound"))
        elif chance.random() < 0.2:
            node = before(node, Node(pick(chance, "words", "adjective"), "JJ", "amod"))
        if chance.random() < 0.25:
            node = after(node, Node("and", "CC", "cc"), Node(pick(chance, "nouns", "deverbal"), "NN", "conj"))
        preposition = {"participation": "in", "experience": "with", "exposure": "to", "collaboration": "with", "responsibility": "for"}.get(noun, chance.choice(("of", "of", "of", "for")))
        node = after(node, Node(preposition, "IN", "prep", right=(noun_phrase(chance, "any", "pobj", depth=2),)))
        return after(node, prepositional(chance)) if chance.random() < 0.3 else node
    if draw < 0.52:
        head = noun_node(pick(chance, "nouns", chance.choice(("artifact", "event", "document", "topic", "role"))), "")
        node = before(head, Node(pick(chance, "nouns", "ambiguous"), "NN", "compound"))
        return after(node, prepositional(chance)) if chance.random() < 0.7 else node
    if draw < 0.6:
        part = Node(chance.choice(("Part", "Member", "Head", "Owner", "Author", "Winner", "Founder", "Maintainer", "Organizer", "Recipient")), "NN", "")
        inner = noun_phrase(chance, chance.choice(("people", "artifact", "event")), "pobj", depth=1)
        return after(part, Node("of", "IN", "prep", right=(inner,)))
    if draw < 0.68:
        return technology_list(chance, "", most=6)
    if draw < 0.74:
        number = quantity(chance, "")
        return after(number, prepositional(chance)) if chance.random() < 0.8 else number
    key = chance.choice(("artifact", "artifact", "topic", "event", "document", "metric"))
    node = noun_phrase(chance, key, "", depth=2, bare=True)
    first = node.left[0] if node.left else node
    if first.tag in ("VBN", "VBG") and "-" not in first.text and chance.random() < 0.6:
        node = replace(node, left=node.left[1:])
    if chance.random() < 0.3:
        return after(node, Node(chance.choice(("–", "-", "—", ":", "|")), ":", "punct"), technology_list(chance, "appos"))
    return node


def prepositional_fragment(chance: random.Random) -> Node:
    """Return `In charge of …`, `Hands-on with …`."""
    preposition, noun, second = chance.choice((("In", "charge", "of"), ("On", "call", "for"), ("Under", "supervision", "of"), ("With", "focus", "on"), ("From", "concept", "to")))
    inner = verb_phrase(chance, "VBG", "pcomp", lead=plain_lead(chance)) if chance.random() < 0.5 and second != "to" else noun_phrase(chance, "any", "pobj", depth=1)
    return Node(preposition, "IN", "", right=(Node(noun, "NN", "pobj", right=(Node(second, "IN", "prep", right=(inner,)),)),))


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
            front = Node(chance.choice(("After", "Before", "During", "Within", "Throughout", "Following", "Over")), "IN", "prep", right=(noun_phrase(chance, chance.choice(("event", "document")), "pobj", depth=0),))
        elif chance.random() < 0.2:
            front = Node("In", "IN", "prep", right=(Node(str(chance.randint(2001, 2026)), "CD", "pobj"),))
    elif draw < 0.85:
        node = chance.choice((lead_clause, first_person, system))(chance)
        front = before(verb_phrase(chance, "VB", "advcl", lead=plain_lead(chance), adjuncts=0), Node("To", "TO", "aux"))
    else:
        node = chance.choice((lead_clause, first_person))(chance)
        front = verb_phrase(chance, "VBG", chance.choice(("advcl", "pcomp")), lead=plain_lead(chance), adjuncts=0)
        if front.label == "pcomp":
            front = Node(chance.choice(("By", "After", "Before", "Without", "While", "Through")), "IN", "prep", right=(front,))
    links = [comma()] if chance.random() < 0.85 else []
    return before(node, front, *links)


def _role(chance: random.Random) -> Node:
    node = noun_node(pick(chance, "nouns", "role"), "pobj")
    if chance.random() < 0.4:
        node = before(node, Node("the", "DT", "det"), Node("sole", "JJ", "amod")) if chance.random() < 0.4 else before(node, Node("a", "DT", "det"))
    return node


def labelled(chance: random.Random) -> Node:
    """Return a bullet behind a label: `Search: rebuilt …`, `_Docs_ - wrote …`."""
    kind = chance.choice((past, past, past, past, base, gerund, fragment, system, first_person, fronted))
    node = kind(chance)
    draw = chance.random()
    if draw < 0.35:
        label = noun_node(pick(chance, "nouns", chance.choice(("topic", "artifact", "document"))), "dep")
    elif draw < 0.5:
        label = technology_list(chance, "dep", most=2)
    elif draw < 0.7:
        label = name_node(invent_name(chance), "dep")
    elif draw < 0.8:
        label = Node(chance.choice("Task Project Role Result Impact Outcome Goal Tools Stack Achievement Responsibilities Frontend Backend Infrastructure Security Research Leadership Team Ops".split()), "NN", "dep")
    else:
        first = noun_node(pick(chance, "nouns", chance.choice(("topic", "artifact"))), "dep")
        label = after(first, Node(chance.choice(("and", "&")), "CC", "cc"), noun_node(pick(chance, "nouns", "topic"), "conj"))
    if chance.random() < 0.6:
        label = _title(label)
    label = capitalize(label)
    mark = chance.choice((":", ":", ":", ":", "-", "–", "—", "|"))
    draw = chance.random()
    if draw < 0.15:
        label = bracket_mark(label, chance.choice(("_", "*", "**")))
    elif draw < 0.25:
        label = bracket(label, "[", "]")
    node = before(node, label, Node(mark, ":", "punct", glued=mark == ":"))
    return node


def bracket_mark(node: Node, mark: str) -> Node:
    """Return the node between marks of emphasis."""
    opening = Node(mark, "NFP", "punct")
    return after(before(glue_first(node), opening), Node(mark, "NFP", "punct", glued=True))


def _title(node: Node) -> Node:
    text = node.text if node.text in ("of", "and", "for", "&", "to", "in") else node.text[:1].upper() + node.text[1:]
    tag = {"NN": "NNP", "NNS": "NNPS"}.get(node.tag, node.tag)
    if node.tag in ("NN", "NNS") and text[1:].islower():
        tag = node.tag
    return replace(node, text=text, tag=tag, left=tuple(map(_title, node.left)), right=tuple(map(_title, node.right)))


def heading(chance: random.Random) -> Node:
    """Return a noun phrase in Title Case, as headings and project names are written."""
    node = _title(fragment(chance))
    if chance.random() < 0.3:
        year = Node(str(chance.randint(2001, 2026)), "CD", "nummod")
        node = after(node, bracket(replace(year, label="npadvmod"))) if chance.random() < 0.5 else after(node, comma(), replace(year, label="npadvmod"))
    return node


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
        node = after(node, Node(chance.choice((";", "!", ",")), chance.choice((":", ".")), "punct", glued=True))
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
