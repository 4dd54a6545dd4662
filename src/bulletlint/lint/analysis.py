"""From bullet texts to their facts and findings: the part of a run that needs spaCy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from bulletlint.check.bullet_rules import Suggest, check_bullet
from bulletlint.check.cover import Secrets, cover_reading, list_secrets
from bulletlint.check.rule_patterns import CompiledRules, compile_rules
from bulletlint.check.score import add_parts, find_asked, find_asked_parts, is_outcome_first, score_parts
from bulletlint.check.score_weights import ScoreWeights, load_score_weights
from bulletlint.core.document import Place
from bulletlint.core.errors import PipelineError
from bulletlint.core.facts import Ended, Kind
from bulletlint.core.finding import BulletReport, Finding, Rewrite
from bulletlint.core.rule import Rule
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.core.settings import DEFAULT_PROFILE, Settings
from bulletlint.evidence.blanks import Span, find_blanks, mask_blanks, restore_blanks
from bulletlint.evidence.reading import Reading
from bulletlint.evidence.spelling import restore_spelling, spell_plainly
from bulletlint.lint.rewriting import Case, Chosen, Proposed, choose_rewrites, withhold_actions

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from bulletlint.evidence.words import Words
    from bulletlint.rewrite.slots.wording import Wordings

#: Bullets that go through the pipeline together: larger batches no longer gain speed.
BATCH_SIZE = 128
#: Words whose lemmas a pipeline remembers.
MOST_LEMMAS = 5_000
#: What is known of a job's end, as a fact of its bullets.
ENDED: dict[bool | None, Ended] = {True: "yes", False: "no", None: "unknown"}
#: Where every text is still to be parsed.
NO_PARSES: Mapping[str, Doc] = MappingProxyType({})
#: Parses texts, in their order.
Parse = Callable[[Iterable[str]], Iterable["Doc"]]


@dataclass(frozen=True, slots=True)
class Job:
    """A bullet's text, the rules that its file asks, and whether the job's dates lie in the past.

    `scored` are the rules that its score is about; without them those that the file asks. One of a page in another
    language is not `judged`.
    """

    text: str
    rules: tuple[Rule, ...]
    ended: bool | None = None
    scored: tuple[Rule, ...] | None = None
    judged: bool = True


def load_shipped_weights() -> ScoreWeights:
    """Return what a score is made of by the rules that come with the tool."""
    return load_score_weights([find_rules_folder()])


@dataclass(frozen=True, slots=True)
class Analyser:
    """A loaded pipeline with everything that reads its parses.

    `words` are what it reads with, None for one that reads without words, as in a test; `wordings` what it rewrites
    with, None where nothing is rewritten. `parse` parses texts in a pipeline that is somebody else's, None where the
    pipeline is this analyser's own. `weights` say what its scores are made of.
    """

    nlp: Language
    compiled: CompiledRules
    read_all: Callable[[Sequence[Doc]], list[Reading]]
    never_flag: tuple[str, ...] = ()
    words: Words | None = None
    wordings: Wordings | None = None
    suggest: Suggest | None = None
    propose: Callable[[Reading, Sequence[Finding]], Iterator[Rewrite]] | None = None
    parse: Parse | None = None
    weights: ScoreWeights = field(default_factory=load_shipped_weights)

    @property
    def lexicons(self) -> Mapping[str, Sequence[str]]:
        """The word lists, none without words."""
        return self.words.lexicons if self.words else {}

    def find_blanks(self, text: str) -> tuple[Span, ...]:
        """Return the character offsets of what was left to be filled in."""
        return find_blanks(text, self.lexicons.get("words-blank", ()))

    def parse_texts(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Yield the parse of each text, in order, batch by batch."""
        return iter(self.parse(texts)) if self.parse else self.nlp.pipe(texts, batch_size=BATCH_SIZE)

    def read(self, doc: Doc) -> Reading:
        """Read one parsed bullet."""
        (reading,) = self.read_all([doc])
        return reading

    def check_again(self, proposed: Sequence[Proposed]) -> list[tuple[Finding, ...]]:
        """Return what the rules find in rewrites with their blanks filled; all are parsed together."""
        docs = list(self.parse_texts(spell_plainly(item.text) for item in proposed))
        return [
            check_bullet(end_job(reading, item.ended), self.compiled, rules=item.rules)
            for item, reading in zip(proposed, self.read_all(docs), strict=True)
        ]


def analyse_bullets(analyser: Analyser, jobs: Iterable[Job]) -> Iterator[BulletReport]:
    """Yield one report per job, in order, without places and section; all go through one stream."""
    jobs = list(jobs)
    readings = read_texts(analyser, (job.text for job in jobs))
    return report_readings(analyser, zip(jobs, readings, strict=True))


def read_texts(
    analyser: Analyser, texts: Iterable[str], *, parses: Mapping[str, Doc] = NO_PARSES
) -> Iterator[Reading]:
    """Yield the reading of each text, in order; those of a batch are read together.

    `parses` are Docs that are there already, by their text.
    """
    texts = list(texts)
    blanks = [analyser.find_blanks(text) for text in texts]
    masked = [mask_blanks(text, spans) for text, spans in zip(texts, blanks, strict=True)]
    plain = list(map(spell_plainly, masked))
    parsed = analyser.parse_texts(text for text in plain if text not in parses)
    docs = (parses[text] if text in parses else next(parsed) for text in plain)
    sources = iter(zip(texts, blanks, masked, plain, strict=True))
    while batch := list(islice(docs, BATCH_SIZE)):
        for reading, (text, spans, shown, spelt) in zip(
            analyser.read_all(batch), islice(sources, len(batch)), strict=True
        ):
            if spelt != shown:
                reading = restore_spelling(reading, shown)
            yield restore_blanks(reading, text, spans) if spans else reading


def report_readings(analyser: Analyser, readings: Iterable[tuple[Job, Reading]]) -> Iterator[BulletReport]:
    """Yield one report per job and reading, in order, without places and section."""
    asked: dict[tuple[int, Kind], tuple[Rule, ...]] = {}
    secrets: dict[int, Secrets] = {}
    stream = iter(readings)
    while batch := list(islice(stream, BATCH_SIZE)):
        cases: list[Case] = []
        for job, reading in batch:
            reading = end_job(reading, ENDED[job.ended])
            if not job.judged:
                reading = Reading(reading.tokens, replace(reading.facts, foreign=True))
            if id(job.rules) not in secrets:
                secrets[id(job.rules)] = list_secrets(job.rules)
            # Before anything is said of it, so that no message can quote what is not shown.
            reading = cover_reading(reading, secrets[id(job.rules)])
            # Every bullet of a file has the same rules, one object, so that they are sorted out once a kind.
            key = id(job.rules), reading.facts.kind
            if key not in asked:
                asked[key] = tuple(
                    rule
                    for rule in job.rules
                    if rule.scope == "bullet" and reading.facts.kind in rule.applies_to
                )
            findings = check_bullet(reading, analyser.compiled, rules=asked[key], suggest=analyser.suggest)
            cases.append(Case(reading, drop_terms(job.text, findings, analyser.never_flag), job.rules))
        if analyser.propose:
            chosen = choose_rewrites(cases, analyser.propose, analyser.check_again)
        else:
            chosen = [Chosen(None, withhold_actions(case.findings)) for case in cases]
        for number, (job, _) in enumerate(batch):
            yield report_bullet(job, cases[number], chosen[number], analyser.weights)


def report_bullet(job: Job, case: Case, chosen: Chosen, weights: ScoreWeights) -> BulletReport:
    """Return the report of a bullet, with the rewrite that was chosen for it."""
    facts = case.reading.facts
    scored = job.rules if job.scored is None else job.scored
    parts = score_parts(facts, find_asked_parts(facts, scored, weights), weights)
    return BulletReport(
        text=facts.text,
        place=Place(),
        section=None,
        kind=facts.kind,
        lead=facts.lead,
        evidence=facts.evidence,
        findings=chosen.findings,
        rewrite=chosen.rewrite,
        score=add_parts(parts),
        metric=facts.metric,
        cost=facts.cost,
        fallback=facts.fallback,
        outcome_first=is_outcome_first(facts),
        decision=facts.decision,
        confidence=facts.confidence,
        asked=() if facts.foreign else find_asked(facts, scored),
        foreign=facts.foreign,
        world=facts.world,
        parts=parts,
    )


def end_job(reading: Reading, ended: Ended) -> Reading:
    """Return a reading whose facts say whether the job has ended."""
    return reading if ended == "unknown" else Reading(reading.tokens, replace(reading.facts, ended=ended))


@contextmanager
def forget_words(nlp: Language) -> Iterator[None]:
    """Drop at the end the words that a pipeline met inside; no parse from inside may be used after it.

    Otherwise it keeps every new word for good, and memory grows without end.
    """
    if nlp.vocab.in_memory_zone:  # type: ignore[attr-defined]
        yield
        return
    with nlp.memory_zone():
        yield
    lemmas = getattr(nlp.get_pipe("lemmatizer"), "cache", {}) if nlp.has_pipe("lemmatizer") else {}
    if len(lemmas) > MOST_LEMMAS:
        lemmas.clear()


def load_analyser(rules: Sequence[Rule], *, folders: Sequence[Path], settings: Settings) -> Analyser:
    """Return the pipeline with the rules compiled for it; raises PipelineError, RuleError."""
    from bulletlint.pipeline import load_pipeline

    try:
        nlp = load_pipeline(settings.model)
    except PipelineError as error:
        origin = settings.find_origin("model")
        if origin is None:
            raise
        raise PipelineError(error.message, path=origin.name, line=origin.line) from None
    return make_analyser(nlp, rules, folders=folders, settings=settings)


def make_analyser(
    nlp: Language,
    rules: Sequence[Rule],
    *,
    folders: Sequence[Path],
    settings: Settings,
    parse: Parse | None = None,
) -> Analyser:
    """Return a loaded pipeline with the rules compiled for it; raises PipelineError, RuleError.

    `parse` is given for a pipeline that is somebody else's, and parses texts in it.
    """
    from bulletlint.check.suggestions import find_result_verbs, load_choices, suggest_verbs
    from bulletlint.evidence import load_words, read_bullets
    from bulletlint.evidence.learned.network import UnknownReaderError
    from bulletlint.evidence.learned.reader import load_reader
    from bulletlint.pipeline.reader import find_choices, find_reader
    from bulletlint.rewrite import load_wordings, propose_rewrites
    from bulletlint.rewrite.slots.choice import make_choose

    words = load_words(folders, settings.lexicons)
    stored = find_reader(nlp)
    try:
        reader = load_reader(stored, folders) if stored else None
    except UnknownReaderError as error:
        raise PipelineError(
            f"the reader of the pipeline does not fit: {error}; reinstall bulletlint"
        ) from None
    compiled = compile_rules(rules, words)
    wordings = load_wordings(folders, words) if settings.rewrites else None
    trained = find_choices(nlp)
    choose = make_choose(trained, reader.weights) if trained and reader else None
    choices = load_choices(folders)

    def suggest(reading: Reading) -> tuple[str, ...]:
        return suggest_verbs(reading.facts, choices, find_result_verbs(reading.tokens, words))

    def propose(reading: Reading, findings: Sequence[Finding]) -> Iterator[Rewrite]:
        assert wordings is not None
        return propose_rewrites(
            reading, words, wordings,
            strength=settings.rewrite_strength, findings=findings, choose=choose,
            complete=settings.profile != DEFAULT_PROFILE,
        )  # fmt: skip

    return Analyser(
        nlp,
        compiled,
        lambda docs: read_bullets(docs, words, reader=reader),
        never_flag=settings.never_flag,
        words=words,
        wordings=wordings,
        suggest=suggest,
        weights=load_score_weights(folders),
        propose=propose if settings.rewrites else None,
        parse=parse,
    )


def drop_terms(text: str, findings: tuple[Finding, ...], terms: Sequence[str]) -> tuple[Finding, ...]:
    """Return the findings but for those that point inside one of the terms which are never flagged, in any case."""
    places = [
        match.span()
        for term in terms
        for match in re.finditer(rf"(?<!\w){re.escape(term)}(?!\w)", text, re.IGNORECASE)
    ]
    return tuple(
        finding
        for finding in findings
        if not any(start <= finding.start and finding.end <= end for start, end in places)
    )
