"""Amounts of the bullet grammar: counts, shares, money, time."""

from __future__ import annotations

import random
from dataclasses import replace

from training.grammar.lexicon import pick
from training.grammar.node import Node, after, before
from training.grammar.nouns import noun_node


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


def _limit(first: str, first_tag: str, second: str, second_tag: str) -> Node:
    return Node(first, first_tag, "quantmod", right=(Node(second, second_tag, "advmod"),))


def quantity(chance: random.Random, label: str) -> Node:
    """Return a counted noun: `12 services`, `over 2M users`, `a team of 5`."""
    unit = noun_node(pick(chance, "nouns", "unit"), label)
    number = Node(figure(chance), "CD", "nummod")
    draw = chance.random()
    if draw < 0.12:
        number = before(
            number,
            Node(
                chance.choice(("over", "about", "around", "nearly", "some", "approximately")),
                "RB",
                "quantmod",
            ),
        )
    elif draw < 0.2:
        number = before(number, _limit(chance.choice(("more", "less", "fewer")), "JJR", "than", "IN"))
    elif draw < 0.25:
        number = before(number, _limit("up", "IN", "to", "IN"))
    elif draw < 0.3:
        number = before(number, _limit("at", "IN", chance.choice(("least", "most")), "JJS"))
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
    number = chance.choice(
        (
            f"{chance.randint(1, 99)}",
            f"{chance.randint(1, 99)}.{chance.randint(1, 9)}",
            f"{chance.randint(5, 20)}-{chance.randint(21, 90)}",
        )
    )
    number_node = Node(number, "CD", "nummod")
    if chance.random() < 0.15:
        number_node = before(
            number_node,
            Node(chance.choice(("over", "about", "nearly", "almost", "roughly")), "RB", "quantmod"),
        )
    if chance.random() < 0.1:
        return Node(chance.choice(("percent", "pp", "points", "bps")), "NN", label, left=(number_node,))
    return Node("%", "NN", label, left=(number_node,), glued=chance.random() < 0.75)


def money(chance: random.Random, label: str) -> Node:
    """Return an amount of money, now and then a unit price."""
    sign = chance.choice("$$$$€£₹¥")
    number = chance.choice(
        (
            f"{chance.randint(1, 900)}",
            f"{chance.randint(1, 90)}K",
            f"{chance.randint(1, 90)}k",
            f"{chance.randint(1, 90)},{chance.randint(0, 999):03d}",
            f"0.{chance.randint(1, 99):02d}",
            f"0.00{chance.randint(1, 9)}",
            f"{chance.randint(1, 9)}.{chance.randint(1, 9)}M",
            f"{chance.randint(1, 40)}M",
        )
    )
    draw = chance.random()
    if draw < 0.1:
        node = Node(number, "CD", label, left=(Node(chance.choice(("USD", "EUR", "INR")), "NNP", "nmod"),))
    elif draw < 0.25:
        node = Node(
            chance.choice(("million", "billion", "crore", "lakh")),
            "CD",
            label,
            left=(
                Node(sign, "$", "quantmod"),
                Node(f"{chance.randint(1, 90)}", "CD", "compound", glued=True),
            ),
        )
    else:
        node = Node(sign + number, "CD", label)
    draw = chance.random()
    if draw < 0.2:
        return after(node, rate(chance))
    if draw < 0.3:
        return after(
            node,
            Node(
                "/",
                "IN",
                "prep",
                glued=True,
                right=(Node(pick(chance, "nouns", "rate"), "NN", "pobj", glued=True),),
            ),
        )
    return node


def duration(chance: random.Random, label: str) -> Node:
    """Return a span of time: `300 ms`, `two weeks`."""
    if chance.random() < 0.5:
        if chance.random() < 0.5:
            return Node(f"{chance.randint(2, 900)}{chance.choice(('ms', 's', 'h', 'min'))}", "CD", label)
        return Node(
            chance.choice(("ms", "seconds", "minutes", "hours", "days", "weeks", "months", "s", "min")),
            "NNS",
            label,
            left=(Node(f"{chance.randint(2, 900)}", "CD", "nummod"),),
        )
    return noun_node(pick(chance, "nouns", "period"), label)


def amount(chance: random.Random, label: str) -> Node:
    """Return an amount of any kind."""
    draw = chance.random()
    if draw < 0.45:
        return percent(chance, label)
    if draw < 0.65:
        return money(chance, label)
    if draw < 0.75:
        return Node(
            chance.choice(("3x", "2x", "10x", "4x", "half", "two-thirds", "4pp", "2.5x")), "CD", label
        )
    if draw < 0.87:
        return duration(chance, label)
    return quantity(chance, label)
