"""Which bullet of one version of a resume is which of another: the same words, or words that are much alike."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest

from bulletlint.lint.baseline import fold_text

#: The share of their words, from 0 to 1, from which on two bullets are versions of one; rare words weigh more. Of
#: bullets of different people none comes so far; of bullets with half of their words replaced five in six do.
ALIKE = 0.2
#: Letters that tell a word from others in spite of its ending: "reduced" and "reducing" begin alike.
_STEM = 5
#: Bullets that may share a word before it says nothing about any of them; only damaged files have more.
_COMMON = 100
#: Bullets of the new version that are looked at as the new version of an old one: those most alike.
_MOST = 5
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")


def match_bullets(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Return for each bullet of the new version that has one the bullet of the old version, both by number.

    First those with the same words are matched in their order, then the most alike, down to ALIKE.
    """
    matched = match_same(old, new)
    taken = set(matched.values())
    left_old = [number for number in range(len(old)) if number not in taken]
    left_new = [number for number in range(len(new)) if number not in matched]
    alike = find_alike([old[number] for number in left_old], [new[number] for number in left_new])
    for similarity, first, second in alike:
        one, other = left_old[first], left_new[second]
        if similarity >= ALIKE and one not in taken and other not in matched:
            taken.add(one)
            matched[other] = one
    return matched


def match_same(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Return the bullets of the new version that the old one has in the same words, each once."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number in reversed(range(len(old))):
        places[fold_text(old[number])].append(number)
    matched = {}
    for number, text in enumerate(new):
        numbers = places.get(fold_text(text))
        if numbers:
            matched[number] = numbers.pop()
    return matched


def find_alike(old: Sequence[str], new: Sequence[str]) -> list[tuple[float, int, int]]:
    """Return how alike bullets are that share a word, with their numbers; the most alike first, then by their place."""
    stems_old, stems_new = ([list_stems(text) for text in texts] for texts in (old, new))
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, stems in enumerate(stems_new):
        for stem in stems:
            holders[stem].append(number)
    known = Counter(stem for stems in (*stems_old, *stems_new) for stem in stems)
    sizes = [measure(stems, known) for stems in stems_new]
    found = []
    for first, stems in enumerate(stems_old):
        shared: defaultdict[int, float] = defaultdict(float)
        for stem, times in stems.items():
            numbers = holders.get(stem, ())
            if len(numbers) <= _COMMON:
                for number in numbers:
                    shared[number] += min(times, stems_new[number][stem]) / known[stem]
        size = measure(stems, known)
        likely = ((2 * both / (size + sizes[second]), first, second) for second, both in shared.items())
        found += nlargest(_MOST, likely)
    return sorted(
        found, key=lambda row: (-row[0], abs(row[1] / len(old) - row[2] / len(new)), row[1], row[2])
    )


def list_stems(text: str) -> Counter[str]:
    """Return how often each word is in a text, without case and ending."""
    return Counter(word[:_STEM] for word in _WORD.findall(fold_text(text)))


def measure(stems: Mapping[str, int], known: Mapping[str, int]) -> float:
    """Return the weight of a text: each word counts the less the more bullets have it."""
    return sum(times / known[stem] for stem, times in stems.items())


def find_moved(order: Iterable[int]) -> frozenset[int]:
    """Return the places in a sequence of different numbers that keep it from rising; as few as can be."""
    numbers = list(order)
    lowest: list[int] = []  # the smallest number that a rising run of each length can end with
    lengths = []
    for number in numbers:
        length = bisect_left(lowest, number)
        lowest[length : length + 1] = [number]
        lengths.append(length)
    moved = set(range(len(numbers)))
    wanted = len(lowest) - 1
    for place in reversed(range(len(numbers))):
        if lengths[place] == wanted:
            moved.discard(place)
            wanted -= 1
    return frozenset(moved)
