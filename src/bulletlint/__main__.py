"""Run `bulletlint` and `python -m bulletlint`; nothing but `main` does anything here.

Before the commands are loaded and after one is done, Ctrl-C ends the process at once and in silence: nothing is being
written then, and a KeyboardInterrupt would end in a traceback, or be lost in an import that swallows it.
"""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType

INTERRUPTED = 130


def leave(number: int, frame: "FrameType | None") -> None:
    """End the process without a word, with the exit code that shells expect after this signal."""
    os._exit(128 + number)


def main() -> None:
    """Run the command line and exit. Ctrl-C that is ignored, as behind an ampersand, stays so."""
    try:
        import signal

        heeded = signal.getsignal(signal.SIGINT) is signal.default_int_handler
        if heeded:
            signal.signal(signal.SIGINT, leave)
        from bulletlint.cli import main as run_commands

        try:
            if heeded:
                signal.signal(signal.SIGINT, signal.default_int_handler)
            run_commands()
        finally:
            if heeded:
                signal.signal(signal.SIGINT, leave)
            # Until another text has been run, Python takes a Ctrl-C within one, of which dataclasses are made, for
            # unhandled, and `python -m` would end by the signal and not with the exit code.
            exec("")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
