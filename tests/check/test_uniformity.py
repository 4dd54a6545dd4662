"""Pages whose bullets look alike."""

from __future__ import annotations

from bulletlint import lint_text
from bulletlint.check.uniformity import find_machine_words

WORDS = ("leverage", "spearhead", "foster", "cutting-edge")


def test_machine_words_are_told_where_they_are_many() -> None:
    """Three different ones, in half of the bullets."""
    texts = ["Leveraged tools.", "Spearheaded and fostered growth.", "Cut waste."]
    assert find_machine_words(texts, WORDS) == ("leveraged", "spearheaded", "fostered")
    assert find_machine_words([*texts, "Hired four.", "Sold two."], WORDS) == ()
    assert find_machine_words(["Leveraged a rope.", "Leveraged a crane."], WORDS) == ()
    assert find_machine_words([], WORDS) == ()


def find_messages(bullets: list[str]) -> list[str]:
    page = "# Jo\n## Experience\n" + "".join(f"- {bullet}\n" for bullet in bullets)
    file = lint_text(page, format="markdown").files[0]
    return [finding.message for finding in file.findings if finding.code == "BL511"]


EVEN = [f"Cut {what} by {number}% by {way} all sheets." for what, number, way in zip(
    ("waste", "queues", "refunds", "bills", "delays", "spoilage"), (12, 15, 18, 9, 30, 22),
    ("printing", "moving", "reading", "sorting", "testing", "weighing"), strict=True,
)]  # fmt: skip


def test_one_shape_and_one_length_are_told_from_six_bullets_on() -> None:
    """Nearly all must have both."""
    assert find_messages(EVEN) == [
        "Nearly all bullets have one length and one shape; vary them, or the figures will not be believed"
    ]
    assert find_messages(EVEN[:5]) == []
    assert find_messages([*EVEN[:4], "Hired four.", "Wrote the guide that new colleagues read first."]) == []
