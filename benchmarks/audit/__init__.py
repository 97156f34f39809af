"""Our audit beside pa11y-ci, @axe-core/cli and a plain Selenium loop, in one run: `python -m benchmarks.audit`."""
