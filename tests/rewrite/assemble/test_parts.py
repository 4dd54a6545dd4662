"""The parts of a rewrite: where a figure goes, what a full stop belongs to."""

from __future__ import annotations

from dataclasses import replace

import pytest
import spacy

from bulletlint.core.finding import Piece
from bulletlint.core.inflect import VerbForm
from bulletlint.evidence.tokens import read_tokens
from bulletlint.rewrite.assemble.inputs import make_outcome
from bulletlint.rewrite.assemble.parts import (
    cut_label,
    cut_rest,
    find_last_joined,
    find_means,
    find_metric_place,
    insert_metric,
    is_amount_by,
    is_means,
    lift_stop,
    list_figure,
    make_action,
    make_how,
    names_means,
    trim_end,
)
from bulletlint.rewrite.sentence.anatomy import Segment
from parses import make_anatomy, parse, say


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Improved recall by adding synonyms", "recall"),
        ("Improved recall of the ranker for buyers", "buyers"),
        ("Improved reliability, uptime, and recall", "recall"),
        ("Improved triage to save time", "triage"),
        ("Improved a page that lists prices", "page"),
        ("Improved recall, raising sales", "recall"),
        ("Reduced cost for buyers and latency by batching calls", "latency"),
    ],
)
def test_a_figure_goes_behind_what_was_changed(text: str, after: str, read) -> None:  # type: ignore[no-untyped-def]
    """Before the means, a purpose, a relative clause or a trailing one; a list is not broken."""
    tokens = read(text).tokens
    assert tokens.lower[find_metric_place(tokens, 0, len(tokens)) - 1] == after


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Built a cache by wrapping the client", True),
        ("Built a cache by carefully wrapping the client", True),
        ("Cut latency by 40 %", False),
        ("Built a cache that saves time by batching calls", False),
        ("Built a cache (by wrapping the client) for search", False),
        ("Built a cache through batching", False),
    ],
)
def test_a_how_may_name_its_own_means(text: str, names: bool, read) -> None:  # type: ignore[no-untyped-def]
    """With "by …ing", but not in brackets or in a clause about what was made."""
    tokens = read(text).tokens
    assert names_means(tokens, 0, len(tokens)) is names


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Sped up search by sharding the index", "by"),
        ("Cut latency by 40 % through caching", "through"),
        ("Cut the bill for shops that pay by card", None),
        ("Cut latency by 40 %", None),
    ],
)
def test_means_begin_where_a_preposition_names_them(text: str, means: str | None, read) -> None:  # type: ignore[no-untyped-def]
    """Not where "by" goes on to a figure, nor in a clause."""
    tokens = read(text).tokens
    place = find_means(tokens, 0, len(tokens))
    assert (None if place is None else tokens.lower[place]) == means


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("charts in R.", ("charts in R", ["."])), ("sales in the U.S.", ("sales in the U.S.", [])),
        ("a cache", ("a cache", [])), ("for Acme Inc.", ("for Acme Inc.", [])),
    ],
)  # fmt: skip
def test_the_last_full_stop_is_lifted_off_its_word(text: str, parts: tuple[str, list[str]], read) -> None:  # type: ignore[no-untyped-def]
    """So that slots stand before it; abbreviations keep theirs."""
    pieces, stop = lift_stop(read(text).tokens, [Piece(text, 0, len(text))])
    assert (pieces[0].text, [piece.text for piece in stop]) == parts


def test_label_and_rest_stay_as_they_are(read) -> None:  # type: ignore[no-untyped-def]
    """With the blanks and marks that stand there."""
    tokens = read("Search:  rebuilt it.  Then left (2021).").tokens
    assert [piece.text for piece in cut_label(tokens, 2)] == ["Search:  "]
    assert [piece.text for piece in cut_rest(tokens, 4)] == [".  Then left (2021)."]
    assert trim_end(read("Built a cache, and").tokens, 0, 5) == 3


@pytest.mark.parametrize(
    ("notation", "last"),
    [
        ("Cut/VBD cost/NN/dobj/0 for/IN buyers/NNS/pobj/2 and/CC latency/NN/conj/1", "latency"),
        ("Cut/VBD cost/NN/obj/0 ,/, latency/NN/conj/1 and/CC churn/NN/conj/3", "churn"),
        ("Cut/VBD cost/NN/dobj/0 for/IN buyers/NNS/pobj/2 and/CC sellers/NNS/conj/3", "cut"),
        ("Cut/VBD cost/NN/nsubj/0 and/CC latency/NN/conj/1", "cut"),
        ("Cut/VBD cost/NN/dobj/4 and/CC latency/NN/conj/1 today/NN", "cut"),
        ("Cut/VBD cost/NN/dobj/0 through/IN caches/NNS and/CC latency/NN/conj/1", "cut"),
        ("Cut/VBD cost/NN/dobj/0 that/WDT rose/VBD and/CC latency/NN/conj/1", "cut"),
        ("Cut/VBD cost/NN/dobj/0 to/TO pay/VB and/CC latency/NN/conj/1", "cut"),
        ("Cut/VBD cost/NN/dobj/0 batching/VBG and/CC latency/NN/conj/1", "cut"),
        ("Cut/VBD cost/NN/dobj/0 by/IN 40/CD %/NN and/CC latency/NN/conj/1", "latency"),
    ],
)
def test_the_last_noun_that_is_joined_to_the_object(notation: str, last: str) -> None:
    """Means, purposes and clauses end the search; an amount after "by" does not."""
    tokens = parse(notation)
    assert tokens.lower[find_last_joined(tokens, 0, len(tokens))] == last


@pytest.mark.parametrize(
    ("notation", "after"),
    [
        ("Improved/VBD recall/NN ,/, uptime/NN and/CC speed/NN", "speed"),
        ("Improved/VBD recall/NN ,/, and/CC the/DT uptime/NN", "uptime"),
        ("Improved/VBD recall/NN ,/, fast/JJ uptime/NN", "uptime"),
        ("Improved/VBD recall/NN ,/, testing/VBG/conj/1 uptime/NN", "uptime"),
        ("Improved/VBD recall/NN ,/, testing/VBG/advcl/0 uptime/NN", "recall"),
        ("Improved/VBD recall/NN ,/, fully/RB tested/VBN", "recall"),
        ("Improved/VBD recall/NN ,/,", "recall"),
        ("Improved/VBD by/IN ranking/NN", "ranking"),
        ("Improved/VBD it/PRP as/IN planned/VBN", "it"),
        ("Improved/VBD recall/NN to/TO save/VB", "recall"),
        ("Improved/VBD access/NN to/IN data/NNS", "data"),
        ("Improved/VBD recall/NN –/, always/RB", "recall"),
        ("Improved/VBD recall/NN/dobj/0 for/IN shops/NNS/pobj/2 with/IN stock/NN/conj/1", "stock"),
    ],
)
def test_a_figure_stands_behind_the_object_in_any_parse(notation: str, after: str) -> None:
    """A list goes on after its comma, and nothing breaks a sentence before its first noun."""
    tokens = parse(notation)
    assert tokens.lower[find_metric_place(tokens, 0, len(tokens)) - 1] == after


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("by 40 %", True),
        ("by over 10k", True),
        ("by well over 10k", False),
        ("by hand 40 times", True),
        ("by hand", False),
    ],
)
def test_by_may_go_on_to_a_figure(text: str, amount: bool) -> None:
    """The figure begins with the next word or the one after."""
    assert is_amount_by(parse(text.replace(" ", "/NN ") + "/NN"), 0) is amount


@pytest.mark.parametrize(
    ("text", "means"),
    [
        *((f"{word} Kafka", True) for word in ("Using", "With", "Via", "Through", "Leveraging", "Utilizing", "Utilising", "By")),
        *((f"{word} Kafka", False) for word in ("For", "Under", "In", "After")),
    ],
)  # fmt: skip
def test_an_opening_phrase_may_say_how(text: str, means: bool) -> None:
    """Words of means open it; a place, a time or a reader do not say how."""
    assert is_means(parse(text.replace(" ", "/IN ") + "/NNP"), 0) is means


@pytest.mark.parametrize(
    ("notation", "means"),
    [
        ("Cut/VBD cost/NN via/IN caches/NNS", "via"),
        ("Cut/VBD cost/NN using/VBG caches/NNS", "using"),
        ("Led/VBD by/IN good/JJ example/NN", None),
        ("Cut/VBD cost/NN to/TO pay/VB by/IN card/NN", None),
        ("Cut/VBD cost/NN because/IN we/PRP pay/VBP by/IN card/NN", None),
        ("Cut/VBD cost/NN of/IN what/WP pays/VBZ by/IN card/NN", None),
        ("Cut/VBD cost/NN by/IN", None),
        ("Cut/VBD cost/NN by/IN 40/CD %/NN by/IN caching/VBG it/PRP", "by"),
    ],
)
def test_means_are_found_in_any_parse(notation: str, means: str | None) -> None:
    """They stand behind an object, before any clause, and say more than a figure."""
    tokens = parse(notation)
    place = find_means(tokens, 0, len(tokens))
    assert (None if place is None else tokens.lower[place]) == means


@pytest.mark.parametrize(
    ("notation", "end"),
    [
        ("Built/VBD a/DT cache/NN ,/, and/CC", 3),
        ("Built/VBD a/DT cache/NN –/, &/CC", 3),
        ("Built/VBD a/DT cache/NN !/. ?/.", 3),
        ("Built/VBD a/DT cache/NN ;/,", 3),
        ("Built/VBD a/DT cache/NN", 3),
        (",/, and/CC", 1),
    ],
)
def test_marks_at_the_end_of_a_span_are_left_out(notation: str, end: int) -> None:
    """All of them go, but never the first word of the span."""
    tokens = parse(notation)
    assert trim_end(tokens, 0, len(tokens)) == end


@pytest.mark.parametrize(
    ("text", "end", "skipped", "rest"),
    [
        ("Built it. Cut cost. Left.", 2, 0, ". Cut cost. Left."),
        ("Built it. Cut cost. Left.", 2, 1, ". Left."),
        ("Built it. Cut cost. Left.", 2, 2, ". Cut cost."),
        ("Built it", 2, 0, ""),
        ("Built it", 0, 0, "Built it"),
    ],
)
def test_a_sentence_that_went_to_the_front_is_not_said_again(
    text: str, end: int, skipped: int, rest: str
) -> None:
    """What follows keeps its blanks and its marks, without the sentence that stands before it now."""
    tokens = read_tokens(spacy.blank("en")(text), text, ())
    segments = (Segment(0, 2), Segment(3, 5), Segment(6, 7))
    anatomy = replace(make_anatomy(tokens), segments=segments)
    assert "".join(piece.text for piece in cut_rest(tokens, end, anatomy=anatomy, skipped=skipped)) == rest


@pytest.mark.parametrize(
    ("text", "end", "how"),
    [
        ("Built a cache for search", 5, "building a cache for search"),
        ("Built and tested a cache", 5, "building and testing a cache"),
        ("Built and tested a cache", 1, "building"),
        ("Built caches shall serve", 4, None),
        ("Built a cache", 0, None),
    ],
)
def test_the_lead_becomes_the_how(text: str, end: int, how: str | None, prepare) -> None:  # type: ignore[no-untyped-def]
    """All verbs of the chain change their form, and a loose parse changes none."""
    inputs, anatomy = prepare(text)
    assert say(make_how(inputs, anatomy, end)) == how


@pytest.mark.parametrize(
    ("text", "form", "action"),
    [
        ("Maintaining dashboards", "gerund", "Maintaining dashboards"),
        ("Maintaining dashboards", "past", "maintained dashboards"),
        ("Maintaining and testing dashboards", "base", "maintain and test dashboards"),
        ("Maintenance of dashboards", "third", "maintains dashboards"),
        ("Customer support", "past", None),
    ],
)
def test_a_duty_becomes_an_act(text: str, form: VerbForm, action: str | None, prepare) -> None:  # type: ignore[no-untyped-def]
    """An -ing form or a noun of action gives its verb; another noun gives none, and an empty span nothing."""
    inputs, _ = prepare(text)
    assert say(make_action(inputs, 0, len(inputs.tokens), form)) == action
    assert make_action(inputs, 1, 1, form) is None


def test_an_outcome_that_nobody_stated_is_a_slot(prepare) -> None:  # type: ignore[no-untyped-def]
    """That stands for its verb, too; one for the writer's own part is a slot of its own name."""
    inputs, _ = prepare("Built a cache for search")
    assert say([make_outcome(inputs, "past")]) == "<what>"
    assert say([make_outcome(inputs, "past", part=True)]) == "<part>"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Improved recall", "<metric>"),
        ("Reduced load time", "<metric>"),
        ("Improved efficiency and accuracy", "(<size>)"),
        ("Improved handovers between wards", "(<size>)"),
        ("Solved tickets", "(<size>)"),
    ],
)
def test_a_range_stands_behind_one_thing_that_is_measured(text: str, figure: str, prepare) -> None:  # type: ignore[no-untyped-def]
    """Behind a list, and behind what nobody measures, brackets ask how much."""
    inputs, anatomy = prepare(text)
    pieces = list_figure(inputs, anatomy.lead, len(inputs.tokens), "metric")
    assert say(pieces).replace(" ", "") == figure


def test_a_purpose_keeps_its_own_slot_in_brackets(prepare) -> None:  # type: ignore[no-untyped-def]
    """Without an answer nothing is claimed."""
    inputs, anatomy = prepare("Improved handovers between wards")
    assert [piece.slot for piece in list_figure(inputs, anatomy.lead, 4, "effect")] == ["", "effect", ""]


def test_a_slot_for_the_figure_stands_in_the_sentence(prepare) -> None:  # type: ignore[no-untyped-def]
    """It follows what was changed and goes before the means."""
    inputs, _ = prepare("Improved recall by adding synonyms")
    assert say(insert_metric(inputs, 0, 0, 5)) == "Improved recall <metric> by adding synonyms"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Currently working on a parser for customs forms.",
            "⟨Your result⟩ by working on a parser for customs forms",
        ),
        ("Also wrote a parser for customs forms.", "⟨Result⟩ by writing a parser for customs forms"),
        ("Then rebuilt the parser for customs forms.", "⟨Result⟩ by rebuilding the parser for customs forms"),
        ("Independently wrote a parser.", "⟨Result⟩ by independently writing a parser"),
    ],
)
def test_an_adverb_that_only_ties_falls_away(text: str, expected: str, rewrite) -> None:  # type: ignore[no-untyped-def]
    """One that says how stays before the gerund."""
    assert rewrite(text).text.partition(", at")[0] == expected


def test_two_means_in_a_row_are_told_apart(rewrite) -> None:  # type: ignore[no-untyped-def]
    """By "while" before a part in the work that names its means."""
    text = "Participated in the development of a ticket tool by writing tests."
    assert "⟩ while participating in" in rewrite(text).text
