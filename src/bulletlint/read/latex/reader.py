"""Take the steps that a LaTeX file asks for and write its blocks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping

from bulletlint.core.document import Block
from bulletlint.core.errors import ReadError
from bulletlint.read.latex.arguments import find_shape
from bulletlint.read.latex.blocks import COLON
from bulletlint.read.latex.characters import (
    begin_glyph,
    is_first_of_line,
    is_value,
    read_accent,
    read_active,
    read_spacing,
    read_symbol,
    read_text,
    skip_value,
)
from bulletlint.read.latex.definitions import (
    Definition,
    find_bullet_words,
    is_template,
    read_template,
    substitute_arguments,
)
from bulletlint.read.latex.layout import (
    Begin,
    Close,
    Space,
    Step,
    TexMark,
    TexRun,
    lay_by_shape,
    lay_out_groups,
)
from bulletlint.read.latex.macros import (
    ACCENTS,
    ARGUMENTS,
    ENVIRONMENT_ARGUMENTS,
    GLYPHS,
    LARGE,
    LENGTHS,
    LIGATURES,
    LINE_ENDS,
    PREFIXES,
    SPACES,
    SYMBOLS,
    TABLES,
    TEMPLATES,
    MacroLayout,
)
from bulletlint.read.latex.state import Environment, State
from bulletlint.read.latex.table import Group, TokenTable
from bulletlint.read.latex.unknown import (
    find_mark_words,
    find_section_words,
    is_dated_entry,
    is_title,
    lay_out_labelled,
    lay_out_unknown,
    name_environment,
    names_section,
)

_ITEM_NAME = re.compile(r"(?i)item(?:s|lines?|text)?\Z|bullet|highlight\Z")
_ICON = re.compile(r"fa[A-Z]\w*|faicon\w*|ai[A-Z]\w*|icon[A-Z]?\w*")
_LIST_NAME = re.compile(r"(?i)item|list|enum|desc|center|flush")
_LIST_START = re.compile(r"(?i)\w*list\w*(?:start|begin)\Z")
_LIST_END = re.compile(r"(?i)\w*list\w*(?:end|stop)\Z")
#: Arguments of a macro, at most.
_MOST_ARGUMENTS = 9
#: Characters of an argument in brackets that is the only one of its macro.
_NEAR = 40
#: Tokens read for each token of the file, and beside them, at most: macros may repeat their arguments. Putting in the
#: text of a macro takes as long as reading some tokens.
_BUDGET, _MOST_REPEATED, _EXPANSION = 20, 60_000, 8


def read_blocks(
    source: str,
    table: TokenTable,
    first: int,
    *,
    definitions: Mapping[str, Definition],
    definition_ends: Mapping[int, int],
    layouts: Mapping[str, MacroLayout],
) -> tuple[Block, ...]:
    """Return the blocks of the tokens from index `first` on.

    `definition_ends` gives, for the token index at which a macro definition begins, the index behind it. Raises
    ReadError where macros repeat their arguments without end.
    """
    reader = _Reader(State(source, table), definitions, definition_ends, layouts)
    reader.read(first, len(table.tokens))
    return tuple(reader.state.writer.blocks)


class _Reader:
    """The stack of steps still to be taken, and what is known of the file's macros."""

    def __init__(
        self,
        state: State,
        definitions: Mapping[str, Definition],
        definition_ends: Mapping[int, int],
        layouts: Mapping[str, MacroLayout],
    ) -> None:
        self.state = state
        self._definitions = definitions
        self._definition_ends = definition_ends
        self._bullet_words = find_bullet_words(definitions) | find_mark_words(self.state) - set(definitions)
        self._layouts = layouts
        self.state.section_words = find_section_words(state)
        #: The tokens with which bullets begin, of those searched so far: macros add some.
        self._list_words: list[int] = []
        self._searched = 0
        self._steps: list[Step] = []
        #: Steps to be taken before the token behind the one being read.
        self._pending: list[Step] = []
        tokens = len(state.table.tokens)
        self._budget = min(_BUDGET * tokens, tokens + _MOST_REPEATED) + 10_000

    def read(self, first: int, last: int) -> None:
        """Read the tokens from `first` to `last` (exclusive) into blocks."""
        writer = self.state.writer
        self._steps = [TexRun(first, last)]
        while self._steps:
            match self._steps.pop():
                case TexRun(index, end):
                    self._run(index, end)
                case Space(start):
                    writer.add_space(start, start + 1)
                case TexMark(text, start):
                    writer.add_separator(text, start)
                case Begin(kind, level, declared):
                    writer.begin(kind, level=level, declared=declared)
                case Close():
                    writer.close()
        writer.close()

    def _run(self, index: int, last: int) -> None:
        while index < last:
            self._budget -= 1
            if self._budget < 0:
                raise ReadError(
                    "its macros repeat their arguments without end; fix them, LaTeX could not set this either"
                )
            index = self._read_token(index, last)
            if self._pending:
                self._steps.append(TexRun(index, last))
                self._steps.extend(reversed(self._pending))
                self._pending = []
                return

    def _read_token(self, index: int, last: int) -> int:
        """Read one token with its arguments and return the index of the next."""
        if index in self._definition_ends:
            return self._definition_ends[index]
        state = self.state
        writer = state.writer
        token = state.table.tokens[index]
        match token.kind:
            case "text":
                return read_text(state, index)
            case "active":
                return read_active(state, index)
            case "symbol":
                return read_symbol(state, index, last)
            case "word":
                return self._read_word(index, last)
            case "space":
                writer.add_space(token.start, token.end)
                writer.swallow = False
            case "break":
                state.math = writer.swallow = False
                if writer.kind == "heading":
                    writer.add_space(token.start, token.end)
                elif not writer.empty:
                    writer.close()
            case "ligature":
                writer.add(token.text if state.math else LIGATURES[token.text], token.start, token.end)
            case "left" | "right":
                writer.add(token.text, token.start, token.end)
            case "open" if is_value(state, index) and (end := state.table.matches.get(index)):
                if self._holds_statements((index + 1, end)):  # "points={\\point{Led it}}"
                    self._pending += [Close(), TexRun(index + 1, end), Close()]
                    return end + 1
            case "math":
                state.math = not state.math
                writer.swallow = False
            case _:
                writer.swallow = False
        return index + 1

    def _read_word(self, index: int, last: int) -> int:
        state = self.state
        word = state.table.tokens[index].text
        if word == "begin":
            return self._begin_environment(index, last)
        if word == "end":
            return self._end_environment(index, last)
        if word == "item" or word in self._bullet_words:
            return self._begin_item(index, last)
        layout = self._layouts.get(word)
        definition = self._definitions.get(word)
        if layout and layout.kind == "paragraph" and (definition or self._is_inline(index)):
            layout = None  # the file's own \location, or one within a line
        if layout and (following := self._lay_out(index, last, layout)):
            return following
        if definition and layout is None and is_template(definition):
            groups = state.table.find_groups(index + 1, last, 3) if definition.arguments else []
            if (
                state.writer.empty
                and is_first_of_line(state, index)
                and len(groups) <= definition.arguments
                and (names_section(state, groups) or groups and word in state.section_words)
            ):
                return self._read_unknown(index, last)
            return self._expand(index, last, definition)
        if word in TEMPLATES:
            return self._expand(index, last, read_template(word))
        if word in ACCENTS and (accented := read_accent(state, index, last)):
            return accented
        if word in GLYPHS and (begin_glyph(state, index) or word == "ding"):
            return state.table.skip_group(index + 1, last) if word == "ding" else index + 1
        if word in SPACES or word in LENGTHS or word in LINE_ENDS or word == "par":
            return read_spacing(state, index, last)
        if word in ARGUMENTS or word.startswith("href"):
            return self._read_arguments(index, last, ARGUMENTS.get(word, ARGUMENTS["href"]))
        if word in LARGE:
            state.writer.large = state.writer.large or state.writer.empty
        elif word in SYMBOLS and (state.math or len(state.table.find_groups(index + 1, last, 2)) < 2):
            token = state.table.tokens[index]
            state.writer.add(SYMBOLS[word], token.start, token.end)
            state.writer.swallow = not state.math or word in PREFIXES
            return index + 1
        elif _LIST_START.match(word) or _LIST_END.match(word):
            state.writer.close()
            state.depth = max(0, state.depth + (1 if _LIST_START.match(word) else -1))
        elif _ICON.fullmatch(word):
            return self._skip_arguments(index, last) if definition else index + 1
        else:
            return self._read_unknown(index, last)
        state.writer.swallow = True
        return index + 1

    def _skip_arguments(self, index: int, last: int) -> int:
        table = self.state.table
        groups = table.find_groups(table.skip_optional(index + 1, last), last, _MOST_ARGUMENTS)
        return groups[-1][1] + 1 if groups else index + 1

    def _is_inline(self, index: int) -> bool:
        return self.state.writer.kind == "item" and not is_first_of_line(self.state, index)

    def _read_arguments(self, index: int, last: int, arguments: str) -> int:
        """Read a word whose arguments are known: set those that are text, leave out the others."""
        table = self.state.table
        following = index + 1
        for letter in arguments:
            if letter == "o":
                if bracket := table.find_optional(following, last):
                    following = bracket[1] + 1
            elif group := table.find_group(following, last):
                if letter == "t":
                    self._pending.append(TexRun(*group))
                following = group[1] + 1
            elif letter == "m" and table.is_kind(following, "word"):
                following += 1
        self.state.writer.swallow = following == index + 1
        return following

    def _read_unknown(self, index: int, last: int) -> int:
        """Read a word that nobody has told us of by the look of its arguments."""
        table = self.state.table
        word = table.tokens[index].text
        if _ITEM_NAME.search(word) and (following := self._lay_out(index, last, MacroLayout("item", 2))):
            return following
        if assigned := skip_value(self.state, index, last):
            self.state.writer.swallow = True
            return assigned
        start = table.skip_optional(index + 1, last)
        groups = table.find_groups(start, last, _MOST_ARGUMENTS)
        self.state.writer.swallow = not groups
        if not groups and word.endswith("sep"):
            self.state.writer.swallow = False
            self.state.writer.add_space(table.tokens[index].start, table.tokens[index].end)
        if not groups:
            near = start > index + 1 and table.tokens[start - 1].end - table.tokens[index].end < _NEAR
            return start if near else index + 1
        self._pending += lay_out_unknown(self.state, index, last, groups, self._is_list)
        return groups[-1][1] + 1

    def _begin_environment(self, index: int, last: int) -> int:
        state = self.state
        table = state.table
        name, following = table.read_name(index + 1, last)
        state.begin_environment(Environment(name, name in TABLES))
        bare = table.find_group(following, last) is None
        if bare and index + 2 < last and (heading := name_environment(name, table.tokens[index + 2].start)):
            state.writer.blocks.append(heading)
        if name in ENVIRONMENT_ARGUMENTS:
            return self._read_arguments(following - 1, last, ENVIRONMENT_ARGUMENTS[name])
        following = table.skip_optional(following, last)
        groups = table.find_groups(following, last, _MOST_ARGUMENTS)
        if not groups or _LIST_NAME.search(name):
            return following
        level = 1 if "ection" in name and len(groups) == 1 else 3
        self._pending += lay_by_shape(table, groups, Begin("heading", level), self._is_list)
        return groups[-1][1] + 1

    def _end_environment(self, index: int, last: int) -> int:
        name, following = self.state.table.read_name(index + 1, last)
        self.state.end_environment()
        if name == "document":
            self._steps.clear()
            return last
        return following

    def _begin_item(self, index: int, last: int) -> int:
        state = self.state
        state.begin_item()
        bracket = state.table.find_optional(index + 1, last)
        if bracket is None:
            groups = state.table.find_groups(index + 1, last, _MOST_ARGUMENTS)
            if len(groups) > 2:  # "\\item{2019 -- 2021}{Acme}{Planner}"
                self._pending += lay_by_shape(state.table, groups, Begin("heading", 3), self._is_list)
                return groups[-1][1] + 1
            if len(groups) == 2 and is_title(state, index, groups, self._is_list):
                end = state.table.tokens[groups[0][1]].start
                self._pending += [TexRun(*groups[0]), TexMark(COLON, end), TexRun(*groups[1])]
                return groups[1][1] + 1
            return index + 1
        first, end = bracket
        label = "".join(token.text for token in state.table.tokens[first:end] if token.kind == "text")
        if sum(character.isalpha() for character in label) > 1:
            self._pending += [TexRun(first, end), TexMark(COLON, state.table.tokens[end].start)]
        return end + 1

    def _lay_out(self, index: int, last: int, layout: MacroLayout) -> int | None:
        """Put the arguments of a macro that makes blocks among the steps; return the index behind it."""
        state = self.state
        following = state.table.skip_optional(index + 1, last)
        groups = state.table.find_groups(following, last, layout.most)
        more = state.table.find_groups(following, last, _MOST_ARGUMENTS)
        if len(more) > len(groups) and layout.kind in {"entry", "item"} and layout.most < _MOST_ARGUMENTS:
            if layout.kind == "entry" or not layout.declared and len(groups) == 2:
                groups, layout = more, MacroLayout("heading")  # the same name in another class
        elif len(groups) == 2 and layout.kind == "item" and is_dated_entry(state, groups):
            layout = MacroLayout("entry")
        depth = max(1, state.depth)
        state.math = False
        if groups:
            self._pending += lay_out_groups(state.table, groups, layout, depth=depth, is_list=self._is_list)
            return groups[-1][1] + 1
        if layout.kind == "entry":
            self._pending += lay_out_labelled(state, state.table.find_optional(index + 1, last))
            return following
        if layout.kind != "item":
            return None
        state.writer.begin("item", level=depth, declared=layout.declared)
        state.writer.swallow = True
        return index + 1

    def _holds_statements(self, group: Group) -> bool:
        return find_shape(self.state.table, group, self._is_list) in {"statement", "list"}

    def _is_list(self, group: Group) -> bool:
        """Tell whether bullets begin in an argument."""
        tokens = self.state.table.tokens
        for index in range(self._searched, len(tokens)):
            if tokens[index].kind == "word" and self._begins_bullets(tokens[index].text):
                self._list_words.append(index)
        self._searched = len(tokens)
        return bisect_left(self._list_words, group[0]) < bisect_left(self._list_words, group[1])

    def _begins_bullets(self, word: str) -> bool:
        layout = self._layouts.get(word)
        if word in {"item", "begin"} or word in self._bullet_words:
            return True
        return layout is not None and layout.kind in {"item", "items"}

    def _expand(self, index: int, last: int, definition: Definition) -> int:
        """Put the text of a macro, with its arguments in it, among the steps; return the index behind the call."""
        expanded, following = substitute_arguments(self.state.table, index, last, definition)
        self._budget -= len(expanded) + _EXPANSION
        self._pending.append(TexRun(*self.state.table.add(expanded)))
        self.state.writer.swallow = following == index + 1
        return following
