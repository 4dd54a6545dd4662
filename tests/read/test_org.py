"""Org: headings, lists, drawers and inline mark-up."""

from __future__ import annotations

from bulletlint.core.places import fold_stretches
from bulletlint.read.org import read_org


def read_blocks(source: str) -> list[tuple[str, int, str]]:
    """Return kind, level and text of each block, white space folded."""
    return [
        (block.kind, block.level, "".join(stretch.text for stretch in fold_stretches(block.stretches)))
        for block in read_org(source).blocks
    ]


def test_headings_lose_stars_states_and_tags() -> None:
    """The level is the number of stars; TODO states, priorities and tags are no text."""
    assert read_blocks("* Work :cv:\n** TODO [#A] Acme /Inc/\n") == [
        ("heading", 1, "Work"),
        ("heading", 2, "Acme Inc"),
    ]


def test_lists_nest_by_indentation_and_wrap() -> None:
    """Items know their depth, checkboxes are no text, a star needs an indent to be a mark."""
    source = "- One\n  goes on\n  + Two\n  * Three\n1. [X] Four\n"
    assert read_blocks(source) == [
        ("item", 1, "One goes on"),
        ("item", 2, "Two"),
        ("item", 2, "Three"),
        ("item", 1, "Four"),
    ]


def test_inline_mark_up_is_masked() -> None:
    """Emphasis, verbatim text and links leave their text at its place; markers within words are text."""
    source = "- Cut *R&D* /by/ =4 %= in [[http://x.y][Acme *Inc*]], [[http://z]] and snake_case_name, 3*4*5"
    (block,) = read_org(source).blocks
    pairs = [
        (stretch.text, source[stretch.start : stretch.end]) for stretch in fold_stretches(block.stretches)
    ]
    assert (
        "".join(text for text, _ in pairs)
        == "Cut R&D by 4 % in Acme Inc, http://z and snake_case_name, 3*4*5"
    )
    assert [pair for pair in pairs if pair[0] != pair[1]] == []


def test_drawers_keywords_and_code_are_no_text() -> None:
    """Keywords but the title, drawers and source blocks are passed over; a drawer's dates and employer make rows."""
    source = (
        "#+OPTIONS: toc:nil\n#+TITLE: x\n* Work\n:PROPERTIES:\n:FROM: <2019-01-01>\n:TO: <2021-02-01>\n:EMPLOYER: Acme\n:ID: f00\n:END:\n#+begin_src sh\n- no\n#+end_src\n"
        "- One\n# bulletlint: off\n#+begin_quote\ntext\n#+end_quote\n| a | b |\n|---+---|\n"
    )
    assert read_blocks(source) == [
        ("paragraph", 1, "x"),
        ("heading", 1, "Work"),
        ("row", 1, "Acme"),
        ("row", 1, "2019-01-01 – 2021-02-01"),
        ("item", 1, "One"),
        ("paragraph", 1, "text"),
        ("row", 1, "a"),
        ("row", 1, "b"),
    ]
    assert [(comment.text, source[comment.start : comment.end]) for comment in read_org(source).comments] == [
        ("bulletlint: off", "# bulletlint: off")
    ]


def test_timestamps_are_dates() -> None:
    """The day of the week and the brackets are left out."""
    assert read_blocks("** Acme\n<2017-03-01 Wed> -- [2021-08-31]\n- Led it\n") == [
        ("heading", 2, "Acme"),
        ("paragraph", 1, "2017-03-01 -- 2021-08-31"),
        ("item", 1, "Led it"),
    ]


def test_trees_that_are_not_exported_are_comments() -> None:
    """Those with the tag and those that are commented out, down to the next headline of their level."""
    source = (
        "* Work\n- Led it\n* Notes :draft:noexport:\n- ask Jo\n** More\n* COMMENT Old\ntext\n* Talks :x:\n"
    )
    assert read_blocks(source) == [("heading", 1, "Work"), ("item", 1, "Led it"), ("heading", 1, "Talks")]
    assert [comment.text for comment in read_org(source).comments] == [
        "* Notes :draft:noexport:",
        "- ask Jo",
        "** More",
        "* COMMENT Old",
        "text",
    ]


def test_a_term_is_the_lead_in_of_its_description() -> None:
    """ "- Choir :: founded it" reads "Choir: founded it"."""
    (block,) = read_org("* Work\n- Choir :: Founded it\n").blocks[1:]
    assert (block.text, [stretch.start for stretch in block.stretches]) == ("Choir: Founded it", [9, 14, 18])
