"""Noun phrases, amounts and prepositional phrases of the bullet grammar."""

from __future__ import annotations

import random
from dataclasses import replace

from training.grammar.inflection import inflect, is_plural
from training.grammar.lexicon import load_classes, pick
from training.grammar.node import Node, after, before, relabel

SYLLABLES = "ba cor del fen gra hel in jo kal lum mor nex or pel quo ris sol tam ul ver wis xan yor zet ark den".split()
OBJECT_CLASSES = ("artifact", "metric", "people", "topic", "document", "event", "data")


def comma() -> Node:
    """Return a comma."""
    return Node(",", ",", "punct", glued=True)


def invent_name(chance: random.Random) -> str:
    """Return a name that no list holds: a product, a team or an acronym."""
    draw = chance.random()
    if draw < 0.35:
        return "".join(chance.choice("ABCDEFGHIKLMNOPRSTVX") for _ in range(chance.choice((2, 3, 3, 4, 5))))
    name = "".join(chance.choice(SYLLABLES) for _ in range(chance.choice((2, 2, 3)))).capitalize()
    if draw < 0.5:
        return name + chance.choice(("AI", "DB", "Flow", "Hub", "Kit", "Ops", "Net", "Lab", ".io", ".js", "-2", "2", " 3", "X"))
    return name


def name_node(name: str, label: str) -> Node:
    """Return a proper name under its last word."""
    words = name.split()
    left = tuple(
        Node(w, "DT" if w == "the" else "IN" if w in ("of", "with") else "NNP", "det" if w == "the" else "compound")
        for w in words[:-1]
    )
    if "of" in words:
        at = words.index("of")
        inner = name_node(" ".join(words[at + 1 :]), "pobj")
        head = name_node(" ".join(words[:at]), label)
        return after(head, Node("of", "IN", "prep", right=(inner,)))
    number = words[-1].replace(".", "").isdigit() and len(words) > 1
    if number:
        head = name_node(" ".join(words[:-1]), label)
        return after(head, Node(words[-1], "CD", "nummod"))
    return Node(words[-1], "NNP", label, left=left)


def technology(chance: random.Random, label: str) -> Node:
    """Return the name of a technology."""
    if chance.random() < 0.12:
        return name_node(invent_name(chance), label)
    return name_node(pick(chance, "names", "technology"), label)


def organization(chance: random.Random, label: str) -> Node:
    """Return the name of an organisation or place."""
    key = chance.choice(("organization", "place"))
    if chance.random() < 0.3:
        return name_node(invent_name(chance), label)
    return name_node(pick(chance, "names", key), label)


def noun_node(noun: str, label: str) -> Node:
    """Return a noun or noun compound under its last word."""
    words = noun.split()
    if words[0] in ("a", "two", "three", "six", "one", "our", "the", "ninety") and len(words) > 1:
        first = words.pop(0)
        tag, dep = {"a": ("DT", "det"), "the": ("DT", "det"), "our": ("PRP$", "poss")}.get(first, ("CD", "nummod"))
        return before(noun_node(" ".join(words), label), Node(first, tag, dep))
    if "of" in words or "to" in words or "per" in words:
        at = next(i for i, w in enumerate(words) if w in ("of", "to", "per"))
        rest = " ".join(words[at + 1 :])
        head = noun_node(" ".join(words[:at]), label)
        if words[at] == "to" and rest == "hire":
            return after(head, Node(rest, "VB", "acl", left=(Node("to", "TO", "aux"),)))
        return after(head, Node(words[at], "IN", "prep", right=(noun_node(rest, "pobj"),)))
    left = []
    for word in words[:-1]:
        if word in load_classes("words")["adjective"]:
            left.append(Node(word, "JJ", "amod"))
        elif word in load_classes("words")["participle"]:
            left.append(Node(word, "VBN", "amod"))
        elif word.isupper() or word[0].isupper():
            left.append(Node(word, "NNP", "compound"))
        elif word == "and":
            left.append(Node(word, "CC", "cc"))
        else:
            left.append(Node(word, "NNS" if is_plural(word) else "NN", "compound"))
    last = words[-1]
    if last.isupper() and len(last) > 1:
        tag = "NNP"
    else:
        tag = "NNS" if is_plural(last) or last == "people" else "NN"
    return Node(last, tag, label, left=tuple(left))


def figure(chance: random.Random) -> str:
    """Return a bare number as people write it."""
    kind = chance.randrange(9)
    if kind == 0:
        return f"{chance.randint(2, 99)}"
    if kind == 1:
        return f"{chance.randint(1, 99)},{chance.randint(0, 999):03d}"
    if kind == 2:
        return f"{chance.randint(1, 90)}{chance.choice('kKMB')}"
    if kind == 3:
        return f"{chance.randint(1, 9)}.{chance.randint(1, 9)}{chance.choice(['', 'M', 'B', 'x', 'k'])}"
    if kind == 4:
        return f"{chance.randint(2, 60) * 10}+"
    if kind == 5:
        return chance.choice("two three four five six seven eight ten twelve fifteen twenty forty".split())
    if kind == 6:
        return f"{chance.randint(2, 9)}{chance.choice(['–', '-'])}{chance.randint(10, 30)}"
    if kind == 7:
        return f"~{chance.randint(2, 400)}"
    return f"{chance.randint(100, 9000)}"


def quantity(chance: random.Random, label: str) -> Node:
    """Return a counted noun: `12 services`, `over 2M users`, `a team of 5`."""
    unit = noun_node(pick(chance, "nouns", "unit"), label)
    number = Node(figure(chance), "CD", "nummod")
    draw = chance.random()
    if draw < 0.12:
        number = before(number, Node(chance.choice(("over", "about", "around", "nearly", "some", "approximately")), "RB", "quantmod"))
    elif draw < 0.2:
        number = before(number, Node("than", "IN", "quantmod", left=(Node(chance.choice(("more", "less", "fewer")), "JJR", "amod"),)))
    elif draw < 0.25:
        number = before(number, Node("to", "IN", "quantmod", left=(Node("up", "IN", "advmod"),)))
    elif draw < 0.3:
        number = before(number, Node("least", "JJS", "advmod", left=(Node("at", "IN", "advmod"),)))
    unit = before(unit, number)
    if chance.random() < 0.2:
        unit = after(unit, rate(chance))
    return unit


def rate(chance: random.Random) -> Node:
    """Return `a day` or `per query`."""
    noun = Node(pick(chance, "nouns", "rate"), "NN", "pobj")
    if chance.random() < 0.5:
        return Node("per", "IN", "prep", right=(noun,))
    return replace(noun, label="npadvmod", left=(Node(chance.choice(("a", "each", "every")), "DT", "det"),))


def percent(chance: random.Random, label: str) -> Node:
    """Return `40%` or `12 percent`."""
    number = chance.choice((f"{chance.randint(1, 99)}", f"{chance.randint(1, 99)}.{chance.randint(1, 9)}", f"{chance.randint(5, 20)}-{chance.randint(21, 90)}"))
    number_node = Node(number, "CD", "nummod")
    if chance.random() < 0.15:
        number_node = before(number_node, Node(chance.choice(("over", "about", "nearly", "almost", "roughly")), "RB", "quantmod"))
    if chance.random() < 0.1:
        return Node(chance.choice(("percent", "pp", "points", "bps")), "NN", label, left=(number_node,))
    return Node("%", "NN", label, left=(number_node,), glued=chance.random() < 0.75)


def money(chance: random.Random, label: str) -> Node:
    """Return an amount of money, now and then a unit price."""
    sign = chance.choice("$$$$€£₹¥")
    number = chance.choice((f"{chance.randint(1, 900)}", f"{chance.randint(1, 90)}K", f"{chance.randint(1, 90)}k", f"{chance.randint(1, 90)},{chance.randint(0, 999):03d}", f"0.{chance.randint(1, 99):02d}", f"0.00{chance.randint(1, 9)}", f"{chance.randint(1, 9)}.{chance.randint(1, 9)}M", f"{chance.randint(1, 40)}M"))
    draw = chance.random()
    if draw < 0.1:
        node = Node(number, "CD", label, left=(Node(chance.choice(("USD", "EUR", "INR")), "NNP", "nmod"),))
    elif draw < 0.25:
        node = Node(chance.choice(("million", "billion", "crore", "lakh")), "CD", label, left=(Node(sign, "$", "quantmod"), Node(f"{chance.randint(1, 90)}", "CD", "compound", glued=True)))
    else:
        node = Node(sign + number, "CD", label)
    draw = chance.random()
    if draw < 0.2:
        return after(node, rate(chance))
    if draw < 0.3:
        return after(node, Node("/", "IN", "prep", glued=True, right=(Node(pick(chance, "nouns", "rate"), "NN", "pobj", glued=True),)))
    return node


def duration(chance: random.Random, label: str) -> Node:
    """Return a span of time: `300 ms`, `two weeks`."""
    if chance.random() < 0.5:
        if chance.random() < 0.5:
            return Node(f"{chance.randint(2, 900)}{chance.choice(('ms', 's', 'h', 'min'))}", "CD", label)
        return Node(chance.choice(("ms", "seconds", "minutes", "hours", "days", "weeks", "months", "s", "min")), "NNS", label, left=(Node(f"{chance.randint(2, 900)}", "CD", "nummod"),))
    return noun_node(pick(chance, "nouns", "period"), label)


def amount(chance: random.Random, label: str) -> Node:
    """Return an amount of any kind."""
    draw = chance.random()
    if draw < 0.45:
        return percent(chance, label)
    if draw < 0.65:
        return money(chance, label)
    if draw < 0.75:
        return Node(chance.choice(("3x", "2x", "10x", "4x", "half", "two-thirds", "4pp", "2.5x")), "CD", label)
    if draw < 0.87:
        return duration(chance, label)
    return quantity(chance, label)


def technology_list(chance: random.Random, label: str, *, most: int = 4) -> Node:
    """Return one or more names of technologies, coordinated."""
    names = [technology(chance, "conj") for _ in range(chance.choice((1, 1, 2, 2, 3, most)))]
    return coordinate(chance, names, label)


def coordinate(chance: random.Random, nodes: list[Node], label: str) -> Node:
    """Chain nodes as conjuncts under the first of them."""
    link = chance.choice(("and", "and", "and", "and", "&", "or", "/", ","))
    if link == "/" and len(nodes) > 2:
        link = "and"
    chain = relabel(nodes[-1], "conj" if len(nodes) > 1 else label)
    for index in range(len(nodes) - 2, -1, -1):
        last = index == len(nodes) - 2
        if last and link in ("and", "&", "or"):
            links = [Node(link, "CC", "cc")]
            if len(nodes) > 2 and chance.random() < 0.6:
                links.insert(0, comma())
        elif last and link == "/":
            glue = chance.random() < 0.6
            links = [Node("/", "SYM", "punct", glued=glue)]
            chain = glue_first(chain) if glue else chain
        else:
            links = [comma()]
        chain = after(relabel(nodes[index], "conj" if index else label), *links, chain)
    return chain


def glue_first(node: Node) -> Node:
    """Return the subtree with its first word glued to what stands before it."""
    if node.left:
        return replace(node, left=(glue_first(node.left[0]), *node.left[1:]))
    return replace(node, glued=True)


def bracket(inner: Node, opening: str = "(", closing: str = ")") -> Node:
    """Return the node in brackets."""
    tags = {"(": "-LRB-", "[": "-LRB-", '"': "``", "“": "``", ")": "-RRB-", "]": "-RRB-", "”": "''"}
    close_tag = "''" if closing in ('"', "”") else tags[closing]
    inner = glue_first(inner)
    return after(
        before(inner, Node(opening, tags[opening], "punct")), Node(closing, close_tag, "punct", glued=True)
    )


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
    noun = pick(chance, "nouns", key)
    node = noun_node(noun, label)
    fixed = node.left and node.left[0].label in ("det", "poss", "nummod")
    if not fixed:
        extra = modifiers(chance)
        if chance.random() < 0.08 and node.tag == "NNS":
            extra.insert(0, Node(figure(chance), "CD", "nummod"))
            if chance.random() < 0.3:
                extra[0] = before(extra[0], Node(chance.choice(("over", "about", "nearly")), "RB", "quantmod"))
        node = before(node, *extra)
        determiner = _determiner(chance, node)
        if determiner is not None and not (bare and chance.random() < 0.7) and not any(n.tag == "CD" for n in extra):
            node = before(node, *determiner)
    if depth > 0:
        node = after(node, *_noun_tail(chance, depth))
    if chance.random() < 0.14:
        others = [noun_phrase(chance, key, "conj", depth=0, bare=True) for _ in range(chance.choice((1, 1, 2, 3)))]
        node = coordinate(chance, [node, *others], label)
    return node


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
        owner = noun_node(chance.choice(("team", "company", "client", "customer", "city", "group", "firm")), "poss")
        owner = before(owner, Node("the", "DT", "det")) if chance.random() < 0.7 else name_node(invent_name(chance), "poss")
        return [after(owner, Node("'s", "POS", "case", glued=True))]
    return [Node(chance.choice(("all", "each", "every", "both", "any", "some", "this", "these")), "DT", "det")]


def _noun_tail(chance: random.Random, depth: int) -> list[Node]:
    draw = chance.random()
    deeper = depth - 1
    if draw < 0.26:
        return [prepositional(chance, depth=deeper)]
    if draw < 0.31:
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
        return [Node(verb, tag, "relcl", left=(subject,), right=(noun_phrase(chance, "any", "dobj", depth=0),))]
    if draw < 0.47:
        verb = inflect(pick(chance, "verbs", chance.choice(("system", "change", "study"))).split("_")[0], "VBG")
        return [Node(verb, "VBG", "acl", right=(noun_phrase(chance, "any", "dobj", depth=0),))]
    if draw < 0.5:
        verb = pick(chance, "verbs", chance.choice(("study", "change", "build"))).split("_")[0]
        return [Node(verb, "VB", "acl", left=(Node("to", "TO", "aux"),), right=(noun_phrase(chance, "any", "dobj", depth=0),))]
    if draw < 0.53:
        example = Node("as", "IN", "prep", left=(Node("such", "JJ", "amod"),), right=(technology_list(chance, "pobj"),))
        return [example]
    if draw < 0.56:
        return [comma(), Node("including", "VBG", "prep", right=(noun_phrase(chance, "any", "pobj", depth=0),))]
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
            return after(name_node(pick(chance, "names", "month"), "pobj"), year) if chance.random() < 0.5 else replace(year, label="pobj")
    if preposition in ("for", "with", "among", "between", "against") and draw < 0.3:
        return noun_phrase(chance, "people", "pobj", depth=depth)
    if preposition in ("for", "on", "with", "via", "through", "in") and draw < 0.45:
        return technology_list(chance, "pobj")
    if preposition in ("over", "under", "within", "during", "per") and draw < 0.5:
        return duration(chance, "pobj")
    if draw < 0.6:
        return quantity(chance, "pobj")
    return noun_phrase(chance, "any", "pobj", depth=depth)
