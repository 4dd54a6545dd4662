"""What the prompt remembers: the bullets by number, and what each new text does to them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bulletlint.cli.repl.paste import read_paste
from bulletlint.cli.repl.revision import Revision, compare_findings, find_earlier
from bulletlint.core.document import Bullet, Document, Stretch
from bulletlint.core.errors import ConfigError
from bulletlint.core.finding import BulletReport, FileReport, Finding
from bulletlint.core.settings import Settings
from bulletlint.core.wording import count, wrap_words
from bulletlint.report.text import TextStyle, render_bullet_body

if TYPE_CHECKING:
    from bulletlint.lint.linter import Linter

#: The path that findings of pasted text have.
PASTED = "pasted"


@dataclass(slots=True)
class Session:
    """The state of one prompt; it lives in memory only and is gone when the prompt is left.

    `latest` holds the numbers that a command without a number is about. `editing` is the bullet that `:edit` put
    into the line, and `draft` its text. `last_file` is the report of the latest paste.
    """

    settings: Settings
    loading: Future[Linter]
    style: TextStyle
    bullets: dict[int, BulletReport] = field(default_factory=dict)
    latest: tuple[int, ...] = ()
    editing: int | None = None
    draft: str = ""
    done: bool = False

    @property
    def linter(self) -> Linter:
        """The linter, as soon as it is loaded; raises BulletlintError if it could not be."""
        return self.loading.result()

    @property
    def next_number(self) -> int:
        return max(self.bullets, default=0) + 1


def choose_style(colour: str) -> TextStyle:
    """Return how to print: the terminal's width, the chosen colour, characters that the output can show."""
    from bulletlint.report.style import find_width, wants_colour

    terminal = sys.stdout.isatty()
    return TextStyle(
        width=find_width(terminal=terminal),
        colour=wants_colour(colour, terminal=terminal),
        unicode=(sys.stdout.encoding or "ascii").lower().startswith("utf"),
    )


def lint_paste(session: Session, text: str) -> str:
    """Return what is found in a pasted or edited text; raises ReadError, PipelineError, RuleError."""
    return lint_document(session, read_paste(text))


def lint_document(session: Session, document: Document) -> str:
    """Return what is found in a document, and number its bullets; a new version of a bullet keeps its number."""
    editing, session.editing = session.editing, None
    if not document.bullets:
        return explain_nothing(document)
    file = lint_bullets(session, document)
    lines: list[str] = []
    asked: set[str] = set()
    earlier = dict(session.bullets)
    numbers = []
    for bullet in file.bullets:
        number = editing if editing in earlier else None
        number = number or find_earlier(bullet.text, {key: known.text for key, known in earlier.items()})
        editing = None
        before = earlier.pop(number) if number is not None else None
        number = number or session.next_number
        lines += render_numbered(number, bullet, before, session.style, asked)
        session.bullets[number] = bullet
        numbers.append(number)
    session.latest = tuple(numbers)
    if len(numbers) > 1:
        lines += [describe_finding(finding) for finding in file.findings]
        lines.append(summarise_bullets([session.bullets[number] for number in numbers]))
    lines += [f"not a bullet ({line.reason}): {line.text[:60]}" for line in document.left_out]
    return "\n".join(lines) + "\n"


def lint_bullets(session: Session, document: Document) -> FileReport:
    """Return the report of one document."""
    report = session.linter.lint_documents([replace(document, path=PASTED)])
    return report.files[0]


def explain_nothing(document: Document) -> str:
    """Say why a text has no bullet to lint."""
    lines = [f"not a bullet ({line.reason}): {line.text[:60]}" for line in document.left_out]
    return "\n".join(lines or ["there is no bullet in this; write what you did and what came of it"]) + "\n"


def render_numbered(
    number: int, bullet: BulletReport, before: BulletReport | None, style: TextStyle, asked: set[str]
) -> list[str]:
    """Return a bullet under its number, after an edit with what the edit changed."""
    score = "" if bullet.score is None else f"  score {bullet.score}"
    lines = [style.paint(f"[{number}]", "1") + style.paint(score, "2")]
    lines += render_bullet_body(bullet, style, asked)
    if before is not None and before.text != bullet.text:
        lines += render_change(compare_findings(before, bullet), style)
    elif not bullet.findings:
        lines.append("  " + style.paint("no findings", "32"))
    lines.append("")
    return lines


def render_change(change: Revision, style: TextStyle) -> list[str]:
    """Return what an edit changed: findings that are gone, new or still there, and the score."""
    rows = [("gone", change.gone, "32"), ("came", change.came, "31"), ("still", change.stayed, "2")]
    if change.score_before is not None and change.score_after is not None:
        arrow = "→" if style.unicode else "->"
        rows.append(("score", (f"{change.score_before} {arrow} {change.score_after}",), ""))
    lines = []
    for word, names, colour in rows:
        for number, line in enumerate(wrap_words(", ".join(names), style.width - 9) if names else ()):
            head = "" if number else word
            lines.append(f"  {style.paint(f'{head:<5}', colour) if colour else f'{head:<5}'}  {line}")
    if not change.came and not change.stayed:
        lines.append("  " + style.paint("no findings left", "32"))
    return lines


def describe_finding(finding: Finding) -> str:
    """Return one line for a finding about all the bullets together."""
    return f"{finding.severity}  {finding.code}  {finding.rule}  {finding.message}"


def summarise_bullets(bullets: Sequence[BulletReport]) -> str:
    """Return one line: how many bullets, how many findings, which score on average."""
    scores = [bullet.score for bullet in bullets if bullet.score is not None]
    findings = sum(len(bullet.findings) for bullet in bullets)
    said = count(findings, "finding") if findings else "no findings"
    score = f"; score {round(sum(scores) / len(scores))} of 100" if scores else ""
    return f"{count(len(bullets), 'bullet')}: {said}{score}"


def choose_bullets(session: Session, argument: str) -> tuple[int, ...]:
    """Return the numbers of the bullets that a command is about: those named, else the latest; raises ConfigError."""
    if not session.bullets:
        raise ConfigError("there is no bullet yet; paste one first")
    if not argument:
        return session.latest
    if argument == "all":
        return tuple(sorted(session.bullets))
    numbers = []
    for word in argument.replace(",", " ").split():
        if not word.isdecimal() or int(word) not in session.bullets:
            known = ", ".join(map(str, sorted(session.bullets)))
            raise ConfigError(f"unknown bullet `{word}`; write all or one of {known}")
        numbers.append(int(word))
    return tuple(numbers)


def change_profile(session: Session, name: str) -> None:
    """Check every bullet again with another profile; raises ConfigError for an unknown one."""
    from bulletlint.lint.linter import Linter

    settings = replace(session.settings, profile=name, origins={})
    linter = Linter(settings, analyser=session.linter.load_analyser())
    loaded: Future[Linter] = Future()
    loaded.set_result(linter)
    session.settings, session.loading = settings, loaded
    numbers = sorted(session.bullets)
    if numbers:
        document = make_document([session.bullets[number] for number in numbers])
        session.bullets = dict(zip(numbers, lint_bullets(session, document).bullets, strict=True))


def make_document(bullets: Sequence[BulletReport]) -> Document:
    """Return a plain document of the bullets' texts, one per line."""
    source = "".join(f"{bullet.text}\n" for bullet in bullets)
    found = []
    start = 0
    for bullet in bullets:
        end = start + len(bullet.text)
        found.append(Bullet(bullet.text, (Stretch(bullet.text, start, end),), bullet.section))
        start = end + 1
    return Document(PASTED, "plain", source, tuple(found))
