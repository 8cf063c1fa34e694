"""A diagram in a window, for every test of what is done with it."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer.case.case import Case
from explorer.case.check import check
from explorer.session.pipeline import Pipeline
from explorer.session.state import Opened, Session
from explorer.views.diagram import fonts
from explorer.views.diagram.view import DiagramView
from explorer.views.kit import theme
from tests.article import article
from tests.views.stage import on_stage


@pytest.fixture
def diagram(qtbot: QtBot, qapp: QApplication) -> Callable[..., DiagramView]:
    """Opens a diagram of a case in a window of a given size."""

    stages: list[QWidget] = []  # held here, else they go with their panes

    def opened(case: Case | None = None, width: int = 1300, height: int = 850) -> DiagramView:
        theme.dress(qapp, "light")
        case = case or article()
        session = Session(Opened(case, check(case)))
        view = DiagramView(session, Pipeline(session, fonts.measured, session))
        session.setParent(view)
        view.begin()
        stages.append(on_stage(qtbot, view, width, height))
        return view

    return opened
