"""The bundled pipeline as the package loads it and as spaCy does, with many texts to compare them on."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from training.bullets import generate_bullets

import bulletlint.pipeline
from bulletlint.pipeline.fast.assembly import assemble_pipeline
from bulletlint.rulebook.load import load_rules

FOLDER = Path(bulletlint.pipeline.__file__).parent / bulletlint.pipeline.BUNDLED_MODEL
ROOT = Path(__file__).resolve().parents[2]
#: What no example, sample or generated bullet has.
ODD = (
    "",
    " ",
    "  \t",
    "\n\n",
    "a",
    "…",
    "• Reduced U.S. refunds from 4.5% to 2%—10x cheaper—via https://example.com/a?b=c, e.g. for Dr. Vale.",
    "Größere Märkte: naïve façade, 日本語, €5k.",
    "Didn't   page anybody  at 3 a.m. :) ",
    "It's what we're asked: don't, can't, gonna, y'all.",
    "Built a cache. Cut latency by 40 %. Wrote tests\nand shipped. " * 12,
    "word " * 1500,
)


@pytest.fixture(scope="session")
def folder() -> Path:
    """The folder of the bundled pipeline."""
    return FOLDER


@pytest.fixture(scope="session")
def ours() -> Language:
    """The bundled pipeline as the package puts it together."""
    return assemble_pipeline(FOLDER)


@pytest.fixture(scope="session")
def spacys() -> Language:
    """The bundled pipeline as spaCy loads it."""
    return spacy.load(FOLDER)


@pytest.fixture(scope="session")
def texts() -> tuple[str, ...]:
    """Bullets of the gold file, of the rules' examples, of the samples and of the grammar, and odd ones."""
    with (ROOT / "tests" / "gold" / "own.tsv").open(encoding="utf-8", newline="") as file:
        gold = [row["text"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    examples = [example.text for rule in load_rules() for example in (*rule.bad, *rule.good)]
    samples = [
        line
        for path in sorted((ROOT / "samples").glob("*.md"))
        for line in path.read_text("utf-8").splitlines()
    ]
    grammar = [
        " ".join(tree.text for tree in bullet)
        for bullet in generate_bullets(1500, seed=3, nlp=spacy.blank("en"))
    ]
    return tuple(dict.fromkeys((*ODD, *gold, *examples, *samples, *grammar)))
