"""The server: what an editor sends, and when a text is linted."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import cast, get_args

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from bulletlint.cli.linters import Linters, Reviewed
from bulletlint.cli.lsp.actions import EXPLAIN, Target, list_actions
from bulletlint.cli.lsp.diagnostics import Loudness, make_diagnostics, make_error
from bulletlint.cli.lsp.hover import make_hover
from bulletlint.cli.lsp.positions import TextMap, map_text
from bulletlint.config.files import BASELINE_NAME, OWN_NAMES, PYPROJECT
from bulletlint.core.errors import BulletlintError, ReadError, describe_failure
from bulletlint.core.version import __version__
from bulletlint.read import find_format
from bulletlint.read.discovery import belongs_to_project
from bulletlint.read.recognise import HEAD, looks_like_resume_data

#: Seconds that a text must rest before it is linted; what changes in the meantime is linted once.
REST = 0.03
#: Characters that are read while somebody types; with more, each key would keep the server busy for seconds.
LONGEST = 200_000
#: The suffix that stands for a language of the editor, where the file has no name yet.
SUFFIXES: Mapping[str, str] = {
    "markdown": ".md", "mdx": ".mdx", "plaintext": ".txt", "text": ".txt", "latex": ".tex", "tex": ".tex",
    "html": ".html", "json": ".json", "yaml": ".yaml", "restructuredtext": ".rst", "rst": ".rst", "org": ".org",
    "typst": ".typ",
}  # fmt: skip
#: Files whose change may change every finding.
WATCHED = tuple(f"**/{name}" for name in (*OWN_NAMES, PYPROJECT, BASELINE_NAME))


@dataclass(slots=True)
class OpenText:
    """A text that is open in the editor: the task that lints it, and the last result with the text that it is of."""

    task: asyncio.Task[None] | None = None
    stale: bool = False
    text: TextMap | None = None
    reviewed: Reviewed | None = None
    version: int | None = None


@dataclass(slots=True)
class Session:
    """What a client and its server agreed on, and the texts that are open, by their addresses."""

    linters: Linters = field(default_factory=Linters)
    loudness: Loudness = "information"
    texts: dict[str, OpenText] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)


def make_server(linters: Linters) -> LanguageServer:
    """Return a server whose features are ready; one server serves one client."""
    server = LanguageServer(
        "bulletlint", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
    )
    session = Session(linters)
    # One thread: spaCy's pipeline is used by one at a time, and the newest text waits for the one before it.
    pool = ThreadPoolExecutor(1, "bulletlint")

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        session.loudness = read_loudness(params.initialization_options)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def open_text(params: types.DidOpenTextDocumentParams) -> None:
        lint_soon(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def change_text(params: types.DidChangeTextDocumentParams) -> None:
        lint_soon(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def save_text(params: types.DidSaveTextDocumentParams) -> None:
        lint_soon(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def close_text(params: types.DidCloseTextDocumentParams) -> None:
        closed = session.texts.pop(params.text_document.uri, None)
        if closed is not None and closed.task is not None:
            closed.task.cancel()
        publish(params.text_document.uri, None, [])

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def change_files(params: types.DidChangeWatchedFilesParams) -> None:
        session.told.clear()
        for uri in session.texts:
            lint_soon(uri)

    @server.feature(types.INITIALIZED)
    async def watch_settings(params: types.InitializedParams) -> None:
        workspace = server.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if watching is None or not watching.dynamic_registration:
            return
        watchers = [types.FileSystemWatcher(glob) for glob in WATCHED]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        await server.client_register_capability_async(
            types.RegistrationParams([types.Registration("settings", method, options)])
        )

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        known = session.texts.get(params.text_document.uri)
        if known is None or known.reviewed is None or known.text is None:
            return None
        return make_hover(known.reviewed, known.text, params.position)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([types.CodeActionKind.QuickFix]))
    async def code_actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        known = session.texts.get(uri)
        if known is not None and known.task is not None:
            await asyncio.wait([known.task])
        if known is None or known.reviewed is None or known.text is None:
            return []
        target = Target(known.text, uri, known.version, takes_snippets(server.client_capabilities))
        return list(list_actions(known.reviewed, target, params.range, params.context.diagnostics))

    @server.command(EXPLAIN)
    def explain(code: str) -> None:
        from bulletlint.report.rule_page import find_rule

        try:
            rule = find_rule(code, linters.find_linter(".").rulebook.rules)
        except BulletlintError as error:
            tell(types.MessageType.Error, str(error))
            return
        tell(types.MessageType.Info, f"{rule.code} {rule.name}: {rule.why} {rule.instead}")

    def lint_soon(uri: str) -> None:
        known = session.texts.setdefault(uri, OpenText())
        if known.task is not None and not known.task.done():
            known.stale = True
            return
        known.task = asyncio.create_task(lint_until_fresh(uri, known))

    async def lint_until_fresh(uri: str, known: OpenText) -> None:
        known.stale = True
        while known.stale:
            await asyncio.sleep(REST)
            known.stale = False
            document = server.workspace.get_text_document(uri)
            path = name_text(uri, document.language_id)
            if path is None or not wants_review(path, document.source):
                publish(uri, document.version, [])
                return
            text = map_text(document.source, server.workspace.position_encoding or "utf-16")
            loop = asyncio.get_running_loop()
            try:
                refuse_long(text.text)
                reviewed = await loop.run_in_executor(pool, linters.review_text, text.text, path)
                diagnostics = make_diagnostics(reviewed, text, session.loudness)
            except ReadError as error:
                reviewed, diagnostics = None, [make_error(error, text)]
            except BulletlintError as error:
                reviewed, diagnostics = None, []
                tell_once(str(error))
            except Exception as error:
                reviewed, diagnostics = None, []
                tell_once(describe_failure(error))
            if known.stale or session.texts.get(uri) is not known:
                continue
            known.reviewed, known.text, known.version = reviewed, text, document.version
            publish(uri, document.version, diagnostics)

    def publish(uri: str, version: int | None, diagnostics: list[types.Diagnostic]) -> None:
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics, version))

    def tell(kind: types.MessageType, message: str) -> None:
        server.window_show_message(types.ShowMessageParams(kind, message))

    def tell_once(message: str) -> None:
        if message not in session.told:
            session.told.add(message)
            tell(types.MessageType.Error, message)

    return server


def read_loudness(options: object) -> Loudness:
    """Return the setting `severity` of a client, "information" without one or with one that is unknown."""
    value = options.get("severity") if isinstance(options, Mapping) else getattr(options, "severity", None)
    return cast(Loudness, value) if value in get_args(Loudness) else "information"


def name_text(uri: str, language: str | None) -> str | None:
    """Return the path of a text with a suffix that tells its format, None for a language that is not read."""
    path = to_fs_path(uri) if uri.startswith("file:") else None
    path = path or uri.rpartition(":")[2].rpartition("/")[2]
    if find_format(path) is not None:
        return path
    suffix = SUFFIXES.get((language or "").lower())
    return f"{path}{suffix}" if suffix else None


def wants_review(path: str, text: str) -> bool:
    """Tell whether a text may be a resume: not a README, and of data files only those with the keys of a resume."""
    if belongs_to_project(PurePath(path).name):
        return False
    return find_format(path) not in ("json", "yaml") or looks_like_resume_data(text[:HEAD])


def refuse_long(text: str) -> None:
    """Raise ReadError for a text that is too long to be read at every key."""
    if len(text) > LONGEST:
        raise ReadError(
            f"has {len(text):,} characters, more than the {LONGEST:,} that are read while you type; "
            "run `bulletlint check` on it"
        )


def takes_snippets(capabilities: types.ClientCapabilities) -> bool:
    """Tell whether a client takes snippets in the edits of a workspace."""
    workspace = capabilities.workspace
    return bool(workspace and workspace.workspace_edit and workspace.workspace_edit.snippet_edit_support)
