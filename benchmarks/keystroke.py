"""Times a keystroke in an editor: from a changed text until its findings arrive, with a language server of its own.

    python -m benchmarks.keystroke [--bullets 34] [--keys 20]

The page is put together from generated resumes. One letter after the other is typed into a bullet in its middle; the
server rests REST seconds before it reads a text, which counts. The first keys are left out, as the page is new then.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from benchmarks.resumes import generate_resumes
from bulletlint.cli.lsp.server import REST

#: Keys that are typed before it counts, what is typed, and the seconds between two keys.
FIRST, TYPED, PAUSE = 5, " for the search team of a shop that sells furniture", 0.15


def write_page(bullets: int) -> list[str]:
    """Return the lines of a page with so many bullets, all different."""
    (resume,) = generate_resumes(1, bullets=2 * bullets)
    texts = [line.text for line in resume if line.kind == "bullet"]
    head = ["# Ada Quist", "", "## Experience", "", "### Engineer, Acme, 2019 – 2024", ""]
    return [*head, *(f"- {text}" for text in texts[:bullets])]


async def time_keys(folder: Path, lines: Sequence[str], keys: int) -> list[float]:
    """Return the milliseconds of each key."""
    client, heard = LanguageClient("benchmark", "1"), asyncio.Queue[int | None]()
    client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda params: heard.put_nowait(params.version))
    await client.start_io(sys.executable, "-m", "bulletlint", "lsp", "--isolated", cwd=str(folder))
    await client.initialize_async(types.InitializeParams(types.ClientCapabilities()))
    client.initialized(types.InitializedParams())
    uri = (folder / "resume.md").as_uri()
    item = types.TextDocumentItem(uri, "markdown", 0, "\n".join(lines))
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    await heard.get()
    number, spent = len(lines) - len(lines) // 2, []
    for version in range(1, FIRST + keys + 1):
        typed = [*lines[:number], lines[number].rstrip(".") + TYPED[:version], *lines[number + 1 :]]
        await asyncio.sleep(PAUSE)
        start = perf_counter()
        client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, uri),
                [types.TextDocumentContentChangeWholeDocument("\n".join(typed))],
            )
        )
        while await heard.get() != version:
            pass
        spent.append((perf_counter() - start) * 1000)
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()  # type: ignore[no-untyped-call]
    return spent[FIRST:]


def main() -> None:
    parser = argparse.ArgumentParser(description="Times a keystroke in an editor.")
    parser.add_argument("--bullets", type=int, default=34)
    parser.add_argument("--keys", type=int, default=20)
    given = parser.parse_args()
    keys = min(given.keys, len(TYPED) - FIRST)
    with tempfile.TemporaryDirectory() as folder:
        spent = asyncio.run(time_keys(Path(folder), write_page(given.bullets), keys))
    print(
        f"{keys} keys on a page of {given.bullets} bullets: median {median(spent):.0f} ms, worst {max(spent):.0f} ms, "
        f"{REST * 1000:.0f} of them rest; load {os.getloadavg()[0]:.1f}"
    )


if __name__ == "__main__":
    main()
