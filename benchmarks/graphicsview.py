"""The peer of `drawing`: the same scene in a QGraphicsView, an item a box and a line, tuned as well as it goes.

In goes a scene, out come frame times of the same gestures. Tuned: minimal viewport updates, no indexing of what is
selected, no smoothing from afar, text only near.
"""

import time

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from explorer.graph.model import Node
from explorer.layout.model import Box
from explorer.layout.scene import Scene
from explorer.views.diagram import fonts
from explorer.views.diagram.paint.line import curved

_FRAMES = 24


class _BoxItem(QGraphicsItem):
    def __init__(self, node: Node, box: Box) -> None:
        super().__init__()
        self._label, self._frame = node.label, QRectF(0, 0, box.width, box.height)
        self.setPos(box.x, box.y)
        self.setAcceptHoverEvents(True)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)

    def boundingRect(self) -> QRectF:
        return self._frame.adjusted(-2, -2, 2, 2)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        near = option.levelOfDetailFromTransform(painter.worldTransform()) >= 0.5
        painter.setPen(QPen(QColor("#3B4CCA" if self.isSelected() else "#8C887C"), 1))
        painter.setBrush(QColor("white"))
        if not near:
            painter.drawRect(self._frame)
            return
        painter.drawRoundedRect(self._frame, 7, 7)
        painter.setPen(QColor("#1F2328"))
        painter.setFont(fonts.font("name"))
        painter.drawText(self._frame, int(Qt.AlignmentFlag.AlignCenter.value), self._label)


class Peer:
    """A view of items, and the same gestures on it."""

    def __init__(self, scene: Scene, width: int, height: int) -> None:
        self._items = QGraphicsScene()
        self._boxes = [_BoxItem(scene.graph.node_by_id[box.id], box) for box in scene.picture.boxes]
        for edge, route in zip(scene.graph.edges, scene.picture.routes, strict=True):
            line = QGraphicsPathItem(curved(route))
            line.setPen(QPen(QColor("#0F766E" if edge.kind == "flow" else "#565B63"), 1))
            line.setZValue(-1)
            self._items.addItem(line)
        for item in self._boxes:
            self._items.addItem(item)
        self._view = QGraphicsView(self._items)
        self._view.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._view.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self._view.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self._view.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self._view.resize(width, height)
        self._view.show()
        QCoreApplication.processEvents()

    def frames(self, gesture: str) -> list[float]:
        """CPU ms of each frame of a gesture."""
        self._prepare(gesture)
        spent = []
        for i in range(_FRAMES):
            start = time.process_time()
            self._step(gesture, i)
            QCoreApplication.processEvents()
            spent.append((time.process_time() - start) * 1000)
        return spent

    def _prepare(self, gesture: str) -> None:
        self._view.resetTransform()
        if gesture == "pan, all in view":
            self._view.fitInView(self._items.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
            self._view.scale(1.3, 1.3)
        self._view.centerOn(self._boxes[len(self._boxes) // 2])
        QCoreApplication.processEvents()

    def _step(self, gesture: str, i: int) -> None:
        view, port = self._view, self._view.viewport()
        if gesture.startswith("pan"):
            bar = view.horizontalScrollBar()
            bar.setValue(bar.value() + (14 if (i // 12) % 2 == 0 else -14))
            view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 6)
        elif gesture.startswith("zoom"):
            factor = 1.2 if (i // 6) % 2 == 0 else 1 / 1.2
            view.scale(factor, factor)
        elif gesture == "hover":
            point = QPointF((i * 173) % port.width(), (i * 97) % port.height())
            none = Qt.MouseButton.NoButton
            event = QMouseEvent(
                QEvent.Type.MouseMove, point, port.mapToGlobal(point), none, none, Qt.KeyboardModifier.NoModifier
            )
            QApplication.sendEvent(port, event)
        else:
            self._items.clearSelection()
            self._boxes[(i * 97) % len(self._boxes)].setSelected(True)
