"""The paragraphs of a DOCX body as a reader sees them once every change is accepted."""

from __future__ import annotations

from dataclasses import dataclass, field

from bulletlint.core.errors import ReadError
from bulletlint.read.docx.styles import StyleSheet, is_on, read_integer
from bulletlint.read.docx.xml import parse_xml
from bulletlint.read.limits import MOST_LINES

#: Characters of text at most, as in a file of text.
_MOST_TEXT = 1_000_000

#: Elements whose content nobody sees: deleted or moved text, field codes, older properties, notes on pronunciation.
_UNSEEN = frozenset(
    "w:del w:moveFrom w:delText w:delInstrText w:instrText w:pPrChange w:rPrChange w:sectPrChange w:tblPrChange "
    "w:trPrChange w:tcPrChange w:numberingChange w:rt w:sectPr".split()
)
_CHARACTERS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "w:ptab": "\t"}
#: Characters of the fonts Symbol and Wingdings, by their code there.
_SYMBOLS = {0xB7: "•", 0xA7: "▪", 0xA8: "◻", 0x6C: "●", 0x6E: "■", 0x76: "❖", 0xD8: "➢", 0xFC: "✓", 0xE0: "→"}


@dataclass(slots=True)
class _Looks:
    """How a run looks, None if it inherits; `size` in half-points."""

    bold: bool | None = None
    caps: bool | None = None
    hidden: bool = False
    size: int | None = None
    style: str | None = None


@dataclass(slots=True)
class WordParagraph:
    """One paragraph; `number` counts from 1, `plain` is how many of its characters are not bold.

    `list_number` is "0" where the paragraph says that it is no list, None if it says nothing; `depth` and `outline`
    count from 1; `size` is the largest font size in half-points.
    """

    number: int
    parts: list[str] = field(default_factory=list)
    style: str | None = None
    list_number: str | None = None
    depth: int | None = None
    outline: int | None = None
    plain: int = 0
    caps: bool = True
    size: int = 0
    ruled: bool = False
    joined: bool = False
    looks: _Looks = field(default_factory=_Looks)

    @property
    def text(self) -> str:
        """The text with tabs and line breaks."""
        return "".join(self.parts)


def read_paragraphs(content: bytes, sheet: StyleSheet) -> list[WordParagraph]:
    """Return the paragraphs with text of a document part, in the order in which they begin.

    The number of a paragraph counts every paragraph of the body, also empty ones and those in tables and text boxes;
    the copy of a text box that Word keeps for old programs is not counted.
    """
    handler = _BodyHandler(sheet)
    parse_xml(content, handler, "document")
    return sorted(handler.paragraphs, key=lambda paragraph: paragraph.number)


class _BodyHandler:
    """Follows the body of a document; text boxes stand inside paragraphs, so these are kept on a stack."""

    def __init__(self, sheet: StyleSheet) -> None:
        self.paragraphs: list[WordParagraph] = []
        self._sheet = sheet
        self._names: list[str] = []
        self._open: list[WordParagraph] = []
        self._carried: tuple[int, WordParagraph] | None = None
        self._skipped = 0  # depth inside an unseen element
        self._chosen: list[bool] = []  # for each AlternateContent around, whether its choice has been read
        self._prompts: list[bool] = []  # for each content control around, whether it shows its prompt
        self._rows: list[bool] = []  # for each table row around, whether it was deleted
        self._count = 0
        self._written = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._skipped:
            self._skipped += 1
            return
        parent = self._names[-1] if self._names else ""
        if self._is_unseen(name, parent):
            self._skipped = 1
            return
        self._names.append(name)
        if name == "w:p":
            self._begin_paragraph()
        elif name == "w:tr":
            self._rows.append(False)
        elif name == "mc:AlternateContent":
            self._chosen.append(False)
        elif name == "w:sdt":
            self._prompts.append(False)
        elif name == "w:showingPlcHdr" and self._prompts:
            self._prompts[-1] = is_on(attributes)
        elif self._open:
            if parent == "w:r":
                self._read_run_content(name, attributes)
            elif parent in {"w:pPr", "w:numPr", "w:pBdr"}:
                self._read_paragraph_property(self._open[-1], name, attributes)
            elif parent == "w:rPr" and self._names[-3:-2] == ["w:r"]:
                _read_run_property(self._open[-1].looks, name, attributes)
            if name == "w:r":
                self._open[-1].looks = _Looks()

    def end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        self._names.pop()
        if name == "w:p":
            self._end_paragraph()
        elif name == "w:tr":
            self._rows.pop()
        elif name == "mc:AlternateContent":
            self._chosen.pop()
        elif name == "w:sdt":
            self._prompts.pop()
        elif name in {"w:tc", "w:txbxContent", "w:body"} and self._carried:
            self.paragraphs.append(self._carried[1])
            self._carried = None

    def text(self, text: str) -> None:
        if not self._skipped and self._open and self._names[-1] in {"w:t", "m:t"}:
            self._write(text)

    def _is_unseen(self, name: str, parent: str) -> bool:
        """Tell whether an element is to be passed over, and note what the marks of a deletion mean."""
        if name == "w:del" and parent == "w:rPr" and self._open and self._names[-2:-1] == ["w:pPr"]:
            self._open[-1].joined = True  # the end of the paragraph was deleted: the next one carries it on
        if name == "w:del" and parent == "w:trPr":
            self._rows[-1:] = [True]
        if name == "w:tc" and parent == "w:tr" and self._rows[-1]:
            return True
        if name in {"mc:Choice", "mc:Fallback"} and self._chosen:
            seen = self._chosen[-1]
            self._chosen[-1] = True
            return seen
        return name in _UNSEEN

    def _begin_paragraph(self) -> None:
        self._count += 1
        paragraph = WordParagraph(self._count)
        if self._carried and self._carried[0] == len(self._open):
            before = self._carried[1]
            paragraph.parts, paragraph.number = before.parts, before.number
            paragraph.plain, paragraph.caps, paragraph.size = before.plain, before.caps, before.size
            self._carried = None
        self._open.append(paragraph)

    def _end_paragraph(self) -> None:
        paragraph = self._open.pop()
        if paragraph.joined and paragraph.parts:
            self._carried = (len(self._open), paragraph)
        elif paragraph.text.strip():
            self.paragraphs.append(paragraph)
            if len(self.paragraphs) > MOST_LINES:
                raise ReadError(f"has more than {MOST_LINES:,} paragraphs, too many for a resume; shorten it")

    def _read_run_content(self, name: str, attributes: dict[str, str]) -> None:
        if name in _CHARACTERS:
            self._write(_CHARACTERS[name])
        elif name == "w:sym":
            code = attributes.get("w:char", "")
            try:
                self._write(_SYMBOLS.get(int(code, 16) & 0xFF, ""))
            except ValueError:
                return

    def _write(self, text: str) -> None:
        paragraph = self._open[-1]
        looks = paragraph.looks
        if looks.hidden or not text or any(self._prompts):  # "Click or tap here to enter text."
            return
        paragraph.parts.append(text)
        self._written += len(text)
        if self._written > _MOST_TEXT:
            raise ReadError(
                f"has more than {_MOST_TEXT:,} characters of text, too much for a resume; shorten it"
            )
        if text.isspace():
            return
        run_style = self._sheet.styles.get(looks.style or "")
        style = self._sheet.resolve(paragraph.style)
        bold = _choose(looks.bold, run_style.bold if run_style else None, style.bold)
        caps = _choose(looks.caps, run_style.caps if run_style else None, style.caps)
        paragraph.plain += 0 if bold else len(text)
        paragraph.caps = paragraph.caps and (bool(caps) or text.upper() == text)
        paragraph.size = max(paragraph.size, looks.size or (run_style and run_style.size) or style.size or 0)

    def _read_paragraph_property(
        self, paragraph: WordParagraph, name: str, attributes: dict[str, str]
    ) -> None:
        match name:
            case "w:pStyle":
                paragraph.style = attributes.get("w:val")
            case "w:numId":
                paragraph.list_number = attributes.get("w:val")
            case "w:ilvl":
                depth = read_integer(attributes)
                paragraph.depth = depth + 1 if depth is not None else None
            case "w:outlineLvl":
                outline = read_integer(attributes)
                paragraph.outline = outline + 1 if outline is not None and outline < 9 else None
            case "w:bottom" | "w:top":
                paragraph.ruled = is_on(attributes)


def _read_run_property(looks: _Looks, name: str, attributes: dict[str, str]) -> None:
    match name:
        case "w:b":
            looks.bold = is_on(attributes)
        case "w:caps":
            looks.caps = is_on(attributes)
        case "w:vanish" | "w:strike" | "w:dstrike":
            looks.hidden = looks.hidden or is_on(attributes)
        case "w:sz":
            looks.size = read_integer(attributes)
        case "w:rStyle":
            looks.style = attributes.get("w:val")


def _choose(*values: bool | None) -> bool | None:
    return next((value for value in values if value is not None), None)
