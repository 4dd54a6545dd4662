"""The sample resume says the same in every format, and every word of it stands where its place says."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from bulletlint.core.document import Bullet, Document
from bulletlint.core.places import find_line_starts, find_place, find_source_span
from bulletlint.read import FORMATS, find_format, read_file

SAMPLES = Path(__file__).parents[2] / "samples"
RESUMES = sorted(SAMPLES.glob("resume.*"))
TEXTS = [path for path in RESUMES if FORMATS[str(find_format(path.name))].takes == "text"]

EXPECTED = [
    (True, "Cut quote turnaround from 26 hours to 40 minutes by drafting replies with a fine-tuned 7B model, at $0.03 a "
           "quote, with a dispatcher approving every draft below 0.8 confidence."),
    (True, "Customs search: replaced keyword lookup with hybrid retrieval over 1.4M tariff rulings, lifting first-answer "
           "accuracy from 61% to 88% at p95 < 200 ms; the old index answers when the ranker times out."),
    (True, "Owned the launch of shipment chat for 9,000 brokers:"),
    (True, "Launched in four markets behind a feature flag, and paused two of them when the refund rate passed 2%."),
    (True, "Implemented a RAG pipeline using LangChain and Pinecone."),
    (True, "Helped with model evaluation."),
    (False, "Reduced missed follow-ups by 23% across 14 clinics with a no-show model that hands low-confidence cases to a "
            "nurse, for €1,100 a month in compute."),
    (False, "Worked closely with the R&D team on various data pipelines."),
    (False, "Responsible for maintaining the triage_score service."),
    (False, "Built internal dashboards in React for the sales team."),
    (False, "Doubled nightly export throughput (3 to 6 TB) on the same cluster by sharding the writer."),
    (None, "Skiff: open-source prompt tester used by 400 teams; runs on a laptop, and falls back to recorded answers when "
           "the provider is down."),
    (None, "Created a Chrome extension that summarises long e-mail threads."),
]  # fmt: skip


def read_sample(path: Path) -> Document:
    """Return the document of a sample."""
    return read_file(path)[0]


def show_current(bullet: Bullet) -> tuple[bool | None, str]:
    """Return whether a bullet's job goes on (None: not said), and its text."""
    return None if bullet.ended is None else not bullet.ended, bullet.text


def test_every_format_has_a_sample() -> None:
    """No format is left untested."""
    assert {find_format(path.name) for path in RESUMES} == set(FORMATS)


@pytest.mark.parametrize("path", RESUMES, ids=lambda path: path.suffix)
def test_every_format_gives_the_same_bullets(path: Path) -> None:
    """The same thirteen bullets in the same order, in jobs that go on or have ended, and nothing else."""
    assert [show_current(bullet) for bullet in read_sample(path).bullets] == EXPECTED


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.suffix)
def test_every_word_stands_at_its_place(path: Path) -> None:
    """The source at the place of a word says that word, once its escapes are undone."""
    document = read_sample(path)
    for bullet in document.bullets:
        for word in re.finditer(r"\S+", bullet.text):
            span = find_source_span(bullet.stretches, word.start(), word.end())
            assert span is not None
            assert undo_mark_up(document.source[span[0] : span[1]], document.format) == word[0]


def undo_mark_up(there: str, format_name: str) -> str:
    """Return what a piece of source without white space says in its format."""
    if format_name in ("html", "markdown"):
        there = html.unescape(re.sub(r"<[^<>]*>", "", there))
    if format_name == "json":
        there = json.loads(f'"{there}"')
    if format_name == "yaml":
        there = there.replace("\\x25", "%")
    if format_name == "latex":
        there = re.sub(r"\\(?:textbf|emph|texttt|href\{[^{}]*\})|[{}]", "", there)
        there = there.replace("\\textless", "<").replace("\\texteuro", "€")
        there = there if "\\$" in there else there.replace("$", "")
    there = re.sub(r"\\(?=[^\w\s]|_)", "", there)
    return re.sub(r"^[*_`~=/#]+|(?:\*\*|[*_`~=/]|`_)+(?=[:;,.]?$)", "", there)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.suffix)
def test_lines_and_columns_count_from_one(path: Path) -> None:
    """A bullet begins on the line and column that an editor shows."""
    document = read_sample(path)
    lines = document.source.split("\n")
    starts = find_line_starts(document.source)
    for bullet in document.bullets:
        place = find_place(bullet, starts, 0, 3)
        assert place.line is not None
        assert place.column is not None
        assert lines[place.line - 1][place.column - 1 :].startswith(bullet.text[:3])
