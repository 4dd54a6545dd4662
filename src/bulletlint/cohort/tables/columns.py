"""The three tables of a cohort: the names, kinds and meanings of their columns, in their order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["text", "number", "truth", "texts"]
TableName = Literal["resumes", "bullets", "findings"]
#: A row by the names of its columns; what is not known is None.
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: text, a whole number, true or false, or a list of texts; any of them may be None."""

    name: str
    kind: Kind
    meaning: str


#: What is known of a person from the centre's own list.
_PERSON = (
    Column("id", "text", "the centre's own number or code of the person, from --id-csv"),
    Column("programme", "text", "the group that the centre's list names"),
    Column("year", "text", "the year that the centre's list names"),
    Column("advisor", "text", "the advisor that the centre's list names"),
)
_RESUME = Column("resume", "text", "keyed digest of the file's path; the same in all three tables")
_BULLET = Column("bullet", "number", "number of the bullet in its resume, from 1; none for the whole page")
_PLACE = (
    Column("file", "number", "0 for the resume itself, n for the nth file that it includes"),
    Column("line", "number", "line in the file, from 1"),
    Column("column", "number", "column of that line, from 1"),
    Column("page", "number", "page of a PDF, from 1"),
    Column("paragraph", "number", "paragraph of a DOCX, from 1"),
)

TABLES: dict[TableName, tuple[Column, ...]] = {
    "resumes": (
        _RESUME,
        *_PERSON,
        Column("path", "text", "path of the file; only with --with-paths"),
        Column("format", "text", "format that the file was read as"),
        Column("profile", "text", "profile that it was read with"),
        Column("error", "text", "why the file could not be read; none for one that was"),
        Column("judged", "truth", "false for a page in another language, or one without bullets in its text"),
        Column("bullets", "number", "bullets found"),
        Column("score", "number", "mean of the bullets' scores, 0 to 100"),
        Column("errors", "number", "findings of severity error"),
        Column("warnings", "number", "findings of severity warning"),
        Column("infos", "number", "findings of severity info"),
        Column("digest", "text", "keyed digest of all bullets; equal for two copies of a resume"),
    ),
    "bullets": (
        _RESUME,
        _BULLET,
        *_PLACE,
        Column("kind", "text", "delivery, people or other"),
        Column("lead_verb", "text", "dictionary form of the lead verb, if it is in a shipped word list"),
        Column("lead_class", "text", "outcome, product, build, support or none"),
        Column("metric", "text", "outcome, scale, scope, spec or none"),
        Column("cost", "text", "paid, saved or none"),
        Column("fallback", "truth", "says what happens when it fails"),
        Column("signal", "truth", "says how anybody would notice"),
        Column("outcome_first", "truth", "opens with what changed"),
        Column("decision", "truth", "tells of a decision"),
        Column("world", "text", "what the work is about"),
        Column("evidence", "texts", "labels of its evidence, in the order of the text"),
        Column("asked", "texts", "rules about what is missing that the profile asks of it"),
        Column("foreign", "truth", "in another language, so that nothing in it was judged"),
        Column("score", "number", "0 to 100; none where the rubric does not apply"),
        Column("characters", "number", "its length"),
        Column("first", "number", "1 to 3 for the bullets of the resume that are most worth an hour"),
        Column("digest", "text", "keyed digest of its words; equal for the same bullet in several resumes"),
        Column("text", "text", "its words; only with --with-text"),
        Column("rewrite", "text", "the rewrite; only with --with-text"),
    ),
    "findings": (
        _RESUME,
        _BULLET,
        *_PLACE,
        Column("code", "text", "code of the rule"),
        Column("rule", "text", "name of the rule"),
        Column("severity", "text", "error, warning or info"),
        Column("action", "text", "auto or ask"),
        Column("grouped", "truth", "true of so many bullets that reports say it once a page"),
        Column("start", "number", "first character in the bullet's text, from 0"),
        Column("end", "number", "character after the last"),
        Column("message", "text", "what the rule says; only with --with-text"),
    ),
}  # fmt: skip


def list_columns(table: TableName) -> tuple[str, ...]:
    """Return the names of a table's columns."""
    return tuple(column.name for column in TABLES[table])
