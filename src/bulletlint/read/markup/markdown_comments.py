"""The comments of a Markdown source: those of HTML and of MDX, outside of code, where they are shown and not meant."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from bulletlint.core.document import Comment

_OPENING = re.compile(
    r"\\.|^[ \t>]*(?:[-*+][ \t]+|\d{1,3}[.)][ \t]+)?(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})"
    r"|(?P<code>`+)|(?P<html><!--)|(?P<mdx>\{/\*)",
    re.MULTILINE,
)
_CLOSING = {"html": "-->", "mdx": "*/}"}
#: Columns of indent that make code, and characters above a line that are looked at.
_CODE_INDENT, _LOOKED_BACK = 4, 2_000
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")


def find_markdown_comments(source: str) -> Iterator[Comment]:
    """Yield the comments of a source; one that is never closed is none."""
    if "<!--" not in source and "{/*" not in source:
        return
    code = _CodeSpans(source)
    missing: set[str] = set()
    position = 0
    while opening := _OPENING.search(source, position):
        kind, position = opening.lastgroup, opening.end()
        if kind == "fence":
            position = _end_fence(source, opening["fence"], position)
        elif kind == "code":
            position = code.find_end(opening.start(), position)
        elif kind in _CLOSING and kind not in missing:
            end = source.find(_CLOSING[kind], position)
            if end < 0:
                missing.add(kind)
                continue
            if not _is_indented_code(source, opening.start()):
                yield Comment(source[position:end].strip(), opening.start(), end + len(_CLOSING[kind]))
            position = end + len(_CLOSING[kind])


def _is_indented_code(source: str, start: int) -> bool:
    """Tell whether a line that begins with a comment is code by its indent: four columns more than its item has.

    The lines above tell, back to the text that contains it; nothing is code that continues a paragraph.
    """
    line_start = source.rfind("\n", 0, start) + 1
    before = source[line_start:start]
    indent = len(before.expandtabs(4))
    if indent < _CODE_INDENT or before.strip():
        return False
    above = source[max(0, line_start - _LOOKED_BACK) : line_start].split("\n")[-2::-1]
    if above and above[0].strip():
        return False
    limit = indent
    for line in above:
        item = _ITEM.match(line)
        column = len(line[: len(line) - len(line.lstrip())].expandtabs(4))
        if not line.strip() or column >= limit:
            continue
        content = len(item[0].expandtabs(4)) if item is not None else 0
        if item is not None and content <= indent:
            return indent >= content + _CODE_INDENT
        limit = column
        if not column and item is None:
            break
    return True


def _end_fence(source: str, fence: str, position: int) -> int:
    """Return where a fenced block ends: behind a line of at least as many of the same marks, else with the source."""
    closing = re.compile(rf"^[ \t>]*{fence[0]}{{{len(fence)},}}[ \t]*\r?$", re.MULTILINE)
    found = closing.search(source, position)
    return found.end() if found is not None else len(source)


class _CodeSpans:
    """Where the code of a source ends that is marked within its lines."""

    def __init__(self, source: str) -> None:
        self._runs: dict[int, list[int]] = {}
        for run in re.finditer("`+", source):
            self._runs.setdefault(len(run[0]), []).append(run.start())
        self._blanks = [blank.start() for blank in _BLANK_LINE.finditer(source)]
        self._end = len(source)

    def find_end(self, start: int, after: int) -> int:
        """Return where code ends that begins with backticks at `start`: after as many, before the next blank line.

        Backticks that nothing closes are text, and end where they stand.
        """
        runs = self._runs.get(after - start, [])
        next_run = bisect_left(runs, after)
        next_blank = bisect_left(self._blanks, start)
        limit = self._blanks[next_blank] if next_blank < len(self._blanks) else self._end
        if next_run == len(runs) or runs[next_run] > limit:
            return after
        return runs[next_run] + after - start
