"""How sure the learned reader must be."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletlint.core.errors import RuleError
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.evidence.learned.confidence import load_confidence


def write_confidence(folder: Path, text: str) -> Path:
    """Write a confidence file into a rules folder of one's own and return the file."""
    path = folder / "reading" / "confidence.yaml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return path


def test_own_numbers_win(tmp_path: Path) -> None:
    """For the labels and facts that they name; the others stay."""
    write_confidence(tmp_path, "stated: {cost: 0.91}\nmetric: 1\n")
    shipped = load_confidence([find_rules_folder()])
    found = load_confidence([find_rules_folder(), tmp_path])
    assert found.stated == {**shipped.stated, "cost": 0.91}
    assert (found.spans, found.missing, found.metric) == (shipped.spans, shipped.missing, 1.0)


def test_a_technical_bullet_has_its_own_limit_where_one_is_given(tmp_path: Path) -> None:
    """Any other bullet, and any other fact, has the general one; without a line nothing is doubtful."""
    write_confidence(tmp_path, "missing: {metric: 0.9, cost: 0.8}\nmissing_technical: {metric: 0.7}\n")
    found = load_confidence([tmp_path])
    asked = [
        ("metric", "ai"),
        ("metric", "software"),
        ("metric", "unknown"),
        ("cost", "ai"),
        ("fallback", "ai"),
    ]
    assert [found.find_missing_limit(fact, world) for fact, world in asked] == [0.7, 0.7, 0.9, 0.8, 0.0]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("stated:\n  costs: 0.5\n", ":2: unknown key `costs` in stated; did you mean `cost`?"),
        ("sure: {}\n", ":1: unknown key `sure` in confidence.yaml"),
        ("missing:\n  cost: 1.5\n", ":2: missing: cost must be a number from 0 to 1"),
        ("alike:\n  vague-ay: 0.5\n", ":2: unknown key `vague-ay` in alike; did you mean `vague-ai`?"),
        ("metric: true\n", ":1: metric must be a number from 0 to 1"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(text: str, message: str, tmp_path: Path) -> None:
    """Nothing is passed over."""
    path = write_confidence(tmp_path, text)
    with pytest.raises(RuleError) as caught:
        load_confidence([tmp_path])
    assert str(caught.value).startswith(f"{path}{message}")
