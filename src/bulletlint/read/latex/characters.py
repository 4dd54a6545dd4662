"""The small things in LaTeX text: characters, symbols, accents, white space, typed bullet glyphs.

Each function reads the token at an index and returns the index of the next.
"""

from __future__ import annotations

import re
import unicodedata

from bulletlint.read.latex.arguments import read_flat
from bulletlint.read.latex.blocks import SEPARATOR
from bulletlint.read.latex.macros import ACCENTS, CONTROL_SYMBOLS, LENGTHS, LINE_ENDS, SPACES
from bulletlint.read.latex.state import State
from bulletlint.read.latex.tokens import Token
from bulletlint.read.statement import reads_like_statement

_UNIT = r"\s*(?:true\s*)?(?:pt|em|ex|cm|mm|in|bp|pc|sp|mu)\b(?:\s+(?:plus|minus)\s+[-\d.]+\s*[a-z]{2})*"
#: What is given to a register: "=1 true cm", "=-1", "=\\baselineskip"; behind the name of a length also "2pt".
_ASSIGNED = re.compile(rf"\s*=\s*[-+]?(?:\d*\.?\d*\\[A-Za-z@]+|\d*\.?\d+(?:{_UNIT})?)\s?")
_LENGTH = re.compile(rf"\s*[-+]?\d*\.?\d+{_UNIT}")
#: Tokens of such a value, at most.
_LONGEST_VALUE = 16
_WIDE_SKIP = re.compile(r"\s*(?:[4-9]|\d{2,})(?:\.\d+)?\s*(?:pt|mm)|\s*(?:0?\.[5-9]|[1-9])\d*\s*(?:em|ex|cm)")
#: Tokens of a cell that are looked at.
_LONGEST_CELL = 300
_TYPED_GLYPHS = "•●▪◦‣∙·■□▸►➢➤❖✓✔"


def read_text(state: State, index: int) -> int:
    token = state.table.tokens[index]
    if state.cut[0] != index and token.text != "-" and token.text[:1] not in _TYPED_GLYPHS:
        state.writer.add(token.text, token.start, token.end)  # as nearly all are
        return index + 1
    cut = state.cut[1] if state.cut[0] == index else 0
    text = token.text[cut:]
    start = min(token.start + cut, token.end)
    between = state.writer.kind is None or state.writer.kind == "item" and state.writer.empty
    dash = text == "-" and between and state.table.is_kind(index + 1, "space")
    if text and (text[0] in _TYPED_GLYPHS or dash) and begin_glyph(state, index):
        text = text[1:]
        start += 1
    if text:
        state.writer.add(text, start, token.end)
    return index + 1


def begin_glyph(state: State, index: int) -> bool:
    """Begin a bullet at a typed glyph; say whether one begins there, or the glyph stands in running text."""
    writer = state.writer
    if writer.kind == "item" and writer.empty:
        writer.glyph = True
        return True
    first = writer.kind is None or writer.empty and writer.kind != "heading"
    if not first and not (writer.glyph and is_first_of_line(state, index)):
        return False
    writer.begin("item", level=state.depth + 1, glyph=True)
    writer.swallow = True
    return True


def is_first_of_line(state: State, index: int) -> bool:
    if not index:
        return True
    before = state.table.tokens[index - 1]
    return (
        before.end != state.table.tokens[index].start
        or before.kind in {"space", "break"}
        and "\n" in before.text
    )


def is_value(state: State, index: int) -> bool:
    """Tell whether the brace at an index opens the value of a key (``title={Ranger}``)."""
    before = state.table.tokens[index - 1] if index else None
    return before is not None and before.kind == "text" and before.text.endswith("=") and not state.math


def ends_line(state: State, index: int) -> bool:
    """Tell whether nothing follows on the source line of the token at an index."""
    token = state.table.tokens[index]
    behind = state.source[token.end : token.end + 80].split("\n")[0].strip()
    return not behind or behind.startswith(("%", "\\\\"))


def read_active(state: State, index: int) -> int:
    token = state.table.tokens[index]
    writer = state.writer
    match token.text:
        case "~":
            writer.swallow = False
            writer.add_space(token.start, token.end)
        case "&":
            if writer.kind == "item":
                if not writer.empty:  # a mark in a cell of its own is followed by its text
                    writer.close()
            elif writer.kind == "row" and not writer.empty and _begins_statement(state, index + 1):
                writer.close()
                writer.begin("paragraph")
            elif writer.kind == "paragraph" and writer.plain == "row":
                writer.close()
            elif writer.kind is not None:
                writer.add_separator(SEPARATOR, token.start)
        case "^":
            following = state.table.tokens[index + 1 : index + 3]
            if state.math and any(after.text[:1].isdecimal() for after in following):
                writer.add("^", token.start, token.end)
        case "_" if state.math:
            writer.swallow = False
        case _:
            writer.add(token.text, token.start, token.end)
    return index + 1


def _begins_statement(state: State, index: int) -> bool:
    """Tell whether the cell of a table that begins at an index is a statement of its own."""
    table = state.table
    end = index
    while end < min(len(table.tokens), index + _LONGEST_CELL):
        token = table.tokens[end]
        if (
            token.text == "&"
            and token.kind == "active"
            or token.text in {"\\", "end", "tabularnewline", "item"}
        ):
            break
        end = table.matches.get(end, end) + 1
    return reads_like_statement(read_flat(table, (index, min(end, len(table.tokens)))))


def read_symbol(state: State, index: int, last: int) -> int:
    token = state.table.tokens[index]
    writer = state.writer
    if token.text == "\\":
        following = index + 1
        if state.table.is_kind(following, "text") and state.table.tokens[following].text == "*":
            following += 1
        skip = ""
        if bracket := state.table.find_optional(following, last):
            skip = "".join(part.text for part in state.table.tokens[bracket[0] : bracket[1]])
            following = bracket[1] + 1
        if _WIDE_SKIP.match(skip) and state.writer.kind == "item":
            state.writer.close()  # set apart from the bullet: the next job, in the same list
        else:
            _end_line(state, token)
        return following
    if token.text in "+*" and is_first_of_line(state, index) and state.table.is_kind(index + 1, "space"):
        begin_glyph(state, index)  # some classes take "\\+" for \\item
        return index + 1
    if token.text in ACCENTS and (accented := read_accent(state, index, last)):
        return accented
    if token.text in "()[]" and token.text:
        state.math = token.text in "(["
    elif token.text == ",":
        digits = state.source[token.start - 1 : token.start].isdecimal()
        if not (digits and state.source[token.end : token.end + 3].isdecimal()):  # 10\,000 is one number
            writer.add(" ", token.start, token.end)
    else:
        writer.add(CONTROL_SYMBOLS.get(token.text, ""), token.start, token.end)
    return index + 1


def skip_value(state: State, index: int, last: int) -> int | None:
    r"""Return the index behind the value of a register (``\hangindent=1 true cm``), None if none stands there."""
    table = state.table
    text = ""
    ends: list[int] = []
    for token in table.tokens[index + 1 : min(last, index + 1 + _LONGEST_VALUE)]:
        if token.kind not in {"text", "space", "word"}:
            break
        text += f"\\{token.text}" if token.kind == "word" else token.text
        ends.append(len(text))
    value = _ASSIGNED.match(text)
    if value is None and table.tokens[index].text in LENGTHS:
        value = _LENGTH.match(text)
    if value is None:
        return None
    count = next(number for number, end in enumerate(ends, 1) if end >= value.end())
    if ends[count - 1] > value.end():  # the value ends within a token
        state.cut = index + count, len(table.tokens[index + count].text) - (ends[count - 1] - value.end())
        return index + count
    return index + count + 1


def _end_line(state: State, token: Token) -> None:
    writer = state.writer
    if writer.kind in {"paragraph", "row"} or writer.glyph:
        writer.close()
    else:
        writer.add_space(token.start, token.end)


def read_accent(state: State, index: int, last: int) -> int | None:
    """Write a letter with its accent; return the index behind, None if no letter follows."""
    token = state.table.tokens[index]
    at = index + 1
    while token.kind == "word" and at < last and state.table.tokens[at].kind == "space":
        at += 1
    if at >= last:
        return None
    group = state.table.matches.get(at)
    letter = state.table.tokens[at if group is None else at + 1]
    base = letter.text[:1] if letter.kind == "text" else {"i": "i", "j": "j"}.get(letter.text, "")
    if not base.isalpha() or group is not None and group > at + 2:
        return None
    end = letter.start + 1 if group is None and letter.kind == "text" else state.table.tokens[group or at].end
    state.writer.add(unicodedata.normalize("NFC", base + ACCENTS[token.text]), token.start, end)
    if group is not None:
        return group + 1
    if letter.kind == "text":
        state.cut = (at, 1)
        return at
    return at + 1


def read_spacing(state: State, index: int, last: int) -> int:
    token = state.table.tokens[index]
    word = token.text
    if word == "par":
        if state.writer.kind != "heading" and not state.writer.empty:
            state.writer.close()
        state.writer.swallow = True
        return index + 1
    if word in LINE_ENDS:
        _end_line(state, token)
    elif word in SPACES:
        state.writer.add_space(token.start, token.end)
    following = index + 1
    if word in LENGTHS and (behind := skip_value(state, index, last)):
        following = behind
    elif word in {"hspace", "hphantom", "extracolsep"}:
        following = state.table.skip_group(following, last)
    state.writer.swallow = word != "xspace"
    return following
