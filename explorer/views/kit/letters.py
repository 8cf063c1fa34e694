"""The letters of sources: words that a document says are set in a book face, so that they never look like ours.

In goes the application's font, out comes a font for quoted words. Must not know what is quoted.
"""

from PySide6.QtGui import QFont

#: The first that the system has is taken.
FAMILIES = ("Charter", "Georgia", "Source Serif 4", "Noto Serif", "Liberation Serif", "DejaVu Serif")


def source_font(base: QFont, scale: float = 1.0) -> QFont:
    """The font of quoted words, a scale times the size of `base`."""
    font = QFont(base)
    font.setFamilies(list(FAMILIES))
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(max(6.0, base.pointSizeF() * scale))
    return font
