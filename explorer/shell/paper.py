"""Prints the diagram: the page of the exports, fitted on paper.

In go the desk or a page and a printer, out comes paper. Loads what talks to printers only when somebody prints.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPageLayout, QPainter

from explorer.shell.printing import paged
from explorer.views.diagram.paint.page import Page
from explorer.views.kit import theme

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from explorer.shell.desk import Desk


def ask_and_print(desk: "Desk") -> None:
    """Let a person choose a printer, then print the view of now."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    page = paged(desk.session.case, desk.pipeline.scene)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(page.title)
    turn_for(printer, page)
    dialog = QPrintDialog(printer, desk.window)
    dialog.setWindowTitle("Print the diagram")

    def _print() -> None:
        # Said in words by whoever failed: a printer that is gone is no fault of the program.
        if not print_page(page, printer):
            desk.messages.fail("The diagram could not be printed: the printer did not take it. Choose another one.")

    dialog.accepted.connect(_print)
    dialog.finished.connect(dialog.deleteLater)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()


def turn_for(printer: "QPrinter", page: Page) -> None:
    """Lay the paper so that the page fits best."""
    size = page.size()
    wide = size.width() > size.height()
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait)


def print_page(page: Page, printer: "QPrinter") -> bool:
    """Print a page as large as the paper allows, in ink on white; whether the printer took it."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    size = page.size()
    room = painter.viewport()
    scale = min(room.width() / size.width(), room.height() / size.height())
    painter.translate((room.width() - size.width() * scale) / 2, 0)
    painter.scale(scale, scale)
    with theme.on("light"):
        page.paint(painter)
    return painter.end()
