"""Typst: text told from code, lists in every way of giving them, and inline mark-up."""

from __future__ import annotations

from bulletlint.core.places import fold_stretches
from bulletlint.read.typst.reader import read_typst


def read_blocks(source: str, definitions: str = "") -> list[tuple[str, int, str]]:
    """Return kind, level and text of each block but labels, white space folded."""
    return [
        (block.kind, block.level, "".join(stretch.text for stretch in fold_stretches(block.stretches)))
        for block in read_typst(source, definitions=definitions).blocks
        if block.kind != "row"
    ]


def test_titles_and_places_are_told_of() -> None:
    """Short texts given to a function are rows; fonts, paths, addresses and what Typst itself takes are no text."""
    source = (
        '#show: cv.with(author: "Jo Doe", font: "Inter", accent-color: "#333", photo: "me.png")\n'
        '#job("Sailmaker", at: "North Loft", [#text(weight: "bold")[Led it]], link("https://example.org"))\n'
        '#let town = "Oslo"\n#place(dx: "2pt")\n'
    )
    rows = [block for block in read_typst(source).blocks if block.kind == "row"]
    assert [block.text for block in rows] == ["Jo Doe", "Sailmaker", "North Loft"]
    assert all(source[block.stretches[0].start : block.stretches[0].end] == block.text for block in rows)


def test_headings_and_lists() -> None:
    """Equals signs make headings, marks items, indentation depth; a wrapped line carries on."""
    source = "= Work <work>\n== Acme #h(1fr) 2019\n- One\n  goes on\n  + Two\n- Three\n\nText\n"
    assert read_blocks(source) == [
        ("heading", 1, "Work"),
        ("heading", 2, "Acme 2019"),
        ("item", 1, "One goes on"),
        ("item", 2, "Two"),
        ("item", 1, "Three"),
        ("paragraph", 1, "Text"),
    ]


def test_inline_mark_up_is_masked() -> None:
    """Markers, inline functions, escapes and raw text leave what a reader sees, at its place."""
    source = r'- *Cut* _R&D_ by 4\% with #strong[one #link("http://x.y")[link]] and `code`~\u{41} snake_case -- \#1'
    (block,) = read_typst(source).blocks
    pairs = [
        (stretch.text, source[stretch.start : stretch.end]) for stretch in fold_stretches(block.stretches)
    ]
    assert "".join(text for text, _ in pairs) == "Cut R&D by 4% with one link and code A snake_case – #1"
    assert [pair for pair in pairs if pair[0] != pair[1]] == [
        ("%", r"\%"),
        (" ", "~"),
        ("A", r"\u{41}"),
        ("–", "--"),
        ("#", r"\#"),
    ]


def test_code_is_no_text() -> None:
    """Statements, arguments and code blocks are passed over, whatever brackets they hold."""
    source = (
        '#import "@preview/x:0.1.0": *\n#set page(margin: (x: 1cm))\n#let job(a) = {\n  [- no]\n}\n#let b = [\n- no\n]\n'
        "#show: resume.with(\n  name: [no],\n)\n#{ let x = 1 }\n- One // why\n/* - no\n/* - no */ */\n- Two\n"
    )
    assert read_blocks(source) == [("item", 1, "One"), ("item", 1, "Two")]


def test_contents_of_calls_are_pieces_of_the_page() -> None:
    """Lists within a call's content, contents of `list`, and texts under `highlights` are items."""
    source = (
        "#entry(title: [Engineer], date: [2019 -- 2021])[\n  - One\n  - Two\n]\n"
        '#entry(description: list([Three #emph[x]], [Four]))\n#job("Acme", highlights: ("Five \\"q\\"", "Six"))\n'
    )
    assert read_blocks(source) == [
        ("paragraph", 1, "Engineer"),
        ("paragraph", 1, "2019 – 2021"),
        ("item", 1, "One"),
        ("item", 1, "Two"),
        ("item", 1, "Three x"),
        ("item", 1, "Four"),
        ("item", 1, 'Five "q"'),
        ("item", 1, "Six"),
    ]


def test_dates_given_as_texts_are_kept() -> None:
    """A start and an end given as texts make one line of dates."""
    source = '#work(title: "Engineer", dates: range(start: "May 2019", end: "Present"))\n- One\n'
    assert read_blocks(source) == [("paragraph", 1, "May 2019 –Present"), ("item", 1, "One")]


def test_comments_are_collected() -> None:
    """Line and block comments stand with their places; an address is none."""
    source = "// bulletlint: off\n- One https://x.y/a /* two */ more\n"
    assert [
        (comment.text, source[comment.start : comment.end]) for comment in read_typst(source).comments
    ] == [
        ("bulletlint: off", "// bulletlint: off"),
        ("two", "/* two */"),
    ]
    assert read_blocks(source) == [("item", 1, "One https://x.y/a more")]


def test_arguments_by_their_shape() -> None:
    """Sentences are text, in an array they are items; a section's title is a heading; names and addresses are code."""
    source = (
        '#cv-section("Work")\n#job("Acme", url: "https://x.y", text: "Cut the stock count from two days to one.")\n'
        '#section[Side work]\n#job("Beta", ([Moved the tape archive to a cellar.], [Led the team of nine people.]), ("SQL", "Go"))\n'
        '#duties((name: "Load", body: "Moved the tape archive to a cellar."))\n#job(tasks: ((body: "Led the team of nine people."),))\n'
    )
    assert read_blocks(source) == [
        ("heading", 1, "Work"),
        ("paragraph", 1, "Cut the stock count from two days to one."),
        ("heading", 1, "Side work"),
        ("item", 1, "Moved the tape archive to a cellar."),
        ("item", 1, "Led the team of nine people."),
        ("paragraph", 1, "Moved the tape archive to a cellar."),
        ("item", 1, "Led the team of nine people."),
    ]


def test_arguments_of_a_template() -> None:
    """What a template is shown with is text where it is a section, a list or a sentence."""
    source = (
        '#show: cv.with(name: "Jo", lang: [en], main: (section(title: "Work", content: (\n'
        'job(title: "Acme", dates: "2019 - 2021", content: list([Cut cost.], [Led it.])))),))\n'
    )
    assert read_blocks(source) == [
        ("heading", 1, "Work"),
        ("paragraph", 1, "2019 - 2021"),
        ("item", 1, "Cut cost."),
        ("item", 1, "Led it."),
    ]


def test_values_stand_where_their_names_do() -> None:
    """A short one in the line, a list as a list, each at its own place in the source; one that nobody uses nowhere."""
    source = (
        '#let py = "Python"\n#let acme = [\n  - Cut cost in #py by half\n]\n#let beta = [\n- Led it\n]\n#let unused = [- no]\n'
        "= Work\n#acme\n= More\n#job(2021, beta)\n#acme\n"
    )
    assert read_blocks(source) == [
        ("heading", 1, "Work"),
        ("item", 1, "Cut cost in Python by half"),
        ("heading", 1, "More"),
        ("item", 1, "Led it"),
    ]
    block = read_typst(source).blocks[1]
    start = block.stretches[0].start
    assert start == source.index("Cut cost")


def test_values_for_other_files() -> None:
    """A file of nothing else is read in place."""
    assert read_blocks("#let acme = [\n- Cut cost\n]\n#let beta = [\n- Led it\n]\n") == [
        ("item", 1, "Cut cost"),
        ("item", 1, "Led it"),
    ]


def test_values_of_other_files() -> None:
    """A short value that an imported file names stands where its name does; what is no plain text does not."""
    definitions = '#let loom = [eight-shaft loom]\n#let town = "Oslo"\n#let bold = [*no*]\n'
    source = "- Wove on an #loom in #town #bold\n"
    assert read_blocks(source, definitions) == [("item", 1, "Wove on an eight-shaft loom in Oslo")]


def test_dates_in_contents_and_short_dates() -> None:
    """Two dates that are arguments of one entry are its span, in brackets, quotes and short forms."""
    for arguments, text in (
        ("[2017], to: [2018]", "2017 –2018"),
        ('"2017", to: "2018"', "2017 –2018"),
        ('"Jun ’17", to: "Jan ’18"', "Jun ’17 –Jan ’18"),
        ('"06/17", "ongoing"', "06/17 –ongoing"),
        ('"Jun ’18 – Dec ’21"', "Jun ’18 – Dec ’21"),
    ):
        assert read_blocks(f"#job({arguments})") == [("paragraph", 1, text)]


def test_a_function_that_heads_one_known_section_heads_all() -> None:
    """Where it stands alone on its line, whatever its name is."""
    source = '#band("Work")\n- Led it\n\n#band("Kites")\n#tag[Skills] and more\n'
    assert read_blocks(source)[:3] == [("heading", 1, "Work"), ("item", 1, "Led it"), ("heading", 1, "Kites")]
    assert read_blocks(source)[3][0] == "paragraph"


def test_a_loop_reads_its_data_where_it_stands() -> None:
    """Values of a name stand where a loop goes through them, below its heading."""
    source = '#let jobs = ((did: ("Fired 40 kilns a year",)),)\n= Work\n#for job in jobs { show-job(..job) }\n= More\n'
    assert [(kind, text) for kind, _, text in read_blocks(source)] == [
        ("heading", "Work"),
        ("item", "Fired 40 kilns a year"),
        ("heading", "More"),
    ]


def test_a_control_character_is_no_value_of_a_name() -> None:
    """The reader marks the places of values with one, and a file may hold it itself."""
    (block,) = read_typst("- Led \x02 it.\n").blocks
    assert block.text == "Led \x02 it."
