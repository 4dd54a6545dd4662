"""YAML as a tree, by PyYAML's events: they say where a scalar stands; where its characters do is worked out here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from bulletlint.core.document import Comment
from bulletlint.core.errors import ReadError
from bulletlint.core.strict_yaml import describe_yaml_error
from bulletlint.read.data.tree import TOO_DEEP, Listing, Mapping, Node, Scalar, TreeBuilder
from bulletlint.read.mapped_text import MappedText

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r\n|.)", re.DOTALL)
_LETTERS = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_LINE_END = re.compile(r"[\r\n]")
#: An anchor or a tag before a scalar.
_PROPERTIES = re.compile(r"(?:[&!]\S*(?:\s+|\Z))+")
#: Characters of text that stand in a file once and are read again for each alias, at most.
_MOST_REPEATED = 500_000
_BLOCK_HEADER = re.compile(r"[|>][0-9+-]*[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n|\Z)")


def _parse(source: str) -> Iterator[Any]:
    # The stubs of PyYAML leave open whether an event has marks; parsed ones always do.
    yield from yaml.parse(source, Loader=_Loader)


def parse_yaml_tree(source: str) -> tuple[Node, tuple[Comment, ...]]:
    """Return a YAML text as a tree, the entries of all its documents in one mapping, and its comments.

    An alias is the text that its anchor stands at, and an empty value where that is a mapping or list. Raises
    ReadError, with the line, if it is not YAML.
    """
    builder = TreeBuilder()
    roots: list[Node] = []
    anchors: dict[str, Scalar] = {}
    scalars: list[tuple[int, int]] = []
    repeated = 0
    try:
        for event in _parse(source):
            mark: Any = event.start_mark
            if isinstance(event, yaml.DocumentEndEvent):
                roots.append(builder.root)
                builder = TreeBuilder()
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                is_mapping = isinstance(event, yaml.MappingStartEvent)
                if builder.is_full:
                    raise ReadError(TOO_DEEP, line=mark.line + 1)
                builder.open((Mapping if is_mapping else Listing)(mark.index))
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                builder.close()
            elif isinstance(event, (yaml.ScalarEvent, yaml.AliasEvent)):
                scalar = _make_scalar(source, event, scalars, anchors)
                repeated += len(scalar.content.text) if isinstance(event, yaml.AliasEvent) else 0
                if repeated > _MOST_REPEATED:
                    raise ReadError("repeats more text by aliases than a resume has", line=mark.line + 1)
                if builder.wants_key:
                    builder.add_key(scalar.content)
                else:
                    builder.add(scalar)
    except yaml.YAMLError as error:
        reason, line = describe_yaml_error(error, source)
        raise ReadError(f"invalid YAML ({reason}); fix the line", line=line) from None
    return _join_documents(roots), tuple(_find_comments(source, scalars))


def _join_documents(roots: list[Node]) -> Node:
    """Return documents as one: mappings as one mapping, anything else as a list of them."""
    told = [root for root in roots if isinstance(root, (Mapping, Listing))]
    if len(told) < 2:
        return told[0] if told else roots[0] if roots else None
    if all(isinstance(root, Mapping) for root in told):
        entries = [entry for root in told if isinstance(root, Mapping) for entry in root.entries]
        return Mapping(told[0].start, entries)
    return Listing(told[0].start, list(told))


def _make_scalar(
    source: str, event: Any, scalars: list[tuple[int, int]], anchors: dict[str, Scalar]
) -> Scalar:
    start, end = event.start_mark.index, event.end_mark.index
    if isinstance(event, yaml.AliasEvent):
        return anchors.get(str(event.anchor)) or Scalar(MappedText("", (start,)))
    properties = _PROPERTIES.match(source, start, end)
    start = properties.end() if properties is not None else start
    scalars.append((start, end))
    scalar = Scalar(_map_scalar(source, start, end, event.value, event.style or ""))
    if event.anchor is not None:
        anchors[event.anchor] = scalar
    return scalar


def _map_scalar(source: str, start: int, end: int, value: str, style: str) -> MappedText:
    """Lay a scalar's value on its source: words letter by letter, white space between them on what is there."""
    if style in ("'", '"'):
        start, end = start + 1, end - 1
    elif style in ("|", ">"):
        header = _BLOCK_HEADER.match(source, start, end)
        start = header.end() if header is not None else start
    if value == source[start:end]:
        return MappedText(value, range(start, end + 1))
    origins: list[int] = []
    position = start
    for character in value:
        if character.isspace():
            # The first space of a run takes all of the source's white space.
            origins.append(position)
            position = _skip_space(source, position, end, style)
            continue
        position = _skip_space(source, position, end, style)
        origins.append(position)
        position += _measure(source, position, style)
    origins.append(max(min(position, end), origins[-1] if origins else start))
    return MappedText(value, origins)


def _skip_space(source: str, position: int, end: int, style: str) -> int:
    """Return where the next visible character stands; in double quotes white space may be escaped."""
    while position < end:
        if source[position].isspace():
            position += 1
        elif style == '"' and source[position] == "\\" and _decode_escape(source, position)[0].isspace():
            position += _decode_escape(source, position)[1]
        else:
            break
    return position


def _measure(source: str, position: int, style: str) -> int:
    """Return how many characters of source make the one at a place."""
    if style == '"' and source.startswith("\\", position):
        return _decode_escape(source, position)[1]
    return 2 if style == "'" and source.startswith("''", position) else 1


def _decode_escape(source: str, position: int) -> tuple[str, int]:
    """Return what an escape in double quotes stands for (a space for an escaped line break), and its length."""
    escape = _ESCAPE.match(source, position)
    if escape is None:
        return "\\", 1
    letter = escape[0][1]
    if letter in "xuU" and len(escape[0]) > 2:
        return chr(min(int(escape[0][2:], 16), 0x10FFFF)), len(escape[0])
    return _LETTERS.get(letter, letter), len(escape[0])


def _find_comments(source: str, scalars: list[tuple[int, int]]) -> list[Comment]:
    """Return the comments: a "#" at the start of a line or after white space, outside of every scalar."""
    comments: list[Comment] = []
    spans = iter([*scalars, (len(source), len(source))])
    start, end = next(spans)
    position = source.find("#")
    while position >= 0:
        while end <= position:
            start, end = next(spans)
            if start == end == len(source):
                break
        line_end = _LINE_END.search(source, position)
        stop = line_end.start() if line_end is not None else len(source)
        if start <= position < end and not _is_header_comment(source, start, position):
            position = source.find("#", end)
            continue
        if position == 0 or source[position - 1].isspace():
            comments.append(Comment(source[position + 1 : stop].strip(), position, stop))
            position = source.find("#", stop)
        else:
            position = source.find("#", position + 1)
    return comments


def _is_header_comment(source: str, start: int, position: int) -> bool:
    """Tell whether a place lies in the first line of a block scalar, where a comment may stand."""
    return source[start] in "|>" and not re.search(r"[\r\n]", source[start:position])
