"""Icons: our own small SVGs, tinted at run time.

In goes the name of a file in `resources/icons` and a colour, out comes a QIcon or a pixmap. Must not know kinds.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from explorer import assets
from explorer.views.kit import theme

_FALLBACK = "dot"


@cache
def _markup(name: str) -> str:
    path = assets.resource(f"icons/{name}.svg")
    # Icon names stand in our own vocabulary; a kind that a file invents gets the plain dot.
    return (
        path if name.replace("-", "").isalnum() and path.is_file() else assets.resource(f"icons/{_FALLBACK}.svg")
    ).read_text(encoding="utf-8")


@cache
def _renderer(name: str, tint: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_markup(name).replace("currentColor", tint).encode()))


def paint(painter: QPainter, name: str, place: QRectF, tint: QColor) -> None:
    """Draw an icon as vectors into a rectangle."""
    _renderer(name, tint.name()).render(painter, place)


@cache
def pixmap(name: str, tint: str, size: int, ratio: float = 1.0) -> QPixmap:
    """An icon as pixels: `size` in device-independent pixels, `tint` a colour like '#1f2328'."""
    made = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, tint).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return made


def icon(name: str, colour: str = "ink") -> QIcon:
    """An icon in a colour token on the current ground."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap(name, theme.colour(colour).name(), 18, ratio))
    return made
