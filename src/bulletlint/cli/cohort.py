"""The command `cohort`: thousands of resumes as tables and one page."""

from __future__ import annotations

from pathlib import Path

import click

from bulletlint.cli.check import read_jobs
from bulletlint.cli.completion import complete_profile, complete_rules
from bulletlint.cli.input import split_names


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--output", required=True, metavar="DIR", type=click.Path(file_okay=False), help="Write into this folder."
)
@click.option(
    "--paths-from",
    metavar="FILE",
    type=click.Path(),
    help="Read the paths from this file, one in a line; - is standard input.",
)
@click.option(
    "--id-csv",
    metavar="FILE",
    type=click.Path(),
    help="Your own list of people: path, id, programme, year, advisor; never names.",
)
@click.option(
    "--format",
    type=click.Choice(["parquet", "csv"]),
    default="parquet",
    help="Format of the tables (parquet).",
)
@click.option("--shard", metavar="N/TOTAL", help="Do only this share of the files, as 3/20.")
@click.option("--merge", "merging", is_flag=True, help="Put the shards in the output folder together.")
@click.option(
    "--since", metavar="DIR", type=click.Path(), help="Say on the page what has changed since this cohort."
)
@click.option("--handouts", is_flag=True, help="Write a page for each person, to hand out.")
@click.option("--restart", is_flag=True, help="Throw away what the output folder holds, and begin again.")
@click.option("--with-text", is_flag=True, help="Let tables and hand-outs hold words of the resumes.")
@click.option("--with-paths", is_flag=True, help="Let the tables hold the names of the files.")
@click.option(
    "--profile", metavar="NAME", shell_complete=complete_profile, help="Check every resume with this profile."
)
@click.option(
    "--select", multiple=True, metavar="RULES", shell_complete=complete_rules, help="Use only these rules."
)
@click.option(
    "--ignore", multiple=True, metavar="RULES", shell_complete=complete_rules, help="Leave these rules out."
)
@click.option(
    "--jobs",
    metavar="N",
    callback=lambda context, option, value: read_jobs(value),
    help="Number of worker processes; auto (default): up to one per core.",
)
@click.option("--model", metavar="NAME|PATH", help="Use this spaCy pipeline, not the one in the package.")
@click.option(
    "--config", "config_file", metavar="FILE", type=click.Path(), help="Use only this configuration file."
)
@click.option("--isolated", is_flag=True, help="Read no configuration file.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@click.pass_context
def cohort(
    context: click.Context,
    paths: tuple[str, ...],
    output: str,
    paths_from: str | None,
    id_csv: str | None,
    format: str,
    shard: str | None,
    merging: bool,
    since: str | None,
    handouts: bool,
    restart: bool,
    with_text: bool,
    with_paths: bool,
    profile: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    jobs: int | None,
    model: str | None,
    config_file: str | None,
    isolated: bool,
    quiet: bool,
) -> None:
    """Lint thousands of resumes: tables for a spreadsheet or a database, and one page for those who advise.

    No word of a resume and no name of a file is in the output unless you ask for it. A run that was ended early goes on
    where it was when the same command is given again. docs/cohort.md says what each table holds.

    Exit code 0: the tables are written, a file that cannot be read is a row with its error; 2: wrong settings, or an
    output folder that cannot be used.
    """
    from bulletlint.cli.cohort_run import Pages, Request, merge_cohort, run_cohort
    from bulletlint.config.merge import load_settings

    if merging:
        if paths or paths_from or shard or restart:
            raise click.UsageError(
                "--merge takes no paths, --shard or --restart; name the folder with --output"
            )
        asked = Pages(Path(since) if since else None, handouts)
        context.exit(merge_cohort(Path(output), asked, quiet=quiet))
    if bool(paths) == (paths_from is not None):
        raise click.UsageError("name files or folders, or give --paths-from FILE; one of the two")
    given = {
        "select": split_names(select),
        "ignore": split_names(ignore),
        "profile": profile,
        "model": model,
        "jobs": jobs,
    }
    settings = load_settings(config_file=config_file, isolated=isolated, given=given, paths=paths)
    request = Request(
        paths,
        Path(output),
        paths_from=paths_from,
        id_csv=Path(id_csv) if id_csv else None,
        format="csv" if format == "csv" else "parquet",
        shard=shard,
        pages=Pages(Path(since) if since else None, handouts),
        restart=restart,
        text=with_text,
        show_paths=with_paths,
        quiet=quiet,
    )
    context.exit(run_cohort(settings, request))
