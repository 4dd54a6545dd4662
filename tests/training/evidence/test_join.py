"""Labels without texts, joined with the texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from training.evidence.join import cut_spans, join_labels, name_text, read_lines

TEXT = "Ran a till at two euros a day."
HEAD = "id\tkind\tspans\tsource\n"


def test_a_row_gets_its_text_and_words_for_offsets(tmp_path: Path) -> None:
    """A row without a text is counted and left out."""
    labels = tmp_path / "a.labels.tsv"
    labels.write_text(
        f"{HEAD}{name_text(TEXT)}\tother\tcost=11-29 | scope=4-10\tx\n{name_text('gone')}\tother\t\tx\n",
        encoding="utf-8",
    )
    rows, lost = join_labels(labels, ["Another line.", TEXT])
    assert rows == [
        {
            "id": name_text(TEXT),
            "kind": "other",
            "spans": "cost=at two euros a day | scope=a till",
            "source": "x",
            "text": TEXT,
        }
    ]
    assert lost == 1


def test_texts_come_from_lines_and_columns(tmp_path: Path) -> None:
    """Quotes are characters like any other."""
    (tmp_path / "a.txt").write_text('One.\n"Two".\n', encoding="utf-8")
    (tmp_path / "b.tsv").write_text("id\ttext\n1\tThree.\n", encoding="utf-8")
    assert list(read_lines([tmp_path / "a.txt", tmp_path / "b.tsv"])) == ["One.", '"Two".', "Three."]


@pytest.mark.parametrize("place", ["4-4", "5-4", "0-99"])
def test_a_span_outside_of_its_text_is_refused(place: str) -> None:
    """Labels and texts do not belong together."""
    with pytest.raises(ValueError, match="is no span of a text of 30 characters"):
        cut_spans(f"cost={place}", TEXT)
