"""Parses bullets and keeps what the reader is told of them, once for all later steps.

    python -m training.evidence.features WORK [FOLDER …] [--unlabelled FILE …] [--gold FILE …]

Writes WORK/labelled.pickle, WORK/lines.pickle (the lines that were written for rules), WORK/unlabelled.pickle and
WORK/gold.pickle: lists of Example. The files of --gold have classes and no spans: theirs are those that the tool itself
finds and that the classes allow.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import numpy
from numpy.typing import NDArray

from bulletlint.core.facts import METRICS, Facts
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.evidence import gather, load_words, read_bullet
from bulletlint.evidence.learned.inputs import make_inputs
from bulletlint.evidence.learned.reader import load_reader
from bulletlint.evidence.tokens import Tokens
from bulletlint.pipeline import load_pipeline
from bulletlint.pipeline.reader import find_reader
from training.evidence.bullets import LABELS, LabelledBullet, Span, read_bullets, read_folders
from training.evidence.examples import Example, write_examples
from training.evidence.lines import read_rule_lines


def label_tokens(bullet: LabelledBullet, tokens: Tokens) -> NDArray[numpy.float32]:
    """Return which labels hold for each token: those of the spans that it lies in."""
    labels = numpy.zeros((len(tokens), len(LABELS)), dtype=numpy.float32)
    for span in bullet.spans:
        for position, (start, end) in enumerate(zip(tokens.start, tokens.end, strict=True)):
            if start < span.end and span.start < end:
                labels[position, LABELS.index(span.label)] = 1
    return labels


def lend_spans(bullets: Sequence[LabelledBullet]) -> list[LabelledBullet]:
    """Return bullets that have only classes with the spans that the tool finds and that the classes allow."""
    nlp, folders = load_pipeline(), [find_rules_folder()]
    stored = find_reader(nlp)
    reader = None if stored is None else load_reader(stored, folders)
    docs = list(nlp.pipe(bullet.text for bullet in bullets))
    readings = gather.read_bullets(docs, load_words(folders), reader=reader)
    return [
        replace(bullet, spans=choose_spans(bullet.answers, reading.facts))
        for bullet, reading in zip(bullets, readings, strict=True)
    ]


def choose_spans(answers: Mapping[str, str], facts: Facts) -> tuple[Span, ...]:
    """Return the evidence that the labels of a bullet allow: no fallback where none is, no number above its metric."""
    ranks: dict[str, int] = {name: rank for rank, name in enumerate(METRICS)}
    strongest = ranks.get(answers["metric"], len(ranks))
    return tuple(
        Span(item.label, item.start, item.end)
        for item in facts.evidence
        if item.label in LABELS
        and answers.get(item.label) not in ("none", "no")
        and ranks.get(item.label, strongest) >= strongest
    )


def make_examples(bullets: Sequence[LabelledBullet]) -> list[Example]:
    """Parse bullets and gather what is known of each; those without a token are left out."""
    nlp = load_pipeline()
    words = load_words([find_rules_folder()])
    examples = []
    for doc, bullet in nlp.pipe(((bullet.text, bullet) for bullet in bullets), as_tuples=True):
        reading = read_bullet(doc, words)
        tokens, facts = reading.tokens, reading.facts
        if not len(tokens):
            continue
        said = {
            "kind": facts.kind, "lead_kind": facts.lead_class, "metric": facts.metric, "cost": facts.cost,
            "fallback": "yes" if facts.fallback else "no", "monitoring": facts.monitoring,
            "technique_first": "yes" if facts.technique_first else "no",
            "outcome": "yes" if facts.metric == "outcome" else "no",
        }  # fmt: skip
        examples.append(
            Example(
                bullet,
                make_inputs(tokens, facts, words),
                numpy.array(doc.tensor, dtype=numpy.float32)[tokens.index],
                label_tokens(bullet, tokens),
                said,
                tuple(tokens.start),
                tuple(tokens.end),
            )
        )
    return examples


def read_texts(paths: Iterable[Path], known: frozenset[str]) -> list[LabelledBullet]:
    """Read texts, one a line, but for those that are labelled."""
    texts: dict[str, None] = {}
    for path in paths:
        if path.suffix == ".tsv":
            with path.open(encoding="utf-8", newline="") as stream:
                rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
                texts |= dict.fromkeys(row["text"] for row in rows)
        else:
            texts |= dict.fromkeys(line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [
        LabelledBullet(f"u{number}", text, "real", "unlabelled", "", {}, ())
        for number, text in enumerate(texts)
        if text and text not in known
    ]


def main() -> None:
    """Read the arguments, parse and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("work", type=Path)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--unlabelled", nargs="*", type=Path, default=[])
    parser.add_argument("--gold", nargs="*", type=Path, default=[])
    options = parser.parse_args()
    labelled = read_folders(options.folders)
    sets = {
        "labelled": labelled,
        "lines": read_rule_lines(),
        "unlabelled": read_texts(options.unlabelled, frozenset(bullet.text for bullet in labelled)),
        "gold": lend_spans([bullet for path in options.gold for bullet in read_bullets(path)]),
    }
    for name, bullets in sets.items():
        if bullets:
            begin = perf_counter()
            examples = make_examples(bullets)
            write_examples(options.work, name, examples)
            print(f"{name}: {len(examples)} bullets in {perf_counter() - begin:.1f} s")


if __name__ == "__main__":
    main()
