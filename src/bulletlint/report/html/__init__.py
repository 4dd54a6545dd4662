"""The report as one HTML page: no script, nothing from elsewhere, readable in print and without colour."""

from bulletlint.report.html.page import HtmlStream

__all__ = ["HtmlStream"]
