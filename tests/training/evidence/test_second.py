"""Second labels of doubtful bullets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from training.evidence.bullets import CLASSES
from training.evidence.join import name_text
from training.evidence.second import read_second, share_answers

from training.evidence import second

HEAD = "id\tlead_kind\tmetric\tcost\tfallback\tmonitoring\ttechnique_first\tkind\n"
ANSWERS = {
    "kind": "delivery", "lead_kind": "build", "technique_first": "no", "metric": "outcome", "cost": "none",
    "fallback": "no", "monitoring": "no", "outcome": "yes",
}  # fmt: skip


@pytest.fixture
def labels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield the file of second labels that is read, with one bullet in it."""
    path = tmp_path / "second.labels.tsv"
    row = f"{name_text('Did it.')}\tbuild\tscale\tnone\tno\tno\tno\tother\n"
    path.write_text(HEAD + row, encoding="utf-8")
    monkeypatch.setattr(second, "PATH", path)
    read_second.cache_clear()
    yield path
    read_second.cache_clear()


def test_two_readers_share_the_truth(labels: Path) -> None:
    """Each has a half of it, also of what follows from a label; a bullet that only one has read is all his."""
    shares = share_answers(name_text("Did it."), ANSWERS)
    assert {key: share for key, share in shares.items() if share} == {
        ("kind", "delivery"): 0.5, ("kind", "other"): 0.5, ("lead_kind", "build"): 1,
        ("technique_first", "no"): 1, ("metric", "outcome"): 0.5, ("metric", "scale"): 0.5, ("cost", "none"): 1,
        ("fallback", "no"): 1, ("monitoring", "no"): 1, ("outcome", "no"): 0.5, ("outcome", "yes"): 0.5,
    }  # fmt: skip
    assert list(shares) == [(name, value) for name, values in CLASSES.items() for value in values]
    alone = share_answers(name_text("Did that."), ANSWERS)
    assert {key for key, share in alone.items() if share} == set(ANSWERS.items())


def test_a_value_that_no_class_has_is_refused(labels: Path) -> None:
    """With the line that has it, and what it may be."""
    with labels.open("a", encoding="utf-8") as stream:
        stream.write("0123456789ab\tbuild\tscale\tnone\tno\tno\tno\tdeed\n")
    with pytest.raises(ValueError, match=r"labels\.tsv:3: kind is one of delivery, people, other"):
        read_second()
