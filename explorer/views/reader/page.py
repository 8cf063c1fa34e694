"""The page: a source's text set as a readable column of plain paragraphs.

In go a source, a font and a document, out comes the document filled: one block a line of the text, nothing interpreted.
Must not know passages.
"""

from collections.abc import Iterator
from functools import cache, partial
from itertools import pairwise

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from explorer.case.evidence import Source
from explorer.views.kit import theme
from explorer.views.reader.offsets import shown

#: From one line of writing to the next, in heights of the letters; faces differ in how much they bring along.
LINE_HEIGHT = 1.62
_SIZES = {
    "headline": 1.3,
    "repeated": 1.05,
    "standfirst": 1.12,
    "byline": 0.84,
    "caption": 0.84,
    "credit": 0.84,
    "tags": 0.84,
}
_MUTED = {"byline", "caption", "credit", "tags"}
_MARGIN = 4.0


def fill(document: QTextDocument, source: Source, font: QFont) -> None:
    """Set the text of a source into a document."""
    document.setUndoRedoEnabled(False)
    document.clear()
    document.setDefaultFont(font)
    document.setDocumentMargin(_MARGIN)
    # Made once: a book has tens of thousands of lines, and each would ask for three.
    blocks, letters = cache(partial(_block_format, font)), cache(partial(_char_format, font))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    start = 0
    for number, line in enumerate(source.text.split("\n")):
        block = blocks(_role(source, start) if line else None)
        if number:
            cursor.insertBlock(block, letters(""))
        else:
            cursor.setBlockFormat(block)
        for first, last, role in _runs(source, start, start + len(line)):
            cursor.insertText(shown(source.text[first:last]), letters(role))
        start += len(line) + 1
    cursor.endEditBlock()


def _runs(source: Source, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """A line cut where its role changes: a photo credit often stands glued to its caption."""
    cuts = {start, end}
    for part in source.parts:
        cuts |= {place for place in (part.start, part.end) if start < place < end}
    ordered = sorted(cuts)
    for first, last in pairwise(ordered):
        yield first, last, _role(source, first)


def _role(source: Source, place: int) -> str:
    role = next((part.role for part in source.parts if part.start <= place < part.end), "")
    # Only the first headline is the title; one that is repeated, below a picture for example, is set smaller.
    first = min((part.start for part in source.parts if part.role == "headline"), default=0)
    return "repeated" if role == "headline" and place >= _end_of(source, first) else role


def _end_of(source: Source, start: int) -> int:
    return next((part.end for part in source.parts if part.start == start), 0)


def _block_format(font: QFont, role: str | None) -> QTextBlockFormat:
    """How a line stands that begins with a role; None is an empty line."""
    made = QTextBlockFormat()
    if role is None:
        # An empty line is the space between paragraphs, not a line of its own.
        made.setLineHeight(QFontInfo(font).pixelSize() * 0.8, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return made
    share = 100 * LINE_HEIGHT * QFontInfo(font).pixelSize() / QFontMetricsF(font).height()
    made.setLineHeight(
        100 if role == "headline" else max(100, share), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    )
    return made


def _char_format(font: QFont, role: str) -> QTextCharFormat:
    made = QTextCharFormat()
    sized = QFont(font)
    sized.setPointSizeF(font.pointSizeF() * _SIZES.get(role, 1.0))
    sized.setBold(role in {"headline", "repeated"})
    made.setFont(sized)
    made.setForeground(theme.colour("ink-muted" if role in _MUTED else "ink"))
    return made
