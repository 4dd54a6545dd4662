"""The facts about a page by which a profile is chosen."""

from __future__ import annotations

import pytest

from builders import load_shipped_words, make_evidence, make_facts
from bulletlint.check.page_facts import gather_page_facts, is_technical, names_ai_role
from bulletlint.core.document import Block, Document, Stretch
from bulletlint.core.facts import PAGE_FACTS, World


def make_page(*lines: str, headings: tuple[str, ...] = ()) -> Document:
    blocks = tuple(Block("paragraph", (Stretch(line, 0, len(line)),)) for line in lines)
    return Document("cv.md", "markdown", "", (), headings=headings, blocks=blocks)


def test_a_page_is_counted_by_its_bullets() -> None:
    """An AI system is engineering too; shares are percent, rounded down."""
    bullets = [
        make_facts("Built a chatbot.", ai=True),
        make_facts("Moved to Go.", evidence=(make_evidence("Moved to Go.", "Go", "technique"),)),
        make_facts("Ran a ward."),
    ]
    page = gather_page_facts(
        make_page("Ada", headings=("Product Manager",)), bullets, load_shipped_words().lexicons
    )
    assert page == {
        "case_study": 0, "ai_bullets": 1, "ai_share": 33, "ai_role": 0, "product_role": 1, "technical_share": 66,
    }  # fmt: skip
    assert tuple(page) == PAGE_FACTS


@pytest.mark.parametrize(
    ("world", "technique", "technical"),
    [
        ("software", False, True),
        ("ai", False, True),
        ("care", True, False),
        ("unknown", True, True),
        ("unknown", False, False),
    ],
)
def test_a_bullet_is_technical_by_its_world(world: World, technique: bool, technical: bool) -> None:
    """A nurse's "system" is none; where the world is not known, what the bullet names decides."""
    text = "Ran a new system."
    evidence = (make_evidence(text, "system", "technique"),) if technique else ()
    assert is_technical(make_facts(text, world=world, evidence=evidence)) is technical


def test_a_page_without_bullets_has_no_shares() -> None:
    """Nothing is divided by nothing."""
    page = gather_page_facts(make_page("Ada"), [], load_shipped_words().lexicons)
    assert (page["ai_share"], page["technical_share"]) == (0, 0)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("AI Product Manager", True),
        ("Senior Machine Learning Engineer, Acme", True),
        ("ML platform engineers", True),
        ("Head of AI", True),
        ("Product manager moving into AI product roles", True),
        ("Director for applied machine learning", True),
        ("Engineer in machine learning", True),
        ("Product Manager", False),
        ("Electrical engineer; interested in AI", False),
        ("Skills: AI, Python", False),
        ("Maintenance engineer", False),
        ("Head of claims", False),
        ("Email marketing manager", False),
    ],
)
def test_a_title_may_name_a_role_in_ai(line: str, found: bool) -> None:
    """A word of AI and the role have to belong together."""
    assert names_ai_role(make_page(line), load_shipped_words().lexicons) is found
    assert names_ai_role(make_page(headings=(line,)), load_shipped_words().lexicons) is found


def test_only_titles_and_the_top_of_a_page_name_a_role() -> None:
    """Prose further down may speak of anybody."""
    prose = "On that project I worked together with an AI engineer from another company for a year."
    lexicons = load_shipped_words().lexicons
    assert names_ai_role(make_page(*["Ada"] * 8, prose), lexicons) is False
    assert names_ai_role(make_page("Ada", prose), lexicons) is True
