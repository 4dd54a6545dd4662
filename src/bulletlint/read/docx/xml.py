"""XML of Office files as a stream of events, with everything off that can harm.

The standard library's expat is used directly: no document type (so no entity, internal or external), bounded depth,
and no tree in memory.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol
from xml.parsers import expat

from bulletlint.core.errors import ReadError

#: Elements in each other, and in a part, at most: a resume of twenty pages has some 60,000.
_DEEPEST, _MOST_ELEMENTS = 1_000, 400_000
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "",
}


class XmlHandler(Protocol):
    """What takes the events; names are given with the prefixes ``w:``, ``mc:`` and ``m:`` of Office files."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def text(self, text: str) -> None:
        """Take text between tags."""


def parse_xml(content: bytes, handler: XmlHandler, part: str) -> None:
    """Send the events of an XML part to a handler; raise ReadError, with the part's name, if it is not sound."""
    depth = count = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if count > _MOST_ELEMENTS:
            raise ReadError(
                f"its part {part} has more than {_MOST_ELEMENTS:,} elements, too many for a resume; shorten it"
            )
        if depth > _DEEPEST:
            raise ReadError(f"its part {part} is nested too deeply for a resume")
        shortened = {_shorten(key): value for key, value in attributes.items()} if attributes else attributes
        handler.start(_shorten(name), shortened)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(_shorten(name))

    def refuse(*_: object) -> None:
        raise ReadError(f"its part {part} declares a document type, unlike any Word file; save it again")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise ReadError(
            f"is damaged: its part {part} is invalid XML (line {error.lineno}); save it again"
        ) from error
    except (LookupError, ValueError) as error:
        raise ReadError(f"is damaged: its part {part} has an unknown encoding; save it again") from error


@lru_cache(maxsize=4096)
def _shorten(name: str) -> str:
    space, _, local = name.rpartition(" ")
    return _PREFIXES.get(space, "?:" if space else "") + local
