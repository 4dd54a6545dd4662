"""Comments of Markdown and MDX, and what is only shown as one."""

from __future__ import annotations

import pytest

from bulletlint.read.markup.markdown_comments import find_markdown_comments


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("a <!-- b --> c <!--d-->", ["b", "d"]),
        ("- Led it. {/* bulletlint: ignore BL101 */}", ["bulletlint: ignore BL101"]),
        ("```html\n<!-- a -->\n```\n<!-- b -->", ["b"]),
        ("~~~~\n~~~\n<!-- a -->\n~~~~\n<!-- b -->", ["b"]),
        ("- x\n\n  ```\n  <!-- a -->\n  ```\n<!-- b -->", ["b"]),
        ("> ```\n> <!-- a -->\n> ```\n<!-- b -->", ["b"]),
        ("```\n<!-- a -->", []),
        ("`<!-- a -->` <!-- b -->", ["b"]),
        ("``<!-- ` -->`` {/* b */}", ["b"]),
        ("a ` b <!-- c -->\n\nd ` e", ["c"]),
        (r"\`<!-- a -->\`", ["a"]),
        ("<!-- ``` -->\n<!-- a -->", ["```", "a"]),
        ("<!-- never {/* a */}", ["a"]),
        ("{/* never <!-- a -->", ["a"]),
        ("nothing here", []),
        ("- Led it:\n\n      <!-- a -->\n\n- b <!-- c -->", ["c"]),
        ("Text\n\n    <!-- a -->\n", []),
        ("- Led it:\n\n    <!-- a -->\n", ["a"]),
        ("- Led it:\n      <!-- a -->\n", ["a"]),
        ("- A\n  - B\n\n    <!-- a -->\n\n        <!-- b -->\n", ["a"]),
        ("10. Led it:\n\n\t<!-- a -->\n\n\t\t<!-- b -->\n", ["a"]),
    ],
)
def test_comments_are_found_outside_of_code(source: str, texts: list[str]) -> None:
    """A directive that a text shows in a fence or in backticks is text."""
    comments = list(find_markdown_comments(source))
    assert [comment.text for comment in comments] == texts
    assert all(source[comment.start : comment.end][3:-3].strip(" !-") for comment in comments)


@pytest.mark.parametrize("piece", ["`", "`a``b", "<!--", "{/*", "```\n", "~~~\n`", "<!-- a -->`"])
def test_broken_marks_take_no_more_time(piece: str) -> None:
    """Each mark is looked at once: a hundred thousand of them would take hours otherwise."""
    list(find_markdown_comments(piece * 100_000 + "<!-- a -->{/* b */}"))
