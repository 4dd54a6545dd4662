"""Word lists: one entry per line in `lexicons/*.txt`; a line that begins with `#` is a comment.

The file name is the lexicon's name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bulletlint.core.errors import RuleError
from bulletlint.core.rules_folder import list_lexicons, read_rule_text

Lexicons = Mapping[str, tuple[str, ...]]


def load_lexicons(folders: Sequence[Path], own: Iterable[tuple[str, Sequence[str]]] = ()) -> Lexicons:
    """Read the lexicons of every rule folder; a list in a later folder adds to an earlier one of that name.

    `own` are further entries of the user's, by lexicon. Raises RuleError for an unreadable file, a duplicate entry in
    one file, or an empty lexicon.
    """
    lexicons: dict[str, tuple[str, ...]] = {}
    for folder in folders:
        for path in list_lexicons(folder):
            entries = read_lexicon(path)
            known = lexicons.get(path.stem, ())
            lexicons[path.stem] = known + tuple(entry for entry in entries if entry not in known)
    for name, added in own:
        known = lexicons.get(name, ())
        lexicons[name] = known + tuple(entry for entry in added if entry not in known)
    return lexicons


def read_lexicon(path: Path) -> tuple[str, ...]:
    """Read one list; entries keep the order of the file."""
    lines = read_rule_text(path).splitlines()
    entries: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        entry = "" if line.startswith("#") else line.strip()
        if not entry:
            continue
        if entry in entries:
            message = f'duplicate entry "{entry}" (also in line {entries[entry]}); keep one'
            raise RuleError(message, path=str(path), line=number)
        entries[entry] = number
    if not entries:
        raise RuleError("this lexicon has no entry; add one or delete the file", path=str(path))
    return tuple(entries)
