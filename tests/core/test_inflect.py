"""English inflection: spelling rules, exceptions, and a cross-check with another library over the shipped verbs."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletlint.core.inflect import (
    Exceptions,
    VerbForm,
    choose_article,
    find_forms,
    find_noun_forms,
    find_past_base,
    find_past_forms,
    inflect_verb,
    is_past_form,
    map_forms,
    pluralize,
    read_exceptions,
)
from bulletlint.core.lexicon import Lexicons, load_lexicons
from bulletlint.core.rules_folder import find_rules_folder

#: Forms that are right, too, but that the other library does not give.
OTHER_SPELLINGS = {
    ("fit", "past"), ("forecast", "past"), ("get", "participle"), ("program", "past"), ("program", "participle"),
    ("program", "gerund"), ("prove", "participle"), ("strive", "participle"), ("troubleshoot", "past"),
    ("troubleshoot", "participle"), ("typeset", "gerund"),
}  # fmt: skip


@cache
def load() -> tuple[Lexicons, Exceptions]:
    lexicons = load_lexicons((find_rules_folder(),))
    return lexicons, read_exceptions(lexicons["irregular-verbs"], lexicons["doubling-verbs"])


@pytest.mark.parametrize(
    ("lemma", "third", "past", "participle", "gerund"),
    [
        ("build", "builds", "built", "built", "building"),
        ("cut", "cuts", "cut", "cut", "cutting"),
        ("write", "writes", "wrote", "written", "writing"),
        ("plan", "plans", "planned", "planned", "planning"),
        ("commit", "commits", "committed", "committed", "committing"),
        ("deliver", "delivers", "delivered", "delivered", "delivering"),
        ("fix", "fixes", "fixed", "fixed", "fixing"),
        ("give", "gives", "gave", "given", "giving"),
        ("deploy", "deploys", "deployed", "deployed", "deploying"),
        ("simplify", "simplifies", "simplified", "simplified", "simplifying"),
        ("tie", "ties", "tied", "tied", "tying"),
        ("free", "frees", "freed", "freed", "freeing"),
        ("launch", "launches", "launched", "launched", "launching"),
        ("go", "goes", "went", "gone", "going"),
        ("undo", "undoes", "undid", "undone", "undoing"),
        ("demo", "demos", "demoed", "demoed", "demoing"),
        ("underwrite", "underwrites", "underwrote", "underwritten", "underwriting"),
        ("offset", "offsets", "offset", "offset", "offsetting"),
        ("quit", "quits", "quit", "quit", "quitting"),
        ("roll out", "rolls out", "rolled out", "rolled out", "rolling out"),
        ("shadow-score", "shadow-scores", "shadow-scored", "shadow-scored", "shadow-scoring"),
        ("be responsible", "is responsible", "was responsible", "been responsible", "being responsible"),
    ],
)
def test_the_forms_of_a_verb(lemma: str, third: str, past: str, participle: str, gerund: str) -> None:
    """Third person, past, participle and -ing form, of regular, irregular, doubling and phrasal verbs."""
    exceptions = load()[1]
    forms: tuple[VerbForm, ...] = ("base", "third", "past", "participle", "gerund")
    assert [inflect_verb(lemma, form, exceptions) for form in forms] == [
        lemma,
        third,
        past,
        participle,
        gerund,
    ]


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("query", "queries"),
        ("day", "days"),
        ("box", "boxes"),
        ("batch", "batches"),
        ("bus", "buses"),
        ("y", "ys"),
    ],
)
def test_the_plural_of_a_noun(noun: str, plural: str) -> None:
    """Spelling rules only."""
    assert pluralize(noun) == plural


def test_all_forms_of_a_word_are_found_from_any_irregular_one() -> None:
    """The words "Kept" in a pattern stands for all forms of "keep"."""
    exceptions = load()[1]
    assert find_forms("kept", exceptions) >= {"keep", "keeps", "kept", "keeping"}
    assert find_forms("be", exceptions) >= {"be", "am", "is", "are", "was", "were", "been", "being"}
    assert find_forms("have", exceptions) >= {"have", "has", "had", "having"}


def test_a_noun_has_two_forms() -> None:
    """A fee is never "feed"; a few plurals are irregular."""
    assert find_noun_forms("fee") == {"fee", "fees"}
    assert [find_noun_forms(noun) for noun in ("person", "child", "analysis")] == [
        {"person", "people"}, {"child", "children"}, {"analysis", "analyses"},
    ]  # fmt: skip


def test_a_base_form_maps_to_itself() -> None:
    """But where it is the past and the participle of another: "Found 40 leads", whoever founded wrote "Founded"."""
    exceptions = load()[1]
    assert map_forms(["find"], exceptions)["found"] == "find"
    forms = map_forms(["find", "found", "lie", "lay"], exceptions)
    assert (forms["found"], forms["founded"], forms["lay"]) == ("find", "found", "lay")
    assert map_forms(["roll out"], exceptions) == {
        "roll": "roll", "rolls": "roll", "rolled": "roll", "rolling": "roll",
    }  # fmt: skip


@given(
    st.text("abcdeiouy-rstwxz ", min_size=1, max_size=8),
    st.sampled_from(["third", "past", "participle", "gerund"]),
)
def test_no_word_is_too_odd_to_inflect(lemma: str, form: str) -> None:
    """Any text has every form, which is never empty for a word."""
    inflected = inflect_verb(lemma, form, Exceptions())  # type: ignore[arg-type]
    assert len(inflected) >= len(lemma) - 1


@pytest.mark.parametrize("name", ["verbs-outcome", "verbs-product", "verbs-build", "verbs-support"])
def test_another_library_agrees_on_every_verb_of_the_lists(name: str) -> None:
    """Each form that lemminflect gives for a listed verb is the one given here, or one of its spellings."""
    lemminflect = pytest.importorskip("lemminflect")
    lexicons, exceptions = load()
    wrong = []
    for lemma in lexicons[name]:
        verb = lemma.split(" ")[0]
        if "-" in verb or verb == "be":
            continue
        for form, tag in (("third", "VBZ"), ("past", "VBD"), ("participle", "VBN"), ("gerund", "VBG")):
            spellings = lemminflect.getInflection(verb, tag, inflect_oov=False)
            inflected = inflect_verb(verb, form, exceptions)  # type: ignore[arg-type]
            if spellings and inflected not in spellings and (verb, form) not in OTHER_SPELLINGS:
                wrong.append((verb, form, inflected, spellings))
    assert wrong == []


@pytest.mark.parametrize(
    ("word", "article"),
    [
        ("model", "a"),
        ("app", "an"),
        ("ML", "an"),
        ("SQL", "an"),
        ("UX", "a"),
        ("user", "a"),
        ("online", "an"),
    ],
)
def test_the_article_goes_by_the_first_sound(word: str, article: str) -> None:
    """Capitals are read letter by letter."""
    assert choose_article(word) == article


def test_function_words_have_one_form() -> None:
    """A pattern that asks for "the" must not find "thing", nor one for "a" find "as"."""
    exceptions = Exceptions()
    assert [find_forms(word, exceptions) for word in ("the", "a")] == [{"the"}, {"a"}]


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("focussed", "focus"), ("focused", "focus"), ("travelled", "travel"), ("traveled", "travel"),
        ("labelling", "label"), ("targetted", "target"), ("planned", "plan"), ("planed", None),
    ],
)  # fmt: skip
def test_both_ways_of_doubling_are_read(form: str, lemma: str | None) -> None:
    """British and American; a form that no spelling has is none."""
    assert map_forms(["focus", "travel", "label", "target", "plan"], load()[1]).get(form) == lemma


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("caught", "catch"), ("outran", "outrun"), ("resold", "resell"), ("unwound", "unwind"), ("split", "split"),
        ("outbid", "outbid"), ("foresaw", "foresee"), ("cached", None), ("recent", None), ("retail", None),
    ],
)  # fmt: skip
def test_irregular_pasts_are_known_behind_a_prefix(word: str, base: str | None) -> None:
    """Without being in a list with it."""
    assert find_past_base(word, load()[1]) == base


@pytest.mark.parametrize("word", ["with", "over", "under", "re", "out", "three"])
def test_a_prefix_alone_is_no_past_form(word: str) -> None:
    """ "With two volunteers, set up …" opens with no verb."""
    assert find_past_base(word, load()[1]) is None


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("shook", True), ("ghostwrote", True), ("restrung", True), ("outran", True), ("foresaw", True),
        ("sold", False), ("known", False), ("underground", False), ("outbound", False), ("relay", False),
        ("outlet", False), ("unpaid", False), ("untold", False),
    ],
)  # fmt: skip
def test_pasts_of_verbs_in_no_list_are_known(word: str, expected: bool) -> None:
    """By the past that they end in, where the participle is another word, or behind "re"."""
    assert is_past_form(word, find_past_forms(load()[1])) == expected
