"""One renderer per format: files in, one by one, text out."""

#: Every format of a report. It stands here, where it costs no import, since `check --help` lists it.
FORMATS = ("text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "csv", "html")
