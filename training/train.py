"""Train tagger and parser on the mixed corpus.

python -m training.train CORPUS OUT --size medium
python -m training.train CORPUS OUT --start MODEL --steps 2250
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import Any

import click
import spacy
from spacy.tokens import Doc, DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as run_training
from spacy.util import load_config
from thinc.api import Config, set_current_ops

from training.blas import BlasOps
from training.casing import add_cases

HERE = Path(__file__).parent
SIZES = sorted(path.stem for path in (HERE / "sizes").glob("*.json"))
# How often each part of the corpus stands in the training data.
PARTS = {"treebank": 2, "dropped": 1, "bullets": 1}


def load_docs(path: Path) -> list[Doc]:
    """Return the documents of a DocBin file."""
    return list(DocBin().from_disk(path).get_docs(spacy.blank("en").vocab))


def mix_corpus(folder: Path, *, without: tuple[str, ...], seed: int) -> list[Doc]:
    """Return the parts of the corpus, with changed cases, in one seeded order."""
    chance = random.Random(seed)
    docs: list[Doc] = []
    for part, times in PARTS.items():
        if part in without:
            continue
        for _ in range(times):
            docs.extend(add_cases(load_docs(folder / f"{part}.spacy"), upper=0.02, lower=0.04, chance=chance))
    chance.shuffle(docs)
    return docs


def build_config(*, size: str, train: Path, dev: Path, steps: int, seed: int, stop: int = 0) -> Config:
    """Return the training configuration of a network size; the learning rate falls over all steps, also with a stop."""
    overrides: dict[str, Any] = {
        "paths.train": str(train),
        "paths.dev": str(dev),
        "training.max_steps": stop or steps,
        "training.optimizer.learn_rate.total_steps": steps,
        "training.eval_frequency": max(100, steps // 8),
        "system.seed": seed,
    }
    overrides.update(json.loads((HERE / "sizes" / f"{size}.json").read_text(encoding="utf8")))
    return load_config(HERE / "config.cfg", overrides=overrides)


def continue_training(config: Config, *, start: Path) -> Config:
    """Return the configuration of a run that begins with a trained model: whole batches, a lower learning rate."""
    again = config.copy()
    for name in again["nlp"]["pipeline"]:
        again["components"][name] = {"source": str(start)}
    again["training"]["batcher"]["size"] = {"@schedules": "constant.v1", "rate": 2000}
    again["training"]["optimizer"]["learn_rate"].update(initial_rate=0.0005, warmup_steps=75)
    return again


@click.command()
@click.argument("corpus", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@click.option("--size", type=click.Choice(SIZES), default="medium", show_default=True)
@click.option("--steps", default=9000, show_default=True)
@click.option("--stop", default=0, help="Break off after this many of the steps, to compare sizes early.")
@click.option(
    "--start",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Go on from this model instead of from nothing.",
)
@click.option("--seed", default=7, show_default=True)
@click.option(
    "--without", multiple=True, type=click.Choice(list(PARTS)), help="Leave out a part of the corpus."
)
def main(
    corpus: Path,
    out: Path,
    size: str,
    steps: int,
    stop: int,
    start: Path | None,
    seed: int,
    without: tuple[str, ...],
) -> None:
    """Train on the .spacy files in CORPUS; write OUT/model-best and OUT/model-last."""
    out.mkdir(parents=True, exist_ok=True)
    docs = mix_corpus(corpus, without=without, seed=seed)
    DocBin(attrs=["ORTH", "SPACY", "TAG", "HEAD", "DEP"], docs=docs).to_disk(out / "train.spacy")
    config = build_config(
        size=size,
        train=out / "train.spacy",
        dev=corpus / "dev.spacy",
        steps=steps,
        seed=seed,
        stop=stop,
    )
    if start:
        config = continue_training(config, start=start)
    set_current_ops(BlasOps())
    nlp = init_nlp(config)
    run_training(nlp, out, stdout=sys.stdout, stderr=sys.stderr)


if __name__ == "__main__":
    main()
