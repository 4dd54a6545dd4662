"""A task for the processes of a pool that needs no pipeline: the name of a file says what becomes of its process."""

from __future__ import annotations

import os
import time
from multiprocessing.connection import Connection
from pathlib import Path

from bulletlint.errors import ConfigError
from bulletlint.finding import FileReport
from bulletlint.parcel import pack_results
from bulletlint.worker import Orders, prepare_process


def work(orders: Orders, connection: Connection, other_end: Connection | None) -> None:
    """Answer each chunk with empty reports; obey files named crash, once, hang, memory and wrong."""
    prepare_process()
    if other_end is not None:
        other_end.close()
    connection.send(("ready", None))
    while (chunk := connection.recv()) is not None:
        kind, content = obey(chunk)
        if kind == "done":
            connection.send(("alive", len(chunk)))
        connection.send((kind, content))


def obey(chunk: tuple[Path, ...]) -> tuple[str, object]:
    """Return the answer to a chunk, if there is one."""
    for path in chunk:
        name = path.name
        if name.startswith("crash"):
            os._exit(3)
        if name.startswith("once") and not path.exists():
            path.touch()
            os._exit(3)
        if name.startswith("hang"):
            time.sleep(3600)
        if name.startswith("memory"):
            return "failed", "out of memory"
        if name.startswith("wrong"):
            return "wrong", ConfigError("no such thing", path="x.toml", line=3)
    return "done", pack_results([(FileReport(str(path), "plain", None),) for path in chunk])


def end_at_once(orders: Orders, connection: Connection, other_end: Connection | None) -> None:
    """End before anything was done."""
    os._exit(7)
