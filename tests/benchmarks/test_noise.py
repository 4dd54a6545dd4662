"""The benchmark of noise: its labels name bullets that are there, and its shares are counted as it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.noise import FOLDER, SETS, Label, Said, find_label, list_said, print_shares, read_labels

from bulletlint.core.document import Place
from bulletlint.core.finding import BulletReport, FileReport, Finding
from bulletlint.read import read_bytes


@pytest.mark.parametrize("name", SETS)
def test_every_label_names_a_line_of_a_resume(name: str) -> None:
    """A resume that is edited takes its labels along; line 0 is the whole page."""
    lines = {
        path.stem: path.read_text(encoding="utf-8").splitlines() for path in (FOLDER / name).glob("*.md")
    }
    labels = read_labels(FOLDER / name / "labels.tsv")
    assert len(lines) >= 6
    assert [key for key in labels if key[1] and not lines[key[0]][key[1] - 1].strip()] == []


@pytest.mark.parametrize("name", SETS)
def test_a_bullet_that_needs_no_change_is_a_bullet(name: str) -> None:
    """`fine` stands on lines that the reader takes for bullets."""
    fine = {(file, line) for file, line, code in read_labels(FOLDER / name / "labels.tsv") if code == "-"}
    found = set()
    for path in (FOLDER / name).glob("*.md"):
        (document,) = read_bytes(path.read_bytes(), name=path.name)
        texts = [bullet.text for bullet in document.bullets]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line[2:] in texts:
                found.add((path.stem, number))
    assert fine - found == set()


def test_an_unknown_label_is_refused_with_its_line(tmp_path: Path) -> None:
    """The message names file and line."""
    path = tmp_path / "labels.tsv"
    path.write_text("file\tline\tcode\tlabel\tsaying\na\t1\tBL101\tgood\t\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"labels\.tsv:2: unknown label good"):
        read_labels(path)


def test_the_label_of_the_most_exact_wording_counts() -> None:
    """A message that was reworded may have a label of its own."""
    labels = {("a", 1, "BL101"): [Label("false", ""), Label("useful", "comes last")]}
    assert find_label(Said("a", 1, "BL101", "says what you did"), labels) == "false"
    assert find_label(Said("a", 1, "BL101", "The result comes last"), labels) == "useful"
    assert find_label(Said("a", 2, "BL101", "The result comes last"), labels) == "unlabelled"


def test_findings_of_bullets_and_of_the_file_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    """Shares are of what has a label; what has none is counted apart."""
    finding = Finding("BL101", "weak-verb", "error", "m", 0, 1, Place(3), "auto")
    bullet = BulletReport("Built it", Place(3), None, "delivery", None, (), (finding,))
    report = FileReport(
        "x/a.md", "markdown", None, (bullet,), (Finding("BL607", "p", "info", "n", 0, 0, Place(9), "auto"),)
    )
    said = list(list_said(report))
    assert said == [Said("a", 3, "BL101", "m"), Said("a", 9, "BL607", "n")]
    print_shares(said, {("a", 3, "BL101"): [Label("useful", "")]}, by="trade")
    assert [line.split() for line in capsys.readouterr().out.splitlines()][-1] == [
        "all", "2", "100%", "0%", "0%", "1",
    ]  # fmt: skip
