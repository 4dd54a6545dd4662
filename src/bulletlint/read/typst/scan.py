"""What of a Typst source is text: code is masked at its length, and the page falls apart at content brackets.

Nothing is evaluated. A content bracket that an inline function takes (`#strong[…]`) stays where it stands; any other
is a piece of the page by itself. The contents of `list(…)`, and texts under a name like `highlights:`, are items.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from bulletlint.core.document import Comment
from bulletlint.read.bullets.section_headings import find_section
from bulletlint.read.bullets.section_words import load_section_words
from bulletlint.read.statement import reads_like_statement

#: Stands in for code; no white space, and nothing that anybody sees.
UNSEEN = "\x01"

_NAME = re.compile(r"[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*")
_STRING = re.compile(r"\"(?:[^\"\\]|\\.)*\"", re.DOTALL)
_RAW = re.compile(r"(`+)[^`]*\1")
_ADDRESS = re.compile(r"https?://[^\s\[\]]*")
_LINE = re.compile(r"[^\r\n]*")
_COMMENT_MARKS = re.compile(r"/\*|\*/")
#: Runs of characters that begin nothing: of text, and of code.
_TEXT, _CODE = re.compile(r"[^\\`h\[\]#/]+"), re.compile(r"[ \t,:.=+*%<>\d-]+")
_PLAIN = {"markup": _TEXT, "code": _CODE, "statement": _CODE}
_STATEMENTS = frozenset("let set show import include".split())
#: Statements whose blocks hold text, and in whose heads values are named.
_BRANCHES = frozenset("for while if context".split())
#: A function alone on its line with one short text: where that names a section, the function heads all of them.
_ALONE = re.compile(
    r"(?m)^[ \t]*#(?P<name>[A-Za-z][\w.-]*)"
    r"(?:\([ \t]*\"(?P<said>[^\"\n]{2,40})\"[ \t]*\)|\[(?P<set>[^\[\]#*_\n]{2,40})\])[ \t\r]*$"
)
#: Statements that hold text: the template's arguments, and a value that is no function.
_DATA = re.compile(r"show\s*:\s*[\w.-]+\.with(?=\()|let\s+(?P<let>[\w-]+)\s*=\s*(?=[\[(\"])")
_SECTION_NAME = re.compile(r"(?i)(?!.*sub)(?:.*[-_.])?\w*(?:section|heading)\Z")
#: The key of a value, at the end of what stands before it.
_KEY = re.compile(r"([\w-]+)\s*:\s*\Z")
_LIST_LINE = re.compile(r"\s*[-+•=] ")
_CALLED = re.compile(r"([\w-]+)\Z")
_TITLE_KEYS = frozenset({"title", "name", "heading"})
_INLINE_FUNCTIONS = frozenset(
    "strong emph text link underline highlight box smallcaps sub super strike overline upper lower raw quote".split()
)
_ITEM_FUNCTIONS = frozenset("list enum".split())
#: Functions of Typst whose texts say how something looks or where it is, and keys of such texts.
_UNSHOWN = frozenset(
    "text rgb luma cmyk oklch image link par page box block grid table stack align h v line rect circle read json yaml"
    " toml csv bibliography regex eval datetime color gradient numbering place pad counter state metadata label ref"
    " cite measure layout panic assert type repr at contains starts-with split replace join".split()
)
_SETTING = re.compile(
    r"(?i).*(?:font|colou?r|size|paper|lang|theme|style|weight|fill|stroke|icon|image|picture|photo|logo|margin|align|path"
    r"|src|width|height|format|layout|accent)"
)
_NO_LABEL = re.compile(
    r"\W*|\S*://\S*|#\w+|[\d.]+(?:pt|em|cm|mm|in|fr|%)|\S+\.(?:png|jpe?g|svg|typ|ya?ml|toml|json|bib|[to]tf)"
)
_ITEM_NAMES = re.compile(
    r"\b(?:highlights|bullets|points|achievements|accomplishments|responsibilities|contributions|tasks|items|duties)"
    r"\s*:\s*$"
)
_DATED = re.compile(
    r"\b(?:19|20)\d\d\b|['’]\d\d\b|\b\d{1,2}/\d\d\b|\b(?:present|current|now|today|ongoing)\b", re.IGNORECASE
)
#: Characters of a content that are looked at, and of a line before a call.
_LOOKED_AT, _NEAR_BEFORE = 300, 200
#: Characters of a text that is a date, and between the two dates of one entry.
_LONGEST_DATE, _NEAR = 40, 120
_SHORT_CONTENT = re.compile(r"\[[^\[\]#*_`$\\\n]{0,40}\](?![\[(])")
#: The name of the frame of a content that is a heading.
_HEADING = "="
_CLOSERS = {"(": ")", "{": "}"}


@dataclass(slots=True)
class _Frame:
    """An open bracket: how what stands in it is read, and what takes it: the function `name`, or an array.

    `titled` says that its heading has been read, `guarded` that a content in it is text only if it is a sentence or a
    list.
    """

    mode: Literal["markup", "code", "statement"]
    closer: str
    hidden: bool = False
    inline: bool = False
    holds_items: bool = False
    start: int = 0
    name: str = ""
    is_array: bool = False
    titled: bool = False
    guarded: bool = False


@dataclass(slots=True)
class TypstText:
    """A source with its code masked, where pieces of the page begin, and comments.

    `items`, `headings`, `paragraphs` and `labels` are what is given as arguments, as offsets of its start and its end.
    `lets` are the values that have a name, `calls` the offsets at which a name without arguments stands in the text,
    and `sections` the functions that head the file's sections.
    """

    mask: list[str]
    breaks: set[int] = field(default_factory=set)
    items: list[tuple[int, int]] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    headings: list[tuple[int, int]] = field(default_factory=list)
    paragraphs: list[tuple[int, int]] = field(default_factory=list)
    labels: list[tuple[int, int]] = field(default_factory=list)
    lets: dict[str, tuple[int, int]] = field(default_factory=dict)
    calls: list[tuple[int, str]] = field(default_factory=list)
    last_date: int | None = None
    sections: frozenset[str] = frozenset()


def scan_typst(source: str) -> TypstText:
    """Tell text from code in a Typst source."""
    found = TypstText(list(source), sections=_find_section_functions(source))
    frames = [_Frame("markup", "")]
    position = 0
    while position < len(source):
        frame = frames[-1]
        if source.startswith(("//", "/*"), position) and source[position - 1 : position] != ":":
            position = _skip_comment(source, position, found)
        elif (plain := _PLAIN[frame.mode].match(source, position)) is not None:
            position = plain.end()
            if frame.hidden or frame.mode != "markup":
                _hide(found, plain.start(), position)
        elif frame.mode == "markup":
            position = _scan_markup(source, position, frames, found)
        else:
            position = _scan_code(source, position, frames, found)
    return found


def _find_section_functions(source: str) -> frozenset[str]:
    """Return the functions that stand alone on their lines and of which one names a section that we know."""
    known = load_section_words()
    return frozenset(
        call["name"]
        for call in _ALONE.finditer(source)
        if call["name"] not in _INLINE_FUNCTIONS | _ITEM_FUNCTIONS
        and find_section((call["said"] or call["set"]).strip(), known, whole=True) is not None
    )


def _hide(found: TypstText, start: int, end: int) -> int:
    found.mask[start:end] = [one if one in "\r\n" else UNSEEN for one in found.mask[start:end]]
    return end


def _skip_comment(source: str, start: int, found: TypstText) -> int:
    if source.startswith("//", start):
        line = _LINE.match(source, start)
        end = line.end() if line is not None else len(source)
        text = source[start + 2 : end]
    else:
        depth, end = 0, len(source)
        for mark in _COMMENT_MARKS.finditer(source, start):
            depth += 1 if mark[0] == "/*" else -1
            if depth == 0:
                end = mark.end()
                break
        text = source[start + 2 : end].removesuffix("*/")
    found.comments.append(Comment(text.strip(), start, end))
    return _hide(found, start, end)


def _scan_markup(source: str, position: int, frames: list[_Frame], found: TypstText) -> int:
    """Read one character or construct of markup; return where the scan goes on."""
    frame, character = frames[-1], source[position]
    end = position + 1
    if character == "\\":
        end = position + 2
    elif character == "`":
        raw = _RAW.match(source, position)
        end = raw.end() if raw is not None else end
        if raw is not None and len(raw[1]) > 2:
            _hide(found, position, end)
    elif character == "h":
        address = _ADDRESS.match(source, position)
        end = address.end() if address is not None else end
    elif character == "[":
        frames.append(_Frame("markup", "]", hidden=frame.hidden, inline=True, start=-1))
    elif character == "]" and frame.closer == "]":
        _close(position, frames, found)
        return _go_on(source, position + 1, frames, found, frame) if frame.start >= 0 else position + 1
    elif character == "#":
        return _begin_code(source, position, frames, found)
    if frame.hidden:
        _hide(found, position, end)
    return end


def _begin_code(source: str, position: int, frames: list[_Frame], found: TypstText) -> int:
    """Read what follows a hash in markup."""
    hidden = frames[-1].hidden
    _hide(found, position, position + 1)
    following = source[position + 1 : position + 2]
    if following in _CLOSERS:
        frames.append(_Frame("code", _CLOSERS[following], hidden=hidden))
        return _hide(found, position + 1, position + 2)
    if following == "[":
        return _open_content(position + 1, frames, found, inline=True)
    name = _NAME.match(source, position + 1)
    if name is None:
        return position + 1
    _hide(found, name.start(), name.end())
    if name[0] in _STATEMENTS:
        data = _DATA.match(source, position + 1)
        if data is None:
            frames.append(_Frame("statement", "", hidden=True))
            return name.end()
        guarded = _Frame("statement", "", start=data.end(), name=data["let"] or "", guarded=not data["let"])
        frames.append(guarded)
        return _hide(found, name.end(), data.end())
    if name[0] in _BRANCHES:
        frames.append(_Frame("statement", "", hidden=hidden))
        return name.end()
    if source[name.end() : name.end() + 1] not in {"(", "[", "."} and not hidden:
        found.calls.append((position, name[0]))
    near = max(0, position - _NEAR_BEFORE)
    line_start = max(source.rfind("\n", near, position), source.rfind("[", near, position), near - 1) + 1
    before = "".join(found.mask[line_start:position]).strip(f" \t\r{UNSEEN}")
    inline = name[0] in _INLINE_FUNCTIONS or bool(before)
    call = _Frame("markup", "", inline=inline, holds_items=name[0] in _ITEM_FUNCTIONS, name=name[0])
    return _go_on(source, name.end(), frames, found, call)


def _go_on(source: str, position: int, frames: list[_Frame], found: TypstText, call: _Frame) -> int:
    """Open the next bracket of a call in markup, if one follows at once."""
    if frames[-1].mode != "markup":
        return position
    following = source[position : position + 1]
    if following == "[":
        is_section = call.start == 0 and _heads_section(call.name, found)
        return _open_content(
            position, frames, found, inline=call.inline, is_item=call.holds_items, is_heading=is_section
        )
    if following == "(":
        frame = _Frame(
            "code", ")", frames[-1].hidden, call.inline, call.holds_items, start=position, name=call.name
        )
        frames.append(frame)
        return _hide(found, position, position + 1)
    return _hide(found, position, position + 1) if following == ";" else position


def _open_content(
    position: int,
    frames: list[_Frame],
    found: TypstText,
    *,
    inline: bool,
    is_item: bool = False,
    is_heading: bool = False,
) -> int:
    hidden = frames[-1].hidden
    name = _HEADING if is_heading else ""
    frames.append(_Frame("markup", "]", hidden, inline, holds_items=is_item, start=position + 1, name=name))
    if not inline:
        found.breaks.add(position)
    return _hide(found, position, position + 1)


def _close(position: int, frames: list[_Frame], found: TypstText) -> None:
    """Close a content bracket."""
    frame = frames.pop()
    if frame.start < 0:
        if frame.hidden:
            _hide(found, position, position + 1)
        return
    _hide(found, position, position + 1)
    if frame.name == _HEADING and not frame.hidden:
        found.headings.append((frame.start, position))
    elif frame.holds_items and not frame.hidden:
        found.items.append((frame.start, position))
    if not frame.inline:
        found.breaks.add(position)


def _keep_date(found: TypstText, start: int, end: int) -> None:
    """Leave a date given as a text; a dash takes the place of the quote between two of them."""
    if len(_DATED.findall("".join(found.mask[start:end]))) > 1:
        found.mask[start] = found.mask[end - 1] = " "
        found.last_date = None  # a range by itself
        return
    follows = found.last_date is not None and start - found.last_date < _NEAR
    found.mask[start] = "–" if follows else " "
    found.mask[end - 1] = " "
    found.last_date = None if follows else end


def _read_string(source: str, start: int, end: int, frames: list[_Frame], found: TypstText) -> None:
    """Take a string between two quotes as a heading, an item, a paragraph or a date, or leave it out."""
    frame = frames[-1]
    key = _KEY.search(source, max(0, start - 40), start)
    text = source[start + 1 : end - 1]
    if _is_heading(frame, key, found) and any(character.isalpha() for character in text):
        taken: list[tuple[int, int]] | None = found.headings
    elif frame.holds_items and (key is None or reads_like_statement(text)):
        taken = found.items
    elif reads_like_statement(text) and not _ADDRESS.match(text):
        taken = found.items if frame.is_array and key is None else found.paragraphs
    else:
        taken = None
    if taken is not None:
        taken.append((start + 1, end - 1))
        _hide(found, start, start + 1)
        _hide(found, end - 1, end)
    elif end - start <= _LONGEST_DATE and _DATED.search(text):
        _keep_date(found, start, end)
    else:
        if _is_label(frames, key, text):
            found.labels.append((start + 1, end - 1))
            _hide(found, start, start + 1)
            _hide(found, end - 1, end)
        else:
            _hide(found, start, end)


def _is_label(frames: Sequence[_Frame], key: re.Match[str] | None, text: str) -> bool:
    """Tell whether a short text is shown: a title, a place, a name, given to a function that is none of Typst's own."""
    if frames[-1].mode == "statement" or key is not None and _SETTING.match(key[1]):
        return False
    plain = not any(frame.name in _UNSHOWN for frame in frames)
    return plain and "\\" not in text and _NO_LABEL.fullmatch(text) is None


def _heads_section(name: str, found: TypstText) -> bool:
    return _SECTION_NAME.match(name) is not None or name in found.sections


def _is_heading(frame: _Frame, key: re.Match[str] | None, found: TypstText) -> bool:
    """Tell whether a value is the title of a section: the first argument of a function of that name, or its title."""
    if not _heads_section(frame.name, found) or frame.titled:
        return False
    frame.titled = key is None or key[1].lower() in _TITLE_KEYS
    return frame.titled


def _holds_text(source: str, start: int) -> bool:
    """Tell whether the content that begins at an offset is a list or a sentence."""
    return _LIST_LINE.match(source, start) is not None or _begins_statement(source, start)


def _begins_statement(source: str, start: int) -> bool:
    """Tell whether the content that begins at an offset is a sentence."""
    end = source.find("]", start, start + _LOOKED_AT)
    return reads_like_statement(re.sub(r"[*_]", "", source[start : end if end > 0 else start + _LOOKED_AT]))


def _scan_code(source: str, position: int, frames: list[_Frame], found: TypstText) -> int:
    """Read one character or construct of code; return where the scan goes on."""
    frame, character = frames[-1], source[position]
    if frame.mode == "statement" and character in "\r\n;":
        frames.pop()
        if frame.name and not frame.hidden:
            found.lets[frame.name] = frame.start, position
        return position + 1 if character != ";" else _hide(found, position, position + 1)
    if character == '"':
        string = _STRING.match(source, position)
        end = string.end() if string is not None else position + 1
        if string is None or frame.hidden:
            return _hide(found, position, end)
        _read_string(source, position, end, frames, found)
        return end
    if (
        character == "["
        and not frame.hidden
        and (dated := _SHORT_CONTENT.match(source, position))
        and _DATED.search(dated[0])
    ):
        _keep_date(found, position, dated.end())
        return dated.end()
    if character == "[":
        inline = frame.inline and not frame.holds_items
        is_item = frame.holds_items or frame.is_array and _begins_statement(source, position + 1)
        key = _KEY.search(source, max(0, position - 40), position)
        is_heading = _is_heading(frame, key, found)
        if frame.guarded and not (is_heading or frame.holds_items) and not _holds_text(source, position + 1):
            frames.append(_Frame("markup", "]", hidden=True, start=position + 1))
            return _hide(found, position, position + 1)
        return _open_content(
            position, frames, found, inline=inline, is_item=is_item and not is_heading, is_heading=is_heading
        )
    if character in _CLOSERS:
        before = source[max(0, position - 60) : position]
        name = _CALLED.search(before)
        items = name is not None and name[1] in _ITEM_FUNCTIONS or _ITEM_NAMES.search(before) is not None
        inner = _Frame("code", _CLOSERS[character], frame.hidden, frame.inline, items, start=position)
        inner.name = name[1] if name is not None else ""
        inner.is_array = character == "(" and name is None
        inner.holds_items = items or frame.holds_items and inner.is_array
        inner.guarded = frame.guarded
        frames.append(inner)
    elif character == frame.closer:
        frames.pop()
        _hide(found, position, position + 1)
        return _go_on(source, position + 1, frames, found, frame)
    elif character.isalpha() and not (source[position - 1].isalnum() or source[position - 1] in "_-.#"):
        named = _NAME.match(source, position)
        end = named.end() if named is not None else position + 1
        if named is not None and not frame.hidden and source[end : end + 1] not in {"(", "[", ":", "."}:
            found.calls.append((position, named[0]))
        return _hide(found, position, end)
    elif character == "]" and any(outer.closer == "]" for outer in frames[-3:]):
        # A bracket of code that is never closed ends with the content that it stands in.
        while frames[-1].closer != "]":
            frames.pop()
        return position
    return _hide(found, position, position + 1)
