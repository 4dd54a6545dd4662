"""One renderer a format: files in, one by one, text out."""
