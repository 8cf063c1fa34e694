"""Large scenes: the same things at the same places as in a small one, near, in the middle and far; and hit there."""

from dataclasses import replace
from functools import cache

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from explorer.graph.model import Graph
from explorer.graph.walk import neighbourhood
from explorer.layout.scene import Scene
from explorer.views.diagram.camera import Camera
from explorer.views.diagram.content import Drawing
from explorer.views.diagram.kept import Kept
from explorer.views.diagram.look import Look
from explorer.views.diagram.paint.sheet import paint_sheet
from explorer.views.diagram.pick import hit
from explorer.views.diagram.prepared import prepared
from explorer.views.kit import theme
from tests.views.big import big_scene

_SIZE = QSize(900, 600)


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    theme.dress(qapp, "light")


@cache
def _scene() -> Scene:
    return big_scene(160)


def _painted(drawing: Drawing, camera: Camera) -> QImage:
    kept = Kept(drawing)
    kept.aim(camera, _SIZE, 1.0)
    kept.finish()
    image = QImage(_SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    kept.layers.show(painter)
    painter.end()
    return image


def _directly(look: Look, camera: Camera) -> QImage:
    image = QImage(_SIZE, QImage.Format.Format_RGB32)
    image.fill(theme.colour("ground"))
    painter = QPainter(image)
    painter.setTransform(camera.transform())
    paint_sheet(painter, _scene(), look, camera.scale)
    painter.end()
    return image


def _apart(one: QColor, other: QColor) -> int:
    return abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue())


def _coarse(image: QImage) -> list[int]:
    """Greys of a small copy: where there is how much ink, whatever single pixels do."""
    small = image.scaled(60, 40).convertToFormat(QImage.Format.Format_Grayscale8)
    return [small.pixelColor(x, y).red() for y in range(40) for x in range(60)]


@pytest.mark.parametrize("scale", [0.4, 0.7, 1.3])
def test_near_it_looks_like_the_painter_of_small_scenes(scale: float) -> None:
    camera = Camera(scale, -700 * scale, 20.0)
    mass, single = _coarse(_painted(Drawing(_scene(), Look()), camera)), _coarse(_directly(Look(), camera))
    off = [abs(a - b) for a, b in zip(mass, single, strict=True)]
    assert min(single) < 160
    assert sum(off) / len(off) < 4
    assert sorted(off)[int(len(off) * 0.98)] < 45


def test_far_away_boxes_are_marks_of_their_colour_and_lines_a_density() -> None:
    drawing = Drawing(big_scene(1_500), Look())
    camera = Camera.fitted(drawing.sheet(), QSizeF(_SIZE))
    assert camera.scale < 0.12
    image = _painted(drawing, camera)
    node = next(node for node in drawing.scene.graph.nodes if node.table == "goods")
    box = drawing.scene.picture.box_by_id[node.id]
    place = camera.to_screen(QPointF(box.x + box.width / 2, box.y + box.height / 2)).toPoint()
    seen = image.pixelColor(place)
    assert _apart(seen, theme.colour(node.colour)) < _apart(seen, theme.colour("line-strong"))
    # Between the boxes there is ink of many strengths, not one grey.
    column = camera.to_screen(QPointF(box.right + 35, 0)).x()
    greys = {image.pixelColor(round(column), y).lightness() // 8 for y in range(image.height())}
    assert len(greys) > 4


def test_a_density_is_the_same_in_any_strip() -> None:
    drawing = Drawing(big_scene(1_500), Look())
    camera = Camera.fitted(drawing.sheet(), QSizeF(_SIZE))
    kept = Kept(drawing)
    kept.aim(camera.panned(QPointF(200, 0)), _SIZE, 1.0)
    while kept.turn():
        pass
    kept.aim(camera, _SIZE, 1.0)
    while kept.turn():
        pass
    image = QImage(_SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    kept.layers.show(painter)
    painter.end()
    off = [abs(a - b) for a, b in zip(_coarse(image), _coarse(_painted(drawing, camera)), strict=True)]
    assert max(off) < 20


def test_what_is_picked_is_ringed_from_afar_too() -> None:
    made = big_scene(1_500)
    key = made.graph.nodes[700].id
    look = Look(frozenset({key}), neighbourhood(made.graph, [key], 1))
    drawing = Drawing(made, look)
    box = made.picture.box_by_id[key]
    camera = Camera.fitted(drawing.sheet(), QSizeF(_SIZE))
    image = _painted(drawing, camera)
    place = camera.to_screen(QPointF(box.x, box.y)).toPoint()
    around = {image.pixelColor(place.x() + dx, place.y() + dy).name() for dx in range(-6, 2) for dy in range(-6, 2)}
    accent = theme.colour("accent")
    assert any(abs(accent.red() - int(c[1:3], 16)) + abs(accent.blue() - int(c[5:7], 16)) < 40 for c in around)


def test_what_the_lens_hides_leaves_no_ink() -> None:
    everything = frozenset(
        [*(node.id for node in _scene().graph.nodes), *(key for e in _scene().graph.edges for key in e.elements)]
    )
    image = _painted(Drawing(_scene(), Look(hidden=everything)), Camera(0.5, -200.0, -100.0))
    colours = {image.pixelColor(x, y).name() for x in range(0, 900, 9) for y in range(0, 600, 9)}
    assert colours <= {theme.colour(token).name() for token in ("ground", "panel", "line")}


def test_boxes_are_hit_where_they_are_and_not_when_hidden() -> None:
    drawing = Drawing(_scene(), Look())
    for box in _scene().picture.boxes:
        found = drawing.reach.hit(drawing.look, box.x + 3, box.y + 3, 7.0)
        assert found is not None
        assert (found.kind, found.id) == ("node", box.id)
    first = _scene().picture.boxes[0]
    drawing.look = Look(hidden=frozenset({first.id}))
    found = drawing.reach.hit(drawing.look, first.x + 3, first.y + 3, 0.1)
    assert found is None or found.id != first.id


@pytest.mark.parametrize("foreseen", [False, True])
def test_lines_are_hit_as_in_a_small_scene(foreseen: bool) -> None:
    drawing = Drawing(_scene(), Look())
    if foreseen:
        for _ in drawing.reach.foresee(Look(), drawing.sheet(), 1.0):
            pass
    agreed = 0
    for edge in _scene().graph.edges[::5]:
        points = _scene().picture.route_by_id[edge.id].polyline(12)
        x, y = points[len(points) // 3]
        mine, slow = drawing.reach.hit(drawing.look, x, y, 3.0), hit(_scene(), Look(), x, y, 3.0)
        assert mine is not None
        assert slow is not None
        agreed += (mine.kind, mine.elements) == (slow.kind, slow.elements)
    # Where several lines run in one place either may be the nearest.
    assert agreed > 0.8 * len(_scene().graph.edges[::5])


def test_every_element_can_be_hit_at_its_anchor_or_beside_it() -> None:
    drawing = Drawing(_scene(), Look())
    found = 0
    for edge in _scene().graph.edges[:60]:
        place = drawing.reach.anchor(edge.elements[0])
        assert place is not None
        got = drawing.reach.hit(drawing.look, *place, 3.0)
        found += got is not None and edge.elements[0] in got.elements
    assert found > 40
    assert drawing.reach.anchor("gone") is None


def test_an_opened_bundle_is_hit_strand_by_strand() -> None:
    edge = next(edge for edge in _scene().graph.edges if len(edge.elements) > 2)
    drawing = Drawing(_scene(), Look(opened=frozenset({edge.id})))
    points = _scene().picture.route_by_id[edge.id].polyline(12)
    got = {drawing.reach.hit(drawing.look, x, y + shift, 2.0) for x, y in points for shift in (-6.0, 0.0, 6.0)}
    strands = {one.elements for one in got if one and one.id == edge.id}
    assert len(strands) > 1
    assert all(len(elements) == 1 for elements in strands)


def test_a_lens_that_filters_keeps_the_arrays_of_the_places() -> None:
    first = Drawing(_scene(), Look())
    other = Scene(_scene().graph, _scene().picture, _scene().cards)
    second = Drawing(other, Look(), before=first)
    assert first.crowd is not None
    assert second.crowd is not None
    assert second.crowd.flat.places is first.crowd.flat.places


def test_the_marks_of_the_minimap_are_all_boxes() -> None:
    drawing = Drawing(_scene(), Look())
    image = QImage(180, 120, QImage.Format.Format_RGB32)
    image.fill(theme.colour("surface"))
    painter = QPainter(image)
    camera = Camera(180 / drawing.sheet().width())
    for job in drawing.marks(camera, QRect(0, 0, 180, 120)):
        job(painter)
    painter.end()
    inked = sum(image.pixelColor(x, y) != theme.colour("surface") for x in range(180) for y in range(120))
    assert inked > 160
    assert drawing.sheet().contains(QRectF(*(30, 44, 10, 10)))


def test_what_a_worker_has_prepared_is_what_is_painted() -> None:
    plain = _scene()
    made = prepared(plain)
    ready = replace(plain, prepared=made)
    assert ready == plain
    drawing = Drawing(ready, Look())
    assert drawing.crowd is made
    camera = Camera(0.7, -490.0, 20.0)
    assert _painted(drawing, camera) == _painted(Drawing(plain, Look()), camera)


def test_what_was_prepared_for_another_lens_lends_only_its_places() -> None:
    plain = _scene()
    made = prepared(plain)
    other = Graph(plain.graph.view, plain.graph.nodes, plain.graph.edges, hidden=frozenset({"b3"}))
    again = prepared(replace(plain, graph=other, prepared=made))
    assert made is not None
    assert again is not None
    assert again is not made
    assert again.flat.places is made.flat.places
    assert not again.flat.shown(other.hidden).boxes[3]


def test_a_small_scene_needs_nothing_prepared() -> None:
    assert prepared(big_scene(20)) is None
