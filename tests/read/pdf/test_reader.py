"""PDF: marks, wrapped lines, columns, places, and files that cannot or must not be read."""

from __future__ import annotations

import random
import time
import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest

from bulletlint.core.errors import ReadError
from bulletlint.core.places import find_place
from bulletlint.read import read_file
from bulletlint.read.pdf.reader import read_pdf

SAMPLES = Path(__file__).parents[3] / "samples"
NAMES = ("resume.pdf", "templates/one_column.pdf", "templates/two_columns.pdf")
#: What the codes of the font F4 stand for.
CODES = dict(zip(b"ABCDEFG", (0xFB01, 0xFB03, 0xF0B7, 0xF0A7, 0x25AA, 0x2023, 0xF0E0), strict=True))
Run = tuple[float, float, str] | tuple[float, float, str, str] | tuple[float, float, str, str, float]


def pack(objects: Sequence[bytes]) -> bytes:
    """Return a PDF file of numbered objects; the first is the catalog."""
    written = b"%PDF-1.7\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(written))
        written += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
    return (
        written + head + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(written))
    )


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< %b /Length %d >> stream\n%b\nendstream" % (entries, len(content), content)


def make(*pages: Sequence[Run], producer: bytes = b"a word processor") -> bytes:
    """Return a PDF file: runs of (x, y from the top, text, font F1 to F4, size) on pages of 600 by 800 points."""
    kind = b"<< /Type /Font /Subtype /Type1 /BaseFont /%b %b >>"
    lines = b"".join(b"<%02X> <%04X>\n" % pair for pair in CODES.items())
    mapping = b"1 begincodespacerange <00> <FF> endcodespacerange %d beginbfchar %b endbfchar" % (
        len(CODES),
        lines,
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%b] /Count %d >>"
        % (b" ".join(b"%d 0 R" % (8 + 2 * number) for number in range(len(pages))), len(pages)),
        kind % (b"Helvetica", b"/Encoding /WinAnsiEncoding"),
        kind % (b"Helvetica-Bold", b"/Encoding /WinAnsiEncoding"),
        kind % (b"Symbol", b""),
        kind % (b"Helvetica", b"/ToUnicode 7 0 R"),
        stream(mapping),
    ]
    resources = b"<< /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R /F4 6 0 R >> >>"
    for number, runs in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources %b /Contents %d 0 R >>"
            % (resources, 9 + 2 * number)
        )
        objects.append(stream(b"\n".join(write_run(*run) for run in runs)))
    objects.append(b"<< /Producer (%b) >>" % producer)
    return pack(objects).replace(b"/Root", b"/Info %d 0 R /Root" % len(objects))


def write_run(x: float, y: float, text: str, font: str = "F1", size: float = 10) -> bytes:
    escaped = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /%b %g Tf %g %g Td (%b) Tj ET" % (font.encode(), size, x, 800 - y, escaped)


def list_blocks(*pages: Sequence[Run], producer: bytes = b"a word processor") -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_pdf(make(*pages, producer=producer)).blocks]


def fail(content: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_pdf(content)
    assert "\n" not in str(caught.value)
    return str(caught.value)


# The samples


@pytest.mark.parametrize("name", NAMES)
def test_samples_have_the_bullets_of_the_markdown_sample(name: str) -> None:
    """The same resume as PDF gives the same bullets, in one column and in two."""
    (expected,) = read_file(SAMPLES / "resume.md")
    (actual,) = read_file(SAMPLES / name)
    assert [(bullet.text, bullet.ended) for bullet in actual.bullets] == [
        (bullet.text, bullet.ended) for bullet in expected.bullets
    ]


def test_places_are_pages_and_boxes() -> None:
    """A phrase has the page and the box of its words, also on the second page and over two lines."""
    (document,) = read_file(SAMPLES / "resume.pdf")
    places = []
    for number, phrase in ((0, "Cut quote"), (0, "fine-tuned"), (11, "recorded answers")):
        bullet = document.bullets[number]
        start = bullet.text.index(phrase)
        place = find_place(bullet, (0,), start, start + len(phrase))
        assert place.box is not None
        places.append((place.page, [round(edge) for edge in place.box], place.line))
    assert places == [
        (1, [90, 250, 142, 264], None),
        (1, [90, 250, 516, 280], None),
        (2, [132, 71, 227, 85], None),
    ]


# Marks


@pytest.mark.parametrize(
    "runs",
    [
        [(50, 100, "• Cut cost")],
        [(50, 100, "•"), (62, 100, "Cut cost")],
        [(50, 100, "·", "F3"), (62, 100, "Cut cost")],
        [(50, 100, "C", "F4"), (62, 100, "Cut cost")],
        [(50, 100, "D", "F4"), (62, 100, "Cut cost")],
        [(50, 100, "E", "F4"), (62, 100, "Cut cost")],
        [(50, 100, "F", "F4"), (53, 100, "Cut cost")],
        [(50, 100, "(cid:127) Cut cost")],
        [(50, 100, "(cid:127)Cut cost")],
        [(50, 100, "- Cut cost")],
        [(50, 100, "– Cut cost")],
        [(50, 100, "* Cut cost")],
        [(50, 100, "o"), (62, 100, "Cut cost")],
        [(50, 100, "> Cut cost")],
    ],
)
def test_marks_begin_bullets(runs: list[Run]) -> None:
    """A typed mark or a glyph of a symbol font begins a bullet, in the run of its text or in one of its own."""
    assert list_blocks(runs) == [("item", "Cut cost")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\u2013 2021 in Oslo", [("paragraph", "\u2013 2021 in Oslo")]),
        ("o such a day", [("paragraph", "o such a day")]),
        ("-40 % of it", [("paragraph", "-40 % of it")]),
        ("1. Cut cost", [("paragraph", "1. Cut cost")]),
    ],
)
def test_what_is_no_mark(text: str, expected: list[tuple[str, str]]) -> None:
    """Dashes before years, words and lone numbers begin no bullet."""
    assert list_blocks([(50, 100, text)]) == expected


def test_a_separator_at_a_line_start_is_no_mark() -> None:
    """The sign between two entries of a wrapped line stays a separator."""
    texts = [
        text
        for kind, text in list_blocks([(50, 100, "Oslo · Norway"), (50, 112, "· Sweden")])
        if kind == "item"
    ]
    assert texts == []


def test_numbered_list() -> None:
    """Numbers that count on below each other are marks."""
    runs = [(50, 100, "1. Cut cost"), (50, 112, "2. Led it"), (50, 124, "and more")]
    assert list_blocks(runs) == [("item", "Cut cost"), ("item", "Led it and more")]


def test_levels_follow_the_indent() -> None:
    """A mark further right is one level deeper."""
    runs = [(50, 100, "- Cut cost"), (64, 112, "- Led it"), (50, 124, "- Ran it")]
    assert [block.level for block in read_pdf(make(runs)).blocks] == [1, 2, 1]


def test_icons_are_not_text() -> None:
    """A glyph of an icon font is neither a mark nor a letter."""
    assert list_blocks([(50, 100, "G", "F4"), (70, 100, "mara@example.com")]) == [
        ("paragraph", "mara@example.com")
    ]


# Lines


def test_wrapped_lines_are_joined() -> None:
    """A line carries on the bullet above it where it hangs below its text, and ends before the next job."""
    long = "Cut the cost of each quote by drafting replies with a small model that runs"
    runs = [
        (50, 100, "-"), (60, 100, long), (60, 112, "on one machine."),
        (50, 130, "Acme, 2019", "F2"), (50, 142, "-"), (60, 142, "Led it."),
    ]  # fmt: skip
    assert list_blocks(runs) == [
        ("item", f"{long} on one machine."),
        ("paragraph", "Acme, 2019"),
        ("item", "Led it."),
    ]


def test_a_bullet_goes_on_over_the_page() -> None:
    """The first line of a page carries on the last bullet of the page before, past headers and page numbers."""
    long = "Cut the cost of each quote by drafting replies with a small model that runs"
    header, footer = (50, 20, "Mara Lindqvist"), (300, 790, "Page {} of 2")
    first = [header, (50, 700, "-"), (60, 700, long), (300, 790, footer[2].format(1))]
    second = [header, (60, 60, "on one machine."), (50, 74, "- Led it."), (300, 790, footer[2].format(2))]
    assert list_blocks(first, second) == [("item", f"{long} on one machine."), ("item", "Led it.")]


@pytest.mark.parametrize(
    ("head", "tail", "producer", "expected"),
    [
        ("confi-", "dence in it", b"pdfTeX", "confidence in it"),
        ("confi-", "dence in it", b"Word", "confidence in it"),
        ("mor-", "ning of it", b"Word", "morning of it"),
        ("tide-", "gauge in it", b"Word", "tide-gauge in it"),
        ("snow-", "making in it", b"Word", "snow-making in it"),
        ("low-", "confidence in it", b"pdfTeX", "low-confidence in it"),
        ("e-", "mail to it", b"pdfTeX", "e-mail to it"),
        ("GPT-", "4 for it", b"pdfTeX", "GPT-4 for it"),
        ("launch-", "ing of it, launching", b"Word", "launching of it, launching"),
    ],
)
def test_hyphens_at_line_ends(head: str, tail: str, producer: bytes, expected: str) -> None:
    """A hyphen goes where a program that breaks words put it, where the file has the whole word elsewhere, and before
    the end of a word that is none by itself."""
    runs = [
        (50, 100, "- A line of some length that ends in half of a word, as they do, " + head),
        (56, 112, tail),
    ]
    ((_, text),) = list_blocks(runs, producer=producer)
    assert text.endswith(expected)


def test_ligatures_are_letters() -> None:
    """A glyph for two or three letters is read as these."""
    runs = [
        (50, 100, "- e"),
        (61.7, 100, "B", "F4"),
        (68.4, 100, "cient "),
        (96, 100, "A", "F4"),
        (102.7, 100, "gure"),
    ]
    assert list_blocks(runs) == [("item", "efficient figure")]


def test_a_narrow_space_parts_words() -> None:
    """A space that the file sets counts however narrow it is, and a gap without one if it is wide enough."""
    runs = [(50, 100, "of "), (59, 100, "them"), (84, 100, "all")]
    assert list_blocks(runs) == [("paragraph", "of them all")]


def test_headings_by_their_looks() -> None:
    """Larger lines, and bold ones in capitals, are headings, the larger above."""
    runs = [
        (50, 60, "Mara Lindqvist", "F2", 20), (50, 90, "WORK", "F2"), (50, 104, "A line of plain text that is long enough."),
        (50, 120, "Some Job", "F2"), (50, 134, "- Led it."),
    ]  # fmt: skip
    assert [(block.kind, block.level) for block in read_pdf(make(runs)).blocks] == [
        ("heading", 1), ("heading", 2), ("paragraph", 1), ("paragraph", 1), ("item", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("turn", "matrix"),
    [
        (0, b"1 0 0 1 50 700"),
        (90, b"0 1 -1 0 100 50"),
        (180, b"-1 0 0 -1 550 100"),
        (270, b"0 -1 1 0 500 750"),
    ],
)
def test_turned_pages_are_read_upright(turn: int, matrix: bytes) -> None:
    """A page that lies on its side is read, and its boxes count from the top left of what is seen."""
    content = make([(50, 100, "Led it")])
    content = content.replace(b"/MediaBox", b"/Rotate %d /MediaBox" % turn).replace(
        b"50 700 Td", matrix + b" Tm"
    )
    ((block),) = read_pdf(content).blocks
    assert block.stretches[0].box is not None
    assert block.stretches[0].box == pytest.approx((50, 90.5, 67, 102.2), abs=0.3)


# Columns


def test_two_columns_are_kept_apart() -> None:
    """Lines side by side belong to their columns although the file sets them across the page."""
    runs: list[Run] = [
        (50, 40, "A title that runs across the whole of the page and both of its columns, on one line")
    ]
    for number in range(6):
        runs.append((50, 100 + 14 * number, f"- left side number {number}"))
        runs.append((300, 103 + 14 * number, f"- right side number {number}"))
    assert [text for kind, text in list_blocks(runs) if kind == "item"] == [
        *(f"left side number {number}" for number in range(6)),
        *(f"right side number {number}" for number in range(6)),
    ]


@pytest.mark.parametrize(("x", "y"), [(500, 0), (50, 0)])
def test_dates_beside_the_text_are_no_column(x: float, y: float) -> None:
    """Dates at the right or left edge stay on the line of their job."""
    runs: list[Run] = []
    for number in range(5):
        top = 100 + 60 * number
        runs += [(120, top, f"Job number {number}"), (x, top + y, f"201{number}"), (120, top + 14, "- Led it."), (120, top + 28, "- Ran it.")]  # fmt: skip
    texts = [text for kind, text in list_blocks(runs) if kind == "paragraph"]
    assert [sorted(text.split()) for text in texts] == [
        sorted(["Job", "number", str(number), f"201{number}"]) for number in range(5)
    ]


def list_items(*pages: Sequence[Run]) -> list[str]:
    return [text for kind, text in list_blocks(*pages) if kind == "item"]


def test_a_date_beside_a_bullet_is_told_before_it() -> None:
    """And is no part of its sentence, whichever of its lines it stands beside."""
    runs: list[Run] = [
        (50, 80, "- Halved refund time for 4,000 hauliers with a portal of which the"), (480, 80, "Sept 2019 - May 2023"),
        (58, 92, "claims team keeps the rules."), (50, 108, "- Led it."),
    ]  # fmt: skip
    assert list_blocks(runs) == [
        ("paragraph", "Sept 2019 - May 2023"),
        (
            "item",
            "Halved refund time for 4,000 hauliers with a portal of which the claims team keeps the rules.",
        ),
        ("item", "Led it."),
    ]


def test_signs_that_nobody_knows_are_marks_where_they_are_repeated() -> None:
    """At the same place; once, such a sign is part of its line."""
    runs: list[Run] = [(50, 80 + 14 * number, f"¶ Led team {number}") for number in range(3)]
    assert list_items([*runs, (50, 140, "§ Ran it all")]) == ["Led team 0", "Led team 1", "Led team 2"]


def test_a_line_that_hangs_below_the_text_goes_on() -> None:
    """Although it begins with a capital and the line above is short, unless that ended a sentence."""
    runs: list[Run] = [
        (50, 80, "- Moved the desk of"), (58, 92, "Antwerp to Delft"), (50, 106, "- Led it."), (58, 118, "Oslo branch"),
        (50, 140, "A long line of text that is as wide as the text of this page ever is, or nearly so"),
    ]  # fmt: skip
    assert list_items(runs) == ["Moved the desk of Antwerp to Delft", "Led it."]


def test_a_header_with_the_name_is_left_out_on_later_pages() -> None:
    """Although the first page has the name in a line of another kind."""
    first: list[Run] = [(50, 40, "Jon Reed", "F2", 18.0), (50, 100, "- Led it.")]
    second: list[Run] = [(50, 40, "Jon Reed | jon@example.org"), (50, 100, "- Ran it.")]
    assert [text for _, text in list_blocks(first, second)] == ["Jon Reed", "Led it.", "Ran it."]


def draw(content: bytes, *runs: Run) -> bytes:
    """Return a file of one page with something drawn before its runs."""
    written = make(runs)
    head = b"BT /F1"
    return written.replace(head, content + b"\n" + head, 1)


def test_dots_that_are_drawn_are_marks() -> None:
    """A square of 3 points before a line; a larger one, and one far from any line, is none."""
    shapes = b"51 703 3 3 re f 51 683 30 3 re f 400 663 3 3 re f"
    runs: list[Run] = [(60, 98, "Led it."), (60, 118, "Ran it."), (60, 138, "Sold it.")]
    blocks = read_pdf(draw(shapes, *runs)).blocks
    assert [(block.kind, block.text) for block in blocks if block.kind == "item"] == [("item", "Led it.")]


def test_unseen_text_is_left_out_with_a_note() -> None:
    """Invisible or off the page; where all is invisible it is the text layer of a scan."""
    runs: list[Run] = [(60, 98, "Led the claims team."), (60, 118, "Ran it."), (700, 118, "Off")]
    hidden = make(runs).replace(b"(Ran it.) Tj", b"3 Tr (Ran it.) Tj 0 Tr")
    draft = read_pdf(hidden)
    assert [block.text for block in draft.blocks] == ["Led the claims team."]
    assert draft.notes == ("9 characters that are invisible or off the page are left out",)
    scan = make(runs[:2]).replace(b" Tj", b" Tj").replace(b"BT", b"BT 3 Tr")
    assert [block.text for block in read_pdf(scan).blocks] == ["Led the claims team.", "Ran it."]


def test_a_row_of_cells_is_a_row() -> None:
    """Three texts with wide gaps between them."""
    runs: list[Run] = [(50, 80, "French"), (150, 80, "C1 Proficient"), (300, 80, "B2 Independent")]
    assert list_blocks(runs) == [("row", "French C1 Proficient B2 Independent")]


# Files that cannot be read

PASSWORD = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >>"


def test_password() -> None:
    """A protected file says what to do."""
    content = make([(50, 100, "Led it")]).replace(
        b"/Root", b"/ID [<41> <41>] /Encrypt " + PASSWORD + b" /Root"
    )
    assert fail(content) == "is password-protected; save it without a password"


def test_no_text_layer() -> None:
    """A file of pictures only says so."""
    message = "has no text layer, only pictures; export it again as text, or use the original file"
    assert fail(make([])) == message


def test_a_page_without_text_is_noted() -> None:
    """Where only some pages have text the others are named."""
    assert read_pdf(make([(50, 100, "Led it")], [])).notes == ("page 2 has no text layer",)


def test_not_a_pdf_file() -> None:
    """Rubbish and a file cut off at its head are told as damaged."""
    assert fail(b"%PDF-1.4\nnothing") == "is damaged or not a PDF file; export it again"
    assert fail(b"") == "is damaged or not a PDF file; export it again"


@pytest.mark.parametrize("unit", [b"q ", b"0 ", b"  "])
def test_streams_that_unpack_to_too_much(unit: bytes) -> None:
    """A hundred kilobytes that unpack to a hundred megabytes are refused before PDFium sees them."""
    packed = zlib.compress(unit * 10_000_000)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>"
    content = pack(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            page,
            stream(packed, b"/Filter /FlateDecode"),
        ]
    )
    assert fail(content) == "unpacks to too much for a resume; export it again"


@pytest.mark.parametrize(
    ("sides", "message"),
    [
        (
            b"/Width 4000 /Height 4000",
            "has no text layer, only pictures; export it again as text, or use the original file",
        ),
        (b"/Width 40 /Height 40", "unpacks to too much for a resume; export it again"),
        (
            b"/Width 99999 /Height 99999",
            "has no text layer, only pictures; export it again as text, or use the original file",
        ),
    ],
)
def test_a_large_scan_has_no_text(sides: bytes, message: str) -> None:
    """A picture as large as its sides say is told from one that is made to do harm."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>"
    content = pack(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            page,
            stream(zlib.compress(bytes(48_000_000)), b"/Subtype /Image " + sides + b" /Filter /FlateDecode"),
        ]
    )
    assert fail(content) == message


@pytest.mark.parametrize("heading", ["SIDE PROJECTS", "Side Projects"])
def test_a_heading_ends_with_its_line(heading: str) -> None:
    """The small name of an entry below it is no part of it, though it is set the same and begins in lower case."""
    runs: list[Run] = [
        (50, 100, "EXPERIENCE", "F2", 11),
        (50, 115, "Built a mill that 400 bakers use each week", "F1", 11),
        (50, 150, heading, "F2", 11),
        (50, 163, "tidewatch", "F2", 11),
    ]
    assert [block.text for block in read_pdf(make(runs)).blocks][-2:] == [heading, "tidewatch"]


def test_more_text_than_a_resume_holds() -> None:
    """A book is read as far as its text is that of many resumes, and this is said."""
    page: list[Run] = [(10, 10 + 6 * number, "word " * 60, "F1", 1) for number in range(120)]
    draft = read_pdf(make(*([page] * 5)))
    assert draft.notes == ("has more text than a resume; read as far as page 4",)


def test_thousands_of_scraps_take_bounded_time() -> None:
    """Ten thousand scraps of text all over a page are read in seconds."""
    dice = random.Random(7)
    runs: list[Run] = [(dice.uniform(0, 590), dice.uniform(5, 795), "ab", "F1", 2) for _ in range(10_000)]
    start = time.process_time()
    read_pdf(make(runs))
    assert time.process_time() - start < 10


def test_damaged_files_never_crash() -> None:
    """Files cut off or with bytes changed are read or refused with one line."""
    dice = random.Random(7)
    for name in NAMES:
        content = (SAMPLES / name).read_bytes()
        for number in range(30):
            changed = bytearray(content)
            if number % 3 == 0:
                del changed[dice.randrange(len(changed)) :]
            for _ in range(dice.randrange(1, 20)):
                if changed:
                    changed[dice.randrange(len(changed))] = dice.randrange(256)
            try:
                read_pdf(bytes(changed))
            except ReadError as error:
                assert "\n" not in str(error)  # noqa: PT017
