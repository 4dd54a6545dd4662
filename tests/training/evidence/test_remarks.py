"""What a coach would say of a bullet, as the training has it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy
import pytest
from training.evidence.bullets import LabelledBullet
from training.evidence.join import name_text
from training.evidence.remarks import read_remarks, weigh_remarks

from bulletlint.core.facts import REMARKS
from training.evidence import remarks


@pytest.fixture
def labels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield the file of labels that is read, with one bullet in it."""
    path = tmp_path / "remarks.labels.tsv"
    path.write_text(
        f"id\tlead\tresult\torder\tcost\tguard\n{name_text('Did it.')}\ty\tn\tn\ty\tn\n", encoding="utf-8"
    )
    monkeypatch.setattr(remarks, "PATH", path)
    read_remarks.cache_clear()
    yield path
    read_remarks.cache_clear()


def test_only_a_bullet_that_was_looked_at_teaches(labels: Path) -> None:
    """What nobody has looked at says neither yes nor no."""
    made, counts = weigh_remarks(LabelledBullet("id", "Did it.", "real", "tech", "do", {}, ()))
    assert (made.tolist(), counts.tolist()) == ([1, 0, 0, 1, 0], [0.5] * len(REMARKS))
    made, counts = weigh_remarks(LabelledBullet("id", "Did that.", "real", "tech", "do", {}, ()))
    assert not made.any()
    assert not counts.any()


def test_an_answer_that_is_neither_is_refused(labels: Path) -> None:
    """With the line that has it."""
    with labels.open("a", encoding="utf-8") as stream:
        stream.write("0123456789ab\ty\tn\tmaybe\tn\tn\n")
    with pytest.raises(ValueError, match=r"labels\.tsv:3: a remark is made \(y\) or not \(n\)"):
        read_remarks()


def test_every_remark_is_made_of_some_bullets_and_not_of_most() -> None:
    """The labels in the repository: a coach says little, and each of the five at times."""
    shares = numpy.mean(list(read_remarks().values()), axis=0)
    assert len(shares) == len(REMARKS)
    assert (shares > 0.01).all()
    assert (shares < 0.4).all()
