"""Scores rules, evidence, lead verbs, number classes and kinds against labelled bullets.

    python -m benchmarks.accuracy GOLD.tsv … [--model NAME|PATH] [--errors] [--together] [--markdown FILE]
        [--json FILE] [--patterns]

Prints, for each file (and with --together for all files as one), precision, recall and F1 with bootstrap intervals,
two baselines on the same rows, how much is said as more than a remark, lead-verb accuracy, confusion tables, the most
frequent causes of error, and (with --errors) every error with the evidence that was found.
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

from benchmarks.baselines import Baseline, make_digit_baseline, make_matcher_baseline
from benchmarks.gold import GoldBullet, read_gold
from bulletlint.core.facts import Facts
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.evidence import load_words, read_bullet
from bulletlint.evidence.learned.reader import load_reader

Truth = Callable[[GoldBullet], bool]
Said = Callable[[Facts], bool]

#: What each rule should say by the labels, and what it says from the facts.
QUESTIONS: dict[str, tuple[Truth, Said]] = {
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
#: The fact whose absence each of these rules reports, in earnest where it is not doubtful.
MISSING = {
    "BL201 missing-metric": "metric",
    "BL301 missing-cost": "cost",
    "BL401 missing-fallback": "fallback",
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


def score_questions(
    gold: Sequence[GoldBullet], facts: Sequence[Facts]
) -> dict[str, tuple[Score, tuple[float, float]]]:
    """Score every question over some bullets; with each score the 95 % bootstrap interval of its F1."""
    scores = {}
    for name, (truth, said) in QUESTIONS.items():
        pairs = [(truth(g), said(f)) for g, f in zip(gold, facts, strict=True)]
        scores[name] = count(pairs), find_interval(pairs)
    return scores


def score_sure(gold: Sequence[GoldBullet], facts: Sequence[Facts]) -> dict[str, Score]:
    """Score what is said of something missing where it is more than a remark: where it is not doubtful."""
    scores = {}
    for name, fact in MISSING.items():
        truth, said = QUESTIONS[name]
        pairs = [(truth(g), said(f) and fact not in f.doubtful) for g, f in zip(gold, facts, strict=True)]
        scores[name] = count(pairs)
    return scores


def score_baseline(gold: Sequence[GoldBullet], baseline: Baseline) -> dict[str, Score]:
    """Score a baseline on the same questions."""
    answers = [baseline(bullet.text) for bullet in gold]
    return {
        name: count([(truth(bullet), said[name]) for bullet, said in zip(gold, answers, strict=True)])
        for name, (truth, _) in QUESTIONS.items()
    }


def print_questions(
    gold: Sequence[GoldBullet], facts: Sequence[Facts], baselines: Sequence[Baseline]
) -> dict[str, Any]:
    """Print the table of rules and evidence, the baselines beside it."""
    table: dict[str, Any] = {}
    head = f"{'':24}{'prec':>6}{'rec':>6}{'F1':>6}  {'95 % of F1':14}{'n':>4}"
    print(head + "   digits+verbs P/R/F1   plain spaCy P/R/F1")
    others = [score_baseline(gold, baseline) for baseline in baselines]
    for name, (score, (low, high)) in score_questions(gold, facts).items():
        positives = score.right + score.missed
        beside = "   ".join(
            f"{o[name].precision:.2f} / {o[name].recall:.2f} / {o[name].f1:.2f}" for o in others
        )
        print(
            f"{name:24}{score.precision:6.3f}{score.recall:6.3f}{score.f1:6.3f}  {low:.3f}–{high:.3f}   {positives:4}"
            f"   {beside}"
        )
        table[name] = {
            "precision": score.precision, "recall": score.recall, "f1": score.f1, "low": low, "high": high,
            "n": positives, "baselines": [{"precision": o[name].precision, "recall": o[name].recall} for o in others],
        }  # fmt: skip
    return table


def print_sure(gold: Sequence[GoldBullet], facts: Sequence[Facts]) -> dict[str, dict[str, int]]:
    """Print how much of what is missing is said as more than a remark, and how much of that is right."""
    table = {}
    print("\nsaid as more than a remark:")
    for name, score in score_sure(gold, facts).items():
        said, missing = score.right + score.false_alarms, score.right + score.missed
        print(f"{name:24}{score.precision:6.3f} of {said} right, {score.recall:.3f} of {missing} found")
        table[name] = {"right": score.right, "said": said, "missing": missing}
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


def list_errors(bullet: GoldBullet, found: Facts) -> list[tuple[str, str, str]]:
    """Return (question, label, what was said) for each column that came out differently."""
    said = {
        "lead_verb": read_lead(found), "lead_kind": found.lead_class, "metric": found.metric, "cost": found.cost,
        "fallback": "yes" if found.fallback else "no", "monitoring": found.monitoring,
        "technique_first": "yes" if found.technique_first else "no", "kind": found.kind,
    }  # fmt: skip
    return [
        (column, getattr(bullet, column), value)
        for column, value in said.items()
        if normalise_lead(getattr(bullet, column)) != normalise_lead(value)
    ]


def print_causes(gold: Sequence[GoldBullet], facts: Sequence[Facts], *, most: int = 10) -> None:
    """Print the most frequent errors, grouped by column and by label → what was said (lead verbs: by their classes)."""
    causes: Counter[str] = Counter()
    for bullet, found in zip(gold, facts, strict=True):
        for column, label, said in list_errors(bullet, found):
            if column == "lead_verb":
                label, said = ("a verb" if value != "-" else "none" for value in (label, said))
            causes[f"{column}: {label} → {said}"] += 1
    print(f"\nmost frequent causes of {sum(causes.values())} errors:")
    for cause, times in causes.most_common(most):
        print(f"{times:6}  {cause}")


def print_errors(gold: Sequence[GoldBullet], facts: Sequence[Facts]) -> None:
    """Print every bullet that some question got wrong, with what was wrong and the evidence found."""
    for bullet, found in zip(gold, facts, strict=True):
        wrong = "; ".join(f"{column} {label}≠{said}" for column, label, said in list_errors(bullet, found))
        if wrong:
            evidence = [
                f"{item.label}:{item.text!r}({item.source})"
                for item in found.evidence
                if item.label != "technique"
            ]
            print(f"\n{bullet.id} {bullet.text}\n   {wrong}\n   {' '.join(evidence)}")


def print_report(
    title: str,
    gold: Sequence[GoldBullet],
    facts: Sequence[Facts],
    baselines: Sequence[Baseline],
    *,
    errors: bool,
) -> dict[str, Any]:
    """Print all tables for some bullets and return the figures."""
    print(f"{len(gold)} bullets from {title}\n")
    figures = print_questions(gold, facts, baselines)
    figures["sure"] = print_sure(gold, facts)
    pairs = list(zip(gold, facts, strict=True))
    leads = [normalise_lead(g.lead_verb) == normalise_lead(read_lead(f)) for g, f in pairs]
    figures["lead verb"] = sum(leads) / len(leads)
    print(f"\nlead verb: {figures['lead verb']:.3f} ({leads.count(False)} wrong of {len(leads)})")
    figures["lead class"] = print_confusion("lead class", [(g.lead_kind, f.lead_class) for g, f in pairs])
    figures["number class"] = print_confusion("number class", [(g.metric, f.metric) for g, f in pairs])
    figures["kind"] = print_confusion("kind", [(g.kind, f.kind) for g, f in pairs])
    figures["cost"] = print_confusion("cost", [(g.cost, f.cost) for g, f in pairs])
    figures["monitoring"] = print_confusion("monitoring", [(g.monitoring, f.monitoring) for g, f in pairs])
    print_causes(gold, facts)
    if errors:
        print_errors(gold, facts)
    return figures


def render_markdown(figures: dict[str, dict[str, Any]]) -> str:
    """Render the figures of some files as Markdown tables, precision / recall of the baselines in the last columns."""
    parts = []
    for title, table in figures.items():
        lines = [
            f"### {title}\n",
            "| question | n | precision | recall | F1 | 95 % of F1 | digits and verbs | plain spaCy |",
            "|---|---|---|---|---|---|---|---|",
        ]
        for name in QUESTIONS:
            row = table[name]
            beside = " | ".join(
                f"{other['precision']:.2f} / {other['recall']:.2f}" for other in row["baselines"]
            )
            lines.append(
                f"| {name} | {row['n']} | {row['precision']:.3f} | {row['recall']:.3f} | {row['f1']:.3f} "
                f"| {row['low']:.2f}–{row['high']:.2f} | {beside} |"
            )
        shares = ", ".join(
            f"{name} {table[name]:.3f}"
            for name in ("lead verb", "lead class", "number class", "kind", "cost", "monitoring")
        )
        sure = ", ".join(
            f"{name.partition(' ')[0]} {row['right']} of {row['said']} ({row['missing']} missing)"
            for name, row in table["sure"].items()
        )
        end = f"\nShare right: {shares}. Right of what is said as more than a remark: {sure}.\n"
        parts.append("\n".join([*lines, end]))
    return "\n".join(parts)


def main() -> None:
    """Read the arguments, score and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--model", help="another spaCy pipeline: name or folder")
    parser.add_argument(
        "--patterns", action="store_true", help="by patterns alone, without the learned reader"
    )
    parser.add_argument("--errors", action="store_true", help="list every error")
    parser.add_argument("--together", action="store_true", help="score all files as one, too")
    parser.add_argument("--markdown", type=Path, help="write the tables of docs/accuracy.md to a file")
    parser.add_argument("--json", type=Path, help="write the figures to a file")
    options = parser.parse_args()
    from bulletlint.pipeline import load_pipeline
    from bulletlint.pipeline.reader import find_reader

    nlp = load_pipeline(options.model)
    words = load_words([find_rules_folder()])
    stored = None if options.patterns else find_reader(nlp)
    reader = load_reader(stored, [find_rules_folder()]) if stored else None
    baselines = (make_digit_baseline(), make_matcher_baseline(words))
    read: list[tuple[str, list[GoldBullet]]] = []
    for path in options.gold:
        try:
            read.append((path.name, read_gold(path)))
        except (OSError, ValueError) as error:
            parser.error(f"{path}: {error}" if isinstance(error, OSError) else str(error))
    if options.together:
        read.append((" and ".join(name for name, _ in read), [bullet for _, gold in read for bullet in gold]))
    figures = {}
    for number, (title, gold) in enumerate(read):
        docs = nlp.pipe(bullet.text for bullet in gold)
        facts = [read_bullet(doc, words, reader=reader).facts for doc in docs]
        print("\n" * 2 * bool(number), end="")
        figures[title] = print_report(title, gold, facts, baselines, errors=options.errors)
    if options.markdown:
        options.markdown.write_text(render_markdown(figures), encoding="utf-8")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
