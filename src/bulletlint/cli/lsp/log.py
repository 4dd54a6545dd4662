"""What the protocol's library has to say, one line each on standard error: editors show that to people."""

from __future__ import annotations

import logging


class OneLine(logging.Formatter):
    """Writes a message and the error behind it as one line, without the calls that led there."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record."""
        error = record.exc_info[1] if record.exc_info else None
        said = f"{record.getMessage()}: {error}" if error else record.getMessage()
        return "bulletlint: " + " ".join(said.split())[:300]


def log_in_lines() -> None:
    """Write warnings and errors of the library as lines."""
    handler = logging.StreamHandler()
    handler.setFormatter(OneLine())
    logger = logging.getLogger("pygls")
    logger.handlers = [handler]
    logger.propagate = False
