"""The linter: documents in, one report out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from spacy.tokens import Doc

from builders import (
    RULE,
    load_shipped,
    load_shipped_words,
    make_document,
    make_pipeline,
    make_rule,
    read_all_simply,
)
from bulletlint.check.rule_patterns import compile_rules
from bulletlint.core.document import Place
from bulletlint.core.errors import ReadError
from bulletlint.core.finding import Report
from bulletlint.core.settings import PerFile, Settings
from bulletlint.lint.analysis import Analyser
from bulletlint.lint.linter import Linter
from bulletlint.read import read_bytes


def make_linter(settings: Settings | None = None) -> Linter:
    """Return a linter whose pipeline only tokenizes; facts go by the first word."""
    linter = Linter(settings or Settings(profile="ai-pm", select=("weak-verb", "missing-fallback")))
    nlp = make_pipeline()
    linter._analyser = Analyser(
        nlp, compile_rules(linter.rulebook.rules, load_shipped_words()), read_all_simply
    )
    return linter


def list_findings(report: Report) -> list[tuple[str, str, int | None, int | None]]:
    return [
        (file.path, finding.code, finding.place.line, finding.place.column)
        for file in report.files
        for bullet in file.bullets
        for finding in bullet.findings
    ]


def test_findings_carry_their_places_in_the_file() -> None:
    """The same text in two files is analysed once and placed twice."""
    first = make_document("Cut costs, with the cache as fallback.", "Built a cache.", path="a.txt")
    second = make_document("Built a cache.", path="b.txt")
    report = make_linter().lint_documents([first, second])
    assert list_findings(report) == [
        ("a.txt", "BL101", 2, 3), ("a.txt", "BL401", 2, 3), ("b.txt", "BL101", 1, 3), ("b.txt", "BL401", 1, 3),
    ]  # fmt: skip
    assert report.files[0].bullets[1].place == Place(2, 3, 2, 17)
    assert report.files[0].bullets[1].section == "Experience"


def test_files_with_other_settings_are_asked_other_rules() -> None:
    """One text in two files with different rules keeps its findings apart."""
    settings = Settings(
        profile="ai-pm", select=("weak-verb",), per_file=(PerFile("b.txt", ignore=("weak-verb",)),)
    )
    documents = [make_document("Built a cache.", path=path) for path in ("a.txt", "b.txt")]
    assert list_findings(make_linter(settings).lint_documents(documents)) == [("a.txt", "BL101", 1, 3)]


def test_a_file_that_cannot_be_read_stops_no_other() -> None:
    """Its error stands in its report, in the place where it was named."""
    documents = [ReadError("is binary", path="x.bin"), make_document("Built a cache.")]
    report = make_linter().lint_documents(documents)
    assert [file.error for file in report.files] == ["x.bin: is binary", None]
    assert len(report.files[1].bullets[0].findings) == 2


def test_the_pipeline_is_not_loaded_without_bullets() -> None:
    """An empty file costs nothing."""
    linter = Linter()
    assert linter.lint_documents([make_document()]).files[0].bullets == ()
    assert linter._analyser is None


def test_a_linter_may_be_used_from_several_threads() -> None:
    """Each call gets its own whole report."""
    linter = make_linter()
    reports: list[Report] = []
    threads = [
        Thread(target=lambda: reports.append(linter.lint_documents([make_document("Built a cache.")] * 20)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(reports) == 4
    assert all(report == reports[0] for report in reports)


def test_text_can_be_linted_in_any_text_format() -> None:
    """The format is named, the path is the caller's."""
    report = make_linter().lint_text("# Experience\n\n- Built a cache.\n", format="markdown", path="pasted")
    assert list_findings(report)[0] == ("pasted", "BL101", 3, 3)
    with pytest.raises(ReadError, match="unknown format `wordperfect`"):
        make_linter().lint_text("x", format="wordperfect")


def test_a_rule_of_ones_own_speaks_in_the_report(tmp_path: Path) -> None:
    """The linter treats it as any other."""
    rule = RULE.replace("BL101", "ACME001").replace("weak-verb", "acme-verb")
    assert make_rule(rule, name="acme-verb").code == "ACME001"
    (tmp_path / "acme-verb.yaml").write_text(rule, encoding="utf-8")
    linter = make_linter(Settings(profile="ai-pm", select=("ACME001",), rule_folders=(tmp_path,)))
    assert list_findings(linter.lint_documents([make_document("Made a tool.")])) == [
        ("resume.txt", "ACME001", 1, 3)
    ]


def test_progress_is_told_after_each_bullet() -> None:
    """A text that stands twice is parsed once."""
    told: list[int] = []
    linter = make_linter()
    linter._progress = told.append
    linter.lint_documents([make_document("Built a cache.", "Cut costs.", "Built a cache.")])
    assert told == [1, 1]


POLISH = """# Experience

- Zarządzanie zespołem dwunastu osób w magazynie.
- Obniżenie kosztów transportu o 20 % dzięki nowym trasom.
- Managed a warehouse.
"""


def test_a_page_in_another_language_is_not_judged() -> None:
    """No bullet of it has a finding or a score, not even one that happens to be English."""
    (file,) = Linter().lint_text(POLISH, format="markdown").files
    assert (
        file.doubt == "this page does not look English; bulletlint reads English only, so nothing was judged"
    )
    assert [(bullet.foreign, bullet.score, bullet.findings) for bullet in file.bullets] == [
        (True, None, ())
    ] * 3


def test_the_same_bullet_is_judged_on_an_english_page() -> None:
    """Though both pages are of one run."""
    english = "# Experience\n\n- Managed a warehouse.\n- Cut accidents from 9 to 2 a year.\n"
    documents = [
        document
        for name, text in (("a.md", POLISH), ("b.md", english))
        for document in read_bytes(text.encode(), name=name)
    ]
    files = Linter().lint_documents(documents).files
    assert [(file.doubt != "", file.bullets[-1].foreign) for file in files] == [(True, True), (False, False)]
    assert files[1].bullets[0].text == "Managed a warehouse."
    assert files[1].bullets[0].foreign is False


def test_a_linter_that_keeps_bullets_reads_only_those_that_are_new() -> None:
    """And finds the same in them, at the places of the new text, as one that keeps none."""
    before = make_document("Built a cache.", "Cut costs.", "Made a tool.")
    after = make_document("Cut costs.", "Made a tool for shops.", "Built a cache.")
    nlp = load_shipped().nlp
    parsed: list[str] = []

    def parse(texts: Iterable[str]) -> Iterator[Doc]:
        for text in texts:
            parsed.append(text)
            yield nlp(text)

    analyser = replace(load_shipped(), parse=parse)
    linter = Linter(Settings(profile="ai-pm"), analyser=analyser, keep_bullets=10)
    linter.lint_documents([before])
    parsed.clear()
    again = linter.lint_documents([after])
    assert parsed[0] == "Made a tool for shops."
    assert [text for text in parsed if "tool" not in text] == []
    assert again == Linter(Settings(profile="ai-pm"), analyser=analyser).lint_documents([after])
