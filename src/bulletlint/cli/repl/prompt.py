"""The prompt on a terminal: editing, paste, history and completion by prompt_toolkit."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document as Line
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import create_output

from bulletlint.cli.repl.commands import answer, complete
from bulletlint.cli.repl.loading import start_loading
from bulletlint.cli.repl.session import Session, choose_style
from bulletlint.core.errors import BulletlintError
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.core.version import __version__


def run_prompt(session: Session, *, colour: str) -> int:
    """Ask and answer until the person leaves; returns the exit code."""
    prompt = make_prompt(session)
    print(f"bulletlint {__version__}: paste a bullet or a list; :help, Ctrl-D to leave")  # noqa: T201
    while not session.done:
        default, session.draft = session.draft, ""
        try:
            text = prompt.prompt(lambda: name_line(session), default=default)
        except EOFError:
            break
        except KeyboardInterrupt:
            continue
        session.style = choose_style(colour)
        try:
            sys.stdout.write(answer(session, text))
            sys.stdout.flush()
        except KeyboardInterrupt:
            print("stopped", file=sys.stderr)  # noqa: T201
        except BulletlintError as error:
            print(f"error: {error}", file=sys.stderr)  # noqa: T201
    return 0


def name_line(session: Session) -> str:
    """Return what stands before the line: that a bullet is expected, or which one is edited."""
    return "bullet> " if session.editing is None else f"edit {session.editing}> "


def make_prompt(session: Session) -> PromptSession[str]:
    """Return the prompt; loading starts when it is first shown."""
    prompt: PromptSession[str] = PromptSession(
        # In memory only: a history file would keep a resume, which is personal data, where nobody looks for it.
        history=InMemoryHistory(),
        completer=CommandCompleter(session),
        complete_while_typing=True,
        key_bindings=make_keys(session),
        bottom_toolbar=lambda: describe_state(session),
        placeholder="paste a bullet or a list",
        reserve_space_for_menu=6,
        output=create_output(always_prefer_tty=True),
    )

    def load_once(app: Any) -> None:
        # After the first prompt is on the screen, so that importing spaCy does not hold it up.
        prompt.app.after_render -= load_once
        session.loading.add_done_callback(lambda _: prompt.app.invalidate())
        start_loading(session.settings, session.loading)

    prompt.app.after_render += load_once
    return prompt


def make_keys(session: Session) -> KeyBindings:
    """Return the keys that differ from a shell's."""
    keys = KeyBindings()

    @keys.add("c-c")
    def clear(event: KeyPressEvent) -> None:
        session.editing = None
        event.current_buffer.reset()

    @keys.add("escape", "enter")
    def break_line(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    @keys.add("tab")
    def finish_word(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        line = buffer.document.text_before_cursor
        words = find_words(session, line)
        if len(words) == 1:
            buffer.delete_before_cursor(len(line.rpartition(" ")[2]))
            buffer.insert_text(words[0])
        elif buffer.complete_state is not None:
            buffer.complete_next()
        else:
            buffer.start_completion(select_first=False)

    @keys.add(Keys.BracketedPaste)
    def take_paste(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        text = event.data.replace("\r\n", "\n").replace("\r", "\n")
        whole = not buffer.text and "\n" in text.strip(" \t")
        buffer.insert_text(text.rstrip("\n") if whole else text)
        if whole and text.strip():
            # A list, or a line with its end, is complete: its findings come without another key.
            buffer.validate_and_handle()

    return keys


def describe_state(session: Session) -> str:
    """Return the line at the bottom of the screen: what is loading, which profile, how many bullets."""
    if not session.loading.done():
        return " loading the pipeline; you can type or paste meanwhile"
    if session.loading.exception() is not None:
        return " the pipeline could not be loaded"
    bullets = f"{len(session.bullets)} bullet{'' if len(session.bullets) == 1 else 's'}"
    return f" {session.settings.profile} · {bullets} · :help"


class CommandCompleter(Completer):
    """Offers what `complete` knows for the text before the cursor."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def get_completions(self, document: Line, complete_event: CompleteEvent) -> Iterable[Completion]:
        """Yield completions in the order of their names."""
        line = document.text_before_cursor
        for word in find_words(self.session, line):
            yield Completion(word, start_position=-len(line.rpartition(" ")[2]))


def find_words(session: Session, line: str) -> list[str]:
    """Return the words that may stand at the end of a line."""
    if not line.startswith(":"):
        return []
    rules, profiles = name_rules(session)
    return complete(line, rules=rules, profiles=profiles, bullets=session.bullets)


def name_rules(session: Session) -> tuple[set[str], set[str]]:
    """Return the names of rules and profiles from their files; codes too, once the rules are loaded."""
    from bulletlint.rulebook.load import find_profiles, find_rule_files

    folders = (find_rules_folder(), *session.settings.rule_folders)
    rules = {path.stem for path in find_rule_files(folders)}
    if session.loading.done() and session.loading.exception() is None:
        rules |= {rule.code for rule in session.linter.rulebook.rules}
    return rules, set(find_profiles(folders))
