"""Convert treebank files to spaCy training documents.

python -m training.treebank FOLDER OUT
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click
import spacy
from spacy.language import Language

from training.alignment import align_tree
from training.conllu import read_sentences
from training.dropped import change_tense, cut_noun_phrases, cut_verb_phrases, drop_subject
from training.labels import convert_words
from training.lemmas import VERB_RULES, build_lookups, reduce_form
from training.tree import Tree, build_doc, find_fault, write_docs

TREEBANKS = ("en_ewt", "en_gum")


def convert_file(path: Path, *, nlp: Language) -> tuple[list[Tree], int]:
    """Return the converted sentences of a file and how many did not align with the tokenizer."""
    trees, lost = [], 0
    for words in read_sentences(path):
        tree = align_tree(convert_words(words), tokenize=lambda text: [t.text for t in nlp.tokenizer(text)])
        if tree is None or find_fault(tree):
            lost += 1
            continue
        trees.append(tree)
    return trees, lost


def group_trees(trees: Sequence[Tree], *, seed: int) -> list[list[Tree]]:
    """Group neighbouring sentences by one to three, so that the parser learns sentence boundaries."""
    chance = random.Random(seed)
    groups, start = [], 0
    while start < len(trees):
        size = chance.choice((1, 1, 1, 1, 2, 3))
        groups.append(list(trees[start : start + size]))
        start += size
    return groups


def find_verb_lemma(form: str, *, tables: Mapping[str, Any]) -> str:
    """Return the lemma of a verb form, or an empty string for a form that the tables do not know."""
    exceptions, index = tables["lemma_exc"]["verb"], tables["lemma_index"]["verb"]
    lemma = reduce_form(form.lower(), rules=VERB_RULES, index=index, exceptions=exceptions)
    return lemma if lemma in index and lemma != "be" else ""


def vary_tenses(trees: Sequence[Tree], *, seed: int) -> list[Tree]:
    """Return verb-led sentences in the tenses of bullets: mostly past, often bare, now and then others."""
    chance = random.Random(seed)
    lookups = build_lookups()
    tables = {name: lookups.get_table(name) for name in ("lemma_exc", "lemma_index")}
    varied = []
    for tree in trees:
        lemma = find_verb_lemma(tree.words[0], tables=tables) if tree.heads[0] == 0 else ""
        if lemma:
            tag = chance.choice(("VBD", "VBD", "VBD", "VBD", "VB", "VB", "VB", "VBG", "VBZ"))
            varied.append(change_tense(tree, lemma=lemma, tag=tag))
    return varied


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@click.option("--seed", default=7, show_default=True)
@click.option("--fragments", default=2500, show_default=True, help="How many noun phrases to cut out.")
def main(folder: Path, out: Path, seed: int, fragments: int) -> None:
    """Write OUT/treebank.spacy, OUT/dropped.spacy and OUT/dev.spacy from the CoNLL-U files in FOLDER."""
    nlp = spacy.blank("en")
    trees: list[Tree] = []
    for name in TREEBANKS:
        found, lost = convert_file(folder / f"{name}-train.conllu", nlp=nlp)
        click.echo(f"{name}-train: {len(found)} sentences, {lost} left out")
        trees.extend(found)
    write_docs(
        (build_doc(group, vocab=nlp.vocab) for group in group_trees(trees, seed=seed)), out / "treebank.spacy"
    )
    dropped = [short for tree in trees if (short := drop_subject(tree)) and not find_fault(short)]
    phrases = [phrase for tree in trees for phrase in cut_verb_phrases(tree) if not find_fault(phrase)]
    varied = vary_tenses(dropped + phrases, seed=seed)
    nouns = [phrase for tree in trees for phrase in cut_noun_phrases(tree) if not find_fault(phrase)]
    nouns = random.Random(seed).sample(nouns, min(fragments, len(nouns)))
    write_docs(
        (build_doc([tree], vocab=nlp.vocab) for tree in dropped + varied + nouns), out / "dropped.spacy"
    )
    click.echo(
        f"dropped: {len(dropped)} without subject, {len(varied)} in other tenses, {len(nouns)} noun phrases"
    )
    dev, lost = convert_file(folder / "en_ewt-dev.conllu", nlp=nlp)
    write_docs((build_doc([tree], vocab=nlp.vocab) for tree in dev), out / "dev.spacy")
    click.echo(f"en_ewt-dev: {len(dev)} sentences, {lost} left out")


if __name__ == "__main__":
    main()
