"""Compare the speed of pipeline folders, taken in turn.

python -m training.comparison PIPELINE… --texts bullets.tsv
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median

import click
import spacy
from spacy.language import Language

from bulletlint.pipeline.fast.assembly import assemble_pipeline
from training.evaluate import read_gold


def measure_pass(nlp: Language, texts: list[str]) -> float:
    """Return the processor seconds of one pass over the texts through nlp.pipe."""
    start = time.process_time()
    for _ in nlp.pipe(texts, batch_size=256):
        pass
    return time.process_time() - start


def measure_in_turn(
    pipelines: dict[str, Language], texts: list[str], *, rounds: int
) -> dict[str, list[float]]:
    """Return the seconds of each pipeline in each round; a round takes all of them, one after another."""
    seconds: dict[str, list[float]] = {name: [] for name in pipelines}
    for nlp in pipelines.values():
        measure_pass(nlp, texts)
    for _ in range(rounds):
        for name, nlp in pipelines.items():
            seconds[name].append(measure_pass(nlp, texts))
    return seconds


def compare_rounds(seconds: dict[str, list[float]], *, base: str) -> dict[str, float]:
    """Return how many times as fast as the base each pipeline is: the median over the rounds."""
    return {
        name: median(other / own for own, other in zip(runs, seconds[base], strict=True))
        for name, runs in seconds.items()
    }


def load_both(folders: Iterable[Path]) -> dict[str, Language]:
    """Load each folder twice: by spacy.load, and as the linter does, under its name and ` fast`."""
    pipelines: dict[str, Language] = {}
    for folder in folders:
        pipelines[folder.name] = spacy.load(folder)
        pipelines[f"{folder.name} fast"] = assemble_pipeline(folder)
    return pipelines


@click.command()
@click.argument(
    "folders", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option("--texts", required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--rounds", default=7, show_default=True)
def main(folders: tuple[Path, ...], texts: Path, rounds: int) -> None:
    """Print bullets a second of FOLDERS and ratios to the first, by spacy.load and the linter's loader."""
    bullets = [row["text"] for row in read_gold(texts)] * 3
    seconds = measure_in_turn(load_both(folders), bullets, rounds=rounds)
    ratios = compare_rounds(seconds, base=folders[0].name)
    for name, runs in seconds.items():
        click.echo(
            f"{name:<20} {len(bullets) / min(runs):6.0f} bullets/s  {ratios[name]:.2f} times {folders[0].name}"
        )


if __name__ == "__main__":
    main()
