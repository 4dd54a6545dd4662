"""The Model Context Protocol server: agents lint, rewrite and prove bullets with the same rules as people."""
