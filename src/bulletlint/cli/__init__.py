"""The command line. Commands import what they need when they run, so that `--help` stays quick."""

from __future__ import annotations

import atexit
import gc
import os
import sys

import click

from bulletlint.cli.check import check
from bulletlint.cli.completion import completion
from bulletlint.cli.drilling import drill
from bulletlint.cli.installation import doctor, init, show_config
from bulletlint.cli.rewriting import repl, rewrite
from bulletlint.cli.rules import explain, list_rules, test_rules
from bulletlint.cli.servers import lsp, mcp
from bulletlint.cli.signs import use_plain_signs
from bulletlint.core.errors import BulletlintError
from bulletlint.core.version import __version__

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(context_settings=CONTEXT)
@click.version_option(__version__, prog_name="bulletlint")
def commands() -> None:
    """Lint a resume the way a hiring committee for AI product roles reads it.

    Every bullet answers: what improved and by how much, at what cost, and what happens when it breaks.
    """


for command in (
    check,
    completion,
    show_config,
    doctor,
    drill,
    explain,
    init,
    lsp,
    mcp,
    repl,
    rewrite,
    list_rules,
    test_rules,
):
    commands.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit; every error is one line on standard error."""
    # Importing and loading make a million objects that stay; looking for garbage among them costs a tenth of the time.
    gc.set_threshold(100_000, 20, 20)
    # And a last look among them, when the process ends anyway, costs another tenth.
    atexit.register(gc.freeze)
    # A resume is too little for the threads of numeric libraries, and with them no process could be forked.
    for name in ("OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
        os.environ.setdefault(name, "1")
    use_plain_signs()
    try:
        commands(arguments, prog_name="bulletlint")
    except BulletlintError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(error.exit_code)
    except Exception as error:
        if os.environ.get("BULLETLINT_DEBUG"):
            raise
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        click.echo(f"error: bulletlint itself failed ({reason}); BULLETLINT_DEBUG=1 shows where", err=True)
        sys.exit(2)
