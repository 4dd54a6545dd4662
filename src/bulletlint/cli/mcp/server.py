"""The server and its tools: what each is for, what it takes, and what it refuses."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from bulletlint.cli.linters import Linters, Reviewed, leave_out_known
from bulletlint.cli.mcp.answers import (
    DATA,
    DrillAnswer,
    ExplainAnswer,
    LintAnswer,
    ProofAnswer,
    RewriteOfBullet,
    RewritesAnswer,
    answer_drill,
    answer_lint,
    answer_rewrite,
)
from bulletlint.cli.mcp.folder import find_inside
from bulletlint.cli.mcp.instructions import find_instructions
from bulletlint.core.errors import BulletlintError, ReadError, describe_failure
from bulletlint.core.finding import FileReport, Report
from bulletlint.core.version import __version__
from bulletlint.lint.source import choose_options
from bulletlint.read import FORMATS, read_file

#: What an agent is told of the server before it calls anything.
INSTRUCTIONS = (
    "bulletlint reads resume bullets as a hiring committee for AI product roles does and says what each is missing: "
    "an outcome, its cost, its fallback. It runs offline, and no answer is invented. A blank in a rewrite stands for "
    "a fact that only the writer knows: ask the writer, never fill it yourself. " + DATA
)
_READ_ONLY = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)

Text = Annotated[str, Field(description="A resume, or bullets one a line, as text.")]
TextFormat = Annotated[
    str,
    Field(
        description="The mark-up of the text: markdown, plain, latex, html, json, yaml, rst, org or typst."
    ),
]
Bullet = Annotated[str, Field(description="One bullet, as plain text; blanks stand in ⟨…⟩.")]
FileName = Annotated[
    str,
    Field(
        description="One file, as a path from the folder that the server was started in; none outside of it."
    ),
]
RuleName = Annotated[str, Field(description="A rule's code or name, for example BL301 or missing-cost.")]


def make_server(linters: Linters, folder: Path) -> MCPServer:
    """Return a server whose tools read below `folder` only, and write nothing."""
    server = MCPServer("bulletlint", version=__version__, instructions=INSTRUCTIONS, log_level="ERROR")
    tool: Callable[..., Callable[[Callable[..., object]], object]] = server.tool

    def review(text: str, text_format: str) -> Reviewed:
        if text_format not in FORMATS or FORMATS[text_format].takes == "bytes":
            names = ", ".join(name for name, row in FORMATS.items() if row.takes == "text")
            raise ToolError(f"unknown format `{text_format}`; write one of {names}")
        try:
            return linters.review_text(text, str(folder / f"text{FORMATS[text_format].suffixes[0]}"))
        except ReadError as error:  # about a file that nobody named, and that is not there
            raise ReadError(error.message, path="the text", line=error.line) from None

    @tool(annotations=_READ_ONLY, structured_output=True)
    def lint_text(text: Text, text_format: TextFormat = "markdown") -> LintAnswer:
        """Lint a resume given as text: what each bullet is missing, at which words, with a rewrite where one is safe.

        Use it on a draft. For a file that exists use lint_file, which knows its format and its configuration.
        """
        with telling():
            reviewed = review(text, text_format)
            profile = reviewed.linter.settings.profile
            return answer_lint(reviewed.file, profile, find_instructions(reviewed.document))

    @tool(annotations=_READ_ONLY, structured_output=True)
    def lint_file(path: FileName) -> LintAnswer:
        """Lint one resume file: Markdown, text, LaTeX, DOCX, PDF, HTML, JSON Resume, RenderCV YAML, reST, Org or Typst.

        Reads that file and those that it includes below the folder; changes nothing.
        """
        with telling():
            file = find_inside(folder, path)
            linter = linters.find_linter(str(file))
            documents = read_file(file, options=choose_options(linter.settings))
            report = linter.lint_documents(documents)
            suspicious = [line for document in documents for line in find_instructions(document)]
            joined = leave_out_known(join_files(report), linter.settings.baseline)
            return answer_lint(joined, linter.settings.profile, suspicious)

    @tool(annotations=_READ_ONLY, structured_output=True)
    def rewrite(text: Text, text_format: TextFormat = "markdown") -> RewritesAnswer:
        """Rewrite weak bullets as "result, how, at which cost, with which fallback", in the writer's own words.

        Nothing is invented: what is not stated stays an open blank with its question. Do not fill blanks by guessing.
        """
        with telling():
            bullets = review(text, text_format).file.bullets
            rows = [
                RewriteOfBullet(original=item.text, rewrite=answer_rewrite(item.rewrite)) for item in bullets
            ]
            return RewritesAnswer(note=DATA, rewrites=rows)

    @tool(annotations=_READ_ONLY, structured_output=True)
    def prove(original: Bullet, rewritten: Bullet) -> ProofAnswer:
        """Tell whether a rewrite of one bullet, by whomever, invents or loses anything, and which rules it answers.

        Call it on every rewrite of your own before you show it. What is `new` must come out, or be asked of the writer.
        """
        from bulletlint.lint.proving import prove_rewrite

        with telling():
            proof = prove_rewrite(linters.find_linter(str(folder / "text.md")), original, rewritten)
            return ProofAnswer(
                note=DATA,
                faithful=proof.is_faithful,
                new=list(proof.new),
                lost=list(proof.lost),
                answered=list(proof.answered),
                left=list(proof.left),
                broken=list(proof.broken),
            )

    @tool(annotations=_READ_ONLY, structured_output=True)
    def explain(rule: RuleName) -> ExplainAnswer:
        """Return a rule's page: what it looks at, why a reader minds, what to do instead, with examples."""
        from bulletlint.report.rule_docs import render_page
        from bulletlint.report.rule_page import find_rule

        with telling():
            rulebook = linters.find_linter(str(folder / "resume.md")).rulebook
            found = find_rule(rule, rulebook.rules)
            return ExplainAnswer(code=found.code, name=found.name, page=render_page(found.code, rulebook))

    @tool(annotations=_READ_ONLY, structured_output=True)
    def drill(text: Text, text_format: TextFormat = "markdown") -> DrillAnswer:
        """Return the question that a hard interviewer would ask about each bullet's weakest link, and a follow-up."""
        from bulletlint.report.drill import drill_report, load_wording

        with telling():
            reviewed = review(text, text_format)
            wording = load_wording(reviewed.linter.rulebook.folders)
            return answer_drill(drill_report(Report(reviewed.linter.tool, (reviewed.file,)), wording))

    return server


def join_files(report: Report) -> FileReport:
    """Return one report of a file and those that it includes."""
    first, *others = report.files
    if not others:
        return first
    return FileReport(
        path=first.path,
        format=first.format,
        error=first.error,
        bullets=tuple(bullet for file in report.files for bullet in file.bullets),
        findings=tuple(finding for file in report.files for finding in file.findings),
        left_out=tuple(line for file in report.files for line in file.left_out),
        notes=tuple(note for file in report.files for note in file.notes),
    )


@contextmanager
def telling() -> Iterator[None]:
    """Turn every failure into one line that the agent reads; no traceback, and nothing of a text, leaves the server."""
    try:
        yield
    except BulletlintError as error:
        raise ToolError(str(error)) from None
    except ToolError:
        raise
    except Exception as error:
        if os.environ.get("BULLETLINT_DEBUG"):
            raise
        raise ToolError(describe_failure(error)) from None
