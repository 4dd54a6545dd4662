"""What a LaTeX reader knows at one place of the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from bulletlint.read.latex.blocks import BlockWriter
from bulletlint.read.latex.table import TokenTable


class Environment(NamedTuple):
    """An environment that has begun; `table` where ``&`` parts cells, `bulleted` once it has had an item."""

    name: str
    table: bool
    bulleted: bool = False


@dataclass(slots=True)
class State:
    """The tokens, the blocks written so far, and the mode that TeX would be in."""

    source: str
    table: TokenTable
    writer: BlockWriter = field(init=False)
    environments: list[Environment] = field(default_factory=list)
    #: Lists around the token being read.
    depth: int = 0
    math: bool = False
    #: Words nobody knows that head the file's sections.
    section_words: frozenset[str] = frozenset()
    #: Index of a token of which this many characters have been read with the one before it.
    cut: tuple[int, int] = (-1, 0)

    def __post_init__(self) -> None:
        self.writer = BlockWriter(self.source)

    def begin_environment(self, environment: Environment) -> None:
        """Close the block being written and enter an environment."""
        self.environments.append(environment)
        self._change_environment()

    def end_environment(self) -> None:
        """Close the block being written and leave the innermost environment."""
        if self.environments:
            self.depth -= self.environments.pop().bulleted
        self._change_environment()

    def begin_item(self) -> None:
        """Begin a bullet of the innermost environment."""
        if self.environments and not self.environments[-1].bulleted:
            self.environments[-1] = self.environments[-1]._replace(bulleted=True)
            self.depth += 1
        self.math = False
        self.writer.begin("item", level=max(1, self.depth))
        self.writer.swallow = True

    def _change_environment(self) -> None:
        self.math = False
        self.writer.close()
        self.writer.plain = "row" if self.environments and self.environments[-1].table else "paragraph"
