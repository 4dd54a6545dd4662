"""The parse as a tree and the evidence as lines."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from builders import make_evidence, make_facts, make_lead
from bulletlint.cli.repl.tree import render_facts, render_tree

WORDS = ["Built", "a", "cache", "for", "search", "."]


def make_doc() -> Doc:
    """Return a parsed bullet."""
    return Doc(
        spacy.blank("en").vocab,
        words=WORDS,
        heads=[0, 2, 0, 2, 3, 0],
        deps=["ROOT", "det", "dobj", "prep", "pobj", "punct"],
        tags=["VBD", "DT", "NN", "IN", "NN", "."],
        lemmas=["build", "a", "cache", "for", "search", "."],
    )


def test_every_word_stands_below_the_one_it_depends_on() -> None:
    """With its lemma where that is another word, its tag and its label."""
    assert render_tree(make_doc()).splitlines() == [
        "Built = build  VBD ROOT",
        "├─ cache  NN dobj",
        "│  ├─ a  DT det",
        "│  └─ for  IN prep",
        "│     └─ search  NN pobj",
        "└─ .  . punct",
    ]


def test_a_terminal_without_line_drawing_gets_plain_characters() -> None:
    """Only ASCII."""
    tree = render_tree(make_doc(), unicode=False)
    assert tree.isascii()
    assert tree.splitlines()[1:3] == ["|- cache  NN dobj", "|  |- a  DT det"]


def test_a_deep_parse_is_drawn() -> None:
    """A chain of two thousand words is no recursion."""
    count = 2000
    doc = Doc(
        spacy.blank("en").vocab, words=["x"] * count, heads=[0, *range(count - 1)], deps=["dep"] * count
    )
    assert len(render_tree(doc).splitlines()) == count


def test_evidence_names_the_pattern_that_found_it() -> None:
    """Label, words, offsets and source in columns."""
    text = "Built a cache at $90."
    facts = make_facts(
        text, lead=make_lead("Built", "build"), sure=False, evidence=(make_evidence(text, "$90", "cost"),)
    )
    assert render_facts(facts).splitlines() == [
        'lead verb  "Built" = built (build)',
        "kind       delivery",
        "parse      uncertain: rules on the tree stay silent, word lists decide",
        '  cost  "$90"  17–20  test',
    ]


def test_a_bullet_without_verb_and_evidence_says_so() -> None:
    """Nothing is left blank."""
    assert render_facts(make_facts("Cache.")).splitlines() == [
        "lead verb  none", "kind       delivery", "evidence   none",
    ]  # fmt: skip
