"""Previews for designers: a document in every mode, side by side."""

from a11y_content.preview.pictures import write_pictures
from a11y_content.preview.static import write_static

__all__ = ["write_pictures", "write_static"]
