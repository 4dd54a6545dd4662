"""The page of all commands, options and exit codes, as Markdown, read off the commands themselves."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from bulletlint.cli.exit_code import EXIT_CODES


def render_reference(group: click.Group) -> str:
    """Return the page of a group of commands."""
    lines = [
        "# Commands",
        "",
        "Written by `python docs/build.py` from the commands; `bulletlint COMMAND --help` says the same.",
        "",
        "| command | does |",
        "|---|---|",
        *(
            f"| [`{name}`](#bulletlint-{name}) | {escape(command.get_short_help_str(200))} |"
            for name, command in sorted(group.commands.items())
        ),
        "",
        "## Exit codes",
        "",
        "| code | when |",
        "|---|---|",
        *(f"| {code} | {meaning} |" for code, meaning in EXIT_CODES),
    ]
    for name, command in sorted(group.commands.items()):
        lines += ["", f"## bulletlint {name}", "", *render_command(name, command)]
    return "\n".join(lines) + "\n"


def render_command(name: str, command: click.Command) -> Iterator[str]:
    """Yield the lines of a command: what it does, how it is called, its options."""
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        yield " ".join(paragraph.split())
        yield ""
    arguments = [describe_argument(param) for param in command.params if isinstance(param, click.Argument)]
    options = [param for param in command.params if isinstance(param, click.Option) and not param.hidden]
    yield "```"
    yield " ".join(["bulletlint", name, *(["[OPTIONS]"] if options else []), *arguments])
    yield "```"
    if options:
        yield from ("", "| option | meaning |", "|---|---|")
        for option in options:
            yield f"| `{escape(describe_option(option))}` | {escape(option.help or '')} |"


def describe_argument(argument: click.Argument) -> str:
    """Return an argument as a usage line has it."""
    name = argument.metavar or (argument.name or "").upper()
    if argument.nargs != 1 and not argument.metavar:
        name += "…"
    return name if argument.required else f"[{name}]"


def describe_option(option: click.Option) -> str:
    """Return the names of an option and what is given with it."""
    names = ", ".join((*option.opts, *option.secondary_opts))
    if option.is_flag or option.count:
        return names
    if option.metavar:
        return f"{names} {option.metavar}"
    if isinstance(option.type, click.Choice):
        return f"{names} {'|'.join(map(str, option.type.choices))}"
    return f"{names} {option.type.name.upper()}"


def escape(text: str) -> str:
    """Return a text as a cell of a table."""
    return " ".join(text.split()).replace("|", "\\|")
