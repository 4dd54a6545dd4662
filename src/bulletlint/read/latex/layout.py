"""What is still to be done while a LaTeX file is read, and the blocks that a macro makes of its arguments."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bulletlint.core.document import BlockKind
from bulletlint.read.latex.arguments import find_shape
from bulletlint.read.latex.blocks import COLON, SEPARATOR
from bulletlint.read.latex.macros import MacroLayout
from bulletlint.read.latex.table import Group, TokenTable


class TexRun(NamedTuple):
    """Read the tokens from index `first` to `last` (exclusive)."""

    first: int
    last: int


class Space(NamedTuple):
    """Write a space in place of the source character at `start` (character offset)."""

    start: int


class TexMark(NamedTuple):
    """Write a separator in place of the source character at `start` (character offset)."""

    text: str
    start: int


class Begin(NamedTuple):
    """Begin a block."""

    kind: BlockKind
    level: int = 1
    declared: bool = False


class Close(NamedTuple):
    """Close the block being written."""


Step = TexRun | Space | TexMark | Begin | Close


def lay_out_groups(
    table: TokenTable,
    groups: Sequence[Group],
    layout: MacroLayout,
    *,
    depth: int,
    is_list: Callable[[Group], bool],
) -> list[Step]:
    """Return the steps that write the arguments of a macro as blocks.

    `depth` is the list depth of a bullet there. In a heading, an argument that is a statement or a list of bullets
    stands for itself below it, whichever it is.
    """
    groups = groups[layout.left :] if len(groups) > layout.left else groups
    *front, final = groups
    item = Begin("item", depth, layout.declared)
    heading = Begin("heading", layout.level)
    if layout.kind == "entry":
        return [*lay_by_shape(table, front, heading, is_list), TexRun(*final), Close()]
    if layout.kind == "items":
        return [step for group in groups for step in lay_in_line(table, [group], item)]
    if layout.kind == "paragraph":
        return lay_in_line(table, groups, Begin("paragraph"))
    if layout.kind == "heading":
        return lay_by_shape(table, groups, heading, is_list)
    if len(front) > 1 and find_shape(table, final, is_list) == "nothing":
        return lay_by_shape(table, front, heading, is_list)
    if len(front) > 1:
        return [*lay_by_shape(table, front, heading, is_list), item, TexRun(*final), Close()]
    return lay_in_line(table, groups, item, separator=COLON)


def lay_by_shape(
    table: TokenTable, groups: Sequence[Group], heading: Begin, is_list: Callable[[Group], bool]
) -> list[Step]:
    """Return the steps that write labels as one heading, and below it each statement and list as it stands."""
    if len(groups) == 1 and not is_list(groups[0]):
        return lay_in_line(table, groups, heading)
    labels, bodies = [], []
    for group in groups:
        shape = find_shape(table, group, is_list)
        if shape == "label":
            labels.append(group)
        elif shape != "nothing":
            bodies.append(group)
    if not labels and bodies and not is_list(bodies[0]):  # a long title
        labels, bodies = bodies[:1], bodies[1:]
    steps = lay_in_line(table, labels, heading) if labels else []
    for group in bodies:
        steps += [Close(), TexRun(*group), Close()]
    return steps


def lay_in_line(
    table: TokenTable, groups: Sequence[Group], begin: Begin, *, separator: str = SEPARATOR
) -> list[Step]:
    """Return the steps that write arguments as one block, a separator between them."""
    steps: list[Step] = [begin]
    for first, end in groups:
        if len(steps) > 1:
            steps.append(TexMark(separator, table.tokens[first - 1].start))
        steps.append(TexRun(first, end))
    return [*steps, Close()]
