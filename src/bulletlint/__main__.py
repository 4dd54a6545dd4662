"""Run `python -m bulletlint`."""

from bulletlint.cli import main

if __name__ == "__main__":
    main()
