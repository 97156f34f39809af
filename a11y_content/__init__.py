"""Accessible health content: one typed source, a native accessibility menu, and the proof in a real browser.

    import a11y_content as a11y
"""

__version__ = "0.1.0"
