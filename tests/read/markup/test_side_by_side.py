"""Text that an HTML page sets side by side by its style."""

from __future__ import annotations

import time

import pytest

from bulletlint.read import read_bytes
from bulletlint.read.markup.side_by_side import stands_side_by_side

WORK = "<div class=work><h2>Work</h2><ul><li>Cut the queue by half with a second till</li><li>Led it</li></ul></div>"
SIDE = "<div class=side><h2>Tools</h2><p>Go, SQL and four more that I know rather well</p></div>"
PAGE = "<html><head><style>{}</style></head><body><div class='page' id=all>{}</div></body></html>"


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("", False),
        (".page { display: flex }", True),
        (".page { display: flex; flex-direction: column }", False),
        ("#all{display:inline-flex}", True),
        ("body div.page{display:grid;grid-template-columns:1fr 3fr}", True),
        (".page{display:grid;grid-template-columns:repeat(2, minmax(0, 1fr))}", True),
        (".page{display:grid;grid-template-columns:minmax(10px, 1fr)}", False),
        (".page{display:grid;grid-template:auto / 12em 1fr}", True),
        (".page{grid-template-areas:'side work'}", True),
        (".page{grid-template-areas:'work work'}", False),
        (".page{columns:2 auto}", True),
        (".page{column-count:3}", True),
        (".page{columns:1}", False),
        (".side{float:left;width:30%}", True),
        (".side{position:absolute;left:0}", True),
        ("@media screen{/* two */.page{display:flex}}", True),
        (".page::before{display:flex}", False),
        (".other{display:flex}", False),
        (".page.wide{display:flex}", False),
    ],
)
def test_two_parts_of_a_page_side_by_side(style: str, expected: bool) -> None:
    """Flex rows, grids with several tracks, columns, floats and absolute places of what holds headings or lists."""
    assert stands_side_by_side(PAGE.format(style, WORK + SIDE)) is expected


def test_a_style_of_its_own() -> None:
    """An element says itself how it is set."""
    page = f"<body><main style='display: grid; grid-template-columns: 1fr 2fr'>{WORK}{SIDE}</main>"
    assert stands_side_by_side(page)
    assert stands_side_by_side(f"<body><aside style=float:left>{SIDE}</aside><main>{WORK}</main>")


@pytest.mark.parametrize(
    "body",
    [
        "<div class=page><h3>Clerk</h3><span>2019</span></div>" + WORK,
        "<div class=page><div><h3>Clerk at Acme</h3></div><div><h4>2019, Oslo</h4></div></div>" + WORK,
        "<header class=page><h1>Jo Doe</h1><ul><li>jo@example.org, Oslo, +47 555 01 01</li></ul></header>"
        + WORK,
    ],
)
def test_a_title_and_its_dates_are_no_columns(body: str) -> None:
    """A row of a name and an address, or of a job and its years, is read in its order by anything."""
    assert not stands_side_by_side(f"<style>.page{{display:flex}}</style><body>{body}")


def test_columns_are_told_of_the_document() -> None:
    """It is a trait of the file, for the rule about columns."""
    page = PAGE.format(".page{display:flex}", "<p>jo@example.org</p>" + WORK + SIDE)
    (document,) = read_bytes(f"<!doctype html>{page}".encode(), name="cv.html")
    assert document.traits == ("columns",)


@pytest.mark.parametrize(
    "piece",
    [
        "<style>",
        "<!--",
        "<script ",
        "<div class=page>",
        "<p",
        "</div>",
        "<style>a{</style>",
        "<style>.a{columns:",
        "/*",
        "{",
    ],
)
def test_broken_pages_take_no_time(piece: str) -> None:
    """What is never closed is looked at once."""
    started = time.process_time()
    stands_side_by_side("<style>.page{display:flex}" + piece * 60_000)
    assert time.process_time() - started < 2
