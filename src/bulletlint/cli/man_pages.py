"""The manual pages of the commands, written from what click knows of them: docs/man, and share/man of a wheel."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import click

from bulletlint.cli.exit_code import EXIT_CODES
from bulletlint.core.version import __version__
from bulletlint.core.web_pages import REPOSITORY

_VARIABLES = (
    ("NO_COLOR, FORCE_COLOR", "No colour at all; colour also where the output is no terminal."),
    ("FORCE_HYPERLINK", "1: codes of rules are links to their pages; 0: never."),
    ("COLUMNS", "The width to fill."),
    ("BULLETLINT_CACHE_DIR", "Where what was found is kept for a later run."),
    ("BULLETLINT_DEBUG", "1: show where an error of the program comes from."),
)


def render_man_pages(group: click.Group, name: str = "bulletlint") -> dict[str, str]:
    """Return the page of a program and of each of its commands, in roff, by the name of its file."""
    pages = {f"{name}.1": render_group(group, name)}
    for word, command in sorted(group.commands.items()):
        # What a group lets its commands have, as their first run would give it to them: "-h" beside "--help".
        context = click.Context(command, info_name=f"{name} {word}", **group.context_settings)
        pages[f"{name}-{word}.1"] = render_command(command, context, name, word)
    return pages


def render_group(group: click.Group, name: str) -> str:
    """Return the page of the program: its commands, exit codes, variables and files."""
    lines = [*open_page(name, tell_first_sentence(group)), ".SH SYNOPSIS", f".B {escape(name)}"]
    lines += [r"\fICOMMAND\fR [\fIOPTION\fR]... [\fIPATH\fR]...", ".SH DESCRIPTION", *tell_help(group)]
    lines.append(".SH COMMANDS")
    for word, command in sorted(group.commands.items()):
        lines += [".TP", rf"\fB{escape(f'{name}-{word}')}\fR(1)", escape(tell_first_sentence(command))]
    lines += [".SH EXIT STATUS", *tell_terms(EXIT_CODES), ".SH ENVIRONMENT", *tell_terms(_VARIABLES)]
    files = "Settings: the nearest of these upwards, or [tool.bulletlint] in pyproject.toml."
    lines += [
        ".SH FILES",
        ".TP",
        r"\fIbulletlint.toml\fR, \fI.bulletlint.toml\fR, \fI.bulletlint.yaml\fR",
        files,
    ]
    return close_page(lines)


def render_command(command: click.Command, context: click.Context, name: str, word: str) -> str:
    """Return the page of a command: its synopsis, what it does, its options."""
    usage = " ".join(command.collect_usage_pieces(context))
    lines = [*open_page(f"{name}-{word}", tell_first_sentence(command)), ".SH SYNOPSIS"]
    lines += [
        rf"\fB{escape(f'{name} {word}')}\fR {escape(usage)}",
        ".SH DESCRIPTION",
        *tell_help(command),
        ".SH OPTIONS",
    ]
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and isinstance(parameter, click.Option):
            lines += [".TP", rf"\fB{escape(record[0])}\fR", escape(record[1])]
    lines += [".SH SEE ALSO", rf"\fB{escape(name)}\fR(1)"]
    return close_page(lines)


def open_page(name: str, purpose: str) -> Iterator[str]:
    """Yield the head of a page; without a date, so that it changes only with what it says."""
    yield f'.TH "{escape(name.upper())}" "1" "" "bulletlint {__version__}" "bulletlint"'
    yield ".SH NAME"
    yield rf"{escape(name)} \- {escape(purpose[:1].lower() + purpose[1:].rstrip('.'))}"


def close_page(lines: list[str]) -> str:
    """Return a page with what stands last in each."""
    return "\n".join([*lines, ".SH RESOURCES", escape(REPOSITORY)]) + "\n"


def tell_first_sentence(command: click.Command) -> str:
    """Return the first sentence of a command's help."""
    words = " ".join((command.help or "").split())
    return re.split(r"(?<=\.)\s", words)[0]


def tell_help(command: click.Command) -> Iterator[str]:
    """Yield the paragraphs of a command's help."""
    for number, paragraph in enumerate((command.help or "").strip().split("\n\n")):
        if number:
            yield ".PP"
        yield escape(" ".join(paragraph.split()))


def tell_terms(terms: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """Yield words, each with what it means."""
    for term, meaning in terms:
        yield from (".TP", rf"\fB{escape(term)}\fR", escape(meaning))


_SIGNS: Mapping[str, str] = {"\\": r"\e", "-": r"\-", "→": r"\(->", "…": "...", "“": r"\(lq", "”": r"\(rq"}


def escape(text: str) -> str:
    """Return a text in which nothing is a command of roff's; one that begins with a point or a quote is text, too."""
    written = "".join(_SIGNS.get(sign, sign) for sign in text)
    return r"\&" + written if written[:1] in (".", "'") else written
