"""Finds pattern lines and word lists that change no answer of the tool, or only for the worse.

    python -m training.evidence.needless FILE … [--lists] [--sample 400] [--drop]

FILE … are labelled bullets. Every pattern line, and with --lists every word list, is taken away in turn; the bullets
that it can touch are read again. A line is needless where no fact that rules ask about changes but those that are
labelled, and no more labels become wrong than right; what was found needless stays away while the next is tried, so
that of two lines for the same words one is kept. With --drop the needless lines are taken out of the rules folder. A
list is only named: code may ask for it. --sample bullets, by chance, are read again for a list.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Any

from bulletlint.core.facts import Facts
from bulletlint.core.rules_folder import find_rules_folder, list_yaml
from bulletlint.core.strict_yaml import Node, read_rule_yaml
from bulletlint.evidence import Words, gather, load_words
from bulletlint.evidence.learned.reader import Reader, load_reader
from bulletlint.evidence.patterns.match import Pattern, find_matches, index_patterns
from bulletlint.evidence.reading import Reading
from bulletlint.pipeline import load_pipeline
from bulletlint.pipeline.reader import find_reader
from training.evidence.bullets import LabelledBullet, read_bullets

#: Facts that are labelled, and so may change: right or wrong is counted.
LABELLED = {
    "kind": "kind", "lead_class": "lead_kind", "metric": "metric", "cost": "cost", "fallback": "fallback",
    "monitoring": "monitoring", "technique_first": "technique_first",
}  # fmt: skip
#: What only explains, and follows from the rest.
EXPLAINED = frozenset({"text", "evidence", "confidence", "doubtful", "marks", "lead", *LABELLED})
#: A word that stands in no bullet: what is left of a list that is taken away.
NOTHING = "xqzvkj"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Labelled bullets, each with its parse and with how the tool reads it with all lines and lists."""

    bullets: Sequence[LabelledBullet]
    docs: Sequence[Any]
    readings: Sequence[Reading]


@dataclass(frozen=True, slots=True)
class Worth:
    """What a line or list changes: labels that are right only with it and only without it, and other facts."""

    name: str
    better: int
    worse: int
    others: int

    @property
    def needless(self) -> bool:
        """Tell whether the tool is as right without it."""
        return not self.others and self.better <= self.worse


def answer(facts: Facts) -> dict[str, str]:
    """Return the labelled facts as labels are written."""
    values = {label: getattr(facts, name) for name, label in LABELLED.items()}
    return {label: {True: "yes", False: "no"}.get(value, value) for label, value in values.items()}


def list_others(facts: Facts) -> tuple[Any, ...]:
    """Return the facts that are not labelled."""
    lead = facts.lead.lemma if facts.lead else None
    return lead, *(getattr(facts, field.name) for field in fields(facts) if field.name not in EXPLAINED)


def compare(name: str, corpus: Corpus, numbers: Sequence[int], words: Words, reader: Reader) -> Worth:
    """Read some bullets of a corpus again with other words."""
    again = gather.read_bullets([corpus.docs[number] for number in numbers], words, reader=reader)
    better = worse = others = 0
    for number, reading in zip(numbers, again, strict=True):
        before, after = corpus.readings[number].facts, reading.facts
        labels, old, new = corpus.bullets[number].answers, answer(before), answer(after)
        for label, value in old.items():
            if value != new[label]:
                better += value == labels[label]
                worse += new[label] == labels[label]
        others += list_others(before) != list_others(after)
    return Worth(name, better, worse, others)


def list_lines(folder: Path) -> Iterator[tuple[bool, str]]:
    """Yield the pattern lines of an evidence folder as they are compiled: whether one excludes, and its FILE:LINE."""
    for path in list_yaml(folder):
        root, _ = read_rule_yaml(path)
        table = take_mapping(root)
        for names in take_mapping(table["values"]).values():
            for lines in take_mapping(names).values():
                yield from ((False, f"{path}:{item.line}") for item in take_items(lines))
        if "unless" in table:
            yield from ((True, f"{path}:{item.line}") for item in take_items(table["unless"]))


def take_mapping(node: Node) -> dict[str, Node]:
    """Return the entries of a mapping; files that were compiled have one wherever it is asked for."""
    return node.value if isinstance(node.value, dict) else {}


def take_items(node: Node) -> list[Node]:
    """Return the items of a list."""
    return node.value if isinstance(node.value, list) else []


def find_touched(corpus: Corpus, pattern: Pattern) -> list[int]:
    """Return the numbers of the bullets in which a pattern matches."""
    index = index_patterns([pattern])
    return [number for number, reading in enumerate(corpus.readings) if find_matches(reading.tokens, index)]


def weigh_lines(corpus: Corpus, words: Words, reader: Reader, folder: Path) -> Iterator[Worth]:
    """Take each pattern line away in turn; those that are needless stay away."""
    lines = list(list_lines(folder / "evidence"))
    for excludes in (False, True):
        names = [name for is_exclusion, name in lines if is_exclusion == excludes]
        patterns = (words.exclusions if excludes else words.patterns).patterns
        kept = list(patterns)
        for name, pattern in zip(names, patterns, strict=True):
            rest = [other for other in kept if other is not pattern]
            index = index_patterns(rest)
            fewer = replace(words, exclusions=index) if excludes else replace(words, patterns=index)
            worth = compare(name, corpus, find_touched(corpus, pattern), fewer, reader)
            yield worth
            if worth.needless:
                kept, words = rest, fewer


def load_without(folder: Path, name: str) -> Words:
    """Load the words of a rules folder with one list emptied."""
    with TemporaryDirectory() as scratch:
        copied = Path(scratch) / "rules"
        copytree(folder, copied)
        (copied / "lexicons" / f"{name}.txt").write_text(f"{NOTHING}\n", encoding="utf-8")
        return load_words([copied])


def weigh_lists(corpus: Corpus, words: Words, reader: Reader, folder: Path, sample: int) -> Iterator[Worth]:
    """Take each word list away by itself."""
    for name, entries in words.lexicons.items():
        firsts = words.sets[name] | {entry.lower().replace("-", " ").split()[0] for entry in entries}
        touched = [
            number
            for number, reading in enumerate(corpus.readings)
            if not firsts.isdisjoint(reading.tokens.names) or not firsts.isdisjoint(reading.tokens.lemma)
        ]
        chosen = sorted(random.Random(name).sample(touched, min(sample, len(touched))))
        yield compare(f"{name} ({len(touched)} bullets)", corpus, chosen, load_without(folder, name), reader)


def drop_lines(names: Sequence[str]) -> None:
    """Take lines, as FILE:LINE, out of their files; a name of which no line is left goes, too."""
    by_file: dict[str, set[int]] = {}
    for name in names:
        path, _, line = name.rpartition(":")
        by_file.setdefault(path, set()).add(int(line))
    for path, numbers in by_file.items():
        lines = Path(path).read_text(encoding="utf-8").splitlines()
        kept = [line for number, line in enumerate(lines, 1) if number not in numbers]
        whole = [
            line
            for line, after in zip(kept, [*kept[1:], ""], strict=True)
            if not line.endswith(":") or line.startswith(("values", "unless")) or indent(after) > indent(line)
        ]
        Path(path).write_text("\n".join(whole) + "\n", encoding="utf-8")


def indent(line: str) -> int:
    """Return how far a line is moved in."""
    return len(line) - len(line.lstrip(" "))


def print_worth(worth: Worth) -> None:
    """Print what a line or list is worth, as soon as it is known."""
    said = f"{worth.name}: {worth.better} right only with it, {worth.worse} only without, {worth.others} other facts"
    print(said + ", needless" * worth.needless, flush=True)


def main() -> None:
    """Read the arguments, weigh and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--lists", action="store_true")
    parser.add_argument("--sample", type=int, default=400)
    parser.add_argument("--drop", action="store_true")
    options = parser.parse_args()
    folder = find_rules_folder()
    nlp, words = load_pipeline(), load_words([folder])
    stored = find_reader(nlp)
    if stored is None:
        parser.error("the bundled pipeline has no learned reader")
    reader = load_reader(stored, [folder])
    bullets = list({bullet.text: bullet for path in options.files for bullet in read_bullets(path)}.values())
    docs = list(nlp.pipe(bullet.text for bullet in bullets))
    corpus = Corpus(bullets, docs, gather.read_bullets(docs, words, reader=reader))
    found = []
    for worth in weigh_lines(corpus, words, reader, folder):
        found.append(worth)
        print_worth(worth)
    needless = [worth.name for worth in found if worth.needless]
    print(f"{len(needless)} of {len(found)} lines are needless on {len(bullets)} bullets")
    if options.lists:
        for worth in weigh_lists(corpus, words, reader, folder, options.sample):
            print_worth(worth)
    if options.drop:
        drop_lines(needless)


if __name__ == "__main__":
    main()
