"""Finished pages (a rule's, the list, a diff, a drill) for a terminal: broken at words, and in colour."""

from __future__ import annotations

import re
from typing import cast

from bulletlint.core.finding import Severity
from bulletlint.core.web_pages import find_page_url
from bulletlint.core.wording import measure_width, wrap_words
from bulletlint.report.text_style import BOLD, COLOURS, CYAN, DIM, GREEN, UNDERLINE, TextStyle

#: Gaps between the columns of a table, and the widest first columns that are kept free below.
_GAP = re.compile(r"(?<=\S)\s{2,}(?=\S)")
_WIDEST_HEAD = 48
_LABEL = re.compile(r"\s*(?:(?:bad|better|good|then):\s+|- |> |\? )?")
#: Columns that words need at least; with fewer they go below what stands before them.
_NARROWEST = 20
_ROW = re.compile(
    r"(?P<code>[A-Z]+\d+)(?P<gap>\s+)(?P<name>\S+)(?P<space>\s+)(?P<severity>error|warning|info)\b"
)
_EXAMPLE = re.compile(r"  (?P<label>bad|better|good):(?P<text>.*)")
_MARKED = re.compile(r"\[([^\[\]]+)\]")
_QUESTION = re.compile(r"\*\*(?P<link>[^*]+)\*\*")


def fit_lines(text: str, width: int) -> list[str]:
    """Return the lines of a page, those that are too long broken at words and indented as what they carry on."""
    return [row for line in text.split("\n") for row in _fit_line(line, width)]


def _fit_line(line: str, width: int) -> list[str]:
    if measure_width(line) <= width:
        return [line]
    head = _find_head(line)
    if width - len(head) < _NARROWEST:
        # A table too wide for the screen: its last column goes below the others.
        above = [head.rstrip()] if measure_width(head.rstrip()) <= width else wrap_words(head, width)
        return [*above, *("  " + row for row in wrap_words(line[len(head) :], width - 2))]
    below = head if head.endswith("> ") else " " * len(head)
    first, *rest = wrap_words(line[len(head) :], width - len(head))
    return [head + first, *(below + row for row in rest)]


def _find_head(line: str) -> str:
    """Return what stands before the words of a line: an indent, a label, all columns of a table but the last."""
    label = _LABEL.match(line)
    ends = [gap.end() for gap in _GAP.finditer(line) if gap.end() <= _WIDEST_HEAD]
    end = max([label.end() if label else 0, *ends])
    return line[:end]


def paint_page(text: str, style: TextStyle) -> str:
    """Return a rule's page: titles bold, bad examples red with their spans underlined, good ones green."""
    return "\n".join(_paint_page_line(line, style) for line in fit_lines(text, style.width))


def _paint_page_line(line: str, style: TextStyle) -> str:
    if not style.colour or not line:
        return line
    if not line.startswith(" "):
        return style.paint(line, BOLD)
    example = _EXAMPLE.match(line)
    if example is None:
        return line
    if example["label"] != "bad":
        return "  " + style.paint(f"{example['label']}:", GREEN) + example["text"]
    marked = _MARKED.sub(lambda match: style.paint(match[1], UNDERLINE, COLOURS["error"]), example["text"])
    return "  " + style.paint("bad:", COLOURS["error"]) + marked


def paint_rules(text: str, style: TextStyle) -> str:
    """Return the list of rules with the codes bold and the severities in their colours."""

    def paint_row(match: re.Match[str]) -> str:
        severity = style.paint(match["severity"], COLOURS[cast(Severity, match["severity"])])
        code = style.link(style.paint(match["code"], BOLD), find_page_url(match["name"]))
        return f"{code}{match['gap']}{match['name']}{match['space']}{severity}"

    return "\n".join(_ROW.sub(paint_row, line, count=1) for line in fit_lines(text, style.width))


def paint_diff(text: str, style: TextStyle) -> str:
    """Return a diff with what goes in red and what comes in green, for a person: long lines are broken at words.

    In a pipe, where it is a patch, `style.width` is wide enough for every line.
    """
    rows = [row for line in text.split("\n") for row in _fit_diff_line(line, style.width)]
    return "\n".join(_paint_diff_line(row, style) for row in rows) if style.colour else "\n".join(rows)


def _fit_diff_line(line: str, width: int) -> list[str]:
    """Return a line of a diff broken at words, each part behind the sign of the line and its indent."""
    if measure_width(line) <= width or line.startswith(("--- ", "+++ ", "@@")):
        return [line]
    body = line[1:]
    head = line[0] + body[: len(body) - len(body.lstrip())]
    first, *rest = wrap_words(body, max(_NARROWEST, width - len(head) - 2))
    return [head + first, *(f"{head}  {row}" for row in rest)]


def _paint_diff_line(line: str, style: TextStyle) -> str:
    if line.startswith(("--- ", "+++ ")):
        return style.paint(line, BOLD)
    colours = {"+": GREEN, "-": COLOURS["error"], "@": CYAN}
    return style.paint(line, colours[line[0]]) if line[:1] in colours else line


def paint_drill(text: str, style: TextStyle) -> str:
    """Return a drill with the questions marked; it stays Markdown."""
    lines = fit_lines(text, style.width)
    if not style.colour:
        return "\n".join(lines)
    painted = []
    for line in lines:
        if line.startswith("# "):
            painted.append(style.paint(line, BOLD))
        elif line.startswith("> "):
            painted.append(style.paint(line, DIM))
        else:
            painted.append(_QUESTION.sub(lambda match: style.paint(match["link"], BOLD, CYAN), line))
    return "\n".join(painted)
