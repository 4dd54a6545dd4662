"""JSON: pointers, escapes and places; the shapes of JSON Resume and its relatives."""

from __future__ import annotations

import pytest

from bulletlint.core.errors import ReadError
from bulletlint.core.places import fold_stretches
from bulletlint.read.data.json_resume import read_json_resume


def read_blocks(source: str) -> list[tuple[str, int, bool, str | None, str]]:
    """Return kind, level, whether declared, pointer and text of each block."""
    return [
        (block.kind, block.level, block.declared, block.pointer, block.text)
        for block in read_json_resume(source).blocks
    ]


def test_json_resume_becomes_headings_and_items() -> None:
    """Keys and entries are headings with dates, highlights declared items, a summary a paragraph, keywords rows."""
    source = """{"basics": {"name": "A", "summary": "Engineer."},
      "workExperience": [{"name": "Acme", "position": "Engineer", "startDate": "2019-01",
        "summary": "Led it.", "highlights": ["Cut costs"]}],
      "skills": [{"name": "Web", "keywords": ["CSS"]}], "meta": {"theme": ["x"]}}"""
    assert read_blocks(source) == [
        ("heading", 1, False, "/basics", "basics"),
        ("row", 1, False, "/basics/name", "A"),
        ("paragraph", 1, False, "/basics/summary", "Engineer."),
        ("heading", 1, False, "/workExperience", "work Experience"),
        ("heading", 2, False, "/workExperience/0", "Engineer, Acme, 2019-01 – present"),
        ("paragraph", 1, False, "/workExperience/0/summary", "Led it."),
        ("item", 1, True, "/workExperience/0/highlights/0", "Cut costs"),
        ("heading", 1, False, "/skills", "skills"),
        ("heading", 2, False, "/skills/0", "Web"),
        ("row", 1, False, "/skills/0/keywords/0", "CSS"),
    ]


def test_escapes_are_one_place_each() -> None:
    """An escaped character takes its whole escape, a pair of surrogates both."""
    source = r'{"bullets": ["4\u0025 \ud83d\ude00 \"a\/b\" R&D"]}'
    (block,) = read_json_resume(source).blocks
    assert [
        (stretch.text, source[stretch.start : stretch.end]) for stretch in fold_stretches(block.stretches)
    ] == [
        ("4", "4"),
        ("%", r"\u0025"),
        (" ", " "),
        ("😀", r"\ud83d\ude00"),
        (" ", " "),
        ('"', r"\""),
        ("a", "a"),
        ("/", r"\/"),
        ("b", "b"),
        ('"', r"\""),
        (" R&D", " R&D"),
    ]


def test_markdown_and_typed_marks_in_texts_are_masked() -> None:
    """Bold, links and a typed mark are no text; plain underscores are."""
    blocks = read_blocks('{"highlights": ["- **Cut** [x](http://y.z) by 4%", "kept snake_case_name"]}')
    assert [text for *_, text in blocks] == ["Cut x by 4%", "kept snake_case_name"]


def test_pointers_escape_their_separators() -> None:
    """A key with a slash or a tilde is written as RFC 6901 says."""
    assert read_blocks('{"a/b~c": ["Built the thing"]}')[1][3] == "/a~1b~0c/0"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ('{"a": 1', 'invalid JSON (column 8 has the end of the file, expected "," or the end); fix the line'),
        ('{\n "a" 1}', "invalid JSON (column 6 has '1', expected \":\"); fix the line"),
        ("[1 2]", "invalid JSON (column 4 has '2', expected \",\" or the end); fix the line"),
        (
            '{"a": "x\ny"}',
            "invalid JSON (column 7 has a text without its closing quote, expected a value); fix the line",
        ),
        ("[" * 100, "is nested too deeply for a resume"),
        ("{} {}", "invalid JSON (column 4 has '{', expected the end); fix the line"),
    ],
)
def test_broken_json_is_refused_with_its_line(source: str, message: str) -> None:
    """What is wrong stands in one line."""
    with pytest.raises(ReadError) as raised:
        read_json_resume(source)
    assert raised.value.message == message
    assert raised.value.line in (1, 2)
