"""Sites: a content folder in, a published folder out."""

from a11y_content.site.builder import BuildResult, build
from a11y_content.site.config import load_site
from a11y_content.site.survey import Survey, survey

__all__ = ["BuildResult", "Survey", "build", "load_site", "survey"]
