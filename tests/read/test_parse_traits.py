"""What a recruiter's parser would trip over."""

from __future__ import annotations

import pytest

from bulletlint.read import read_bytes
from bulletlint.read.parse_traits import find_docx_traits, find_html_traits

BULLETS = "<li>Cut tickets by 22 % with better texts.</li><li>Moved 14 services to weekly releases.</li>"
PAGE = "<!doctype html><html><body><p>{}</p>{}</body></html>"


def read_traits(body: str, *, contact: str = "jon@example.org", name: str = "resume.html") -> tuple[str, ...]:
    (document,) = read_bytes(PAGE.format(contact, body).encode("utf-8"), name=name)
    return document.traits


def test_a_plain_page_has_no_traits() -> None:
    """Usual headings, an address, one column."""
    assert read_traits(f"<h2>Experience</h2><ul>{BULLETS}</ul>") == ()


def test_traits_of_the_text() -> None:
    """Unknown headings, no address, signs of an icon font; a page without bullets is none to be judged."""
    assert read_traits(f"<h2>Battles won</h2><ul>{BULLETS}</ul>", contact="\ue0be Oslo") == (
        "contact",
        "glyphs",
        "headings",
    )
    assert read_traits("<p>Trams.</p>", contact="\ue0be Oslo") == ()


def test_only_files_that_people_send_are_judged() -> None:
    """A Markdown file is printed in some other way."""
    (document,) = read_bytes(b"# Battles won\n- Cut cost by half.\n- Led a team of four.\n", name="resume.md")
    assert document.traits == ()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<table><tr><td><h2>a</h2></td><td><ul></ul></td></tr></table>", ["columns"]),
        ("<table><tr><td><h2>a</h2></td></tr><tr><td><ul></ul></td></tr></table>", []),
        ('<img src="x" width="600">', ["pictures", "empty-page"]),
        ('<img src="x" width="16">', []),
        ('<img src="x" alt="Sales doubled">', ["empty-page"]),
    ],
)
def test_traits_of_html(source: str, expected: list[str]) -> None:
    """Cells beside each other that hold headings or lists; pictures without words."""
    assert list(find_html_traits(source, ())) == expected


def test_columns_of_docx() -> None:
    """Two cells beside each other that hold lists, and a box of several lines; a job beside its years is none."""
    line = b"<w:p><w:r><w:t>Go</w:t></w:r></w:p>"
    item = b"<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Led it</w:t></w:r></w:p>"
    cell = b"<w:tc>" + line + item + b"</w:tc>"
    row = b"<w:tr>%b</w:tr>"
    assert list(find_docx_traits(row % (cell + cell))) == ["columns"]
    assert list(find_docx_traits(row % (cell + b"<w:tc>" + line + b"</w:tc>"))) == []
    assert list(find_docx_traits(row % cell + row % cell)) == []
    box = b"<w:txbxContent>%b</w:txbxContent>"
    assert list(find_docx_traits(box % (line * 3))) == ["columns"]
    assert list(find_docx_traits(box % line + box % line + line * 3)) == []


def test_traits_of_docx() -> None:
    """Columns and pictures; a part that shows neither has none."""
    shown = b'<w:sectPr><w:cols w:num="2"/></w:sectPr><pic:blipFill/>'
    assert list(find_docx_traits(shown)) == ["columns", "pictures"]
    assert list(find_docx_traits(b"no package")) == []
