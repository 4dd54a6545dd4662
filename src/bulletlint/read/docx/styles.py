"""Styles and numbering of a DOCX file: what a paragraph inherits when it says nothing itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bulletlint.read.docx.xml import parse_xml

_HEADING_NAME = re.compile(r"heading (\d)\Z", re.IGNORECASE)
_LIST_NAME = re.compile(r"list(?! continue)(?: \w+)*?(?: (\d))?\Z", re.IGNORECASE)
#: Font size where nothing says one, in half-points.
_DEFAULT_SIZE = 20


@dataclass(slots=True)
class Style:
    """What one style says, None if it says nothing; `size` is in half-points, `depth` and `outline` count from 1."""

    name: str = ""
    based_on: str | None = None
    number: str | None = None
    depth: int | None = None
    outline: int | None = None
    bold: bool | None = None
    caps: bool | None = None
    size: int | None = None


@dataclass(slots=True)
class StyleSheet:
    """Styles by identifier, the default paragraph style, and the list numbers that show no mark."""

    styles: dict[str, Style] = field(default_factory=dict)
    default: str | None = None
    unmarked: frozenset[str] = frozenset()
    _resolved: dict[str | None, Style] = field(default_factory=dict)

    def resolve(self, identifier: str | None) -> Style:
        """Return a style with what it inherits filled in."""
        if identifier not in self._resolved:
            self._resolved[identifier] = self._resolve(identifier)
        return self._resolved[identifier]

    def _resolve(self, identifier: str | None) -> Style:
        resolved = Style(size=self.styles.get("", Style()).size)
        chain: list[Style] = []
        at = identifier if identifier in self.styles else self.default
        while at is not None and at in self.styles and len(chain) < 20:
            chain.append(self.styles[at])
            at = self.styles[at].based_on
        for style in reversed(chain):
            said = {
                name: value
                for name in ("name", "number", "depth", "outline", "bold", "caps", "size")
                if (value := getattr(style, name)) is not None
            }
            resolved = replace(resolved, **said)
        return replace(resolved, size=resolved.size or _DEFAULT_SIZE)


def find_heading_level(style: Style) -> int | None:
    """Return the level of the heading that a style stands for, None for one that is no heading."""
    if style.name.lower() == "title":
        return 1
    named = _HEADING_NAME.match(style.name)
    return int(named[1]) if named else style.outline


def find_list_depth(style: Style) -> int | None:
    """Return the list depth that a style stands for by its name ("List Bullet 2"), None for one that is no list."""
    if style.name.lower() == "list paragraph":
        return None  # an indent; a mark shows only where the paragraph has a number
    named = _LIST_NAME.match(style.name)
    return int(named[1] or 1) if named else None


def read_styles(styles: bytes | None, numbering: bytes | None) -> StyleSheet:
    """Read the parts for styles and numbering, each None if the file has none."""
    sheet = StyleSheet()
    if styles is not None:
        parse_xml(styles, _StyleHandler(sheet), "styles")
    if numbering is not None:
        numbers = _NumberingHandler()
        parse_xml(numbering, numbers, "numbering")
        sheet.unmarked = numbers.find_unmarked()
    return sheet


def is_on(attributes: Mapping[str, str]) -> bool:
    """Tell whether a switch such as ``<w:b/>`` is on."""
    return attributes.get("w:val", "1") not in {"0", "false", "off", "none"}


def read_integer(attributes: Mapping[str, str]) -> int | None:
    """Return the value of a property such as ``<w:sz w:val="24"/>``, None if it is no number."""
    value = attributes.get("w:val", "")
    return int(value) if value.isdecimal() and len(value) < 6 else None


class _StyleHandler:
    """Collects the styles of a style sheet."""

    def __init__(self, sheet: StyleSheet) -> None:
        self._sheet = sheet
        self._style: Style | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "w:rPrDefault":
            self._style = self._sheet.styles.setdefault("", Style())
        elif name == "w:style":
            identifier = attributes.get("w:styleId", "")
            self._style = self._sheet.styles[identifier] = Style()
            if attributes.get("w:type") == "paragraph" and attributes.get("w:default") in {"1", "true"}:
                self._sheet.default = identifier
        if self._style is None:
            return
        match name:
            case "w:name":
                self._style.name = attributes.get("w:val", "")
            case "w:basedOn":
                self._style.based_on = attributes.get("w:val")
            case "w:numId":
                self._style.number = attributes.get("w:val")
            case "w:ilvl":
                depth = read_integer(attributes)
                self._style.depth = depth + 1 if depth is not None else None
            case "w:outlineLvl":
                level = read_integer(attributes)
                self._style.outline = level + 1 if level is not None and level < 9 else None
            case "w:b":
                self._style.bold = is_on(attributes)
            case "w:caps":
                self._style.caps = is_on(attributes)
            case "w:sz":
                self._style.size = read_integer(attributes)

    def end(self, name: str) -> None:
        if name in {"w:style", "w:rPrDefault"}:
            self._style = None

    def text(self, text: str) -> None:
        pass


class _NumberingHandler:
    """Collects which lists show no mark at their outermost level."""

    def __init__(self) -> None:
        self._abstract: str | None = None
        self._number: str | None = None
        self._level = ""
        self._formats: dict[str, str] = {}
        self._numbers: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "w:abstractNum":
                self._abstract = attributes.get("w:abstractNumId")
            case "w:num":
                self._number = attributes.get("w:numId")
            case "w:lvl":
                self._level = attributes.get("w:ilvl", "")
            case "w:numFmt" if self._abstract is not None and self._level == "0":
                self._formats[self._abstract] = attributes.get("w:val", "")
            case "w:abstractNumId" if self._number is not None:
                self._numbers[self._number] = attributes.get("w:val", "")

    def end(self, name: str) -> None:
        if name == "w:abstractNum":
            self._abstract = None
        elif name == "w:num":
            self._number = None

    def text(self, text: str) -> None:
        pass

    def find_unmarked(self) -> frozenset[str]:
        """Return the numbers of the lists without marks."""
        return frozenset(number for number, of in self._numbers.items() if self._formats.get(of) == "none")
