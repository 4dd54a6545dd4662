"""Clauses with a subject."""

from __future__ import annotations

import random
from dataclasses import replace

from training.grammar.amounts import amount
from training.grammar.inflection import inflect
from training.grammar.lexicon import pick
from training.grammar.node import Node, after, before
from training.grammar.nouns import noun_node, technology
from training.grammar.phrases import noun_phrase, prepositional
from training.grammar.verbs import bare_phrase, verb_node


def _subject(chance: random.Random) -> Node:
    draw = chance.random()
    if draw < 0.1:
        return technology(chance, "nsubj")
    if draw < 0.16:
        name = technology(chance, "nsubj")
        return before(name, Node(pick(chance, "words", "adjective"), "JJ", "amod"))
    if draw < 0.2:
        return noun_node(pick(chance, "nouns", "system"), "nsubj")
    if draw < 0.23:
        return Node(*chance.choice((("It", "PRP"), ("This", "DT"), ("we", "PRP"), ("they", "PRP"))), "nsubj")
    key = chance.choice(("system", "system", "system", "people", "artifact", "metric"))
    if draw < 0.31:
        node = noun_phrase(chance, key, "nsubj", depth=0)
        return (
            node if _is_coordinated(node) else after(node, relative(chance, plural=is_plural_subject(node)))
        )
    return noun_phrase(chance, key, "nsubj", depth=chance.choice((0, 0, 1)))


def _is_coordinated(node: Node) -> bool:
    return any(child.label == "conj" for child in node.right)


def is_plural_subject(node: Node) -> bool:
    """Tell whether a subject takes the verb in the plural."""
    return (
        node.tag in ("NNS", "NNPS")
        or node.text in ("we", "they")
        or any(child.label == "cc" for child in node.right)
    )


def relative(chance: random.Random, *, plural: bool) -> Node:
    """Return what says which one is meant: `that ranks offers`, `we trained`, `raised by the monitor`."""
    draw = chance.random()
    present = "VBP" if plural else "VBZ"
    if draw < 0.4:
        tag = chance.choice(("VBD", present, present))
        verb = bare_phrase(chance, tag, "relcl", lead=chance.choice(("system", "change", "prepositional")))
        return before(
            verb, Node(*chance.choice((("that", "WDT"), ("that", "WDT"), ("which", "WDT"))), "nsubj")
        )
    verb_class = chance.choice(("build", "study", "say", "use", "system"))
    lemma = pick(chance, "verbs", verb_class).split("_")[0]
    if draw < 0.65:
        tag = chance.choice(("VBD", "VBD", "VBP"))
        if chance.random() < 0.6:
            who = Node(chance.choice(("we", "we", "I", "they")), "PRP", "nsubj")
        else:
            who = noun_node(chance.choice(("users", "customers", "editors", "clerks", "teams")), "nsubj")
        verb = before(verb_node(lemma, tag, "relcl"), who)
        return before(verb, Node("that", "WDT", "dobj")) if chance.random() < 0.4 else verb
    verb = verb_node(lemma, "VBN", "acl")
    if draw < 0.82:
        actor = noun_phrase(chance, chance.choice(("people", "system")), "pobj", depth=0)
        return after(verb, Node("by", "IN", "agent", right=(actor,)))
    return after(verb, prepositional(chance, depth=0))


def _be_passive(chance: random.Random, subject: Node, label: str, *, plural: bool) -> Node:
    lemma = pick(chance, "verbs", chance.choice(("build", "change", "move", "study", "serve"))).split("_")[0]
    past, present = (("were", "VBD"), ("are", "VBP")) if plural else (("was", "VBD"), ("is", "VBZ"))
    be, tag = chance.choice((past, past, present, ("be", "VB")))
    auxiliaries = [Node(be, tag, "auxpass")]
    if be == "be":
        auxiliaries.insert(0, Node(chance.choice(("can", "will", "could", "must")), "MD", "aux"))
    verb = before(verb_node(lemma, "VBN", label), replace(subject, label="nsubjpass"), *auxiliaries)
    if chance.random() < 0.4:
        actor = noun_phrase(chance, chance.choice(("people", "system")), "pobj", depth=0)
        return after(verb, Node("by", "IN", "agent", right=(actor,)))
    return after(verb, prepositional(chance, depth=0)) if chance.random() < 0.5 else verb


def _be_predicate(chance: random.Random, label: str, *, plural: bool) -> Node:
    adjective = chance.choice(("slow", "unsure", "wrong", "available", "live", "unreachable", "full", "low"))
    predicates = (
        Node(adjective, "JJ", "acomp"),
        Node(chance.choice(("down", "out", "in", "up")), "RB", "advmod"),
        prepositional(chance, depth=0),
    )
    be, tag = ("are", "VBP") if plural else ("is", "VBZ")
    return Node(be, tag, label, right=(chance.choice(predicates),))


def _go_somewhere(chance: random.Random, tag: str, label: str) -> Node:
    lemma, preposition = chance.choice(
        (
            ("go", "to"),
            ("fall_back", "to"),
            ("run", "on"),
            ("stay", "below"),
            ("arrive", "in"),
            ("answer", "inside"),
            ("return", "within"),
            ("land", "in"),
            ("come", "from"),
            ("stay", "under"),
            ("drop", "from"),
            ("rise", "by"),
        )
    )
    if preposition in ("to", "on", "from"):
        inner = noun_phrase(chance, chance.choice(("people", "artifact")), "pobj", depth=0)
    else:
        inner = amount(chance, "pobj")
    return after(verb_node(lemma, tag, label), Node(preposition, "IN", "prep", right=(inner,)))


def finite_clause(chance: random.Random, label: str) -> Node:
    """Return a clause with its subject: `the ranking service answers inside 30 ms`."""
    return predicate(chance, _subject(chance), label)


def predicate(chance: random.Random, subject: Node, label: str) -> Node:
    """Return a finite verb with its complements and the given subject."""
    draw = chance.random()
    plural = is_plural_subject(subject)
    present = "VBP" if plural else "VBZ"
    if draw < 0.3:
        verb = verb_node(pick(chance, "verbs", "intransitive"), chance.choice(("VBD", present)), label)
        verb = after(verb, prepositional(chance, depth=0)) if chance.random() < 0.6 else verb
    elif draw < 0.42:
        verb = _go_somewhere(chance, chance.choice(("VBD", present)), label)
    elif draw < 0.55:
        return _be_passive(chance, subject, label, plural=plural)
    elif draw < 0.63:
        verb = _be_predicate(chance, label, plural=plural)
    else:
        tag = chance.choice(("VBD", present, present, "VB"))
        lead = chance.choice(("system", "system", "system", "change", "study", "build", "prepositional"))
        verb = bare_phrase(chance, tag, label, lead=lead)
        if tag == "VB":
            modal = chance.choice(("can", "will", "could", "may", "must", "should"))
            verb = before(verb, Node(modal, "MD", "aux"))
        elif chance.random() < 0.1:
            adverb = chance.choice(("now", "still", "also", "never", "always", "then", "automatically"))
            verb = before(verb, Node(adverb, "RB", "neg" if adverb == "never" else "advmod"))
    return before(verb, subject)


def subordinate(chance: random.Random, label: str = "advcl") -> Node:
    """Return a subordinate clause: `when the model times out`."""
    word = pick(chance, "words", "subordinator").split()[0]
    inner = finite_clause(chance, label)
    if word in ("when", "where", "whenever"):
        return before(inner, Node(word, "WRB", "advmod"))
    return before(inner, Node(word, "IN", "mark"))


def that_verb(chance: random.Random, tag: str, label: str, lead: str) -> Node:
    """Return a verb with a clause: `ensured that the queue drains`."""
    words = pick(chance, "verbs", "that").split()
    node = Node(inflect(words[0], tag), tag, label)
    node = after(node, *(Node(word, "JJ", "acomp") for word in words[1:]))
    inner = finite_clause(chance, "ccomp")
    if chance.random() < 0.7:
        inner = before(inner, Node("that", "IN", "mark"))
    return after(node, inner)
