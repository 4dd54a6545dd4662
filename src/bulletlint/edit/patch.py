"""Writes a rewrite into the source of its bullet: words that stay keep their own source, mark-up and all."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bulletlint.core.document import Bullet
from bulletlint.core.finding import Piece
from bulletlint.edit.markup import MarkupError, MarkupLayout, read_layout

_LATEX_ESCAPES = {
    "\\": r"\textbackslash{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_HTML_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of a source: the characters `start` to `end` (exclusive) give way to `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class SourceAtom:
    """Something that is written as one: its source text, the pairs round it, and whether it is white space."""

    source: str
    stack: tuple[int, ...]
    space: bool


def write_bullet(source: str, bullet: Bullet, pieces: Sequence[Piece], format: str) -> Edit:
    """Return the edit that turns a bullet into its rewrite; raises MarkupError if its mark-up cannot be moved."""
    layout = read_layout(source, bullet.stretches, format)
    escape = find_escape(source, layout.start, format)
    text = render_atoms(list_atoms(source, bullet, pieces, layout, escape), layout)
    if format == "yaml" and needs_quotes(source, layout.start, text):
        text = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return Edit(layout.start, layout.end, text)


def apply_edits(source: str, edits: Sequence[Edit]) -> str:
    """Return a source with edits that do not overlap."""
    parts: list[str] = []
    after = 0
    for edit in sorted(edits, key=lambda item: item.start):
        if edit.start < after:
            raise MarkupError("two changes overlap")
        parts += [source[after : edit.start], edit.text]
        after = edit.end
    return "".join([*parts, source[after:]])


def list_atoms(
    source: str, bullet: Bullet, pieces: Sequence[Piece], layout: MarkupLayout, escape: Callable[[str], str]
) -> list[SourceAtom]:
    """Return what is to be written, in order; a new word takes the pairs that the words on both its sides share."""
    owners = [number for number, stretch in enumerate(bullet.stretches) for _ in stretch.text]
    starts: list[int] = []
    offset = 0
    for stretch in bullet.stretches:
        starts.append(offset)
        offset += len(stretch.text)
    atoms: list[SourceAtom | str] = []
    for piece in pieces:
        if piece.start is None or piece.end is None:
            atoms.append(piece.text)
            continue
        old = bullet.text[piece.start : piece.end]
        if len(old) != len(piece.text) or old.lower() != piece.text.lower():
            atoms.append(SourceAtom(escape(piece.text), layout.stacks[owners[piece.start]], False))
            continue
        at = piece.start
        while at < piece.end:
            number = owners[at]
            stretch = bullet.stretches[number]
            assert stretch.start is not None
            assert stretch.end is not None
            linear = stretch.linear
            new = piece.text[at - piece.start]
            if linear or len(stretch.text) == 1:
                text = new
                if linear:
                    first = stretch.start + at - starts[number]
                    text = source[first : first + 1]
                elif new == bullet.text[at]:
                    text = source[stretch.start : stretch.end]
                if new != bullet.text[at]:
                    text = escape(new)
                step = 1
            else:
                step = min(piece.end, starts[number] + len(stretch.text)) - at
                whole = step == len(stretch.text)
                text = source[stretch.start : stretch.end] if whole else escape(bullet.text[at : at + step])
            prefix = layout.prefixes[number] if at == starts[number] else ""
            atoms.append(SourceAtom(prefix + text, layout.stacks[number], bullet.text[at].isspace()))
            at += step
    return settle_new_words(atoms, escape)


def settle_new_words(atoms: Sequence[SourceAtom | str], escape: Callable[[str], str]) -> list[SourceAtom]:
    """Return atoms with new words, and white space, inside the pairs that their neighbours share."""
    known = [None if isinstance(atom, str) or atom.space else atom.stack for atom in atoms]
    following: list[tuple[int, ...]] = [()] * len(atoms)
    after: tuple[int, ...] = ()
    for number in range(len(atoms) - 1, -1, -1):
        following[number] = after
        stack = known[number]
        after = after if stack is None else stack
    settled: list[SourceAtom] = []
    before: tuple[int, ...] = ()
    for number, atom in enumerate(atoms):
        stack = known[number]
        if stack is not None:
            assert isinstance(atom, SourceAtom)
            before = stack
            settled.append(atom)
            continue
        shared = share_stack(before, following[number])
        if isinstance(atom, str):
            settled.append(SourceAtom(escape(atom), shared, atom.isspace()))
        else:
            settled.append(SourceAtom(atom.source, shared, True))
    return settled


def share_stack(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    """Return the outer pairs that two places have in common."""
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return one[:length]


def render_atoms(atoms: Sequence[SourceAtom], layout: MarkupLayout) -> str:
    """Return the source text of atoms with their pairs opened and closed in order."""
    parts: list[str] = []
    stack: tuple[int, ...] = ()
    for atom in (*atoms, SourceAtom("", (), False)):
        shared = share_stack(stack, atom.stack)
        parts += [layout.pairs[number].close for number in reversed(stack[len(shared) :])]
        parts += [layout.pairs[number].open for number in atom.stack[len(shared) :]]
        parts.append(atom.source)
        stack = atom.stack
    return "".join(parts)


def find_escape(source: str, start: int, format: str) -> Callable[[str], str]:
    """Return how new words are written in a format, at a place of its source."""
    if format == "latex":
        return lambda text: "".join(_LATEX_ESCAPES.get(sign, sign) for sign in text)
    if format == "html":
        return lambda text: "".join(_HTML_ESCAPES.get(sign, sign) for sign in text)
    if format == "json":
        return lambda text: json.dumps(text, ensure_ascii=False)[1:-1]
    if format == "yaml":
        return lambda text: escape_yaml(text, source[start - 1 : start])
    if format == "typst":
        return lambda text: re.sub(r"([\\*_#$@<>\[\]`])", r"\\\1", text)
    if format == "rst":
        return lambda text: re.sub(r"([\\*`|])", r"\\\1", text)
    if format == "markdown":
        return lambda text: re.sub(r"([\\*_`\[\]<])", r"\\\1", text)
    return lambda text: text


def needs_quotes(source: str, start: int, text: str) -> bool:
    """Tell whether a plain YAML scalar can no longer stand without quotes: ": " and " #" mean something there."""
    line = source[source.rfind("\n", 0, start) + 1 : start]
    plain = re.search(r"(?:^|\s)(?:-|\S.*:)\s+$", line) is not None
    return plain and (": " in text or " #" in text or text.endswith(":") or text[:1] in "!&*-?|>@`%{}[],#'\"")


def escape_yaml(text: str, quote: str) -> str:
    """Return a text as it stands in a quoted YAML scalar, or as it is in a plain one."""
    if quote == '"':
        return text.replace("\\", "\\\\").replace('"', '\\"')
    return text.replace("'", "''") if quote == "'" else text
