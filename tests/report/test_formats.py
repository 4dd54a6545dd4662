"""The formats of a report: which output each has, and which renderer."""

from __future__ import annotations

import json

import pytest

from builders import make_report
from bulletlint.core.errors import ConfigError
from bulletlint.report import FORMATS
from bulletlint.report.formats import open_stream, pair_outputs, render_report
from bulletlint.report.style import View


@pytest.mark.parametrize(
    ("formats", "outputs", "pairs"),
    [
        ((), (), (("text", "-"),)),
        (("json",), (), (("json", "-"),)),
        ((), ("r.txt",), (("text", "r.txt"),)),
        (("text", "json"), ("-", "r.json"), (("text", "-"), ("json", "r.json"))),
    ],
)
def test_each_format_has_its_output(
    formats: tuple[str, ...], outputs: tuple[str, ...], pairs: tuple[tuple[str, str], ...]
) -> None:
    """One format alone may go to standard output unsaid."""
    assert pair_outputs(formats, outputs) == pairs


@pytest.mark.parametrize(
    ("formats", "outputs", "message"),
    [
        (("text", "json"), ("a",), "2 --format but 1 --output; give one --output (or -) for each --format"),
        (("text", "json"), (), "2 --format but 0 --output; give one --output (or -) for each --format"),
        ((), ("a", "b"), "1 --format but 2 --output; give one --output (or -) for each --format"),
        (("text", "json"), ("a", "a"), "two formats have the same --output; give each its own"),
    ],
)
def test_outputs_that_fit_no_format_are_refused(
    formats: tuple[str, ...], outputs: tuple[str, ...], message: str
) -> None:
    """It is never guessed which format goes where."""
    with pytest.raises(ConfigError) as caught:
        pair_outputs(formats, outputs)
    assert str(caught.value) == message


#: What a report in each format begins with.
BEGINNINGS = {
    "html": "<!doctype html>",
    "text": "resume.md:3:3",
    "concise": "resume.md:3:3: BL101 ",
    "json": '{\n  "schema',
    "jsonl": '{"type',
    "sarif": "{",
    "github": "::",
    "gitlab": "[",
    "junit": "<?xml",
    "csv": "path,",
}


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_has_a_stream_that_gives_the_same_as_the_whole(format: str) -> None:
    """A report that is written file by file is the report that is rendered at once."""
    report = make_report()
    pieces: list[str] = []
    stream = open_stream(format, pieces.append, report.tool, View())
    for file in report.files:
        stream.add(file)
    stream.close()
    assert "".join(pieces) == render_report(report, format, View())


def test_each_format_is_rendered_by_its_own_module() -> None:
    """The name of a format and the first characters of its output belong together."""
    report = make_report()
    rendered = {format: render_report(report, format, View()) for format in FORMATS}
    assert {format: text[: len(BEGINNINGS[format])] for format, text in rendered.items()} == BEGINNINGS
    assert json.loads(rendered["json"])["tool"]["name"] == "bulletlint"
