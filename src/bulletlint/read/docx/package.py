"""The parts of a DOCX file, taken out of its zip archive with limits.

Nothing is written to disk: the names inside an archive are looked up and never followed.
"""

from __future__ import annotations

import posixpath
import zlib
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from bulletlint.core.errors import ReadError
from bulletlint.read.docx.xml import parse_xml

#: Bytes of all parts unpacked, and of one part that is read, at most.
_LARGEST_PACKAGE = 300_000_000
_LARGEST_PART = 20_000_000
#: How many times its packed size a package may hold that is not small; XML reaches some 50, a bomb 1,000.
_LARGEST_RATIO = 300
_SMALL_PACKAGE = 10_000_000
_MOST_PARTS = 5_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a DOCX file by name; `parts` gives where each stands in the archive."""

    archive: ZipFile
    parts: dict[str, ZipInfo]

    def read(self, name: str) -> bytes | None:
        """Return a part's content, None if the package has no such part; raise ReadError if it is damaged."""
        info = self.parts.get(name)
        if info is None:
            return None
        if info.flag_bits & 1:
            raise ReadError("is password-protected; save it without a password")
        if info.file_size > _LARGEST_PART:
            raise ReadError(
                f"its part {name} is too large for a resume ({info.file_size / 1e6:.0f} MB); take it out"
            )
        try:
            with self.archive.open(info) as stream:
                content = stream.read(_LARGEST_PART + 1)
        except (
            BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
            ValueError,
        ) as error:
            raise ReadError(f"is damaged: its part {name} cannot be unpacked; save it again") from error
        if len(content) > _LARGEST_PART:
            raise ReadError(f"its part {name} is too large for a resume; take it out")
        return content

    def find(self, source: str, kind: str, default: str) -> str:
        """Return the name of the part that `source` (empty: the package) points to with a relationship of a kind."""
        folder, base = posixpath.split(source)
        relations = self.read(posixpath.join(folder, "_rels", f"{base}.rels"))
        if relations is None:
            return default
        handler = _Relations(kind)
        parse_xml(relations, handler, f"{source or 'package'} relationships")
        target = handler.target
        if target is None:
            return default
        return posixpath.normpath(
            target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        )


def open_package(content: bytes) -> Package:
    """Open a DOCX file.

    Raises ReadError for what is no DOCX file, is password-protected, damaged, or larger than it has reason to be.
    """
    if content.startswith(_OLE):
        if _ENCRYPTED_STREAM in content:
            raise ReadError("is password-protected; save it without a password")
        raise ReadError("is an old Word file (.doc); save it as .docx")
    try:
        archive = ZipFile(BytesIO(content))
    except (BadZipFile, OSError, ValueError, OverflowError, NotImplementedError) as error:
        raise ReadError(
            "is damaged or not a DOCX file (the zip archive is incomplete); save it again"
        ) from error
    infos = archive.infolist()
    unpacked = sum(info.file_size for info in infos)
    if len(infos) > _MOST_PARTS:
        raise ReadError(f"has {len(infos)} parts, too many for a resume; save its text as a new file")
    if unpacked > _LARGEST_PACKAGE or unpacked > _SMALL_PACKAGE and unpacked > _LARGEST_RATIO * len(content):
        raise ReadError(f"unpacks to {unpacked / 1e6:.0f} MB, too much for a resume; take out pictures")
    return Package(archive, {info.filename: info for info in infos})


class _Relations:
    """Finds the first relationship of a kind."""

    def __init__(self, kind: str) -> None:
        self._kind = f"/{kind}"
        self.target: str | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the target of a relationship."""
        wanted = name == "Relationship" and attributes.get("Type", "").endswith(self._kind)
        if wanted and self.target is None and attributes.get("TargetMode") != "External":
            self.target = attributes.get("Target")

    def end(self, name: str) -> None:
        pass

    def text(self, text: str) -> None:
        pass
