"""Resumes in, a report out: the order of a run, and what the Python API offers of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from bulletlint import __version__
from bulletlint.document import Bullet, Document, find_line_starts, find_place
from bulletlint.errors import ReadError
from bulletlint.finding import BulletReport, FileReport, Report, Tool
from bulletlint.settings import Settings

if TYPE_CHECKING:
    from bulletlint.analysis import Analyser
    from bulletlint.memory import Memory
    from bulletlint.rule import Rule
    from bulletlint.rulebook import Rulebook

BUNDLED_MODEL = "bundled"
#: Is told after each bullet how many are done, of how many.
Progress = Callable[[int, int], None]
#: Characters beyond which a "bullet" is a file without line breaks, and parsing it would take minutes.
LONGEST_BULLET = 20_000


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
    ) -> None:
        self.settings = settings or Settings()
        self._analyser = analyser
        self._memory = memory
        self._progress = progress
        self._rulebook: Rulebook | None = None
        self._lock = Lock()
        if memory is None or not memory.has_rules():
            self._rulebook = self._load_rulebook()

    @property
    def rulebook(self) -> Rulebook:
        """The rules under these settings; read at the first use where a memory knows that they are sound."""
        if self._rulebook is None:
            self._rulebook = self._load_rulebook()
        return self._rulebook

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
        names = [str(path) for path in paths]
        recall = self._memory.recall_file if self._memory else None
        macros = self.settings.item_macros
        return self.lint_documents(read_paths(names, stdin=stdin, item_macros=macros, recall=recall))

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
        if not any(isinstance(entry, Document) for entry in entries):
            return self._make_report(entry for entry in entries if not isinstance(entry, Document))
        from bulletlint.document_check import check_document, mask_reports
        from bulletlint.document_facts import gather_document_facts, is_case_study
        from bulletlint.lexicon import load_lexicons

        lexicons = load_lexicons(self.rulebook.folders, self.settings.lexicons)
        rules = {
            index: self.rulebook.select_for(entry.path, case_study=is_case_study(entry, lexicons))
            for index, entry in enumerate(entries)
            if isinstance(entry, Document)
        }
        analysed = self._analyse_entries(entries, rules)
        files: list[FileReport | ReadError] = []
        for index, entry in enumerate(entries):
            if isinstance(entry, Document):
                reports = [analysed[bullet.text, bullet.ended, id(rules[index])] for bullet in entry.bullets]
                facts = gather_document_facts(entry, reports, lexicons)
                file = report_document(entry, mask_reports(reports, rules[index]))
                file = replace(file, findings=check_document(entry, facts, rules[index]))
                files.append(self._apply_directives(entry, file, rules[index]))
            else:
                files.append(entry)
        report = self._make_report(files)
        if self._memory:
            self._memory.keep_files(report.files)
        return report

    def _make_report(self, entries: Iterable[FileReport | ReadError]) -> Report:
        files = tuple(
            FileReport(path=entry.path or "", format=None, error=str(entry))
            if isinstance(entry, ReadError)
            else entry
            for entry in entries
        )
        tool = Tool("bulletlint", __version__, self.settings.model or BUNDLED_MODEL, self.settings.profile)
        return Report(tool, files)

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
        from bulletlint.analysis import Job, analyse_bullets

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
            with self._lock:
                reports = []
                for report in analyse_bullets(analyser, new.values()):
                    reports.append(report)
                    if self._progress:
                        self._progress(len(reports), len(new))
            if self._memory:
                self._memory.keep_bullets(tuple(new.values()), reports)
            known.update(zip(new, reports, strict=True))
        return known


def read_paths(
    paths: Sequence[str],
    *,
    stdin: tuple[bytes, str] | None = None,
    item_macros: Sequence[str] = (),
    recall: Callable[[Path], FileReport | None] | None = None,
) -> Iterable[Document | ReadError | FileReport]:
    """Yield the documents of files and folders, or the error of each that cannot be read.

    `item_macros` are LaTeX macros of one's own that make bullets. A file that `recall` knows is not read.
    """
    from bulletlint.discovery import find_files
    from bulletlint.readers import read_bytes, read_file

    before = paths.index("-") if stdin is not None and "-" in paths else len(paths)
    for found in find_files(paths[:before]):
        if isinstance(found, ReadError):
            yield found
            continue
        known = recall(found) if recall else None
        if known is not None:
            yield known
            continue
        try:
            yield from read_file(found, item_macros=item_macros)
        except ReadError as error:
            yield error
    if stdin is not None and before < len(paths):
        try:
            yield from read_bytes(stdin[0], name=stdin[1], item_macros=item_macros)
        except ReadError as error:
            yield error
        yield from read_paths(paths[before + 1 :], item_macros=item_macros, recall=recall)


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
            replace(finding, place=find_place(bullet, line_starts, finding.start, finding.end))
            for finding in report.findings
        ),
    )


def lint_text(text: str, *, format: str = "plain", profile: str = "ai-pm") -> Report:
    """Lint a resume, or one bullet, given as text."""
    return Linter(Settings(profile=profile)).lint_text(text, format=format)


def lint_path(path: str | Path, *, profile: str = "ai-pm") -> Report:
    """Lint one file or folder; raises BulletlintError only for wrong settings, a file's error stands in the report."""
    return Linter(Settings(profile=profile)).lint_paths([path])
