"""Whether an HTML page sets text side by side: CSS columns, flex rows, grids, floats and absolute places.

A program that reads the page for its text sees none of these. What counts is not the style but what stands in it: two
elements beside each other that both hold headings or lists, and more words than a title and its dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_CSS_COMMENT = re.compile(r"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/")
_COMPOUND = re.compile(r"(?P<tag>^[a-zA-Z][\w-]*)|\.(?P<class>[\w-]+)|#(?P<id>[\w-]+)")
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)(?P<rest>[^<>]{0,2000})>")
_ATTRIBUTE = re.compile(r"\b(class|id|style)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
#: What holds no text, and where each of these ends.
_UNREAD = re.compile(r"<(?:(script|style|svg|template)\b|!--)", re.IGNORECASE)
_ENDS = {
    name: re.compile(rf"</{name}\b[^<>]*>?", re.IGNORECASE) for name in ("script", "style", "svg", "template")
}
_COMMENT_END = re.compile("-->")
#: A property without which nothing stands side by side.
_STYLED = re.compile(r"column|flex|grid|float|position", re.IGNORECASE)
_COLUMNS = re.compile(r"(?<![\w-])(?:column-count|columns)\s*:[^;]*?(?<![\w.])(?:[2-9]|\d\d)(?![\w.%])")
_FLEX = re.compile(r"(?<![\w-])display\s*:\s*(?:inline-)?flex")
_DOWN = re.compile(r"(?<![\w-])flex-(?:direction|flow)\s*:\s*column")
_TRACKS = re.compile(r"(?<![\w-])grid-template(?:-columns)?\s*:([^;]*)")
_AREAS = re.compile(r"[\"']\s*([\w-]+)\s+(?!\1\b)[\w-]+")
_TRACK = re.compile(r"repeat\(\s*(?:[2-9]|\d\d|auto-fi)|(?:[\w.%-]+\((?:[^()]|\([^()]*\))*\)|[\w.%-]+)")
_ASIDE = re.compile(r"(?<![\w-])(?:float\s*:\s*(?:left|right)|position\s*:\s*(?:absolute|fixed))")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_HOLDING = frozenset("h2 h3 h4 h5 h6 ul ol".split())
#: Rules that are looked at and characters of each, the deepest nesting, words of an element that is a column, at least.
_MOST_RULES, _LONGEST_RULE, _DEEPEST, _FEWEST_WORDS = 2000, 1000, 200, 8

#: What a style makes of an element: its text stands in columns, its children side by side, or it stands aside.
Kinds = frozenset[str]


@dataclass(slots=True)
class _Element:
    """An open element: what its style says, whether a heading or list is in it, its words, and its full children."""

    name: str
    kinds: Kinds
    holds: bool = False
    words: int = 0
    full: int = 0
    aside: bool = False


@dataclass(slots=True)
class _Styles:
    """The kinds that the rules of a page give, by the tag, class and id that each asks for together."""

    rules: dict[str, list[tuple[frozenset[str], str]]] = field(default_factory=dict)

    def find_kinds(self, names: frozenset[str], inline: str) -> Kinds:
        """Return what the rules and an element's own style make of it; `names` are its tag, ".class" and "#id"."""
        found = {*_read_kinds(inline)}
        for name in names:
            found.update(kind for asked, kind in self.rules.get(name, ()) if asked <= names)
        return frozenset(found)


def stands_side_by_side(source: str) -> bool:
    """Tell whether two parts of a page that hold headings or lists stand beside each other."""
    if _STYLED.search(source) is None:
        return False
    text, sheets = _split_styles(source)
    styles = _read_styles(sheets)
    stack = [_Element("", frozenset())]
    position = 0
    for tag in _TAG.finditer(text):
        stack[-1].words += len(text[position : tag.start()].split())
        position = tag.end()
        name = tag["name"].lower()
        if name in _VOID or tag["rest"].endswith("/"):
            continue
        if not tag["close"]:
            if len(stack) < _DEEPEST:
                stack.append(_Element(name, _find_kinds(styles, name, tag["rest"])))
            continue
        if not any(element.name == name for element in stack[1:]):
            continue
        while len(stack) > 1:
            element = stack.pop()
            if _close(element, stack[-1]):
                return True
            if element.name == name:
                break
    while len(stack) > 1:
        element = stack.pop()
        if _close(element, stack[-1]):
            return True
    return False


def _close(element: _Element, parent: _Element) -> bool:
    """Tell the parent of an element what was in it; return whether text stands side by side in one of them."""
    if "columns" in element.kinds and (element.holds or element.full) and element.words > _FEWEST_WORDS:
        return True
    if "row" in element.kinds and element.full > 1:
        return True
    parent.words += element.words
    parent.holds = parent.holds or element.holds or element.name in _HOLDING
    full = element.words >= _FEWEST_WORDS and (element.holds or element.name in ("ul", "ol"))
    if full:
        parent.full += 1
        parent.aside = parent.aside or "aside" in element.kinds
    return full and parent.aside and parent.full > 1


def _find_kinds(styles: _Styles, name: str, attributes: str) -> Kinds:
    names, inline = {name}, ""
    for found in _ATTRIBUTE.finditer(attributes):
        value = found[2] or found[3] or found[4] or ""
        key = found[1].lower()
        if key == "style":
            inline = value.lower()
        else:
            names.update(f"{'.' if key == 'class' else '#'}{each}" for each in value.split())
    return styles.find_kinds(frozenset(names), inline)


def _split_styles(source: str) -> tuple[str, list[str]]:
    """Return a page without scripts, styles, drawings and comments, and its style sheets; one that never ends stays."""
    parts: list[str] = []
    sheets: list[str] = []
    unended: set[str] = set()
    position = 0
    for opening in _UNREAD.finditer(source):
        name = (opening[1] or "").lower()
        if opening.start() < position or name in unended:
            continue
        ending = _ENDS.get(name, _COMMENT_END).search(source, opening.end())
        if ending is None:
            unended.add(name)
            continue
        parts.append(source[position : opening.start()])
        if name == "style":
            sheets.append(source[opening.end() : ending.start()].partition(">")[2])
        position = ending.end()
    return " ".join([*parts, source[position:]]), sheets


def _read_styles(sheets: Sequence[str]) -> _Styles:
    styles = _Styles()
    rules = [rule for sheet in sheets for rule in _CSS_COMMENT.sub(" ", sheet).split("}")][:_MOST_RULES]
    for rule in rules:
        before, _, declarations = rule.rpartition("{")
        kinds = [*_read_kinds(declarations[:_LONGEST_RULE].lower())]
        for selector in before.rpartition("{")[2][-_LONGEST_RULE:].split(",") if kinds else ():
            last = selector.split()[-1:] or [""]
            asked = frozenset(_read_compound(last[0]))
            if asked and ":" not in last[0]:
                styles.rules.setdefault(min(asked), []).extend((asked, kind) for kind in kinds)
    return styles


def _read_compound(selector: str) -> Iterator[str]:
    for part in _COMPOUND.finditer(selector):
        if part["tag"]:
            yield part["tag"].lower()
        else:
            yield f".{part['class']}" if part["class"] else f"#{part['id']}"


def _read_kinds(declarations: str) -> Iterator[str]:
    """Yield what the declarations of a rule make of an element."""
    if _COLUMNS.search(declarations):
        yield "columns"
    if _FLEX.search(declarations) and not _DOWN.search(declarations):
        yield "row"
    tracks = _TRACKS.search(declarations)
    if tracks is not None and _sets_tracks(tracks[1][:300]):
        yield "row"
    if _AREAS.search(declarations) and "grid-template" in declarations:
        yield "row"
    if _ASIDE.search(declarations):
        yield "aside"


def _sets_tracks(value: str) -> bool:
    columns = value.rpartition("/")[2]
    tracks = _TRACK.findall(columns)
    return len(tracks) > 1 or any(track.startswith("repeat(") for track in tracks)
