"""The rows that a resume gives in the three tables; no word of it is in them unless that is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bulletlint.check.score import score_resume
from bulletlint.cohort.names import Names
from bulletlint.cohort.people import NOBODY, Person
from bulletlint.cohort.reasons import give_reason, strip_path
from bulletlint.cohort.tables.columns import Row, TableName
from bulletlint.core.document import Place
from bulletlint.core.finding import SEVERITIES, BulletReport, FileReport, Finding
from bulletlint.core.lexicon import load_lexicons
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.report.ranking import choose_first

#: Word lists whose entries may be shown as lead verbs, since a closed list tells nothing of a person; an entry of
#: FORMS_LIST is a verb followed by its forms.
VERB_LISTS, FORMS_LIST = "verbs-", "irregular-verbs"
Rows = dict[TableName, list[Row]]


@dataclass(frozen=True, slots=True)
class Showing:
    """What the tables may show: lead verbs out of `verbs`; words of the resume and paths only where it is said."""

    names: Names
    verbs: frozenset[str]
    text: bool = False
    paths: bool = False


def load_verbs() -> frozenset[str]:
    """Return every verb of the shipped word lists; raises RuleError."""
    lexicons = load_lexicons([find_rules_folder()])
    listed = {entry for name, entries in lexicons.items() if name.startswith(VERB_LISTS) for entry in entries}
    return frozenset(listed | {entry.split(" ", 1)[0] for entry in lexicons[FORMS_LIST]})


def build_rows(resume: str, files: Sequence[FileReport], showing: Showing, person: Person = NOBODY) -> Rows:
    """Return the rows of a resume, by table; `files` are its report and those of the files that it includes."""
    bullets = [(at, bullet) for at, file in enumerate(files) for bullet in file.bullets]
    first = {id(bullet): rank for rank, bullet in enumerate(choose_first([one for _, one in bullets]), 1)}
    rows: Rows = {"resumes": [], "bullets": [], "findings": []}
    for number, (at, bullet) in enumerate(bullets, 1):
        where = {"resume": resume, "bullet": number, "file": at}
        rows["bullets"].append(where | build_bullet(bullet, showing) | {"first": first.get(id(bullet))})
        rows["findings"] += [where | build_finding(finding, showing) for finding in bullet.findings]
    for at, file in enumerate(files):
        where = {"resume": resume, "bullet": None, "file": at}
        rows["findings"] += [where | build_finding(finding, showing) for finding in file.findings]
    rows["resumes"].append(build_resume(resume, files, rows, showing, person))
    return rows


def build_resume(
    resume: str, files: Sequence[FileReport], rows: Rows, showing: Showing, person: Person
) -> Row:
    """Return the row of a resume; `rows` are those of its bullets and findings."""
    main = files[0]
    severities = [row["severity"] for row in rows["findings"]]
    bullets = [bullet for file in files for bullet in file.bullets]
    counts = {f"{severity}s": severities.count(severity) for severity in SEVERITIES}
    return {
        "resume": resume,
        "id": person.id,
        "programme": person.programme,
        "year": person.year,
        "advisor": person.advisor,
        "path": main.path if showing.paths else None,
        "format": main.format,
        "profile": main.profile or None,
        "error": strip_path(main) if showing.text else give_reason(main),
        "judged": None if main.error is not None else not main.doubt,
        "bullets": len(bullets),
        "score": score_resume([bullet.score for bullet in bullets]),
        **counts,
        "digest": showing.names.name_words("\n".join(bullet.text for bullet in bullets)) if bullets else None,
    }


def build_bullet(bullet: BulletReport, showing: Showing) -> Row:
    """Return what is known of a bullet."""
    lead = bullet.lead
    labels = {evidence.label for evidence in bullet.evidence}
    return {
        **build_place(bullet.place),
        "kind": bullet.kind,
        "lead_verb": name_verb(lead.lemma, showing.verbs) if lead else None,
        "lead_class": lead.lead_class if lead else "none",
        "metric": bullet.metric,
        "cost": bullet.cost,
        "fallback": bullet.fallback,
        "signal": "monitoring" in labels,
        "outcome_first": bullet.outcome_first,
        "decision": bullet.decision,
        "world": bullet.world,
        "evidence": list_labels(bullet),
        "asked": list(bullet.asked),
        "foreign": bullet.foreign,
        "score": bullet.score,
        "characters": len(bullet.text),
        "digest": showing.names.name_words(bullet.text),
        "text": bullet.text if showing.text else None,
        "rewrite": bullet.rewrite.text if showing.text and bullet.rewrite else None,
    }


def list_labels(bullet: BulletReport) -> list[str]:
    """Return the labels of a bullet's evidence in the order of the text, each once."""
    pieces = sorted(bullet.evidence, key=lambda item: (item.start, item.end, item.label))
    return list(dict.fromkeys(piece.label for piece in pieces))


def build_finding(finding: Finding, showing: Showing) -> Row:
    """Return what is known of a finding."""
    return {
        **build_place(finding.place),
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity,
        "action": finding.action,
        "grouped": finding.grouped,
        "start": finding.start,
        "end": finding.end,
        "message": finding.message if showing.text else None,
    }


def build_place(place: Place) -> Row:
    """Return where something stands; a JSON pointer is left out, since its keys are words of the file."""
    return {
        "line": place.line,
        "column": place.column,
        "page": place.page,
        "paragraph": place.paragraph,
    }


def name_verb(lemma: str, verbs: frozenset[str]) -> str | None:
    """Return a lead verb that is in a word list ("roll out", else its first word "roll"), None for any other."""
    lemma = lemma.lower()
    return next((word for word in (lemma, lemma.split(" ", 1)[0]) if word in verbs), None)
