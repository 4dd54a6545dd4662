"""Markdown files whose front matter in YAML is the resume, or part of it, as site generators have it."""

from __future__ import annotations

import re

from bulletlint.core.document import Block, Draft
from bulletlint.core.errors import ReadError
from bulletlint.read.markup.markdown import FRONT_MATTER, read_markdown
from bulletlint.read.statement import reads_like_statement

#: A list of entries in front matter that is the resume itself; and one that is if statements stand in it.
_RESUME_LISTS = re.compile(
    r"(?im)^(?:work|experiences?|jobs|positions|employment|projects|volunteer\w*)[ \t]*:[ \t]*\r?\n[ \t]*-[ \t]"
)
_ANY_LIST = re.compile(r"(?m)^[\w-]+[ \t]*:[ \t]*\r?\n[ \t]*-[ \t]+[\w-]+[ \t]*:")
#: Statements of such lists, at least.
_FEWEST_STATEMENTS = 2


def read_markdown_file(source: str) -> Draft:
    """Read a Markdown source with its front matter; offsets are characters in it."""
    draft = read_markdown(source)
    return Draft((*_read_front_matter(source), *draft.blocks), draft.comments)


def _read_front_matter(source: str) -> tuple[Block, ...]:
    """Return what front matter holds of a resume, nothing where it only says how the page is shown."""
    front = FRONT_MATTER.match(source)
    named = front is not None and _RESUME_LISTS.search(front[0]) is not None
    if front is None or front[1] != "---" or not (named or _ANY_LIST.search(front[0])):
        return ()
    from bulletlint.read.data.resume import read_tree
    from bulletlint.read.data.yaml_tree import parse_yaml_tree

    try:
        root, _ = parse_yaml_tree(source[: source.rindex(front[0].splitlines()[-1], 0, front.end())])
    except ReadError:
        return ()
    blocks = read_tree(root)
    stated = sum(block.kind == "item" and reads_like_statement(block.text) for block in blocks)
    return blocks if named or stated >= _FEWEST_STATEMENTS else ()
