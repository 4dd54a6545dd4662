"""The command line. Commands import what they need when they run, so that `--help` stays quick."""

from __future__ import annotations

import atexit
import errno
import gc
import os
import sys
from typing import NoReturn

import click

from bulletlint.cli.check import check
from bulletlint.cli.cohort import cohort
from bulletlint.cli.comparing import compare
from bulletlint.cli.completion import completion
from bulletlint.cli.drilling import drill
from bulletlint.cli.installation import doctor, init, show_config
from bulletlint.cli.rewriting import repl, rewrite
from bulletlint.cli.rules import explain, list_rules, test_rules
from bulletlint.cli.servers import lsp, mcp
from bulletlint.cli.signs import use_plain_signs
from bulletlint.core.errors import BulletlintError, describe_failure
from bulletlint.core.version import __version__

#: What the system says where an output cannot be written: a full disk or quota, a closed stream, a broken device.
UNWRITABLE = frozenset(
    getattr(errno, name) for name in ("ENOSPC", "EDQUOT", "EFBIG", "EBADF", "EIO") if hasattr(errno, name)
)
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(context_settings=CONTEXT)
@click.version_option(__version__, prog_name="bulletlint")
def commands() -> None:
    """Lint a resume the way a hiring committee for AI product roles reads it.

    Every bullet answers: what improved and by how much, at what cost, and what happens when it breaks.
    """


for command in (
    check,
    cohort,
    compare,
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


def run_command(arguments: list[str] | None) -> int:
    """Run a command and return its exit code; a wrong option is an error of click's, shown as it does."""
    try:
        code = commands.main(arguments, prog_name="bulletlint", standalone_mode=False)
        if not sys.stdout.closed:  # a server closes it when its client is gone
            sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort as abort:
        # Ctrl-C, which click takes together with the end of what is typed.
        return getattr(abort.__cause__, "exit_code", 130)
    return code if isinstance(code, int) else 0


def open_closed_streams() -> None:
    """Give a standard stream that the caller has closed back to the process, so that no other file takes its number.

    Nothing comes from it, and whatever is written to it fails, as it did before.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is not None:
            continue
        try:
            os.fstat(number)
        except OSError:
            flags = os.O_WRONLY if name == "stderr" else os.O_RDONLY
            handle = os.open(os.devnull, flags)
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, open(handle, mode, encoding="utf-8", errors="backslashreplace"))  # noqa: SIM115


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit; every error is one line on standard error."""
    # Importing and loading make a million objects that stay; looking for garbage among them costs a tenth of the time.
    gc.set_threshold(100_000, 20, 20)
    # And a last look among them, when the process ends anyway, costs another tenth.
    atexit.register(gc.freeze)
    # A resume is too little for the threads of numeric libraries, and with them no process could be forked.
    for name in ("OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
        os.environ.setdefault(name, "1")
    open_closed_streams()
    use_plain_signs()
    try:
        sys.exit(run_command(arguments))
    except BulletlintError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(error.exit_code)
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not stands_in_folder():
            click.echo("error: the current folder has been deleted; change to one that exists", err=True)
            sys.exit(2)
        if error.errno not in UNWRITABLE:
            fail(error)
        from bulletlint.report.outlet import discard_output

        discard_output()
        click.echo(f"error: cannot write the output ({error.strerror}); check where it goes", err=True)
        sys.exit(2)
    except Exception as error:
        fail(error)


def stands_in_folder() -> bool:
    """Tell whether the current folder still exists."""
    try:
        os.getcwd()
    except FileNotFoundError:
        return False
    return True


def fail(error: Exception) -> NoReturn:
    """Report an error that is ours in one line, and exit; raises it again if that is asked for."""
    if os.environ.get("BULLETLINT_DEBUG"):
        raise error
    click.echo(f"error: {describe_failure(error)}", err=True)
    sys.exit(2)
