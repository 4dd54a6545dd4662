"""Patterns of files in the words of .gitignore."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def compile_patterns(lines: Iterable[str]) -> GitIgnoreSpec:
    """Return what the lines of a .gitignore file leave out; comments and lines that git cannot read do nothing."""
    from pathspec import GitIgnoreSpec

    patterns: list[Any] = []
    for line in lines:
        try:
            patterns += GitIgnoreSpec.from_lines([line]).patterns
        except (ValueError, re.error):
            continue
    return GitIgnoreSpec([pattern for pattern in patterns if pattern.include is not None])


def is_pattern(line: str) -> bool:
    """Tell whether a line of a .gitignore file names files; a comment does not, nor does one that git cannot read."""
    return len(compile_patterns([line])) > 0
