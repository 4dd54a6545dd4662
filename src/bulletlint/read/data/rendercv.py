"""RenderCV and Jekyll YAML, whose texts hold Markdown, with pointers and exact places."""

from __future__ import annotations

from bulletlint.core.document import Draft
from bulletlint.read.data.resume import read_tree
from bulletlint.read.data.yaml_tree import parse_yaml_tree


def read_rendercv(source: str) -> Draft:
    """Read a resume in YAML; offsets are characters in the source. Raises ReadError, with the line, for other text."""
    root, comments = parse_yaml_tree(source)
    return Draft(read_tree(root), comments, unmarked=True)
