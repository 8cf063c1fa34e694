"""The kept picture: always exact in the end, whatever way led there, and never blank on the way."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from explorer.graph.model import View
from explorer.graph.walk import neighbourhood
from explorer.layout.scene import Scene
from explorer.views.diagram.camera import Camera
from explorer.views.diagram.content import Drawing
from explorer.views.diagram.kept import Kept
from explorer.views.diagram.look import Look
from explorer.views.diagram.paint.sheet import paint_sheet
from explorer.views.kit import theme
from tests.article import VIEWS, scene
from tests.views.big import big_scene

_SIZE = QSize(640, 420)


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    theme.dress(qapp, "light")


@cache
def _big(count: int) -> Scene:
    return big_scene(count)


def _fitted(drawing: Drawing) -> Camera:
    return Camera.fitted(drawing.sheet(), QSizeF(_SIZE))


def _shown(kept: Kept) -> QImage:
    image = QImage(kept.layers.sight.size, QImage.Format.Format_RGB32)
    image.fill(0xFF00FF)
    painter = QPainter(image)
    kept.layers.show(painter)
    painter.end()
    return image


def _exactly(kept: Kept, camera: Camera, ratio: float = 1.0) -> QImage:
    """What is shown when nothing is left to paint."""
    kept.aim(camera, _SIZE * ratio, ratio)
    while kept.turn():
        pass
    assert kept.exact()
    return _shown(kept)


def _directly(made: Scene, look: Look, camera: Camera) -> QImage:
    image = QImage(_SIZE, QImage.Format.Format_RGB32)
    image.fill(theme.colour("ground"))
    painter = QPainter(image)
    painter.setTransform(camera.transform())
    paint_sheet(painter, made, look, camera.scale)
    painter.end()
    return image


def _differing(one: QImage, other: QImage, by: int = 40) -> int:
    """How many pixels differ by more than what the places of letters between pixels make of them."""
    assert one.size() == other.size()
    a, b = bytes(one.constBits()), bytes(other.constBits())
    return sum(
        any(abs(a[i + k] - b[i + k]) > by for k in range(3))
        for i in range(0, len(a), 4)
        if a[i : i + 3] != b[i : i + 3]
    )


@pytest.mark.parametrize("view", VIEWS)
def test_a_small_scene_looks_as_if_it_were_painted_directly(view: View) -> None:
    made = scene(view)
    drawing = Drawing(made, Look())
    camera = _fitted(drawing)
    assert _differing(_exactly(Kept(drawing), camera), _directly(made, Look(), camera)) <= 20


def test_a_pan_ends_in_the_picture_that_was_never_panned() -> None:
    for made in (scene("flow"), _big(150)):
        drawing = Drawing(made, Look())
        start = Camera(0.8, -300.0, -100.0)
        panned, camera = Kept(drawing), start
        _exactly(panned, camera)
        for step in ((40, 10), (130, -30), (150, 90), (-20, 200), (-400, -37)):
            camera = camera.panned(QPointF(*step))
            panned.aim(camera, _SIZE, 1.0)
            panned.turn(0.0)
        assert _differing(_exactly(panned, camera), _exactly(Kept(drawing), camera)) <= 150


def test_a_zoom_shows_the_old_picture_scaled_and_then_the_exact_one() -> None:
    drawing = Drawing(_big(150), Look())
    kept, camera = Kept(drawing), _fitted(drawing)
    old = _exactly(kept, camera)
    nearer = camera.zoomed(2.0, QPointF(300, 200))
    kept.aim(nearer, _SIZE, 1.0, hold=True)
    assert not kept.turn()
    assert not kept.exact()
    scaled = _shown(kept)
    assert scaled.pixelColor(300, 200) == old.pixelColor(300, 200)
    assert len({scaled.pixel(x, 200) for x in range(_SIZE.width())}) > 10
    exact = _exactly(kept, nearer)
    assert exact != scaled
    assert _differing(exact, _exactly(Kept(drawing), nearer)) == 0


def test_nothing_is_ever_blank() -> None:
    drawing = Drawing(_big(150), Look())
    kept, camera = Kept(drawing), _fitted(drawing)
    _exactly(kept, camera)
    for there in (camera.zoomed(0.5, QPointF(0, 0)), camera.zoomed(6, QPointF(300, 210)), Camera(1.0, -2500.0, -200.0)):
        kept.aim(there, _SIZE, 1.0, hold=True)
        image = _shown(kept)
        # No pixel is left as it was before, and the sheet is seen: more than the colours of paper and lanes.
        colours = {image.pixel(x, y) & 0xFFFFFF for x in range(0, 640, 7) for y in range(0, 420, 7)}
        assert 0xFF00FF not in colours
        assert len(colours) > 4


def test_before_anything_is_painted_the_lanes_are_there() -> None:
    drawing = Drawing(_big(150), Look())
    kept = Kept(drawing)
    kept.aim(_fitted(drawing), _SIZE, 1.0)
    colours = {_shown(kept).pixelColor(x, 210).name() for x in range(0, 640, 5)}
    assert theme.colour("panel").name() in colours
    assert len(colours) < 6


def test_work_is_done_in_slices_and_ends() -> None:
    drawing = Drawing(_big(400), Look())
    kept = Kept(drawing)
    kept.aim(_fitted(drawing), _SIZE, 1.0)
    turns = 0
    while kept.turn(0.0):
        turns += 1
    assert turns > 5
    assert kept.idle
    assert not kept.turn()


def test_a_pick_is_lit_over_a_veil_and_let_go_again() -> None:
    made = scene("flow")
    drawing = Drawing(made, Look())
    kept, camera = Kept(drawing), _fitted(drawing)
    plain = _exactly(kept, camera)
    drawing.look = Look(frozenset({"china"}), neighbourhood(made.graph, ["china"]))
    kept.relight()
    lit = _exactly(kept, camera)
    # A veil over everything is not the same as each thing faded by itself where they lie over each other: nearly.
    assert _differing(lit, _directly(made, drawing.look, camera), by=70) < 60
    assert _differing(lit, plain) > 3_000
    drawing.look = Look()
    kept.relight()
    assert _exactly(kept, camera) == plain


def test_a_part_that_looks_different_is_painted_again_and_nothing_else() -> None:
    made = scene("flow")
    drawing = Drawing(made, Look())
    kept, camera = Kept(drawing), _fitted(drawing)
    before = _exactly(kept, camera)
    bundle = "good-microelectronics>russia"
    drawing.look = Look(opened=frozenset({bundle}))
    kept.repaint(drawing.reach.bounds_of(bundle))
    assert not kept.exact()
    opened = _exactly(kept, camera)
    assert opened != before
    assert _differing(opened, _directly(made, drawing.look, camera)) <= 40


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_it_is_as_sharp_as_the_screen(ratio: float) -> None:
    drawing = Drawing(scene("flow"), Look())
    image = _exactly(Kept(drawing), _fitted(drawing), ratio)
    assert image.size() == _SIZE * ratio
    rows = {image.pixel(x, round(200 * ratio)) for x in range(image.width())}
    assert len(rows) > 12


def test_another_density_of_pixels_forgets_the_old_ones() -> None:
    drawing = Drawing(scene("flow"), Look())
    kept = Kept(drawing)
    _exactly(kept, _fitted(drawing), 1.0)
    assert _exactly(kept, _fitted(drawing), 2.0) == _exactly(Kept(drawing), _fitted(drawing), 2.0)


def test_an_empty_scene_and_a_screen_of_no_size_are_painted_too() -> None:
    kept = Kept(Drawing(Scene(), Look()))
    assert {_exactly(kept, Camera()).pixelColor(x, 5).name() for x in range(50)} == {theme.colour("ground").name()}
    kept.aim(Camera(), QSize(), 1.0)
    assert not kept.turn()


@given(st.lists(st.tuples(st.sampled_from(["pan", "zoom", "turn", "renew"]), st.integers(-300, 300)), max_size=8))
@settings(max_examples=25)
def test_any_way_ends_in_the_exact_picture(steps: list[tuple[str, int]]) -> None:
    drawing = Drawing(scene("flow"), Look())
    kept, camera = Kept(drawing), _fitted(drawing)
    kept.aim(camera, _SIZE, 1.0)
    for what, by in steps:
        if what == "pan":
            camera = camera.panned(QPointF(by, by // 3))
        elif what == "zoom":
            camera = camera.zoomed(1.0 + by / 700, QPointF(by, 50))
        elif what == "renew":
            kept.renew(drawing)
        kept.aim(camera, _SIZE, 1.0, hold=what == "zoom")
        kept.turn(0.0)
    assert _differing(_exactly(kept, camera), _exactly(Kept(drawing), camera), by=60) <= 400


def test_the_bounds_of_what_is_not_there_are_empty() -> None:
    assert Drawing(scene("flow"), Look()).reach.bounds_of("gone") == QRectF()
