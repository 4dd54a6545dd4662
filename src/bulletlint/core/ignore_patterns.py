"""Patterns of files in the words of .gitignore."""

from __future__ import annotations

import re


def is_pattern(line: str) -> bool:
    """Tell whether a line of a .gitignore file names files; a comment does not, nor does one that git cannot read."""
    from pathspec import GitIgnoreSpec

    try:
        patterns = GitIgnoreSpec.from_lines([line]).patterns
    except (ValueError, re.error):
        return False
    return any(pattern.include is not None for pattern in patterns)
