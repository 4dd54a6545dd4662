"""The server in a process of its own, as an editor starts it."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from bulletlint.cli.lsp.server import LONGEST, WATCHED, name_text, read_loudness, refuse_long, wants_review
from bulletlint.config.files import BASELINE_NAME, OWN_NAMES, PYPROJECT
from bulletlint.core.errors import ReadError

pytestmark = pytest.mark.slow

SOURCE = "# Ada Quist\n\n## Experience\n\n- 🚀 Implemented **Redis caching** for 40 shops &amp; cafés.\n"
#: Seconds after which a server that says nothing has failed.
PATIENCE = 60


class Editor:
    """A client with one server, that keeps what the server says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.client = LanguageClient("editor", "1")
        self.diagnostics: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.messages: asyncio.Queue[str] = asyncio.Queue()
        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(
            lambda params: self.diagnostics.put_nowait(params)
        )
        self.client.feature(types.WINDOW_SHOW_MESSAGE)(
            lambda params: self.messages.put_nowait(params.message)
        )

    async def start(
        self, *, options: dict[str, Any] | None = None, encodings: list[Any] | None = None
    ) -> types.InitializeResult:
        await self.client.start_io(sys.executable, "-m", "bulletlint", "lsp", "--stdio", cwd=str(self.folder))
        capabilities = types.ClientCapabilities(
            general=types.GeneralClientCapabilities(position_encodings=encodings)
        )
        params = types.InitializeParams(
            capabilities, root_uri=self.folder.as_uri(), initialization_options=options
        )
        result = await self.client.initialize_async(params)
        self.client.initialized(types.InitializedParams())
        return result

    def open(self, text: str, name: str = "cv.md", language: str = "markdown", version: int = 1) -> str:
        uri = (self.folder / name).as_uri()
        self.client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, version, text))
        )
        return uri

    def change(self, uri: str, text: str, version: int) -> None:
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, uri),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    async def hear(self) -> types.PublishDiagnosticsParams:
        return await asyncio.wait_for(self.diagnostics.get(), PATIENCE)

    async def stop(self) -> int:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        server = self.client._server
        assert server is not None
        return await asyncio.wait_for(server.wait(), PATIENCE)


def play(folder: Path, scene: Callable[[Editor], Awaitable[None]]) -> None:
    """Play a scene with an editor, and stop its server whatever happens."""

    async def run() -> None:
        editor = Editor(folder)
        try:
            await asyncio.wait_for(scene(editor), 4 * PATIENCE)
        finally:
            server = editor.client._server
            if server is not None and server.returncode is None:
                server.kill()
                await server.wait()
            with suppress(RuntimeError):
                await editor.client.stop()

    asyncio.run(run())


def find(diagnostics: types.PublishDiagnosticsParams, code: str) -> types.Diagnostic:
    return next(item for item in diagnostics.diagnostics if item.code == code)


def test_an_editor_session(tmp_path: Path) -> None:
    """Open, read, hover, act, type, close: each answer is about the newest text."""

    async def scene(editor: Editor) -> None:
        await editor.start()
        uri = editor.open(SOURCE)
        first = await editor.hear()
        assert first.version == 1
        assert {item.severity for item in first.diagnostics} == {types.DiagnosticSeverity.Information}
        assert {item.source for item in first.diagnostics} == {"bulletlint"}
        weak = find(first, "BL101")
        assert weak.range.start.line == 4
        page = await editor.client.text_document_hover_async(
            types.HoverParams(types.TextDocumentIdentifier(uri), weak.range.start)
        )
        assert page is not None
        assert isinstance(page.contents, types.MarkupContent)
        assert "weak-verb" in page.contents.value
        nothing = await editor.client.text_document_hover_async(
            types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(0, 3))
        )
        assert nothing is None
        actions = await editor.client.text_document_code_action_async(
            types.CodeActionParams(types.TextDocumentIdentifier(uri), weak.range, types.CodeActionContext([]))
        )
        assert actions is not None
        assert "Ignore BL101 here, with a reason" in [action.title for action in actions]
        editor.change(uri, "# Ada Quist\n", 2)
        second = await editor.hear()
        assert (second.version, list(second.diagnostics)) == (2, [])
        editor.client.text_document_did_close(
            types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
        )
        assert not (await editor.hear()).diagnostics
        assert await editor.stop() == 0

    play(tmp_path, scene)


@pytest.mark.parametrize(
    ("encoding", "count"),
    [("utf-16", lambda text: len(text.encode("utf-16-le")) // 2), ("utf-8", lambda text: len(text.encode()))],
)
def test_ranges_count_as_the_client_does(tmp_path: Path, encoding: str, count: Callable[[str], int]) -> None:
    """Through an emoji and mark-up, to the very words."""
    source = "# A\n\n## Work\n\n- 🚀 Implemented a **cache** for *various* shops.\n"
    line = source.splitlines()[4]
    start, end = count(line[: line.index("various")]), count(line[: line.index("shops") + len("shops")])

    async def scene(editor: Editor) -> None:
        result = await editor.start(encodings=[encoding], options={"severity": "rule"})
        assert result.capabilities.position_encoding == encoding
        editor.open(source)
        found = await editor.hear()
        vague = find(found, "BL203")
        assert vague.range == types.Range(types.Position(4, start), types.Position(4, end))
        assert types.DiagnosticSeverity.Information not in {find(found, "BL101").severity}

    play(tmp_path, scene)


def test_a_burst_of_typing_ends_with_the_newest_text(tmp_path: Path) -> None:
    async def scene(editor: Editor) -> None:
        await editor.start()
        uri = editor.open(SOURCE)
        for version in range(2, 40):
            editor.change(uri, SOURCE + "- Helped the team.\n" * (version % 3), version)
        heard = await editor.hear()
        while heard.version != 39:
            heard = await editor.hear()
        assert [item.range.start.line for item in heard.diagnostics if item.code == "BL103"] == []

    play(tmp_path, scene)


def test_every_file_with_settings_is_watched() -> None:
    """Whatever name a configuration may have, and the baseline."""
    watched = {name.removeprefix("**/") for name in WATCHED}
    assert {*OWN_NAMES, PYPROJECT, BASELINE_NAME} == watched


def test_settings_and_baseline_are_read_again(tmp_path: Path) -> None:
    """A configuration that appears counts from the next keystroke on; one that is wrong is said once."""
    settings = tmp_path / ".bulletlint.toml"

    async def scene(editor: Editor) -> None:
        await editor.start()
        uri = editor.open(SOURCE)
        assert "BL101" in {item.code for item in (await editor.hear()).diagnostics}
        settings.write_text('ignore = ["BL101"]\n', encoding="utf-8")
        editor.change(uri, SOURCE + "\n", 2)
        assert "BL101" not in {item.code for item in (await editor.hear()).diagnostics}
        settings.write_text('ignroe = ["BL101"]\n', encoding="utf-8")
        editor.change(uri, SOURCE, 3)
        assert not (await editor.hear()).diagnostics
        assert "ignroe" in await asyncio.wait_for(editor.messages.get(), PATIENCE)

    play(tmp_path, scene)


def test_half_typed_and_strange_texts_do_no_harm(tmp_path: Path) -> None:
    """A text that cannot be read is one remark; other files and a giant get their answer too."""

    async def scene(editor: Editor) -> None:
        await editor.start()
        uri = editor.open("cv:\n  sections:\n    work: [\n", "cv.yaml", "yaml")
        (broken,) = (await editor.hear()).diagnostics
        assert broken.severity == types.DiagnosticSeverity.Warning
        editor.change(uri, "cv:\n  name: A\n", 2)
        assert not (await editor.hear()).diagnostics
        editor.open("dependencies:\n  - a\n", "ci.yaml", "yaml")
        assert not (await editor.hear()).diagnostics
        editor.open("- Helped the team.\n", "README.md")
        assert not (await editor.hear()).diagnostics
        editor.open("- Built it.\n" * 450_000, "big.md")
        (big,) = (await editor.hear()).diagnostics
        assert "5,400,000 characters, more than the 200,000 that are read while you type" in big.message
        editor.open("- Built it \ud800 for \x00 40 shops.\n".encode("utf-8", "replace").decode(), "odd.md")
        assert (await editor.hear()).version == 1
        assert await editor.stop() == 0

    play(tmp_path, scene)


def frame(content: bytes | dict[str, Any]) -> bytes:
    """Return a message as it goes over the wire."""
    body = content if isinstance(content, bytes) else json.dumps({"jsonrpc": "2.0", **content}).encode()
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


def test_nonsense_from_a_client_stops_nothing(tmp_path: Path) -> None:
    """No JSON, no request, requests about nothing: the next text is linted, and no traceback reaches the editor."""
    nowhere = {"textDocument": {"uri": "nonsense"}, "position": {"line": -1, "character": 10**9}}
    backwards = {"start": {"line": 5, "character": 0}, "end": {"line": 1, "character": 0}}
    change = {
        "textDocument": {"uri": "file:///never.md", "version": 3},
        "contentChanges": [{"text": "- Built."}],
    }
    initialize = {"processId": None, "rootUri": None, "capabilities": {}}
    opened = {"uri": (tmp_path / "cv.md").as_uri(), "languageId": "markdown", "version": 1, "text": SOURCE}
    messages: list[bytes | dict[str, Any]] = [
        {"id": 1, "method": "initialize", "params": initialize},
        b"{no json", b"[]", b'"words"', b"\xff\xfe", b'{"jsonrpc": "2.0"}',
        {"id": 2, "method": "no/such", "params": {}},
        {"id": 3, "method": "textDocument/hover", "params": {"x": 1}},
        {"id": 4, "method": "textDocument/hover", "params": nowhere},
        {"id": 5, "method": "textDocument/codeAction", "params": {**nowhere, "range": backwards, "context": {"diagnostics": []}}},
        {"id": 6, "method": "workspace/executeCommand", "params": {"command": "bulletlint.explain", "arguments": [{"a": 1}]}},
        {"method": "textDocument/didChange", "params": change},
        {"method": "textDocument/didClose", "params": {"textDocument": {"uri": "file:///never.md"}}},
        {"method": "textDocument/didOpen", "params": {"textDocument": opened}},
    ]  # fmt: skip
    command = [sys.executable, "-m", "bulletlint", "lsp", "--isolated"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, cwd=tmp_path) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        assert server.stderr is not None
        server.stdin.write(b"".join(frame(message) for message in messages))
        server.stdin.flush()
        heard = b""
        while b"BL101" not in heard:
            read = os.read(server.stdout.fileno(), 65_536)
            assert read, "the server ended"
            heard += read
        server.stdin.write(frame({"id": 9, "method": "shutdown"}) + frame({"method": "exit"}))
        server.stdin.close()
        assert server.wait(PATIENCE) == 0
        lines = server.stderr.read().decode().splitlines()
    assert lines
    assert [line for line in lines if not line.startswith("bulletlint: ")] == []


def test_editors_beside_each_other_do_not_notice_one_that_is_killed(tmp_path: Path) -> None:
    """Each has a server of its own; a new one begins where a killed one was."""

    async def scene(editor: Editor) -> None:
        other = Editor(tmp_path)
        await asyncio.gather(editor.start(), other.start())
        editor.open(SOURCE)
        other.open(SOURCE)
        server = other.client._server
        assert server is not None
        server.kill()
        await server.wait()
        with suppress(RuntimeError, ConnectionError):
            await other.client.stop()
        assert "BL101" in {item.code for item in (await editor.hear()).diagnostics}
        again = Editor(tmp_path)
        await again.start()
        again.open(SOURCE)
        assert "BL101" in {item.code for item in (await again.hear()).diagnostics}
        assert await again.stop() == 0

    play(tmp_path, scene)


def test_a_server_without_its_client_ends(tmp_path: Path) -> None:
    async def scene(editor: Editor) -> None:
        await editor.start()
        server = editor.client._server
        assert server is not None
        assert server.stdin is not None
        server.stdin.close()
        assert await asyncio.wait_for(server.wait(), PATIENCE) is not None

    play(tmp_path, scene)


@pytest.mark.parametrize(
    ("uri", "language", "expected"),
    [
        ("file:///home/a/cv.md", "markdown", "/home/a/cv.md"),
        ("untitled:Untitled-1", "latex", "Untitled-1.tex"),
        ("file:///home/a/cv", "plaintext", "/home/a/cv.txt"),
        ("file:///home/a/main.py", "python", None),
    ],
)
def test_the_format_comes_from_the_name_or_the_language(
    uri: str, language: str, expected: str | None
) -> None:
    found = name_text(uri, language)
    assert (found and found.replace("\\", "/").lstrip("/")) == (expected and expected.lstrip("/"))


def test_files_of_a_project_are_left_alone() -> None:
    assert wants_review("cv.md", "")
    assert not wants_review("README.md", "- Helped.")
    assert not wants_review("package.json", "{}")
    assert wants_review("cv.json", '{"basics": {}, "work": []}')


def test_a_text_is_read_up_to_a_length() -> None:
    """A page has some thousands of characters; each key would read a book anew."""
    refuse_long("x" * LONGEST)
    with pytest.raises(
        ReadError, match="has 200,001 characters, more than the 200,000 that are read while you type"
    ):
        refuse_long("x" * (LONGEST + 1))


@pytest.mark.parametrize(
    ("options", "expected"),
    [({"severity": "rule"}, "rule"), ({"severity": "loud"}, "information"), (None, "information")],
)
def test_how_loud_findings_are_is_a_setting(options: object, expected: str) -> None:
    assert read_loudness(options) == expected
