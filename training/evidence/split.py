"""Divides labelled bullets into TRAIN, DEV and TEST by person and by writer, never by row.

    python -m training.evidence.split WORK ORDER.tsv FOLDER …

WORK is the folder of everything that training writes; ORDER.tsv lists public bullets in the order of their persons,
FOLDER … hold labelled files. Writes WORK/split.tsv (id, part, fold, collection, source).
"""

from __future__ import annotations

import argparse
import csv
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from training.evidence.bullets import LabelledBullet, read_folders

#: Bullets in a row that are held out together: a person has about twenty.
BLOCK = 30
#: Shares of TEST and DEV.
TEST_SHARE, DEV_SHARE = 0.22, 0.13
#: Writers that are held out whole, drawn by chance before anything was trained.
TEST_WRITERS = frozenset({"industry", "ai-teams"})
DEV_WRITERS = frozenset({"ordinary"})
OLD_WRITERS = frozenset(
    {"ai", "ai-teams", "industry", "ordinary", "platform", "product-and-trades", "starters"}
)
FOLDS = 5
#: From this share of common word triples on, two texts count as one.
ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a bullet belongs: `part` is train, dev, test or dropped, `fold` a number for cross-validation."""

    id: str
    part: str
    fold: int
    collection: str
    source: str


def draw(key: str) -> float:
    """Return a number from 0 to 1 that hangs on the key alone."""
    return int.from_bytes(sha256(key.encode()).digest()[:6], "big") / 2**48


def choose_part(key: str) -> str:
    share = draw(f"part {key}")
    return "test" if share < TEST_SHARE else "dev" if share < TEST_SHARE + DEV_SHARE else "train"


def choose_writer_part(writer: str) -> str:
    if writer in TEST_WRITERS:
        return "test"
    if writer in DEV_WRITERS:
        return "dev"
    return "train" if writer in OLD_WRITERS else choose_part(f"writer {writer}")


def cut_triples(text: str) -> frozenset[str]:
    """Return the word triples of a text, numbers made equal."""
    words = re.findall(r"\w+", re.sub(r"\d+", "0", text.lower()))
    return frozenset(" ".join(words[at : at + 3]) for at in range(max(1, len(words) - 2)))


def find_twins(bullets: Sequence[LabelledBullet]) -> Iterator[tuple[int, int]]:
    """Yield pairs of bullets, by index, that are nearly the same text."""
    triples = [cut_triples(bullet.text) for bullet in bullets]
    holders: dict[str, list[int]] = {}
    for number, own in enumerate(triples):
        shared: Counter[int] = Counter()
        for triple in own:
            shared.update(holders.get(triple, ())[:50])
            holders.setdefault(triple, []).append(number)
        for other, common in shared.items():
            if common >= ALIKE * min(len(own), len(triples[other])):
                yield other, number


def name_groups(bullets: Sequence[LabelledBullet], order: Sequence[str]) -> list[str]:
    """Return the group of each bullet: a block of a person's neighbours, a writer, or its own text with its twins."""
    block = {bullet_id: number // BLOCK for number, bullet_id in enumerate(order)}
    groups = [
        f"writer {bullet.source}"
        if bullet.collection == "written"
        else f"block {block[bullet.id]}"
        if bullet.id in block
        else f"text {bullet.id}"
        for bullet in bullets
    ]
    for first, second in find_twins(bullets):
        if groups[second].startswith("text "):
            groups[second] = groups[first]
        elif groups[first].startswith("text "):
            groups[first] = groups[second]
    return groups


def place_bullets(bullets: Sequence[LabelledBullet], order: Sequence[str]) -> list[Placement]:
    """Place every bullet; one of TRAIN or DEV that nearly equals one of another part is dropped."""
    blocks = list(range(-(-len(order) // BLOCK)))
    random.Random(7).shuffle(blocks)
    tests, devs = round(TEST_SHARE * len(blocks)), round(DEV_SHARE * len(blocks))
    part_of = {f"block {number}": "test" for number in blocks[:tests]}
    part_of |= {f"block {number}": "dev" for number in blocks[tests : tests + devs]}
    groups = name_groups(bullets, order)
    parts = []
    for group in groups:
        kind, _, name = group.partition(" ")
        parts.append(
            part_of.get(group, "train")
            if kind == "block"
            else choose_writer_part(name)
            if kind == "writer"
            else choose_part(group)
        )
    rank = {"test": 0, "dev": 1, "train": 2, "dropped": 3}
    for first, second in find_twins(bullets):
        if parts[first] != parts[second]:
            later = max(first, second, key=lambda number: rank[parts[number]])
            parts[later] = "dropped"
    return [
        Placement(bullet.id, part, int(draw(f"fold {group}") * FOLDS), bullet.collection, bullet.source)
        for bullet, part, group in zip(bullets, parts, groups, strict=True)
    ]


def read_split(work: Path) -> dict[str, Placement]:
    """Read the placements by the bullets' ids."""
    with (work / "split.tsv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    return {
        row["id"]: Placement(row["id"], row["part"], int(row["fold"]), row["collection"], row["source"])
        for row in rows
    }


def main() -> None:
    """Read the arguments, divide and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("work", type=Path)
    parser.add_argument("order", type=Path)
    parser.add_argument("folders", nargs="+", type=Path)
    options = parser.parse_args()
    with options.order.open(encoding="utf-8", newline="") as stream:
        order = [row["id"] for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)]
    placements = place_bullets(read_folders(options.folders), order)
    options.work.mkdir(parents=True, exist_ok=True)
    with (options.work / "split.tsv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
        writer.writerow(["id", "part", "fold", "collection", "source"])
        for item in placements:
            writer.writerow([item.id, item.part, item.fold, item.collection, item.source])
    counts = Counter((item.collection, item.source, item.part) for item in placements)
    for (collection, source, part), number in sorted(counts.items()):
        print(f"{collection:8} {source:24} {part:8} {number:5}")
    print(Counter(item.part for item in placements), Counter(item.fold for item in placements))


if __name__ == "__main__":
    main()
