"""Evaluate a pipeline folder.

python -m training.evaluate PIPELINE --dev dev.spacy --gold bullets.tsv
"""

from __future__ import annotations

import csv
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import click
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Token
from spacy.training import Example


@dataclass(frozen=True, slots=True)
class LeadScore:
    """Count bullets whose lead verb was found; misses hold text, wanted and found lemma."""

    right: int
    total: int
    verb_right: int
    verb_total: int
    misses: tuple[tuple[str, str, str], ...]


def join_lemma(token: Token) -> str:
    """Return the lemma of a verb with what a hyphen ties to it: `fine-tune`."""
    lemma = token.lemma_.lower()
    index, doc = token.i, token.doc
    tied = index >= 2 and doc[index - 1].text == "-" and not doc[index - 1].whitespace_
    if tied and not doc[index - 2].whitespace_:
        return f"{doc[index - 2].lower_}-{lemma}"
    return lemma


def find_lead(doc: Doc) -> str:
    """Return the lemma of the first sentence's root, or `-` where that is no verb."""
    roots = [token for token in doc if token.head.i == token.i and not token.is_space]
    if not roots:
        return "-"
    root = roots[0]
    if root.lower_ in ("responsible", "accountable", "involved"):
        return "be"
    if root.pos_ in ("VERB", "AUX") or root.tag_.startswith("VB"):
        return join_lemma(root)
    return "-"


def read_gold(path: Path) -> list[dict[str, str]]:
    """Return the rows of a gold TSV file."""
    with path.open(encoding="utf8", newline="") as handle:
        return list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE))


def score_leads(nlp: Language, path: Path) -> LeadScore:
    """Compare the root of each gold bullet with its labelled lead verb."""
    rows = read_gold(path)
    right = verb_right = verb_total = 0
    misses = []
    for row, doc in zip(rows, nlp.pipe([row["text"] for row in rows]), strict=True):
        wanted, found = row["lead_verb"].split()[0], find_lead(doc)
        good = wanted == found
        right += good
        verb_total += wanted != "-"
        verb_right += good and wanted != "-"
        if not good:
            misses.append((row["text"], wanted, found))
    return LeadScore(right, len(rows), verb_right, verb_total, tuple(misses))


def score_treebank(nlp: Language, path: Path) -> dict[str, float]:
    """Return tag accuracy, UAS and LAS (percent) on a DocBin of reference trees."""
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in DocBin().from_disk(path).get_docs(nlp.vocab)]
    for example, doc in zip(examples, nlp.pipe(example.predicted for example in examples), strict=True):
        example.predicted = doc
    scores = nlp.get_pipe("parser").score(examples)  # type: ignore[attr-defined]
    scores.update(nlp.get_pipe("tagger").score(examples))  # type: ignore[attr-defined]
    return {key: 100 * scores[key] for key in ("tag_acc", "dep_uas", "dep_las")}


def measure_speed(nlp: Language, texts: list[str], *, rounds: int = 3) -> float:
    """Return bullets a second through nlp.pipe: the best round over the texts laid ten times behind one another."""
    many = texts * 10
    best = 0.0
    list(nlp.pipe(texts))
    for _ in range(rounds):
        start = time.perf_counter()
        for _ in nlp.pipe(many, batch_size=256):
            pass
        best = max(best, len(many) / (time.perf_counter() - start))
    return best


def measure_load(folder: Path) -> float:
    """Return the seconds that spacy.load of the folder takes in a fresh process, spaCy imported already."""
    code = "import sys, time, spacy\nstart = time.perf_counter()\nspacy.load(sys.argv[1])\n"
    code += "print(time.perf_counter() - start)"
    runs = [
        subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, check=True)
        for _ in range(3)
    ]
    return min(float(run.stdout) for run in runs)


@click.command()
@click.argument("pipeline", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--dev", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="DocBin of reference trees."
)
@click.option(
    "--gold",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="TSV with lead_verb and text.",
)
@click.option("--misses", is_flag=True, help="Print the bullets whose lead verb was missed.")
@click.option("--speed/--no-speed", default=True, help="Measure loading and bullets a second.")
def main(pipeline: Path, dev: Path | None, gold: tuple[Path, ...], misses: bool, speed: bool) -> None:
    """Print scores, size and speed of a PIPELINE folder."""
    nlp = spacy.load(pipeline)
    size = sum(path.stat().st_size for path in pipeline.rglob("*") if path.is_file())
    click.echo(f"size           {size / 1e6:.1f} MB")
    if speed:
        click.echo(f"load           {measure_load(pipeline):.2f} s")
    if dev:
        scores = score_treebank(nlp, dev)
        click.echo("dev            " + "  ".join(f"{key} {value:.1f}" for key, value in scores.items()))
    for path in gold:
        leads = score_leads(nlp, path)
        click.echo(
            f"{path.stem:<14} lead verb {100 * leads.verb_right / leads.verb_total:.1f} % of {leads.verb_total}, "
            f"root {100 * leads.right / leads.total:.1f} % of {leads.total}"
        )
        if speed:
            click.echo(
                f"{path.stem:<14} {measure_speed(nlp, [row['text'] for row in read_gold(path)]):.0f} bullets/s"
            )
        for text, wanted, found in leads.misses if misses else ():
            click.echo(f"  {wanted:<12} {found:<12} {text}")


if __name__ == "__main__":
    main()
