"""The mark-up round the words of a bullet, as pairs of marks, so that words can move with it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from bulletlint.core.document import Stretch

MarkKind = Literal["open", "close", "toggle", "opaque"]

_TAGS = r"(?P<opaque_tag><!--.*?-->|<(?:br|wbr|img|hr)\b[^>]*>|<[^>]*/>)|(?P<close_tag></[^>]+>)|(?P<open_tag><[^>]+>)"
_MARKDOWN = (
    r"(?P<close_link>\]\([^()]*(?:\([^()]*\)[^()]*)*\)(?:\{[^}]*\})?|\]\[[^\]]*\]|\])|(?P<open_link>!?\[)"
    r"|(?P<toggle>\*{1,3}|_{1,3}|~~|`+)|" + _TAGS
)
_LATEX = (
    r"(?P<open_brace>\\[a-zA-Z@]+\*?\s*(?:\[[^\]]*\])*(?:\{[^{}]*\})*\{|\{(?:\\[a-zA-Z]+\s*)*)|(?P<close_brace>\})"
    r"|(?P<toggle>\$)"
)
_RST = r"(?P<close_link>\s*<[^>]*>`__?|`__?)|(?P<toggle>\*{1,2}|``)|(?P<open_link>(?::\w+:)?`)"
_ORG = r"(?P<open_link>\[\[[^\]]*\]\[)|(?P<close_link>\]\])|(?P<toggle>[*/=~+_])"
_TYPST = r"(?P<open_link>#[\w.-]+(?:\([^()]*\))?\[|\[)|(?P<close_link>\])|(?P<toggle>[*_`])"
#: The marks of each format, as a pattern whose group names begin with the kind of mark.
LEXERS: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern + r"|(?P<opaque>.)", re.DOTALL)
    for name, pattern in {
        "markdown": _MARKDOWN, "json": _MARKDOWN, "yaml": _MARKDOWN, "latex": _LATEX, "html": _TAGS, "rst": _RST,
        "org": _ORG, "typst": _TYPST, "plain": r"(?P<toggle>\*{1,2})",
    }.items()
}  # fmt: skip


class MarkupError(ValueError):
    """Mark-up that cannot be taken apart; the text says where, in a few words."""


@dataclass(frozen=True, slots=True)
class MarkupMark:
    """One mark in the source: its kind, its name (which closing mark fits which opening one) and its text."""

    kind: MarkKind
    name: str
    text: str


@dataclass(slots=True)
class Pair:
    """A mark-up that begins and ends: "**" and "**", "\\textbf{" and "}"."""

    name: str
    open: str = ""
    close: str = ""


@dataclass(frozen=True, slots=True)
class MarkupLayout:
    """The mark-up of a bullet: for each stretch the pairs round it, outermost first, and the opaque marks before it.

    `start` and `end` are the character offsets of the source that the bullet takes up with its outermost pairs.
    """

    pairs: tuple[Pair, ...]
    stacks: tuple[tuple[int, ...], ...]
    prefixes: tuple[str, ...]
    start: int
    end: int


def read_layout(source: str, stretches: Sequence[Stretch], format: str) -> MarkupLayout:
    """Pair the marks of a bullet; raises MarkupError if they do not pair up."""
    first, last = stretches[0].start, stretches[-1].end
    if first is None or last is None:
        raise MarkupError("the format has no source text")
    lexer = LEXERS[format]
    pairs: list[Pair] = []
    stack: list[int] = []
    stacks: list[list[int]] = [[]]
    prefixes = [""]
    left: list[int] = []
    for before, after in itertools.pairwise(stretches):
        if before.end is None or after.start is None or after.start < before.end:
            raise MarkupError("its words are not next to each other in the file")
        prefix = ""
        for mark in lex_marks(source[before.end : after.start], lexer):
            kind = mark.kind
            if kind == "toggle":
                kind = "close" if stack and pairs[stack[-1]].name == mark.name else "open"
                reach = first - sum(len(pairs[number].open) for number in left)
                if kind == "open" and not stack and source[:reach].endswith(mark.text):
                    kind = "close"
            if kind == "opaque":
                prefix += mark.text
            elif kind == "open":
                stack.append(len(pairs))
                pairs.append(Pair(mark.name, open=mark.text))
            elif stack:
                if pairs[stack[-1]].name != mark.name:
                    raise MarkupError("its marks overlap")
                pairs[stack.pop()].close = mark.text
            else:
                number = len(pairs)
                pairs.append(
                    Pair(
                        mark.name, open=find_opening(source, first, left, pairs, mark, lexer), close=mark.text
                    )
                )
                left.append(number)
                for earlier in stacks:
                    earlier.insert(0, number)
        stacks.append(list(stack))
        prefixes.append(prefix)
    start = first - sum(len(pairs[number].open) for number in left)
    end = last
    for number in reversed(stack):
        closing = next(lex_marks(source[end : end + 400], lexer), None)
        if closing is None or closing.name != pairs[number].name or closing.kind not in ("close", "toggle"):
            raise MarkupError("a mark does not end")
        pairs[number].close = closing.text
        end += len(closing.text)
    return MarkupLayout(tuple(pairs), tuple(tuple(item) for item in stacks), tuple(prefixes), start, end)


def lex_marks(text: str, lexer: re.Pattern[str]) -> Iterator[MarkupMark]:
    """Yield the marks of a piece of source between two stretches."""
    for match in lexer.finditer(text):
        group = match.lastgroup or "opaque"
        kind, _, name = group.partition("_")
        if kind == "toggle" or name == "tag":
            found = re.match(r"</?\s*([\w:-]+)", match.group())
            name = found.group(1).lower() if found else match.group()
        yield MarkupMark(kind, name, match.group())  # type: ignore[arg-type]


def find_opening(
    source: str,
    first: int,
    left: Sequence[int],
    pairs: Sequence[Pair],
    mark: MarkupMark,
    lexer: re.Pattern[str],
) -> str:
    """Return the opening mark in front of a bullet that one inside it closes; raises MarkupError if there is none."""
    reach = first - sum(len(pairs[number].open) for number in left)
    if mark.kind == "toggle":
        if source[:reach].endswith(mark.text):
            return mark.text
        raise MarkupError("a mark does not begin")
    line = max(source.rfind("\n", 0, reach) + 1, reach - 400)
    for start in range(line, reach):
        match = lexer.match(source, start, reach)
        opens = match is not None and match.end() == reach and (match.lastgroup or "").startswith("open")
        if match is not None and opens and next(lex_marks(match.group(), lexer)).name == mark.name:
            return match.group()
    raise MarkupError("a mark does not begin")
