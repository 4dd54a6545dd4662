"""The simplest candidate: logistic regression over words, characters, the parse and what the patterns say.

    python -m training.evidence.linear WORK [--without-patterns]

Prints the figures of DEV, and writes WORK/linear.held.npz with the log probabilities of DEV and TEST.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction import FeatureHasher
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.linear_model import LogisticRegression

from bulletlint.evidence.learned.inputs import DEPS, PATTERN_FLAGS, TAGS
from training.evidence.bullets import CLASSES
from training.evidence.examples import Example, read_examples
from training.evidence.split import read_split
from training.evidence.train import choose_answers, report


def describe(example: Example, *, patterns: bool) -> dict[str, float]:
    """Return what parse and patterns say of a bullet by name."""
    inputs = example.inputs
    lead = inputs.columns[inputs.lead]
    found = {
        f"lead {inputs.lemmas[inputs.lead]}": 1.0,
        f"lead tag {TAGS[lead[0]]}": 1.0,
        f"first {inputs.words[0]}": 1.0,
        f"first dep {DEPS[inputs.columns[0][1] - len(TAGS)]}": 1.0,
    }
    for head, word in zip(inputs.head, inputs.lemmas, strict=True):
        if head == inputs.lead:
            found[f"child {word}"] = 1.0
    if patterns:
        found |= {f"fact {number}": 1.0 for number in numpy.flatnonzero(inputs.facts)}
        found |= {f"said {name} {value}": 1.0 for name, value in example.said.items()}
        for number, name in enumerate(PATTERN_FLAGS):
            if inputs.flags[:, number].any():
                found[f"evidence {name}"] = 1.0
    return found


def vectorise(examples: Sequence[Example], *, patterns: bool) -> csr_matrix:
    """Return the matrix (bullets, features) of hashed n-grams and named features."""
    texts = [example.bullet.text for example in examples]
    words = HashingVectorizer(ngram_range=(1, 3), n_features=2**17, token_pattern=r"[\w$€£%.]+", norm="l2")
    characters = HashingVectorizer(analyzer="char_wb", ngram_range=(3, 5), n_features=2**17, norm="l2")
    named = FeatureHasher(n_features=2**14).transform(describe(each, patterns=patterns) for each in examples)
    return csr_matrix(hstack([words.transform(texts), characters.transform(texts), named * 0.4]))


def main() -> None:
    """Read the arguments, fit one model a class, print and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("work", type=Path)
    parser.add_argument("--without-patterns", action="store_true")
    options = parser.parse_args()
    placements, examples = read_split(options.work), read_examples(options.work, "labelled")
    learnt = [example for example in examples if placements[example.bullet.id].part == "train"]
    held = [example for example in examples if placements[example.bullet.id].part in ("dev", "test")]
    patterns = not options.without_patterns
    train, test = vectorise(learnt, patterns=patterns), vectorise(held, patterns=patterns)
    scores = []
    for name, values in CLASSES.items():
        truth = [example.bullet.answers[name] for example in learnt]
        model = LogisticRegression(C=20.0, max_iter=300).fit(train, truth)
        found = model.predict_log_proba(test)
        order = list(model.classes_)
        scores.append(found[:, [order.index(value) for value in values]])
    classes = numpy.hstack(scores).astype(numpy.float32)
    dev = [number for number, example in enumerate(held) if placements[example.bullet.id].part == "dev"]
    report([held[number] for number in dev], choose_answers(classes[dev]), "linear")
    name = "linear" if patterns else "linear-words"
    numpy.savez_compressed(
        options.work / f"{name}.held.npz", ids=numpy.array([e.bullet.id for e in held]), scores=classes
    )


if __name__ == "__main__":
    main()
