"""Write rewrites into the runs of a DOCX file: each word keeps its run, with formatting and link."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from bulletlint.core.document import Bullet, Document, Stretch
from bulletlint.core.finding import Piece
from bulletlint.core.places import fold_stretches, slice_stretches
from bulletlint.edit.markup import MarkupError
from bulletlint.read.docx.package import open_package

_PARAGRAPH = re.compile(r"<w:p(?:\s[^>]*)?>(?:(?!<w:p[\s>]).)*?</w:p>", re.DOTALL)
_RUN = re.compile(r"(<w:r(?:\s[^>]*)?>)(\s*<w:rPr\s*/>|\s*<w:rPr>.*?</w:rPr>)?(.*?)</w:r>", re.DOTALL)
_CONTENT = re.compile(
    r"<w:t(?:\s[^>]*)?>([^<]*)</w:t>|(<w:(?:tab|br|cr|noBreakHyphen)\b[^>]*/>)|(<w:t\s*/>)|(.)", re.DOTALL
)
_LINK = re.compile(r"(<w:hyperlink(?:\s[^>]*)?>)(.*?)</w:hyperlink>", re.DOTALL)
_SIGN = re.compile(r"&[^;]+;|.", re.DOTALL)
_IGNORED = re.compile(r"<w:lastRenderedPageBreak\s*/>|<w:proofErr\b[^>]*/>")
_KEPT = re.compile(r"<w:bookmark(?:Start|End)\b[^>]*/>")
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'"}
#: Text that a tracked change took out: no reader sees it.
_DELETED = re.compile(r"<w:(del|moveFrom)\b(?:[^>/]|/(?!>))*>.*?</w:\1>", re.DOTALL)
#: What a paragraph may not hold if its runs are to be written again.
_STRANGE = re.compile(
    r"<w:(?:ins|del|moveFrom|moveTo|fldChar|fldSimple|sdt|object|drawing|pict|vanish|sym|footnoteReference|"
    r"endnoteReference|commentReference)\b|<mc:|<m:|<w:smartTag\b"
)


@dataclass(frozen=True, slots=True)
class WrittenRun:
    """A run of a paragraph: its opening tag, its formatting, its place, and the link around it (-1: none)."""

    opening: str
    start: int
    end: int
    link: int


@dataclass(frozen=True, slots=True)
class Sign:
    """One character of a paragraph: as the reader sees it, as it is written, and the run that holds it."""

    text: str
    source: str
    run: int


@dataclass(frozen=True, slots=True)
class WrittenParagraph:
    """A paragraph's XML taken apart; `links` are the opening tags of its hyperlinks with where they begin and end."""

    xml: str
    runs: tuple[WrittenRun, ...]
    links: tuple[tuple[str, int, int], ...]
    signs: tuple[Sign, ...]


def patch_package(
    content: bytes, document: Document, rewrites: Mapping[int, Sequence[Piece]]
) -> tuple[bytes, dict[int, str]]:
    """Return a DOCX file with rewrites in it, by the number of their bullet, and why some could not be written."""
    package = open_package(content)
    main = package.find("", "officeDocument", "word/document.xml")
    part = package.read(main)
    if part is None:
        return content, dict.fromkeys(rewrites, "the file has no text")
    xml = part.decode("utf-8")
    faults: dict[int, str] = {}
    edits: list[tuple[int, int, str]] = []
    taken: set[int] = set()
    for number, pieces in sorted(rewrites.items()):
        try:
            edit = find_edit(xml, document.bullets[number], pieces, taken)
            taken.add(edit[0])
            edits.append(edit)
        except MarkupError as error:
            faults[number] = str(error)
    for start, end, text in sorted(edits, reverse=True):
        xml = xml[:start] + text + xml[end:]
    return replace_part(content, main, xml.encode("utf-8")), faults


def replace_part(content: bytes, name: str, part: bytes) -> bytes:
    """Return a zip archive with one part replaced, every other part and its date kept."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(out, "w") as new:
        for info in old.infolist():
            new.writestr(info, part if info.filename == name else old.read(info.filename), info.compress_type)
    return out.getvalue()


def find_edit(xml: str, bullet: Bullet, pieces: Sequence[Piece], taken: set[int]) -> tuple[int, int, str]:
    """Return where the paragraph of a bullet stands and its new XML; raises MarkupError if that cannot be told."""
    reason = "its paragraph was not found"
    for match in _PARAGRAPH.finditer(xml):
        if match.start() in taken:
            continue
        paragraph = read_paragraph(_DELETED.sub("", match.group()))
        stretches = fold_stretches(
            Stretch(sign.text, place, place + 1) for place, sign in enumerate(paragraph.signs)
        )
        folded = "".join(stretch.text for stretch in stretches)
        start = folded.find(bullet.text)
        if start < 0 or not folded.endswith(bullet.text):
            continue
        if _STRANGE.search(match.group()):
            reason = "its paragraph has tracked changes, fields or pictures"
            continue
        places = list_places(slice_stretches(stretches, start, start + len(bullet.text)))
        return match.start(), match.end(), write_paragraph(paragraph, places, pieces, bullet.text)
    raise MarkupError(reason)


def read_paragraph(xml: str) -> WrittenParagraph:
    """Take a paragraph apart into runs, links and characters."""
    links = tuple((match.group(1), match.start(), match.end()) for match in _LINK.finditer(xml))
    runs: list[WrittenRun] = []
    signs: list[Sign] = []
    for match in _RUN.finditer(xml):
        link = next((number for number, row in enumerate(links) if row[1] <= match.start() < row[2]), -1)
        for token in _CONTENT.finditer(_IGNORED.sub("", match.group(3))):
            text, tag, _, strange = token.groups()
            if text is not None:
                for sign in _SIGN.findall(text):
                    signs.append(Sign(_ENTITIES.get(sign, sign[:1]), sign, len(runs)))
            elif tag is not None:
                signs.append(Sign("-" if "Hyphen" in tag else " ", tag, len(runs)))
            elif strange and not strange.isspace():
                signs.append(Sign("\ufffc", strange, len(runs)))
                break
        runs.append(WrittenRun(match.group(1) + (match.group(2) or ""), match.start(), match.end(), link))
    return WrittenParagraph(xml, tuple(runs), links, tuple(signs))


def list_places(stretches: Sequence[Stretch]) -> list[tuple[int, int]]:
    """Return for each character of a bullet the characters of its paragraph that it stands for."""
    places: list[tuple[int, int]] = []
    for stretch in stretches:
        assert stretch.start is not None
        assert stretch.end is not None
        if stretch.linear:
            places += [(stretch.start + step, stretch.start + step + 1) for step in range(len(stretch.text))]
        else:
            places += [(stretch.start, stretch.end)] * len(stretch.text)
    return places


def write_paragraph(
    paragraph: WrittenParagraph, places: Sequence[tuple[int, int]], pieces: Sequence[Piece], text: str
) -> str:
    """Return a paragraph's XML with the characters of a bullet rewritten."""
    signs, runs = paragraph.signs, paragraph.runs
    first, last = widen(paragraph, signs[places[0][0]].run, signs[places[-1][1] - 1].run)
    written: list[tuple[str, int | None]] = [
        (sign.source, sign.run) for sign in signs[: places[0][0]] if sign.run >= first
    ]
    for piece in pieces:
        written += write_piece(paragraph, places, piece, text)
    written += [(sign.source, sign.run) for sign in signs[places[-1][1] :] if sign.run <= last]
    start, end = find_extent(paragraph, first, last)
    between = paragraph.xml[start:end]
    kept = "".join(_KEPT.findall(between))
    return (
        paragraph.xml[:start]
        + render_runs(paragraph, settle_runs(written, runs))
        + kept
        + paragraph.xml[end:]
    )


def widen(paragraph: WrittenParagraph, first: int, last: int) -> tuple[int, int]:
    """Return the first and last run to write again: links are written whole."""
    links = {paragraph.runs[first].link, paragraph.runs[last].link} - {-1}
    inside = [number for number, run in enumerate(paragraph.runs) if run.link in links]
    return min([first, *inside]), max([last, *inside])


def find_extent(paragraph: WrittenParagraph, first: int, last: int) -> tuple[int, int]:
    """Return the characters of the XML that two runs and all between them take up, links included."""
    one, other = paragraph.runs[first], paragraph.runs[last]
    start = one.start if one.link < 0 else paragraph.links[one.link][1]
    end = other.end if other.link < 0 else paragraph.links[other.link][2]
    return start, end


def write_piece(
    paragraph: WrittenParagraph, places: Sequence[tuple[int, int]], piece: Piece, text: str
) -> list[tuple[str, int | None]]:
    """Return a piece as XML text with the run that each part belongs to, None for a new word."""
    if piece.start is None or piece.end is None:
        return [(escape(piece.text), None)]
    old = text[piece.start : piece.end]
    if len(old) != len(piece.text) or old.lower() != piece.text.lower():
        return [(escape(piece.text), paragraph.signs[places[piece.start][0]].run)]
    written: list[tuple[str, int | None]] = []
    for step, sign in enumerate(piece.text):
        first, last = places[piece.start + step]
        source = paragraph.signs[first].source if last == first + 1 and sign == old[step] else escape(sign)
        written.append((source, paragraph.signs[first].run))
    return written


def settle_runs(
    written: Sequence[tuple[str, int | None]], runs: Sequence[WrittenRun]
) -> list[tuple[str, int]]:
    """Return text with a run for each part: a new word takes the plainer of its neighbours' runs, a link last."""

    def weigh(number: int) -> tuple[bool, int]:
        return runs[number].link >= 0, len(runs[number].opening)

    settled: list[tuple[str, int]] = []
    for place, (source, run) in enumerate(written):
        if run is None:
            after = next((other for _, other in written[place:] if other is not None), None)
            before = settled[-1][1] if settled else None
            near = [number for number in (before, after) if number is not None]
            run = min(near, key=weigh)
        settled.append((source, run))
    return settled


def render_runs(paragraph: WrittenParagraph, written: Sequence[tuple[str, int]]) -> str:
    """Return runs and links as XML, neighbours of one run together."""
    parts: list[str] = []
    link = -1
    place = 0
    while place < len(written):
        number = written[place][1]
        content: list[str] = []
        while place < len(written) and written[place][1] == number:
            content.append(written[place][0])
            place += 1
        run = paragraph.runs[number]
        if run.link != link:
            parts.append("</w:hyperlink>" if link >= 0 else "")
            parts.append(paragraph.links[run.link][0] if run.link >= 0 else "")
            link = run.link
        parts.append(run.opening + wrap_text(content) + "</w:r>")
    return "".join(parts) + ("</w:hyperlink>" if link >= 0 else "")


def wrap_text(content: Sequence[str]) -> str:
    """Return the content of a run: text in its element, tabs and line breaks beside it."""
    parts: list[str] = []
    text = ""
    for source in content:
        if source.startswith("<"):
            parts += [wrap_element(text), source]
            text = ""
        else:
            text += source
    return "".join([*parts, wrap_element(text)])


def wrap_element(text: str) -> str:
    return f'<w:t xml:space="preserve">{text}</w:t>' if text else ""


def escape(text: str) -> str:
    """Return a text as it stands in XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
