"""Headings by their words, and by being set as those are."""

from __future__ import annotations

import pytest

from bulletlint.core.document import Block, Stretch
from bulletlint.read.bullets.section_headings import find_paragraph_section, find_section, promote_headings
from bulletlint.read.bullets.section_words import load_section_words


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Professional Experience", "experience"),
        ("💼 WORK EXPERIENCE 💼", "experience"),
        ("2. Employment History", "experience"),
        ("E X P E R I E N C E", "experience"),
        ("Skills & Tools", "skills"),
        ("Technical Skills:", "skills"),
        ("Honors & Awards", "awards"),
        ("Projects and Publications", "projects"),
        ("Education / Certifications", "education"),
        ("Selected Industry Experience", "experience"),
        ("Open-Source Contributions", "projects"),
        ("Projects (Cont.)", "projects"),
        (
            "SKILLS (NOTE: the order of the rows says nothing about how well I know them, and some I forgot)",
            "skills",
        ),
        ("Experience – where I have been", "experience"),
        ("工作经历 Experience", "experience"),
        ("What I’ve Done", "experience"),
        ("Acme Corporation", None),
        ("I work on search and have experience with it.", None),
    ],
)
def test_headings_are_known_by_their_words(heading: str, kind: str | None) -> None:
    """Case, numbering, decoration, letter-spacing and joined names do not matter."""
    section = find_section(heading, load_section_words(), whole=False)
    assert (section.kind if section is not None else None) == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("COMMERCIAL EXPERIENCE", "experience"),
        ("Professional Experiences", "experience"),
        ("Independent Projects:", "projects"),
        ("Built many projects", None),
        ("Experience with SQL", None),
    ],
)
def test_paragraphs_need_capitals_and_a_telling_last_word(line: str, kind: str | None) -> None:
    """A line that no mark-up calls a heading is one if it can hardly be anything else."""
    section = find_paragraph_section(line, load_section_words())
    assert (section.kind if section is not None else None) == kind


def test_lines_set_as_known_headings_are_headings() -> None:
    """ "Clinical Practice" is a heading where Skills and Education look the same; they come above smaller ones."""
    lines = [
        ("heading", 1, "Ailsa Drummond", None),
        ("paragraph", 1, "Skills", "large"),
        ("paragraph", 1, "Clinical Practice", "large"),
        ("heading", 3, "Nurse, 2012 – 2019", None),
        ("paragraph", 1, "Education", "large"),
        ("paragraph", 1, "Tay Valley", "small"),
    ]
    blocks = [
        Block(kind, (Stretch(text, None, None),), level=level, look=look) for kind, level, text, look in lines
    ]  # type: ignore[arg-type]
    assert [(block.kind, block.level) for block in promote_headings(blocks, load_section_words())] == [
        ("heading", 1),
        ("heading", 2),
        ("heading", 2),
        ("heading", 4),
        ("heading", 2),
        ("paragraph", 1),
    ]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Berufserfahrung", "experience"),
        ("Expériences", "experience"),
        ("EXPERIENCIA LABORAL", "experience"),
        ("工作经历", "experience"),
        ("職歴", "experience"),
        ("Ausbildung", "education"),
        ("学歴", "education"),
        ("IT-Kenntnisse", "skills"),
        ("Sprog", "languages"),
    ],
)
def test_headings_of_other_languages(heading: str, kind: str) -> None:
    """The common ones are known, so that a school is no bullet of a resume that is not English."""
    section = find_section(heading, load_section_words(), whole=True)
    assert section is not None
    assert section.kind == kind


def test_a_colon_makes_no_section_where_headings_are_marked() -> None:
    """ "Training:" in a Word file with heading styles is a label of a job."""
    texts = [("heading", "EXPERIENCE"), ("paragraph", "Achievements:"), ("paragraph", "Training:")]
    blocks = [Block(kind, (Stretch(text, 0, len(text)),), look=1) for kind, text in texts]  # type: ignore[arg-type]
    assert [block.kind for block in promote_headings(blocks, load_section_words())] == [
        kind for kind, _ in texts
    ]
    assert {block.kind for block in promote_headings(blocks[1:], load_section_words())} == {"heading"}
