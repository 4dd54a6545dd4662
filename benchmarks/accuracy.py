"""Scores rules, evidence, lead verbs, number classes and kinds against labelled bullets.

    python -m benchmarks.accuracy GOLD.tsv … [--model NAME|PATH] [--errors] [--json FILE]

Prints precision, recall and F1 with bootstrap intervals, confusion tables, two baselines on the same rows, and (with
--errors) every error with the evidence that was found.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.baselines import score_digits_and_verbs, score_plain_matching
from benchmarks.gold import GoldBullet, read_gold
from bulletlint.evidence import Words, gather_facts, load_words
from bulletlint.facts import Facts
from bulletlint.rules_folder import find_rules_folder

Truth = Callable[[GoldBullet], bool]
Said = Callable[[Facts], bool]

#: What each rule should say by the labels, and what it says from the facts.
RULES: dict[str, tuple[Truth, Said]] = {
    "BL101-103 weak lead": (
        lambda g: g.lead_kind in ("build", "support"),
        lambda f: f.lead_class in ("build", "support"),
    ),
    "BL201 missing-metric": (
        lambda g: g.kind == "delivery" and g.metric not in ("outcome", "scale"),
        lambda f: f.kind == "delivery" and f.metric not in ("outcome", "scale"),
    ),
    "BL301 missing-cost": (
        lambda g: g.kind == "delivery" and g.cost == "none",
        lambda f: f.kind == "delivery" and f.cost == "none",
    ),
    "BL401 missing-fallback": (
        lambda g: g.kind == "delivery" and g.fallback == "no",
        lambda f: f.kind == "delivery" and not f.fallback,
    ),
    "BL501 technique-first": (
        lambda g: g.kind != "people" and g.technique_first == "yes",
        lambda f: f.kind != "people" and f.technique_first,
    ),
    "stated cost": (lambda g: g.cost != "none", lambda f: f.cost != "none"),
    "stated fallback": (lambda g: g.fallback == "yes", lambda f: f.fallback),
    "stated monitoring": (lambda g: g.monitoring != "no", lambda f: f.monitoring != "no"),
    "outcome seen": (lambda g: g.metric == "outcome", lambda f: f.metric == "outcome"),
}


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one yes/no question."""

    right: int
    false_alarms: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.false_alarms) if self.right + self.false_alarms else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def count(pairs: Sequence[tuple[bool, bool]]) -> Score:
    """Count (truth, said) pairs."""
    return Score(
        sum(truth and said for truth, said in pairs),
        sum(said and not truth for truth, said in pairs),
        sum(truth and not said for truth, said in pairs),
    )


def find_interval(
    pairs: Sequence[tuple[bool, bool]], *, draws: int = 400, seed: int = 7
) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of F1 over bullets."""
    chance = random.Random(seed)
    scores = sorted(count(chance.choices(pairs, k=len(pairs))).f1 for _ in range(draws))
    return scores[int(0.025 * draws)], scores[int(0.975 * draws) - 1]


def normalise_lead(lemma: str) -> str:
    """Fold spelling: "analyse" is "analyze"."""
    return lemma.lower().replace("yse", "yze").replace("ise", "ize")


def read_lead(facts: Facts) -> str:
    return facts.lead.lemma if facts.lead else "-"


def print_rules(gold: Sequence[GoldBullet], facts: Sequence[Facts], words: Words) -> dict[str, Any]:
    """Print the table of rules and evidence, the baselines beside it."""
    table: dict[str, Any] = {}
    print(
        f"{'':24}{'prec':>6}{'rec':>6}{'F1':>6}  {'95 % of F1':14}{'n':>4}   digits+verbs P/R    plain spaCy P/R"
    )
    for name, (truth, said) in RULES.items():
        pairs = [(truth(g), said(f)) for g, f in zip(gold, facts, strict=True)]
        score, (low, high) = count(pairs), find_interval(pairs)
        others = []
        for baseline in (score_digits_and_verbs, score_plain_matching):
            guess = [(truth(g), baseline(name, g.text, words)) for g in gold]
            other = count(guess)
            others.append(f"{other.precision:.2f} / {other.recall:.2f}")
        positives = score.right + score.missed
        print(
            f"{name:24}{score.precision:6.3f}{score.recall:6.3f}{score.f1:6.3f}  {low:.3f}–{high:.3f}   {positives:4}"
            f"   {others[0]:16}    {others[1]}"
        )
        table[name] = {"precision": score.precision, "recall": score.recall, "f1": score.f1, "n": positives}
    return table


def print_confusion(title: str, pairs: Sequence[tuple[str, str]]) -> float:
    """Print how often each label was taken for each, and return the accuracy."""
    labels = sorted({label for pair in pairs for label in pair})
    counts = Counter(pairs)
    accuracy = sum(truth == said for truth, said in pairs) / len(pairs)
    print(f"\n{title}: {accuracy:.3f}   (rows: label; columns: said)")
    print(" " * 12 + "".join(f"{label:>10}" for label in labels))
    for truth in labels:
        print(f"{truth:12}" + "".join(f"{counts[truth, said]:10}" for said in labels))
    return accuracy


def print_errors(gold: Sequence[GoldBullet], facts: Sequence[Facts]) -> None:
    """Print every bullet that some question got wrong, with what was wrong and the evidence found."""
    for bullet, found in zip(gold, facts, strict=True):
        wrong = []
        if normalise_lead(bullet.lead_verb) != normalise_lead(read_lead(found)):
            wrong.append(f"lead {bullet.lead_verb}≠{read_lead(found)}")
        for label in ("lead_kind", "metric", "cost", "monitoring", "kind"):
            said = found.lead_class if label == "lead_kind" else getattr(found, label)
            if getattr(bullet, label) != said:
                wrong.append(f"{label} {getattr(bullet, label)}≠{said}")
        for label in ("fallback", "technique_first"):
            said = "yes" if getattr(found, label) else "no"
            if getattr(bullet, label) != said:
                wrong.append(f"{label} {getattr(bullet, label)}≠{said}")
        if wrong:
            print(f"\n{bullet.id} {bullet.text}\n   {'; '.join(wrong)}")
            evidence = [
                f"{item.label}:{item.text!r}({item.source})"
                for item in found.evidence
                if item.label != "technique"
            ]
            print("   " + " ".join(evidence))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--model", help="another spaCy pipeline: name or folder")
    parser.add_argument("--errors", action="store_true", help="list every error")
    parser.add_argument("--json", type=Path, help="write the figures to a file")
    options = parser.parse_args()
    from bulletlint.pipeline import load_pipeline

    nlp = load_pipeline(options.model)
    words = load_words([find_rules_folder()])
    gold = [bullet for path in options.gold for bullet in read_gold(path)]
    facts = [gather_facts(doc, words) for doc in nlp.pipe(bullet.text for bullet in gold)]
    print(f"{len(gold)} bullets from {', '.join(path.name for path in options.gold)}\n")
    figures = print_rules(gold, facts, words)
    leads = [
        normalise_lead(g.lead_verb) == normalise_lead(read_lead(f)) for g, f in zip(gold, facts, strict=True)
    ]
    figures["lead verb"] = sum(leads) / len(leads)
    print(f"\nlead verb: {figures['lead verb']:.3f} ({leads.count(False)} wrong of {len(leads)})")
    figures["lead class"] = print_confusion(
        "lead class", [(g.lead_kind, f.lead_class) for g, f in zip(gold, facts, strict=True)]
    )
    figures["number class"] = print_confusion(
        "number class", [(g.metric, f.metric) for g, f in zip(gold, facts, strict=True)]
    )
    figures["kind"] = print_confusion("kind", [(g.kind, f.kind) for g, f in zip(gold, facts, strict=True)])
    figures["cost"] = print_confusion("cost", [(g.cost, f.cost) for g, f in zip(gold, facts, strict=True)])
    if options.errors:
        print_errors(gold, facts)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
