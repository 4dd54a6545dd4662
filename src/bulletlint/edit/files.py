"""Rewrites as edits of a whole file, proved by reading the result again."""

from __future__ import annotations

import difflib
import os
import re
import stat
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bulletlint.core.document import Document
from bulletlint.core.errors import ReadError
from bulletlint.core.finding import Piece
from bulletlint.edit.markup import MarkupError
from bulletlint.edit.patch import Edit, apply_edits, write_bullet
from bulletlint.edit.wrapping import wrap_edits
from bulletlint.rewrite.sentence.piece import join_text

#: Why a format cannot be written, for the user.
UNWRITABLE = {
    "pdf": "a PDF cannot be rewritten; rewrite the file it was made from",
}

_LOST = "the change would damage its mark-up"
_SHARED = "it shares its source with another bullet"
#: How often a file is read again at most to find which of its changes hold.
MOST_READINGS = 60
#: A line ends where `patch` says it does, not at every break that Unicode knows.
_LINES = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Patched:
    """A resume with rewrites in it: which bullets were written, and which could not be, with the reason.

    `source` is the new source of a text format, `edits` are its changes by the number of their bullet. For DOCX
    `original` and `content` are the file before and after, and `texts` the bullets after.
    """

    document: Document
    source: str
    written: tuple[int, ...]
    left_out: tuple[tuple[int, str], ...]
    original: bytes = b""
    content: bytes = b""
    texts: tuple[str, ...] = ()
    edits: Mapping[int, Edit] = field(default_factory=dict)


def patch_document(document: Document, rewrites: Mapping[int, Sequence[Piece]]) -> Patched:
    """Put rewrites, by the number of their bullet, into the source of a document.

    The result is read again: a rewrite that does not come back word by word is left out. Raises ReadError for a
    format that cannot be written.
    """
    if document.format in UNWRITABLE:
        raise ReadError(UNWRITABLE[document.format], path=document.path)
    if document.format == "docx":
        return patch_docx(document, rewrites)
    edits: dict[int, Edit] = {}
    left_out: list[tuple[int, str]] = []
    for number, pieces in rewrites.items():
        try:
            edits[number] = write_bullet(document.source, document.bullets[number], pieces, document.format)
        except MarkupError as error:
            left_out.append((number, str(error)))
    apart = set(find_apart(edits))
    left_out += [(number, _SHARED) for number in edits if number not in apart]
    edits = {number: edit for number, edit in edits.items() if number in apart}
    texts = {number: join_text(rewrites[number]) for number in edits}
    wrapped = {**edits, **wrap_edits(document, edits)}
    kept = select_edits(document, wrapped, texts)
    if wrapped != edits and len(kept) < len(edits):
        edits.update({number: wrapped[number] for number in kept})
        kept = select_edits(document, edits, texts)
    else:
        edits = wrapped
    left_out += [(number, _LOST) for number in edits if number not in kept]
    written = {number: edits[number] for number in sorted(kept)}
    source = apply_edits(document.source, list(written.values()))
    return Patched(document, source, tuple(written), tuple(sorted(left_out)), edits=written)


def select_edits(document: Document, edits: Mapping[int, Edit], texts: Mapping[int, str]) -> tuple[int, ...]:
    """Return the numbers of edits that come back word by word when the result is read, together."""

    def holds(numbers: Sequence[int]) -> bool:
        source = apply_edits(document.source, [edits[number] for number in numbers])
        return reads_back(document, source, {number: texts[number] for number in numbers})

    return select_sound(tuple(edits), holds)


def find_apart(edits: Mapping[int, Edit]) -> list[int]:
    """Return the numbers of edits that touch none before them: bullets of damaged mark-up may share their source."""
    apart: list[int] = []
    after = 0
    for number, edit in sorted(edits.items(), key=lambda item: (item[1].start, item[1].end)):
        if edit.start >= after:
            apart.append(number)
            after = edit.end
    return apart


def select_sound(numbers: tuple[int, ...], holds: Callable[[Sequence[int]], bool]) -> tuple[int, ...]:
    """Return those of some changes that hold, together too; found by halving, and with MOST_READINGS tries at most."""
    left = MOST_READINGS

    def select(part: tuple[int, ...]) -> tuple[int, ...]:
        nonlocal left
        if not part or left <= 0:
            return ()
        left -= 1
        if holds(part):
            return part
        if len(part) == 1:
            return ()
        middle = len(part) // 2
        first, second = select(part[:middle]), select(part[middle:])
        if not first or not second:
            return first or second
        left -= 1
        return first + second if holds(first + second) else first

    return select(numbers)


def patch_docx(document: Document, rewrites: Mapping[int, Sequence[Piece]]) -> Patched:
    """Put rewrites into the runs of a DOCX file; one by one where they do not all come back."""
    from bulletlint.edit.docx_patch import patch_package

    try:
        original = Path(document.path).read_bytes()
    except OSError as error:
        raise ReadError(
            f"cannot be read again ({error.strerror}); check the file", path=document.path
        ) from None
    _, faults = patch_package(original, document, rewrites)

    def choose(numbers: Sequence[int]) -> dict[int, Sequence[Piece]]:
        return {number: rewrites[number] for number in numbers}

    def holds(numbers: Sequence[int]) -> bool:
        content, _ = patch_package(original, document, choose(numbers))
        return reads_back(document, content, {number: join_text(rewrites[number]) for number in numbers})

    writable = tuple(number for number in rewrites if number not in faults)
    kept = choose(select_sound(writable, holds))
    faults |= {number: _LOST for number in writable if number not in kept}
    content, _ = patch_package(original, document, kept)
    texts = tuple(
        join_text(kept[number]) if number in kept else bullet.text
        for number, bullet in enumerate(document.bullets)
    )
    return Patched(document, "", tuple(sorted(kept)), tuple(sorted(faults.items())), original, content, texts)


def reads_back(document: Document, source: str | bytes, texts: Mapping[int, str]) -> bool:
    """Tell whether a changed source holds the same bullets as before, but for the given new texts."""
    from bulletlint.read import read_bytes

    try:
        content = source if isinstance(source, bytes) else source.encode("utf-8")
        (read,) = read_bytes(content, name=document.path)
    except (ReadError, ValueError):
        return False
    wanted = [texts.get(number, bullet.text) for number, bullet in enumerate(document.bullets)]
    return [bullet.text for bullet in read.bullets] == wanted


def render_diff(patched: Patched, *, context: int = 1) -> str:
    """Return the change of a file as a unified diff, empty if nothing changes.

    A DOCX file has no lines; its bullets stand for them.
    """
    path = quote_name(patched.document.path)
    if patched.original:
        old = [f"{bullet.text}\n" for bullet in patched.document.bullets]
        new = [f"{text}\n" for text in patched.texts]
    else:
        old, new = (_LINES.findall(source) for source in (patched.document.source, patched.source))
    lines = difflib.unified_diff(old, new, fromfile=path, tofile=path, n=context)
    return "".join(
        line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in lines
    )


def quote_name(name: str) -> str:
    """Return a file's name as git and patch write it in the head of a diff, in quotes where it needs them."""
    if name.isprintable() and not any(sign in name for sign in '"\\'):
        return name
    return '"' + "".join(_quote_byte(byte) for byte in os.fsencode(name)) + '"'


def _quote_byte(byte: int) -> str:
    if chr(byte) in '"\\':
        return f"\\{chr(byte)}"
    return chr(byte) if 32 <= byte < 127 else f"\\{byte:03o}"


def write_file(path: Path, patched: Patched) -> None:
    """Write a change in place, atomically, in the encoding that the file had, every other byte kept.

    Raises ReadError if the file has changed in the meantime, cannot be encoded or cannot be written.
    """
    name, document, source = str(path), patched.document, patched.source
    if patched.original:
        try:
            changed = path.read_bytes() != patched.original
        except OSError as error:
            raise ReadError(f"cannot be written ({error.strerror}); nothing was changed", path=name) from None
        if changed:
            raise ReadError("has changed since it was read; nothing was changed, run again", path=name)
        replace_content(path, patched.content)
        return
    try:
        content = path.read_bytes()
        old = document.source.encode(document.encoding)
    except (OSError, UnicodeEncodeError) as error:
        raise ReadError(f"cannot be written ({error}); nothing was changed", path=name) from None
    if not content.endswith(old) or len(content) - len(old) > 4:
        raise ReadError(
            "has changed since it was read, or was read with gaps; nothing was changed", path=name
        )
    try:
        fresh = content[: len(content) - len(old)] + source.encode(document.encoding)
    except UnicodeEncodeError as error:
        sign = source[error.start]
        raise ReadError(
            f"its encoding {document.encoding} has no `{sign}`; nothing was changed, save it as UTF-8 first",
            path=name,
        ) from None
    replace_content(path, fresh)


def replace_content(path: Path, content: bytes) -> None:
    """Replace a file's content in one step, its mode kept; raises ReadError if the folder does not allow it."""
    target = path.resolve()
    try:
        mode = stat.S_IMODE(target.stat().st_mode)
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            os.chmod(temporary, mode)
            os.replace(temporary, target)
        except BaseException:
            os.unlink(temporary)
            raise
    except OSError as error:
        raise ReadError(
            f"cannot be written ({error.strerror}); nothing was changed", path=str(path)
        ) from None
