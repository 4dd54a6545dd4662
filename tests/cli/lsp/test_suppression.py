"""Suppressions that the editor writes: in each format they silence the rule and change no bullet."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletlint.cli.linters import Linters
from bulletlint.cli.lsp import suppression
from bulletlint.cli.lsp.suppression import find_suppressions
from bulletlint.edit.patch import apply_edits

SAMPLES = Path(__file__).parents[3] / "samples"


@pytest.fixture(scope="module")
def linters() -> Linters:
    return Linters(isolated=True)


@pytest.mark.parametrize(
    "name",
    [
        "resume.md",
        "resume.txt",
        "resume.tex",
        "resume.html",
        "resume.yaml",
        "resume.rst",
        "resume.org",
        "resume.typ",
    ],
)
def test_a_suppression_silences_its_finding_alone(name: str, linters: Linters) -> None:
    """In every bullet of the sample, wherever it stands and however it is wrapped."""
    source = (SAMPLES / name).read_text(encoding="utf-8")
    before = linters.review_text(source, name)
    tried = 0
    for number, bullet in enumerate(before.file.bullets):
        if not bullet.findings:
            continue
        code = bullet.findings[0].code
        edit = find_suppressions(before.document, number, [code], before.linter.settings).get(code)
        assert edit is not None, bullet.text
        after = linters.review_text(apply_edits(source, [edit]), name)
        expected = [
            [finding.code for finding in report.findings if at != number or finding.code != code]
            for at, report in enumerate(before.file.bullets)
        ]
        assert [[finding.code for finding in report.findings] for report in after.file.bullets] == expected
        assert after.file.findings == before.file.findings
        tried += 1
    assert tried > 1


@pytest.mark.parametrize(
    ("name", "source", "expected"),
    [
        ("a.md", "- Built a cache.\n", "- Built a cache. <!-- bulletlint: ignore BL101 reason -->\n"),
        ("a.md", "- Built a\n  cache.\n- Cut it.", "- Built a\n  cache. <!-- bulletlint: ignore BL101 reason -->\n- Cut it."),
        ("a.html", "<ul><li>Built a cache.</li></ul>", "<ul><li>Built a cache. <!-- bulletlint: ignore BL101 reason --></li></ul>"),
        ("a.tex", "\\begin{itemize}\n\\item Built a cache.\n\\end{itemize}\n", "\\begin{itemize}\n\\item Built a cache. % bulletlint: ignore BL101 reason\n\\end{itemize}\n"),
        ("a.typ", "- Built a cache.\n", "- Built a cache. // bulletlint: ignore BL101 reason\n"),
        ("a.org", "* Work\n- Built a cache.\n", "* Work\n# bulletlint: ignore-next BL101 reason\n- Built a cache.\n"),
    ],
)  # fmt: skip
def test_it_stands_where_a_person_would_write_it(
    name: str, source: str, expected: str, linters: Linters
) -> None:
    reviewed = linters.review_text(source, name)
    edit = find_suppressions(reviewed.document, 0, ["BL101"], reviewed.linter.settings).get("BL101")
    assert edit is not None
    assert apply_edits(source, [edit]) == expected


def test_a_format_without_comments_offers_none(linters: Linters) -> None:
    source = '{"basics": {"name": "A"}, "work": [{"name": "B", "highlights": ["Built a cache for shops."]}]}'
    reviewed = linters.review_text(source, "a.json")
    assert find_suppressions(reviewed.document, 0, ["BL101"], reviewed.linter.settings).get("BL101") is None


def test_inside_a_yaml_block_it_stands_above(linters: Linters) -> None:
    """A "#" in a folded scalar is text."""
    source = "cv:\n  sections:\n    experience:\n      - company: B\n        highlights:\n          - >-\n            Built a cache\n            for shops.\n"
    reviewed = linters.review_text(source, "cv.yaml")
    edit = find_suppressions(reviewed.document, 0, ["BL101"], reviewed.linter.settings).get("BL101")
    assert edit is not None
    written = apply_edits(source, [edit])
    assert "          # bulletlint: ignore-next BL101 reason\n          - >-\n" in written
    after = linters.review_text(written, "cv.yaml")
    assert [bullet.text for bullet in after.document.bullets] == ["Built a cache for shops."]
    assert "BL101" not in [finding.code for finding in after.file.bullets[0].findings]


def test_a_document_is_read_again_once_for_all_rules_of_a_bullet(
    linters: Linters, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor asks at every step of the cursor."""
    reviewed = linters.review_text("- Built a cache for search.\n", "a.md")
    tried: list[str] = []

    checked = suppression.is_safe
    monkeypatch.setattr(suppression, "is_safe", lambda *given: tried.append(given[1].text) or checked(*given))
    found = find_suppressions(reviewed.document, 0, ["BL101", "BL201", "BL301"], reviewed.linter.settings)
    assert list(found) == ["BL101", "BL201", "BL301"]
    assert found["BL201"].text == " <!-- bulletlint: ignore BL201 reason -->"
    assert len(tried) == 1
    assert find_suppressions(reviewed.document, 0, [], reviewed.linter.settings) == {}
