"""Icons: each that is named is there, drawn in one stroke weight, tinted by currentColor, and names nothing outside."""

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

import explorer
from explorer import assets
from explorer.case.kinds import VOCABULARIES, vocabulary
from explorer.shell.actions import ACTIONS

FOLDER = assets.resource("icons")
FILES = sorted(FOLDER.glob("*.svg"))
DRAWN = {"svg", "path", "circle", "rect"}


def test_every_icon_that_is_named_is_there() -> None:
    named = {row.icon for name in VOCABULARIES for row in vocabulary(name).values()}
    named |= {row.icon for row in ACTIONS if row.icon} | {"dot", "app", "unsupported"}
    assert named - {path.stem for path in FILES} == set()


def test_every_icon_that_is_there_is_named() -> None:
    root = Path(explorer.__file__).parent
    texts = [
        path.read_text(encoding="utf-8") for path in (*root.rglob("*.py"), *assets.resource("kinds").glob("*.toml"))
    ]
    assert [path.stem for path in FILES if not any(f'"{path.stem}"' in text for text in texts)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_icon_is_one_of_ours(path: Path) -> None:
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    tags = {element.tag.removeprefix("{http://www.w3.org/2000/svg}") for element in root.iter()}
    assert tags <= DRAWN
    assert root.get("viewBox") == "0 0 24 24"
    assert (root.get("fill"), root.get("stroke"), root.get("stroke-width")) == ("none", "currentColor", "1.75")
    assert (root.get("stroke-linecap"), root.get("stroke-linejoin")) == ("round", "round")
    inner = [element.attrib for element in root.iter() if element is not root]
    assert inner
    for attributes in inner:
        assert not {"fill", "stroke", "stroke-width", "style", "class", "href"} & set(attributes)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_icon_stays_inside_its_square(path: Path) -> None:
    from PySide6.QtCore import QByteArray, QRectF
    from PySide6.QtGui import QColor, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(96, 96, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    markup = path.read_text(encoding="utf-8").replace("currentColor", "#000000")
    painter = QPainter(image)
    QSvgRenderer(QByteArray(markup.encode())).render(painter, QRectF(0, 0, 96, 96))
    painter.end()
    edge = [(n, m) for n in range(96) for m in (0, 95)] + [(m, n) for n in range(96) for m in (0, 95)]
    assert all(image.pixelColor(x, y) == QColor("white") for x, y in edge)
    inked = sum(image.pixelColor(x, y).lightness() < 128 for x in range(96) for y in range(96))
    assert 150 < inked < 4_500  # neither empty nor a blot


def test_no_two_icons_are_the_same() -> None:
    bodies = [re.sub(r"\s+", " ", path.read_text(encoding="utf-8")) for path in FILES]
    assert len(set(bodies)) == len(bodies)
