"""Verbs that a parse leaves loose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bulletlint.core.inflect import VerbForm
from bulletlint.evidence import Words
from bulletlint.evidence.tokens import Tokens
from bulletlint.rewrite.assemble.inputs import Inputs
from bulletlint.rewrite.assemble.loose_verbs import (
    has_loose_verb,
    is_bare_list,
    is_doubtful,
    is_loose,
    is_main_verb,
)
from bulletlint.rewrite.sentence.anatomy import dissect_bullet
from bulletlint.rewrite.slots.missing_facts import MissingFacts
from bulletlint.rewrite.slots.wording import Wordings, find_theme
from parses import make_anatomy, parse


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("Built a cache and documented it", False),
        ("Built a tool that records calls and rates them", False),
        ("Built dashboards for crews who left and shall return", False),
        ("Built a cache using Redis", False),
        ("Built caches shall serve", True),
        ("Personalised filters confused people, so they went", True),
        ("Created Power Automate flows that save an hour", False),
        ("Installs and images laptops", True),
        ("Updated price lists, and maintain the sample library", False),
        ("Configured webpack and babel for modern browsers", False),
        ("Collected samples, entered results and prepare weekly charts", True),
        ("Trained models for spotting corroded pipes and cracked joints", False),
        ("Wrote docs, fixed bugs and reviewed code for the library", False),
        ("Wrote a plan for the purchase of new and improved tools", False),
    ],
)
def test_a_verb_without_a_place_makes_the_parse_loose(  # type: ignore[no-untyped-def]
    text: str, loose: bool, read, words: Words, wordings: Wordings
) -> None:
    """Then the sentence is kept as it is."""
    reading = read(text)
    facts = reading.facts
    anatomy = dissect_bullet(reading.tokens, facts, words, 0)
    assert anatomy is not None
    theme = find_theme(reading.tokens, facts, words, 0)
    inputs = Inputs(reading.tokens, facts, words, wordings, MissingFacts(), {}, theme)
    assert has_loose_verb(inputs, anatomy, len(reading.tokens)) is loose


@pytest.mark.parametrize(
    ("notation", "place", "main"),
    [
        ("It/PRP models/VBZ/ROOT risk/NN", 1, True),
        ("It/PRP models/VBZ/ccomp risk/NN", 1, True),
        ("It/PRP models/VBZ/acl risk/NN", 1, False),
        ("It/PRP models/NNS/ROOT risk/NN", 1, False),
        ("Excel/NNP workflows/VBZ/ROOT to/TO save/VB", 1, False),
        ("Excel/NNP workflows/VBZ/ROOT for/IN shops/NNS", 1, False),
        ("Excel/NNP workflows/VBZ/ROOT and/CC mail/NN", 1, False),
        ("Excel/NNP workflows/VBZ/ROOT that/DT save/VB", 1, False),
        ("Excel/NNP workflows/VBZ/ROOT which/DT save/VB", 1, False),
        ("Excel/NNP workflows/VBZ/ROOT", 1, False),
        ("a/DT webhook/VBD/ROOT for/IN shops/NNS", 1, False),
        ("he/PRP shipped/VBD/ROOT to/IN shops/NNS", 1, True),
        ("he/PRP built/VBD/ROOT for/IN shops/NNS", 1, True),
        ("he/PRP shipped/VBN/ROOT it/PRP", 1, False),
    ],
)
def test_the_main_verb_is_told_from_plurals_and_names(
    notation: str, place: int, main: bool, words: Words
) -> None:
    """A word in -s before "to", a preposition, "and", "that" or nothing is a plural, and a past tense is spelled like one."""
    assert is_main_verb(parse(notation), words, place) is main


@pytest.mark.parametrize(
    ("notation", "doubtful"),
    [
        ("Built/VBD it/PRP and/CC implemented/VBN tests/NNS", True),
        ("Built/VBD it/PRP &/CC implemented/VBN tests/NNS", True),
        ("Built/VBD it/PRP ,/, implemented/VBN tests/NNS", False),
        ("Built/VBD it/PRP and/CC implemented/VBD tests/NNS", False),
        ("Built/VBD it/PRP and/CC advanced/VBN tests/NNS", False),
        ("Built/VBD it/PRP and/CC implement/VBN tests/NNS", False),
    ],
)
def test_a_participle_after_and_may_be_a_verb(notation: str, doubtful: bool, words: Words) -> None:
    """Unless it is an adjective, is spelled as no other form, or no "and" joins it."""
    assert is_doubtful(parse(notation), words, 3) is doubtful


@pytest.mark.parametrize(
    ("notation", "place", "form", "infinitive", "loose"),
    [
        ("Built/VBD it/PRP and/CC tested/VBD it/PRP", 3, "past", False, True),
        ("Built/VBD it/PRP then/RB tested/VBD it/PRP", 3, "past", False, True),
        ("Built/VBD it/PRP for/IN tested/VBD it/PRP", 3, "past", False, False),
        ("Built/VBD it/PRP for/IN tested/VBD/ROOT it/PRP", 3, "past", False, True),
        ("Built/VBD it/PRP and/CC tested/VBN it/PRP", 3, "past", False, True),
        ("Building/VBG it/PRP and/CC tested/VBN it/PRP", 3, "gerund", False, False),
        ("Building/VBG it/PRP and/CC tested/VBD it/PRP", 3, "gerund", False, True),
        ("Builds/VBZ it/PRP and/CC tests/NNS it/PRP", 3, "third", False, True),
        ("Builds/VBZ it/PRP and/CC tests/VBZ it/PRP", 3, "third", False, True),
        ("Builds/VBZ it/PRP for/IN tests/NNS it/PRP", 3, "third", False, False),
        ("Build/VB it/PRP and/CC tests/NNS it/PRP", 3, "base", False, False),
        ("Build/VB it/PRP and/CC test/VB it/PRP", 3, "base", False, True),
        ("Build/VB it/PRP and/CC test/VBP it/PRP", 3, "base", False, True),
        ("Build/VB it/PRP and/CC test/VB it/PRP", 3, "base", True, False),
        ("Build/VB it/PRP and/CC tested/VBD it/PRP", 3, "base", True, True),
        ("Build/VB it/PRP and/CC webhook/VBD it/PRP", 3, "base", False, False),
        ("Build/VB it/PRP for/IN test/VB it/PRP", 3, "base", False, False),
    ],
)
def test_a_word_that_may_go_on_a_chain_is_loose(
    notation: str,
    place: int,
    form: VerbForm,
    infinitive: bool,
    loose: bool,
    make_inputs: Callable[[Tokens], Inputs],
) -> None:
    """Each form has its own look-alikes, and all but a main verb need "and" or a comma before them."""
    assert is_loose(make_inputs(parse(notation)), form, place, infinitive=infinitive) is loose


@pytest.mark.parametrize(
    ("notation", "verbs", "bare"),
    [
        ("Collected/VBD needs/NNS ,/, prepared/VBD papers/NNS ,/, trained/VBN users/NNS", (0,), True),
        ("Collected/VBD needs/NNS ,/, prepared/VBD papers/NNS ,/, trained/VBN users/NNS", (0, 3), True),
        ("Collected/VBD needs/NNS ,/, prepared/VBD papers/NNS ,/, trained/VBN users/NNS", (0, 3, 6), False),
        ("Collected/VBD needs/NNS ,/, prepared/VBD papers/NNS", (0,), True),
        ("Collected/VBD needs/NNS ,/, prepared/JJ papers/NNS", (0,), False),
        ("Collected/VBD needs/NNS ,/, webhook/VBD papers/NNS", (0,), False),
        ("Collected/VBD needs/NNS ,/, adopted/VBN across/IN wards/NNS", (0,), False),
    ],
)
def test_commas_alone_may_join_verbs(
    notation: str, verbs: tuple[int, ...], bare: bool, make_inputs: Callable[[Tokens], Inputs]
) -> None:
    """A participle after a comma that has an object and is no verb of the chain may be one of a bare list."""
    tokens = parse(notation)
    assert is_bare_list(make_inputs(tokens), make_anatomy(tokens, *verbs), len(tokens)) is bare


@pytest.mark.parametrize(
    ("notation", "verbs", "form", "loose"),
    [
        ("Designed/VBD and/CC built/VBD it/PRP", (0,), "past", True),
        ("Designed/VBD &/CC built/VBD it/PRP", (0,), "past", True),
        ("Designed/VBD and/CC built/VBD it/PRP", (0, 2), "past", False),
        ("Designed/VBD tools/NNS ,/, built/VBD it/PRP ,/, sold/VBD it/PRP", (0,), "past", True),
        ("Built/VBD a/DT cache/NN that/WDT shall/MD serve/VB", (0,), "past", False),
        ("Built/VBD a/DT cache/NN who/WP shall/MD serve/VB", (0,), "past", False),
        ("Built/VBD a/DT cache/NN where/WRB it/PRP shall/MD serve/VB", (0,), "past", False),
        ("Built/VBD a/DT cache/NN because/IN it/PRP shall/MD serve/VB", (0,), "past", False),
        ("Built/VBD a/DT cache/NN we/PRP shall/MD serve/VB", (0,), "past", False),
        ("Built/VBD a/DT cache/NN shall/MD serve/VB", (0,), "past", True),
        ("Built/VBD a/DT cache/NN were/VBD slow/JJ", (0, 3), "past", True),
        ("Build/VB a/DT cache/NN to/TO test/VB and/CC serve/VB", (0,), "base", False),
        ("Build/VB a/DT cache/NN and/CC serve/VB", (0,), "base", True),
    ],
)
def test_a_verb_without_a_place_is_found_in_any_parse(
    notation: str,
    verbs: tuple[int, ...],
    form: VerbForm,
    loose: bool,
    make_inputs: Callable[[Tokens], Inputs],
) -> None:
    """Modals, "be" and verbs outside of the chain are loose, unless a clause with a subject of its own begins before."""
    tokens = parse(notation)
    assert has_loose_verb(make_inputs(tokens), make_anatomy(tokens, *verbs, form=form), len(tokens)) is loose
