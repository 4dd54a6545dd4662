"""The words of rules/reading/sections.yaml."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletlint.core.errors import RuleError
from bulletlint.core.settings import Settings
from bulletlint.lint.linter import Linter
from bulletlint.read.bullets.section_words import Section, load_section_words


def test_no_heading_names_two_sections() -> None:
    """Each phrase stands in one section only, so that the order of the file decides nothing."""
    known = load_section_words()
    phrases = [phrase for section in known.sections for phrase in section.headings]
    assert sorted({phrase for phrase in phrases if phrases.count(phrase) > 1}) == []


def test_phrases_are_written_as_they_are_looked_up() -> None:
    """Headings are in lower case without "&", hyphen or slash, or they would never be found."""
    known = load_section_words()
    phrases = {phrase for section in known.sections for phrase in section.headings | section.words}
    assert {phrase for phrase in phrases if phrase != phrase.lower() or set("&-/.:") & set(phrase)} == set()


def test_no_word_is_both_a_verb_and_none() -> None:
    """A word that cannot open a statement is in no list of verbs."""
    known = load_section_words()
    assert known.not_verbs & (known.irregular_verbs | known.base_verbs) == frozenset()


def write_sections(folder: Path, text: str) -> Path:
    """Write section words into a rules folder of one's own and return the folder."""
    (folder / "reading").mkdir(parents=True, exist_ok=True)
    (folder / "reading" / "sections.yaml").write_text(text, encoding="utf-8")
    return folder


def test_own_words_join_the_shipped_ones(tmp_path: Path) -> None:
    """Own sections are tried first; own phrases are added to a list."""
    text = (
        "sections:\n  rotations: {holds: bullets, headings: 'clinical rotations, wards'}\n"
        "words:\n  schools: night school\n"
    )
    known = load_section_words((write_sections(tmp_path, text),))
    shipped = load_section_words()
    assert known.sections == (
        Section("rotations", "bullets", frozenset({"clinical rotations", "wards"}), frozenset()),
        *shipped.sections,
    )
    assert known.schools == shipped.schools | {"night school"}
    assert known.base_verbs == shipped.base_verbs


def test_own_words_count_in_a_run(tmp_path: Path) -> None:
    """A rules folder of the settings is asked when files are read."""
    folder = write_sections(tmp_path / "own", "sections:\n  toys: {holds: nothing, headings: toy box}\n")
    resume = tmp_path / "resume.md"
    resume.write_text(
        "# Toy box\n\n- Redesigned the train set for a children's ward with 40 beds.\n", encoding="utf-8"
    )
    found = [
        len(Linter(settings).lint_paths([resume]).files[0].bullets)
        for settings in (Settings(), Settings(rule_folders=(folder,)))
    ]
    assert found == [1, 0]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("sektions: {}\n", 1, "unknown key `sektions` in sections.yaml; did you mean `sections`?"),
        ("sections:\n  a: {holds: all, headings: b}\n", 2, "holds cannot be `all`; write one of"),
        ("sections:\n  a: {headings: b}\n", 2, "missing key `holds` in section a; add it"),
        ("words: {schols: a}\n", 1, "unknown key `schols` in words; did you mean `schools`?"),
        ("blurb: '('\n", 1, "blurb: invalid regular expression"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(text: str, line: int, message: str, tmp_path: Path) -> None:
    """Nothing is passed over."""
    folder = write_sections(tmp_path, text)
    with pytest.raises(RuleError) as caught:
        load_section_words((folder,))
    assert str(caught.value).startswith(f"{folder / 'reading' / 'sections.yaml'}:{line}: {message}")
