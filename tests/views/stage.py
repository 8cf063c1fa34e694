"""A plain window for a pane under test: without a layout, so that the offscreen platform has no hints to grumble at."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def on_stage(qtbot: QtBot, pane: QWidget, width: int, height: int, *, shown: bool = True) -> QWidget:
    stage = QWidget()
    qtbot.addWidget(stage)
    stage.resize(1600, 1000)
    pane.setParent(stage)
    pane.resize(width, height)
    if shown:
        with qtbot.waitExposed(stage):
            stage.show()
    return stage
