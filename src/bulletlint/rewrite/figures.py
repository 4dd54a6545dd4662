"""What figures say beside their value: what they count, from where to where they went, and signs such as "<"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping

from bulletlint.rewrite.proof import list_bases

#: A figure with the currency or unit that is written to it.
_FIGURE = r"[$€£₹¥]?\d+(?:[.,:]\d+)*(?:\s?[%‰°]|[^\W\d_]+)?"
_COUNTED = re.compile(rf"({_FIGURE})(?:[\s-]+([^\W\d_]+))?")
_RANGE = re.compile(
    rf"({_FIGURE})(?:[\s-]+[^\W\d_]+)?\s*(?:\bto\b|→|->|=>)\s*(?:[^\W\d_]+\s+){{0,2}}({_FIGURE})"
)
#: Signs that say how a figure is meant, and those of a sentence, which may come and go.
_MEANING = re.compile(r"[~<>≈≤≥±×+](?=\s*[$€£₹¥]?\d)|(?<=\d)[+×]")
_PLAIN = re.compile(r"[\w\s,.;:()'\"“”‘’%‰°$€£₹¥/&–—→!?-]")


def list_figures(text: str) -> Counter[str]:
    """Return the figures of a text with their units, however they are spaced."""
    return Counter(squeeze_figure(match.group(1)) for match in _COUNTED.finditer(text))


def find_figure_changes(
    said: str, text: str, bases: Mapping[str, str], *, joining: Collection[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what figures say only in what is said, and only in a text: values, what they count, which way they went.

    `joining` are words that count for nothing behind a figure ("40 % with").
    """
    have, want = list_figures(said), list_figures(text)
    new = [*(have - want).elements()]
    lost = [*(want - have).elements()]
    counts = [(figure, list_bases(word, bases)) for figure, word in list_counted(said, joining)]
    for figure, word in list_counted(text, joining):
        stems = list_bases(word, bases)
        if have[figure] and not any(other == figure and stems & others for other, others in counts):
            lost.append(f"{figure} {word}")
    ways = list_ranges(said)
    for first, last in list_ranges(text) - ways:
        if (last, first) in ways:
            new.append(f"{last} to {first}")
    new += list(find_signs(said) - find_signs(text))
    lost += list(find_signs(text) - find_signs(said))
    return tuple(new), tuple(lost)


def list_counted(text: str, joining: Collection[str]) -> list[tuple[str, str]]:
    """Return each figure with the word behind it, in lower case, if that says what it counts."""
    found = []
    for match in _COUNTED.finditer(text):
        word = (match.group(2) or "").lower()
        if word and word not in joining:
            found.append((squeeze_figure(match.group(1)), word))
    return found


def list_ranges(text: str) -> set[tuple[str, str]]:
    """Return the figures between which something went, start and end."""
    return {
        (squeeze_figure(match.group(1)), squeeze_figure(match.group(2))) for match in _RANGE.finditer(text)
    }


def find_signs(text: str) -> Counter[str]:
    """Return the signs that give a figure another meaning, and those that no sentence needs."""
    meant = Counter(_MEANING.findall(text))
    return meant + Counter(sign for sign in text if not _PLAIN.match(sign))


def squeeze_figure(figure: str) -> str:
    """Return a figure in lower case without white space."""
    return "".join(figure.split()).lower()
