"""YAML: every style of scalar at its place; RenderCV and Jekyll."""

from __future__ import annotations

import pytest

from bulletlint.core.errors import ReadError
from bulletlint.core.places import fold_stretches
from bulletlint.read.data.rendercv import read_rendercv


def read_texts(source: str) -> list[tuple[str, str | None, list[tuple[str, str]]]]:
    """Return kind, pointer and (text, source) of the stretches of each block."""
    return [
        (
            block.kind,
            block.pointer,
            [
                (stretch.text, source[stretch.start : stretch.end])
                for stretch in fold_stretches(block.stretches)
            ],
        )
        for block in read_rendercv(source).blocks
    ]


@pytest.mark.parametrize(
    ("scalar", "expected"),
    [
        ("Cut **costs** by", [("Cut ", "Cut "), ("costs", "costs"), (" by", " by")]),
        ("Cut costs\n   by", [("Cut costs", "Cut costs"), (" ", "\n   "), ("by", "by")]),
        ("'It''s it'", [("It", "It"), ("'", "''"), ("s it", "s it")]),
        ('"4\\x25 \\"a\\" \\\n    b"', [("4", "4"), ("%", "\\x25"), (" ", " "), ('"', '\\"'), ("a", "a"), ('"', '\\"'),
                                    (" ", " \\\n    "), ("b", "b")]),
        (">-\n   Cut costs\n   by", [("Cut costs", "Cut costs"), (" ", "\n   "), ("by", "by")]),
        ("|\n   Cut costs", [("Cut costs", "Cut costs")]),
        ("&anchor Cut costs", [("Cut costs", "Cut costs")]),
        ("Cut costs # why", [("Cut costs", "Cut costs")]),
    ],
)  # fmt: skip
def test_every_style_of_scalar_maps_back(scalar: str, expected: list[tuple[str, str]]) -> None:
    """Plain, quoted, folded and literal texts stand where they are written."""
    source = f"highlights:\n - {scalar}\n"
    assert read_texts(source) == [("item", "/highlights/0", expected)]


def test_rendercv_sections_hold_entries_and_bare_texts() -> None:
    """Entries are headed by their names and dates; texts and `bullet:` are items of their section."""
    source = "cv:\n sections:\n  projects:\n   - Built a thing\n   - bullet: Wrote one\n   - company: Acme\n     start_date: 2019\n     end_date: 2021\n"
    blocks = read_rendercv(source).blocks
    assert [(block.kind, block.text) for block in blocks] == [
        ("heading", "cv"),
        ("heading", "sections"),
        ("heading", "projects"),
        ("item", "Built a thing"),
        ("item", "Wrote one"),
        ("heading", "Acme, 2019 – 2021"),
    ]


def test_markdown_lists_in_a_text_are_items() -> None:
    """Jekyll's `details: |` holds a list in Markdown, whose items stand at their lines."""
    source = "experiences:\n  info:\n  - role: Dev\n    details: |\n      Intro.\n\n      - Built *one*\n      - Cut two\n"
    assert read_texts(source)[3:] == [
        ("paragraph", "/experiences/info/0/details", [("Intro.", "Intro.")]),
        ("item", "/experiences/info/0/details", [("Built ", "Built "), ("one", "one")]),
        ("item", "/experiences/info/0/details", [("Cut two", "Cut two")]),
    ]


def test_comments_are_collected() -> None:
    """Comments stand with their places; a "#" within a text is none."""
    source = "# one\nhighlights:\n - a C# thing # two\n - 'x # y'\n - | # three\n   # no\n"
    comments = read_rendercv(source).comments
    assert [(comment.text, source[comment.start : comment.end]) for comment in comments] == [
        ("one", "# one"),
        ("two", "# two"),
        ("three", "# three"),
    ]


def test_aliases_are_never_expanded() -> None:
    """Nine levels of nine aliases each are read at once, and give nothing."""
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 10))
    source = f"l0: &l0 [Built a thing]\n{levels}"
    assert [block.text for block in read_rendercv(source).blocks if block.text.startswith("Built")] == [
        "Built a thing"
    ]


@pytest.mark.parametrize(
    ("source", "lines"),
    # What the end of the file breaks is on its last line for PyYAML itself, and behind it for libyaml.
    [("a: [1", (1, 2)), ("a: b: c", (1,)), ("a:\n - b\n c", (3, 4)), ("[" * 100, (1,)), ("- " * 100, (1,)), ("a: \x01", (1,))],
)  # fmt: skip
def test_broken_yaml_is_refused_with_its_line(source: str, lines: tuple[int | None, ...]) -> None:
    """What is wrong is one line that names the place."""
    with pytest.raises(ReadError) as raised:
        read_rendercv(source)
    assert raised.value.line in lines
    assert "\n" not in raised.value.message


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("{ship: Fram, signed_on: 2016-05-01, signed_off: 2020-05-01}", ["Fram, 2016-05-01 – 2020-05-01"]),
        ("{ship: Fram, signed_on: 2016-05-01, signed_off: null}", ["Fram, 2016-05-01 – present", "null"]),
        ("{ship: Fram, span: {begin: 2016, finish: 2020}}", ["Fram, 2016 – 2020"]),
        ("{ship: Fram, between: [2016, now]}", ["Fram, 2016 – now"]),
        ("{ship: Fram, ports: [Oslo, 2016]}", ["Fram", "ports", "Oslo", "2016"]),
        ("{ship: Fram, size: {beam: 12, length: 90}}", ["Fram", "size", "12", "90"]),
        ("{text: Fired 40 kilns a year, weight: 3}", ["Fired 40 kilns a year", "3"]),
        ("{title: Kiln, text: Fired 40 of them a year}", ["Kiln", "Fired 40 of them a year"]),
    ],
)
def test_entries_by_the_shape_of_their_values(entry: str, expected: list[str]) -> None:
    """Two dates are a span under any keys, a statement with a figure is an item, one below a title is not."""
    assert [block.text for block in read_rendercv(f"berths:\n - {entry}\n").blocks[1:]] == expected


def test_sections_by_the_names_they_give_themselves() -> None:
    """A mapping of a list and a title is called so, if its key is no better; a text by itself has its own heading."""
    source = (
        "a1:\n name: Rescue\n items: [x]\nwork:\n title: Things\n info: [y]\nfooter: Made with love by us\n"
    )
    headings = [block.text for block in read_rendercv(source).blocks if block.kind == "heading"]
    assert headings == ["Rescue", "items", "work", "info", "footer"]
