"""Lists without "and": found only where they are surely lists."""

from __future__ import annotations

import pytest

from bulletlint.rewrite.sentence.lists import find_item, find_open_list, find_opener


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Created an app using C++, WinHTTP", "C++"),
        ("Built tests using cucumber, ruby, gherkin", "ruby"),
        ("Built a pipeline for skin tone analysis, face detection, body analysis", "detection"),
        ("Built tests using cucumber, ruby and gherkin", None),
        ("Opened a shop in Leeds, Yorkshire", None),
        ("Built tests (cucumber, ruby, gherkin", None),
        ("Built tests using a stub, which was slow", None),
        ("Built tests for nurses", None),
    ],
)
def test_an_open_list_lacks_its_and(text: str, after: str | None, read) -> None:  # type: ignore[no-untyped-def]
    """The comma behind the last item but one."""
    tokens = read(text).tokens
    comma = find_open_list(tokens, 1, len(tokens))
    assert (text[tokens.start[comma - 1] : tokens.end[comma - 1]] if comma >= 0 else None) == after


def test_an_item_is_a_short_phrase_of_nouns(read) -> None:  # type: ignore[no-untyped-def]
    """Back to the comma before it."""
    tokens = read("Built tests using cucumber, ruby").tokens
    assert find_item(tokens, 0, len(tokens)) == 5
    tokens = read("Built tests, running nightly").tokens
    assert find_item(tokens, 0, len(tokens)) == -1


def test_a_list_opens_behind_using(read) -> None:  # type: ignore[no-untyped-def]
    """The nearest such word before the first comma, with nothing but an item between."""
    tokens = read("Built tests using cucumber, ruby").tokens
    assert find_opener(tokens, 0, 4) == 2
    tokens = read("Built tests in cucumber, ruby").tokens
    assert find_opener(tokens, 0, 4) == -1
