"""On paper: the page fitted on a sheet, light however dark the window is, and a printer that is gone is said so."""

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it brings no stubs
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication

from explorer.graph.lens import Lens
from explorer.layout.scene import arranged
from explorer.shell.paper import ask_and_print, print_page, turn_for
from explorer.shell.printing import paged
from explorer.shell.window import Window
from explorer.views.diagram import fonts
from explorer.views.diagram.paint.page import Page
from explorer.views.kit import theme
from tests.article import article


def _page() -> Page:
    return paged(article(), arranged(article(), Lens(), fonts.measured))


def _printed(target: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_a_page_is_printed_on_one_sheet_in_ink_on_white(
    qapp: QApplication, tmp_path: Path, ground: theme.Ground
) -> None:
    theme.dress(qapp, ground)
    page, target = _page(), tmp_path / "paper.pdf"
    printer = _printed(target)
    turn_for(printer, page)
    assert print_page(page, printer)
    theme.dress(qapp, "light")
    document = pypdfium2.PdfDocument(target)
    assert len(document) == 1
    wide, high = document[0].get_size()
    assert wide > high
    words = document[0].get_textpage().get_text_range()
    assert "Microelectronics" in words
    assert "Source:" in words
    bitmap = document[0].render(scale=1)
    middle = bitmap.height // 2 * bitmap.stride
    row = bytes(bitmap.buffer)[middle : middle + bitmap.stride]
    # Light ground in most places, and ink somewhere.
    assert sorted(row)[len(row) // 2] > 225
    assert min(row) < 160
    document.close()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(qapp: QApplication, tmp_path: Path) -> None:
    assert not print_page(_page(), _printed(tmp_path / "no" / "such" / "folder" / "paper.pdf"))
    assert qapp is not None


def test_printing_asks_for_a_printer_first(window: Window) -> None:
    ask_and_print(window.desk)
    (dialog,) = window.findChildren(QPrintDialog)
    assert dialog.isVisible()
    dialog.reject()
