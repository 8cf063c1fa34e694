"""A chart drawn: one figure on its own axes, never two units on one.

In goes a chart, out comes a picture of it in a widget that takes no clicks. Must not know the session. Imports
pyqtgraph, so it is itself imported only after the first paint.
"""

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.views.charts.chart import Chart, Form
from explorer.views.charts.scale import amount_ticks, reach, ticks_across
from explorer.views.charts.shape import Shape
from explorer.views.kit import theme

_HEIGHTS: dict[Form, int] = {"band": 132, "horizon": 76, "count": 62, "words": 34}


class FigurePlot(QWidget):
    """A chart with its axes, as wide as there is room."""

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = chart
        self.canvas = pg.GraphicsView(self)
        self.box = pg.ViewBox(enableMenu=False, enableMouse=False)
        self.days = pg.AxisItem("bottom")
        self.amounts = pg.AxisItem("left")
        self.shape = Shape(chart, self.box)
        # Clicks, the wheel and tooltips belong to the card around it.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(_HEIGHTS[chart.form])
        self._arrange()
        self.show_theme()

    def show_theme(self) -> None:
        """Take up the colours of the ground."""
        self.canvas.setBackground(theme.colour("surface"))
        for axis in (self.days, self.amounts):
            axis.setPen(pg.mkPen(theme.colour("line-strong")))
            axis.setTextPen(pg.mkPen(theme.colour("ink-muted")))
        self.shape.update()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.canvas)
        font = QFont(self.font())
        font.setPointSizeF(max(6.0, font.pointSizeF() * 0.92))
        self.shape.font = font
        grid = pg.GraphicsLayout()
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setSpacing(0)
        grid.addItem(self.box, 0, 1)
        self.box.setDefaultPadding(0)
        for axis, row, at in ((self.days, 1, 1), (self.amounts, 0, 0)):
            axis.setStyle(tickFont=font, tickLength=0, tickTextOffset=4, hideOverlappingLabels=False)
            if self._has(axis):
                grid.addItem(axis, row, at)
                axis.linkToView(self.box)
        self.canvas.setCentralItem(grid)
        across, top = reach(self.chart)
        self.box.setRange(xRange=across, yRange=(0.0, top), padding=0)
        self.amounts.setTicks([amount_ticks(self.chart)])
        self.box.sigResized.connect(self._on_box_resized)
        self._on_box_resized()

    def _has(self, axis: object) -> bool:
        return self.chart.form == "band" or (axis is self.days and self.chart.form != "words")

    def _on_box_resized(self) -> None:
        self.days.setTicks([ticks_across(self.chart, self.box.width())])
        self.shape.fit(self.box.rect())
