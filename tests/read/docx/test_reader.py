"""DOCX: lists, typed marks, tables, text boxes, tracked changes, and packages that mean harm."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from pathlib import Path

import pytest

from bulletlint.core.errors import ReadError
from bulletlint.read import read_file
from bulletlint.read.docx.reader import read_docx

SAMPLES = Path(__file__).parents[3] / "samples"
NAMES = ("resume.docx", "templates/list_paragraphs.docx", "templates/typed_marks_in_table.docx")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
LIST = '<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
STYLES = f"""<w:styles xmlns:w="{W}">
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="berschrift1"/>
  <w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="LB2"><w:name w:val="List Bullet 2"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="LC"><w:name w:val="List Continue"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Win"><w:name w:val="Win"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr>
  </w:style>
<w:style w:type="paragraph" w:styleId="Round"><w:name w:val="Round"/><w:basedOn w:val="Round"/></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
</w:styles>"""
NUMBERING = f"""<w:numbering xmlns:w="{W}">
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="none"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="4"><w:abstractNumId w:val="8"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="9"/></w:num>
</w:numbering>"""


def pack(parts: dict[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def make(body: str, **parts: str | bytes) -> bytes:
    document = f'<w:document xmlns:w="{W}" xmlns:mc="{MC}"><w:body>{body}</w:body></w:document>'
    others = {"word/styles.xml": STYLES, "word/numbering.xml": NUMBERING}
    return pack({"word/document.xml": document, **others, **parts})


def paragraph(text: str, properties: str = "") -> str:
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def style(name: str) -> str:
    return f'<w:pPr><w:pStyle w:val="{name}"/></w:pPr>'


def list_blocks(body: str) -> list[tuple[str, int, str, int | None]]:
    return [(block.kind, block.level, block.text, block.paragraph) for block in read_docx(make(body)).blocks]


def list_texts(body: str) -> list[str]:
    return [block.text for block in read_docx(make(body)).blocks]


def fail(content: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_docx(content)
    assert "\n" not in str(caught.value)
    return str(caught.value)


# The samples


@pytest.mark.parametrize("name", NAMES)
def test_samples_have_the_bullets_of_the_markdown_sample(name: str) -> None:
    """The same resume in Word gives the same bullets, whatever way its lists were made."""
    (expected,) = read_file(SAMPLES / "resume.md")
    (actual,) = read_file(SAMPLES / name)
    assert [(bullet.text, bullet.ended) for bullet in actual.bullets] == [
        (bullet.text, bullet.ended) for bullet in expected.bullets
    ]


def test_places_are_paragraph_numbers() -> None:
    """Each bullet says which paragraph it is, empty paragraphs counted."""
    (document,) = read_file(SAMPLES / "resume.docx")
    assert [bullet.paragraph for bullet in document.bullets] == [
        9,
        10,
        11,
        12,
        13,
        14,
        16,
        17,
        18,
        20,
        21,
        23,
        24,
    ]


# Kinds of paragraph


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (paragraph("Led it", LIST.format(depth=0, number=5)), ("item", 1)),
        (paragraph("Led it", LIST.format(depth=2, number=5)), ("item", 3)),
        (paragraph("Led it", LIST.format(depth=0, number=0)), ("paragraph", 1)),
        (paragraph("Led it", LIST.format(depth=0, number=4)), ("paragraph", 1)),
        (paragraph("Led it", style("LB2")), ("item", 2)),
        (paragraph("Led it", style("Win")), ("item", 1)),
        (paragraph("Led it", style("LC")), ("paragraph", 1)),
        (paragraph("Work", style("berschrift1")), ("heading", 1)),
        (paragraph("Work", style("Mine")), ("heading", 2)),
        (paragraph("Work", style("Round")), ("paragraph", 1)),
        (paragraph("Work", "<w:pPr><w:outlineLvl w:val='2'/></w:pPr>"), ("heading", 3)),
        (paragraph("Work " * 40, style("berschrift1")), ("paragraph", 1)),
        (paragraph("WORK", "<w:pPr><w:rPr><w:b/></w:rPr></w:pPr>"), ("paragraph", 1)),
        ("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>WORK</w:t></w:r></w:p>", ("heading", 1)),
        ("<w:p><w:r><w:rPr><w:rStyle w:val='Strong'/><w:caps/></w:rPr><w:t>Work</w:t></w:r></w:p>", ("heading", 1)),
        ("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>WORK 2019</w:t></w:r></w:p>", ("paragraph", 1)),
        ("<w:p><w:r><w:rPr><w:b w:val='0'/></w:rPr><w:t>WORK</w:t></w:r></w:p>", ("paragraph", 1)),
    ],
)  # fmt: skip
def test_kind_of_a_paragraph(body: str, expected: tuple[str, int]) -> None:
    """Numbering, styles and looks say what a paragraph is, and at which level."""
    ((kind, level, _, _),) = [
        block for block in list_blocks(body + paragraph("some text of the body " * 9)) if block[3] == 1
    ]
    assert (kind, level) == expected


def test_paragraphs_of_an_unfilled_control_count_although_their_text_is_not_read() -> None:
    """Word shows the prompt, so who counts paragraphs there counts it."""
    prompt = paragraph("Click or tap here to enter text.")
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{prompt}</w:sdtContent></w:sdt>"
    (block,) = read_docx(make(control + paragraph("Cut costs."))).blocks
    assert (block.text, block.paragraph) == ("Cut costs.", 2)


def test_larger_headings_rank_above_smaller_ones() -> None:
    """Headings known by their looks take their level from their size."""
    sized = "<w:p><w:r><w:rPr><w:sz w:val='{size}'/></w:rPr><w:t>{text}</w:t></w:r></w:p>"
    body = sized.format(size=40, text="Mara") + sized.format(size=28, text="Work") + paragraph("text " * 30)
    assert [block[:3] for block in list_blocks(body)][:2] == [("heading", 1, "Mara"), ("heading", 2, "Work")]


# Text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<w:p><w:r><w:t>Le</w:t></w:r><w:r><w:t>d it</w:t></w:r></w:p>", ["Led it"]),
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/></w:r></w:p>", ["a\tb\nc-"]),
        ("<w:p><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p>", ["link"]),
        ("<w:p><w:r><w:sym w:font='Symbol' w:char='F0B7'/><w:t> Led</w:t></w:r></w:p>", ["• Led"]),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple><w:r><w:t>3</w:t></w:r></w:fldSimple></w:p>", ["3"]),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r><w:r><w:t>yes</w:t></w:r></w:p>", ["yes"]),
        ("<w:p><w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent><w:r><w:t>in</w:t></w:r></w:sdtContent></w:sdt></w:p>", ["in"]),
        ("<w:p><w:r><w:t>R&amp;D &lt; 2%</w:t></w:r></w:p>", ["R&D < 2%"]),
        ("<w:p/><w:p><w:r><w:t> </w:t></w:r></w:p>", []),
    ],
)  # fmt: skip
def test_text_of_a_paragraph(body: str, expected: list[str]) -> None:
    """Runs, links, fields and content controls read as they are printed."""
    assert list_texts(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>", ["new"]),
        ("<w:p><w:del><w:r><w:t>old</w:t></w:r></w:del></w:p>", []),
        ("<w:p><w:moveFrom><w:r><w:t>a</w:t></w:r></w:moveFrom></w:p><w:p><w:moveTo><w:r><w:t>a</w:t></w:r></w:moveTo></w:p>", ["a"]),
        ("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>one </w:t></w:r></w:p>" + paragraph("two"), ["one two"]),
        ("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>last</w:t></w:r></w:p>", ["last"]),
        ("<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + paragraph("old") + "</w:tc></w:tr></w:tbl>", []),
        ("<w:p><w:pPr><w:pStyle w:val='LB2'/><w:pPrChange><w:pPr><w:pStyle w:val='Mine'/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", ["a"]),
    ],
)  # fmt: skip
def test_tracked_changes_are_accepted(body: str, expected: list[str]) -> None:
    """What was deleted is gone, what was inserted is there, and older properties do not count."""
    assert list_texts(body) == expected


def test_tables_and_text_boxes_are_read_once_in_order() -> None:
    """Cells follow row by row; a text box follows its paragraph, and its copy for old programs is passed over."""
    box = (
        "<w:p><w:r><w:t>before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{0}{1}</w:txbxContent>"
        "</mc:Choice><mc:Fallback><w:txbxContent>{0}{1}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
        "<w:r><w:t> after</w:t></w:r></w:p>"
    ).format(paragraph("box one"), paragraph("box two"))
    table = f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>"
    assert [(block[2], block[3]) for block in list_blocks(box + table + paragraph("end"))] == [
        ("before after", 1), ("box one", 2), ("box two", 3), ("a", 4), ("b", 5), ("end", 6),
    ]  # fmt: skip


def test_a_text_box_of_old_programs_alone_is_read() -> None:
    """Where there is only the fallback, it is what is seen."""
    box = f"<mc:AlternateContent><mc:Fallback><w:txbxContent>{paragraph('box')}</w:txbxContent></mc:Fallback></mc:AlternateContent>"
    assert list_texts(f"<w:p><w:r>{box}</w:r></w:p>") == ["box"]


def test_parts_are_found_by_relationship() -> None:
    """The main part may have any name; strict files have another namespace."""
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    content = pack(
        {
            "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Type="{kind}" Target="/main/d.xml"/></Relationships>',
            "main/d.xml": f'<w:document xmlns:w="{strict}"><w:body>{paragraph("Led it")}</w:body></w:document>',
        }
    )
    assert [block.text for block in read_docx(content).blocks] == ["Led it"]


def test_a_file_without_text_is_noted() -> None:
    """A Word file that holds only pictures gives no bullets and says why."""
    assert read_docx(make("<w:p/>")).notes == ("the file has no text; text inside pictures cannot be read",)


# Files that cannot be read


def test_password() -> None:
    """A protected file says what to do, as an OLE container or as an encrypted zip."""
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le")
    assert fail(ole) == "is password-protected; save it without a password"
    content = bytearray(make(paragraph("a")))
    central = content.index(b"PK\x01\x02")
    content[6] |= 1
    content[central + 8] |= 1
    assert fail(bytes(content)) == "is password-protected; save it without a password"


def test_old_word_file() -> None:
    """A .doc file says what to do."""
    assert (
        fail(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
        == "is an old Word file (.doc); save it as .docx"
    )


def test_other_archives() -> None:
    """A zip archive without a document is told from a damaged one."""
    assert fail(pack({"a.txt": "a"})) == "is a zip archive without a Word document; save the resume as .docx"
    assert (
        fail(b"PK\x03\x04 no")
        == "is damaged or not a DOCX file (the zip archive is incomplete); save it again"
    )


def test_zip_bomb_by_ratio() -> None:
    """An archive that unpacks to hundreds of times its size is refused before it is unpacked."""
    assert (
        fail(make("", **{"word/media/a.png": bytes(30_000_000)}))
        == "unpacks to 30 MB, too much for a resume; take out pictures"
    )


def test_zip_bomb_that_lies_about_its_size() -> None:
    """A part that unpacks to more than it says is refused."""
    content = bytearray(make(" " * 25_000_000 + paragraph("a")))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = content.index(signature) + offset
        content[at : at + 4] = struct.pack("<I", 1000)
    assert fail(bytes(content)) == "is damaged: its part word/document.xml cannot be unpacked; save it again"


def test_too_many_parts() -> None:
    """An archive of thousands of parts is refused."""
    assert (
        fail(pack({f"{number}": "" for number in range(5_001)}))
        == "has 5001 parts, too many for a resume; save its text as a new file"
    )


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE a SYSTEM "http://example.com/a.dtd">',
    ],
)
def test_entities_are_refused(head: str) -> None:
    """A document type, and with it every entity, is refused before anything is expanded or fetched."""
    document = f'{head}<w:document xmlns:w="{W}"><w:body>{paragraph("x")}</w:body></w:document>'
    message = "its part document declares a document type, unlike any Word file; save it again"
    assert fail(make("", **{"word/document.xml": document})) == message


def test_deep_nesting() -> None:
    """Elements nested a hundred thousand deep are refused without recursion."""
    body = "<w:sdt>" * 100_000 + "</w:sdt>" * 100_000
    assert fail(make(body)) == "its part document is nested too deeply for a resume"


def test_unsound_xml() -> None:
    """XML that breaks off is an error with the part and the line."""
    assert fail(make("<w:p>")) == "is damaged: its part document is invalid XML (line 1); save it again"
    assert fail(
        make("", **{"word/document.xml": b"<?xml version='1.0' encoding='ebcdic-x'?><a/>"})
    ).startswith("is damaged")


def test_names_that_lead_out_of_the_archive_are_never_followed(tmp_path: Path) -> None:
    """A part named with dots is looked up and not written anywhere."""
    content = make(paragraph("Led it"), **{"../../evil.txt": "x", "/etc/evil": "y"})
    assert [block.text for block in read_docx(content).blocks] == ["Led it"]
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    outside = f'<Relationships xmlns="{relations}"><Relationship Type="a/officeDocument" Target="../../../etc/passwd"/></Relationships>'
    assert (
        fail(pack({"_rels/.rels": outside}))
        == "is a zip archive without a Word document; save the resume as .docx"
    )


def test_damaged_files_never_crash() -> None:
    """Files cut off or with bytes changed are read or refused with one line."""
    content = (SAMPLES / "resume.docx").read_bytes()
    dice = random.Random(7)
    for number in range(300):
        changed = bytearray(content)
        if number % 3 == 0:
            del changed[dice.randrange(len(changed)) :]
        for _ in range(dice.randrange(1, 20)):
            if changed:
                changed[dice.randrange(len(changed))] = dice.randrange(256)
        try:
            read_docx(bytes(changed))
        except ReadError as error:
            assert "\n" not in str(error)  # noqa: PT017


@pytest.mark.parametrize(
    ("header", "notes"),
    [
        (
            "Jo Doe, jo@example.org, Oslo, Norway",
            ("7 words in the page header or footer are left out; many parsers do not read them either",),
        ),
        ("Page 1 of 2", ()),
        ("<broken", ()),
    ],
)
def test_headers_are_named_in_a_note(header: str, notes: tuple[str, ...]) -> None:
    """What stands above or below the page is left out, and said so, but for the number of the page."""
    part = f'<w:hdr xmlns:w="{W}">{paragraph(header)}</w:hdr>' if "<" not in header else header
    content = make(paragraph("Experience"), **{"word/header1.xml": part})
    assert read_docx(content).notes == notes


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (paragraph("a") * 10_001, "has more than 10,000 paragraphs, too many for a resume; shorten it"),
        (
            paragraph("word " * 100_000) * 3,
            "has more than 1,000,000 characters of text, too much for a resume; shorten it",
        ),
        (
            "<w:p/>" * 400_000,
            "its part document has more than 400,000 elements, too many for a resume; shorten it",
        ),
    ],
)
def test_more_than_any_resume_has_is_refused(body: str, message: str) -> None:
    """Before it takes more than 500 MB of memory or 2 seconds."""
    assert fail(make(body)) == message


def test_margins_without_end_are_not_looked_at() -> None:
    """A header of megabytes says nothing about a page, and there may be thousands."""
    text = paragraph("word " * 500_000)
    header = f'<w:hdr xmlns:w="{W}">{text}</w:hdr>'
    assert read_docx(make(paragraph("Led it."), **{"word/header1.xml": header})).notes == ()
