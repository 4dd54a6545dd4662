"""JSON and YAML as one kind of tree whose texts know their places.

The standard parsers give values without places, or only where a scalar starts. Depth is bounded, so that walking the
tree may recurse.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from bulletlint.read.mapped_text import MappedText

#: Mappings and lists within each other; a resume has about six.
DEEPEST = 60
TOO_DEEP = "is nested too deeply for a resume"


@dataclass(frozen=True, slots=True)
class MappingEntry:
    """One key of a mapping with its value."""

    key: MappedText
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file; `start` is the offset of its beginning."""

    start: int
    entries: list[MappingEntry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Listing:
    """Values in order; `start` is the offset of its beginning."""

    start: int
    values: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, or a number or such as it is written."""

    content: MappedText


Node = Mapping | Listing | Scalar | None


class TreeBuilder:
    """Builds a tree from the events of a parser, without recursion."""

    def __init__(self) -> None:
        self.root: Node = None
        self._open: list[Mapping | Listing] = []
        self._keys: list[MappedText | None] = []

    @property
    def wants_key(self) -> bool:
        """Tell whether the next scalar is the key of a mapping."""
        return bool(self._open) and isinstance(self._open[-1], Mapping) and self._keys[-1] is None

    @property
    def is_full(self) -> bool:
        """Tell whether nothing deeper may begin."""
        return len(self._open) >= DEEPEST

    def open(self, node: Mapping | Listing) -> None:
        """Begin a mapping or list."""
        self.add(node)
        self._open.append(node)
        self._keys.append(None)

    def close(self) -> None:
        """End the innermost mapping or list."""
        self._open.pop()
        self._keys.pop()

    def add_key(self, key: MappedText) -> None:
        """Set the key that the next value belongs to."""
        self._keys[-1] = key

    def add(self, node: Node) -> None:
        """Add a value where the building stands."""
        if not self._open:
            self.root = node
            return
        holder, key = self._open[-1], self._keys[-1]
        if isinstance(holder, Listing):
            holder.values.append(node)
        else:
            holder.entries.append(
                MappingEntry(key if key is not None else MappedText("", (holder.start,)), node)
            )
            self._keys[-1] = None
