"""The characters of a PDF file with their places, as PDFium finds them.

pypdfium2 was chosen over pdfplumber and pdfminer.six: it maps ligatures and symbol fonts better, is ten times as fast,
and needs no other package, where pdfminer.six brings cryptography with it. PDFium's own reading order and line
joining are not used: it mixes columns, and takes the hyphen out of "fine-tuned" where a line breaks there.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import hypot
from threading import Lock
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from bulletlint.core.errors import ReadError

#: PDFium may be used by one thread at a time.
_LOCK = Lock()
_MOST_PAGES = 40
#: Characters that are read of a file, at most; a page in small print has some 8,000.
_MOST_CHARACTERS = 100_000
_BOLD_NAME = re.compile(
    r"bold|black|heavy|demi|[-,]bd|cmbx|sfbx|cmssbx|ecbx|lmbx|medi(?:um)?$", re.IGNORECASE
)
#: Font weight from which on a face is bold.
_BOLD_WEIGHT = 600
#: What TeX's bitmap fonts, which name no characters, have in place of control characters.
_TEX_CODES = {
    0x0B: "ff", 0x0C: "fi", 0x0E: "ffi", 0x10: "“", 0x11: "”", 0x15: "–", 0x16: "—",
    0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl",
}  # fmt: skip
#: Syllables that English text has in every twentieth place; text in codes of a font's own has none.
_ENGLISH = re.compile(r"the|and|ing|ion|ent|ers|ted|for")
#: What PDFium gives for a hyphen at the end of a line.
_LINE_HYPHEN = 0x02


@dataclass(frozen=True, slots=True)
class Character:
    """A character with its box in points from the top left of the page; `size` is the font size in points.

    `known` is false where the font does not say which character it is: then `text` is no more than a guess.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float
    bold: bool
    known: bool


class _Glyph(NamedTuple):
    """A character as PDFium gives it, in the page's own coordinates; `turn` is that of the page to read it."""

    code: int
    sides: tuple[float, float, float, float]
    origin: tuple[float, float]
    turn: int
    size: float
    bold: bool
    known: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A page; `number` counts from 1, `width` and `height` are in points."""

    number: int
    width: float
    height: float
    characters: tuple[Character, ...]


@dataclass(frozen=True, slots=True)
class PdfText:
    """The text layer of a file; `hyphenated` says that the program which made it breaks words at line ends."""

    pages: tuple[Page, ...]
    hyphenated: bool
    notes: tuple[str, ...]


def read_characters(content: bytes) -> PdfText:
    """Return the text layer of a PDF file that asks for little work."""
    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            if "password" in str(error).lower():
                raise ReadError("is password-protected; save it without a password") from error
            raise ReadError("is damaged or not a PDF file; export it again") from error
        try:
            return _read_document(document)
        except pypdfium2.PdfiumError as error:
            raise ReadError("is damaged; export it again") from error
        finally:
            document.close()


def _read_document(document: pypdfium2.PdfDocument) -> PdfText:
    count = len(document)
    notes = []
    if count > _MOST_PAGES:
        notes.append(f"only the first {_MOST_PAGES} of its {count} pages are read")
    read: list[Page] = []
    left = _MOST_CHARACTERS
    for number in range(1, min(count, _MOST_PAGES) + 1):
        read.append(_read_page(document, number, left))
        left -= len(read[-1].characters)
        if left <= 0:
            notes.append(f"has more text than a resume; read as far as page {number}")
            break
    pages = tuple(read)
    characters = [
        character for page in pages for character in page.characters if not character.text.isspace()
    ]
    if not characters:
        raise ReadError("has no text layer, only pictures; export it again as text, or use the original file")
    if 2 * sum(not character.known for character in characters) > len(characters) and not _reads(characters):
        raise ReadError(
            "has fonts that do not say which letters they show; export it again, or use the original file"
        )
    bare = [str(page.number) for page in pages if not page.characters]
    if bare:
        notes.append(f"page {', '.join(bare)} has no text layer")
    information = document.get_metadata_dict()
    makers = " ".join((information.get("Producer", ""), information.get("Creator", ""))).lower()
    return PdfText(
        pages, any(maker in makers for maker in ("tex", "typst", "indesign", "groff")), tuple(notes)
    )


def _read_page(document: pypdfium2.PdfDocument, number: int, most: int) -> Page:
    page = document[number - 1]
    try:
        text_page = page.get_textpage()
        try:
            edges = page.get_bbox()
            glyphs = list(_read_glyphs(text_page.raw, most))
        finally:
            text_page.close()
    finally:
        page.close()
    # A page lies on its side where most of its text does, whether or not it is marked as turned.
    turns = Counter(glyph.turn for glyph in glyphs).most_common(1)[0][0] if glyphs else 0
    width, height = edges[2] - edges[0], edges[3] - edges[1]
    if turns % 2:
        width, height = height, width
    characters = tuple(_place_glyph(glyph, edges) for glyph in glyphs if glyph.turn == turns)
    return Page(number, width, height, characters)


def _read_glyphs(text_page: object, most: int) -> Iterator[_Glyph]:
    """Yield the characters of a page that are written along its edges, from `most` characters at most."""
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    name, flags = ctypes.create_string_buffer(80), ctypes.c_int()
    for index in range(min(pdfium.FPDFText_CountChars(text_page), most)):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if pdfium.FPDFText_IsGenerated(text_page, index) == 1 or code in {0x0A, 0x0D}:
            continue
        pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
        pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
        pdfium.FPDFText_GetMatrix(text_page, index, matrix)
        size = pdfium.FPDFText_GetFontSize(text_page, index) * hypot(matrix.c, matrix.d)
        turn = _find_turn(matrix.a, matrix.b)
        if turn is None or not 0.5 < size < 400:
            continue
        length = pdfium.FPDFText_GetFontInfo(text_page, index, name, 80, flags)
        weight = pdfium.FPDFText_GetFontWeight(text_page, index)
        bold = weight >= _BOLD_WEIGHT or length > 0 and _is_bold(name.value)
        known = pdfium.FPDFText_HasUnicodeMapError(text_page, index) != 1 and code not in {0, 0xFFFD, 0xFFFE}
        sides = (box.left, box.bottom, box.right, box.top)
        yield _Glyph(code, sides, (x.value, y.value), turn, size, bold, known)


@lru_cache(maxsize=256)
def _is_bold(font: bytes) -> bool:
    return bool(_BOLD_NAME.search(font.decode("latin-1")))


def _find_turn(along_x: float, along_y: float) -> int | None:
    """Return by how many quarters to the right a page is to be turned for text of a direction to be upright."""
    if abs(along_y) < 0.2 * abs(along_x):
        return 0 if along_x > 0 else 2
    if abs(along_x) < 0.2 * abs(along_y):
        return 1 if along_y > 0 else 3
    return None


def _place_glyph(glyph: _Glyph, edges: tuple[float, float, float, float]) -> Character:
    one = _turn_point(glyph.sides[0], glyph.sides[1], edges, glyph.turn)
    other = _turn_point(glyph.sides[2], glyph.sides[3], edges, glyph.turn)
    return Character(
        text=_read_code(glyph.code, known=glyph.known),
        left=min(one[0], other[0]),
        top=min(one[1], other[1]),
        right=max(one[0], other[0]),
        bottom=max(one[1], other[1]),
        baseline=_turn_point(*glyph.origin, edges, glyph.turn)[1],
        size=glyph.size,
        bold=glyph.bold,
        known=glyph.known or glyph.code == _LINE_HYPHEN,
    )


def _turn_point(
    x: float, y: float, edges: tuple[float, float, float, float], turn: int
) -> tuple[float, float]:
    """Return where a point of a page stands, from the top left, once the page is turned."""
    left, bottom, right, top = edges
    return ((x - left, top - y), (y - bottom, x - left), (right - x, y - bottom), (top - y, right - x))[turn]


def _read_code(code: int, *, known: bool) -> str:
    if code == _LINE_HYPHEN:
        return "-"
    if not known and code in _TEX_CODES:
        return _TEX_CODES[code]
    return chr(code) if 0 < code < 0x110000 else "\ufffd"


def _reads(characters: Sequence[Character]) -> bool:
    """Tell whether characters that their fonts do not name read like text all the same."""
    text = "".join(character.text for character in characters).lower()
    return len(_ENGLISH.findall(text)) > 0.01 * len(text)
