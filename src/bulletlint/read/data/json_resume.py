"""JSON Resume, and resumes in JSON of other shapes, with pointers and exact places."""

from __future__ import annotations

from bulletlint.core.document import Draft
from bulletlint.read.data.json_tree import parse_json
from bulletlint.read.data.resume import read_tree


def read_json_resume(source: str) -> Draft:
    """Read a resume in JSON; offsets are characters in the source. Raises ReadError, with the line, for other text."""
    blocks = read_tree(parse_json(source)) if source.strip() else ()
    return Draft(blocks, unmarked=True)
