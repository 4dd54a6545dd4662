r"""The macros that a LaTeX file defines for itself, and what each makes of its arguments.

Nothing is executed: a definition is read as a list of tokens, and only two things are asked of it. Does it lay out a
bullet or a job line? Or is it short text with parameters in it, which can be put where it is called?
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bulletlint.read.latex.macros import GLYPHS, HEADING_NAME, LAYOUTS, TEMPLATES, MacroLayout
from bulletlint.read.latex.table import TokenTable
from bulletlint.read.latex.tokens import Token, read_tokens

_DEFINE = frozenset(
    "newcommand renewcommand providecommand DeclareRobustCommand newrobustcmd def gdef edef xdef "
    "NewDocumentCommand RenewDocumentCommand ProvideDocumentCommand DeclareDocumentCommand".split()
)
_DEFINE_ENVIRONMENT = frozenset("newenvironment renewenvironment NewDocumentEnvironment".split())
_NO_TEMPLATE = _DEFINE | _DEFINE_ENVIRONMENT | frozenset("csname expandafter loop input include let".split())
_TABULAR = re.compile(r"tabular|tabularx|longtable|minipage")
_LONGEST_TEMPLATE = 2000  # tokens


class Definition(NamedTuple):
    """A macro as the file defines it.

    `arguments` counts the parameters; `default` is what the first of them is when it is left out, None if it may
    not be. `own` says that the tokens of the body are those of the file being read.
    """

    name: str
    arguments: int
    default: tuple[Token, ...] | None
    body: tuple[Token, ...]
    own: bool = True

    @property
    def is_content(self) -> bool:
        """Whether it is a part of the page by another name: a job with its bullets, and no word to be put in a line."""
        return not self.arguments and any(
            token.kind == "word" and (token.text in {"begin", "item", "par"} or token.text in LAYOUTS)
            for token in self.body
        )


def collect_definitions(
    tokens: Sequence[Token], matches: Mapping[int, int]
) -> tuple[dict[str, Definition], dict[int, int]]:
    """Return the macros defined in a file, and where each definition that begins at a token index ends."""
    definitions: dict[str, Definition] = {}
    ends: dict[int, int] = {}
    index = 0
    while index < len(tokens):
        token = tokens[index]
        end = index + 1
        if token.kind == "word" and token.text in _DEFINE:
            signed = token.text.endswith("DocumentCommand")
            definition, end = _read_definition(tokens, matches, index + 1, signed=signed)
            if definition is not None:
                definitions[definition.name] = definition
        elif token.kind == "word" and token.text in _DEFINE_ENVIRONMENT:
            end = _skip_groups(tokens, matches, index + 1)
        elif token.kind == "word" and token.text == "let":
            end = _skip_words(tokens, index + 1, count=2)
        if end > index + 1:
            ends[index] = end
        index = end
    return definitions, ends


def classify_definitions(definitions: Mapping[str, Definition]) -> dict[str, MacroLayout]:
    """Return how each macro that makes a block lays out its arguments; macros without arguments are left out."""
    layouts: dict[str, MacroLayout] = {}
    for _ in range(3):  # a macro may be defined by another one: \resumeSubItem by \resumeItem
        for name, definition in definitions.items():
            layout = _classify(definition, layouts) if definition.arguments else None
            if layout is not None:
                layouts[name] = layout
    return layouts


def find_bullet_words(definitions: Mapping[str, Definition]) -> frozenset[str]:
    r"""Return the macros without arguments that stand for ``\item`` or a bullet glyph."""
    return frozenset(
        name
        for name, definition in definitions.items()
        if not definition.arguments
        and any(
            token.kind == "word" and (token.text == "item" or token.text in GLYPHS)
            for token in definition.body
        )
        and not any(token.kind == "word" and token.text in {"begin", "end"} for token in definition.body)
    )


def is_template(definition: Definition) -> bool:
    """Tell whether a macro is short text with parameters in it, which can be put where the macro is called."""
    return len(definition.body) <= _LONGEST_TEMPLATE and not any(
        token.kind == "word" and token.text in _NO_TEMPLATE for token in definition.body
    )


def read_template(word: str) -> Definition:
    """Return a macro of LaTeX that adds characters round its arguments, as if the file had defined it."""
    body = TEMPLATES[word]
    count = sum(f"#{number}" in body for number in range(1, 10))
    return Definition(word, count, None, tuple(read_tokens(body)[0]))


def substitute_arguments(
    table: TokenTable, index: int, last: int, definition: Definition
) -> tuple[list[Token], int]:
    """Return the body of a macro with the arguments of a call put in, and the index behind the call.

    The arguments keep their places; the body's own tokens are given the place of the call between the arguments
    round them.
    """
    tokens = table.tokens
    arguments: list[Sequence[Token]] = []
    following = index + 1
    if definition.default is not None:
        bracket = table.find_optional(following, last)
        arguments.append(tokens[bracket[0] : bracket[1]] if bracket else definition.default)
        following = bracket[1] + 1 if bracket else following
    first_group = len(arguments)
    gaps = [tokens[index].start]  # where the call's own source begins and ends, in turn
    for first, end in table.find_groups(following, last, definition.arguments - first_group):
        arguments.append(tokens[first:end])
        gaps += [tokens[first - 1].end, tokens[end].start]
        following = end + 1
    gaps.append(tokens[following - 1].end)
    if definition.own and definition.is_content:
        return list(definition.body), following
    expanded: list[Token] = []
    gap = 0
    body = iter(definition.body)
    for token in body:
        if token.kind != "active" or token.text != "#":
            expanded.append(token._replace(start=gaps[gap], end=gaps[gap + 1]))
            continue
        number = next(body, token).text
        which = int(number[0]) if number[0].isdecimal() else 0
        expanded += arguments[which - 1] if 0 < which <= len(arguments) else ()
        gap = max(0, 2 * min(which - first_group, (len(gaps) - 1) // 2))
        if len(number) > 1:
            expanded.append(Token("text", number[1:], gaps[gap], gaps[gap + 1]))
    return expanded, following


def _classify(definition: Definition, known: Mapping[str, MacroLayout]) -> MacroLayout | None:
    words = [token.text for token in definition.body if token.kind == "word"]
    present = set(words)
    count = definition.arguments - (definition.default is not None)
    declared = LAYOUTS[definition.name].declared if definition.name in LAYOUTS else False
    inner = [known.get(word) or LAYOUTS.get(word) for word in words]
    if definition.name not in LAYOUTS and is_template(definition) and _is_structured(definition, inner):
        return None
    lined = any(_TABULAR.match(token.text) for token in definition.body if token.kind == "text")
    if any(layout and layout.kind == "heading" and layout.level < 3 for layout in inner):
        level = min(layout.level for layout in inner if layout and layout.kind == "heading")
        return MacroLayout("heading", count, level)
    bulleted = "item" in present or any(layout and layout.kind == "item" for layout in inner)
    bulleted = bulleted or bool(GLYPHS & present) and count == 1
    split = "hfill" in present or "hspace" in present and count > 2
    if bulleted and count < 3 and not lined and not (split and count > 1):
        return MacroLayout("item", count, declared=declared)
    if count > 1 and (lined or split or "item" in present):
        return LAYOUTS.get(definition.name) or MacroLayout("heading", count)
    if count == 1 and HEADING_NAME.match(definition.name):
        return MacroLayout("heading", 1, 1 + definition.name.lower().count("sub"))
    if count > 2 and definition.name in LAYOUTS:
        return LAYOUTS[definition.name]
    return None


def _is_structured(definition: Definition, inner: Sequence[MacroLayout | None]) -> bool:
    """Tell whether a macro makes blocks of several kinds, so that only its own text says which argument is what."""
    body = definition.body
    lists = sum(
        token.kind == "word" and token.text == "begin" and not _TABULAR.match(body[at + 2].text)
        for at, token in enumerate(body[:-2])
    )
    headings = sum(layout is not None and layout.kind == "heading" for layout in inner)
    items = sum(token.kind == "word" and token.text == "item" for token in body)
    return definition.arguments > 1 and (lists > 0 or headings > 0) or items > 1


def _read_definition(
    tokens: Sequence[Token], matches: Mapping[int, int], index: int, *, signed: bool
) -> tuple[Definition | None, int]:
    """Read a definition from behind its defining word: the name, the parameters, the body.

    `signed` says that the parameters are a group of letters, as those of \\NewDocumentCommand.
    """
    index = _skip_spaces(tokens, index)
    name, index = _read_name(tokens, matches, index)
    arguments = 0
    default: tuple[Token, ...] | None = None
    while name is not None and index < len(tokens):
        token = tokens[index]
        if token.kind == "left" and (end := _find_bracket(tokens, index)):
            inside = tuple(tokens[index + 1 : end])
            count = "".join(part.text for part in inside).strip()
            if not arguments and count.isdecimal():
                arguments = min(9, int(count[:2]))
            else:
                default = inside
            index = end + 1
        elif token.kind == "open" and index in matches:
            end = matches[index]
            body = tuple(tokens[index + 1 : end])
            if not signed:
                return Definition(name, arguments, default, body), end + 1
            signature = re.sub(r"\{[^}]*\}", "", "".join(part.text for part in body))
            arguments = min(9, sum(letter in "moOdDrRsvt" for letter in signature))
            default = () if signature.lstrip("+ ")[:1] in {"o", "O"} else None
            signed = False
            index = end + 1
        elif token.kind == "active" and token.text == "#":
            arguments += 1
            index += 1
        elif token.kind in {"space", "text"}:
            index += 1
        else:
            break
    return None, index


def _find_bracket(tokens: Sequence[Token], index: int) -> int | None:
    """Return the index of the bracket that closes the one at an index, if it is near."""
    return next((at for at in range(index, min(index + 40, len(tokens))) if tokens[at].kind == "right"), None)


def _read_name(tokens: Sequence[Token], matches: Mapping[int, int], index: int) -> tuple[str | None, int]:
    if index < len(tokens) and tokens[index].kind == "word":
        return tokens[index].text, index + 1
    if index < len(tokens) and tokens[index].kind == "open" and index in matches:
        end = matches[index]
        inside = [token for token in tokens[index + 1 : min(end, index + 4)] if token.kind == "word"]
        return (inside[0].text if inside else None), end + 1
    return None, index


def _skip_spaces(tokens: Sequence[Token], index: int) -> int:
    while index < len(tokens) and tokens[index].kind == "space":
        index += 1
    return index


def _skip_groups(tokens: Sequence[Token], matches: Mapping[int, int], index: int) -> int:
    """Return the index behind the groups and bracketed arguments that begin at an index."""
    end = index
    while index < len(tokens):
        if index in matches:
            index = end = matches[index] + 1
        elif tokens[index].kind == "left" and (closing := _find_bracket(tokens, index)):
            index = end = closing + 1
        elif tokens[index].kind == "space":
            index += 1
        else:
            break
    return end


def _skip_words(tokens: Sequence[Token], index: int, *, count: int) -> int:
    end = index
    while count and index < len(tokens) and tokens[index].kind in {"word", "space", "text", "symbol"}:
        if tokens[index].kind in {"word", "symbol"}:
            count -= 1
            end = index + 1
        index += 1
    return end
