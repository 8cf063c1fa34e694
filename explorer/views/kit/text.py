"""The text gate: the only place that makes labels and tooltips out of what a file says.

In goes any text, out come widgets that show it as plain text, clipped, with invisible and reordering characters made
visible. No HTML from a file is ever interpreted.
"""

import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

LABEL_LIMIT = 2_000
TOOLTIP_LIMIT = 600

#: Invisible yet proper in names and text of several scripts: joiners, direction marks, soft hyphen.
_PROPER = frozenset("\u200c\u200d\u200e\u200f\u00ad\n\t")


def clip(text: str, limit: int = LABEL_LIMIT) -> str:
    """The text, or its beginning with a count of what is left out."""
    return text if len(text) <= limit else f"{text[:limit]} … ({len(text) - limit:,} more characters)"


def visible(text: str) -> str:
    """The text with characters that hide or reorder others shown as code points, such as ‹U+202E›."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        f"‹U+{ord(c):04X}›" if unicodedata.category(c) in {"Cf", "Cc", "Zl", "Zp"} and c not in _PROPER else c
        for c in text
    )


def plain(text: str, limit: int = LABEL_LIMIT) -> str:
    """Text fit to be shown: clipped, nothing in it hidden."""
    return visible(clip(text, limit))


def label(
    text: str = "", *, muted: bool = False, bold: bool = False, size: float = 1.0, wrap: bool = True,
    parent: QWidget | None = None,
) -> QLabel:  # fmt: skip
    """A label of plain text. `size` is relative to the application's font."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(plain(text))
    made.setWordWrap(wrap)
    font = QFont(made.font())
    font.setBold(bold)
    font.setPointSizeF(max(6.0, font.pointSizeF() * size))
    made.setFont(font)
    made.setProperty("muted", muted)
    return made


def tooltip(text: str) -> str:
    """A tooltip that Qt shows as plain text, whatever stands in it."""
    # A tooltip has no text format of its own: the text is escaped, so that Qt finds no tag in it.
    escaped = plain(text, TOOLTIP_LIMIT).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<p style='white-space:pre-wrap'>{escaped}</p>"
