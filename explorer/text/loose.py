"""Text as somebody types it into a search: case, accents and runs of spaces do not count.

In goes a text, out comes one to be compared with another of its sort; places are lost. Must not know what is searched.
"""

import unicodedata


class _Table(dict[int, str | None]):
    """What is left of one code point, worked out when first met."""

    def __missing__(self, point: int) -> str | None:
        # Twice: a sign such as "㎆" holds capitals that are seen only when it is taken apart.
        parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", chr(point)).casefold())
        self[point] = "".join(part for part in parts if not unicodedata.combining(part)) or None
        return self[point]


_TABLE = _Table()


def loose(text: str) -> str:
    """The text in small letters without accents, its words one space apart."""
    return " ".join((text.lower() if text.isascii() else text.translate(_TABLE)).split())
