"""`python -m a11y_content`: the same as the command `a11y-content`."""

from a11y_content.cli import main

main()
