"""Mark-up that is a format of its own and also stands inside others: HTML in Markdown, Markdown in data files."""
