"""Counts the rewrites of labelled bullets, checks each for new and lost facts, and prints some to read.

python -m benchmarks.rewrites GOLD… [--sample 20] [--seed 1] [--strength reorder] [--model PATH]
"""

from __future__ import annotations

import argparse
import random
import time
from functools import cache
from itertools import pairwise
from pathlib import Path

from benchmarks.fact_check import find_faults
from benchmarks.gold import read_gold
from bulletlint.core.finding import BulletReport
from bulletlint.core.lexicon import read_lexicon
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.core.settings import Settings
from bulletlint.lint.analysis import Job, analyse_bullets, load_analyser
from bulletlint.rulebook.rulebook import load_rulebook


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--sample", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--model")
    parser.add_argument("--all", action="store_true", help="print every rewrite")
    arguments = parser.parse_args()
    texts, ids = read_texts(arguments.gold)
    settings = Settings(model=arguments.model)
    rulebook = load_rulebook(settings)
    analyser = load_analyser(rulebook.rules, folders=rulebook.folders, settings=settings)
    rules = rulebook.select_for("")
    started = time.perf_counter()
    reports = list(analyse_bullets(analyser, [Job(text, rules) for text in texts]))
    seconds = time.perf_counter() - started
    weak = [report for report in reports if report.kind == "delivery" and report.findings]
    moved = [report for report in weak if is_moved(report)]
    kept = [report for report in weak if report.rewrite and not is_moved(report)]
    rewritten = [(name, report) for name, report in zip(ids, reports, strict=True) if report.rewrite]
    faults = {name: found for name, report in rewritten if (found := check_report(report))}
    print(f"bullets {len(reports)}, {seconds:.1f} s; rewrites {len(rewritten)}, faulty {len(faults)}")
    none = len(weak) - len(moved) - len(kept)
    print(f"weak delivery bullets {len(weak)}: reordered {len(moved)}, slots only {len(kept)}, none {none}")
    led_already = sum(report.lead is not None and report.lead.lead_class == "outcome" for report in kept)
    print(f"of the slots only, those that an outcome leads already: {led_already}")
    led = [report for report in weak if has_weak_lead(report)]
    print(f"of those with a weak lead {len(led)}: reordered {sum(map(is_moved, led))}")
    for name, found in faults.items():
        print("  fault", name, "; ".join(found))
    chosen = (
        rewritten
        if arguments.all
        else random.Random(arguments.seed).sample(rewritten, min(arguments.sample, len(rewritten)))
    )
    for name, report in chosen:
        print(f"\n{name} {report.kind}{'' if is_moved(report) else ' (slots only)'}\n- {report.text}")
        print(f"+ {report.rewrite.text if report.rewrite else ''}")


def read_texts(paths: list[Path]) -> tuple[list[str], list[str]]:
    """Return the texts of labelled files, or of plain ones with a bullet a line, with an id each."""
    texts: list[str] = []
    ids: list[str] = []
    for path in paths:
        lines = path.read_text(encoding="utf-8").splitlines()
        if lines[0].startswith("id\tlead_verb"):
            rows = read_gold(path)
            texts += [row.text for row in rows]
            ids += [row.id for row in rows]
        else:
            texts += [line.split("\t")[-1] for line in lines]
            ids += [f"{path.stem}:{number}" for number in range(1, len(lines) + 1)]
    return texts, ids


def has_weak_lead(report: BulletReport) -> bool:
    """Tell whether the lead itself is what is weak: an outcome that leads already is not moved."""
    rules = {finding.rule for finding in report.findings}
    return not rules.isdisjoint({"weak-verb", "duty-phrase", "hedged-contribution", "technique-first"})


def is_moved(report: BulletReport) -> bool:
    """Tell whether a rewrite changes the sentence, not only adds slots to its end, each behind a comma."""
    if report.rewrite is None:
        return False
    pieces = [piece for piece in report.rewrite.pieces if piece.text.strip()]
    known = [piece for piece in pieces if piece.start is not None]
    return (
        any(piece.text.lower() != report.text[piece.start : piece.end].lower() for piece in known)
        or known != sorted(known, key=lambda piece: piece.start or 0)
        or any(
            piece.text in ("by", "while", "as", "with", "and") and piece.start is None and before.text != ","
            for before, piece in pairwise(pieces)
        )
    )


@cache
def read_vague_words() -> frozenset[str]:
    """Return the words that give way to a slot that asks for the figure ("a significant reduction")."""
    return frozenset(read_lexicon(find_rules_folder() / "lexicons" / "words-vague.txt"))


def check_report(report: BulletReport) -> list[str]:
    assert report.rewrite is not None
    return find_faults(report.text, report.rewrite.text, may_go=read_vague_words())


if __name__ == "__main__":
    main()
