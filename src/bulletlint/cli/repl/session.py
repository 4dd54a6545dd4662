"""What the prompt remembers: the bullets by number, and what each new text does to them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bulletlint.cli.repl.overview import (
    MOST_SHOWN,
    describe_findings,
    describe_left_out,
    render_overview,
    summarise_bullets,
)
from bulletlint.cli.repl.past import MOST_STEPS, Step
from bulletlint.cli.repl.paste import read_paste
from bulletlint.cli.repl.revision import Revision, compare_findings
from bulletlint.core.document import Bullet, Document, Stretch
from bulletlint.core.errors import ConfigError
from bulletlint.core.finding import BulletReport, FileReport
from bulletlint.core.settings import Settings
from bulletlint.core.wording import count, list_numbers, wrap_words
from bulletlint.report.page_lines import is_left_out
from bulletlint.report.ranking import rank_findings
from bulletlint.report.text import render_bullet_body
from bulletlint.report.text_style import TextStyle

if TYPE_CHECKING:
    from bulletlint.lint.linter import Linter

#: The path that findings of pasted text have.
PASTED = "pasted"
#: From so many bullets on a person is told that it takes a moment.
MANY = 100


@dataclass(slots=True)
class Session:
    """The state of one prompt; it lives in memory only and is gone when the prompt is left.

    `latest` holds the numbers that a command without a number is about. `editing` is the bullet that `:edit` put
    into the line, and `draft` its text; `past` is what can be undone. `whole` says that every bullet is shown, however
    many there are, and `tell` shows a line while something takes long. `reading` is the profile that the latest text
    was read with and why, if the text decided that.
    """

    settings: Settings
    loading: Future[Linter]
    style: TextStyle
    bullets: dict[int, BulletReport] = field(default_factory=dict)
    latest: tuple[int, ...] = ()
    editing: int | None = None
    draft: str = ""
    past: tuple[Step, ...] = ()
    reading: str = ""
    done: bool = False
    whole: bool = False
    tell: Callable[[str], None] = lambda line: None

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
    """Return what is found in a document, and number its bullets.

    A bullet takes the place of another only where `:edit` or `:take` says so; one that is here already, word for word,
    keeps its number.
    """
    editing, session.editing = session.editing, None
    left_out = describe_left_out(document.left_out, session.style, whole=session.whole)
    lines: list[str] = []
    if editing is not None and len(document.bullets) != 1:
        held = count(len(document.bullets), "bullet") if document.bullets else "no bullet"
        said = f"[{editing}] stays as it was: an edit takes one bullet, this is {held}"
        lines += wrap_words(said, session.style.width)
        editing = None
    if not document.bullets:
        nothing = "there is no bullet in this; write what you did and what came of it"
        return "\n".join([*lines, *(left_out or [nothing])]) + "\n"
    if len(document.bullets) > MANY:
        session.tell(f"checking {count(len(document.bullets), 'bullet')} …")
    file = lint_bullets(session, document)
    session.reading = f"{file.profile}, because {file.profile_reason}" if file.profile_chosen else ""
    remember(session, f"edit of [{editing}]" if editing else f"paste of {count(len(file.bullets), 'bullet')}")
    befores = number_bullets(session, file.bullets, editing)
    if len(file.bullets) > MOST_SHOWN:
        latest = {number: choose_told(session, session.bullets[number]) for number in session.latest}
        lines += [*render_overview(latest, session.style, hint=not session.whole), ""]
    if len(file.bullets) <= MOST_SHOWN or session.whole:
        lines += render_blocks(session, befores)
    if len(file.bullets) > 1:
        of_page = [finding for finding in file.findings if not is_left_out(finding, file)]
        lines += describe_findings(rank_findings(of_page), session.style, whole=session.whole)
        if len(file.bullets) <= MOST_SHOWN:
            told = [choose_told(session, session.bullets[number]) for number in session.latest]
            lines.append(summarise_bullets(told))
        if session.reading:
            said = f"read with profile {session.reading}; :profile NAME chooses another"
            lines += wrap_words(said, session.style.width)
    return "\n".join([*lines, *left_out]) + "\n"


def remember(session: Session, change: str) -> None:
    """Keep the bullets as they are now, before a change, which is named in a few words."""
    step = Step(dict(session.bullets), session.latest, session.settings.profile, change)
    session.past = (*session.past[-MOST_STEPS + 1 :], step)


def restore(session: Session) -> Step:
    """Put the bullets back as they were before the latest change and return it; raises ConfigError if there is none.

    If the profile has changed meanwhile, they are checked again.
    """
    if not session.past:
        raise ConfigError("there is nothing to undo")
    *earlier, step = session.past
    session.past = tuple(earlier)
    session.bullets, session.latest = dict(step.bullets), step.latest
    if step.profile != session.settings.profile:
        lint_again(session)
    return step


def number_bullets(
    session: Session, bullets: Sequence[BulletReport], editing: int | None
) -> dict[int, BulletReport | None]:
    """Put bullets into the session; returns by number what was there before, None for a new one."""
    here: dict[str, list[int]] = {}
    for number, known in session.bullets.items():
        here.setdefault(known.text, []).append(number)
    befores: dict[int, BulletReport | None] = {}
    for bullet in bullets:
        same = here.get(bullet.text)
        number = editing or (same.pop(0) if same else session.next_number)
        befores[number] = session.bullets.get(number)
        session.bullets[number] = bullet
    session.latest = tuple(befores)
    return befores


def render_blocks(session: Session, befores: Mapping[int, BulletReport | None]) -> list[str]:
    """Return bullets under their numbers; with what was there before, also what an edit changed."""
    lines: list[str] = []
    asked: set[str] = set()
    for number, before in befores.items():
        told = choose_told(session, session.bullets[number])
        lines += render_numbered(number, told, before and choose_told(session, before), session.style, asked)
    return lines


def choose_told(session: Session, bullet: BulletReport) -> BulletReport:
    """Return a bullet with what is worth saying of it, as a check tells it; with all where the user named a profile."""
    if not session.reading:
        return bullet
    return replace(bullet, findings=tuple(item for item in bullet.findings if not item.unsaid))


def lint_bullets(session: Session, document: Document) -> FileReport:
    """Return the report of one document."""
    report = session.linter.lint_documents([replace(document, path=PASTED)])
    (file,) = report.files
    bullets = tuple(
        replace(bullet, findings=tuple(rank_findings(bullet.findings))) for bullet in file.bullets
    )
    return replace(file, bullets=bullets)


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


def choose_bullets(session: Session, argument: str) -> tuple[int, ...]:
    """Return the numbers of the bullets that a command is about: those named, else the latest; raises ConfigError."""
    if not session.bullets:
        raise ConfigError("there is no bullet yet; paste one first")
    if not argument:
        if len(session.latest) > MOST_SHOWN and not session.whole:
            raise ConfigError(
                f"the latest are {count(len(session.latest), 'bullet')}; name one by its number, or all"
            )
        return session.latest
    if argument == "all":
        return tuple(sorted(session.bullets))
    numbers = []
    for word in argument.replace(",", " ").split():
        if not word.isdecimal() or int(word) not in session.bullets:
            known = list_numbers(session.bullets)
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
    lint_again(session)


def lint_again(session: Session) -> None:
    """Check every bullet with the rules that are in force now."""
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
