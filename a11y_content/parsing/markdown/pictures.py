"""Pictures inside a line: alone they are figures, anywhere else a problem, and their words stay."""

from __future__ import annotations

from a11y_content.model.raw import Raw
from a11y_content.parsing.markdown.faults import IMAGE_INLINE, Reading
from a11y_content.parsing.markdown.marks import says, words_of


class Pictures:
    """What a line knows of its pictures; `images` counts those that still stand in it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.images = 0

    def drop_image(self, image: Raw, where: str) -> Raw:
        """Make text of a picture that cannot stand where it is."""
        fields = image.value if isinstance(image.value, dict) else {}
        said = " ".join(str(fields[name].value) for name in ("src", "caption") if name in fields)
        message = f"the picture {said} stands inside {where}; its words were kept as text"
        self.reading.tell(IMAGE_INLINE, image.spot, message)
        self.images -= 1
        return Raw(str(fields["alt"].value), image.spot)

    def settle(self, inlines: list[Raw]) -> tuple[list[Raw], list[Raw]]:
        """Take the pictures out of a line: (inlines without them, pictures that become figures)."""
        if not self.images:
            return inlines, []
        pictures = [one for one in inlines if one.kind == "image"]
        rest = [one for one in inlines if one.kind != "image"]
        if not says(rest) or self.reading.foreign:
            if says(rest):
                for one in pictures:
                    said = words_of([one])
                    self.reading.tell(IMAGE_INLINE, one.spot, f"the picture “{said}” was moved behind its paragraph")
            return (rest if says(rest) else []), pictures
        return [self.drop_image(one, "a line of text") if one.kind == "image" else one for one in inlines], []
