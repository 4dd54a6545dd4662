"""Linters of a process that stays: kept while settings and rules are the same, made again when they change."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bulletlint.config.merge import load_settings
from bulletlint.core.document import Document
from bulletlint.core.finding import FileReport
from bulletlint.core.settings import Settings

if TYPE_CHECKING:
    from bulletlint.lint.analysis import Analyser
    from bulletlint.lint.linter import Linter

#: Linters that are kept, each with a pipeline of 130 MB: an editor rarely has resumes under more settings open.
MOST_LINTERS = 3
#: Bullets that each of them keeps, some dozens of pages: of a page that is being written, all but one are as before.
MOST_BULLETS = 1_000


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A text that was read and linted; `file` leaves out what a baseline knows."""

    document: Document
    file: FileReport
    linter: Linter


class Linters:
    """Finds the linter for a file by the configuration above it, which is read again each time.

    `given` are options over every configuration file, by the names of Settings' fields.
    """

    def __init__(
        self,
        *,
        given: Mapping[str, Any] | None = None,
        config_file: str | None = None,
        isolated: bool = False,
    ) -> None:
        self._given = dict(given or {})
        self._config_file = config_file
        self._isolated = isolated
        self._kept: OrderedDict[tuple[str, bytes], Linter] = OrderedDict()

    def find_settings(self, path: str) -> Settings:
        """Return the settings for a file; raises ConfigError."""
        return load_settings(
            config_file=self._config_file, isolated=self._isolated, given=self._given, paths=[path]
        )

    def find_linter(self, path: str) -> Linter:
        """Return the linter for a file; raises ConfigError, RuleError."""
        from bulletlint.lint.linter import Linter

        settings = self.find_settings(path)
        key = make_key(settings)
        if key not in self._kept:
            self._kept[key] = Linter(settings, keep_bullets=MOST_BULLETS)
            while len(self._kept) > MOST_LINTERS:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]

    def review_text(self, text: str, path: str) -> Reviewed:
        """Read and lint a text that is, or will be, the content of a file; its suffix tells the format.

        Raises BulletlintError for wrong settings or rules, and ReadError for a text that cannot be read.
        """
        from bulletlint.lint.source import choose_options
        from bulletlint.read import read_bytes

        linter = self.find_linter(path)
        content = text.encode("utf-8", "surrogatepass")
        (document, *_) = read_bytes(content, name=path, options=choose_options(linter.settings))
        (file,) = linter.lint_documents([document]).files
        return Reviewed(document, leave_out_known(file, linter.settings.baseline), linter)


class KeptAnalyser:
    """The pipeline of the last run, for one under the same settings and rules."""

    def __init__(self) -> None:
        self._key: tuple[str, bytes] | None = None
        self._analyser: Analyser | None = None

    def find(self, settings: Settings) -> Analyser | None:
        """Return the pipeline that fits, None where another one has to be loaded."""
        return self._analyser if self._key == make_key(settings) else None

    def keep(self, linter: Linter) -> None:
        """Keep the pipeline of a linter; it is loaded now if the run did not need it."""
        self._key, self._analyser = make_key(linter.settings), linter.load_analyser()


def make_key(settings: Settings) -> tuple[str, bytes]:
    """Return what tells settings and their rules from others."""
    from bulletlint.lint.cache.fingerprint import fingerprint_files

    return repr(settings), fingerprint_files(settings.rule_folders)


def leave_out_known(file: FileReport, baseline: Path | None) -> FileReport:
    """Return a file's report without the findings of a baseline; raises ConfigError if that cannot be read."""
    if baseline is None:
        return file
    from bulletlint.lint.baseline import KnownFindings, read_baseline

    return KnownFindings(read_baseline(baseline)).leave_out(file)
