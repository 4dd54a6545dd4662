"""Read the characters of a suspect PDF file in a separate process, which can be ended.

PDFium is native code and cannot be interrupted. Only files that may ask for much work are read like this, since it
costs a tenth of a second.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress

from bulletlint.core.errors import ReadError
from bulletlint.read.pdf.characters import Character, Page, PdfText, read_characters

#: Seconds and bytes of memory that the reading may take.
_LONGEST = 10
_MOST_MEMORY = 1_500_000_000
_GIVEN_UP = "takes too much time or memory to read; print it to a new PDF"


def read_guarded(content: bytes) -> PdfText:
    """Return the text layer of a PDF file; raise ReadError if reading it fails, or takes too much time or memory."""
    search_path = os.pathsep.join(part for part in sys.path if part)
    try:
        finished = subprocess.run(
            [sys.executable, "-m", __name__],
            input=content,
            capture_output=True,
            timeout=_LONGEST,
            check=False,
            env={**os.environ, "PYTHONPATH": search_path},
        )
        answer = json.loads(finished.stdout)
    except (subprocess.TimeoutExpired, ValueError, OSError) as error:
        raise ReadError(_GIVEN_UP) from error
    if "error" in answer:
        raise ReadError(answer["error"])
    pages = (
        Page(number, width, height, tuple(Character(*character) for character in characters))
        for number, width, height, characters in answer["pages"]
    )
    return PdfText(tuple(pages), answer["hyphenated"], tuple(answer["notes"]))


def _answer(content: bytes) -> dict[str, object]:
    try:
        text = read_characters(content)
    except ReadError as error:
        return {"error": error.message}
    names = Character._fields
    pages = [
        (
            page.number,
            page.width,
            page.height,
            [[getattr(each, name) for name in names] for each in page.characters],
        )
        for page in text.pages
    ]
    return {"pages": pages, "hyphenated": text.hyphenated, "notes": text.notes}


def _limit_memory() -> None:
    with suppress(ImportError, ValueError, OSError):  # no such limits on Windows
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


if __name__ == "__main__":
    _limit_memory()
    sys.stdout.write(json.dumps(_answer(sys.stdin.buffer.read())))
