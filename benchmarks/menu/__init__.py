"""Our accessibility menu beside open-source menus from npm, in one browser run: `python -m benchmarks.menu`."""
