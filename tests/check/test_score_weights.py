"""What each part of a score is worth."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletlint.check.score_weights import PARTS, load_score_weights
from bulletlint.core.errors import RuleError
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.rulebook.load import load_rules


def write(folder: Path, text: str) -> Path:
    """Write a score file into a rules folder of one's own and return the file."""
    path = folder / "reading" / "score.yaml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_file_weighs_every_part() -> None:
    """In the order in which a panel asks, each asked for by a rule that there is."""
    weights = load_score_weights([find_rules_folder()])
    assert list(weights.parts) == list(PARTS)
    assert {name: part.most for name, part in weights.parts.items()} == {
        "outcome": 30, "scale": 8, "price": 15, "containment": 15, "monitoring": 8, "safeguard": 20, "method": 6,
        "decision": 15, "ownership": 15, "clarity": 10,
    }  # fmt: skip
    assert {part.asked_by for part in weights.parts.values()} - {""} <= {rule.name for rule in load_rules()}
    assert weights.one_breath == 240


def test_a_folder_of_ones_own_changes_what_it_names(tmp_path: Path) -> None:
    """Key by key; all else stays."""
    write(tmp_path, "parts:\n  price: {most: 25}\n  ownership:\n    less: {support: 5}\n")
    shipped = load_score_weights([find_rules_folder()])
    found = load_score_weights([find_rules_folder(), tmp_path])
    assert found.parts["price"].most == 25
    assert found.parts["price"].meaning == shipped.parts["price"].meaning
    assert found.parts["ownership"].less == {"build": 8, "support": 5}
    assert found.parts["outcome"] == shipped.parts["outcome"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("part: {}\n", ":1: unknown key `part` in score.yaml; did you mean `parts`?"),
        ("parts:\n  prize: {most: 3}\n", ":2: unknown key `prize` in parts; did you mean `price`?"),
        ("parts:\n  price: {least: 3}\n", ":2: unknown key `least` in price"),
        ("parts:\n  price: {most: 3, less: {tiny: 1}}\n", ":2: unknown key `tiny` in price: less"),
        ("parts:\n  price: {most: much}\n", ":2: price: most must be a whole number of at least 0"),
        ("parts:\n  price: {most: -1}\n", ":2: price: most must be a whole number of at least 0"),
        ("parts:\n  monitoring: {less: {watch: 9}}\n", ":2: monitoring: watch gives 9, more than the 8 of the whole part"),
        ("parts:\n  outcome: {less: {spec: 8}}\n", ":2: outcome: spec may not give more than scope"),
        ("parts:\n  clarity:\n    less: {short: 6}\n", "clarity: what stands under `less` must add up to 10"),
        ("one_breath: true\n", ":1: one_breath must be a whole number of at least 0"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_with_its_line(text: str, message: str, tmp_path: Path) -> None:
    """So that no fact ever costs points."""
    write(tmp_path, text)
    with pytest.raises(RuleError) as caught:
        load_score_weights([find_rules_folder(), tmp_path])
    assert message in str(caught.value)


def test_without_any_file_nothing_can_be_scored(tmp_path: Path) -> None:
    """A rules folder that says nothing of scores is no fault as long as another does."""
    with pytest.raises(RuleError, match=r"no reading/score\.yaml says what a score is made of"):
        load_score_weights([tmp_path])
    (tmp_path / "reading").mkdir()
    (tmp_path / "reading" / "score.yaml").write_text("one_breath: 200\n", encoding="utf-8")
    with pytest.raises(RuleError, match="the part `outcome` lacks `most`; write one"):
        load_score_weights([tmp_path])
