"""Plain text: marks, wrapped lines and headings without mark-up."""

from __future__ import annotations

import pytest

from bulletlint.core.places import fold_stretches
from bulletlint.read.plain import read_plain


def read_blocks(source: str) -> list[tuple[str, int, str]]:
    """Return kind, level and text of each block, white space folded."""
    return [
        (block.kind, block.level, "".join(stretch.text for stretch in fold_stretches(block.stretches)))
        for block in read_plain(source).blocks
    ]


@pytest.mark.parametrize(
    "mark",
    ["•", "• ", "● ", "▪\t", "◦ ", "‣ ", "– ", "— ", "- ", "* ", "+ ", "> ", "-> ", "[-] ", "o ", "o\t", "1. ", "2) ", "(3) ",
     "a) ", "\uf0b7 ", "·\u00a0", "(cid:127) "],
)  # fmt: skip
def test_typed_marks_begin_items(mark: str) -> None:
    """Every mark that people type or that exports leave behind begins an item, at the place of its text."""
    source = f"  {mark}Built it"
    (block,) = read_plain(source).blocks
    assert (block.kind, block.text, [stretch.start for stretch in block.stretches]) == (
        "item",
        "Built it",
        [2 + len(mark)],
    )


@pytest.mark.parametrize(
    "line", ["-5 degrees", "*bold*", "2019. A year", "> 90% of it", "– 2021", "oranges", "o it", "- 2019"]
)
def test_what_only_looks_like_a_mark_begins_none(line: str) -> None:
    """A minus, a quotation of figures, a year or a letter is no mark."""
    assert read_blocks(line) == [("paragraph", 1, line)]


def test_indented_lines_carry_on_an_item() -> None:
    """A line indented below an item's text belongs to it; its depth comes from the column of its mark."""
    source = "- Built a thing that\n  is wrapped\n  - Nested one\n    goes on\n- Next\n"
    assert read_blocks(source) == [
        ("item", 1, "Built a thing that is wrapped"),
        ("item", 2, "Nested one goes on"),
        ("item", 1, "Next"),
    ]


def test_lines_wrapped_without_indent_join() -> None:
    """A line at the margin carries on an item where the item's line was full and the sentence was not over."""
    source = (
        "- Wrote the planner that routes 300 robots, cutting idle time from 31% to 12% in\n"
        "one quarter without new hardware.\n"
        "- Mentored three interns, and wrote the guide that every new engineer now reads.\n"
        "Acme Robotics, 2019-2020\n"
    )
    assert read_blocks(source) == [
        (
            "item",
            1,
            "Wrote the planner that routes 300 robots, cutting idle time from 31% to 12% in one quarter without new hardware.",
        ),
        ("item", 1, "Mentored three interns, and wrote the guide that every new engineer now reads."),
        ("paragraph", 1, "Acme Robotics, 2019-2020"),
    ]


def test_a_compound_broken_at_its_hyphen_joins_without_space() -> None:
    """A word broken at its own hyphen is put together again."""
    assert read_blocks("- Cut low-\n  latency costs") == [("item", 1, "Cut low-latency costs")]


def test_unmarked_lines_stay_apart() -> None:
    """Lines without marks are blocks of their own, even where one is much longer."""
    source = (
        "Reduced churn by 8% with an early warning model, at no extra cost\nLed a team of five\nShipped it\n"
    )
    assert [kind for kind, _, _ in read_blocks(source)] == ["paragraph", "paragraph", "paragraph"]


def test_headings_by_hashes_and_underlines() -> None:
    """Hashes and underlines make headings; rules alone are nothing."""
    assert read_blocks("Experience\n==========\n\n-----\n## Skills\n- Python\n") == [
        ("heading", 1, "Experience"),
        ("heading", 2, "Skills"),
        ("item", 1, "Python"),
    ]


def test_directives_are_comments() -> None:
    """A directive alone on a line or at its end is a comment and no text."""
    source = "# bulletlint: ignore-next BL301\n- Built it  # bulletlint: ignore BL101 old\n"
    draft = read_plain(source)
    assert [(comment.text, comment.start) for comment in draft.comments] == [
        ("bulletlint: ignore-next BL301", 0),
        ("bulletlint: ignore BL101 old", 44),
    ]
    assert read_blocks(source) == [("item", 1, "Built it")]


def test_asciidoc_repeats_a_mark_for_depth() -> None:
    """ "**" is a nested item of AsciiDoc, "." a numbered one; elsewhere neither is a mark."""
    lists = "* Built it\n** Swapped it\n. Kept it\ngoing\n"
    assert read_blocks(f"== Posts\n\n{lists}")[1:] == [
        ("item", 1, "Built it"),
        ("item", 2, "Swapped it"),
        ("item", 1, "Kept it going"),
    ]
    assert read_blocks(lists)[1][0] == "paragraph"


def test_addresses_without_end_take_no_time() -> None:
    """Every second letter may end an address; looking from each for one that follows took 3 seconds for 1,600 of them."""
    addresses = "a@b.c" * 4_000
    (_, block) = read_plain(f"== Posts\n\n- Led {addresses} and mailto:a@b.c[one] of them\n").blocks
    assert block.text == f"Led {addresses} and one of them"


def test_a_letter_of_a_symbol_font_may_stand_alone_above_its_text() -> None:
    """What was a tick in Wingdings is an "ü" on a line by itself."""
    assert read_blocks("ü\nTaught six pilots\nü\nDrew a plan\n") == [
        ("item", 1, "Taught six pilots"),
        ("item", 1, "Drew a plan"),
    ]
