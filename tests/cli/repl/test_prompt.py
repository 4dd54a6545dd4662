"""The prompt on a terminal: a pseudo-terminal below, a terminal emulator on top that knows what stands on the screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic

import pytest

pexpect = pytest.importorskip("pexpect")
pyte = pytest.importorskip("pyte")
if sys.platform == "win32":
    pytest.skip("no pseudo-terminals here", allow_module_level=True)

pytestmark = [
    pytest.mark.slow,
    # A pseudo-terminal is forked, and the test process has threads; the child runs another program at once.
    pytest.mark.filterwarnings("ignore:This process .*multi-threaded:DeprecationWarning"),
]
WEAK = "Built a cache for search."
LIST = f"- {WEAK}\n- Cut search latency by 40 % for 2M users at $90 a month, with the database as fallback.\n"
READY = "ai-pm · 0 bullets"
#: Seconds that a test waits for something to appear.
PATIENCE = 60


class Terminal:
    """A prompt in a terminal of 100 columns and 60 lines, in an empty folder that is its home too."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        config = folder / "config.toml"
        # One profile and two rules, so that a new rule of the catalogue changes no screen.
        config.write_text('profile = "ai-pm"\nselect = ["weak-verb", "missing-fallback"]\n', encoding="utf-8")
        environment = {
            "TERM": "xterm-256color",
            "HOME": str(folder),
            "LANG": "C.UTF-8",
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
        }
        self.screen = pyte.Screen(100, 60)
        self.screen.write_process_input = self.send
        self.stream = pyte.Stream(self.screen)
        self.child = pexpect.spawn(
            sys.executable, ["-m", "bulletlint", "repl", "--config", str(config), *arguments],
            env=environment, cwd=str(folder), dimensions=(60, 100), encoding="utf-8", timeout=PATIENCE,
        )  # fmt: skip
        self.child.delaybeforesend = None
        self.written = ""  # all that ever came, also what was on the screen for a moment only

    def send(self, keys: str) -> None:
        """Type."""
        self.child.send(keys)

    def paste(self, text: str) -> None:
        """Send a text as a terminal sends what is pasted."""
        self.send(f"\x1b[200~{text}\x1b[201~")

    def read(self) -> str:
        """Take in what has come, and return what now stands on the screen."""
        with suppress(pexpect.TIMEOUT):
            piece = self.child.read_nonblocking(65536, timeout=0.05)
            self.written += piece
            self.stream.feed(piece)
        return "\n".join(line.rstrip() for line in self.screen.display).rstrip()

    def wait_for(self, text: str) -> str:
        """Return the screen as soon as a text stands on it; fails with the screen after a while."""
        end = monotonic() + PATIENCE
        while text not in (screen := self.read()):
            assert monotonic() < end, f"no {text!r} on the screen:\n{screen}"
        return screen

    def leave(self, keys: str = "\x04") -> int:
        """Leave with Ctrl-D and return the exit code; a key that comes while an answer is printed is typed again."""
        end = monotonic() + PATIENCE
        try:
            while True:
                self.send(keys)
                again = monotonic() + 2
                while monotonic() < again:
                    screen = self.read()
                assert monotonic() < end, f"does not leave:\n{screen}"
        except (pexpect.EOF, OSError):
            self.child.close()
        return int(self.child.exitstatus)

    def find_underlined(self) -> list[str]:
        """Return the underlined words on the screen."""
        found = []
        for row in range(self.screen.lines):
            cells = self.screen.buffer[row]
            line = "".join(cells[column].data if cells[column].underscore else " " for column in range(100))
            found += line.split()
        return found


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """A prompt that is ended after the test."""
    terminal = Terminal(tmp_path)
    yield terminal
    terminal.child.close(force=True)


def test_the_prompt_comes_first_and_the_pipeline_after(terminal: Terminal) -> None:
    """A person can type while it loads."""
    terminal.wait_for("bullet>")
    terminal.wait_for(READY)
    assert "loading the pipeline" in terminal.written
    assert terminal.leave() == 0


def test_leaving_does_not_wait_for_the_pipeline(terminal: Terminal) -> None:
    """Ctrl-D while it loads ends the program cleanly."""
    terminal.wait_for("bullet>")
    assert terminal.leave() == 0


def test_a_bullet_typed_while_loading_is_answered(terminal: Terminal) -> None:
    """The answer waits for the pipeline, the person does not."""
    terminal.wait_for("bullet>")
    terminal.send(WEAK + "\r")
    assert "BL101  weak-verb" in terminal.wait_for("1 bullet ")
    assert terminal.leave() == 0


def test_a_pasted_list_is_answered_at_once(terminal: Terminal) -> None:
    """Without Enter, each bullet under its number, the spans underlined."""
    terminal.wait_for("bullet>")
    terminal.paste(LIST)
    screen = terminal.wait_for("2 bullets: ")
    assert screen.index("[1]") < screen.index("BL101  weak-verb") < screen.index("[2]")
    assert terminal.find_underlined() == ["Built"]
    assert terminal.leave() == 0


def test_a_pasted_line_waits_for_enter(terminal: Terminal) -> None:
    """Somebody may want to change it first."""
    terminal.wait_for(READY)
    terminal.paste(WEAK)
    assert "[1]" not in terminal.wait_for("bullet> Built a cache for search.")
    terminal.send("\x7f for 2M users.\r")
    assert "  Built a cache for search for 2M users." in terminal.wait_for("1 bullet ")
    assert terminal.leave() == 0


def test_an_edit_shows_what_changed(terminal: Terminal) -> None:
    """`:edit` brings the bullet back into the line."""
    terminal.wait_for(READY)
    terminal.send(WEAK + "\r")
    terminal.wait_for("1 bullet ")
    terminal.send(":edit\r")
    terminal.wait_for("bullet> :edit\nedit 1> Built a cache for search.")
    terminal.send("\x7f, with the database as fallback.\r")
    screen = terminal.wait_for("  score  14 → 30")  # the last line of the answer
    assert "  gone   BL401 missing-fallback\n  still  BL101 weak-verb\n" in screen
    assert terminal.leave() == 0


def test_ctrl_c_leaves_an_edit(terminal: Terminal) -> None:
    """What is typed then is a bullet of its own."""
    terminal.wait_for(READY)
    terminal.send(WEAK + "\r")
    terminal.wait_for("1 bullet ")
    terminal.send(":edit\r")
    terminal.wait_for("edit 1> Built a cache")
    terminal.send("\x03")
    terminal.wait_for("bullet> paste a bullet or a list")
    terminal.send("Led a team of 4.\r")
    assert "[2]" in terminal.wait_for("2 bullets ")
    assert terminal.leave() == 0


def test_a_long_paste_is_answered_by_a_summary_on_one_screen(terminal: Terminal) -> None:
    """Then each bullet by its number."""
    terminal.wait_for(READY)
    terminal.paste(LIST * 15)
    screen = terminal.wait_for("30 bullets ")
    assert "30 bullets: 30 findings (15 errors, 15 info)" in screen
    assert "weakest first:" in screen
    terminal.send(":show 1\r")
    assert "BL101  weak-verb" in terminal.wait_for("  BL401  missing-fallback  Nothing")
    terminal.send(":undo\r")
    terminal.wait_for("undone: paste of 30 bullets; no bullet is left")
    assert terminal.leave() == 0


def test_ctrl_c_clears_the_line(terminal: Terminal) -> None:
    """And does not leave."""
    terminal.wait_for(READY)
    terminal.send("Built nonsense")
    terminal.wait_for("bullet> Built nonsense")
    terminal.send("\x03")
    assert "nonsense" not in terminal.wait_for("bullet> paste a bullet or a list")
    assert terminal.leave() == 0


def test_earlier_lines_come_back_and_nothing_is_written(terminal: Terminal, tmp_path: Path) -> None:
    """History lives in memory: a resume is personal data."""
    terminal.wait_for(READY)
    terminal.send(WEAK + "\r")
    terminal.wait_for("1 bullet ")
    terminal.send(":list\r")
    # The prompt after the list; "[1]" alone stands above it since the first answer.
    terminal.wait_for("BL101 BL401\nbullet> paste a bullet or a list")
    terminal.send("\x1b[A\x1b[A")
    terminal.wait_for("bullet> Built a cache for search.\n\n")
    assert terminal.leave("\x15:quit\r") == 0
    assert [
        path for path in tmp_path.rglob("*") if path.is_file() and WEAK in path.read_text("utf-8", "replace")
    ] == []


def test_tab_completes_a_command(terminal: Terminal) -> None:
    """`:prof` and Tab make `:profile`."""
    terminal.wait_for(READY)
    terminal.send(":prof\t")
    terminal.wait_for("bullet> :profile")
    terminal.send("\r")
    terminal.wait_for("profile ai-pm")
    assert terminal.leave() == 0


def test_a_pipeline_that_is_not_there_is_told_and_the_prompt_stays(tmp_path: Path) -> None:
    """One line, no traceback."""
    terminal = Terminal(tmp_path, "--model", "no_such")
    terminal.wait_for("the pipeline could not be loaded")
    terminal.send(WEAK + "\r")
    assert "Traceback" not in terminal.wait_for("error: --model: cannot load the pipeline no_such")
    assert terminal.leave() == 0
