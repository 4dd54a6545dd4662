"""LaTeX source as a flat list of tokens that know their offsets.

Flat, and never a tree: nesting is a table of matching braces, so that fifty thousand open braces cost fifty thousand
table entries and no recursion.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bulletlint.core.document import Comment


class Token(NamedTuple):
    """A piece of LaTeX source; `start` and `end` are character offsets.

    `kind` is one of word (a control word, `text` without the backslash and star), symbol (a backslash and one other
    character, `text` is that character), open, close, left, right (brackets), math, space, break (a blank line),
    active (one of ``~ & # ^ _``), ligature and text.
    """

    kind: str
    text: str
    start: int
    end: int


_TOKEN = re.compile(
    r"""
      (?P<comment>%[^\n\r]*(?:\r\n?|\n)?[ \t]*)
    | (?P<word>\\[A-Za-z@]+\*?)
    | (?P<symbol>\\.?)
    | (?P<open>\{) | (?P<close>\}) | (?P<left>\[) | (?P<right>\])
    | (?P<math>\$\$?)
    | (?P<space>\s+)
    | (?P<unseen>[\u200b\u2060\ufeff\u00ad]+)
    | (?P<active>[~&\#^_])
    | (?P<ligature>---?|``|''|,,)
    | (?P<text>[^\\{}\[\]%$\s\u200b\u2060\ufeff\u00ad~&\#^_\-`',]+|[-`',])
    """,
    re.VERBOSE | re.DOTALL,
)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n|\r[^\S\r\n]*\r")
_ENVIRONMENT = re.compile(r"\s*\{([^{}\n]*)\}")
_ADDRESS = re.compile(r"\s*(\{)([^{}\n]*)(\})")
_UNREAD = frozenset(
    {"comment", "verbatim", "verbatim*", "Verbatim", "lstlisting", "minted", "filecontents", "filecontents*"}
    | {"tikzpicture", "pgfpicture", "thebibliography"}
)
# How the words begin that switch text on and off.
_BRANCH_WORDS = (r"\if", r"\fi", r"\else", r"\newif")
# Words that begin with "if" and are closed by no \fi: they take arguments instead.
_NO_CONDITIONAL = re.compile(r"if(?:f|thenelse|def|undef|str.*|blank|empty|bool|toggle|package.*|class.*)\Z")
_ADDRESS_WORDS = frozenset({"href", "url", "nolinkurl", "path", "hyperlink"})


def read_tokens(source: str) -> tuple[list[Token], list[Comment], list[int]]:
    """Return the tokens that LaTeX would set, the comments, and the offsets of environments that never end.

    Comments, verbatim text, pictures and branches that are switched off (``\\iffalse``, ``\\newif``) are left out.
    """
    comments: list[Comment] = []
    unended: list[int] = []
    hidden: list[tuple[int, int]] = []
    tokens = list(_split(source, comments, unended))
    if any(word in source for word in _BRANCH_WORDS):
        tokens = list(_skip_branches(tokens, hidden, unended))
    return tokens, _find_shown(comments, hidden), unended


def match_braces(tokens: Sequence[Token]) -> tuple[dict[int, int], list[int]]:
    """Return the index of the closing brace for that of each opening one, and the indices of those without any."""
    matches: dict[int, int] = {}
    opened: list[int] = []
    for index, token in enumerate(tokens):
        if token.kind == "open":
            opened.append(index)
        elif token.kind == "close" and opened:
            matches[opened.pop()] = index
    return matches, opened


def _split(source: str, comments: list[Comment], unended: list[int]) -> Iterator[Token]:
    # A file has thousands of them, and a named tuple's own call takes three times as long.
    make = tuple.__new__
    position = 0
    after_comment = False
    without_end: set[str] = set()
    while match := _TOKEN.match(source, position):
        kind = match.lastgroup or "text"
        start, end = match.span()
        position = end
        if kind == "text":  # as half of all are
            yield make(Token, ("text", match.group(), start, end))
            after_comment = False
            continue
        if kind == "comment":
            text = match.group()[1:].rstrip()
            comments.append(Comment(text.strip(), start, start + 1 + len(text)))
            after_comment = True
            continue
        if kind == "unseen":
            continue
        if kind == "space":
            broken = _BLANK_LINE.search(match.group()) or (after_comment and "\n" in match.group())
            yield make(Token, ("break" if broken else "space", match.group(), start, end))
        elif kind == "word":
            word = match.group()[1:].rstrip("*")
            if word == "begin" and (name := _ENVIRONMENT.match(source, end)) and name[1] in _UNREAD:
                closing = -1 if name[1] in without_end else source.find(f"\\end{{{name[1]}}}", end)
                if closing >= 0:
                    position = closing + len(name[1]) + 6
                else:
                    without_end.add(name[1])
                    unended.append(start)
                    position = name.end()
            elif word in {"verb", "lstinline"} and (inline := _match_verbatim(source, start + 1 + len(word))):
                yield Token("text", inline[1], inline.start(1), inline.end(1))
                position = inline.end()
            else:
                yield Token("word", word, start, end)
                if word in _ADDRESS_WORDS and (address := _ADDRESS.match(source, end)):
                    # An address may hold % and #, which are no comment and no parameter here.
                    yield Token("open", "{", *address.span(1))
                    yield Token("text", address[2], *address.span(2))
                    yield Token("close", "}", *address.span(3))
                    position = address.end()
        elif kind == "symbol":
            yield Token("symbol", match.group()[1:], start, end)
        else:
            yield Token(kind, match.group(), start, end)
        after_comment = False


def _match_verbatim(source: str, position: int) -> re.Match[str] | None:
    delimiter = source[position : position + 1]
    if not delimiter or delimiter.isalnum() or delimiter.isspace() or delimiter in "{[":
        return None
    quoted = re.escape(delimiter)
    return re.compile(rf"{quoted}([^{quoted}\n]{{0,1000}}){quoted}").match(source, position)


def _skip_branches(tokens: list[Token], hidden: list[tuple[int, int]], unended: list[int]) -> Iterator[Token]:
    """Leave out the branches that a document switches off, and the words that switch them."""
    switches = {"false": False, "true": True}
    branches: list[bool | None] = []  # None: whether TeX would take it cannot be known, so both ways are read
    closed = 0  # how many of them are False
    hidden_from: int | None = None
    following = iter(tokens)
    for token in following:
        visible = not closed
        if token.kind != "word":
            if visible:
                yield token
            continue
        word = token.text
        if word == "newif":
            named = next(following, token)
            while named.kind == "space":
                named = next(following, token)
            switches[named.text.removeprefix("if")] = False
        elif word == "fi":
            if branches:
                closed -= branches.pop() is False
        elif word == "else":
            if branches and branches[-1] is not None:
                closed += 1 if branches[-1] else -1
                branches[-1] = not branches[-1]
        elif word.startswith("if") and not _NO_CONDITIONAL.match(word):
            branches.append(switches.get(word.removeprefix("if")))
            closed += branches[-1] is False
        elif visible and word.endswith("true") and word.removesuffix("true") in switches:
            switches[word.removesuffix("true")] = True
        elif visible and word.endswith("false") and word.removesuffix("false") in switches:
            switches[word.removesuffix("false")] = False
        elif visible:
            yield token
        if not closed and hidden_from is not None:
            hidden.append((hidden_from, token.end))
            hidden_from = None
        elif closed and hidden_from is None:
            hidden_from = token.start
    if hidden_from is not None and tokens:
        unended.append(hidden_from)
        hidden.append((hidden_from, tokens[-1].end))


def _find_shown(comments: Iterable[Comment], hidden: Sequence[tuple[int, int]]) -> list[Comment]:
    starts = [start for start, _ in hidden]
    shown = []
    for comment in comments:
        before = bisect_right(starts, comment.start) - 1
        if before < 0 or comment.start >= hidden[before][1]:
            shown.append(comment)
    return shown
