"""Facts about a whole file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import make_lead
from bulletlint.check.file_facts import (
    Spot,
    claims_product_role,
    find_duplicates,
    find_odd_punctuation,
    find_papers,
    find_repeated_leads,
    is_case_study,
    iterate_blocks,
)
from bulletlint.core.document import Place
from bulletlint.core.finding import BulletReport
from bulletlint.read import read_bytes

LEXICONS = {
    "titles-product": ("product manager",),
    "headings-case-study": ("problem", "evaluation", "what i would do differently"),
    "headings-resume": ("experience",),
}


def make_reports(*leads: str) -> list[BulletReport]:
    return [
        BulletReport(f"{lead} it.", Place(), None, "delivery", make_lead(lead, "product"), (), ())
        for lead in leads
    ]


def read(text: str):  # type: ignore[no-untyped-def]
    return read_bytes(text.encode(), name="case.md")[0]


def test_a_verb_is_repeated_at_its_third_bullet() -> None:
    """The spot is the third one and knows how many there are."""
    reports = make_reports("Led", "Cut", "Led", "Led", "Cut", "Led")
    assert find_repeated_leads(reports) == (Spot(3, 0, 3, 4),)


@pytest.mark.parametrize(
    ("texts", "spots"),
    [
        (["a.", "b.", "c.", "d"], (Spot(3, 0, 1, 1),)),
        (["a", "b", "c.", "d", "e."], (Spot(2, 1, 2, 2),)),
        (["a.", "b.", "c.", "d."], ()),
        (["a", "b", "c."], ()),
        (["a.", "b.", "c.", "d:"], ()),
        (["a.", "b.", "c.", "(d.)"], ()),
    ],
)
def test_the_first_bullet_that_ends_otherwise_is_the_odd_one(
    texts: list[str], spots: tuple[Spot, ...]
) -> None:
    """In a file with four or more, what most of them do is the rule."""
    assert find_odd_punctuation(texts) == spots


def test_the_later_of_two_alike_is_the_duplicate() -> None:
    """Case and punctuation do not make a difference, a different object does."""
    texts = [
        "Cut refunds by 9 % with better error texts.",
        "cut refunds by 9 % with better error texts",
        "Cut tickets by 22 % with a new help panel.",
        "Cut it.",
        "Cut it.",
    ]
    assert find_duplicates(texts) == (Spot(1, 0, len(texts[1]), twin=0),)


WORD_LISTS = st.lists(
    st.lists(st.sampled_from([f"w{number}" for number in range(24)]), min_size=5, max_size=24).map(" ".join),
    max_size=24,
)


@given(WORD_LISTS)
def test_a_duplicate_is_found_as_if_each_were_compared_with_all(texts: list[str]) -> None:
    sets = [frozenset(text.split()) for text in texts]
    wanted = {}
    for number, words in enumerate(sets):
        twins = (
            first
            for first, other in enumerate(sets[:number])
            if min(len(words), len(other)) >= 6 and len(words & other) >= 0.85 * len(words | other)
        )
        if (twin := next(twins, None)) is not None:
            wanted[number] = twin
    assert {spot.bullet: spot.twin for spot in find_duplicates(texts)} == wanted


@given(st.lists(st.sampled_from(["a b c d e f", "g h i j k l", "m n o p q r"]), max_size=12))
def test_duplicates_are_all_but_the_first_of_their_kind(texts: list[str]) -> None:
    """However often something stands there, one of it is no duplicate."""
    assert len(find_duplicates(texts)) == len(texts) - len(set(texts))


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("# Ida Moss\nSenior Product Manager\n## Experience\n- Cut it.", True),
        ("# Ida Moss\n## Experience\n### Product Manager, Acme\n- Cut it.", True),
        ("# Ida Moss\n" + "A line.\n\n" * 9 + "Product Manager, Acme\n- Cut it.", True),
        ("# Ida Moss\nEngineer\n## Experience\n- Worked with a product manager on search.", False),
        ("# Ida Moss\nEngineer among product managers\n## Experience\n- Cut it.", False),
    ],
)
def test_a_product_role_is_claimed_by_a_title_not_by_a_bullet(text: str, claims: bool) -> None:
    """The lines above the first section and the headings count."""
    assert claims_product_role(read(text), LEXICONS["titles-product"]) is claims


@pytest.mark.parametrize(
    ("headings", "case"),
    [
        (["Problem", "Evaluation"], True),
        (["1. The Problem!", "What I’d do differently"], False),
        (["PROBLEM:", "What I would do differently"], True),
        (["Problem", "Evaluation", "Experience"], False),
        (["Problem"], False),
    ],
)
def test_two_headings_of_a_case_study_and_none_of_a_resume_make_one(headings: list[str], case: bool) -> None:
    """Decoration and case of a heading do not matter."""
    assert is_case_study(read("\n".join(f"## {heading}\ntext" for heading in headings)), LEXICONS) is case


@pytest.mark.parametrize(
    ("title", "paper"),
    [
        ("Post-mortem: the music mix", "post_mortem"),
        ("Datasheet of the **scan** archive", "data_sheet"),
        ("Monitoring plan", "monitoring_plan"),
        ("Why we didn’t build a chatbot", "decision_brief"),
        ("Ida Data", None),
    ],
)
def test_the_title_tells_which_paper_of_a_portfolio_a_file_is(title: str, paper: str | None) -> None:
    """Its first heading; a later one is a part of something else."""
    lexicons = {
        "titles-post-mortem": ("post mortem",),
        "titles-data-sheet": ("datasheet",),
        "titles-monitoring-plan": ("monitoring plan",),
        "titles-decision-brief": ("why we didn't",),
    }
    found = find_papers(read(f"# {title}\ntext\n## Post-mortem\ntext"), lexicons)
    assert [name for name, holds in found.items() if holds] == ([paper] if paper else [])
    assert not any(find_papers(read("no heading"), lexicons).values())


def test_all_text_of_a_file_is_read_and_comments_are_not() -> None:
    """Headings, paragraphs and items, in their order."""
    document = read("# Ida\n<!-- born 1990 -->\nHull\n## Experience\n- Cut it.")
    assert [bullet.text for bullet in iterate_blocks(document)] == ["Ida", "Hull", "Experience", "Cut it."]
