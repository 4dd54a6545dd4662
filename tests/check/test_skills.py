"""Technologies that are listed and not shown, and the reverse."""

from __future__ import annotations

from bulletlint import lint_text
from bulletlint.check.skills import join_names


def find_messages(text: str) -> list[str]:
    file = lint_text(text, format="markdown").files[0]
    return [finding.message for finding in file.findings if finding.code == "BL510"]


PAGE = "# Jo\n## Experience\n- Moved 12 shops to {}.\n- Cut {} bills by 12 %.\n## {}\n{}\n"


def test_listed_tools_that_no_bullet_shows() -> None:
    """At least three and at least half of them; everything under "Tools" is one."""
    assert find_messages(PAGE.format("new tills", "power", "Tools", "Blender, Figma, Kiln 3, Excel")) == [
        "No bullet shows Blender, Figma, Kiln 3, Excel; name each where it mattered, or drop it from the list"
    ]
    assert find_messages(PAGE.format("Figma", "Blender", "Tools", "Blender, Figma, Kiln 3, Excel")) == []


def test_soft_skills_and_spoken_languages_are_no_technologies() -> None:
    """Under a heading about skills only known names count."""
    assert find_messages(PAGE.format("tills", "power", "Skills", "Patience, tact, Polish, first aid")) == []
    assert find_messages(PAGE.format("tills", "power", "Languages", "Polish, German, Welsh")) == []


def test_a_job_title_is_no_heading_of_skills() -> None:
    """What stands under "Software Engineer, Quillon" are dates and a town."""
    job = "# Jo\n## Experience\n### Software Engineer, Quillon\nJune 2018 – May 2021, Hull\n\n- Cut power bills by 12 %.\n"
    assert find_messages(job) == []
    assert find_messages(job + "## Software & Tools\nBlender, Figma, Kiln\n") == [
        "No bullet shows Blender, Figma, Kiln; name each where it mattered, or drop it from the list"
    ]


def test_used_tools_that_the_list_leaves_out() -> None:
    """Two or more technologies, each in two bullets or more."""
    text = "# Jo\n## Experience\n- Ran Kafka and Redis with Java.\n- Cut Kafka lag by 4 s with Redis and Spring.\n## Skills\nJava, Spring, MySQL\n"
    assert find_messages(text) == ["Your bullets use Kafka, Redis, which the list of skills leaves out"]


def test_many_names_are_counted() -> None:
    """Five are told."""
    assert join_names(tuple("abcdefg")) == "a, b, c, d, e and 2 more"
