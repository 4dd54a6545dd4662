"""The notation of evidence patterns: what each term matches, and what a line may not say."""

from __future__ import annotations

import pytest

from builders import load_shipped
from bulletlint.core.inflect import find_forms, find_noun_forms
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.evidence import load_words
from bulletlint.evidence.numbers.amounts import read_amounts
from bulletlint.evidence.patterns.match import (
    Pattern,
    PatternError,
    compile_pattern,
    find_matches,
    index_patterns,
)
from bulletlint.evidence.patterns.terms import compile_term
from bulletlint.evidence.tokens import read_tokens

WORDS = load_words((find_rules_folder(),))
LEXICONS = {"nouns-clerk": ("clerk", "help desk"), "verbs-send": ("send", "hand over")}


def find_word_forms(word: str, noun: bool) -> frozenset[str]:
    return find_noun_forms(word) if noun else find_forms(word, WORDS.exceptions)


def compile_line(line: str) -> Pattern:
    return compile_pattern(
        line,
        label="cost",
        value="paid",
        name="tried",
        compile_term=lambda part: compile_term(part, LEXICONS, find_word_forms),
    )


def find(line: str, text: str) -> list[str]:
    """Return the stretches of a text that a pattern finds."""
    pattern = compile_line(line)
    tokens = read_tokens(load_shipped().nlp(text), text, read_amounts(text, WORDS.amounts))
    return [
        text[tokens.start[match.start] : tokens.end[max(match.start, match.end - 1)]]
        for match in find_matches(tokens, index_patterns([pattern]))
    ]


@pytest.mark.parametrize(
    ("line", "text", "expected"),
    [
        ("route", "It routes cases and routed tickets.", ["routes", "routed"]),
        ("'routes'", "It routes cases and routed tickets.", ["routes"]),
        ("route|send cases", "It routes cases, then sends cases.", ["routes cases", "sends cases"]),
        ("@verbs-send", "Handed over cases and sent mail.", ["Handed over", "sent"]),
        ("to @nouns-clerk", "Went to clerks or to the help desk or to help desks.", ["to clerks", "to help desks"]),
        ("under NOUN", "Kept under budget.", ["under budget"]),
        ("VBD slowly", "It grew slowly.", ["grew slowly"]),
        ("for <money>", "Ran it for $90 and for 3 days.", ["for $90"]),
        ("for <amount>", "Ran it for $90 and for 3 days.", ["for $90", "for 3 days"]),
        ("<price>", "Paid $0.04/query, then $90 a month.", ["$0.04/query"]),
        ("<latency>", "Kept it under 200 ms and under 3 weeks.", ["200 ms"]),
        ("<cheaper>", "Went from $4 to $2, then from $2 to $3.", ["from $4 to $2"]),
        ("<machine-time>", "Spent 40 GPU hours and 4 GPUs.", ["40 GPU hours"]),
        ("send ..2 clerk", "Sends odd old cases; clerk waits. Sends it to a clerk.", []),
        ("send ..3 clerk", "Sends it to a clerk.", ["Sends it to a clerk"]),
        ("send ..3 clerk", "Sends it. A clerk waits.", []),
        ("send ..4 clerk", "Sends it, and a clerk waits.", ["Sends it, and a clerk"]),
        ("send ~4 clerk", "Sends it, and a clerk waits.", []),
        ("send the? case", "Sends case one, sends the case two.", ["Sends case", "sends the case"]),
        ("send !case NOUN", "Send case notes, send letters.", ["send letters"]),
        ("send !@nouns-clerk ..1 first", "Send clerks first, send mail first.", ["send mail first"]),
        ("^ send", "Send cases, send mail.", ["Send"]),
        ("mail $", "Send mail, then mail.", ["mail"]),
        ("send [ odd case ] to clerk", "Sends odd cases to clerks.", ["odd cases"]),
        ("fall back", "Fall-back answers and fall back plans.", ["Fall-back", "fall back"]),
    ],
)  # fmt: skip
def test_a_term_matches_what_the_notation_says(line: str, text: str, expected: list[str]) -> None:
    """Every kind of term on a sentence of its own."""
    assert find(line, text) == expected


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", "a pattern needs at least one word, @lexicon or <amount> that is not optional"),
        ("..4 word?", "a pattern needs at least one word, @lexicon or <amount> that is not optional"),
        ("to @nowhere", "unknown lexicon nowhere; write the name of a file in a lexicons folder"),
        ("VERBS of", "VERBS is neither a part of speech nor a Penn tag; write a word in small letters"),
        ("Send it", '"Send" has capitals; write "send" (a part of speech stands by itself: NOUN|VERB)'),
        ("send|NOUN it", '"NOUN" has capitals; write "noun" (a part of speech stands by itself: NOUN|VERB)'),
        ("roll-back", '"roll-back" never matches: a hyphen separates words; write "roll back"'),
        ("don't know", '"don\'t" never matches: it is several tokens; write "do n\'t"'),
        ("guards' phone", '"guards\'" never matches: it is several tokens; write "guards \'"'),
        ('says "i', '"i has a quotation mark inside; put a space before the mark, which is a separate token'),
        ("send||hand", "an alternative is empty; remove the | beside it"),
        ("send !<money>", "!<money>: write a word, an @lexicon or a part of speech after !"),
        ("send ^", "write ^ first and $ last"),
        ("$ send", "write ^ first and $ last"),
        ("send ] [ it", "write one pair of brackets around the evidence: [ first, ] after"),
    ],
)
def test_a_line_that_cannot_match_is_refused(line: str, message: str) -> None:
    """The message says what is wrong and what to write."""
    with pytest.raises(PatternError) as caught:
        find(line, "x")
    assert str(caught.value) == message


def test_an_unknown_amount_is_refused_with_the_known_ones() -> None:
    """The message lists the kinds."""
    with pytest.raises(
        PatternError, match=r"^<cash> is not a kind of amount; write one of amount, below, cheaper, "
    ):
        find("for <cash>", "x")


def test_a_pattern_is_tried_only_where_its_rarest_word_stands() -> None:
    """The key is the smallest set of words that must be there, function words and amounts left aside."""
    line = "send|hand|pass to the clerk ..4 <money>"
    pattern = compile_line(line)
    assert pattern.key == find_word_forms("clerk", False)
    assert {min(need) for need in pattern.needs} == {"<money>", "to", "the", "hand"}


def test_a_term_that_may_be_absent_is_not_needed() -> None:
    """Nor are gaps, parts of speech and what must not follow; what stands twice is asked for once."""
    line = "send the? ..2 NOUN !back clerk to clerk"
    pattern = compile_line(line)
    assert (pattern.key, set(pattern.needs)) == (
        find_word_forms("send", False),
        {find_word_forms("clerk", False), find_word_forms("to", False)},
    )


def test_matches_come_in_the_order_of_places_and_never_overlap_for_one_pattern() -> None:
    """Leftmost first, and the next one begins behind the last."""
    assert find("send ..2 send", "Send, send, send, send.") == ["Send, send", "send, send"]
