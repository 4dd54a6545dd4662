"""Deliver each file's report: leave out known findings, mask words, write every output, count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from bulletlint.cli.notes import write_notes
from bulletlint.core.finding import FileReport
from bulletlint.report.outlet import Outlet
from bulletlint.report.summary import Summary, Tally

if TYPE_CHECKING:
    from bulletlint.lint.baseline import KnownFindings, NewBaseline


class Delivery:
    """Takes the reports of a run one by one and keeps none of them.

    `known` leaves out what a baseline knows. With `summaries`, those of the rules by code, no word of a resume is
    shown. `verbose` and `quiet` are for the notes on standard error; with `partial`, files have bullets that the run is
    not about, and nothing is said of one without any.
    """

    def __init__(
        self,
        outlets: Sequence[Outlet],
        *,
        known: KnownFindings | NewBaseline | None = None,
        summaries: Mapping[str, str] | None = None,
        verbose: bool = False,
        quiet: bool = False,
        partial: bool = False,
    ) -> None:
        self._outlets = outlets
        self._known = known
        self._summaries = summaries
        self._verbose = verbose
        self._quiet = quiet
        self._partial = partial
        self._tally = Tally()

    def take_source(self, files: Sequence[FileReport]) -> None:
        """Deliver the next file with those that it includes; raises ConfigError if an output cannot be written.

        A note that there are no bullets is written only if none of them has any.
        """
        empty = not self._partial and not any(file.bullets for file in files)
        for file in files:
            self._take(file, empty=empty and file is files[0])

    def _take(self, file: FileReport, *, empty: bool) -> None:
        if self._known is not None:
            file = self._known.leave_out(file)
        self._tally.add(file)
        if self._summaries is not None:
            from bulletlint.report.redaction import redact_file

            file = redact_file(file, self._summaries)
        for outlet in self._outlets:
            outlet.add(file)
        write_notes(file, verbose=self._verbose, quiet=self._quiet, empty=empty)

    def close(self, *, broken: bool = False) -> Summary:
        """End every output and return the figures; if the run broke, an output that never began stays empty."""
        for outlet in self._outlets:
            outlet.close(broken=broken)
        return self._tally.summarise()
