"""Macros and environments that nobody has told us of: blocks made by their names and the shapes of their arguments."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bulletlint.core.document import Block, Stretch
from bulletlint.read.bullets.section_headings import find_section
from bulletlint.read.bullets.section_words import load_section_words
from bulletlint.read.latex.arguments import find_shape, has_year, read_flat
from bulletlint.read.latex.characters import ends_line, is_first_of_line
from bulletlint.read.latex.layout import Begin, Close, Space, Step, TexMark, TexRun, lay_by_shape, lay_in_line
from bulletlint.read.latex.macros import ARGUMENTS, HEADING_NAME, LARGE, LENGTHS, SPACES, SYMBOLS
from bulletlint.read.latex.state import State
from bulletlint.read.latex.table import Group
from bulletlint.read.statement import reads_like_statement

#: "\\Section{Experience}{Experience}{PDF:Experience}": only the first argument is the heading.
_SECTION_NAME = re.compile(r"(?i)(?:cv|my|new|resume)?(?:sub)*section\w*\Z")
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
#: Characters of what stands beside the name of a section.
_LONGEST_SUBTITLE = 40
#: Words that are never a mark, and the characters of a line that are looked at.
_STRUCTURE = frozenset({"item", "begin", "end", "newcommand", "renewcommand", "def", "if", "fi", "let"})
_LONGEST_LINE = 120
#: Arguments of a word that is looked for before another one, at most.
_MOST_BEFORE = 3
_LINE_WORDS = frozenset({"par", "newline", "linebreak", "item"})
_NO_PART = frozenset("cv resume section env environment list block entries".split())
#: Words whose arguments, or what they set, is known.
_KNOWN = frozenset(ARGUMENTS) | frozenset(SYMBOLS) | frozenset(SPACES) | frozenset(LENGTHS) | frozenset(LARGE)
#: Macros that say a text in one language each (``\en{…}\fr{…}``): the English one is read.
_LANGUAGES = frozenset(
    "ar cs da de el es et fi fr he hi hu it ja ko nb nl nn no pl pt ro ru sk sv tr uk zh".split()
)


def lay_out_unknown(
    state: State, index: int, last: int, groups: Sequence[Group], is_list: Callable[[Group], bool]
) -> list[Step]:
    """Return the steps that write the arguments `groups` of the unknown word at an index.

    A word that begins its line and takes several arguments makes a heading of the labels, and blocks of the
    statements among them; any other is mark-up within the text.
    """
    table, writer = state.table, state.writer
    word = table.tokens[index].text
    if word in _LANGUAGES and len(groups) == 1 and _is_translated(state, index):
        return []
    full = [group for group in groups if find_shape(table, group, is_list) != "nothing"]
    free = writer.kind != "item" or writer.empty
    opens_item = writer.kind == "item" and writer.empty
    if full and (opens_item or is_first_of_line(state, index)):
        if free and names_section(state, full) or word in state.section_words and len(full) <= 2:
            heading, *rest = full
            below = [step for group in rest for step in (TexRun(*group), Close())]
            return [*lay_in_line(table, [heading], Begin("heading", 1)), *below]
        if _SECTION_NAME.match(word):
            return lay_by_shape(table, full[:1], Begin("heading", 1 + word.lower().count("sub")), is_list)
        if HEADING_NAME.match(word):
            level = 3 if len(full) > 1 else 1 + word.lower().count("sub")
            return lay_by_shape(table, full, Begin("heading", level), is_list)
        bodies = sum(find_shape(table, group, is_list) in {"statement", "list"} for group in full)
        alone = free and ends_line(state, groups[-1][1])
        if (
            len(groups) > 2
            or free
            and len(full) > 1
            and bodies
            or len(groups) == 2
            and len(full) == 2
            and alone
        ):
            dates = [
                bracket for bracket in _find_brackets(state, index + 1, last) if has_year(table, bracket)
            ]
            return lay_by_shape(table, [*dates, *full], Begin("heading", 3), is_list)
        if free and bodies:
            if opens_item:  # "\\item\\small{Cut the queue}"
                return [TexRun(*full[0]), Close()]
            listed = len(full) == 1 and _is_repeated(state, index, groups[-1][1] + 1)
            return [Begin("item", max(1, state.depth)) if listed else Close(), TexRun(*full[0]), Close()]
    steps: list[Step] = []
    for first, end in groups if len(groups) < 2 or full else ():
        if steps:
            steps.append(Space(table.tokens[first - 1].start))
        steps.append(TexRun(first, end))
    behind = groups[-1][1] + 1
    if (
        steps
        and behind < last
        and table.tokens[behind].kind == "word"
        and _is_unknown(table.tokens[behind].text)
    ):
        steps.append(Space(table.tokens[behind - 1].start))  # "\\name{Jo Doe}\\tagline{Product manager}"
    return steps


def names_section(state: State, groups: Sequence[Group]) -> bool:
    r"""Tell whether the first of one or two arguments is the name of a section (``\rubric{Career}{newest first}``)."""
    if not 0 < len(groups) <= 2:
        return False
    texts = [read_flat(state.table, group) for group in groups]
    if len(texts[-1]) > _LONGEST_SUBTITLE or any("," in text for text in texts[1:]):
        return False
    return find_section(texts[0], load_section_words(), whole=True) is not None


def find_section_words(state: State) -> frozenset[str]:
    r"""Return the words nobody knows that head sections, each on a line of its own (``\Chapter{Work}``).

    One of them names a section that we know, so that the others are sections, too.
    """
    table = state.table
    last = len(table.tokens)
    alone: dict[str, bool] = {}
    naming: set[str] = set()
    for index, token in enumerate(table.tokens):
        if token.kind != "word" or not _is_unknown(token.text):
            continue
        groups = table.find_groups(index + 1, last, 3)
        end = groups[-1][1] if groups else index
        single = 0 < len(groups) <= 2 and is_first_of_line(state, index) and ends_line(state, end)
        alone[token.text] = alone.get(token.text, True) and single
        if alone[token.text] and names_section(state, groups):
            naming.add(token.text)
    return frozenset(word for word in naming if alone[word])


def find_mark_words(state: State) -> frozenset[str]:
    r"""Return the words nobody knows that stand for ``\item``: they begin lines of statements, and no other lines."""
    table = state.table
    stated: dict[str, list[bool]] = {}
    for index, token in enumerate(table.tokens):
        if token.kind != "word" or not _is_unknown(token.text) or token.text in _STRUCTURE:
            continue
        marks = (
            table.is_kind(index + 1, "space")
            and table.is_kind(index + 2, "text")
            and is_first_of_line(state, index)
            and _begins_statement_line(state, token.end)
        )
        stated.setdefault(token.text, []).append(marks)
    return frozenset(word for word, each in stated.items() if len(each) > 1 and sum(each) >= 0.6 * len(each))


def _begins_statement_line(state: State, start: int) -> bool:
    """Tell whether the rest of the line from an offset on is a statement."""
    line = state.source[start : start + _LONGEST_LINE].split("\n", 1)[0]
    return reads_like_statement(line.strip())


def _is_repeated(state: State, index: int, behind: int) -> bool:
    """Tell whether the word at an index, whose arguments end before `behind`, stands right before or behind itself."""
    tokens = state.table.tokens
    word = tokens[index].text
    while behind < len(tokens) and tokens[behind].kind in {"space", "break"}:
        behind += 1
    if behind < len(tokens) and (tokens[behind].kind, tokens[behind].text) == ("word", word):
        return True
    before = index - 1
    for _ in range(_MOST_BEFORE):
        while before > 0 and tokens[before].kind in {"space", "break"}:
            before -= 1
        opened = state.table.find_opening(before)
        if opened is None:
            break
        before = opened - 1
    return before >= 0 and tokens[before].kind == "word" and tokens[before].text == word


def _is_unknown(word: str) -> bool:
    return word not in _KNOWN


def name_environment(name: str, start: int) -> Block | None:
    """Return the heading that an environment's name is (``\\begin{cvExperience}``), None for any other name.

    `start` is the character offset of the name.
    """
    if not re.search(r"[A-Z]|section", name) or not name.isascii() or not name.isalpha():
        return None
    parts = [
        part for part in _PART.finditer(name.replace("section", " " * 7)) if part[0].lower() not in _NO_PART
    ]
    if not parts or len(parts) > 3:
        return None
    stretches = []
    for number, part in enumerate(parts):
        text = part[0] + (" " if number + 1 < len(parts) else "")
        stretches.append(Stretch(text, start + part.start(), start + part.end()))
    text = "".join(stretch.text for stretch in stretches)
    if find_section(text, load_section_words(), whole=True) is None:
        return None
    return Block("heading", tuple(stretches))


def lay_out_labelled(state: State, bracket: Group | None) -> list[Step]:
    """Return the steps for an entry with its dates in brackets and its text behind it (``\\entry*[2021] Acme``)."""
    if bracket is None or not has_year(state.table, bracket):
        return [Close()]
    end = state.table.tokens[bracket[1]].start
    return [Begin("paragraph"), TexRun(*bracket), TexMark(" | ", end)]


def is_title(state: State, index: int, groups: Sequence[Group], is_list: Callable[[Group], bool]) -> bool:
    r"""Tell whether the first of two groups is the title of the second: both hug ``\item`` at an index."""
    table = state.table
    first, second = groups
    hugs = first[0] == index + 2 and second[0] == first[1] + 2
    return hugs and find_shape(table, first, is_list) == "label" and len(read_flat(table, first)) < 60


def is_dated_entry(state: State, groups: Sequence[Group]) -> bool:
    """Tell whether a group of dates, or an empty one, stands before one of several lines: a job with its statements."""
    tokens = state.table.tokens[groups[-1][0] : groups[-1][1]]
    lined = any(
        token.kind == "symbol" and token.text == "\\" or token.kind == "break" or token.text in _LINE_WORDS
        for token in tokens
    )
    return lined and (has_year(state.table, groups[0]) or not read_flat(state.table, groups[0]))


def _find_brackets(state: State, index: int, last: int) -> list[Group]:
    brackets = []
    while bracket := state.table.find_optional(index, last):
        brackets.append(bracket)
        index = bracket[1] + 1
    return brackets


def _is_translated(state: State, index: int) -> bool:
    """Tell whether the file says the same in English right before or behind."""
    return any(
        token.kind == "word" and token.text == "en"
        for token in state.table.tokens[max(0, index - 200) : index + 200]
    )
