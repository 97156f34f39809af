"""audit/checks."""
