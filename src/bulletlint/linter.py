"""Resumes in, a report out: the order of a run, and what the Python API offers of it."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, nullcontext
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from bulletlint import __version__
from bulletlint.chunks import Chunk, split_sources
from bulletlint.document import Bullet, Document, find_line_starts, find_place
from bulletlint.errors import BulletlintError, ReadError
from bulletlint.finding import BulletReport, FileReport, Report, Tool, place_finding
from bulletlint.settings import Settings

if TYPE_CHECKING:
    from bulletlint.analysis import Analyser
    from bulletlint.discovery import Source
    from bulletlint.lexicon import Lexicons
    from bulletlint.memory import Memory
    from bulletlint.rule import Rule
    from bulletlint.rulebook import Rulebook

BUNDLED_MODEL = "en_bullet"
#: Is told how many bullets were analysed since it was last told, and 0 after a file that was read.
Progress = Callable[[int], None]
#: Characters beyond which a "bullet" is a file without line breaks, and parsing it would take minutes.
LONGEST_BULLET = 20_000
#: Runs of the pipeline from which it has met the usual words; those that are new in a later run are forgotten again.
WARM_RUNS = 4


class Linter:
    """Lint many resumes with one set of settings.

    The rules are read at once (raises ConfigError, RuleError), the pipeline at the first bullet that needs it
    (raises PipelineError). One instance may be used from several threads.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        analyser: Analyser | None = None,
        memory: Memory | None = None,
        progress: Progress | None = None,
        rulebook: Rulebook | None = None,
    ) -> None:
        self.settings = settings or Settings()
        self._analyser = analyser
        self._memory = memory
        self._progress = progress
        self._rulebook = rulebook
        self._lexicons: Lexicons | None = None
        self._lock = Lock()
        self._runs = 0
        if rulebook is None and (memory is None or not memory.has_rules()):
            self._rulebook = self._load_rulebook()

    @property
    def rulebook(self) -> Rulebook:
        """The rules under these settings; read at the first use where a memory knows that they are sound."""
        if self._rulebook is None:
            self._rulebook = self._load_rulebook()
        return self._rulebook

    @property
    def tool(self) -> Tool:
        """What makes the reports."""
        return Tool("bulletlint", __version__, name_model(self.settings.model), self.settings.profile)

    def _load_rulebook(self) -> Rulebook:
        from bulletlint.rulebook import load_rulebook

        return load_rulebook(self.settings, self._memory)

    def lint_text(self, text: str, *, format: str = "plain", path: str = "-") -> Report:
        """Lint a resume, or one bullet, given as text; `format` is a name out of `bulletlint.readers.FORMATS`."""
        from bulletlint.readers import FORMATS, read_bytes

        if format not in FORMATS:
            raise ReadError(f"no format `{format}`; write one of {', '.join(FORMATS)}", path=path)
        suffix = FORMATS[format][0][0]
        documents = read_bytes(text.encode("utf-8"), name="text" + suffix)
        return self.lint_documents(replace(document, path=path) for document in documents)

    def lint_paths(self, paths: Sequence[str | Path], *, stdin: tuple[bytes, str] | None = None) -> Report:
        """Lint files and folders in the order in which they are named.

        A file that cannot be read becomes a file report with its error and stops no other. "-" stands for `stdin`,
        which is its content and the name that tells its format.
        """
        from bulletlint.discovery import Pasted, find_sources

        sources = find_sources([str(path) for path in paths], Pasted(*stdin) if stdin else None)
        return Report(self.tool, tuple(file for files in self.lint_sources(sources) for file in files))

    def lint_sources(
        self, sources: Sequence[Source | ReadError], *, jobs: int = 1
    ) -> Generator[tuple[FileReport, ...], None, None]:
        """Yield the reports of each source, in their order, and forget them.

        With more than one of `jobs`, processes share the work; what they say is the same. A LaTeX file that several
        others include is reported with the first of them.
        """
        included: set[str] = set()
        with closing(self._lint_chunks(split_sources(sources), jobs)) as results:
            for files in results:
                if len(files) == 1:
                    yield files
                    continue
                paths = [os.path.abspath(file.path) for file in files[1:]]
                new = [file for file, path in zip(files[1:], paths, strict=True) if path not in included]
                included.update(paths)
                yield (files[0], *new)

    def _lint_chunks(
        self, chunks: Iterator[Chunk], jobs: int
    ) -> Generator[tuple[FileReport, ...], None, None]:
        if jobs == 1:
            for chunk in chunks:
                yield from self.lint_chunk(chunk)
            return
        for chunk in chunks:
            known = self._recall_chunk(chunk)
            if known is None:
                chunks = chain([chunk], chunks)
                break
            yield from known
        else:
            return
        from bulletlint.pool import Pool
        from bulletlint.worker import Orders

        folder = self._memory.cache.folder if self._memory else None
        # Where processes are forked, they have what is loaded now; elsewhere each has to load it.
        analyser = self.load_analyser() if sys.platform.startswith("linux") else self._analyser
        orders = Orders(self.settings, folder, self._rulebook, analyser)
        yield from Pool(orders, jobs, progress=self._progress).lint_chunks(chunks)

    def _recall_chunk(self, chunk: Chunk) -> list[tuple[FileReport, ...]] | None:
        """Return the reports of a chunk whose files are all known from earlier runs, None if one of them is not."""
        if self._memory is None or not all(isinstance(source, Path) for source in chunk):
            return None
        known = [self._memory.recall_file(source) for source in chunk if isinstance(source, Path)]
        return [(file,) for file in known if file is not None] if None not in known else None

    def lint_chunk(self, chunk: Chunk) -> list[tuple[FileReport, ...]]:
        """Lint sources together and return the reports of each: a LaTeX file has one more for each that it includes.

        What fails in a way that nobody foresaw is tried again source by source, and is then the error of the source.
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
        entries = [
            check_lengths(entry) if isinstance(entry, Document) else entry
            for entry in read_source(source, item_macros=self.settings.item_macros)
        ]
        if self._progress:
            self._progress(0)
        return [*entries]

    def load_analyser(self) -> Analyser:
        """Return the pipeline with the rules compiled for it, loaded once; raises PipelineError, RuleError."""
        with self._lock:
            if self._analyser is None:
                self._analyser = self.rulebook.load_analyser(self.settings)
            return self._analyser

    def lint_documents(self, documents: Iterable[Document | ReadError | FileReport]) -> Report:
        """Lint documents that have been read; an error in their place stands for a file that could not be.

        A file report among them is one that is known from an earlier run.
        """
        entries = [check_lengths(entry) if isinstance(entry, Document) else entry for entry in documents]
        return Report(self.tool, tuple(self._lint_entries(entries)))

    def _lint_entries(self, entries: Sequence[Document | ReadError | FileReport]) -> list[FileReport]:
        """Return a report for each entry; all their bullets go through the pipeline together."""
        if not any(isinstance(entry, Document) for entry in entries):
            return [
                report_error(entry) if isinstance(entry, ReadError) else entry
                for entry in entries
                if not isinstance(entry, Document)
            ]
        from bulletlint.document_check import check_document, mask_reports
        from bulletlint.document_facts import gather_document_facts, is_case_study

        lexicons = self._load_lexicons()
        rules = {
            index: self.rulebook.select_for(entry.path, case_study=is_case_study(entry, lexicons))
            for index, entry in enumerate(entries)
            if isinstance(entry, Document)
        }
        analysed = self._analyse_entries(entries, rules)
        files: list[FileReport] = []
        for index, entry in enumerate(entries):
            if isinstance(entry, Document):
                reports = [analysed[bullet.text, bullet.ended, id(rules[index])] for bullet in entry.bullets]
                facts = gather_document_facts(entry, reports, lexicons)
                findings = check_document(entry, facts, rules[index])
                file = report_document(entry, mask_reports(entry, reports, rules[index], findings))
                file = replace(file, findings=findings)
                files.append(self._apply_directives(entry, file, rules[index]))
            else:
                files.append(report_error(entry) if isinstance(entry, ReadError) else entry)
        if self._memory:
            self._memory.keep_files(files)
        return files

    def _load_lexicons(self) -> Lexicons:
        if self._lexicons is None:
            from bulletlint.lexicon import load_lexicons

            self._lexicons = load_lexicons(self.rulebook.folders, self.settings.lexicons)
        return self._lexicons

    def _apply_directives(self, document: Document, file: FileReport, rules: tuple[Rule, ...]) -> FileReport:
        if not any("bulletlint" in comment.text for comment in document.comments):
            return file
        from bulletlint.suppress import select_notices, suppress_findings

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

    def _analyse_entries(
        self, entries: Sequence[Document | ReadError | FileReport], rules: dict[int, tuple[Rule, ...]]
    ) -> dict[tuple[str, bool | None, int], BulletReport]:
        """Return a report for each text under each selection of rules, which the rulebook keeps one object each."""
        from bulletlint.analysis import Job, analyse_bullets, forget_words

        jobs: dict[tuple[str, bool | None, int], Job] = {}
        for index, entry in enumerate(entries):
            if isinstance(entry, Document):
                for bullet in entry.bullets:
                    key = (bullet.text, bullet.ended, id(rules[index]))
                    jobs.setdefault(key, Job(bullet.text, rules[index], bullet.ended))
        known: dict[tuple[str, bool | None, int], BulletReport] = {}
        if self._memory:
            recalled = self._memory.recall_bullets(tuple(jobs.values()))
            known = {key: report for key, report in zip(jobs, recalled, strict=True) if report is not None}
        new = {key: job for key, job in jobs.items() if key not in known}
        if new:
            analyser = self.load_analyser()
            with self._lock, forget_words(analyser.nlp) if self._runs >= WARM_RUNS else nullcontext():
                self._runs += 1
                reports = []
                for report in analyse_bullets(analyser, new.values()):
                    reports.append(report)
                    if self._progress:
                        self._progress(1)
            if self._memory:
                self._memory.keep_bullets(tuple(new.values()), reports)
            known.update(zip(new, reports, strict=True))
        return known


def read_paths(
    paths: Sequence[str], *, stdin: tuple[bytes, str] | None = None, item_macros: Sequence[str] = ()
) -> Iterator[Document | ReadError]:
    """Yield the documents of files and folders, or the error of each that cannot be read.

    `item_macros` are LaTeX macros of one's own that make bullets.
    """
    from bulletlint.discovery import Pasted, find_sources

    for source in find_sources(paths, Pasted(*stdin) if stdin else None):
        if isinstance(source, ReadError):
            yield source
        else:
            yield from read_source(source, item_macros=item_macros)


def read_source(source: Source, *, item_macros: Sequence[str] = ()) -> tuple[Document | ReadError, ...]:
    """Return the documents of a source, or the error that says why it cannot be read."""
    from bulletlint.readers import read_bytes, read_file

    try:
        if isinstance(source, Path):
            return read_file(source, item_macros=item_macros)
        return read_bytes(source.content, name=source.name, item_macros=item_macros)
    except ReadError as error:
        return (error,)
    except Exception as error:
        if os.environ.get("BULLETLINT_DEBUG"):
            raise
        return (ReadError(describe_failure(error), path=name_source(source)),)


def name_source(source: Source | ReadError) -> str:
    """Return the path of a source as the user gave it."""
    if isinstance(source, ReadError):
        return source.path or ""
    return str(source) if isinstance(source, Path) else source.name


def describe_failure(error: Exception) -> str:
    """Return one line about an error that is ours and not the user's."""
    reason = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    return f"bulletlint itself failed ({reason}); BULLETLINT_DEBUG=1 shows where"


def report_error(error: ReadError) -> FileReport:
    """Return the report of a file that could not be read."""
    return FileReport(path=error.path or "", format=None, error=str(error))


def name_model(model: str | None) -> str:
    """Return the name and version of a pipeline by its own description, its name as given where there is none."""
    from bulletlint.stamp import find_model_folder

    folder = find_model_folder(model) if model else Path(__file__).parent / "pipeline" / BUNDLED_MODEL
    try:
        described = json.loads((folder or Path()).joinpath("meta.json").read_text(encoding="utf-8"))
        return f"{described['lang']}_{described['name']}-{described['version']}"
    except (OSError, ValueError, KeyError, TypeError):
        return model or BUNDLED_MODEL


def check_lengths(document: Document) -> Document | ReadError:
    """Return the document, or the error that says why one of its bullets cannot be one."""
    for bullet in document.bullets:
        if len(bullet.text) > LONGEST_BULLET:
            place = find_place(bullet, find_line_starts(document.source), 0, 0)
            message = f"one bullet has {len(bullet.text):,} characters; break the text into lines"
            return ReadError(message, path=document.path, line=place.line)
    return document


def report_document(document: Document, analysed: Sequence[BulletReport]) -> FileReport:
    """Return a file's report: what was found in each bullet, with the places of this file."""
    line_starts = find_line_starts(document.source)
    return FileReport(
        path=document.path,
        format=document.format,
        error=None,
        bullets=tuple(
            locate_report(bullet, report, line_starts)
            for bullet, report in zip(document.bullets, analysed, strict=True)
        ),
        left_out=document.left_out,
        notes=document.notes,
    )


def locate_report(bullet: Bullet, report: BulletReport, line_starts: tuple[int, ...]) -> BulletReport:
    """Return a bullet's report with its places in the file filled in."""
    return replace(
        report,
        place=find_place(bullet, line_starts, 0, len(bullet.text)),
        section=bullet.section,
        findings=tuple(
            place_finding(finding, find_place(bullet, line_starts, finding.start, finding.end))
            for finding in report.findings
        ),
    )


def lint_text(text: str, *, format: str = "plain", profile: str = "ai-pm") -> Report:
    """Lint a resume, or one bullet, given as text."""
    return Linter(Settings(profile=profile)).lint_text(text, format=format)


def lint_path(path: str | Path, *, profile: str = "ai-pm") -> Report:
    """Lint one file or folder; raises BulletlintError only for wrong settings, a file's error stands in the report."""
    return Linter(Settings(profile=profile)).lint_paths([path])
