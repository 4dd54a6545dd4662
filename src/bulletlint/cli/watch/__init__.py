"""`check --watch`: check again whenever a resume or a setting changes (the extra `watch`)."""
