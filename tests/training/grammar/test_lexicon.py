"""Tests of the grammar's word lists."""

import random

from training.grammar.lexicon import load_classes, load_doubling, load_irregulars, pick


def test_every_verb_class_has_entries() -> None:
    """A class without entries could never be drawn."""
    assert [name for name, entries in load_classes("verbs").items() if len(entries) < 5] == []


def test_lists_are_large_enough_to_vary() -> None:
    """A few hundred verbs, nouns and names stand in the lists."""
    sizes = {
        name: len({e for found in load_classes(name).values() for e in found})
        for name in ("verbs", "nouns", "names")
    }
    assert (sizes["verbs"] > 400, sizes["nouns"] > 700, sizes["names"] > 200) == (True, True, True)


def test_a_name_with_a_hash_is_no_comment() -> None:
    """Only `# ` at the start of a line begins a comment."""
    assert "C#" in load_classes("names")["technology"]


def test_irregular_verbs_do_not_double_by_rule() -> None:
    """`led` and `shipped` come from different lists."""
    assert (load_irregulars()["lead"], "ship" in load_doubling()) == (("led", "led"), True)


def test_the_same_seed_draws_the_same_word() -> None:
    """Drawing depends on nothing but the given source of chance."""
    assert pick(random.Random(3), "nouns", "metric") == pick(random.Random(3), "nouns", "metric")
