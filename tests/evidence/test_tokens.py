"""The columns of a parsed bullet: hyphens, offsets, heads, amounts."""

from __future__ import annotations

import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from bulletlint.evidence.numbers.amounts import Amount
from bulletlint.evidence.tokens import Tokens, find_camel_case, is_camel_case, read_tokens

VOCAB = spacy.blank("en").vocab


def read(
    words: list[str], spaces: list[bool], heads: list[int] | None = None, *, amounts: tuple[Amount, ...] = ()
) -> Tokens:
    deps = ["ROOT" if heads and head == at else "dep" for at, head in enumerate(heads or [])] or None
    doc = Doc(VOCAB, words=words, spaces=spaces, heads=heads, deps=deps)
    return read_tokens(doc, doc.text, amounts)


def test_a_hyphen_inside_a_word_is_no_token() -> None:
    """Both halves keep their places in the text and in the Doc; what hung on the hyphen hangs on its head."""
    tokens = read(["Fall", "-", "back", "answers", "won"], [False, False, True, True, False], [1, 2, 3, 4, 4])
    assert (tokens.lower, tokens.index) == (["fall", "back", "answers", "won"], [0, 2, 3, 4])
    assert (tokens.start, tokens.end) == ([0, 5, 10, 18], [4, 9, 17, 21])
    assert tokens.head == [1, 2, 3, 3]


def test_a_dash_with_blanks_or_at_an_end_stays() -> None:
    """Only a hyphen that is glued on both sides is left out."""
    assert read(["a", "-", "b"], [True, True, False]).lower == ["a", "-", "b"]
    assert read(["-", "a"], [False, False]).lower == ["-", "a"]
    assert read(["a", "-"], [False, False]).lower == ["a", "-"]


def test_white_space_is_no_token() -> None:
    """A token of blanks, which spaCy makes of doubled ones, is left out."""
    assert read(["a", " ", "b"], [True, False, False]).lower == ["a", "b"]


def test_amounts_stand_at_the_tokens_they_cover() -> None:
    """An amount begins at the token that holds its first character and ends after the one with its last."""
    amount = Amount(4, 10, "600 ms", "duration", (600.0,), "millisecond")
    tokens = read(["Cut", "600", "ms", "off"], [True, True, True, False], amounts=(amount,))
    assert (tokens.amount, tokens.amount_end) == ({1: amount}, {1: 3})


def test_the_token_of_an_offset_is_the_last_that_starts_before_it() -> None:
    """A blank belongs to the token before it, and an offset beyond the end to the last."""
    tokens = read(["Cut", "costs"], [True, False])
    assert [tokens.find_position(offset) for offset in (0, 2, 3, 4, 99)] == [0, 0, 0, 1, 1]


@given(st.lists(st.tuples(st.sampled_from(["a", "-", "bc", " ", ".", "‑", "£"]), st.booleans()), max_size=12))
def test_columns_are_of_one_length_and_places_are_true(pairs: list[tuple[str, bool]]) -> None:
    """Each token's place holds its text, and each head is a position."""
    tokens = read([word for word, _ in pairs], [space for _, space in pairs])
    columns = (
        tokens.lower,
        tokens.start,
        tokens.end,
        tokens.index,
        tokens.pos,
        tokens.tag,
        tokens.dep,
        tokens.head,
    )
    assert {len(column) for column in columns} == {len(tokens)}
    places = zip(tokens.start, tokens.end, strict=True)
    assert [tokens.text[start:end].lower() for start, end in places] == tokens.lower
    assert all(0 <= head < len(tokens) for head in tokens.head)


def test_a_word_with_a_capital_inside_is_in_camel_case() -> None:
    """One that is all capitals is not, but for its plural."""
    words = ("FooNet", "APIs", "Foo", "FOO", "foo", "fooNet", "Foo2N")
    assert [word for word in words if is_camel_case(word)] == ["FooNet", "APIs"]


@given(st.lists(st.text("aBcDé2-", min_size=1, max_size=6), max_size=6))
def test_no_word_in_camel_case_is_missed(words: list[str]) -> None:
    """The quick look at the whole text says the same as a look at each word."""
    text, start, end = " ".join(words), [], []
    for word in words:
        start.append(end[-1] + 1 if end else 0)
        end.append(start[-1] + len(word))
    expected = {place for place, word in enumerate(words) if is_camel_case(word)}
    assert find_camel_case(text, start, end) == expected
