"""Where the parts of the tables stand in a folder, and how they are written and read in either format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from bulletlint.cohort.errors import CohortError
from bulletlint.cohort.tables.columns import TABLES, Row, TableName
from bulletlint.cohort.writing import refuse_writing, write_whole

Format = Literal["parquet", "csv"]
FORMATS: tuple[Format, ...] = get_args(Format)
SUFFIXES: dict[Format, str] = {"parquet": ".parquet", "csv": ".csv"}


@dataclass(frozen=True, slots=True)
class Coding:
    """How one format is written and read."""

    encode: Callable[[TableName, Sequence[Row]], bytes]
    read: Callable[[TableName, Path, Sequence[str]], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of the three tables in a folder: `resumes/part-00000.parquet` and so on."""

    folder: Path
    format: Format

    def locate(self, table: TableName, number: int) -> Path:
        """Return where a part stands; `number` counts from 0."""
        return self.folder / table / f"part-{number:05}{SUFFIXES[self.format]}"

    def has(self, number: int) -> bool:
        """Tell whether a part is there in all three tables."""
        return all(self.locate(table, number).is_file() for table in TABLES)

    def write(self, number: int, rows: dict[TableName, list[Row]]) -> int:
        """Write a part of each table and return the bytes; raises CohortError.

        If the disk is full, no table has that part, so that none has rows that another one lacks. If the machine stops,
        the resumes are what is missing: they come last.
        """
        coding = load_coding(self.format)
        contents = {table: coding.encode(table, rows[table]) for table in reversed(TABLES)}
        try:
            for table, content in contents.items():
                write_whole(self.locate(table, number), content)
        except CohortError:
            self.remove([number])
            raise
        return sum(map(len, contents.values()))

    def list_numbers(self) -> list[int]:
        """Return the numbers of the parts that are there, in their order."""
        files = (self.folder / "resumes").glob(f"part-*{SUFFIXES[self.format]}")
        return sorted(int(path.stem.removeprefix("part-")) for path in files)

    def remove(self, numbers: Iterable[int]) -> None:
        """Remove parts from all tables; raises CohortError."""
        for number in numbers:
            for table in TABLES:
                path = self.locate(table, number)
                try:
                    path.unlink(missing_ok=True)
                except OSError as error:
                    refuse_writing(path, error)

    def read(self, table: TableName, columns: Sequence[str]) -> Iterator[Row]:
        """Yield the rows of a table, with some of its columns; raises CohortError for a damaged part."""
        for number in self.list_numbers():
            yield from self.read_part(table, number, columns)

    def read_part(self, table: TableName, number: int, columns: Sequence[str]) -> Iterator[Row]:
        """Yield the rows of one part of a table; the resumes of a part have their bullets and findings in it."""
        return load_coding(self.format).read(table, self.locate(table, number), columns)


def load_coding(format: Format) -> Coding:
    """Return how a format is written and read; raises ImportError where pyarrow is missing.

    It starts a thread, after which no worker can be forked: so nothing may call this before there is a part to write.
    """
    if format == "parquet":
        from bulletlint.cohort.tables import parquet

        return Coding(parquet.encode_rows, parquet.read_rows)
    from bulletlint.cohort.tables import comma

    return Coding(comma.encode_rows, comma.read_rows)
