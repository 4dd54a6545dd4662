"""JSON Resume, and resumes in JSON of other shapes, with pointers and exact places."""

from __future__ import annotations

from bulletlint.document import Draft
from bulletlint.readers.data_resume import read_tree
from bulletlint.readers.json_tree import parse_json


def read_json_resume(source: str) -> Draft:
    """Read a resume in JSON; offsets are characters in the source. Raises ReadError, with the line, for other text."""
    blocks = read_tree(parse_json(source)) if source.strip() else ()
    return Draft(blocks, unmarked=True)
