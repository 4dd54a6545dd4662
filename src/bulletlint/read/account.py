"""What of a source its reader passed over, so that an account of a file names every word of it.

A reader says where each word that it hands over stands; what lies between is mark-up, or text with a reason of its own:
the title of a page, a footnote, a setting, the address of a link.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from bulletlint.core.document import Block, Comment, LeftOut, Place
from bulletlint.core.errors import ReadError
from bulletlint.core.places import find_line_starts, locate_offset
from bulletlint.read.data.tree import Listing, Mapping, Node, Scalar
from bulletlint.read.markup.markdown import FRONT_MATTER

Span = tuple[int, int]


class Unread(NamedTuple):
    """A text that was passed over, why, and its place as character offsets."""

    text: str
    reason: str
    start: int
    end: int


#: What is mark-up between the texts of a format, and texts with a reason of their own, by the names of the groups.
_PATTERNS = {
    "latex": re.compile(
        r"(?P<mark>\\(?:begin|end)\s*\{[^{}]*\}|\\[A-Za-z@]+\*?|\\.)"
        r"|(?P<optional>\[[^\[\]\n]*\])|(?P<argument>[^\\\[\]\n]+|[\[\]])",
        re.DOTALL,
    ),
    "markdown": re.compile(
        r"(?P<mark></?[A-Za-z][^<>\n]*>|(?m:^)[ \t>]*(?:[-+*]|\w{1,3}[.)])[ \t]|\[[ xX]\][ \t])"
        r"|(?P<address>(?:(?:https?|mailto|tel):|www\.|[./#])[^\s)\]>]*)|(?P<markup>[^\n<\[(]+|[<\[(])"
    ),
    "rst": re.compile(
        r"(?P<mark>(?m:^)[ \t]*\(?\w{1,3}[.)][ \t])|(?P<address>(?:https?|mailto|tel):[^\s>]*)"
        r"|(?P<directive>\.\.[^\n]*)|(?P<markup>[^\n<]+|<)"
    ),
    "org": re.compile(
        r"(?P<mark>(?m:^)[ \t]*\w{1,3}[.)][ \t]|\[[ xX-]\][ \t]|\\\w+|(?m:^)[ \t]*(?::[\w+-]+:|#\+\w+:)(?![ \t]*\S))"
        r"|(?P<address>(?:https?|mailto|tel):[^\s\]]*)|(?P<setting>#\+[^\n]*)"
        r"|(?P<property>(?m:^)[ \t]*:[\w+-]+:[^\n]*)|(?P<markup>[^\n\[]+|\[)"
    ),
    "typst": re.compile(
        r"(?P<mark>[ \t]*(?:#?[A-Za-z_][\w.-]*(?=[(\[])|#(?:let|set|show|import|include|if|else|for|while)\b"
        r"|[\w-]+[ \t]*:))"
        r"|(?P<address>(?:https?|mailto|tel):[^\s\")\]]*)|(?P<code>[^\n#(\[:,;]+|.)"
    ),
    "plain": re.compile(r"(?P<mark>(?m:^)[ \t]*\(?\w{1,3}[.)]?[ \t])|(?P<markup>[^\n]+)"),
}  # fmt: skip
_REASONS = {
    "optional": "optional argument", "address": "address of a link", "directive": "directive", "setting": "setting",
    "property": "property", "code": "code", "markup": "mark-up",
}  # fmt: skip
_LATEX_WORD = re.compile(
    r"\\([A-Za-z@]+)\*?\s*(?:\[[^\[\]]*\]\s*|\{[^{}]*\}\s*){0,8}\{(?:[^{}]|\{[^{}]*\}){0,400}"
)
_BRANCH = re.compile(r"\\(?:if(?:false|true)|else|fi)\b")
#: Characters before an argument in which its macro is looked for, macros that are looked at, and characters in which a
#: branch begins that is switched off.
_LOOKED_BACK, _MOST_MACROS, _LONGEST_BRANCH = 500, 4, 2_000
_FOOTNOTES = frozenset({"footnote", "footnotetext", "thanks", "marginpar"})
_BODY = re.compile(r"\\begin\s*\{document\}")
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*)(?:[^<>\"']|\"[^\"<]{0,2000}\"|'[^'<]{0,2000}')*>|<[!?][^<>]{0,2000}>"
)
_CODE = re.compile(r"<(script|style)\b", re.IGNORECASE)
_CODE_ENDS = {name: re.compile(rf"</{name}\b[^<>]*>", re.IGNORECASE) for name in ("script", "style")}
#: Why the text of an element is not read; that of any other is hidden by its style.
_ELEMENTS = {
    "title": "title of the page", "nav": "navigation", "noscript": "shown without scripts only", "svg": "drawing",
    "button": "control", "select": "control", "textarea": "control", "template": "template", "math": "formula",
}  # fmt: skip


def find_unread(
    source: str, format_name: str, blocks: Iterable[Block], comments: Iterable[Comment]
) -> tuple[LeftOut, ...]:
    """Return the texts of a source that stand in none of its blocks and comments, in order, each with the reason."""
    covered = _merge_spans(
        [
            *(
                (each.start, each.end)
                for block in blocks
                for each in block.stretches
                if each.start is not None
            ),
            *((comment.start, comment.end) for comment in comments),
        ]
    )
    if format_name in ("json", "yaml"):
        found = _find_values(source, format_name, covered)
    else:
        gaps = _find_gaps(covered, len(source))
        found = _read_page(source, gaps) if format_name == "html" else _read_gaps(source, format_name, gaps)
    line_starts = find_line_starts(source)
    return tuple(
        LeftOut(each.text, each.reason, _make_place(each, line_starts), listed=False)
        for each in found
        if any(character.isalnum() for character in each.text)
    )


def _make_place(unread: Unread, line_starts: tuple[int, ...]) -> Place:
    return Place(*locate_offset(line_starts, unread.start), *locate_offset(line_starts, unread.end))


def _merge_spans(spans: Sequence[tuple[int | None, int | None]]) -> list[Span]:
    """Return spans in order, those that touch or overlap as one."""
    merged: list[Span] = []
    for start, end in sorted((start or 0, end or 0) for start, end in spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _find_gaps(covered: Sequence[Span], length: int) -> list[Span]:
    starts = [0, *(end for _, end in covered)]
    ends = [*(start for start, _ in covered), length]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


def _read_gaps(source: str, format_name: str, gaps: Sequence[Span]) -> Iterator[Unread]:
    """Yield what is text of the gaps of a source with mark-up, line by line; its head, if it has one, as a whole."""
    head, reason = _find_head(source, format_name)
    for start, end in gaps:
        if start < head:
            yield Unread(" ".join(source[start : min(end, head)].split()), reason, start, min(end, head))
    body = [(max(start, head), end) for start, end in gaps if end > head]
    yield from _read_pieces(source, _PATTERNS.get(format_name, _PATTERNS["plain"]), body)


def _read_pieces(source: str, pattern: re.Pattern[str], gaps: Iterable[Span]) -> Iterator[Unread]:
    """Yield what is text of the gaps of a source, as a pattern takes them apart."""
    for start, end in gaps:
        for found in pattern.finditer(source, start, end):
            text = found[0].strip("{}[]() \t\r\n\"'`*_|=,;")
            if found.lastgroup == "mark" or not text:
                continue
            first = found.start() + found[0].index(text)
            name = found.lastgroup or "markup"
            why = _name_argument(source, first) if name == "argument" else _REASONS[name]
            yield Unread(" ".join(text.split()), why, first, first + len(text))


def _find_head(source: str, format_name: str) -> tuple[int, str]:
    """Return where the part before the page itself ends, 0 without one, and what it is called."""
    if format_name == "latex":
        body = _BODY.search(source)
        return (body.end(), "preamble") if body is not None else (0, "")
    front = FRONT_MATTER.match(source) if format_name == "markdown" else None
    return (front.end(), "front matter") if front is not None else (0, "")


def _name_argument(source: str, start: int) -> str:
    """Return why the argument of a LaTeX macro is not read."""
    word, before = None, start
    for _ in range(_MOST_MACROS):
        before = source.rfind("\\", max(0, start - _LOOKED_BACK), before)
        if before < 0 or (word := _LATEX_WORD.fullmatch(source, before, start)) is not None:
            break
    if word is None:
        branches = _BRANCH.findall(source, max(0, start - _LONGEST_BRANCH), start)
        return "switched off" if branches and branches[-1] != r"\fi" else "mark-up"
    return "footnote" if word[1] in _FOOTNOTES else f"argument of \\{word[1]}"


def _read_page(source: str, gaps: Sequence[Span]) -> Iterator[Unread]:
    """Yield the text of an HTML page between tags within its gaps, with the element that hides it."""
    found = list(_TAG.finditer(source))
    marks = _merge_spans([*_find_code(source), *(tag.span() for tag in found)])
    inside: list[str] = []
    tags = iter(found)
    tag = next(tags, None)
    for start, end in _intersect(gaps, _find_gaps(marks, len(source))):
        while tag is not None and tag.end() <= start:
            name = (tag["name"] or "").lower()
            if name in _ELEMENTS and not tag["close"]:
                inside.append(name)
            elif name in inside:
                del inside[inside.index(name) :]
            tag = next(tags, None)
        text = " ".join(html.unescape(source[start:end]).split())
        yield Unread(text, _ELEMENTS[inside[0]] if inside else "hidden", start, end)


def _find_code(source: str) -> Iterator[Span]:
    """Yield the scripts and style sheets of a page; one that never ends hides nothing."""
    end = 0
    unended: set[str] = set()
    for opening in _CODE.finditer(source):
        name = opening[1].lower()
        if opening.start() < end or name in unended:
            continue
        ending = _CODE_ENDS[name].search(source, opening.end())
        if ending is None:
            unended.add(name)
        else:
            end = ending.end()
            yield opening.start(), end


def _intersect(one: Sequence[Span], other: Sequence[Span]) -> Iterator[Span]:
    """Yield what two rows of spans, each in order, have in common."""
    at = 0
    for start, end in one:
        while at < len(other) and other[at][1] <= start:
            at += 1
        number = at
        while number < len(other) and other[number][0] < end:
            yield max(start, other[number][0]), min(end, other[number][1])
            number += 1


def _find_values(source: str, format_name: str, covered: Sequence[Span]) -> Iterator[Unread]:
    """Yield the values of a tree of data that no block holds, each with its key; those of a file that is none."""
    from bulletlint.read.data.json_tree import parse_json
    from bulletlint.read.data.yaml_tree import parse_yaml_tree

    try:
        root = parse_json(source) if format_name == "json" else parse_yaml_tree(source)[0]
    except ReadError:
        return
    told = set(chain.from_iterable(range(start, end) for start, end in covered))
    yield from _read_values(source, root, "", told)


def _read_values(source: str, node: Node, key: str, told: set[int]) -> Iterator[Unread]:
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield from _read_values(source, entry.value, entry.key.text, told)
    elif isinstance(node, Listing):
        for value in node.values:
            yield from _read_values(source, value, key, told)
    elif isinstance(node, Scalar):
        origins = node.content.origins
        start, end = origins[0], origins[-1]
        if told.isdisjoint(range(start, end)):
            text = " ".join(node.content.text.split())
            yield Unread(f"{key}: {text}" if text else "", "setting", start, end)
        else:
            gaps = _find_gaps(_merge_spans([(at, at + 1) for at in range(start, end) if at in told]), end)
            within = [(max(start, first), last) for first, last in gaps if last > start]
            yield from _read_pieces(source, _PATTERNS["markdown"], within)
        told.update(range(start, end))  # an alias repeats what stands there
