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


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("stated:\n  costs: 0.5\n", ":2: unknown key `costs` in stated; did you mean `cost`?"),
        ("sure: {}\n", ":1: unknown key `sure` in confidence.yaml"),
        ("missing:\n  cost: 1.5\n", ":2: missing: cost must be a number from 0 to 1"),
        ("metric: true\n", ":1: metric must be a number from 0 to 1"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(text: str, message: str, tmp_path: Path) -> None:
    """Nothing is passed over."""
    path = write_confidence(tmp_path, text)
    with pytest.raises(RuleError) as caught:
        load_confidence([tmp_path])
    assert str(caught.value).startswith(f"{path}{message}")
