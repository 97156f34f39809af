"""JSON Schema (2020-12) of `site.toml`, for editors."""

from __future__ import annotations

from typing import Any

from a11y_content.design.preferences import preferences
from a11y_content.design.themes import ROLES, theme_names
from a11y_content.model.site import Brand, Redirect, Settings
from a11y_content.parsing.described import about, fields_told
from a11y_content.parsing.plan import plan
from a11y_content.parsing.schema import Writer
from a11y_content.site.config import REDIRECT, SPOKEN


def site_schema() -> dict[str, Any]:
    """Describe what `site.toml` may say: the settings, the further languages, and the brand."""
    writer = Writer()
    made = writer.record(plan(Settings))
    properties = made["properties"]
    names = {"enum": [one.name for one in preferences()]}
    properties["preferences"] |= {"anyOf": [{"type": "array", "items": names}, {"type": "null"}]}
    spoken = {name: one for name, one in properties.items() if name in SPOKEN}
    language = {"type": "object", "properties": spoken, "additionalProperties": False}
    properties["languages"] = {
        "description": "Words of the site in its other languages, by language tag.",
        "type": "object",
        "additionalProperties": language,
    }
    redirect = {
        "type": "object",
        "properties": {name: {"type": "string"} for name in REDIRECT},
        "required": list(REDIRECT),
    }
    properties["redirects"] = {
        "description": about(Redirect),
        "type": "array",
        "items": redirect | {"additionalProperties": False},
    }
    properties["brand"] = _brand()
    return writer.finished("site.toml", made)


def _brand() -> dict[str, Any]:
    roles = {role: {"type": "string"} for role in ROLES}
    theme = {"type": "object", "properties": roles, "additionalProperties": False}
    return {
        "description": about(Brand),
        "type": "object",
        "properties": {
            **roles,
            "font": {
                "description": fields_told(Brand).get("font", ""),
                "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
            },
            **dict.fromkeys(theme_names(), theme),
        },
        "additionalProperties": theme,
    }
