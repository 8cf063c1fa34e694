"""The camera: what it shows, and the point under the cursor that stays."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF

from explorer.views.diagram.camera import FARTHEST, FIT_MOST, NEAREST, Camera

_PLACES = st.floats(-2000, 2000)


def test_fitted_shows_all_in_the_middle() -> None:
    sheet = QRectF(0, 0, 2000, 1000)
    camera = Camera.fitted(sheet, QSizeF(800, 600))
    shown = camera.transform().mapRect(sheet)
    assert shown.left() >= 0
    assert shown.right() <= 800
    assert abs(shown.center().x() - 400) < 0.01
    assert abs(shown.center().y() - 300) < 0.01


def test_a_sheet_that_begins_beyond_the_corner_is_fitted_too() -> None:
    sheet = QRectF(-500, -300, 1000, 600)
    shown = Camera.fitted(sheet, QSizeF(800, 600)).transform().mapRect(sheet)
    assert QRectF(0, 0, 800, 600).contains(shown)


def test_a_small_sheet_is_not_blown_up() -> None:
    assert Camera.fitted(QRectF(0, 0, 50, 50), QSizeF(1920, 1080)).scale == FIT_MOST


def test_a_giant_sheet_is_shown_whole_and_may_be_seen_from_a_little_farther() -> None:
    sheet = QRectF(0, 0, 1e6, 1e6)
    camera = Camera.fitted(sheet, QSizeF(800, 600))
    assert QRectF(0, 0, 800, 600).contains(camera.transform().mapRect(sheet))
    assert camera.scale * 0.5 < camera.zoomed(0.001, QPointF()).scale < camera.scale


def test_nothing_to_show_is_shown_as_it_is() -> None:
    assert Camera.fitted(QRectF(), QSizeF(800, 600)) == Camera()
    assert Camera.fitted(QRectF(0, 0, 10, 10), QSizeF()) == Camera()


@given(_PLACES, _PLACES, st.floats(0.1, 10), st.floats(0.06, 3.9))
def test_zooming_keeps_the_point_under_the_cursor(x: float, y: float, factor: float, scale: float) -> None:
    camera, at = Camera(scale, 17.0, -31.0), QPointF(x, y)
    before = camera.to_sheet(at)
    zoomed = camera.zoomed(factor, at)
    after = zoomed.to_screen(before)
    assert abs(after.x() - x) < 0.01
    assert abs(after.y() - y) < 0.01
    assert FARTHEST <= zoomed.scale <= NEAREST


@given(_PLACES, _PLACES, st.floats(0.05, 4))
def test_sheet_and_screen_are_inverse(x: float, y: float, scale: float) -> None:
    camera = Camera(scale, 5.0, 9.0)
    back = camera.to_sheet(camera.to_screen(QPointF(x, y)))
    assert abs(back.x() - x) < 0.001
    assert abs(back.y() - y) < 0.001
    mapped = camera.transform().map(QPointF(x, y))
    assert abs(mapped.x() - camera.to_screen(QPointF(x, y)).x()) < 0.001


def test_panning_moves_by_pixels_of_the_screen() -> None:
    assert Camera(2.0, 1.0, 1.0).panned(QPointF(10, -5)) == Camera(2.0, 11.0, -4.0)


def test_what_is_seen_in_a_rectangle_is_what_its_corners_lie_on() -> None:
    camera = Camera(2.0, 10.0, -20.0)
    assert camera.seen(QRect(0, 0, 800, 600)) == QRectF(-5.0, 10.0, 400.0, 300.0)
    assert camera.transform().mapRect(camera.seen(QRect(40, 30, 50, 60))) == QRectF(40, 30, 50, 60)
