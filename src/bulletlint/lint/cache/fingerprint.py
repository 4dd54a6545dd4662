"""Digest of everything a cached result depends on, apart from the resume: code, rules, pipeline, spaCy, settings."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.core.settings import Settings
from bulletlint.core.version import __version__
from bulletlint.pipeline.location import find_model_folder


def fingerprint_files(folders: Sequence[Path]) -> bytes:
    """Return a digest of the names, sizes and times of all files below folders."""
    digest = blake2b(digest_size=16)
    for folder in folders:
        for line in sorted(_list_files(str(folder))):
            digest.update(line.encode("utf-8", "surrogateescape"))
    return digest.digest()


def _list_files(folder: str) -> Iterator[str]:
    """Yield one line per file; unreadable folders count as empty, since reading their files will be an error."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _list_files(entry.path)
        else:
            try:
                status = entry.stat()
            except OSError:  # a link that leads nowhere, or a file that was just deleted
                yield f"{entry.path}\n"
            else:
                yield f"{entry.path}\0{status.st_size}\0{status.st_mtime_ns}\n"


def fingerprint_installation(settings: Settings) -> bytes:
    """Return a digest of everything that these settings' results come from, spaCy's version among it."""
    package = Path(__file__).parents[2]
    folders = [package, *settings.rule_folders]
    rules = find_rules_folder()
    if package not in rules.parents:
        folders.append(rules)
    if settings.model:
        folder = find_model_folder(settings.model)
        folders += [folder] if folder else []
    spacy = find_spec("spacy")
    about = Path(spacy.origin).with_name("about.py") if spacy and spacy.origin else None
    status = about.stat() if about and about.is_file() else None
    version = f"{status.st_size} {status.st_mtime_ns}" if status else ""
    return blake2b(f"{__version__} {version}".encode() + fingerprint_files(folders), digest_size=16).digest()
