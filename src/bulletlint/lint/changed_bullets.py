"""Only the bullets that changed since a revision: those whose words the old version of their file has nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bulletlint.check.cover import COVER
from bulletlint.core.document import Place
from bulletlint.core.errors import ReadError
from bulletlint.core.finding import BulletReport, FileReport
from bulletlint.lint.baseline import fold_text
from bulletlint.read.options import ReadOptions
from bulletlint.read.revision import Revision, find_revision

if TYPE_CHECKING:
    from bulletlint.read.discovery import Source


class ChangedBullets:
    """Leaves in the report of each file the bullets that changed since a revision, and counts all and those.

    A bullet that only moved, or was wrapped anew, has not changed. Raises ConfigError, before anything is linted, if a
    file is in no repository or its repository has no such revision.
    """

    def __init__(self, name: str, sources: Iterable[Source | ReadError], options: ReadOptions) -> None:
        self.name = name
        self.bullets = self.changed = 0
        self._options = options
        self._revisions: dict[Path, Revision] = {}
        self._pasted: set[str] = set()
        for source in sources:
            if isinstance(source, Path):
                self._find_revision(source)
            elif not isinstance(source, ReadError):
                self._find_revision(Path(source.name))
                self._pasted.add(source.name)

    def _find_revision(self, path: Path) -> Revision:
        folder = path.parent
        if folder not in self._revisions:
            self._revisions[folder] = find_revision(self.name, folder)
        return self._revisions[folder]

    def keep_changed(self, files: Sequence[FileReport]) -> tuple[FileReport, ...]:
        """Return the reports of a source, a file with those that it includes, with the changed bullets only."""
        paths = [file.path for file in files if file.error is None]
        if all(self._is_unchanged(path) for path in paths):
            self.bullets += sum(len(file.bullets) for file in files)
            return tuple(file if file.error is not None else keep_bullets(file, (), ()) for file in files)
        texts, notes = self._read_old(paths)
        left = Counter(texts)
        kept = []
        for file in files:
            if file.error is not None:
                kept.append(file)
                continue
            bullets = tuple(bullet for bullet in file.bullets if not use_up(left, bullet.text))
            self.bullets += len(file.bullets)
            self.changed += len(bullets)
            kept.append(keep_bullets(file, bullets, notes if file is files[0] else []))
        return tuple(kept)

    def _is_unchanged(self, path: str) -> bool:
        return path not in self._pasted and self._find_revision(Path(path)).is_unchanged(Path(path))

    def _read_old(self, paths: Sequence[str]) -> tuple[list[str], list[str]]:
        """Return the texts of the old versions of files, and a note about each that cannot be read."""
        from bulletlint.read import read_bytes
        from bulletlint.read.decode import decode_text

        contents: dict[str, bytes] = {}
        texts: list[str] = []
        notes: list[str] = []
        for path in paths:
            try:
                content = self._find_revision(Path(path)).read_old(Path(path))
            except ReadError as error:
                notes.append(self._explain(path, error))
                continue
            if content is not None:
                contents[path] = content
        # A macro may be defined in any of the files.
        several = len(contents) > 1
        definitions = "\n".join(decode_text(content).text for content in contents.values()) if several else ""
        for path, content in contents.items():
            try:
                documents = read_bytes(content, name=path, options=self._options, definitions=definitions)
            except ReadError as error:
                notes.append(self._explain(path, error))
                continue
            for document in documents:
                texts += [fold_text(bullet.text) for bullet in document.bullets]
                # In a part of a resume that is read alone, a bullet may be taken for something else.
                texts += [fold_text(line.text) for line in document.left_out]
        return texts, notes

    def _explain(self, path: str, error: ReadError) -> str:
        return f"{path} of {self.name} {error.message}; every bullet counts as changed"


def use_up(left: Counter[str], text: str) -> bool:
    """Tell whether a text is among those that are left, and take it out; a covered character stands for any."""
    folded = fold_text(text)
    if COVER in folded:
        folded = next((other for other in +left if is_covered(other, folded)), folded)
    if left[folded] <= 0:
        return False
    left[folded] -= 1
    return True


def is_covered(text: str, covered: str) -> bool:
    """Tell whether a text may be the one that was covered."""
    return len(text) == len(covered) and all(
        shown in (sign, COVER) for sign, shown in zip(text, covered, strict=True)
    )


def keep_bullets(file: FileReport, bullets: tuple[BulletReport, ...], notes: Sequence[str]) -> FileReport:
    """Return a file's report with some of its bullets, and of the findings about the file those in these bullets."""
    findings = tuple(
        finding
        for finding in file.findings
        if any(stands_in(finding.place, bullet.place) for bullet in bullets)
    )
    return replace(
        file, bullets=bullets, findings=findings, left_out=(), groups=(), notes=(*file.notes, *notes)
    )


def stands_in(place: Place, bullet: Place) -> bool:
    """Tell whether a place is in a bullet's; in a format without lines, on its paragraph, pointer or page."""
    if place.line is None or bullet.line is None:
        return (place.paragraph, place.pointer, place.page) == (bullet.paragraph, bullet.pointer, bullet.page)
    start, end = (place.line, place.column or 0), (bullet.end_line or bullet.line, bullet.end_column or 0)
    return (bullet.line, bullet.column or 0) <= start < end
