"""A resume in a tree of data (JSON Resume, RenderCV, Jekyll) as blocks.

Keys are headings, an entry is headed by its own names and dates, and lists of texts under the keys that these schemas
use for accomplishments are declared items. What a key means for its items is decided by selection, as in any format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bulletlint.core.document import Block, BlockKind, Stretch
from bulletlint.read.bullets.marks import MARK
from bulletlint.read.data.tree import Listing, Mapping, Node, Scalar
from bulletlint.read.mapped_text import MappedText

#: Keys whose lists of texts are accomplishments.
_HIGHLIGHTS = frozenset(
    "highlights bullets achievements accomplishments responsibilities contributions points tasks duties details impact"
    " results deliverables bulletpoints description".split()
)
#: Keys whose text is a sentence or two, or a list in Markdown, about an entry.
_SUMMARIES = frozenset(
    "summary description tagline details content text body objective statement about".split()
)
#: Keys whose text is an entry of a list by itself.
_BULLETS = frozenset("bullet number reversednumber highlight achievement".split())
#: Keys whose lists of texts are names.
_NAMES = frozenset(
    "keywords skills technologies tech techstack stack tags courses tools roles languages interests authors frameworks"
    " entities type environment links urls socialnetworks".split()
)
#: Keys that head an entry, in the order in which they are shown.
_TITLES = (
    "position role title jobtitle name company organization organisation institution employer client label studytype"
    " area degree awarder publisher issuer".split()
)
_STARTS = frozenset("startdate start from".split())
_ENDS = frozenset("enddate end to".split())
_DATES = frozenset("date dates time period duration years releasedate year".split())
#: Top-level keys that say how a resume is shown.
_SETTINGS = frozenset("meta design locale localecatalog rendercvsettings settings theme $schema".split())
_MARKUP = re.compile(r"\*\*|\]\(|`|</?[a-zA-Z]|&#?\w+;|(?<!\w)[*_]\w|\\[^\w\s]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def read_tree(root: Node) -> tuple[Block, ...]:
    """Return the blocks of a resume in a tree of data."""
    if isinstance(root, Mapping):
        root = Mapping(root.start, [entry for entry in root.entries if _fold_key(entry.key) not in _SETTINGS])
    return tuple(_read_node(root, "", 1))


def _read_node(node: Node, pointer: str, level: int) -> Iterator[Block]:
    if isinstance(node, Mapping):
        for entry in node.entries:
            place = f"{pointer}/{entry.key.text.replace('~', '~0').replace('/', '~1')}"
            yield from _read_value(entry.key, entry.value, place, level)
    elif isinstance(node, Listing):
        for number, value in enumerate(node.values):
            place = f"{pointer}/{number}"
            if isinstance(value, Scalar):
                yield _make_block("item", value.content, place)
            elif isinstance(value, Mapping):
                yield from _make_heading(value, place, level)
                yield from _read_node(value, place, level + 1)
            else:
                yield from _read_node(value, place, level)


def _read_value(key: MappedText, value: Node, pointer: str, level: int) -> Iterator[Block]:
    """Yield the blocks of one key and its value."""
    name = _fold_key(key)
    if isinstance(value, Scalar):
        if name in _BULLETS:
            yield _make_block("item", value.content, pointer)
        elif name in _SUMMARIES:
            yield from _read_summary(value.content, pointer)
        return
    texts = isinstance(value, Listing) and all(isinstance(text, Scalar) for text in value.values)
    if isinstance(value, Listing) and texts and (name in _NAMES or name in _HIGHLIGHTS):
        for number, text in enumerate(value.values):
            if isinstance(text, Scalar) and name in _NAMES:
                yield Block(
                    "row", tuple(text.content.take(0, len(text.content.text))), pointer=f"{pointer}/{number}"
                )
            elif isinstance(text, Scalar):
                yield _make_block("item", text.content, f"{pointer}/{number}", declared=True)
        return
    yield Block("heading", tuple(_split_key(key)), level=level, pointer=pointer)
    yield from _read_node(value, pointer, level + 1)


def _make_heading(entry: Mapping, pointer: str, level: int) -> Iterator[Block]:
    """Yield the heading of an entry of a list: what it is called, and when it was."""
    fields = {
        _fold_key(item.key): item.value.content for item in entry.entries if isinstance(item.value, Scalar)
    }
    parts = [fields[name] for name in _TITLES if fields.get(name) is not None and fields[name].text.strip()]
    parts += [text for name, text in fields.items() if name in _DATES and text.text.strip()]
    stretches: list[Stretch] = []
    for part in parts:
        if stretches:
            stretches.append(Stretch(", ", stretches[-1].end, stretches[-1].end))
        stretches += part.take(0, len(part.text))
    start = next((text for name, text in fields.items() if name in _STARTS and text.text.strip()), None)
    end = next((text for name, text in fields.items() if name in _ENDS and text.text.strip()), None)
    if start is not None and stretches:
        stretches.append(Stretch(", ", stretches[-1].end, stretches[-1].end))
        stretches += start.take(0, len(start.text))
        stretches.append(
            Stretch(" – " if end is not None else " – present", stretches[-1].end, stretches[-1].end)
        )
        stretches += end.take(0, len(end.text)) if end is not None else ()
    if stretches:
        yield Block("heading", tuple(stretches), level=level, pointer=pointer)


def _read_summary(text: MappedText, pointer: str) -> Iterator[Block]:
    """Yield a text about an entry as a paragraph, or as what Markdown makes of its lines."""
    if "\n" not in text.text.strip():
        yield _make_block("paragraph", text, pointer)
        return
    from bulletlint.read.markup.markdown import read_markdown

    for block in read_markdown(text.text).blocks:
        yield replace(block, stretches=tuple(text.lay_back(block.stretches)), pointer=pointer)


def _make_block(kind: BlockKind, text: MappedText, pointer: str, *, declared: bool = False) -> Block:
    """Return a text as a block, its Markdown masked and a typed mark cut off."""
    mark = MARK.match(text.text)
    start = mark.end() if mark is not None and kind == "item" and mark["number"] is None else 0
    text = MappedText(text.text[start:], text.origins[start:])
    if _MARKUP.search(text.text):
        from bulletlint.read.markup.markdown import read_markdown_inline

        stretches = tuple(text.lay_back(read_markdown_inline(text.text)))
    else:
        stretches = tuple(text.take(0, len(text.text)))
    return Block(kind, stretches, declared=declared, pointer=pointer)


def _split_key(key: MappedText) -> Iterator[Stretch]:
    """Yield a key as the words that it is made of ("workExperience")."""
    start = 0
    for hump in _CAMEL.finditer(key.text):
        yield from key.take(start, hump.start())
        yield Stretch(" ", key.origins[hump.start()], key.origins[hump.start()])
        start = hump.start()
    yield from key.take(start, len(key.text))


def _fold_key(key: MappedText) -> str:
    return re.sub(r"[\s_-]", "", key.text.lower())
