"""What is pasted, whole files and pieces of them, to bullets."""

from __future__ import annotations

import pytest

from bulletlint.cli.repl.paste import read_paste, unquote_strings


@pytest.mark.parametrize(
    ("text", "bullets"),
    [
        ("Built a cache for search.", ["Built a cache for search."]),
        ("Built a cache for search.\nCut costs by half.", ["Built a cache for search.", "Cut costs by half."]),
        ("• Built a cache for search.\n• Cut costs by half.\n", ["Built a cache for search.", "Cut costs by half."]),
        ("- Built a **cache** for\n  search.\n", ["Built a cache for search."]),
        ("Built a [cache](https://example.com).", ["Built a cache."]),
        ("Implemented a cache\nfor 40 shops in the\nnorth.\n", ["Implemented a cache for 40 shops in the north."]),
        ("Implemented a cache\r\nfor 40 shops.\r\nLed a team.\r\n", ["Implemented a cache for 40 shops.", "Led a team."]),
        ("- Implemented a cache\nfor 40 shops\n- Led a team of 4\n", ["Implemented a cache for 40 shops", "Led a team of 4"]),
        ("built a cache for search\nled a team of 4\n", ["built a cache for search", "led a team of 4"]),
        ("Built a cache.\nled a team of 4.\n", ["Built a cache.", "led a team of 4."]),
        ("•  Built a tool\n•\n•  Led a team of 4", ["Built a tool", "Led a team of 4"]),
        (r"\item Built a \textbf{cache}, 40\% faster.", ["Built a cache, 40% faster."]),
        (r"\resumeItem{Built a cache.} \resumeItem{Cut costs.}", ["Built a cache.", "Cut costs."]),
        ('"Built a cache.",\n"Cut costs by half.",', ["Built a cache.", "Cut costs by half."]),
        ('["Built a cache.", "Cut costs by half."]', ["Built a cache.", "Cut costs by half."]),
    ],
    ids=["line", "lines", "glyphs", "markdown", "link", "wrapped", "wrapped-crlf",
         "wrapped-list", "small-letters", "ended", "empty-bullet", "latex-item", "latex-macro", "json-piece", "json-list"],
)  # fmt: skip
def test_a_paste_is_cut_into_bullets(text: str, bullets: list[str]) -> None:
    """Mark-up goes, wrapped lines are joined, each accomplishment is a bullet of its own."""
    assert [bullet.text for bullet in read_paste(text).bullets] == bullets


def test_a_piece_of_html_is_read() -> None:
    """List items without the page around them."""
    document = read_paste("<li>Built a <b>cache</b> for search.</li><li>Cut costs &amp; delays.</li>")
    assert [bullet.text for bullet in document.bullets] == [
        "Built a cache for search.",
        "Cut costs & delays.",
    ]


def test_every_line_of_a_paste_is_accounted_for() -> None:
    """A line beside the list is left out with the reason; a heading needs none."""
    document = read_paste("## Experience\n\nAcme, 2020\n\n- Built a cache for 4 shops.\n")
    assert [bullet.text for bullet in document.bullets] == ["Built a cache for 4 shops."]
    assert [(line.text, line.reason) for line in document.left_out] == [("Acme, 2020", "no bullet mark")]


def test_words_that_are_no_bullet_are_none() -> None:
    """A list of skills is not an accomplishment."""
    assert read_paste("Python, Go, SQL").bullets == ()


def test_a_lone_surrogate_does_not_stop_the_paste() -> None:
    """A terminal with a broken encoding may hand over half a character."""
    assert len(read_paste("Built a cache \udc80 for search.").bullets) == 1


@pytest.mark.parametrize(
    "text", ["[1]", '["a", 2]', '"quoted" words of a sentence', "[] ", "[todo] built a cache", "[" * 100_000]
)
def test_what_is_no_list_of_strings_stays_as_it_is(text: str) -> None:
    """Only strings are unquoted."""
    assert unquote_strings(text) == text
