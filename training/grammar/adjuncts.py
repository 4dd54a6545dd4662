"""What is said around a verb, and verb phrases with it."""

from __future__ import annotations

import random
from dataclasses import replace

from training.grammar.amounts import amount, duration, money, percent, quantity, rate
from training.grammar.clauses import finite_clause, subordinate, that_verb
from training.grammar.frames import special_verb
from training.grammar.lexicon import pick
from training.grammar.node import Node, after, before
from training.grammar.nouns import comma, noun_node, technology_list
from training.grammar.phrases import noun_phrase, prepositional
from training.grammar.verbs import VERB_COMPLEMENTS, infinitive_clause, plain_lead, transitive

LEADS = (
    ("build",) * 5
    + ("change",) * 5
    + ("lead",) * 3
    + ("study",) * 3
    + ("conduct",) * 2
    + ("say",) * 2
    + (
        "use",
        "use",
        "use",
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
)

COMPLEMENTS = {**VERB_COMPLEMENTS, "special": special_verb, "that": that_verb}


def verb_phrase(chance: random.Random, tag: str, label: str, *, lead: str = "", adjuncts: int = 2) -> Node:
    """Return a verb with its complements and up to the given number of adjuncts."""
    lead = lead or chance.choice(LEADS)
    node = COMPLEMENTS.get(lead, transitive)(chance, tag, label, lead)
    for _ in range(chance.randint(0, adjuncts)):
        node = after(node, *adjunct(chance))
    return node


def system_clause(chance: random.Random, label: str, *, adjuncts: int = 2) -> Node:
    """Return a clause with its subject and up to the given number of adjuncts."""
    node = finite_clause(chance, label)
    for _ in range(chance.randint(0, adjuncts)):
        node = after(node, *adjunct(chance))
    return node


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


def adjunct(chance: random.Random) -> list[Node]:
    """Draw something said around a verb."""
    return chance.choice(ADJUNCTS)(chance)


def _by_gerund(chance: random.Random) -> list[Node]:
    inner = verb_phrase(chance, "VBG", "pcomp", lead=plain_lead(chance), adjuncts=0)
    if chance.random() < 0.25:
        other = verb_phrase(chance, "VBG", "conj", lead=plain_lead(chance), adjuncts=0)
        inner = after(inner, Node("and", "CC", "cc"), other)
    preposition = chance.choice(
        ("by", "by", "by", "by", "through", "without", "after", "before", "for", "in", "on", "via")
    )
    return [Node(preposition, "IN", "prep", right=(inner,))]


def _preposition(chance: random.Random) -> list[Node]:
    return [prepositional(chance)]


def _using(chance: random.Random) -> list[Node]:
    thing = (
        technology_list(chance, "dobj")
        if chance.random() < 0.7
        else noun_phrase(chance, "any", "dobj", depth=0)
    )
    verb = chance.choice(
        (
            "using",
            "using",
            "using",
            "leveraging",
            "utilizing",
            "employing",
            "combining",
            "covering",
            "following",
            "applying",
        )
    )
    node = Node(verb, "VBG", "advcl", right=(thing,))
    return [comma(), node] if chance.random() < 0.2 else [node]


def _trailing_gerund(chance: random.Random) -> list[Node]:
    inner = verb_phrase(
        chance,
        "VBG",
        "advcl",
        lead=chance.choice(
            ("change", "change", "change", "study", "object-infinitive", "that", "build", "prepositional")
        ),
        adjuncts=1,
    )
    if chance.random() < 0.3:
        other = verb_phrase(chance, "VBG", "conj", lead=plain_lead(chance), adjuncts=0)
        inner = after(inner, Node("and", "CC", "cc"), other)
    if chance.random() < 0.15:
        inner = before(
            inner,
            Node(
                chance.choice(("thereby", "thus", "significantly", "ultimately", "effectively")),
                "RB",
                "advmod",
            ),
        )
    return [comma(), inner] if chance.random() < 0.88 else [inner]


def _resulting(chance: random.Random) -> list[Node]:
    verb, preposition = chance.choice(
        (("resulting", "in"), ("leading", "to"), ("contributing", "to"), ("translating", "into"))
    )
    draw = chance.random()
    if draw < 0.5:
        change = Node(
            chance.choice(
                (
                    "reduction",
                    "increase",
                    "improvement",
                    "drop",
                    "decrease",
                    "growth",
                    "cut",
                    "rise",
                    "lift",
                    "gain",
                )
            ),
            "NN",
            "pobj",
            left=(Node("a", "DT", "det"), percent(chance, "compound")),
            right=(Node("in", "IN", "prep", right=(noun_phrase(chance, "metric", "pobj", depth=0),)),),
        )
    elif draw < 0.75:
        change = before(
            noun_phrase(chance, "metric", "pobj", depth=0),
            Node(chance.choice(("lower", "higher", "faster", "fewer", "better")), "JJR", "amod"),
        )
    else:
        change = quantity(chance, "pobj")
    return [comma(), Node(verb, "VBG", "advcl", right=(Node(preposition, "IN", "prep", right=(change,)),))]


def _which(chance: random.Random) -> list[Node]:
    tag = chance.choice(("VBD", "VBD", "VBZ"))
    inner = verb_phrase(
        chance,
        tag,
        "relcl",
        lead=chance.choice(("change", "change", "study", "object-infinitive", "prepositional")),
        adjuncts=0,
    )
    return [comma(), before(inner, Node("which", "WDT", "nsubj"))]


def _to_infinitive(chance: random.Random) -> list[Node]:
    node = infinitive_clause(chance, "advcl")
    if chance.random() < 0.3:
        node = after(
            node,
            Node("and", "CC", "cc"),
            verb_phrase(chance, "VB", "conj", lead=plain_lead(chance), adjuncts=0),
        )
    if chance.random() < 0.06:
        node = before(node, Node("in", "IN", "mark", right=(Node("order", "NN", "advmod"),)))
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
        thing = Node(
            chance.choice(
                (
                    "fallback",
                    "review",
                    "hand-off",
                    "rollback",
                    "failover",
                    "override",
                    "kill switch".split()[0] + " switch",
                    "backup",
                    "escalation",
                    "approval",
                    "retries",
                )
            ),
            "NN",
            "pobj",
        )
        if " " in thing.text:
            first, last = thing.text.split()
            thing = Node(last, "NN", "pobj", left=(Node(first, "NN", "compound"),))
        premodifier = Node(
            chance.choice(("human", "manual", "automatic", "instant", "staged", "nightly", "one-click")),
            "JJ",
            "amod",
        )
        thing = before(thing, premodifier)
        if chance.random() < 0.5:
            thing = after(
                thing,
                Node(
                    chance.choice(("for", "to", "on", "behind")),
                    "IN",
                    "prep",
                    right=(noun_phrase(chance, "system", "pobj", depth=0),),
                ),
            )
        return [*lead_in, Node("with", "IN", "prep", right=(thing,))]
    if draw < 0.75:
        noun = noun_phrase(chance, chance.choice(("people", "artifact", "data")), "pobj", depth=0)
        role = chance.choice(("fallback", "backup", "baseline", "reviewer", "approver"))
        return [
            *lead_in,
            Node(
                "with",
                "IN",
                "prep",
                right=(after(noun, Node("as", "IN", "prep", right=(Node(role, "NN", "pobj"),))),),
            ),
        ]
    subject = noun_phrase(chance, "system", "nsubj", depth=0)
    verb = chance.choice(
        ("falling back to", "going to", "routed to", "reviewed by", "handed to", "queued for", "kept for")
    )
    words = verb.split()
    tag = "VBG" if words[0].endswith("ing") else "VBN"
    inner = Node(
        words[0],
        tag,
        "pcomp",
        left=(subject,),
        right=(
            *tuple(Node(w, "RP", "prt") for w in words[1:-1]),
            Node(words[-1], "IN", "prep", right=(noun_phrase(chance, "people", "pobj", depth=0),)),
        ),
    )
    return [*lead_in, Node("with", "IN", "prep", right=(inner,))]


def _within_budget(chance: random.Random) -> list[Node]:
    preposition = Node(chance.choice(("within", "under", "inside", "on", "below")), "IN", "prep")
    noun = Node(
        chance.choice(("budget", "cap", "ceiling", "limit", "allowance", "bill", "plan")), "NN", "pobj"
    )
    draw = chance.random()
    if draw < 0.5:
        noun = before(noun, Node("a", "DT", "det"), money(chance, "nmod"))
    elif draw < 0.75:
        noun = after(
            before(
                noun,
                Node("a", "DT", "det"),
                Node(chance.choice(("fixed", "hard", "monthly", "frozen", "tight")), "JJ", "amod"),
            ),
            Node("of", "IN", "prep", right=(money(chance, "pobj"),)),
        )
    else:
        noun = duration(chance, "pobj")
    return [replace(preposition, right=(noun,))]


def _so_that(chance: random.Random) -> list[Node]:
    who = noun_phrase(chance, chance.choice(("people", "system")), "nsubj", depth=0)
    inner = verb_phrase(chance, "VB", "advcl", lead=plain_lead(chance), adjuncts=0)
    inner = before(
        inner,
        Node("so", "IN", "mark", right=(Node("that", "IN", "advmod"),) if chance.random() < 0.5 else ()),
        who,
        Node(chance.choice(("can", "could", "would", "never")), "MD", "aux"),
    )
    return [comma(), inner] if chance.random() < 0.3 else [inner]


def _while(chance: random.Random) -> list[Node]:
    word = chance.choice(("while", "while", "when", "whilst"))
    inner = verb_phrase(chance, "VBG", "advcl", lead=plain_lead(chance), adjuncts=0)
    inner = before(
        inner, Node(word, "IN" if word != "when" else "WRB", "mark" if word != "when" else "advmod")
    )
    return [comma(), inner] if chance.random() < 0.4 else [inner]


def _when(chance: random.Random) -> list[Node]:
    return [comma(), subordinate(chance)] if chance.random() < 0.3 else [subordinate(chance)]


def _time(chance: random.Random) -> list[Node]:
    draw = chance.random()
    if draw < 0.4:
        return [
            Node(
                chance.choice(("in", "over", "within", "during", "for", "after")),
                "IN",
                "prep",
                right=(noun_node(pick(chance, "nouns", "period"), "pobj"),),
            )
        ]
    if draw < 0.6:
        return [Node("in", "IN", "prep", right=(Node(str(chance.randint(2004, 2026)), "CD", "pobj"),))]
    if draw < 0.8:
        return [
            Node(
                pick(chance, "nouns", "rate"),
                "NN",
                "npadvmod",
                left=(Node(chance.choice(("every", "each", "per")), "DT", "det"),),
            )
        ]
    return [
        Node(
            chance.choice(
                (
                    "daily",
                    "weekly",
                    "nightly",
                    "monthly",
                    "twice",
                    "remotely",
                    "on-site",
                    "annually",
                    "overnight",
                )
            ),
            "RB",
            "advmod",
        )
    ]


def _dash(chance: random.Random) -> list[Node]:
    dash = Node(chance.choice(("–", "—", "-", ":")), ":", "punct")
    if chance.random() < 0.4:
        participle = Node(
            chance.choice(("used", "adopted", "shipped", "trusted", "run", "read")),
            "VBN",
            "acl",
            right=(Node("by", "IN", "agent", right=(quantity(chance, "pobj"),)),),
        )
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
