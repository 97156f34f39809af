"""The first waist: located JSON. Every door (Markdown, JSON, HTML, text) gives this tree and nothing more."""

from __future__ import annotations

from dataclasses import dataclass, field

from a11y_content.problem import NOWHERE, Spot

Scalar = str | int | float | bool | None


@dataclass(slots=True)
class Raw:
    """A value that knows its place.

    `value` is a scalar, a list of `Raw`, or a dict from field names to `Raw`. A dict with the key `kind` is a document,
    a block or an inline; a plain string where inlines are wanted is one run of text. `keys` holds the places of a
    dict's keys.
    """

    value: Scalar | list[Raw] | dict[str, Raw]
    spot: Spot = NOWHERE
    keys: dict[str, Spot] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """The word under `kind`, or an empty string."""
        if isinstance(self.value, dict):
            named = self.value.get("kind")
            word = named.value if named is not None else ""
            return word if isinstance(word, str) else ""
        return ""

    def plain(self) -> object:
        """Give the same tree as plain JSON values, without places."""
        if isinstance(self.value, dict):
            return {name: item.plain() for name, item in self.value.items()}
        if isinstance(self.value, list):
            return [item.plain() for item in self.value]
        return self.value


def node(kind: str, spot: Spot, **fields: Raw | Scalar | list[Raw]) -> Raw:
    """Make the `Raw` of a kind; bare scalars and lists get the node's own place."""
    value: dict[str, Raw] = {"kind": Raw(kind, spot)}
    for name, item in fields.items():
        value[name] = item if isinstance(item, Raw) else Raw(item, spot)
    return Raw(value, spot)
