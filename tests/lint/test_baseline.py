"""The baseline: known findings stay silent, new ones never do."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import make_report
from bulletlint.core.document import Place
from bulletlint.core.errors import ConfigError
from bulletlint.core.finding import FileReport, Report
from bulletlint.lint.baseline import Baseline, KnownFindings, NewBaseline, make_fingerprint, read_baseline

REPORT = make_report()
WEAK = REPORT.files[0].bullets[0]


def make(*texts: str) -> Report:
    """Return a report of one file with the weak bullet's two findings on each text."""
    bullets = tuple(
        replace(WEAK, text=text, place=Place(line, 1, line, 9)) for line, text in enumerate(texts, 1)
    )
    return replace(REPORT, files=(replace(REPORT.files[0], bullets=bullets),))


def count(report: Report) -> int:
    return sum(len(bullet.findings) for file in report.files for bullet in file.bullets)


class Applied(NamedTuple):
    """A report without its known findings, how many those were, and how many entries matched nothing."""

    report: Report
    known: int
    stale: int


def apply_baseline(report: Report, baseline: Baseline) -> Applied:
    """Return what is left of a report whose files pass a baseline."""
    known = KnownFindings(baseline)
    files = tuple(known.leave_out(file) for file in report.files)
    return Applied(replace(report, files=files), known.known, known.stale)


def write_baseline(report: Report, path: Path) -> int:
    """Write the findings of a report, all of which are silent from then on, and return how many they are."""
    new = NewBaseline()
    left = [new.leave_out(file) for file in report.files]
    assert [
        finding
        for file in left
        for finding in (*file.findings, *[f for b in file.bullets for f in b.findings])
    ] == []
    return new.write(path)


def test_a_written_baseline_silences_what_was_there(tmp_path: Path) -> None:
    """Also after lines, spacing and case have changed; a bullet without findings loses its rewrite."""
    path = tmp_path / "known.json"
    assert write_baseline(make("Built a cache.", "Made a tool."), path) == 4
    applied = apply_baseline(make("MADE  a tool.", "Built a cache. "), read_baseline(path))
    assert (count(applied.report), applied.known, applied.stale) == (0, 4, 0)
    assert applied.report.files[0].bullets[0].rewrite is None


def test_a_new_finding_is_never_swallowed(tmp_path: Path) -> None:
    """Another text, another rule, or the same text once more."""
    path = tmp_path / "known.json"
    write_baseline(make("Built a cache."), path)
    known = read_baseline(path)
    assert count(apply_baseline(make("Built a cache.", "Built a cache."), known).report) == 2
    assert count(apply_baseline(make("Built a cache!"), known).report) == 2
    other = replace(WEAK.findings[0], code="BL103")
    bullet = replace(WEAK, text="Built a cache.", findings=(other,))
    applied = apply_baseline(replace(REPORT, files=(replace(REPORT.files[0], bullets=(bullet,)),)), known)
    assert (count(applied.report), applied.stale) == (1, 2)


def test_writing_anew_prunes(tmp_path: Path) -> None:
    """What has been fixed leaves the file."""
    path = tmp_path / "known.json"
    write_baseline(make("Built a cache.", "Made a tool."), path)
    assert write_baseline(make("Made a tool."), path) == 2
    assert sum(read_baseline(path).values()) == 2
    assert list(tmp_path.iterdir()) == [path]


def test_findings_about_a_whole_file_are_known_by_their_message(tmp_path: Path) -> None:
    """They stand at no bullet."""
    file = FileReport("a.md", "markdown", None, findings=(replace(WEAK.findings[0], code="BL002"),))
    report = replace(REPORT, files=(file,))
    write_baseline(report, tmp_path / "known.json")
    assert apply_baseline(report, read_baseline(tmp_path / "known.json")).report.files[0].findings == ()


def test_the_file_holds_no_resume_text(tmp_path: Path) -> None:
    """Digests and counts only."""
    path = tmp_path / "known.json"
    write_baseline(make("Reduced churn at Acme."), path)
    content = json.loads(path.read_text(encoding="utf-8"))
    assert set(content) == {"version", "findings"}
    assert all(len(key) == 24 and value == 1 for key, value in content["findings"].items())


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", "[" * 100_000, '{"version": 2, "findings": {}}', '{"version": 1}', '{"version": 1, "findings": {"a": "b"}}',
     '{"version": 1, "findings": {"a": 0}}', '{"version": 1, "findings": {"a": 1, "b": 0}}', '{"version": 1, "findings": {"a": true}}', "\x00"],
)  # fmt: skip
def test_a_broken_baseline_is_refused(tmp_path: Path, content: str) -> None:
    """It is never taken for an empty one."""
    path = tmp_path / "known.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match="--update-baseline"):
        read_baseline(path)
    with pytest.raises(ConfigError, match=r"none\.json: the baseline cannot be read"):
        read_baseline(tmp_path / "none.json")


def test_a_damaged_line_is_named(tmp_path: Path) -> None:
    """Where it is known; bytes that are no text have no line."""
    path = tmp_path / "known.json"
    path.write_text('{"version": 1,\n"findings": {]}', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"known\.json:2: the baseline is damaged"):
        read_baseline(path)
    path.write_bytes(b'{"version": 1, "findings": {"\xff": 1}}')
    with pytest.raises(ConfigError, match=r"known\.json: the baseline is damaged"):
        read_baseline(path)


def test_the_file_has_an_entry_a_line(tmp_path: Path) -> None:
    """So that a change of it can be read in a diff, and two branches can be merged."""
    path = tmp_path / "known.json"
    NewBaseline().write(path)
    assert path.read_text(encoding="utf-8") == '{\n "version": 1,\n "findings": {}\n}\n'


def test_a_baseline_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    """In one line, where not even a scratch file could be made."""
    with pytest.raises(ConfigError, match=r"known\.json: the baseline cannot be written"):
        NewBaseline().write(tmp_path / "none" / "known.json")


@given(st.lists(st.sampled_from("abc"), max_size=8), st.lists(st.sampled_from("abc"), max_size=8))
def test_what_is_left_is_what_came_on_top(before: list[str], after: list[str]) -> None:
    """For any two runs: the number of findings left is the number that the second has more, text by text."""
    first = make(*before)
    known: dict[str, int] = {}
    for bullet in first.files[0].bullets:
        for finding in bullet.findings:
            fingerprint = make_fingerprint(finding, bullet.text)
            known[fingerprint] = known.get(fingerprint, 0) + 1
    more = sum(max(0, after.count(text) - before.count(text)) for text in "abc")
    assert count(apply_baseline(make(*after), known).report) == 2 * more
