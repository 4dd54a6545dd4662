"""The commands of the prompt, each a row of COMMANDS and a function from session and argument to text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from bulletlint.cli.repl.overview import render_row, summarise_bullets
from bulletlint.cli.repl.session import (
    Session,
    change_profile,
    choose_bullets,
    lint_bullets,
    lint_paste,
    make_document,
    remember,
    render_blocks,
    restore,
)
from bulletlint.cli.repl.tree import render_facts, render_tree
from bulletlint.core.errors import ConfigError
from bulletlint.report.paint import fit_lines
from bulletlint.report.text import render_rewrite


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name after the colon, its argument as the help shows it, what it does."""

    name: str
    argument: str
    summary: str
    run: Callable[[Session, str], str]


def answer(session: Session, text: str) -> str:
    """Return the answer to a line or a pasted text; raises BulletlintError for what cannot be done."""
    line = text.strip()
    if not line:
        return leave_edit(session)
    if line in ("?", "help", "quit", "exit"):
        line = ":help" if line in ("?", "help") else ":quit"
    if not line.startswith(":") or "\n" in line:
        return lint_paste(session, text)
    name, _, argument = line[1:].partition(" ")
    command = find_command(name)
    return leave_edit(session) + command.run(session, argument.strip())


def leave_edit(session: Session) -> str:
    """End an edit that was begun and not finished; says so, since the next text is a bullet of its own then."""
    number, session.editing = session.editing, None
    return "" if number is None else f"[{number}] stays as it was\n"


def find_command(name: str) -> Command:
    """Return a command by its name or its first letters; raises ConfigError that names the nearest one."""
    fitting = [command for command in COMMANDS if name and command.name.startswith(name)]
    exact = [command for command in fitting if command.name == name]
    if len(exact or fitting) == 1:
        return (exact or fitting)[0]
    if fitting:
        either = " or ".join(f":{command.name}" for command in fitting)
        raise ConfigError(f"`:{name}` may be {either}; type more letters")
    from bulletlint.core.strict_yaml import hint_near

    raise ConfigError(f"unknown command `:{name}`; {hint_near(name, [command.name for command in COMMANDS])}")


def is_command(line: str) -> bool:
    """Tell whether a line is a command by its full name; ":Date: 2020" is a line of a resume."""
    name = line[1:].split(maxsplit=1)[:1] if line.startswith(":") else []
    return bool(name) and any(command.name == name[0] for command in COMMANDS)


def complete(
    line: str, *, rules: Collection[str], profiles: Collection[str], bullets: Collection[int]
) -> list[str]:
    """Return the words that may stand at the end of a line: commands, then rules, profiles or bullets by number."""
    if not line.startswith(":") or "\n" in line:
        return []
    name, blank, argument = line[1:].partition(" ")
    if not blank:
        return [f":{command.name}" for command in COMMANDS if command.name.startswith(name)]
    numbers = ["all", *map(str, sorted(bullets))]
    words: dict[str, Collection[str]] = {"explain": sorted({*rules, "score"}), "profile": sorted(profiles)}
    known = words.get(
        name, numbers if any(row.name == name and row.argument == "[N]" for row in COMMANDS) else ()
    )
    begun = argument.rpartition(" ")[2].lower()
    return [word for word in known if word.lower().startswith(begun)]


def explain_rule(session: Session, argument: str) -> str:
    """Return a rule's page; without an argument, the pages of the rules that the latest bullets broke."""
    from bulletlint.check.score_weights import load_score_weights
    from bulletlint.report.paint import paint_page
    from bulletlint.report.rule_page import PAGE_WIDTH, find_rule, render_page
    from bulletlint.report.score_page import render_score_page

    width = min(PAGE_WIDTH, session.style.width)

    rules = session.linter.rulebook.rules
    if argument == "score":
        return paint_page(
            render_score_page(load_score_weights(session.linter.rulebook.folders)), session.style
        )
    if argument:
        return paint_page(render_page(find_rule(argument, rules), width=width), session.style)
    broken = {finding.code for number in session.latest for finding in session.bullets[number].findings}
    if not broken:
        raise ConfigError("name a rule by code or name, such as :explain weak-verb")
    pages = "\n".join(render_page(rule, width=width) for rule in rules if rule.code in broken)
    return paint_page(pages, session.style)


def show_reasons(session: Session, argument: str) -> str:
    """Return the parse of bullets as trees, and their evidence with the pattern that found it."""
    numbers = choose_bullets(session, argument)
    analyser = session.linter.load_analyser()
    parts = []
    for number in numbers:
        doc = analyser.nlp(session.bullets[number].text)
        tree = render_tree(doc, unicode=session.style.unicode)
        facts = render_facts(analyser.read(doc).facts)
        fitted = "\n".join(fit_lines(facts, session.style.width))
        parts.append(f"[{number}]\n{tree}\n{fitted}")
    return "\n".join(parts)


def show_rewrites(session: Session, argument: str) -> str:
    """Return the rewrites of bullets, with the question of each open slot."""
    lines: list[str] = []
    for number in choose_bullets(session, argument):
        bullet = session.bullets[number]
        if bullet.rewrite is None:
            reason = "there is no rewrite in your own words" if bullet.findings else "nothing to rewrite"
            lines.append(f"[{number}] {reason}")
            continue
        lines += [f"[{number}]", *render_rewrite(bullet.rewrite, session.style)]
        for slot in bullet.rewrite.slots:
            lines += fit_lines(f"  ? {slot.label}: {slot.question}", session.style.width)
    return "\n".join(lines) + "\n"


def fit_page(session: Session, lines: Sequence[str]) -> str:
    """Return lines as a page whose long ones are broken at words."""
    return "\n".join(row for line in lines for row in fit_lines(line, session.style.width)) + "\n"


def ask_questions(session: Session, argument: str) -> str:
    """Return what a hard interviewer would ask about the weakest link of bullets, and the follow-up question."""
    from bulletlint.core.finding import FileReport, Report
    from bulletlint.report.drill import drill_report, load_wording

    numbers = choose_bullets(session, argument)
    linter = session.linter
    files = tuple(FileReport(str(number), "plain", None, (session.bullets[number],)) for number in numbers)
    report = Report(linter.tool, files)
    wording = load_wording(linter.rulebook.folders)
    drills = {drill.path: drill for drill in drill_report(report, wording)}
    lines: list[str] = []
    for number in numbers:
        lines.append(f"[{number}] {session.bullets[number].text}")
        drill = drills.get(str(number))
        if drill is None:
            lines.append("  there is no claim to ask about")
        else:
            lines += [f"  {drill.link}: {drill.question}", f"  then: {drill.follow_up}"]
    return fit_page(session, lines)


def show_bullets(session: Session, argument: str) -> str:
    """Return bullets with all that was found in them, and their rewrites."""
    numbers = choose_bullets(session, argument)
    return "\n".join(render_blocks(session, dict.fromkeys(numbers))) + "\n"


def undo(session: Session, argument: str) -> str:
    """Take the latest change back: a paste, an edit, `:clear`; raises ConfigError if there is none."""
    step = restore(session)
    left = summarise_bullets(list(session.bullets.values())) if session.bullets else "no bullet is left"
    return f"undone: {step.change}; {left}\n"


def set_profile(session: Session, argument: str) -> str:
    """Change the profile and check all bullets again; without an argument, name the one in force."""
    if not argument:
        reading = f": the latest text was read with {session.reading}" if session.reading else ""
        return fit_page(session, [f"profile {session.settings.profile}{reading}"])
    change_profile(session, argument)
    bullets = [session.bullets[number] for number in sorted(session.bullets)]
    again = f"; {summarise_bullets(bullets)}" if bullets else ""
    return f"profile {argument}{again}\n"


def list_bullets(session: Session, argument: str) -> str:
    """Return two lines per bullet: number, score and text, and the codes of its findings."""
    choose_bullets(session, "all")
    rows = sorted(session.bullets.items())
    return "".join(
        f"{line}\n" for number, bullet in rows for line in render_row(number, bullet, session.style)
    )


def edit_bullet(session: Session, argument: str) -> str:
    """Put a bullet into the line for editing; the next text is its new version."""
    number = choose_bullets(session, argument)[-1]
    session.editing, session.draft = number, session.bullets[number].text
    return ""


def take_rewrite(session: Session, argument: str) -> str:
    """Put a bullet's rewrite into the line, for its open slots to be filled; raises ConfigError if it has none."""
    number = choose_bullets(session, argument)[-1]
    rewrite = session.bullets[number].rewrite
    if rewrite is None:
        raise ConfigError(f"bullet {number} has no rewrite; use :edit {number} to edit the bullet itself")
    session.editing, session.draft = number, rewrite.text
    return ""


def forget_bullets(session: Session, argument: str) -> str:
    """Forget all bullets and begin again with number 1."""
    if session.bullets:
        remember(session, ":clear")
    session.bullets, session.latest = {}, ()
    return "all bullets forgotten\n"


def save_bullets(session: Session, argument: str) -> str:
    """Write the current bullets to a file, as a Markdown list, or as a JSON report if its name ends in .json.

    Raises ConfigError if the file exists or cannot be written.
    """
    if not argument:
        raise ConfigError("name a file, such as :save bullets.md")
    numbers = choose_bullets(session, "all")
    path = Path(argument).expanduser()
    bullets = [session.bullets[number] for number in numbers]
    if path.suffix.lower() == ".json":
        from bulletlint.core.finding import Report
        from bulletlint.report.json import render_json

        tool = session.linter.tool
        text = render_json(Report(tool, (lint_bullets(session, make_document(bullets)),)))
    else:
        text = "".join(f"- {bullet.text}\n" for bullet in bullets)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise ConfigError("this file exists; choose another name", path=argument) from None
    except OSError as error:
        raise ConfigError(
            f"cannot be written ({error.strerror}); choose another place", path=argument
        ) from None
    return f"{len(bullets)} bullet{'s' if len(bullets) != 1 else ''} saved in {argument}\n"


def show_help(session: Session, argument: str) -> str:
    """Return the commands and keys."""
    calls = [f":{command.name} {command.argument}".rstrip() for command in COMMANDS]
    width = max(map(len, calls))
    lines = ["Paste or type a bullet, or a whole list in any mark-up, and press Enter.", ""]
    lines += [f"  {call:<{width}}  {command.summary}" for call, command in zip(calls, COMMANDS, strict=True)]
    lines += ["", *describe_keys(width)]
    return fit_page(session, lines)


def describe_keys(width: int) -> Sequence[str]:
    keys = (
        ("Up, Down", "earlier lines; they are kept in memory only"),
        ("Tab", "complete a command, a rule, a profile"),
        ("Alt-Enter", "a new line without sending"),
        ("Ctrl-C", "clear the line"),
        ("Ctrl-D", "leave"),
    )
    return [f"  {key:<{width}}  {summary}" for key, summary in keys]


def leave(session: Session, argument: str) -> str:
    """End the session."""
    session.done = True
    return ""


COMMANDS: tuple[Command, ...] = (
    Command(
        "edit", "[N]", "put a bullet into the input line, change it, see what the change did", edit_bullet
    ),
    Command("show", "[N]", "a bullet with all that was found in it", show_bullets),
    Command("rewrite", "[N]", "the rewrite, and the question of each open slot", show_rewrites),
    Command("take", "[N]", "put the rewrite into the input line, and fill its open slots", take_rewrite),
    Command("drill", "[N]", "what a hard interviewer would ask about the weakest link", ask_questions),
    Command(
        "why", "[N]", "the parse as a tree, and the evidence with the pattern that found it", show_reasons
    ),
    Command("explain", "[RULE]", "a rule's page, by code or name", explain_rule),
    Command("undo", "", "take the latest change back", undo),
    Command("list", "", "all bullets so far", list_bullets),
    Command("profile", "[NAME]", "check all bullets again with another profile", set_profile),
    Command(
        "save", "FILE", "write the bullets to a new file; a report if its name ends in .json", save_bullets
    ),
    Command("clear", "", "forget all bullets", forget_bullets),
    Command("help", "", "this help", show_help),
    Command("quit", "", "leave", leave),
)
