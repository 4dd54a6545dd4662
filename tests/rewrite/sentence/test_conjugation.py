"""Verbs found, put into another form, and kept together where they are coordinated."""

from __future__ import annotations

import pytest
from lemminflect import getInflection

from bulletlint.core.inflect import VerbForm, inflect_word
from bulletlint.evidence import Words
from bulletlint.rewrite.sentence.conjugation import (
    find_coordinated,
    find_lemma,
    find_mixed,
    guess_lemma,
    inflect_verbs,
    read_form,
    read_word_form,
)

#: Spellings where the dictionary of the cross-check prefers another English, or does not know the verb.
DIFFERENT = {
    "benefit", "bias", "biopsy", "bus", "catalog", "cobuild", "cofound", "copilot", "debut", "dialog", "focus", "format",
    "input", "kidnap", "label", "level", "model", "offset", "output", "pilot", "pivot", "plateau", "program", "signal",
    "total", "travel", "typeset", "zigzag",
}  # fmt: skip


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("containerised", "containerise"), ("gamifying", "gamify"), ("unified", "unify"), ("debugged", "debug"),
        ("handled", "handle"), ("installed", "install"), ("mapped", "map"), ("tagged", "tag"), ("cache", None),
    ],
)  # fmt: skip
def test_the_base_of_an_unlisted_verb_is_guessed(word: str, lemma: str | None) -> None:
    """By its spelling, only where it has an ending."""
    assert guess_lemma(word) == lemma


@pytest.mark.parametrize(
    ("word", "lemma", "form"),
    [
        ("built", "build", "past"), ("building", "build", "gerund"), ("builds", "build", "third"),
        ("build", "build", "base"), ("written", "write", "participle"), ("house", "build", None),
    ],
)  # fmt: skip
def test_the_form_of_a_word_is_read(word: str, lemma: str, form: str | None, words: Words) -> None:
    """A word that is no form of the verb has none."""
    assert read_word_form(word, lemma, words.exceptions) == form


def test_listed_verbs_inflect_as_a_dictionary_has_it(words: Words) -> None:
    """The -ing form of every single-word verb of the lists agrees with lemminflect, known differences aside."""
    wrong = {}
    for verb in words.verb_class:
        if not verb.isalpha() or verb in DIFFERENT:
            continue
        ours = inflect_word(verb, "gerund", words.exceptions)
        theirs = getInflection(verb, "VBG")
        if theirs and ours not in theirs:
            wrong[verb] = (ours, theirs)
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Designed and built a ranking page.", ["designed", "built"]),
        ("Write, review and debug test scripts.", ["write", "review", "debug"]),
        ("Built dashboards and automated reports.", ["built", "automated"]),
        ("Built a tool that records calls and rates them.", ["built"]),
        ("Built a search page, cutting complaints.", ["built"]),
        (
            "Extracted addresses from letters then validated and stored them.",
            ["extracted", "validated", "stored"],
        ),
        ("Trained models for spotting corroded pipes and cracked joints.", ["trained"]),
        ("Rolled out and supported the new till software.", ["rolled", "supported"]),
        ("Wrote a plan for the purchase of new and improved tools.", ["wrote"]),
        ("Own search and browse for a shop.", ["own"]),
        ("Planned safer and improved walkways and fitted handrails.", ["planned", "fitted"]),
    ],
)
def test_coordinated_verbs_form_a_chain(text: str, verbs: list[str], read, words: Words) -> None:  # type: ignore[no-untyped-def]
    """Adjectives, relative clauses and trailing participles are no part of it."""
    tokens = read(text).tokens
    lemma = find_lemma(tokens, 0, words)
    form = read_form(tokens, 0, lemma, words)
    chain = find_coordinated(tokens, words, 0, len(tokens), form, words.sets["adverbs-opening"])
    assert [tokens.lower[place] for place in chain] == verbs


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Updated price lists, and maintain the sample library.", ["maintain"]),
        ("Set up and maintain filing systems for letters.", ["maintain"]),
        ("Maintaining a log book and make all necessary tests.", ["make"]),
        ("Helped build and test a pump.", []),
        ("Built a tool to sort and file letters.", []),
        ("Checked decision paths and output correctness for agents.", []),
    ],
)
def test_a_verb_in_another_form_may_go_on_a_chain(text: str, verbs: list[str], read, words: Words) -> None:  # type: ignore[no-untyped-def]
    """By a slip; nouns that the parse takes for verbs do not."""
    tokens = read(text).tokens
    assert [tokens.lower[place] for place in find_mixed(tokens, words, (0,), len(tokens))] == verbs


def test_every_verb_of_a_chain_changes_or_none(read, words: Words) -> None:  # type: ignore[no-untyped-def]
    """The positions map to the new spellings."""
    tokens = read("Designed and built a ranking page.").tokens
    assert inflect_verbs(tokens, words, (0, 2), "gerund") == {0: "designing", 2: "building"}


@pytest.mark.parametrize(
    ("text", "form", "told"),
    [
        ("Modelled the wear of a screw.", "gerund", "modelling"),
        ("Modeled the wear of a screw.", "gerund", "modeling"),
        ("Labelling scans of lungs.", "past", "labelled"),
        ("Planned the rota.", "gerund", "planning"),
    ],
)
def test_a_verb_keeps_the_spelling_of_its_writer(
    text: str, form: VerbForm, told: str, read, words: Words
) -> None:  # type: ignore[no-untyped-def]
    """British or American."""
    assert inflect_verbs(read(text).tokens, words, (0,), form) == {0: told}
