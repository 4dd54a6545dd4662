"""Run the examples of rules through every text format, so that no rule is silently dead in one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bulletlint.check.file_facts import gather_document_facts
from bulletlint.check.file_rules import check_document
from bulletlint.core.document import Document
from bulletlint.core.errors import ReadError, RuleError
from bulletlint.core.places import find_line_starts
from bulletlint.core.rule import Example, Rule
from bulletlint.core.rules_folder import find_rules_folder, list_yaml
from bulletlint.core.settings import Settings
from bulletlint.core.wording import count
from bulletlint.lint.analysis import Analyser, Job, analyse_bullets, load_analyser
from bulletlint.lint.samples import WRAPPERS, wrap_bullets
from bulletlint.rulebook.load import load_rules

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many examples of how many rules ran in which formats, and one line per failure."""

    rules: int
    examples: int
    formats: tuple[str, ...]
    failures: tuple[str, ...]


def check_examples(folders: Sequence[Path] = (), *, settings: Settings | None = None) -> Outcome:
    """Run the examples of the rules in folders; if none is given, of the shipped rules and those of the settings.

    The settings' pipeline and lexicons count; what silences findings does not. Raises RuleError, PipelineError.
    """
    given = settings or Settings()
    shipped = find_rules_folder()
    chosen = tuple(folders) or (shipped, *given.rule_folders)
    places = {folder.resolve(): folder for folder in (shipped, *given.rule_folders, *chosen)}
    # A folder of the settings may hold lexicons only; one that was named is there for its rules.
    for folder in folders:
        if folder.is_dir() and not list_yaml(folder):
            raise RuleError(
                "no rule file in this folder; name a folder with rules (*.yaml)", path=str(folder)
            )
    rules = load_rules(chosen)
    counted = Settings(model=given.model, lexicons=given.lexicons, origins=given.origins)
    analyser = load_analyser(rules, folders=tuple(places.values()), settings=counted)
    failures = [*check_rules(rules, analyser), *check_formats(rules)]
    examples = sum(len(list_examples(rule)) for rule in rules)
    return Outcome(len(rules), examples, tuple(WRAPPERS), tuple(failures))


def list_examples(rule: Rule) -> tuple[tuple[str, Example], ...]:
    """Return a rule's examples with their group; what is `better` counts as good."""
    better = (
        replace(example, text=example.better, spans=(), better=None) for example in rule.bad if example.better
    )
    groups = (
        ("bad", rule.bad),
        ("better", tuple(better)),
        ("good", rule.good),
        ("missed", rule.missed),
        ("false_alarm", rule.false_alarm),
    )
    return tuple((group, example) for group, examples in groups for example in examples)


def check_rules(rules: Iterable[Rule], analyser: Analyser) -> list[str]:
    """Return a line for each example on which its rule does not do what the file says."""
    cases = [(rule, group, example) for rule in rules for group, example in list_examples(rule)]
    spans_of = run_examples([(rule, example) for rule, _, example in cases], analyser)
    failures = []
    fired: set[str] = set()
    for (rule, group, example), spans in zip(cases, spans_of, strict=True):
        if spans and group == "bad":
            fired.add(rule.code)
        complaint = judge_example(group, example, spans)
        if complaint:
            failures.append(f"{rule.path}:{example.line}: {rule.name}: {complaint}: {example.text}")
    failures += [
        f"{rule.path}:1: {rule.name}: no example fires this rule; fix the rule or its examples"
        for rule in rules
        if rule.code not in fired
    ]
    return failures


def run_examples(cases: Sequence[tuple[Rule, Example]], analyser: Analyser) -> list[Spans]:
    """Return the character offsets at which each rule's findings point in its example, in the order of the cases."""
    jobs = [Job(example.text, (rule,), example.ended) for rule, example in cases if rule.scope == "bullet"]
    reports = iter(analyse_bullets(analyser, jobs))
    return [
        tuple((finding.start, finding.end) for finding in next(reports).findings)
        if rule.scope == "bullet"
        else check_resume(rule, example.text, analyser)
        for rule, example in cases
    ]


def check_resume(rule: Rule, text: str, analyser: Analyser) -> Spans:
    """Return where a rule about a whole file points in a resume in Markdown or HTML, as offsets in it."""
    from bulletlint.read import read_bytes

    name = "resume.html" if text.lower().startswith("<!doctype html") else "resume.md"
    (document,) = read_bytes(text.encode("utf-8"), name=name)
    reports = list(analyse_bullets(analyser, [Job(bullet.text, ()) for bullet in document.bullets]))
    facts = gather_document_facts(document, reports, analyser.lexicons)
    starts = find_line_starts(document.source)

    def find_offset(line: int | None, column: int | None) -> int:
        return starts[(line or 1) - 1] + (column or 1) - 1

    places = [finding.place for finding in check_document(document, facts, (rule,))]
    return tuple(
        (find_offset(place.line, place.column), find_offset(place.end_line, place.end_column))
        for place in places
    )


def judge_example(group: str, example: Example, spans: Spans) -> str | None:
    """Return what is wrong with the places that a rule points at in an example, None if it is as the file says."""
    if group == "bad" and spans != example.spans:
        return (
            f"points at {quote_spans(example.text, spans)}, not at {quote_spans(example.text, example.spans)}"
        )
    if group in ("good", "better") and spans:
        return f"fires on a {group} example, at {quote_spans(example.text, spans)}"
    if group == "missed" and spans == example.spans:
        return "is no longer missed; move it to `bad`"
    if group == "false_alarm" and not spans:
        return "is no longer a false alarm; move it to `good`"
    return None


def quote_spans(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the words of spans in quotes, "nothing" for none."""
    return ", ".join(f'"{text[start:end]}"' for start, end in spans) or "nothing"


def check_formats(rules: Iterable[Rule]) -> list[str]:
    """Return a line for each example that does not arrive as the same bullet from every text format."""
    from bulletlint.read import FORMATS, read_bytes

    cases = [
        (rule, example) for rule in rules if rule.scope == "bullet" for _, example in list_examples(rule)
    ]
    failures = []
    for format in WRAPPERS:
        if format not in FORMATS:
            continue
        source = wrap_bullets([example.text for _, example in cases], format)
        suffix = FORMATS[format][0][0]
        try:
            documents: tuple[Document, ...] = read_bytes(source.encode("utf-8"), name=f"resume{suffix}")
        except ReadError as error:
            failures.append(f"{format}: the examples cannot be read ({error})")
            continue
        arrived = {bullet.text for document in documents for bullet in document.bullets}
        failures += [
            f"{rule.path}:{example.line}: {rule.name}: is not read as a bullet from {format}: {example.text}"
            for rule, example in cases
            if example.text not in arrived
        ]
    return failures


def render_outcome(outcome: Outcome) -> str:
    """Return the failures, one per line, and a line of figures."""
    lines = list(outcome.failures)
    counted = ((outcome.rules, "rule"), (outcome.examples, "example"), (len(outcome.formats), "format"))
    figures = ", ".join(count(number, noun) for number, noun in counted)
    failed = len(outcome.failures)
    lines.append(f"{figures}: {failed} failed" if failed else f"{figures}: all as the rule files say")
    return "\n".join(lines) + "\n"
