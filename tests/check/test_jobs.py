"""Jobs by their titles, and bullets that do not fit them."""

from __future__ import annotations

import pytest

from bulletlint import lint_text


def find_misfits(text: str) -> list[tuple[int | None, str]]:
    file = lint_text(text, format="markdown").files[0]
    return [(finding.place.line, finding.message) for finding in file.findings if finding.code == "BL509"]


LEADER = "# Jo\n## Experience\n### Head of Sales, Acme, 2018 to 2022\n- {}\n- Assisted at fairs.\n- Helped with bids.\n"


def test_a_leader_who_mostly_takes_part() -> None:
    """The finding stands at the first such bullet and names the title and how many they are."""
    assert find_misfits(LEADER.format("Supported two reps.")) == [
        (
            4,
            '"Supported" opens one of 3 bullets here that only take part, and the title says "Head of Sales"; '
            "lead with what you decided",
        )
    ]


def test_a_leader_who_decides_in_one_of_two_bullets_is_left_alone() -> None:
    """Two thirds must take part, of at least three bullets."""
    assert find_misfits(LEADER.format("Dropped a line.").replace("- Helped with bids.", "- Hired two.")) == []
    assert find_misfits(LEADER.format("Helped out.").replace("- Helped with bids.\n", "")) == []


@pytest.mark.parametrize(
    ("title", "bullet", "fits"),
    [
        ("Marketing Intern", "Set the brand vision for all markets.", False),
        ("Junior Analyst", "Owned the roadmap of two products.", False),
        ("Assistant Manager", "Helped at stocktaking.", True),
        ("Junior Analyst", "Presented the strategy paper to the class.", True),
        ("Strategy Director", "Set the brand vision for all markets.", True),
    ],
)
def test_a_beginner_who_sets_a_direction(title: str, bullet: str, fits: bool) -> None:
    """A word for a beginner wins over one for a leader."""
    assert (find_misfits(f"# Jo\n## Experience\n### {title}, Acme, 2018 to 2022\n- {bullet}\n") == []) is fits
