"""Resumes in, a report out: the steps from a file to its findings, and the Python API."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext, suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import TYPE_CHECKING

from bulletlint.core.document import Document
from bulletlint.core.errors import BulletlintError, ReadError, describe_failure
from bulletlint.core.finding import BulletReport, FileReport, Report, Tool
from bulletlint.core.settings import DEFAULT_PROFILE, Settings
from bulletlint.core.version import __version__
from bulletlint.lint.parallel.chunks import Chunk, split_sources
from bulletlint.lint.recent import Recent
from bulletlint.lint.source import (
    choose_excluded,
    choose_options,
    name_source,
    read_source,
    report_error,
)
from bulletlint.pipeline.location import name_model

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from bulletlint.core.lexicon import Lexicons
    from bulletlint.core.rule import Rule
    from bulletlint.evidence import Reading
    from bulletlint.lint.analysis import Analyser
    from bulletlint.lint.cache.memory import Memory
    from bulletlint.lint.reader_choice import ReaderChoice
    from bulletlint.read.discovery import Source
    from bulletlint.rulebook.rulebook import Rulebook

#: Is told how many bullets were analysed since it was last told, and 0 after a file that was read.
Progress = Callable[[int], None]
#: A bullet's text, whether its job has ended, the rules that it is asked, and whether it is judged at all.
Key = tuple[str, bool | None, int, bool]
#: Runs of the pipeline from which it has met the usual words; those that are new in a later run are forgotten again.
WARM_RUNS = 4


class Linter:
    """Lint many resumes with one set of settings.

    The rules are read at once (raises ConfigError, RuleError), the pipeline at the first bullet that needs it
    (raises PipelineError). One instance may be used from several threads. `keep_bullets` is how many bullets it keeps
    with what was found in them, for a process that reads the same page again and again.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        analyser: Analyser | None = None,
        memory: Memory | None = None,
        progress: Progress | None = None,
        rulebook: Rulebook | None = None,
        keep_bullets: int = 0,
    ) -> None:
        self.settings = settings or Settings()
        self._analyser = analyser
        self._memory = memory
        self._progress = progress
        self._rulebook = rulebook
        self._lexicons: Lexicons | None = None
        self._lock = Lock()
        self._runs = 0
        self._readings: Recent[str, Reading] = Recent(keep_bullets)
        self._reports: Recent[Key, BulletReport] = Recent(keep_bullets)
        if rulebook is None and (memory is None or not memory.knows_rules()):
            self._rulebook = load_checked_rulebook(self.settings, memory)

    @property
    def rulebook(self) -> Rulebook:
        """The rules under these settings; read at the first use where a memory knows that they are sound."""
        if self._rulebook is None:
            self._rulebook = load_checked_rulebook(self.settings, self._memory)
        return self._rulebook

    @property
    def cache_folder(self) -> Path | None:
        """Where what is found is kept for a later run, None if it is not."""
        return self._memory.cache.folder if self._memory else None

    @property
    def tool(self) -> Tool:
        """What makes the reports."""
        return Tool("bulletlint", __version__, name_model(self.settings.model), self.settings.profile)

    def lint_text(self, text: str, *, format: str = "plain", path: str = "-") -> Report:
        """Lint a resume, or one bullet, given as text; `format` is a name out of `bulletlint.read.FORMATS`."""
        from bulletlint.read import FORMATS, read_bytes

        if format not in FORMATS:
            raise ReadError(f"unknown format `{format}`; write one of {', '.join(FORMATS)}", path=path)
        suffix = FORMATS[format][0][0]
        documents = read_bytes(text.encode("utf-8"), name="text" + suffix)
        return self.lint_documents(replace(document, path=path) for document in documents)

    def lint_paths(self, paths: Sequence[str | Path], *, stdin: tuple[bytes, str] | None = None) -> Report:
        """Lint files and folders in the order in which they are named.

        A file that cannot be read becomes a file report with its error and stops no other. "-" stands for `stdin`,
        which is its content and the name that tells its format.
        """
        from bulletlint.read.discovery import Pasted, find_sources

        sources = find_sources(
            [str(path) for path in paths],
            Pasted(*stdin) if stdin else None,
            excluded=choose_excluded(self.settings),
        )
        return Report(self.tool, tuple(file for files in self.lint_sources(sources) for file in files))

    def lint_sources(self, sources: Sequence[Source | ReadError]) -> Iterator[tuple[FileReport, ...]]:
        """Yield the reports of each source, in their order, and forget them."""
        return drop_repeated(files for chunk in split_sources(sources) for files in self.lint_chunk(chunk))

    def recall_chunk(self, chunk: Chunk) -> list[tuple[FileReport, ...]] | None:
        """Return the reports of a chunk whose files are all known from earlier runs, None if one of them is not."""
        if self._memory is None or not all(isinstance(source, Path) for source in chunk):
            return None
        known = [self._memory.recall_file(source) for source in chunk if isinstance(source, Path)]
        return [(file,) for file in known if file is not None] if None not in known else None

    def lint_chunk(self, chunk: Chunk) -> list[tuple[FileReport, ...]]:
        """Lint sources together and return the reports of each: a LaTeX file has one more for each that it includes.

        After an unexpected failure each source is tried again alone, and the failure becomes the error of its source.
        """
        entries = [self._read_source(source) for source in chunk]
        try:
            reports = iter(self._lint_entries([entry for read in entries for entry in read]))
            return [tuple(islice(reports, len(read))) for read in entries]
        except BulletlintError:
            raise
        except Exception as error:
            if self._analyser is None or os.environ.get("BULLETLINT_DEBUG"):
                raise
            if len(chunk) > 1:
                return [reports for source in chunk for reports in self.lint_chunk([source])]
            name = name_source(chunk[0])
            return [(report_error(ReadError(describe_failure(error), path=name)),)]

    def _read_source(self, source: Source | ReadError) -> list[Document | ReadError | FileReport]:
        if isinstance(source, ReadError):
            return [source]
        known = self._memory.recall_file(source) if self._memory and isinstance(source, Path) else None
        if known is not None:
            return [known]
        if self._analyser is None and name_source(source).lower().endswith(".pdf"):
            self._load_while_starting()
        entries = read_source(source, options=choose_options(self.settings))
        if self._progress:
            self._progress(0)
        return [*entries]

    def _load_while_starting(self) -> None:
        """Load the pipeline while the process that reads PDF files starts: both take a while, and both are needed."""
        from bulletlint.read.pdf.guard import start_early

        with suppress(ReadError):  # reading says it again, with the file's name
            start_early()
            self.load_analyser()

    def load_analyser(self) -> Analyser:
        """Return the pipeline with the rules compiled for it, loaded once; raises PipelineError, RuleError."""
        with self._lock:
            if self._analyser is None:
                from bulletlint.lint.analysis import load_analyser

                self._analyser = load_analyser(
                    self.rulebook.rules, folders=self.rulebook.folders, settings=self.settings
                )
            return self._analyser

    def lint_documents(
        self,
        documents: Iterable[Document | ReadError | FileReport],
        *,
        parses: Mapping[str, Doc] | None = None,
    ) -> Report:
        """Lint documents that have been read; an error in their place stands for a file that could not be.

        A file report among them is one that is known from an earlier run. `parses` are Docs of bullets that are there
        already, by their text.
        """
        return Report(self.tool, tuple(self._lint_entries(list(documents), parses or {})))

    def _lint_entries(
        self,
        entries: Sequence[Document | ReadError | FileReport],
        parses: Mapping[str, Doc] = MappingProxyType({}),
    ) -> list[FileReport]:
        """Return a report for each entry; all their bullets go through the pipeline together."""
        if not any(isinstance(entry, Document) for entry in entries):
            return [
                report_error(entry) if isinstance(entry, ReadError) else entry
                for entry in entries
                if not isinstance(entry, Document)
            ]
        from bulletlint.check.cover import list_secrets
        from bulletlint.check.file_facts import gather_document_facts
        from bulletlint.check.file_rules import check_document
        from bulletlint.check.restraint import hold_back
        from bulletlint.lint.file_report import report_document
        from bulletlint.lint.past_work import find_past

        lexicons = self._load_lexicons()
        choices, analysed = self._analyse([entry for entry in entries if isinstance(entry, Document)], parses)
        chosen = iter(choices)
        files: list[FileReport] = []
        for entry in entries:
            if isinstance(entry, Document):
                choice = next(chosen)
                rules = choice.rules
                reports = [
                    analysed[bullet.text, bullet.ended, id(rules), choice.judged] for bullet in entry.bullets
                ]
                facts = gather_document_facts(entry, reports, lexicons)
                findings = check_document(entry, facts, rules, shown=[report.text for report in reports])
                sections = [bullet.section for bullet in entry.bullets]
                held = hold_back(reports, sections, rules, find_past(entry, lexicons))
                file = report_document(entry, held, findings, choice, list_secrets(rules))
                files.append(self._apply_directives(entry, file, rules))
            else:
                files.append(report_error(entry) if isinstance(entry, ReadError) else entry)
        if self._memory:
            self._memory.keep_files(files)
        return files

    def _load_lexicons(self) -> Lexicons:
        if self._lexicons is None:
            from bulletlint.core.lexicon import load_lexicons

            self._lexicons = load_lexicons(self.rulebook.folders, self.settings.lexicons)
        return self._lexicons

    def _apply_directives(self, document: Document, file: FileReport, rules: tuple[Rule, ...]) -> FileReport:
        if not document.comments:
            return file
        from bulletlint.lint.directive_words import may_be_directive

        if not any(may_be_directive(comment.text) for comment in document.comments):
            return file
        from bulletlint.lint.directives import select_notices, suppress_findings

        left = suppress_findings(
            document,
            file.bullets,
            file.findings,
            names=self.rulebook.list_names(),
            in_force=frozenset(rule.code for rule in rules),
            require_reasons=self.settings.require_reasons,
        )
        choice = self.rulebook.choose_for(document.path)
        chosen = select_notices(
            left.notices, select=choice.select, ignore=choice.ignore, severities=choice.severities
        )
        return replace(file, bullets=left.bullets, findings=left.findings + chosen)

    def _analyse(
        self, documents: Sequence[Document], parses: Mapping[str, Doc]
    ) -> tuple[list[ReaderChoice], dict[Key, BulletReport]]:
        """Return how each document is read, and a report for each text under each selection of rules.

        The rulebook keeps one object for each selection. A text is parsed once, however many documents have it.
        """
        from bulletlint.lint.analysis import Job, forget_words, read_texts, report_readings
        from bulletlint.lint.reader_choice import choose_reader

        texts = dict.fromkeys(bullet.text for document in documents for bullet in document.bullets)
        lexicons = self._load_lexicons()
        if not texts:
            return [choose_reader(self.rulebook, document, (), lexicons) for document in documents], {}
        analyser = self.load_analyser()
        jobs: dict[Key, Job] = {}
        choices: list[ReaderChoice] = []
        # The words of a pipeline that is somebody else's are not ours to drop.
        forgets = analyser.parse is None and self._runs >= WARM_RUNS
        with self._lock, forget_words(analyser.nlp) if forgets else nullcontext():
            self._runs += 1
            readings = {text: read for text in texts if (read := self._readings.find(text)) is not None}
            new = [text for text in texts if text not in readings]
            for text, reading in zip(new, read_texts(analyser, new, parses=parses), strict=True):
                readings[text] = reading
                self._readings.keep(text, reading)
                if self._progress:
                    self._progress(1)
            for document in documents:
                facts = [readings[bullet.text].facts for bullet in document.bullets]
                choice = choose_reader(self.rulebook, document, facts, lexicons)
                choices.append(choice)
                for bullet in document.bullets:
                    key = (bullet.text, bullet.ended, id(choice.rules), choice.judged)
                    jobs.setdefault(
                        key, Job(bullet.text, choice.rules, bullet.ended, choice.scored, choice.judged)
                    )
            reports = {key: kept for key in jobs if (kept := self._reports.find(key)) is not None}
            left = {key: job for key, job in jobs.items() if key not in reports}
            pairs = ((job, readings[job.text]) for job in left.values())
            for key, report in zip(left, report_readings(analyser, pairs), strict=True):
                reports[key] = report
                self._reports.keep(key, report)
            return choices, reports


def drop_repeated(results: Iterable[tuple[FileReport, ...]]) -> Iterator[tuple[FileReport, ...]]:
    """Yield the reports of each source; a LaTeX file that several others include stays with the first of them."""
    included: set[str] = set()
    for files in results:
        if len(files) == 1:
            yield files
            continue
        paths = [os.path.abspath(file.path) for file in files[1:]]
        new = [file for file, path in zip(files[1:], paths, strict=True) if path not in included]
        included.update(paths)
        yield (files[0], *new)


def load_checked_rulebook(settings: Settings, memory: Memory | None) -> Rulebook:
    """Return the rules under settings; a memory is told that they are sound."""
    from bulletlint.rulebook.rulebook import load_rulebook

    rulebook = load_rulebook(settings)
    if memory is not None:
        memory.mark_rules()
    return rulebook


def lint_text(text: str, *, format: str = "plain", profile: str = DEFAULT_PROFILE) -> Report:
    """Lint a resume, or one bullet, given as text."""
    return Linter(Settings(profile=profile)).lint_text(text, format=format)


def lint_path(path: str | Path, *, profile: str = DEFAULT_PROFILE) -> Report:
    """Lint one file or folder; raises BulletlintError only for wrong settings, a file's error stands in the report."""
    return Linter(Settings(profile=profile)).lint_paths([path])
