"""Rewrites as edits of a whole file, proved by reading the result again."""

from __future__ import annotations

import difflib
import os
import stat
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bulletlint.core.document import Document
from bulletlint.core.errors import ReadError
from bulletlint.core.finding import Piece
from bulletlint.edit.markup import MarkupError
from bulletlint.edit.patch import Edit, apply_edits, write_bullet

#: Why a format cannot be written, for the user.
UNWRITABLE = {
    "pdf": "a PDF cannot be rewritten; rewrite the file it was made from",
}

_LOST = "the change would damage its mark-up"


@dataclass(frozen=True, slots=True)
class Patched:
    """A resume with rewrites in it: which bullets were written, and which could not be, with the reason.

    `source` is the new source of a text format. For DOCX `original` and `content` are the file before and after, and
    `texts` the bullets after.
    """

    document: Document
    source: str
    written: tuple[int, ...]
    left_out: tuple[tuple[int, str], ...]
    original: bytes = b""
    content: bytes = b""
    texts: tuple[str, ...] = ()


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
    source = apply_edits(document.source, list(edits.values()))
    texts = {number: join_text(rewrites[number]) for number in edits}
    if edits and not reads_back(document, source, texts):
        kept: dict[int, Edit] = {}
        for number, edit in edits.items():
            alone = apply_edits(document.source, [edit])
            if reads_back(document, alone, {number: texts[number]}):
                kept[number] = edit
            else:
                left_out.append((number, _LOST))
        edits, source = kept, apply_edits(document.source, list(kept.values()))
    return Patched(document, source, tuple(sorted(edits)), tuple(sorted(left_out)))


def patch_docx(document: Document, rewrites: Mapping[int, Sequence[Piece]]) -> Patched:
    """Put rewrites into the runs of a DOCX file; one by one where they do not all come back."""
    from bulletlint.edit.docx_patch import patch_package

    try:
        original = Path(document.path).read_bytes()
    except OSError as error:
        raise ReadError(
            f"cannot be read again ({error.strerror}); check the file", path=document.path
        ) from None
    content, faults = patch_package(original, document, rewrites)
    kept = {number: pieces for number, pieces in rewrites.items() if number not in faults}
    if not reads_back(document, content, {number: join_text(pieces) for number, pieces in kept.items()}):
        for number, pieces in list(kept.items()):
            alone, _ = patch_package(original, document, {number: pieces})
            if not reads_back(document, alone, {number: join_text(pieces)}):
                faults[number] = _LOST
                del kept[number]
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


def join_text(pieces: Sequence[Piece]) -> str:
    """Return the text that pieces make."""
    return "".join(piece.text for piece in pieces)


def render_diff(patched: Patched, *, context: int = 1) -> str:
    """Return the change of a file as a unified diff, empty if nothing changes.

    A DOCX file has no lines; its bullets stand for them.
    """
    path = patched.document.path
    if patched.original:
        old = [f"{bullet.text}\n" for bullet in patched.document.bullets]
        new = [f"{text}\n" for text in patched.texts]
    else:
        old = patched.document.source.splitlines(keepends=True)
        new = patched.source.splitlines(keepends=True)
    lines = difflib.unified_diff(old, new, fromfile=path, tofile=path, n=context)
    return "".join(
        line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in lines
    )


def write_file(path: Path, patched: Patched) -> None:
    """Write a change in place, atomically, in the encoding that the file had, every other byte kept.

    Raises ReadError if the file has changed in the meantime, cannot be encoded or cannot be written.
    """
    name, document, source = str(path), patched.document, patched.source
    if patched.original:
        if path.read_bytes() != patched.original:
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
