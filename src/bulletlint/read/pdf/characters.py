"""The characters of a PDF file with their places, as PDFium finds them.

pypdfium2 was chosen over pdfplumber and pdfminer.six: it maps ligatures and symbol fonts better, is ten times as fast,
and needs no other package, where pdfminer.six brings cryptography with it. PDFium's own reading order and line
joining are not used: it mixes columns, and takes the hyphen out of "fine-tuned" where a line breaks there.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import hypot
from operator import attrgetter
from struct import Struct
from threading import Lock
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from bulletlint.core.document import Box
from bulletlint.core.errors import ReadError
from bulletlint.read.pdf.dots import find_shapes
from bulletlint.read.pdf.ligatures import find_ligatures

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
_LINE_ENDS, _NO_CODES = frozenset({0x0A, 0x0D}), frozenset({0, 0xFFFD, 0xFFFE})
#: Render modes of text that nobody sees: invisible, or only a mask for what is drawn later.
_UNSEEN_MODES = frozenset({3, 7})


def _take_address(function: Any) -> int:
    return ctypes.cast(function, ctypes.c_void_p).value or 0


#: The functions that are asked of every character, with numbers for pointers, which takes half the time: the run of
#: text that it belongs to, the same number for all of its characters, its code, and its box.
_FIND_RUN = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    _take_address(pdfium.FPDFText_GetTextObject)
)
_FIND_CODE = ctypes.CFUNCTYPE(ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)(
    _take_address(pdfium.FPDFText_GetUnicode)
)
_FIND_BOX = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    _take_address(pdfium.FPDFText_GetLooseCharBox)
)
#: A box as PDFium writes it: left, top, right, bottom.
_BOX = Struct("4f")
#: What PDFium gives for a hyphen at the end of a line.
_LINE_HYPHEN = 0x02
_LAST_CONTROL = 0x1F
#: Between a mark that is drawn and its text at most, in font sizes.
_FAR_MARK = 3.0
#: One character of so many that its font does not name is chance.
_GUESSED = 50
#: Points by which text may stand over the edge of the page.
_OVER_EDGE = 6.0


class Character(NamedTuple):
    """A character with its box in points from the top left of the page; `size` is the font size in points.

    `known` is false where the font does not say which character it is: then `text` is no more than a guess. `spaced`
    says that PDFium sees a space before it that is not written.
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
    spaced: bool = False
    colour: int = 0


class _Looks(NamedTuple):
    """How a run of characters looks: one of its origins, the `turn` of the page to read it, the size in points."""

    origin: tuple[float, float]
    turn: int
    size: float
    bold: bool
    shown: bool
    font: int
    colour: int


class _Glyph(NamedTuple):
    """A character as PDFium gives it, in the page's own coordinates; `spaced` says that PDFium sees a space before."""

    code: int
    sides: Box
    looks: _Looks
    known: bool
    spaced: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A page; `number` counts from 1, `width` and `height` are in points. `unseen` is what nobody sees of its text."""

    number: int
    width: float
    height: float
    characters: tuple[Character, ...]
    unseen: str = ""


@dataclass(frozen=True, slots=True)
class PdfText:
    """The text layer of a file; `hyphenated` says that the program which made it breaks words at line ends."""

    pages: tuple[Page, ...]
    hyphenated: bool
    notes: tuple[str, ...]
    traits: tuple[str, ...] = ()


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
            return _read_document(document, content)
        except pypdfium2.PdfiumError as error:
            raise ReadError("is damaged; export it again") from error
        finally:
            document.close()


def _read_document(document: pypdfium2.PdfDocument, content: bytes) -> PdfText:
    count = len(document)
    notes = []
    if count > _MOST_PAGES:
        notes.append(f"only the first {_MOST_PAGES} of its {count} pages are read")
    read: list[Page] = []
    left = _MOST_CHARACTERS
    hidden = 0
    pictured = False
    for number in range(1, min(count, _MOST_PAGES) + 1):
        page, unseen, covered = _read_page(document, content, number, left)
        read.append(page)
        hidden += unseen
        pictured = pictured or covered
        left -= len(read[-1].characters)
        if left <= 0:
            notes.append(f"has more text than a resume; read as far as page {number}")
            break
    pages = tuple(read)
    if all(character.text.isspace() for page in pages for character in page.characters):
        raise ReadError("has no text layer, only pictures; export it again as text, or use the original file")
    written = [character for page in pages for character in page.characters]
    unknown = [character for character in written if not character.known and not character.text.isspace()]
    characters = [character for character in written if not character.text.isspace()] if unknown else written
    if 2 * len(unknown) > len(characters) and not _reads(characters):
        raise ReadError(
            "has fonts that do not say which letters they show; export it again, or use the original file"
        )
    traits = ["glyphs"] if _GUESSED * len(unknown) > len(characters) else []
    traits += ["pictures"] if pictured else []
    bare = [str(page.number) for page in pages if not page.characters]
    if bare:
        notes.append(f"page {', '.join(bare)} has no text layer")
        traits.append("empty-page")
    if hidden:
        notes.append(f"{hidden} characters that are invisible or off the page are left out")
    information = document.get_metadata_dict()
    makers = " ".join((information.get("Producer", ""), information.get("Creator", ""))).lower()
    return PdfText(
        pages,
        any(maker in makers for maker in ("tex", "typst", "indesign", "groff")),
        tuple(notes),
        tuple(traits),
    )


def _read_page(
    document: pypdfium2.PdfDocument, content: bytes, number: int, most: int
) -> tuple[Page, int, bool]:
    """Return a page, how many characters of it nobody can see, and whether a picture covers much of it."""
    page = document[number - 1]
    try:
        text_page = page.get_textpage()
        try:
            edges = page.get_bbox()
            glyphs = list(_read_glyphs(text_page.raw, most))
            dots, pictured = find_shapes(page, edges)
            dots = dots if glyphs else []
        finally:
            text_page.close()
    finally:
        page.close()
    named = all(map(attrgetter("known"), glyphs))
    guessed = not named and any(not glyph.known and glyph.code in _TEX_CODES for glyph in glyphs)
    names = find_ligatures(content) if guessed else {}
    # A page lies on its side where most of its text does, whether or not it is marked as turned.
    turn = Counter(map(attrgetter("looks.turn"), glyphs)).most_common(1)[0][0] if glyphs else 0
    width, height = edges[2] - edges[0], edges[3] - edges[1]
    if turn % 2:
        width, height = height, width
    shown = [glyph for glyph in glyphs if glyph.looks.shown]
    # The text layer of a scan is written invisibly over the picture: it is all there is.
    unseen = [glyph for glyph in glyphs if not glyph.looks.shown] if len(shown) < len(glyphs) else []
    hidden = sum(glyph.code > ord(" ") for glyph in unseen)
    hidden = hidden if 2 * len(shown) > len(glyphs) else 0
    placed = _place_glyphs(shown if hidden else glyphs, edges, turn, names)
    characters = [character for character in placed if _is_on_page(character, width, height)]
    passed = _place_glyphs(unseen, edges, turn, names) if hidden else []
    if len(characters) < len(placed):
        beyond = [each for each in placed if not _is_on_page(each, width, height)]
        hidden += sum(not each.text.isspace() for each in beyond)
        passed += beyond
    if dots:
        boxes = [_turn_box(dot, edges, turn) for dot in dots]
        characters += list(_draw_marks(characters, boxes))
    said = "".join(f" {each.text}" if each.spaced else each.text for each in passed)
    return Page(number, width, height, tuple(characters), said), hidden, pictured


def _draw_marks(characters: Sequence[Character], dots: Sequence[Box]) -> Iterator[Character]:
    """Yield a bullet's mark for each small shape that stands before a line, as a dot that is drawn does."""
    starts = [
        each
        for before, each in pairwise(
            [None, *sorted(characters, key=lambda one: (round(one.baseline), one.left))]
        )
        if each is not None
        and not each.text.isspace()
        and (
            before is None
            or each.left - before.right > 0.8 * each.size
            or round(before.baseline) != round(each.baseline)
        )
    ]
    for left, top, right, bottom in dots:
        middle = (top + bottom) / 2
        for each in starts:
            if (
                0 < each.left - right < _FAR_MARK * each.size
                and each.top < middle < each.baseline + 0.1 * each.size
                and bottom - top < 0.8 * each.size
            ):
                yield Character(
                    "•", left, top, right, bottom, each.baseline, each.size, bold=False, known=True
                )
                break


def _is_on_page(character: Character, width: float, height: float) -> bool:
    middle = (character.left + character.right) / 2
    return (
        -_OVER_EDGE < middle < width + _OVER_EDGE and -_OVER_EDGE < character.baseline < height + _OVER_EDGE
    )


def _read_glyphs(text_page: Any, most: int) -> Iterator[_Glyph]:
    """Yield the characters of a page that are written along its edges, from `most` characters at most."""
    box = pdfium.FS_RECTF()
    to_box, page = ctypes.addressof(box), ctypes.cast(text_page, ctypes.c_void_p).value or 0
    unpack, find_code, find_run, find_box = _BOX.unpack_from, _FIND_CODE, _FIND_RUN, _FIND_BOX
    make = tuple.__new__
    looks: dict[int | None, _Looks | None] = {}
    known: dict[tuple[int, int], bool] = {}
    spaced = False
    for index in range(min(pdfium.FPDFText_CountChars(text_page), most)):
        code = find_code(page, index)
        run = find_run(page, index)
        if code in _LINE_ENDS or run is None and pdfium.FPDFText_IsGenerated(text_page, index) == 1:
            spaced = True
            continue
        look = looks[run] if run in looks else looks.setdefault(run, _find_looks(text_page, index, run))
        if look is None:
            continue
        find_box(page, index, to_box)
        left, top, right, bottom = unpack(box)
        named = look.font, code
        if named not in known:
            known[named] = pdfium.FPDFText_HasUnicodeMapError(text_page, index) != 1 and code not in _NO_CODES
        yield make(_Glyph, (code, (left, bottom, right, top), look, known[named], spaced))
        spaced = False


def _find_looks(text_page: Any, index: int, run: int | None) -> _Looks | None:
    """Return the looks of the run that a character stands in, None for one that is askew or far too small or large."""
    matrix = pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    name, flags = ctypes.create_string_buffer(80), ctypes.c_int()
    pdfium.FPDFText_GetMatrix(text_page, index, ctypes.byref(matrix))
    pdfium.FPDFText_GetCharOrigin(text_page, index, ctypes.byref(x), ctypes.byref(y))
    size = pdfium.FPDFText_GetFontSize(text_page, index) * hypot(matrix.c, matrix.d)
    turn = _find_turn(matrix.a, matrix.b)
    if turn is None or not 0.5 < size < 400:
        return None
    length = pdfium.FPDFText_GetFontInfo(text_page, index, name, 80, ctypes.byref(flags))
    weight = pdfium.FPDFText_GetFontWeight(text_page, index)
    bold = weight >= _BOLD_WEIGHT or length > 0 and _is_bold(name.value)
    font, shown, colour = -index, True, 0
    if run is not None:
        drawn = ctypes.cast(run, pdfium.FPDF_PAGEOBJECT)
        font = ctypes.cast(pdfium.FPDFTextObj_GetFont(drawn), ctypes.c_void_p).value or font
        colour = _read_colour(drawn)
        shown = pdfium.FPDFTextObj_GetTextRenderMode(drawn) not in _UNSEEN_MODES
    return _Looks((x.value, y.value), turn, size, bold, shown, font, colour)


def _read_colour(drawn: Any) -> int:
    """Return the colour that something is filled with, four bits each of red, green and blue."""
    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(drawn, *(ctypes.byref(part) for part in parts)):
        return 0
    red, green, blue, _ = (part.value >> 4 for part in parts)
    return red << 8 | green << 4 | blue


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


def _place_glyphs(
    glyphs: Sequence[_Glyph], edges: Box, turn: int, ligatures: Mapping[int, str]
) -> list[Character]:
    """Return the characters of a page turned by some quarters, those that stand upright then."""
    start, _, _, height = edges
    # A page has thousands of them, and a named tuple's own call takes three times as long.
    make = tuple.__new__
    characters: list[Character] = []
    for code, sides, looks, known, spaced in glyphs:
        origin, turned, size, bold, _, _, colour = looks
        if turned != turn:
            continue
        if turn:
            left, top, right, bottom = _turn_box(sides, edges, turn)
            baseline = _turn_point(*origin, edges, turn)[1]
        else:
            left, bottom, right, top = sides
            left, top, right, bottom = left - start, height - top, right - start, height - bottom
            baseline = height - origin[1]
        plain = known and _LAST_CONTROL < code < 0x110000
        text = chr(code) if plain else _read_code(code, ligatures, known=known)
        known = known or code == _LINE_HYPHEN
        given = (text, left, top, right, bottom, baseline, size, bold, known, spaced, colour)
        characters.append(make(Character, given))
    return characters


def _turn_box(sides: Box, edges: Box, turn: int) -> Box:
    """Return the (left, top, right, bottom) on the turned page of a box (left, bottom, right, top) of a page."""
    one = _turn_point(sides[0], sides[1], edges, turn)
    other = _turn_point(sides[2], sides[3], edges, turn)
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])


def _turn_point(x: float, y: float, edges: Box, turn: int) -> tuple[float, float]:
    """Return where a point of a page stands, from the top left, once the page is turned."""
    left, bottom, right, top = edges
    return ((x - left, top - y), (y - bottom, x - left), (right - x, y - bottom), (top - y, right - x))[turn]


def _read_code(code: int, ligatures: Mapping[int, str], *, known: bool) -> str:
    if code == _LINE_HYPHEN:
        return "-"
    if not known and (code in ligatures or code in _TEX_CODES):
        return ligatures.get(code) or _TEX_CODES[code]
    return chr(code) if 0 < code < 0x110000 else "\ufffd"


def _reads(characters: Sequence[Character]) -> bool:
    """Tell whether characters that their fonts do not name read like text all the same."""
    text = "".join(character.text for character in characters).lower()
    return len(_ENGLISH.findall(text)) > 0.01 * len(text)
