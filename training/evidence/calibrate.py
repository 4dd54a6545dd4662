"""Chooses temperatures, and the probabilities from which on a finding is said, on bullets that were not learnt from.

    python -m training.evidence.calibrate WORK SCORES CALIBRATION.json [--precision 0.95] [--without WRITER …]

SCORES is what `training.evidence.crossval` wrote, NAME.folds, or `training.evidence.train`, NAME.dev; several joined by
`+` are averaged, as the product averages networks. A temperature makes the probabilities of a class as sure as they are
right. A limit is the lowest probability from which on at least the wanted share of what is said is right; where no
probability reaches it, the one with the best share is written with the share that it reaches. --without leaves out
writers who were asked for one thing in every bullet: they say nothing of how often it is stated.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy
from numpy.typing import NDArray

from training.evidence.bullets import CLASSES, LABELS
from training.evidence.examples import Example, read_examples

Shares = dict[str, NDArray[numpy.float64]]
#: Fewest bullets that must be said for a limit to count.
FEWEST = 12


def soften(scores: NDArray[numpy.float32], temperatures: Mapping[str, float]) -> Shares:
    """Return the probabilities (bullets, values) of each class from scores (bullets, outputs)."""
    found, start = {}, 0
    for name, values in CLASSES.items():
        own = scores[:, start : start + len(values)].astype(numpy.float64) / temperatures.get(name, 1.0)
        powers = numpy.exp(own - own.max(axis=1, keepdims=True))
        found[name] = powers / powers.sum(axis=1, keepdims=True)
        start += len(values)
    return found


def find_temperature(scores: NDArray[numpy.float32], truth: NDArray[numpy.int64]) -> float:
    """Return the temperature under which the truth (bullets,) is likeliest; scores (bullets, values)."""
    best, choice = numpy.inf, 1.0
    for temperature in numpy.geomspace(0.5, 4, 43):
        own = scores.astype(numpy.float64) / temperature
        own -= own.max(axis=1, keepdims=True)
        loss = (numpy.log(numpy.exp(own).sum(axis=1)) - own[numpy.arange(len(own)), truth]).mean()
        if loss < best:
            best, choice = loss, float(temperature)
    return round(choice, 3)


def find_temperatures(
    examples: Sequence[Example], scores: NDArray[numpy.float32], tokens: NDArray[numpy.float32]
) -> dict[str, float]:
    """Return the temperature of each class, and as "token LABEL" of each label of a token."""
    found, start = {}, 0
    for name, values in CLASSES.items():
        truth = numpy.array([values.index(example.bullet.answers[name]) for example in examples])
        found[name] = find_temperature(scores[:, start : start + len(values)], truth)
        start += len(values)
    labels = numpy.concatenate([example.labels for example in examples])
    for number, label in enumerate(LABELS):
        own = tokens[:, number]
        pair = numpy.stack([numpy.zeros_like(own), own], axis=1)
        found[f"token {label}"] = find_temperature(pair, labels[:, number].astype(numpy.int64))
    return found


def find_limit(
    share: NDArray[numpy.float64], truth: NDArray[numpy.bool_], precision: float
) -> dict[str, float]:
    """Return the lowest limit that reaches a precision, with the precision and recall there."""
    best = {"limit": 1.0, "precision": 0.0, "recall": 0.0}
    for limit in numpy.round(numpy.arange(0.05, 1.0, 0.01), 2):
        said = share >= limit
        if said.sum() < FEWEST:
            break
        own = {
            "limit": float(limit),
            "precision": round(float(truth[said].mean()), 3),
            "recall": round(float((said & truth).sum() / max(1, truth.sum())), 3),
        }
        if own["precision"] >= precision:
            return own
        if own["precision"] > best["precision"]:
            best = own
    return best


def list_questions(
    examples: Sequence[Example], shares: Shares
) -> dict[str, tuple[NDArray[numpy.float64], NDArray[numpy.bool_]]]:
    """Return how likely each bullet is one of which something may be said, and whether it truly is, by what is said."""
    answers = [example.bullet.answers for example in examples]

    def asked(name: str, *values: str) -> NDArray[numpy.bool_]:
        return numpy.array([answer[name] in values for answer in answers])

    def share(name: str, *values: str) -> NDArray[numpy.float64]:
        return shares[name][:, [CLASSES[name].index(value) for value in values]].sum(axis=1)

    delivery, delivers = share("kind", "delivery"), asked("kind", "delivery")
    weak, likely = ("scope", "spec", "none"), delivery >= 0.5
    questions = {
        "BL201 missing outcome": (delivery * share("metric", *weak), delivers & asked("metric", *weak)),
        "BL301 missing cost": (delivery * share("cost", "none"), delivers & asked("cost", "none")),
        "BL401 missing fallback": (delivery * share("fallback", "no"), delivers & asked("fallback", "no")),
        "BL402 missing monitoring": (
            delivery * share("monitoring", "no"),
            delivers & asked("monitoring", "no"),
        ),
        "BL501 technique first": (
            (1 - share("kind", "people")) * share("technique_first", "yes"),
            ~asked("kind", "people") & asked("technique_first", "yes"),
        ),
        # Of bullets that likely deliver, since only of these a finding may say that something is missing.
        "delivered without cost": (likely * share("cost", "none"), likely & asked("cost", "none")),
        "delivered without fallback": (likely * share("fallback", "no"), likely & asked("fallback", "no")),
        "delivered without monitoring": (
            likely * share("monitoring", "no"),
            likely & asked("monitoring", "no"),
        ),
        "delivered without outcome": (likely * share("metric", *weak), likely & asked("metric", *weak)),
        "stated cost": (share("cost", "paid", "saved"), asked("cost", "paid", "saved")),
        "stated fallback": (share("fallback", "yes"), asked("fallback", "yes")),
        "stated monitoring": (
            share("monitoring", "watch", "trigger"),
            asked("monitoring", "watch", "trigger"),
        ),
        "stated outcome": (share("outcome", "yes"), asked("outcome", "yes")),
        "weak lead": (share("lead_kind", "build", "support"), asked("lead_kind", "build", "support")),
    }
    for value in CLASSES["kind"]:
        questions[f"kind {value}"] = share("kind", value), asked("kind", value)
    for value in CLASSES["lead_kind"]:
        questions[f"lead {value}"] = share("lead_kind", value), asked("lead_kind", value)
    return questions


def find_limits(examples: Sequence[Example], shares: Shares, precision: float) -> dict[str, dict[str, float]]:
    """Return the limit of each finding of something missing (by rule), of each stated thing and of sure classes."""
    return {
        name: find_limit(own, truth, precision)
        for name, (own, truth) in list_questions(examples, shares).items()
    }


def find_best_limits(examples: Sequence[Example], shares: Shares) -> dict[str, float]:
    """Return for each stated thing the probability from which on F1 is best."""
    found = {}
    for name, absent in (("cost", "none"), ("fallback", "no"), ("monitoring", "no"), ("outcome", "no")):
        stated = 1 - shares[name][:, CLASSES[name].index(absent)]
        truth = numpy.array([example.bullet.answers[name] != absent for example in examples])
        figures = {
            limit: 2 * (truth & (stated >= limit)).sum() / (truth.sum() + (stated >= limit).sum())
            for limit in numpy.round(numpy.arange(0.1, 0.95, 0.02), 2)
        }
        found[name] = float(max(figures, key=figures.__getitem__))
    return found


def main() -> None:
    """Read the arguments, choose, print and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("work", type=Path)
    parser.add_argument("scores")
    parser.add_argument("calibration", type=Path)
    parser.add_argument("--precision", type=float, default=0.95)
    parser.add_argument("--without", nargs="*", default=[], metavar="WRITER")
    options = parser.parse_args()
    each = [numpy.load(options.work / f"{name}.npz") for name in options.scores.split("+")]
    if any((other["ids"] != each[0]["ids"]).any() for other in each):
        parser.error("the scores are of different bullets")
    scores, tokens = (numpy.mean([one[name] for one in each], axis=0) for name in ("scores", "tokens"))
    by_id = {example.bullet.id: example for example in read_examples(options.work, "labelled")}
    examples = [by_id[str(name)] for name in each[0]["ids"]]
    if options.without:
        asked = numpy.array([example.bullet.source not in options.without for example in examples])
        lengths = [len(example.starts) for example in examples]
        scores, tokens = scores[asked], tokens[numpy.repeat(asked, lengths)]
        examples = [example for example, kept in zip(examples, asked, strict=True) if kept]
    temperatures = find_temperatures(examples, scores, tokens)
    shares = soften(scores, temperatures)
    content = {
        "temperatures": temperatures,
        "limits": find_limits(examples, shares, options.precision),
        "best": find_best_limits(examples, shares),
    }
    options.calibration.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(content, indent=1))


if __name__ == "__main__":
    main()
