"""Cut resumes into small ones: what a reader does wrong it does with ten lines as well, in a fraction of the time."""

from __future__ import annotations

import json
import random
import re
from typing import Any

import yaml

from benchmarks.fuzzing.word import pack, unpack

#: Pieces that are cut from each resume.
PIECES = 24
#: Lines, and paragraphs of a Word file, that a piece has at most.
_MOST_LINES, _MOST_PARAGRAPHS = 14, 6
#: Parts of a Word file that are read.
_READ = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/header1.xml")
_BODY = re.compile(r"(.*<w:body>)(.*)(</w:body>.*)", re.DOTALL)
_STYLE = re.compile(r"<w:style\b.*?</w:style>", re.DOTALL)
_NAMED = re.compile(r'<w:(?:pStyle|rStyle|basedOn) w:val="([^"]*)"')
_CHILD = re.compile(r"<w:p[ >].*?</w:p>|<w:tbl>.*?</w:tbl>|<w:sdt>.*?</w:sdt>", re.DOTALL)


def cut_pieces(format: str, name: str, content: bytes) -> list[bytes]:
    """Return small resumes made of a resume, the same at every call; of a PDF file itself."""
    if format == "pdf":
        return [content]
    pieces = []
    for number in range(PIECES):
        chance = random.Random(f"{name}:{number}")
        if format == "docx":
            pieces.append(_cut_word(content, chance))
        elif format in ("json", "yaml"):
            pieces.append(_cut_tree(content.decode(), format, chance))
        else:
            pieces.append(_cut_lines(content.decode("utf-8", "replace"), chance))
    return sorted(set(pieces))


def _cut_lines(text: str, chance: random.Random) -> bytes:
    """Return some lines in a row, of every other piece those at the beginning as well, where things are defined."""
    lines = text.splitlines(keepends=True)
    first = chance.randrange(max(1, len(lines) - 3))
    start = lines[: min(first, chance.randrange(_MOST_LINES))] if chance.random() < 0.5 else []
    return "".join((*start, *lines[first : first + chance.randrange(3, _MOST_LINES)])).encode()


def _cut_tree(text: str, format: str, chance: random.Random) -> bytes:
    try:
        tree = _thin(json.loads(text) if format == "json" else yaml.safe_load(text), chance)
    except yaml.YAMLError:  # several documents in one file
        return _cut_lines(text, chance)
    if format == "json":
        return json.dumps(tree, indent=1, ensure_ascii=False).encode()
    return yaml.safe_dump(tree, sort_keys=False, allow_unicode=True).encode()


def _thin(value: Any, chance: random.Random) -> Any:
    """Return a value with two items of each list at most, and one of three entries left out where there are many."""
    if isinstance(value, list):
        first = chance.randrange(max(1, len(value) - 1))
        return [_thin(each, chance) for each in value[first : first + 2]]
    if isinstance(value, dict):
        many = len(value) > 3
        return {
            key: _thin(each, chance)
            for key, each in value.items()
            if not (many and key != "cv" and chance.randrange(3) == 0)
        }
    return value


def _cut_word(content: bytes, chance: random.Random) -> bytes:
    """Return a Word file of some paragraphs in a row, with the styles that they name."""
    parts = {name: part.decode() for name, part in unpack(content).items() if name in _READ}
    body = _BODY.match(parts["word/document.xml"])
    assert body is not None
    children = _CHILD.findall(body[2])
    first = chance.randrange(max(1, len(children) - 1))
    cut = "".join(children[first : first + chance.randrange(2, _MOST_PARAGRAPHS)])
    parts["word/document.xml"] = body[1] + cut + body[3]
    styles = parts.get("word/styles.xml", "")
    wanted: set[str] = set(_NAMED.findall(cut))
    kept: dict[str, str] = {}
    while wanted:
        name = wanted.pop()
        for style in _STYLE.findall(styles):
            if f'w:styleId="{name}"' in style and name not in kept:
                kept[name] = style
                wanted.update(set(_NAMED.findall(style)) - set(kept))
    head = re.match(r".*?<w:styles\b[^>]*>", styles, re.DOTALL)
    if head:
        parts["word/styles.xml"] = head[0] + "".join(kept[name] for name in sorted(kept)) + "</w:styles>"
    return pack({name: part.encode() for name, part in parts.items()})
