"""Finds pattern lines and word lists that change no answer of the tool, or only for the worse.

    python -m training.evidence.needless FILE … [--read-by WEIGHTS FILE …] [--keep TEXTS …] [--lists] [--sample 400]
        [--only cost …] [--drop]

FILE … are labelled bullets. Every pattern line, and with --lists every word list, is taken away in turn; the bullets
that it can touch are read again. A line is needless where no fact that rules ask about changes but those that are
labelled, and no more labels become wrong than right; what was found needless stays away while the next is tried, so
that of two lines for the same words one is kept. With --drop the needless lines are taken out of the rules folder. A
list is only named: code may ask for it. --sample bullets, by chance, are read again for a list.

A reader knows the bullets that it learned from by heart, so that they need no pattern. --read-by names other weights
and files that these never saw. TEXTS, one a line, have no labels: nothing that is said of them may change. --only names
evidence files; lines of others are left alone.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Collection, Iterable, Iterator, Sequence
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
    """Labelled bullets, each with its parse, and how a reader reads it with all lines and lists."""

    bullets: Sequence[LabelledBullet]
    docs: Sequence[Any]
    readings: Sequence[Reading]
    reader: Reader


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

    def __add__(self, other: Worth) -> Worth:
        """Return what it changes in both."""
        return Worth(
            self.name, self.better + other.better, self.worse + other.worse, self.others + other.others
        )


def answer(facts: Facts) -> dict[str, str]:
    """Return the labelled facts as labels are written."""
    values = {label: getattr(facts, name) for name, label in LABELLED.items()}
    return {label: {True: "yes", False: "no"}.get(value, value) for label, value in values.items()}


def list_others(facts: Facts) -> tuple[Any, ...]:
    """Return the facts that are not labelled."""
    lead = facts.lead.lemma if facts.lead else None
    return lead, *(getattr(facts, field.name) for field in fields(facts) if field.name not in EXPLAINED)


def compare(name: str, corpus: Corpus, numbers: Sequence[int], words: Words) -> Worth:
    """Read some bullets of a corpus again with other words."""
    again = gather.read_bullets([corpus.docs[number] for number in numbers], words, reader=corpus.reader)
    better = worse = others = 0
    for number, reading in zip(numbers, again, strict=True):
        before, after = corpus.readings[number].facts, reading.facts
        labels, old, new = corpus.bullets[number].answers, answer(before), answer(after)
        for label, value in old.items():
            if value != new[label] and label in labels:
                better += value == labels[label]
                worse += new[label] == labels[label]
            others += value != new[label] and label not in labels
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


def weigh_lines(
    corpora: Sequence[Corpus], words: Words, folder: Path, only: Sequence[str] = ()
) -> Iterator[Worth]:
    """Take each pattern line away in turn, with `only` those of these files; those that are needless stay away."""
    lines = list(list_lines(folder / "evidence"))
    for excludes in (False, True):
        names = [name for is_exclusion, name in lines if is_exclusion == excludes]
        patterns = (words.exclusions if excludes else words.patterns).patterns
        kept = list(patterns)
        for name, pattern in zip(names, patterns, strict=True):
            if only and Path(name.rpartition(":")[0]).stem not in only:
                continue
            rest = [other for other in kept if other is not pattern]
            touched = [find_touched(corpus, pattern) for corpus in corpora]
            worth = Worth(name, 0, 0, 0)
            if any(touched):  # an index is dear
                index = index_patterns(rest)
                fewer = replace(words, exclusions=index) if excludes else replace(words, patterns=index)
                worth = sum_worth(
                    name, (compare(name, *pair, fewer) for pair in zip(corpora, touched, strict=True))
                )
            yield worth
            if worth.needless:
                kept = rest
        index = index_patterns(kept)
        words = replace(words, exclusions=index) if excludes else replace(words, patterns=index)


def sum_worth(name: str, parts: Iterable[Worth]) -> Worth:
    """Return what a line or list changes in several corpora."""
    return sum(parts, start=Worth(name, 0, 0, 0))


def load_without(folder: Path, name: str) -> Words:
    """Load the words of a rules folder with one list emptied."""
    with TemporaryDirectory() as scratch:
        copied = Path(scratch) / "rules"
        copytree(folder, copied)
        (copied / "lexicons" / f"{name}.txt").write_text(f"{NOTHING}\n", encoding="utf-8")
        return load_words([copied])


def weigh_lists(corpora: Sequence[Corpus], words: Words, folder: Path, sample: int) -> Iterator[Worth]:
    """Take each word list away by itself."""
    for name, entries in words.lexicons.items():
        firsts = words.sets[name] | {entry.lower().replace("-", " ").split()[0] for entry in entries}
        fewer = load_without(folder, name)
        touched = [find_holders(corpus, firsts) for corpus in corpora]
        yield sum_worth(
            f"{name} ({sum(map(len, touched))} bullets)",
            (
                compare(name, corpus, draw(name, own, sample), fewer)
                for corpus, own in zip(corpora, touched, strict=True)
            ),
        )


def find_holders(corpus: Corpus, names: Collection[str]) -> list[int]:
    """Return the numbers of the bullets that hold one of some words, by spelling or lemma."""
    held = frozenset(names)
    return [
        number
        for number, reading in enumerate(corpus.readings)
        if not held.isdisjoint(reading.tokens.names) or not held.isdisjoint(reading.tokens.lemma)
    ]


def draw(key: str, numbers: Sequence[int], most: int) -> list[int]:
    """Return up to so many of some numbers, by chance that hangs on the key alone."""
    return sorted(random.Random(key).sample(numbers, min(most, len(numbers))))


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


def read_corpus(bullets: Iterable[LabelledBullet], nlp: Any, words: Words, reader: Reader) -> Corpus:
    """Parse bullets, each text once, and read them with all lines and lists."""
    own = list({bullet.text: bullet for bullet in bullets}.values())
    docs = list(nlp.pipe(bullet.text for bullet in own))
    return Corpus(own, docs, gather.read_bullets(docs, words, reader=reader), reader)


def read_texts(path: Path) -> list[LabelledBullet]:
    """Read texts without labels, one a line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [LabelledBullet(line, line, "written", path.stem, "", {}, ()) for line in lines if line.strip()]


def main() -> None:
    """Read the arguments, weigh and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument(
        "--read-by", nargs="+", type=Path, action="append", default=[], metavar="WEIGHTS FILE"
    )
    parser.add_argument("--keep", nargs="+", type=Path, default=[], metavar="TEXTS")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME")
    parser.add_argument("--lists", action="store_true")
    parser.add_argument("--sample", type=int, default=400)
    parser.add_argument("--drop", action="store_true")
    options = parser.parse_args()
    folder = find_rules_folder()
    nlp, words = load_pipeline(), load_words([folder])
    stored = find_reader(nlp)
    if stored is None:
        parser.error("the bundled pipeline has no learned reader")
    own = [bullet for path in options.files for bullet in read_bullets(path)]
    own += [bullet for path in options.keep for bullet in read_texts(path)]
    corpora = [read_corpus(own, nlp, words, load_reader(stored, [folder]))]
    for weights, *files in options.read_by:
        others = [bullet for path in files for bullet in read_bullets(path)]
        corpora.append(read_corpus(others, nlp, words, load_reader(weights.read_bytes(), [folder])))
    found = []
    for worth in weigh_lines(corpora, words, folder, options.only):
        found.append(worth)
        print_worth(worth)
    needless = [worth.name for worth in found if worth.needless]
    bullets = sum(len(corpus.bullets) for corpus in corpora)
    print(f"{len(needless)} of {len(found)} lines are needless on {bullets} bullets")
    if options.lists:
        for worth in weigh_lists(corpora, words, folder, options.sample):
            print_worth(worth)
    if options.drop:
        drop_lines(needless)


if __name__ == "__main__":
    main()
