"""Pattern lines that change nothing are found, and taken out of their files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from training.evidence.bullets import make_bullet
from training.evidence.needless import (
    Corpus,
    Worth,
    drop_lines,
    find_touched,
    list_lines,
    weigh_lines,
)

from builders import load_shipped
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.evidence import gather, load_words
from bulletlint.evidence.learned.reader import load_reader
from bulletlint.pipeline.reader import find_reader

FILE = """# A comment.
label: fallback
values:
  "yes":
    undo:
      - back out
      - roll|rolled back
    mechanism:
      - canary
unless:
  - canary wharf
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An evidence file in a folder of its own."""
    folder = tmp_path / "evidence"
    folder.mkdir()
    (folder / "fallback.yaml").write_text(FILE, encoding="utf-8")
    return folder / "fallback.yaml"


def test_lines_come_in_the_order_in_which_they_are_compiled(file: Path) -> None:
    """With the line of the file, and whether they exclude."""
    assert list(list_lines(file.parent)) == [
        (False, f"{file}:6"), (False, f"{file}:7"), (False, f"{file}:9"), (True, f"{file}:11"),
    ]  # fmt: skip


def test_a_shipped_line_is_listed_for_each_pattern() -> None:
    """Else one line would be blamed for another."""
    words = load_words([find_rules_folder()])
    excludes = [excludes for excludes, _ in list_lines(find_rules_folder() / "evidence")]
    assert excludes.count(False) == len(words.patterns.patterns)
    assert excludes.count(True) == len(words.exclusions.patterns)


def test_dropped_lines_go_with_the_name_that_they_leave_empty(file: Path) -> None:
    """Comments, the label and the other lines stay."""
    drop_lines([f"{file}:6", f"{file}:9"])
    assert file.read_text(encoding="utf-8") == FILE.replace("      - back out\n", "").replace(
        "    mechanism:\n      - canary\n", ""
    )


@pytest.mark.parametrize(
    ("better", "worse", "others", "needless"),
    [(0, 0, 0, True), (1, 1, 0, True), (0, 2, 0, True), (1, 0, 0, False), (0, 0, 1, False)],
)
def test_a_line_is_needless_where_nothing_is_lost(
    better: int, worse: int, others: int, needless: bool
) -> None:
    """A label that is right only with it, or a fact that no label judges, keeps it."""
    assert Worth("x.yaml:1", better, worse, others).needless == needless


def test_only_bullets_in_which_a_line_matches_are_read_again() -> None:
    """And the line that alone sees a feature flag is worth something on the bullet that has one."""
    analyser, folder = load_shipped(), find_rules_folder()
    words = load_words([folder])
    stored = find_reader(analyser.nlp)
    assert stored is not None
    reader = load_reader(stored, [folder])
    texts = ("Sold shoes.", "Sorted parcels by size.", "Wrote a plan b for the fair.")
    labels = {"kind": "delivery", "lead_kind": "build", "metric": "none", "cost": "none", "monitoring": "no"}
    rows = [
        {"id": text, "text": text, "lead_verb": "-", "fallback": "yes", "technique_first": "no", **labels}
        for text in texts
    ]
    docs = [analyser.nlp(text) for text in texts]
    corpus = Corpus(
        [make_bullet(row, "written", "x") for row in rows],
        docs,
        gather.read_bullets(docs, words, reader=reader),
        reader,
    )
    touched = [pattern for pattern in words.patterns.patterns if 2 in find_touched(corpus, pattern)]
    assert {tuple(find_touched(corpus, pattern)) for pattern in touched} == {(2,)}
    (useful,) = [worth for worth in weigh_lines([corpus], words, folder) if not worth.needless]
    assert useful.better > useful.worse
    assert [
        worth.name for worth in weigh_lines([corpus], words, folder, ["cost"]) if not worth.needless
    ] == []
    unlabelled = replace(corpus, bullets=[replace(bullet, answers={}) for bullet in corpus.bullets])
    (changing,) = [worth for worth in weigh_lines([unlabelled], words, folder) if not worth.needless]
    assert changing.others > 0
