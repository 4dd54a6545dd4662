"""Openings that look like another: subjects that open like a lead verb, leads that look like a name."""

from __future__ import annotations

import random
from dataclasses import replace

from training.grammar.adjuncts import adjunct, coordinate_clauses, verb_phrase
from training.grammar.amounts import duration, money, quantity
from training.grammar.clauses import is_plural_subject, predicate, relative
from training.grammar.lexicon import pick
from training.grammar.node import Node, after, before, relabel
from training.grammar.nouns import comma, coordinate, invent_name, name_node, noun_node, technology_list
from training.grammar.phrases import noun_phrase, prepositional
from training.grammar.verbs import change_amount, coordinate_verbs, plain_lead, verb_node

COUNTED = ("artifact", "document", "people", "data", "event", "unit")
TRANSITIVE = ("everyday", "everyday", "everyday", "build", "study", "say", "change", "serve", "move")

MEASURED = (
    "volume time load turnaround latency cost spend rate size count throughput coverage quality backlog traffic "
    "accuracy effort churn usage"
).split()


def _plain_noun(chance: random.Random, keys: tuple[str, ...], label: str) -> Node:
    """Return a noun that carries no determiner and nothing behind it."""
    while True:
        node = noun_node(pick(chance, "nouns", chance.choice(keys)), label)
        if not node.right and all(child.label in ("compound", "amod") for child in node.left):
            return node


def _opened_noun(chance: random.Random, label: str) -> Node:
    """Return a noun behind a word that could be a lead verb: `suggested settlements`, `quote turnaround`."""
    draw = chance.random()
    if draw < 0.45:
        lemma = pick(chance, "verbs", chance.choice(TRANSITIVE)).split("_")[0]
        return before(_plain_noun(chance, COUNTED, label), verb_node(lemma, "VBN", "amod"))
    if draw < 0.55:
        return before(
            _plain_noun(chance, (*COUNTED, "metric"), label),
            Node(pick(chance, "words", "gerund"), "VBG", "amod"),
        )
    if draw < 0.62:
        return before(
            _plain_noun(chance, ("metric", "artifact", "unit"), label),
            Node(pick(chance, "nouns", "activity"), "NN", "compound"),
        )
    opener = Node(pick(chance, "nouns", "ambiguous"), "NN", "compound")
    second = chance.random()
    if second < 0.3:
        head = Node(chance.choice(MEASURED), "NN", label)
    elif second < 0.45:
        head = Node(pick(chance, "nouns", "activity"), "NN", label)
    else:
        head = _plain_noun(chance, ("metric", "metric", "artifact", "document", "event", "people"), label)
    return before(head, opener)


def _subject(chance: random.Random) -> Node:
    node = _opened_noun(chance, "nsubj")
    draw = chance.random()
    if draw < 0.12:
        kind = chance.choice((money, quantity, duration))
        preposition = chance.choice(("over", "above", "under", "below", "past"))
        return after(node, Node(preposition, "IN", "prep", right=(kind(chance, "pobj"),)))
    if draw < 0.26:
        return after(node, prepositional(chance, depth=0))
    if draw < 0.34:
        return after(node, relative(chance, plural=is_plural_subject(node)))
    if draw < 0.4:
        return coordinate(chance, [node, _opened_noun(chance, "conj")], "nsubj")
    return node


def _fluctuation(chance: random.Random, subject: Node, label: str) -> Node:
    """Return `fell by a third`, `now doubles every year`."""
    present = "VBP" if is_plural_subject(subject) else "VBZ"
    tag = chance.choice(("VBD", "VBD", "VBD", "VBD", present))
    verb = verb_node(pick(chance, "verbs", "fluctuate"), tag, label)
    draw = chance.random()
    if draw < 0.1:
        share = Node(chance.choice(("third", "quarter", "half", "fifth")), "NN", "pobj")
        verb = after(verb, Node("by", "IN", "prep", right=(before(share, Node("a", "DT", "det")),)))
    elif draw < 0.65:
        verb = after(verb, *change_amount(chance))
    elif draw < 0.8:
        verb = after(verb, prepositional(chance, depth=0))
    if chance.random() < 0.12:
        verb = before(verb, Node(chance.choice(("now", "then", "also", "again", "soon")), "RB", "advmod"))
    return before(verb, subject)


def opened_subject(chance: random.Random) -> Node:
    """Return a clause whose subject opens like a lead verb: `Delayed orders fell by a third`."""
    subject = _subject(chance)
    clause = _fluctuation if chance.random() < 0.45 else predicate
    node = clause(chance, subject, "")
    if len(node.left) == 1 and chance.random() < 0.15:
        adverb = chance.choice(("now", "now", "then", "also", "still", "already", "usually"))
        node = replace(node, left=(*node.left, Node(adverb, "RB", "advmod")))
    for _ in range(chance.choice((0, 0, 1, 1, 2))):
        node = after(node, *adjunct(chance))
    return node


def opened_object(chance: random.Random) -> Node:
    """Return a verb-led bullet that begins like such a subject: `Suggested settlements for 40 claims`."""
    draw = chance.random()
    if draw < 0.35:
        verb = verb_node(pick(chance, "verbs", chance.choice(TRANSITIVE)).split("_")[0], "VBD", "")
    elif draw < 0.55:
        verb = Node(pick(chance, "words", "opening"), "VBD", "")
    else:
        verb = Node(pick(chance, "nouns", "ambiguous"), "VB", "")
    if chance.random() < 0.2:
        thing = Node(chance.choice(MEASURED), "NN", "dobj")
    else:
        thing = _plain_noun(chance, (*COUNTED, *COUNTED, "metric", "metric", "topic", "activity"), "dobj")
    draw = chance.random()
    if draw < 0.2:
        thing = before(thing, Node(pick(chance, "nouns", "ambiguous"), "NN", "compound"))
    elif draw < 0.28:
        thing = after(thing, relative(chance, plural=is_plural_subject(thing)))
    elif draw < 0.4:
        other = _plain_noun(chance, COUNTED, "conj")
        thing = after(thing, Node("and", "CC", "cc"), other)
    node = after(verb, thing)
    draw = chance.random()
    if draw < 0.25:
        node = after(node, *change_amount(chance))
    elif draw < 0.8:
        node = after(node, prepositional(chance, depth=0))
    for _ in range(chance.choice((0, 1, 1, 1, 2))):
        node = after(node, *adjunct(chance))
    return coordinate_clauses(chance, node, verb.tag) if chance.random() < 0.2 else node


def activity(chance: random.Random) -> Node:
    """Return a noun phrase that begins like a clause: `Model training on 4 GPUs`, `Support ticket triage`."""
    head = Node(pick(chance, "nouns", chance.choice(("activity", "activity", "deverbal"))), "NN", "")
    draw = chance.random()
    if draw < 0.25:
        first = Node(pick(chance, "nouns", "ambiguous"), "NN", "compound")
        if chance.random() < 0.35:
            first = before(
                _plain_noun(chance, ("document", "data", "metric"), "compound"),
                Node(first.text, "NN", "compound"),
            )
    elif draw < 0.55:
        first = name_node(invent_name(chance), "compound")
    else:
        first = _plain_noun(chance, ("data", "document", "artifact", "topic"), "compound")
    node = before(head, first)
    if chance.random() < 0.25:
        other = Node(pick(chance, "nouns", "activity"), "NN", "conj")
        node = after(node, Node("and", "CC", "cc"), other)
    draw = chance.random()
    if draw < 0.3:
        preposition = chance.choice(("on", "for", "across", "of", "over"))
        node = after(node, Node(preposition, "IN", "prep", right=(quantity(chance, "pobj"),)))
    elif draw < 0.8:
        node = after(node, prepositional(chance))
        if chance.random() < 0.35:
            node = after(node, prepositional(chance, depth=0))
    return node


def verb_list(chance: random.Random) -> Node:
    """Return three verbs or two before a shared object: `Designed, built and launched …`."""
    tag = chance.choice(("VBD", "VBD", "VBD", "VB", "VBG"))
    node = verb_node(pick(chance, "verbs", chance.choice(("build", "study", "say", "change"))), tag, "")
    node = coordinate_verbs(chance, node, tag, "build", most=chance.choice((2, 3, 3, 3, 4)))
    key = chance.choice(("artifact", "artifact", "document", "activity", "data", "technology", "event"))
    node = after(node, noun_phrase(chance, key, "dobj", depth=chance.choice((0, 1, 1))))
    for _ in range(chance.choice((0, 1, 1, 2))):
        node = after(node, *adjunct(chance))
    return node


def hyphenated(chance: random.Random) -> Node:
    """Return a hyphenated lead, often before a name nobody knows: `Re-architected Quomer`."""
    tag = chance.choice(("VBD", "VBD", "VBD", "VB", "VBG"))
    lead = verb_node(pick(chance, "verbs", "hyphenated"), tag, "")
    draw = chance.random()
    if draw < 0.55:
        thing = name_node(invent_name(chance), "dobj")
        if chance.random() < 0.3:
            thing = after(thing, Node("and", "CC", "cc"), technology_list(chance, "conj", most=1))
        elif chance.random() < 0.3:
            thing = before(
                _plain_noun(chance, ("artifact", "data", "topic"), "dobj"), relabel(thing, "compound")
            )
    elif draw < 0.7:
        thing = technology_list(chance, "dobj")
    else:
        thing = noun_phrase(chance, chance.choice(("artifact", "data", "people")), "dobj")
    node = after(lead, thing)
    for _ in range(chance.choice((0, 1, 1, 2))):
        node = after(node, *adjunct(chance))
    return node


def coordinated_objects(chance: random.Random) -> Node:
    """Return two or three objects and what came of them: `Built X and Y, cutting Z`."""
    tag = chance.choice(("VBD", "VBD", "VBD", "VB"))
    lead = chance.choice(("build", "build", "study", "move", "say", "use"))
    keys = chance.choice(
        (("artifact",), ("artifact", "data"), ("technology",), ("document", "event"), ("activity",))
    )
    things = [
        noun_phrase(chance, chance.choice(keys), "dobj", depth=0, bare=True)
        for _ in range(chance.choice((2, 2, 3)))
    ]
    things = [thing for thing in things if not any(child.label == "conj" for child in thing.right)]
    node = verb_node(pick(chance, "verbs", lead).split("_")[0], tag, "")
    shared = coordinate(chance, things, "dobj") if things else technology_list(chance, "dobj")
    node = after(node, shared)
    if chance.random() < 0.3:
        node = after(node, prepositional(chance, depth=0))
    result = verb_phrase(
        chance,
        "VBG",
        "advcl",
        lead=chance.choice(("change", "change", "change", "object-infinitive", "study")),
    )
    if chance.random() < 0.2:
        other = verb_phrase(chance, "VBG", "conj", lead=plain_lead(chance), adjuncts=0)
        result = after(result, Node("and", "CC", "cc"), other)
    return after(node, comma(), result)


def negated(chance: random.Random) -> Node:
    """Return a contraction and its verb: `don't page at night`, `it doesn't answer`, `we're testing …`."""
    mark = chance.choice("'’")
    draw = chance.random()
    if draw < 0.3:
        node = verb_phrase(chance, "VB", "", adjuncts=1)
        return before(node, Node("do", "VB", "aux"), Node(f"n{mark}t", "RB", "neg", glued=True))
    if draw < 0.7:
        who, tag, plural = chance.choice(
            (
                ("we", "PRP", True),
                ("I", "PRP", True),
                ("they", "PRP", True),
                ("it", "PRP", False),
                ("users", "NNS", True),
                ("teams", "NNS", True),
            )
        )
        subject = Node(who, tag, "nsubj")
        if chance.random() < 0.3:
            subject = noun_phrase(chance, "system", "nsubj", depth=0)
            plural = is_plural_subject(subject)
        word, aux = chance.choice(
            (
                ("do", "VBP") if plural else ("does", "VBZ"),
                ("did", "VBD"),
                ("ca", "MD"),
                ("wo", "MD"),
                ("could", "MD"),
                ("would", "MD"),
            )
        )
        node = verb_phrase(chance, "VB", "", adjuncts=1)
        return before(node, subject, Node(word, aux, "aux"), Node(f"n{mark}t", "RB", "neg", glued=True))
    short, who, tag = chance.choice(
        (
            (f"{mark}re", "we", "VBP"),
            (f"{mark}s", "it", "VBZ"),
            (f"{mark}re", "they", "VBP"),
            (f"{mark}ve", "we", "VBP"),
        )
    )
    subject = Node(who, "PRP", "nsubj")
    if short.endswith("ve"):
        form = "VBN"
    elif chance.random() < 0.3:
        inner = noun_phrase(chance, chance.choice(("artifact", "event", "document")), "attr", depth=1)
        return Node(short, tag, "", left=(subject,), right=(inner,), glued=True)
    else:
        form = "VBG"
    node = verb_phrase(chance, form, "", adjuncts=1)
    return before(node, subject, Node(short, tag, "aux", glued=True))
