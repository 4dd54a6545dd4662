"""Makes further bullets to be labelled by a teacher: beginnings of some bullets with the ends of others.

    python -m training.evidence.variants WORK FILE.txt FOLDER … [--count 6000] [--seed 7]

Only bullets of TRAIN are cut up. The variants make little sense, but hold costs, fallbacks and results in new company.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from training.evidence.bullets import LabelledBullet, read_folders
from training.evidence.split import read_split

_CUT = re.compile(r"(?:[,;:.]|\s[–—-])\s+|\s+(?=(?:by|with|while|after|using|so|when|if|which|for|until)\s)")


def cut_bullet(text: str) -> list[tuple[str, str]]:
    """Return the ways to cut a text into a beginning and an end of at least three words each."""
    ways = []
    for match in _CUT.finditer(text):
        head, tail = text[: match.end()], text[match.end() :]
        if len(head.split()) > 2 and len(tail.split()) > 2:
            ways.append((head, tail))
    return ways


def vary(bullets: Sequence[LabelledBullet], count: int, chance: random.Random) -> Iterator[str]:
    """Yield texts put together of two bullets; those that state a cost, a fallback or a watch are drawn more often."""
    pieces = [(way, rate(bullet)) for bullet in bullets for way in cut_bullet(bullet.text)]
    ways, weights = [way for way, _ in pieces], [weight for _, weight in pieces]
    heads, tails = (chance.choices(ways, weights, k=count) for _ in range(2))
    for (head, _), (_, tail) in zip(heads, tails, strict=True):
        yield head + tail


def rate(bullet: LabelledBullet) -> float:
    """Return how often a bullet is drawn."""
    answers = bullet.answers
    stated = (answers["cost"] != "none") + (answers["fallback"] == "yes") + (answers["monitoring"] != "no")
    return 1.0 + stated


def main() -> None:
    """Read the arguments, cut, put together and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("work", type=Path)
    parser.add_argument("file", type=Path)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=6000)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    placements = read_split(options.work)
    bullets = [b for b in read_folders(options.folders) if placements[b.id].part == "train"]
    texts = list(dict.fromkeys(vary(bullets, options.count, random.Random(options.seed))))
    options.file.write_text("\n".join(texts) + "\n", encoding="utf-8")
    print(f"{len(texts)} variants of {len(bullets)} bullets")


if __name__ == "__main__":
    main()
