"""Takes the diagram out: SVG, PNG, PDF by the painter of the window, and the picture as JSON.

In go a case and a target file, out comes the file, written whole or not at all. Runs with and without a window.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPaintDevice, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from explorer.analysis.summary import headline
from explorer.case.case import Case
from explorer.case.evidence import Source
from explorer.case.file import read
from explorer.case.saver import save
from explorer.formats import picture
from explorer.graph.lens import Lens
from explorer.graph.sight import first_lens
from explorer.graph.words import name, when_words
from explorer.layout.scene import Scene, arranged
from explorer.views.diagram import fonts
from explorer.views.diagram.content import paint_pixels
from explorer.views.diagram.look import Look
from explorer.views.diagram.paint.page import Page
from explorer.views.kit import theme

#: Pixels of a PNG for one pixel at 100 %: sharp on paper and on dense screens, fewer where that would take more memory
#: than a laptop has to spare: four bytes a pixel.
_DENSITY = 2.0
_MOST_PIXELS = 100_000_000
_POINTS = 0.75


def export(
    case_path: Path, target: Path, view: str = "flow", *, dark: bool = False, shapes: bool = False
) -> tuple[str, ...]:
    """Draw a case file into a picture file; returns warnings in words. `shapes` draws words as shapes of letters.

    Raises ValueError (an unreadable case is one) and OSError with a message for a person.
    """
    _writer(target)
    case = read(case_path)
    application = _application()
    theme.dress(application, "dark" if dark else "light")
    if view not in ("flow", "relations", "both"):
        raise ValueError(f"there is no view '{view}'; choose flow, relations or both")
    lens = first_lens(case, Lens(view=view))  # type: ignore[arg-type]  # compared with the three views above
    return export_scene(case, arranged(case, lens, fonts.measured), target, shapes=shapes)


def export_scene(case: Case, scene: Scene, target: Path, *, shapes: bool = False) -> tuple[str, ...]:
    """Draw a scene into a picture file, with title, sentence, legend, sources and date; returns warnings in words."""
    write = _writer(target)
    page = paged(case, scene, shapes=shapes)
    content = write(page)
    try:
        save(content, target)
    except OSError as error:
        raise OSError(f"{target}: cannot be written: {error.strerror or error}; choose another folder") from error
    return _unshown(page)


def paged(case: Case, scene: Scene, *, shapes: bool = False) -> Page:
    """A scene as a page with title, sentence, legend, sources and date."""
    look = Look(hidden=scene.graph.hidden)
    return Page(scene, case.title, headline(case), _sources(case), look, shapes)


def _writer(target: Path) -> Callable[[Page], bytes]:
    writers: Mapping[str, Callable[[Page], bytes]] = {".svg": _svg, ".png": _png, ".pdf": _pdf, ".json": _json}
    write = writers.get(target.suffix.lower())
    if write is None:
        raise ValueError(f"{target}: '{target.suffix}' is no picture that can be written; choose {', '.join(writers)}")
    return write


def _application() -> QApplication:
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QApplication(["sanctions-explorer"])


def _svg(page: Page) -> bytes:
    buffer, size = _opened(), page.size()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(round(size.width()), round(size.height())))
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setResolution(96)
    generator.setTitle(page.title)
    generator.setDescription(page.sentence)
    _painted(page, generator)
    return _content(buffer)


def _png(page: Page) -> bytes:
    area = page.size().width() * page.size().height()
    density = min(_DENSITY, (_MOST_PIXELS / area) ** 0.5)
    size = page.size() * density
    # Memory that is promised for a larger one may not be there when it is painted.
    image = QImage(size.toSize() if density >= 1.0 else QSize(), QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        pixels = f"{page.size().width():,.0f} x {page.size().height():,.0f}"
        raise ValueError(f"the picture would be {pixels} pixels, too large for a PNG; choose .svg or .pdf")
    image.setDevicePixelRatio(density)
    image.fill(theme.colour("ground"))
    _painted(replace(page, sheet=paint_pixels), image)
    buffer = _opened()
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know bytes only, the call takes str
    return _content(buffer)


def _pdf(page: Page) -> bytes:
    buffer, size = _opened(), page.size()
    writer = QPdfWriter(buffer)
    writer.setTitle(page.title)
    writer.setCreator("Sanctions Explorer")
    # 96 pixels an inch, as on the screen: one pixel of the picture is one dot of the page.
    writer.setResolution(96)
    paper = QPageSize(QSizeF(size.width(), size.height()) * _POINTS, QPageSize.Unit.Point, "picture")
    writer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    _painted(page, writer)
    return _content(buffer)


def _json(page: Page) -> bytes:
    return picture.write(page.scene).encode("utf-8")


def _painted(page: Page, device: QPaintDevice) -> None:
    painter = QPainter()
    if not painter.begin(device):
        raise ValueError("this picture cannot be drawn; choose another format")
    page.paint(painter)
    painter.end()


def _opened() -> QBuffer:
    buffer = QBuffer()
    buffer.setData(QByteArray())
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _content(buffer: QBuffer) -> bytes:
    content = bytes(buffer.data().data())
    buffer.close()
    return content


def _sources(case: Case) -> str:
    rows = [_source(case, source) for source in case.sources.values()]
    today = date.today()
    drawn = (
        f"Drawn by the Sanctions Explorer on {today.day} {today:%B %Y}. Every line leads to a passage of its source."
    )
    return "\n".join([*rows, drawn])


def _source(case: Case, source: Source) -> str:
    author = f" by {name(case, source.author)}" if source.author else ""
    parts = [
        f"Source: {source.title}{author}",
        source.publisher or "",
        when_words(source.published),
        source.address or "",
    ]
    return ", ".join(part for part in parts if part)


def _unshown(page: Page) -> tuple[str, ...]:
    words = [page.title, *(node.label for node in page.scene.graph.nodes), *(e.label for e in page.scene.graph.edges)]
    missing = fonts.missing("".join(words))
    if not missing:
        return ()
    unshown = " ".join(missing[:12])
    return (f"No font here shows {unshown}: install one for that script (fonts-noto-core, fonts-noto-cjk)",)
