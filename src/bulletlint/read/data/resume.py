"""A resume in a tree of data (JSON Resume, RenderCV, Jekyll, or no schema at all) as blocks.

Keys are headings, an entry is headed by its own names and dates, and lists of texts under the keys that these schemas
use for accomplishments are declared items. Under keys that nobody has listed the shape of a value says what it is.
What a key means for its items is decided by selection, as in any format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Fields
from dataclasses import replace

from bulletlint.core.document import Block, BlockKind, Stretch
from bulletlint.read.bullets.dates import find_end, has_date, is_date_line
from bulletlint.read.bullets.marks import MARK
from bulletlint.read.bullets.name_lists import is_one_sentence
from bulletlint.read.bullets.section_headings import find_section
from bulletlint.read.bullets.section_words import load_section_words
from bulletlint.read.data.tree import Listing, Mapping, Node, Scalar
from bulletlint.read.mapped_text import MappedText
from bulletlint.read.statement import reads_like_statement

#: Keys whose lists of texts are accomplishments.
_HIGHLIGHTS = frozenset(
    "highlights bullets achievements accomplishments responsibilities contributions points tasks duties details impact"
    " results deliverables bulletpoints description".split()
)
#: Keys whose text is a sentence or two about an entry, however short.
_SUMMARIES = frozenset(
    "summary description desc tagline details content text body objective statement about profile".split()
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
    "position role title jobtitle designation name company organization organisation org institution employer client"
    " label project studytype area degree awarder publisher issuer".split()
)
_STARTS = frozenset("startdate start from datestart begin began".split())
_ENDS = frozenset("enddate end to dateend until till through thru finish finished ended left".split())
#: A value that is not there yet, as that of an end.
_NULLS = frozenset({"null", "~", "none"})
_OPEN = _NULLS | frozenset({"present", "now", "current", "today", "ongoing"})
_NAMELESS = _STARTS | _ENDS | _BULLETS | _SUMMARIES
#: Top-level keys that say how a resume is shown.
_SETTINGS = frozenset(
    "meta metadata design locale localecatalog rendercvsettings settings theme layout $schema ui i18n translations"
    " config options seo".split()
)
_MARKUP = re.compile(r"\*\*|\]\(|`|</?[a-zA-Z]|&#?\w+;|(?<!\w)[*_]\w|\\[^\w\s]")
_HTML_BLOCKS = re.compile(r"<(?:li|p|ul|ol|div|br|h[1-6])\b", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
#: Keys of what a section calls itself.
_SECTION_TITLES = frozenset({"title", "name", "heading"})
#: Words of the one statement of a mapping, at least, and entries of such a mapping, at most.
_SHORTEST_SAID, _MOST_ABOUT = 3, 4
#: Words of a name of an entry, at most, and of a text that says something, at least.
_LONGEST_NAME, _SHORTEST_TEXT = 8, 4
_ADDRESS = re.compile(r"\S+@\S+|(?:https?:)?//\S+|[./]\S*")


def read_tree(root: Node) -> tuple[Block, ...]:
    """Return the blocks of a resume in a tree of data."""
    if isinstance(root, Mapping):
        root = Mapping(root.start, [entry for entry in root.entries if _fold_key(entry.key) not in _SETTINGS])
    return tuple(_read_node(root, "", 1))


def _read_node(node: Node, pointer: str, level: int, skip: frozenset[int] = frozenset()) -> Iterator[Block]:
    """Yield the blocks of a node; `skip` are the offsets of the scalars that head it already."""
    if isinstance(node, Mapping):
        for entry in node.entries:
            place = f"{pointer}/{entry.key.text.replace('~', '~0').replace('/', '~1')}"
            if id(entry.value) not in skip:
                named = level == 1 and len(node.entries) > 1
                yield from _read_value(entry.key, entry.value, place, level, named=named)
    elif isinstance(node, Listing):
        for number, value in enumerate(node.values):
            yield from _read_listed(value, f"{pointer}/{number}", level)


def _read_listed(value: Node, pointer: str, level: int, *, declared: bool = False) -> Iterator[Block]:
    """Yield the blocks of one value of a list."""
    if isinstance(value, Scalar):
        yield from _read_text("item", value.content, pointer, declared=declared)
    elif isinstance(value, Mapping):
        split = _join_split_text(value)
        if split is not None:
            # "- Search: helped 3 teams" without quotes is a mapping in YAML and a statement to the writer.
            yield _make_block("item", split, pointer, declared=declared)
            return
        stated = _find_statement(value)
        if stated is not None:
            yield _make_block("item", stated.content, pointer, declared=declared)
            rest = [entry for entry in value.entries if entry.value is not stated]
            yield from _read_node(Mapping(value.start, rest), pointer, level + 1)
            return
        heading, used = _make_heading(value, pointer, level)
        if heading is not None:
            yield heading
        yield from _read_node(value, pointer, level + 1, used)
    else:
        yield from _read_node(value, pointer, level)


def _read_value(
    key: MappedText, value: Node, pointer: str, level: int, *, named: bool = False
) -> Iterator[Block]:
    """Yield the blocks of one key and its value; `named` says that the key of a list of texts is its section."""
    name = _fold_key(key)
    title = _find_title(key, value)
    if isinstance(value, Scalar):
        if named and name not in _SUMMARIES | _BULLETS and len(value.content.text.split()) >= _SHORTEST_TEXT:
            # A text by itself is no part of the section above it.
            yield Block("heading", tuple(_split_key(key)), level=level, pointer=pointer)
        if name in _BULLETS:
            yield _make_block("item", value.content, pointer)
        else:
            yield from _read_text("paragraph", value.content, pointer, said=name in _SUMMARIES | _HIGHLIGHTS)
        return
    texts = isinstance(value, Listing) and all(isinstance(text, Scalar) for text in value.values)
    if isinstance(value, Listing) and texts and name in _NAMES:
        for number, text in enumerate(value.values):
            if isinstance(text, Scalar):
                yield Block(
                    "row", tuple(text.content.take(0, len(text.content.text))), pointer=f"{pointer}/{number}"
                )
        return
    declared = isinstance(value, Listing) and name in _HIGHLIGHTS and _holds_texts(value)
    if title is not None:
        yield Block(
            "heading", tuple(title.content.take(0, len(title.content.text))), level=level, pointer=pointer
        )
        yield from _read_node(value, pointer, level + 1, frozenset({id(title)}))
        return
    if not declared or named:
        yield Block("heading", tuple(_split_key(key)), level=level, pointer=pointer)
    if declared and isinstance(value, Listing):
        for number, item in enumerate(value.values):
            yield from _read_listed(item, f"{pointer}/{number}", level + 1, declared=True)
        return
    yield from _read_node(value, pointer, level + 1)


def _find_title(key: MappedText, value: Node) -> Scalar | None:
    """Return what a mapping with a list of entries calls itself, where that names a section better than its key."""
    inner = [each.value for each in value.entries] if isinstance(value, Mapping) else []
    lists = [each for each in inner if isinstance(each, Listing)]
    if not isinstance(value, Mapping) or len(lists) != 1 or any(isinstance(each, Mapping) for each in inner):
        return None
    known = load_section_words()
    for entry in value.entries:
        if (
            isinstance(entry.value, Scalar)
            and _fold_key(entry.key) in _SECTION_TITLES
            and _is_name(entry.value)
        ):
            named = find_section(entry.value.content.text, known, whole=True) is not None
            return entry.value if named or find_section(key.text, known, whole=True) is None else None
    return None


def _find_statement(value: Mapping) -> Scalar | None:
    """Return the value of a mapping that is a statement, where the others say something small about it."""
    values = [entry.value for entry in value.entries if isinstance(entry.value, Scalar)]
    said = [one for one in values if len(one.content.text.split()) >= _SHORTEST_SAID]
    lists = [entry.value for entry in value.entries if isinstance(entry.value, Listing)]
    small = len(values) + len(lists) == len(value.entries) <= _MOST_ABOUT and all(map(_holds_words, lists))
    if len(said) != 1 or not small or not is_one_sentence(said[0].content.text):
        return None
    if any(one.content.text[:1].isupper() or _is_date(one) for one in values if one is not said[0]):
        return None  # a title, a place, dates: the entry is a job or a project
    return said[0] if reads_like_statement(said[0].content.text) else None


def _holds_words(listing: Listing) -> bool:
    """Tell whether a list is of links or names, none of them longer than a word or two."""
    return all(
        isinstance(one, Scalar) and len(one.content.text.split()) < _SHORTEST_SAID for one in listing.values
    )


def _holds_texts(listing: Listing) -> bool:
    """Tell whether a list begins with a text: whatever else is in it belongs to that."""
    return bool(listing.values) and isinstance(listing.values[0], Scalar)


def _make_heading(entry: Mapping, pointer: str, level: int) -> tuple[Block | None, frozenset[int]]:
    """Return the heading of an entry of a list, what it is called and when it was, and the scalars that are in it."""
    fields = {_fold_key(item.key): item.value for item in entry.entries if isinstance(item.value, Scalar)}
    fields = {name: value for name, value in fields.items() if value.content.text.strip()}
    parts = [fields[name] for name in _TITLES if name in fields and not _is_long(fields[name])]
    if not parts:
        parts = [value for name, value in fields.items() if name not in _NAMELESS and _is_name(value)][:1]
    spans = [
        value
        for name, value in fields.items()
        if name not in _STARTS | _ENDS and value not in parts and _is_date(value)
    ]
    start, end = _find_span(fields)
    spans = [value for value in spans if value not in (start, end)]
    stretches: list[Stretch] = []
    for part in (*parts, *spans):
        if stretches:
            stretches.append(Stretch(", ", stretches[-1].end, stretches[-1].end))
        stretches += part.content.take(0, len(part.content.text))
    used: Sequence[Node] = (*parts, *spans)
    if start is None:
        for nested in (one.value for one in entry.entries if isinstance(one.value, Mapping | Listing)):
            start, end = _find_span(_name_values(nested))
            if start is not None:
                used = (*used, nested)
                break
    if start is not None:
        if stretches:
            stretches.append(Stretch(", ", stretches[-1].end, stretches[-1].end))
        stretches += start.content.take(0, len(start.content.text))
        stretches.append(
            Stretch(" – " if end is not None else " – present", stretches[-1].end, stretches[-1].end)
        )
        stretches += end.content.take(0, len(end.content.text)) if end is not None else ()
        used = (*used, start, *((end,) if end is not None else ()))
    heading = Block("heading", tuple(stretches), level=level, pointer=pointer) if stretches else None
    return heading, frozenset(id(value) for value in used)


def _name_values(nested: Mapping | Listing) -> dict[str, Scalar]:
    """Return the values of a small mapping or list of nothing else ("between: [2012, now]"), by their keys."""
    if isinstance(nested, Listing):
        named: list[tuple[str, Node]] = [(str(number), one) for number, one in enumerate(nested.values)]
    else:
        named = [(_fold_key(one.key), one.value) for one in nested.entries]
    values = {name: one for name, one in named if isinstance(one, Scalar)}
    return values if len(values) == len(named) else {}


def _find_span(fields: Fields[str, Scalar]) -> tuple[Scalar | None, Scalar | None]:
    """Return the values that say since when and until when: by their keys, or two dates one behind the other."""
    start = next(
        (value for name, value in fields.items() if name in _STARTS and has_date(value.content.text)), None
    )
    if start is not None:
        return start, next((value for name, value in fields.items() if name in _ENDS), None)
    dates = [
        value
        for value in fields.values()
        if _is_date(value) and find_end(value.content.text) is None or value.content.text.lower() in _OPEN
    ]
    if len(dates) != 2 or not _is_date(dates[0]):
        return None, None
    return dates[0], dates[1] if dates[1].content.text.lower() not in _NULLS else None


def _is_date(value: Scalar) -> bool:
    text = value.content.text
    return len(text) < 60 and has_date(text) and (is_date_line(text) or find_end(text) is not None)


def _is_long(value: Scalar) -> bool:
    return "\n" in value.content.text.strip() or _HTML_BLOCKS.search(value.content.text) is not None


def _is_name(value: Scalar) -> bool:
    text = value.content.text
    return (
        not _is_long(value)
        and len(text.split()) <= _LONGEST_NAME
        and not text.rstrip().endswith(".")
        and any(character.isalpha() for character in text)
        and text.lower() not in {"true", "false", "null", "yes", "no"}
        and not _is_date(value)
        and _ADDRESS.fullmatch(text) is None
    )


def _join_split_text(entry: Mapping) -> MappedText | None:
    """Return the text that a mapping in a list of texts was meant to be, None where it is a mapping in earnest."""
    if len(entry.entries) != 1 or not isinstance(entry.entries[0].value, Scalar):
        return None
    key, value = entry.entries[0].key, entry.entries[0].value.content
    if (
        not key.text[:1].isupper()
        or len(value.text.split()) < _SHORTEST_TEXT
        or key.origins[-1] >= value.origins[0]
    ):
        return None
    end = key.origins[-1]
    return MappedText(f"{key.text}: {value.text}", [*key.origins[:-1], end, end + 1, *value.origins])


def _read_text(
    kind: BlockKind, text: MappedText, pointer: str, *, declared: bool = False, said: bool = False
) -> Iterator[Block]:
    """Yield a text as one block, or as what HTML or Markdown makes of its lines; `said`: it is no mere value."""
    if _HTML_BLOCKS.search(text.text) is not None:
        from bulletlint.read.markup.html import read_html_part

        for block in read_html_part(text.text, 0, len(text.text))[0]:
            yield replace(block, stretches=tuple(text.lay_back(block.stretches)), pointer=pointer, look=None)
    elif "\n" in text.text.strip() and kind == "paragraph":
        from bulletlint.read.markup.markdown import read_markdown

        for block in read_markdown(text.text).blocks:
            yield replace(block, stretches=tuple(text.lay_back(block.stretches)), pointer=pointer, look=None)
    elif kind == "item" or said or len(text.text.split()) >= _SHORTEST_TEXT:
        yield _make_block(kind, text, pointer, declared=declared)
    else:
        yield Block("row", tuple(text.take(0, len(text.text))), pointer=pointer)


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
