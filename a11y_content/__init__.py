"""Accessible health content: one typed source, a native accessibility menu, and the proof in a real browser.

    import a11y_content as a11y
"""

from a11y_content.about import __version__

__all__ = ["__version__"]
