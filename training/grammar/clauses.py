"""Verb phrases of the bullet grammar: a verb, what it governs and what is said around it."""

from __future__ import annotations

import random
from dataclasses import replace

from training.grammar.inflection import inflect
from training.grammar.lexicon import pick
from training.grammar.node import Node, after, before
from training.grammar.phrases import (
    amount,
    comma,
    duration,
    money,
    name_node,
    noun_node,
    noun_phrase,
    organization,
    percent,
    prepositional,
    quantity,
    rate,
    technology,
    technology_list,
)

OBJECTS = {
    "build": ("artifact", "artifact", "artifact", "artifact", "technology", "document", "data"),
    "change": ("metric", "metric", "metric", "artifact", "event", "data"),
    "lead": ("people", "people", "event", "artifact", "topic", "document"),
    "study": ("data", "data", "metric", "artifact", "topic", "document", "people"),
    "conduct": ("event", "event", "event", "topic"),
    "say": ("document", "document", "event", "topic", "artifact"),
    "move": ("artifact", "artifact", "data", "people", "technology"),
    "people": ("people",),
    "serve": ("people", "data", "artifact", "event", "document"),
    "system": ("data", "people", "artifact", "metric", "document"),
}
LEADS = ("build",) * 5 + ("change",) * 5 + ("lead",) * 3 + ("study",) * 3 + ("conduct",) * 2 + ("say",) * 2 + (
    "move",
    "move",
    "people",
    "serve",
    "serve",
    "prepositional",
    "prepositional",
    "prepositional",
    "infinitive",
    "object-infinitive",
    "that",
    "special",
)


def verb_node(lemma: str, tag: str, label: str) -> Node:
    """Return a verb, with its particle if it has one."""
    stem, *particles = lemma.split("_")
    node = Node(inflect(stem, tag), tag, label)
    for particle in particles:
        node = after(node, Node(particle, "RP", "prt"))
    return node


def verb_phrase(chance: random.Random, tag: str, label: str, *, lead: str = "", adjuncts: int = 2) -> Node:
    """Return a verb with its complements and up to the given number of adjuncts."""
    lead = lead or chance.choice(LEADS)
    node = COMPLEMENTS.get(lead, transitive)(chance, tag, label, lead)
    for _ in range(chance.randint(0, adjuncts)):
        node = after(node, *adjunct(chance, lead))
    return node


def transitive(chance: random.Random, tag: str, label: str, lead: str) -> Node:
    """Return a verb with an object, coordinated with further verbs now and then."""
    node = verb_node(pick(chance, "verbs", lead), tag, label)
    objects = OBJECTS[lead]
    if chance.random() < 0.13:
        node = coordinate_verbs(chance, node, tag, lead)
        node = after(node, noun_phrase(chance, chance.choice(objects), "dobj"))
        return node
    depth = chance.choice((0, 1, 1, 2))
    thing = quantity(chance, "dobj") if chance.random() < 0.1 else noun_phrase(chance, chance.choice(objects), "dobj", depth=depth)
    if len(node.right) == 1 and chance.random() < 0.25:
        node = replace(node, right=(thing, *node.right))  # "set the cluster up"
    else:
        node = after(node, thing)
    if lead == "change" and chance.random() < 0.6:
        node = after(node, *change_amount(chance))
    if lead == "move" and chance.random() < 0.7:
        node = after(node, *path(chance))
    return node


def coordinate_verbs(chance: random.Random, node: Node, tag: str, lead: str) -> Node:
    """Chain verbs before a shared object: `designed, built and launched`."""
    count = chance.choice((1, 1, 2))
    others = [verb_node(pick(chance, "verbs", chance.choice(("build", lead, "say", "study"))), tag, "conj") for _ in range(count)]
    link = Node(chance.choice(("and", "and", "and", "&", "/")), "CC", "cc")
    chain = others[-1]
    if len(others) == 2:
        links = (comma(), link) if chance.random() < 0.5 else (link,)
        chain = after(others[0], *links, chain)
        return after(node, comma(), chain)
    return after(node, link, chain)


def prepositional_verb(chance: random.Random, tag: str, label: str, lead: str) -> Node:
    """Return a verb that governs a preposition: `worked closely with the design team`."""
    *words, preposition = pick(chance, "verbs", "prepositional").split()
    node = Node(inflect(words[0], tag), tag, label)
    node = after(node, *(Node(word, "RP", "prt") for word in words[1:]))
    if chance.random() < 0.15:
        node = after(node, Node(pick(chance, "words", "manner"), "RB", "advmod"))
    draw = chance.random()
    if draw < 0.2:
        inner = verb_phrase(chance, "VBG", "pcomp", lead=plain_lead(chance), adjuncts=1)
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
        inner = noun_phrase(chance, chance.choice(("people", "topic", "artifact", "event", "document")), "pobj", depth=1)
    node = after(node, Node(preposition, "IN", "prep", right=(inner,)))
    if chance.random() < 0.3:
        node = after(node, infinitive_clause(chance, "advcl"))
    return node


def infinitive_verb(chance: random.Random, tag: str, label: str, lead: str) -> Node:
    """Return a verb with an infinitive: `helped migrate the cluster`."""
    lemma = pick(chance, "verbs", "infinitive")
    inner = verb_phrase(chance, "VB", "xcomp", lead=plain_lead(chance), adjuncts=1)
    if not (lemma == "help" and chance.random() < 0.6):
        inner = before(inner, Node("to", "TO", "aux"))
    return after(verb_node(lemma, tag, label), inner)


def object_infinitive_verb(chance: random.Random, tag: str, label: str, lead: str) -> Node:
    """Return a verb with object and infinitive: `helped the team migrate`, `enabled users to pay`."""
    lemma = pick(chance, "verbs", "object-infinitive")
    inner = verb_phrase(chance, "VB", "ccomp", lead=plain_lead(chance), adjuncts=1)
    who = noun_phrase(chance, "people", "nsubj", depth=0)
    if lemma != "let" and not (lemma == "help" and chance.random() < 0.6):
        inner = before(inner, Node("to", "TO", "aux"))
    return after(verb_node(lemma, tag, label), before(inner, who))


def that_verb(chance: random.Random, tag: str, label: str, lead: str) -> Node:
    """Return a verb with a clause: `ensured that the queue drains`."""
    words = pick(chance, "verbs", "that").split()
    node = Node(inflect(words[0], tag), tag, label)
    node = after(node, *(Node(word, "JJ", "acomp") for word in words[1:]))
    inner = system_clause(chance, "ccomp", adjuncts=0)
    if chance.random() < 0.7:
        inner = before(inner, Node("that", "IN", "mark"))
    return after(node, inner)


def special_verb(chance: random.Random, tag: str, label: str, lead: str) -> Node:
    """Return one of the verbs with a frame of their own: keep track, take over, make X Y, put a cap on, be responsible."""
    frame = chance.randrange(9)
    topic = noun_phrase(chance, chance.choice(("artifact", "topic", "event", "metric")), "pobj", depth=1)
    if frame == 0:
        track = Node("track", "NN", "dobj", right=(Node("of", "IN", "prep", right=(topic,)),))
        return after(verb_node("keep", tag, label), track)
    if frame == 1:
        noun, preposition = chance.choice((("ownership", "of"), ("part", "in"), ("care", "of"), ("charge", "of"), ("lead", "on"), ("notes", "during")))
        return after(verb_node("take", tag, label), Node(noun, "NN", "dobj", right=(Node(preposition, "IN", "prep", right=(topic,)),)))
    if frame == 2:
        thing = noun_phrase(chance, "artifact", "nsubj", depth=0)
        adjective = Node(chance.choice(("faster", "cheaper", "safer", "easier", "reliable", "accessible", "available")), "JJ", "ccomp", left=(thing,))
        return after(verb_node(chance.choice(("make", "keep")), tag, label), adjective)
    if frame == 3:
        cap = Node(chance.choice(("cap", "ceiling", "limit", "budget", "price", "focus", "lid", "bound")), "NN", "dobj", left=(Node("a", "DT", "det"),))
        if chance.random() < 0.5:
            cap = replace(cap, left=(Node("a", "DT", "det"), money(chance, "nmod")))
        return after(verb_node(chance.choice(("put", "set", "place")), tag, label), cap, Node("on", "IN", "prep", right=(topic,)))
    if frame == 4:
        be = {"VBD": "was", "VBN": "been", "VBG": "being", "VB": "be", "VBZ": "is"}.get(tag, "am")
        verb = verb_phrase(chance, "VBG", "pcomp", lead=plain_lead(chance), adjuncts=1)
        inner = verb if chance.random() < 0.5 else topic
        node = Node(chance.choice(("responsible", "accountable")), "JJ", "acomp", right=(Node("for", "IN", "prep", right=(inner,)),))
        return Node(be, tag, label, right=(node,))
    if frame == 5:
        who = noun_phrase(chance, "people", "dative", depth=0)
        return after(verb_node(chance.choice(("give", "teach", "send", "offer", "show")), tag, label), who, noun_phrase(chance, "document", "dobj", depth=0))
    if frame == 6:
        adjective = chance.choice(("live", "public", "viral", "remote", "paperless", "serverless"))
        return after(verb_node("go", tag, label), Node(adjective, "JJ", "acomp"), prepositional(chance, depth=0))
    if frame == 7:
        return after(verb_node("become", tag, label), before(noun_node(pick(chance, "nouns", "role"), "attr"), Node("the", "DT", "det"), Node("first", "JJ", "amod")))
    prize = name_node(chance.choice(("Best Paper Award", "Employee of the Month".replace(" of the Month", ""), "First Prize", "Innovation Award", "Scholarship", "Gold Medal")), "dobj")
    return after(verb_node(chance.choice(("win", "receive", "earn", "get")), tag, label), prize, prepositional(chance, depth=0))


COMPLEMENTS = {
    "prepositional": prepositional_verb,
    "infinitive": infinitive_verb,
    "object-infinitive": object_infinitive_verb,
    "that": that_verb,
    "special": special_verb,
}


def plain_lead(chance: random.Random) -> str:
    """Draw a class of plainly transitive verbs."""
    return chance.choice(("build", "build", "change", "change", "lead", "study", "conduct", "say", "move", "serve"))


def change_amount(chance: random.Random) -> list[Node]:
    """Return how much something changed: `by 40%`, `from 600 ms to 300 ms`, `to 99.9%`, `in half`."""
    draw = chance.random()
    if draw < 0.5:
        return [Node("by", "IN", "prep", right=(amount(chance, "pobj"),))]
    if draw < 0.75:
        return path(chance, amounts=True)
    if draw < 0.87:
        return [Node(chance.choice(("to", "below", "under", "above", "past")), "IN", "prep", right=(amount(chance, "pobj"),))]
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
            return [Node("from", "IN", "prep", right=(after(first, Node(chance.choice(("→", "->", "–")), "SYM", "punct"), replace(second, label="appos")),))]
    elif chance.random() < 0.6:
        first, second = technology(chance, "pobj"), technology_list(chance, "pobj", most=2)
    else:
        first, second = (noun_phrase(chance, chance.choice(("artifact", "topic", "data")), "pobj", depth=0) for _ in range(2))
    arrows = [Node("from", "IN", "prep", right=(first,)), Node(chance.choice(("to", "to", "to", "into")), "IN", "prep", right=(second,))]
    return arrows if chance.random() < 0.7 else arrows[1:]


def infinitive_clause(chance: random.Random, label: str) -> Node:
    """Return `to reduce …`."""
    inner = verb_phrase(chance, "VB", label, lead=plain_lead(chance), adjuncts=0)
    if chance.random() < 0.12:
        inner = before(inner, Node(pick(chance, "words", "manner"), "RB", "advmod"))
    return before(inner, Node("to", "TO", "aux"))


def adjunct(chance: random.Random, lead: str = "") -> list[Node]:
    """Draw something said around a verb."""
    return chance.choice(ADJUNCTS)(chance)


def _by_gerund(chance: random.Random) -> list[Node]:
    inner = verb_phrase(chance, "VBG", "pcomp", lead=plain_lead(chance), adjuncts=0)
    if chance.random() < 0.25:
        other = verb_phrase(chance, "VBG", "conj", lead=plain_lead(chance), adjuncts=0)
        inner = after(inner, Node("and", "CC", "cc"), other)
    preposition = chance.choice(("by", "by", "by", "by", "through", "without", "after", "before", "for", "in", "on", "via"))
    return [Node(preposition, "IN", "prep", right=(inner,))]


def _preposition(chance: random.Random) -> list[Node]:
    return [prepositional(chance)]


def _using(chance: random.Random) -> list[Node]:
    thing = technology_list(chance, "dobj") if chance.random() < 0.7 else noun_phrase(chance, "any", "dobj", depth=0)
    verb = chance.choice(("using", "using", "using", "leveraging", "utilizing", "employing", "combining", "covering", "following", "applying"))
    node = Node(verb, "VBG", "advcl", right=(thing,))
    return [comma(), node] if chance.random() < 0.2 else [node]


def _trailing_gerund(chance: random.Random) -> list[Node]:
    inner = verb_phrase(chance, "VBG", "advcl", lead=chance.choice(("change", "change", "change", "study", "object-infinitive", "that", "build", "prepositional")), adjuncts=1)
    if chance.random() < 0.3:
        other = verb_phrase(chance, "VBG", "conj", lead=plain_lead(chance), adjuncts=0)
        inner = after(inner, Node("and", "CC", "cc"), other)
    if chance.random() < 0.15:
        inner = before(inner, Node(chance.choice(("thereby", "thus", "significantly", "ultimately", "effectively")), "RB", "advmod"))
    return [comma(), inner] if chance.random() < 0.88 else [inner]


def _resulting(chance: random.Random) -> list[Node]:
    verb, preposition = chance.choice((("resulting", "in"), ("leading", "to"), ("contributing", "to"), ("translating", "into")))
    draw = chance.random()
    if draw < 0.5:
        change = Node(chance.choice(("reduction", "increase", "improvement", "drop", "decrease", "growth", "cut", "rise", "lift", "gain")), "NN", "pobj", left=(Node("a", "DT", "det"), percent(chance, "compound")), right=(Node("in", "IN", "prep", right=(noun_phrase(chance, "metric", "pobj", depth=0),)),))
    elif draw < 0.75:
        change = before(noun_phrase(chance, "metric", "pobj", depth=0), Node(chance.choice(("lower", "higher", "faster", "fewer", "better")), "JJR", "amod"))
    else:
        change = quantity(chance, "pobj")
    return [comma(), Node(verb, "VBG", "advcl", right=(Node(preposition, "IN", "prep", right=(change,)),))]


def _which(chance: random.Random) -> list[Node]:
    tag = chance.choice(("VBD", "VBD", "VBZ"))
    inner = verb_phrase(chance, tag, "relcl", lead=chance.choice(("change", "change", "study", "object-infinitive", "prepositional")), adjuncts=0)
    return [comma(), before(inner, Node("which", "WDT", "nsubj"))]


def _to_infinitive(chance: random.Random) -> list[Node]:
    node = infinitive_clause(chance, "advcl")
    if chance.random() < 0.3:
        node = after(node, Node("and", "CC", "cc"), verb_phrase(chance, "VB", "conj", lead=plain_lead(chance), adjuncts=0))
    if chance.random() < 0.06:
        order = Node("order", "NN", "pobj", right=(replace(node, label="acl"),))
        return [Node("in", "IN", "prep", right=(order,))]
    return [node]


def _at_price(chance: random.Random) -> list[Node]:
    lead_in = [comma()] if chance.random() < 0.4 else []
    price = money(chance, "pobj")
    if not any(child.text in ("/", "per") for child in price.right):
        price = after(price, rate(chance))
    return [*lead_in, Node("at", "IN", "prep", right=(price,))]


def _with_fallback(chance: random.Random) -> list[Node]:
    lead_in = [comma()] if chance.random() < 0.5 else []
    draw = chance.random()
    if draw < 0.45:
        thing = Node(chance.choice(("fallback", "review", "hand-off", "rollback", "failover", "override", "kill switch".split()[0] + " switch", "backup", "escalation", "approval", "retries")), "NN", "pobj")
        if " " in thing.text:
            first, last = thing.text.split()
            thing = Node(last, "NN", "pobj", left=(Node(first, "NN", "compound"),))
        premodifier = Node(chance.choice(("human", "manual", "automatic", "instant", "staged", "nightly", "one-click")), "JJ", "amod")
        thing = before(thing, premodifier)
        if chance.random() < 0.5:
            thing = after(thing, Node(chance.choice(("for", "to", "on", "behind")), "IN", "prep", right=(noun_phrase(chance, "system", "pobj", depth=0),)))
        return [*lead_in, Node("with", "IN", "prep", right=(thing,))]
    if draw < 0.75:
        noun = noun_phrase(chance, chance.choice(("people", "artifact", "data")), "pobj", depth=0)
        role = chance.choice(("fallback", "backup", "baseline", "reviewer", "approver"))
        return [*lead_in, Node("with", "IN", "prep", right=(after(noun, Node("as", "IN", "prep", right=(Node(role, "NN", "pobj"),))),))]
    subject = noun_phrase(chance, "system", "nsubj", depth=0)
    verb = chance.choice(("falling back to", "going to", "routed to", "reviewed by", "handed to", "queued for", "kept for"))
    words = verb.split()
    tag = "VBG" if words[0].endswith("ing") else "VBN"
    inner = Node(words[0], tag, "pcomp", left=(subject,), right=tuple(Node(w, "RP", "prt") for w in words[1:-1]) + (Node(words[-1], "IN", "prep", right=(noun_phrase(chance, "people", "pobj", depth=0),)),))
    return [*lead_in, Node("with", "IN", "prep", right=(inner,))]


def _within_budget(chance: random.Random) -> list[Node]:
    preposition = Node(chance.choice(("within", "under", "inside", "on", "below")), "IN", "prep")
    noun = Node(chance.choice(("budget", "cap", "ceiling", "limit", "allowance", "bill", "plan")), "NN", "pobj")
    draw = chance.random()
    if draw < 0.5:
        noun = before(noun, Node("a", "DT", "det"), money(chance, "nmod"))
    elif draw < 0.75:
        noun = after(before(noun, Node("a", "DT", "det"), Node(chance.choice(("fixed", "hard", "monthly", "frozen", "tight")), "JJ", "amod")), Node("of", "IN", "prep", right=(money(chance, "pobj"),)))
    else:
        noun = duration(chance, "pobj")
    return [replace(preposition, right=(noun,))]


def _so_that(chance: random.Random) -> list[Node]:
    who = noun_phrase(chance, chance.choice(("people", "system")), "nsubj", depth=0)
    inner = verb_phrase(chance, "VB", "advcl", lead=plain_lead(chance), adjuncts=0)
    inner = before(inner, Node("so", "IN", "mark"), *([Node("that", "IN", "mark")] if chance.random() < 0.5 else []), who, Node(chance.choice(("can", "could", "would", "never")), "MD", "aux"))
    return [comma(), inner] if chance.random() < 0.3 else [inner]


def _while(chance: random.Random) -> list[Node]:
    word = chance.choice(("while", "while", "when", "whilst"))
    inner = verb_phrase(chance, "VBG", "advcl", lead=plain_lead(chance), adjuncts=0)
    inner = before(inner, Node(word, "IN" if word != "when" else "WRB", "mark" if word != "when" else "advmod"))
    return [comma(), inner] if chance.random() < 0.4 else [inner]


def _when(chance: random.Random) -> list[Node]:
    return [comma(), subordinate(chance)] if chance.random() < 0.3 else [subordinate(chance)]


def subordinate(chance: random.Random, label: str = "advcl") -> Node:
    """Return a subordinate clause: `when the model times out`."""
    word = pick(chance, "words", "subordinator").split()[0]
    inner = system_clause(chance, label, adjuncts=0)
    if word in ("when", "where", "whenever"):
        return before(inner, Node(word, "WRB", "advmod"))
    return before(inner, Node(word, "IN", "mark"))


def system_clause(chance: random.Random, label: str, *, adjuncts: int = 2) -> Node:
    """Return a clause with its subject: `the ranking service answers inside 30 ms`."""
    draw = chance.random()
    subject = noun_phrase(chance, chance.choice(("system", "system", "system", "people", "artifact", "metric")), "nsubj", depth=chance.choice((0, 0, 1)))
    plural = subject.tag in ("NNS", "NNPS") or any(child.label == "cc" for child in subject.right)
    if draw < 0.3:
        tag = chance.choice(("VBD", "VBP" if plural else "VBZ"))
        verb = verb_node(pick(chance, "verbs", "intransitive"), tag, label)
        verb = after(verb, prepositional(chance, depth=0)) if chance.random() < 0.6 else verb
    elif draw < 0.42:
        tag = chance.choice(("VBD", "VBP" if plural else "VBZ"))
        word, preposition = chance.choice((("go", "to"), ("fall back", "to"), ("run", "on"), ("stay", "below"), ("arrive", "in"), ("answer", "inside"), ("return", "within"), ("land", "in"), ("come", "from"), ("stay", "under"), ("drop", "from"), ("rise", "by")))
        verb = verb_node(word.replace(" ", "_"), tag, label)
        inner = amount(chance, "pobj") if preposition not in ("to", "on", "from") else noun_phrase(chance, chance.choice(("people", "artifact")), "pobj", depth=0)
        verb = after(verb, Node(preposition, "IN", "prep", right=(inner,)))
    elif draw < 0.55:
        participle = verb_node(pick(chance, "verbs", chance.choice(("build", "change", "move", "study", "serve"))).split("_")[0], "VBN", label)
        be = chance.choice(("was", "were") if chance.random() < 0.6 else ("are", "is", "be"))
        be = {"was": "were", "is": "are"}.get(be, be) if plural else {"were": "was", "are": "is"}.get(be, be)
        tag = {"was": "VBD", "were": "VBD", "is": "VBZ", "are": "VBP", "be": "VB"}[be]
        auxiliaries = [Node(be, tag, "auxpass")]
        if be == "be":
            auxiliaries.insert(0, Node(chance.choice(("can", "will", "could", "must")), "MD", "aux"))
        verb = before(participle, replace(subject, label="nsubjpass"), *auxiliaries)
        if chance.random() < 0.4:
            verb = after(verb, Node("by", "IN", "agent", right=(noun_phrase(chance, chance.choice(("people", "system")), "pobj", depth=0),)))
        elif chance.random() < 0.5:
            verb = after(verb, prepositional(chance, depth=0))
        for _ in range(chance.randint(0, adjuncts)):
            verb = after(verb, *adjunct(chance))
        return verb
    elif draw < 0.63:
        be, tag = ("are", "VBP") if plural else ("is", "VBZ")
        predicate = chance.choice(
            (
                Node(chance.choice(("slow", "unsure", "down", "wrong", "available", "live", "unreachable", "full", "low")), "JJ", "acomp"),
                Node(chance.choice(("down", "out", "in", "up")), "RB", "advmod"),
                replace(prepositional(chance, depth=0), label="prep"),
            )
        )
        verb = Node(be, tag, label, right=(predicate,))
    else:
        tag = chance.choice(("VBD", "VBP" if plural else "VBZ", "VBP" if plural else "VBZ", "VB"))
        verb = verb_phrase(chance, tag, label, lead=chance.choice(("system", "system", "system", "change", "study", "build", "prepositional")), adjuncts=0)
        if tag == "VB":
            verb = before(verb, Node(chance.choice(("can", "will", "could", "may", "must", "should")), "MD", "aux"))
        elif chance.random() < 0.1:
            verb = before(verb, Node(chance.choice(("now", "still", "also", "never", "always", "then", "automatically")), "RB", "advmod"))
    verb = before(verb, subject)
    for _ in range(chance.randint(0, adjuncts)):
        verb = after(verb, *adjunct(chance))
    return verb


def coordinate_clauses(chance: random.Random, node: Node, tag: str) -> Node:
    """Add a second claim to a bullet: `and …`, `, and …`, `; …`, `, …`."""
    other = verb_phrase(chance, tag, "conj", adjuncts=1)
    if chance.random() < 0.1:
        other = before(other, Node(chance.choice(("then", "also", "later", "successfully")), "RB", "advmod"))
    draw = chance.random()
    if draw < 0.55:
        return after(node, Node(chance.choice(("and", "and", "and", "&", "but", "then")), "CC", "cc"), other)
    if draw < 0.75:
        return after(node, comma(), Node(chance.choice(("and", "and", "but")), "CC", "cc"), other)
    if draw < 0.92:
        return after(node, Node(";", ":", "punct", glued=True), other)
    return after(node, comma(), other)


def _time(chance: random.Random) -> list[Node]:
    draw = chance.random()
    if draw < 0.4:
        return [Node(chance.choice(("in", "over", "within", "during", "for", "after")), "IN", "prep", right=(noun_node(pick(chance, "nouns", "period"), "pobj"),))]
    if draw < 0.6:
        return [Node("in", "IN", "prep", right=(Node(str(chance.randint(2004, 2026)), "CD", "pobj"),))]
    if draw < 0.8:
        return [Node(pick(chance, "nouns", "rate"), "NN", "npadvmod", left=(Node(chance.choice(("every", "each", "per")), "DT", "det"),))]
    return [Node(chance.choice(("daily", "weekly", "monthly", "twice", "remotely", "on-site", "annually", "overnight")), "RB", "advmod")]


def _dash(chance: random.Random) -> list[Node]:
    dash = Node(chance.choice(("–", "—", "-", ":")), ":", "punct")
    if chance.random() < 0.4:
        participle = Node(chance.choice(("used", "adopted", "shipped", "trusted", "run", "read")), "VBN", "acl", right=(Node("by", "IN", "agent", right=(quantity(chance, "pobj"),)),))
        if chance.random() < 0.5:
            participle = before(participle, Node("now", "RB", "advmod"))
        return [dash, participle]
    if chance.random() < 0.4:
        return [dash, technology_list(chance, "dep")]
    return [dash, amount(chance, "dep")]


ADJUNCTS = (
    (_by_gerund,) * 4
    + (_preposition,) * 8
    + (_using,) * 4
    + (_trailing_gerund,) * 6
    + (_resulting,) * 2
    + (_which,) * 2
    + (_to_infinitive,) * 6
    + (_at_price,) * 1
    + (_with_fallback,) * 2
    + (_within_budget,) * 2
    + (_so_that,)
    + (_while,) * 2
    + (_when,) * 2
    + (_time,) * 3
    + (_dash,)
)
