"""The fonts of the diagram, and the measure that the layout is given.

In goes nothing but the system's font, out come QFonts by style and the width of a text. Must not know what is written.
"""

from functools import cache
from threading import get_ident

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGlyphRun, QTextLayout
from PySide6.QtWidgets import QApplication

from explorer.layout.card import Style

__all__ = [
    "Style",
    "ascent",
    "font",
    "line_height",
    "measured",
    "metrics",
    "missing",
    "readable",
    "sized",
    "wrapped_height",
]

#: Pixels at 100 %.
_SIZES: dict[Style, int] = {"name": 13, "place": 11, "badge": 11, "label": 11}
#: The smallest pixels on a screen that can be read.
_READABLE = 9.5


@cache
def font(style: Style) -> QFont:
    """The font of a style, unhinted, so that a text is as wide at any zoom as it was measured."""
    made = QFont(QApplication.font())
    made.setPixelSize(_SIZES[style])
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if style == "name":
        made.setWeight(QFont.Weight.DemiBold)
    if style == "label":
        made.setItalic(True)
    return made


@cache
def _metrics(style: Style, thread: int) -> QFontMetricsF:
    # Qt keeps its fonts by thread; a worker that measured with those of the GUI thread would meet it inside them.
    return QFontMetricsF(QFont(font(style)))


@cache
def sized(size: int) -> QFont:
    """The font of names in another size, in pixels at 100 %."""
    made = QFont(font("name"))
    made.setPixelSize(size)
    return made


@cache
def metrics(size: int) -> QFontMetricsF:
    """The measures of the font of names in another size."""
    return QFontMetricsF(sized(size))


def line_height() -> float:
    """How high a line of a name is at 100 %."""
    return _metrics("name", get_ident()).height()


def measured(text: str, style: Style) -> float:
    """The width of a text in pixels at 100 %."""
    return _metrics(style, get_ident()).horizontalAdvance(text)


def ascent(style: Style) -> float:
    """From the upper edge of a line to its baseline."""
    return _metrics(style, get_ident()).ascent()


def wrapped_height(text: str, style: Style, room: float) -> float:
    """How high a text is when it is wrapped into a width."""
    flags = int(Qt.AlignmentFlag.AlignLeft.value) | int(Qt.TextFlag.TextWordWrap.value)
    return _metrics(style, get_ident()).boundingRect(QRectF(0, 0, room, 10_000), flags, text).height()


def readable(scale: float, most: float) -> QFont:
    """The badge's font, so large that it can be read at a scale, but at most `most` pixels at 100 %."""
    made = QFont(font("badge"))
    made.setPixelSize(round(max(_SIZES["badge"], min(_READABLE / scale, most))))
    return made


def missing(text: str) -> list[str]:
    """The characters for which no font of this machine has a picture, each once."""
    unknown: list[str] = []
    for character in dict.fromkeys(text):
        if character.isspace() or character.isascii():
            continue
        layout = QTextLayout(character, font("name"))
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        if any(_is_empty_frame(run) for run in layout.glyphRuns()):
            unknown.append(character)
    return unknown


def _is_empty_frame(run: QGlyphRun) -> bool:
    """Whether a frame stands where a letter should: glyph 0 of a font, or glyph 1 of none.

    For a script whose letters change with their neighbours Qt asks no font that cannot do that; what it takes instead
    is no font at all, knows every character, and has no tables.
    """
    glyphs = set(run.glyphIndexes())
    return 0 in glyphs or (glyphs == {1} and run.rawFont().fontTable("cmap").isEmpty())
