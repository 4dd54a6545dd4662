"""Filler that the strength "full" leaves out."""

from __future__ import annotations

import pytest

from bulletlint.evidence import Words
from bulletlint.rewrite.sentence.filler import drop_filler, fold_means


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("Successfully built an innovative page", {0: "", 1: "Built", 2: "a", 3: ""}),
        ("Built a robust engine", {1: "an", 2: ""}),
        ("Built a robust ML engine", {1: "an", 2: ""}),
        ("Built a fast and robust engine", {}),
        ("Made search more robust", {}),
        ("Built various dashboards", {1: ""}),
    ],
)
def test_words_go_where_the_sentence_stands_without(  # type: ignore[no-untyped-def]
    text: str, changed: dict[int, str], read, words: Words
) -> None:
    """One of a pair and a predicate stay; an article fits what then follows it."""
    assert drop_filler(read(text).tokens, words) == changed


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("automating tracking by employing a scanner", {2: "with", 3: ""}),
        ("building a forecast by using Prophet", {3: "", 4: "using"}),
        ("building a forecast with Go by employing Prophet", {}),
        ("building a forecast by blending two models", {}),
        ("building a forecast by employing Prophet to learn", {}),
        ("building a forecast by employing Prophet, caching rows", {}),
        ("building a forecast", {}),
    ],
)
def test_means_fold_where_they_say_no_more(text: str, changed: dict[int, str], read, words: Words) -> None:  # type: ignore[no-untyped-def]
    """Nothing but an object follows, and no other "with" is near."""
    tokens = read(text).tokens
    assert fold_means(tokens, words, 0, len(tokens)) == changed
