"""Generate training bullets from the grammar.

python -m training.bullets OUT --count 16000
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import spacy
from spacy.language import Language

from training.alignment import align_tree
from training.grammar.skeletons import generate_bullet
from training.tree import Tree, build_doc, find_fault, write_docs


def generate_bullets(count: int, *, seed: int, nlp: Language) -> Iterator[list[Tree]]:
    """Yield bullets in the tokenizer's tokens; those that it cuts otherwise or that get too long are left out."""
    made = 0
    while made < count:
        seed += 1
        sentences = []
        for tree in generate_bullet(seed):
            aligned = align_tree(tree, tokenize=lambda text: [token.text for token in nlp.tokenizer(text)])
            if aligned is None or find_fault(aligned):
                break
            sentences.append(aligned)
        else:
            if sum(len(tree.words) for tree in sentences) <= 60:
                made += 1
                yield sentences


@click.command()
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@click.option("--count", default=16000, show_default=True)
@click.option("--seed", default=7, show_default=True)
@click.option("--show", default=0, help="Print this many bullets instead of writing a file.")
def main(out: Path, count: int, seed: int, show: int) -> None:
    """Write OUT/bullets.spacy."""
    nlp = spacy.blank("en")
    start = seed * 10_000_000
    if show:
        for sentences in generate_bullets(show, seed=start, nlp=nlp):
            click.echo(" ".join(tree.text for tree in sentences))
        return
    docs = (build_doc(bullet, vocab=nlp.vocab) for bullet in generate_bullets(count, seed=start, nlp=nlp))
    write_docs(docs, out / "bullets.spacy")
    click.echo(f"bullets: {count}")


if __name__ == "__main__":
    main()
