"""bulletlint as a component of a spaCy pipeline: `nlp.add_pipe("bulletlint")`.

A Doc is read as `check` reads a plain text: one bullet, or a page of them. One that is a single bullet is judged by the
annotation that it has; the bullets of a page, and the drafts of rewrites, go through the components before this one
as Docs of their own, since the parse of a page runs across its lines.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING
from weakref import finalize

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from bulletlint.core.errors import PipelineError, ReadError
from bulletlint.core.finding import FileReport
from bulletlint.core.places import find_line_starts, find_source_span
from bulletlint.core.rows import decode, encode
from bulletlint.core.settings import DEFAULT_PROFILE, Settings
from bulletlint.lint.analysis import BATCH_SIZE, make_analyser
from bulletlint.lint.cache.rows import REPORT_LAYOUT
from bulletlint.lint.linter import Linter
from bulletlint.pipeline import NEEDED, check_labels
from bulletlint.rulebook.rulebook import Rulebook, load_rulebook

if TYPE_CHECKING:
    from bulletlint.core.document import Document, Place

#: The name of the factory, of `doc._.bulletlint`, and of the spans of evidence; those of findings are beside them.
FACTORY = "bulletlint"
FINDINGS = "bulletlint_findings"
#: What a rule folder is made of, for a pipeline that takes it along.
_RULE_FILES = (".yaml", ".yml", ".txt")
#: Components that no rule needs, left out where a text is parsed for this component alone.
_UNUSED = frozenset({"ner", "senter", "entity_linker"})


@Language.factory(
    FACTORY,
    default_config={
        "profile": DEFAULT_PROFILE,
        "select": [],
        "ignore": [],
        "rule_folders": [],
        "rewrites": True,
    },
    assigns=["doc._.bulletlint", "doc.spans"],
    requires=list(NEEDED),
)
def make_component(
    nlp: Language,
    name: str,
    profile: str,
    select: list[str],
    ignore: list[str],
    rule_folders: list[str],
    rewrites: bool,
) -> BulletlintComponent:
    """Make the component for a pipeline; raises PipelineError, ConfigError or RuleError for what it cannot use."""
    if nlp.lang != "en":
        raise PipelineError(f"bulletlint reads English, and this pipeline is for language {nlp.lang}")
    if not Doc.has_extension(FACTORY):
        Doc.set_extension(FACTORY, getter=find_report)
    settings = Settings(
        profile=profile,
        select=tuple(select),
        ignore=tuple(ignore),
        rule_folders=tuple(Path(folder) for folder in rule_folders),
        rewrites=rewrites,
    )
    component = BulletlintComponent(nlp, name, settings)
    if all(folder.is_dir() for folder in settings.rule_folders):
        # Else a pipeline is being loaded that brings its folders along.
        component.check_settings()
    return component


class BulletlintComponent:
    """Adds to each Doc what `check` finds in its text: `doc._.bulletlint`, and spans of evidence and findings.

    The rules are compiled at the first Doc, once the pipeline around the component is complete.
    """

    def __init__(self, nlp: Language, name: str, settings: Settings) -> None:
        self.nlp = nlp
        self.name = name
        self._settings = settings

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc; raises PipelineError where the pipeline lacks what the rules need."""
        self._annotate([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = BATCH_SIZE) -> Iterator[Doc]:
        """Annotate Docs in their order; those of a batch are read together."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            self._annotate(batch)
            yield from batch

    def check_settings(self) -> None:
        """Raise ConfigError or RuleError for settings that cannot be used."""
        self._rulebook  # noqa: B018

    @cached_property
    def _rulebook(self) -> Rulebook:
        return load_rulebook(self._settings)

    @cached_property
    def _linter(self) -> Linter:
        if self.nlp.has_pipe("parser"):
            check_labels(self.nlp.get_pipe("parser"), "this pipeline")
        rulebook = self._rulebook
        analyser = make_analyser(
            self.nlp, rulebook.rules, folders=rulebook.folders, settings=self._settings, parse=self._parse
        )
        return Linter(self._settings, analyser=analyser, rulebook=rulebook)

    def _parse(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Yield the Docs of texts as the components before this one make them."""
        names = self.nlp.pipe_names
        own = next((place for place, (_, each) in enumerate(self.nlp.pipeline) if each is self), len(names))
        for doc in self.nlp.pipe(texts, disable=[*names[own:], *_UNUSED], batch_size=BATCH_SIZE):
            check_annotation(doc)
            yield doc

    def _annotate(self, docs: Sequence[Doc]) -> None:
        documents = [read_doc(doc) for doc in docs]
        parses: dict[str, Doc] = {}
        for doc, document in zip(docs, documents, strict=True):
            if not isinstance(document, ReadError) and [bullet.text for bullet in document.bullets] == [
                doc.text
            ]:
                check_annotation(doc)
                parses[doc.text] = doc
        report = self._linter.lint_documents(documents, parses=parses)
        for doc, document, file in zip(docs, documents, report.files, strict=True):
            doc.user_data[FACTORY] = encode(file)
            evidence, findings = (
                ([], []) if isinstance(document, ReadError) else list_spans(doc, document, file)
            )
            doc.spans[FACTORY] = SpanGroup(doc, name=FACTORY, spans=evidence)
            doc.spans[FINDINGS] = SpanGroup(doc, name=FINDINGS, spans=findings)

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write the rule folders beside the pipeline; all other settings stand in its config.cfg."""
        write_folders(Path(path), self._pack())

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> BulletlintComponent:
        """Take the rule folders that stand beside the pipeline."""
        found = sorted(
            (each for each in Path(path).iterdir() if each.is_dir()), key=lambda each: int(each.name)
        )
        return self._take_folders(found)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return the rule folders as bytes; all other settings stand in the pipeline's config."""
        return json.dumps(self._pack()).encode("utf-8")

    def from_bytes(self, packed: bytes, *, exclude: Iterable[str] = ()) -> BulletlintComponent:
        """Take rule folders from bytes; they are unpacked into a folder that goes with the component."""
        unpacked = Path(mkdtemp(prefix="bulletlint-rules-"))
        finalize(self, rmtree, unpacked, ignore_errors=True)
        write_folders(unpacked, json.loads(packed))
        return self.from_disk(unpacked)

    def _pack(self) -> dict[str, str]:
        """Return the text of each file of the rule folders, by its path below the number of its folder."""
        return {
            f"{number}/{file.relative_to(folder).as_posix()}": file.read_text(encoding="utf-8")
            for number, folder in enumerate(self._settings.rule_folders)
            for file in sorted(folder.rglob("*"))
            if file.suffix in _RULE_FILES and file.is_file()
        }

    def _take_folders(self, folders: Sequence[Path]) -> BulletlintComponent:
        self._settings = replace(self._settings, rule_folders=tuple(folders))
        for made in ("_rulebook", "_linter"):
            self.__dict__.pop(made, None)
        self.check_settings()
        return self


def write_folders(parent: Path, files: Mapping[str, str]) -> None:
    """Write files by their paths below a folder, which is made even for none."""
    parent.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = parent / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def find_report(doc: Doc) -> FileReport | None:
    """Return what was found in a Doc, None before it went through the component.

    The Doc holds it as plain lists, so that spaCy can write the Doc and hand it to another process.
    """
    row = doc.user_data.get(FACTORY)
    report: FileReport | None = None if row is None else decode(FileReport, row, REPORT_LAYOUT)
    return report


def read_doc(doc: Doc) -> Document | ReadError:
    """Return a Doc's text as the plain-text reader reads it, or the error that says why it cannot be read."""
    from bulletlint.read import read_bytes

    try:
        (document,) = read_bytes(doc.text.encode("utf-8", "replace"), name="doc.txt")
    except ReadError as error:
        return error
    return document


def check_annotation(doc: Doc) -> None:
    """Raise PipelineError where a Doc has not what the rules are written in."""
    for attribute, component in NEEDED.items():
        if len(doc) and not doc.has_annotation(attribute.removeprefix("token.").upper()):
            raise PipelineError(
                f"bulletlint needs {', '.join(NEEDED)}, and nothing before it sets {attribute}: add a trained "
                f"{component} before it, or take the pipeline of `bulletlint.load()`"
            )


def list_spans(doc: Doc, document: Document, file: FileReport) -> tuple[list[Span], list[Span]]:
    """Return the spans of evidence, with its labels, and those of findings, with their codes."""
    # A byte order mark is no part of what was read.
    shift = len(doc.text) - len(document.source)
    line_starts = find_line_starts(document.source)
    evidence = [
        mark_span(doc, *span, label=item.label, shift=shift)
        for bullet, report in zip(document.bullets, file.bullets, strict=True)
        for item in report.evidence
        if (span := find_source_span(bullet.stretches, item.start, item.end))
    ]
    found = [*(finding for bullet in file.bullets for finding in bullet.findings), *file.findings]
    findings = [
        mark_span(doc, *span, label=finding.code, shift=shift)
        for finding in found
        if (span := find_offsets(line_starts, finding.place))
    ]
    return evidence, findings


def find_offsets(line_starts: tuple[int, ...], place: Place) -> tuple[int, int] | None:
    """Return the character offsets of a place, None for one that is nowhere in the text."""
    if place.line is None or place.column is None or place.end_line is None or place.end_column is None:
        return None
    return line_starts[place.line - 1] + place.column - 1, line_starts[
        place.end_line - 1
    ] + place.end_column - 1


def mark_span(doc: Doc, start: int, end: int, *, label: str, shift: int) -> Span:
    """Return the tokens that characters of a Doc touch."""
    span = doc.char_span(start + shift, end + shift, label=label, alignment_mode="expand")
    assert span is not None  # other than for offsets outside of the text
    return span
