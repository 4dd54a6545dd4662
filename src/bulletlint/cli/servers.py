"""The commands that serve other programs over standard input and output: editors, and agents."""

from __future__ import annotations

from pathlib import Path

import click

from bulletlint.cli.extras import refuse_without
from bulletlint.cli.options import settings_options


@click.command()
@click.option(
    "--stdio", is_flag=True, help="Talk over standard input and output; the only way, and the default."
)
@settings_options
def lsp(stdio: bool, profile: str | None, model: str | None, config_file: str | None, isolated: bool) -> None:
    """Serve an editor: findings as you type, rewrites and rule pages at the cursor.

    It speaks the Language Server Protocol. Editors start it themselves; docs/editors.md has the settings.
    """
    from bulletlint.cli.linters import Linters

    try:
        from bulletlint.cli.lsp.log import log_in_lines
        from bulletlint.cli.lsp.server import make_server
    except ImportError as error:
        refuse_without("lsp", error)
    linters = Linters(given={"profile": profile, "model": model}, config_file=config_file, isolated=isolated)
    log_in_lines()
    make_server(linters).start_io()


@click.command()
@settings_options
def mcp(profile: str | None, model: str | None, config_file: str | None, isolated: bool) -> None:
    """Serve an agent: lint, rewrite, prove, explain and drill as tools.

    It speaks the Model Context Protocol over standard input and output, opens no connection, and reads only files
    below the folder that it was started in. docs/agents.md has the settings.
    """
    from bulletlint.cli.linters import Linters

    try:
        from bulletlint.cli.mcp.server import make_server
    except ImportError as error:
        refuse_without("mcp", error)
    linters = Linters(given={"profile": profile, "model": model}, config_file=config_file, isolated=isolated)
    make_server(linters, Path.cwd()).run("stdio")
