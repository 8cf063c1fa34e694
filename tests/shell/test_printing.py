"""Pictures out of the house: every format of the real case, words as words in every script, nothing half-written."""

import json
import os
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2  # type: ignore[import-untyped]  # it brings no stubs
import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from explorer import assets
from explorer.case.case import Case
from explorer.edit.commands import MoveBox
from explorer.graph.lens import Lens
from explorer.layout.scene import arranged
from explorer.shell.printing import export, export_scene
from explorer.views.diagram import fonts
from explorer.views.kit import theme
from tests.article import article

_FILE = assets.resource("cases/stoltenberg-china.json")
_WORDS = {
    "latin": "Mölling Straße", "cyrillic": "Россия", "greek": "Ελλάδα", "arabic": "الصين", "hebrew": "סין",
    "chinese": "中国", "devanagari": "चीन",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _back_to_light(qapp: QApplication) -> Iterator[None]:
    yield
    theme.dress(qapp, "light")


def _svg_words(path: Path) -> str:
    root = ElementTree.fromstring(path.read_bytes())
    return " ".join("".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text"))


def _pdf_words(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    text = document[0].get_textpage().get_text_range()
    document.close()
    return unicodedata.normalize("NFKC", text)


def test_svg_is_well_formed_and_holds_words_as_words(tmp_path: Path) -> None:
    target = tmp_path / "case.svg"
    assert export(_FILE, target) == ()
    words = _svg_words(target)
    for name in (
        "China",
        "Russia",
        "Microelectronics",
        "Who supplies",
        "Under discussion: sanctions",
        "Denied by China",
    ):
        assert name in words
    assert article().title in words
    assert "Source:" in words


def test_pdf_is_one_page_with_words_that_can_be_searched(tmp_path: Path) -> None:
    target = tmp_path / "case.pdf"
    assert export(_FILE, target, "both") == ()
    document = pypdfium2.PdfDocument(target)
    assert len(document) == 1
    document.close()
    words = _pdf_words(target)
    assert "Microelectronics" in words
    assert "Stoltenberg" in words


def test_words_are_shapes_if_so_wanted_and_look_the_same(tmp_path: Path) -> None:
    words, shapes = tmp_path / "words.svg", tmp_path / "shapes.svg"
    export(_FILE, words)
    assert export(_FILE, shapes, shapes=True) == ()
    assert _svg_words(shapes) == ""
    difference = [abs(a - b) for a, b in zip(_greys(words), _greys(shapes), strict=True)]
    assert max(_greys(words)) - min(_greys(words)) > 100
    # The viewer sets text on whole pixels; a text that is missing or stands elsewhere would differ by far more.
    assert sum(difference) / len(difference) < 2.5
    export(_FILE, tmp_path / "shapes.pdf", shapes=True)
    assert _pdf_words(tmp_path / "shapes.pdf").strip() == ""


def _greys(path: Path) -> list[int]:
    image = QImage(760, 500, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    QSvgRenderer(str(path)).render(painter)
    painter.end()
    return list(bytes(image.constBits()))


def test_png_is_sharp_and_painted(tmp_path: Path) -> None:
    target = tmp_path / "case.png"
    assert export(_FILE, target) == ()
    image = QImage(str(target))
    assert image.width() > 2_000
    assert image.pixelColor(3, 3) == theme.colour("ground", "light")
    assert len({image.pixel(x, image.height() // 2) for x in range(image.width())}) > 10


def test_json_is_the_picture(tmp_path: Path) -> None:
    target = tmp_path / "case.json"
    export(_FILE, target, "relations")
    assert {box["id"] for box in json.loads(target.read_text(encoding="utf-8"))["boxes"]} >= {"stoltenberg", "nato"}


def test_dark_is_painted_on_dark(tmp_path: Path) -> None:
    target = tmp_path / "case.PNG"
    export(_FILE, target, dark=True)
    assert QImage(str(target)).pixelColor(3, 3) == theme.colour("ground", "dark")


@pytest.mark.parametrize("name", ["case.bmp", "case", "case.svg.exe"])
def test_an_unknown_ending_is_refused_before_anything_is_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match=r"choose \.svg, \.png, \.pdf, \.json"):
        export(_FILE, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_view_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no view 'map'; choose flow, relations or both"):
        export(_FILE, tmp_path / "case.svg", "map")
    assert list(tmp_path.iterdir()) == []


def test_a_case_that_cannot_be_read_leaves_the_old_picture(tmp_path: Path) -> None:
    broken, target = tmp_path / "broken.json", tmp_path / "case.svg"
    broken.write_text("{", encoding="utf-8")
    target.write_text("old", encoding="utf-8")
    with pytest.raises(ValueError, match="broken"):
        export(broken, target)
    assert target.read_text(encoding="utf-8") == "old"


def test_a_folder_that_is_not_there_is_an_error_with_words(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"cannot be written: .*; choose another folder"):
        export(_FILE, tmp_path / "gone" / "case.svg")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_an_error_and_leaves_no_file(tmp_path: Path) -> None:
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with pytest.raises(OSError, match=r"cannot be written: .*; choose another folder"):
            export(_FILE, tmp_path / "case.svg")
        assert list(tmp_path.iterdir()) == []
    finally:
        tmp_path.chmod(stat.S_IRWXU)


def test_a_target_that_is_a_folder_is_an_error_and_leaves_no_part(tmp_path: Path) -> None:
    (tmp_path / "case.svg").mkdir()
    with pytest.raises(OSError, match="cannot be written"):
        export(_FILE, tmp_path / "case.svg")
    assert [path.name for path in tmp_path.iterdir()] == ["case.svg"]


def _named(name: str) -> Case:
    return Case.model_validate(
        {"title": name, "actors": [{"id": "a", "kind": "state", "name": name}],
         "goods": [{"id": "g", "kind": "weapons", "name": f"{name} & <b>"}],
         "flows": [{"id": "f", "kind": "supply", "supplier": "a", "good": "g"}]}
    )  # fmt: skip


def _exported(case: Case, target: Path) -> tuple[str, ...]:
    return export_scene(case, arranged(case, Lens(), fonts.measured), target)


@pytest.mark.parametrize("script", _WORDS)
def test_words_of_every_script_stay_words(qapp: QApplication, tmp_path: Path, script: str) -> None:
    word = _WORDS[script]
    case = _named(word)
    warnings = _exported(case, tmp_path / "case.svg")
    assert word in _svg_words(tmp_path / "case.svg")
    if fonts.missing(word):
        assert script not in ("latin", "cyrillic")  # every machine has these
        assert "No font here shows" in warnings[0]
        return
    assert warnings == ()
    _exported(case, tmp_path / "case.pdf")
    words = _pdf_words(tmp_path / "case.pdf")
    # A PDF keeps letters in the order in which they stand on the page.
    assert word in words or word[::-1] in words or set(word) <= set(words), words


def test_markup_in_a_name_stays_text(qapp: QApplication, tmp_path: Path) -> None:
    case = _named('<script>alert("x")</script> <img src="/canary"/>')
    _exported(case, tmp_path / "case.svg")
    root = ElementTree.fromstring((tmp_path / "case.svg").read_bytes())
    tags = {node.tag.rsplit("}", 1)[-1] for node in root.iter()}
    assert not tags & {"script", "img", "image", "foreignObject"}
    assert "<script>" in _svg_words(tmp_path / "case.svg")


def test_a_box_put_beyond_the_corner_is_on_the_page(qapp: QApplication, tmp_path: Path) -> None:
    case = MoveBox("flow", "north-korea", -400, -300)(article())
    _exported(case, tmp_path / "case.png")
    _exported(article(), tmp_path / "plain.png")
    moved, plain = QImage(str(tmp_path / "case.png")), QImage(str(tmp_path / "plain.png"))
    assert moved.height() > plain.height() + 500
    assert moved.width() > plain.width() + 500


def test_what_a_lens_hides_is_not_printed(qapp: QApplication, tmp_path: Path) -> None:
    scene = arranged(article(), Lens().switched("stance", "denies", on=False), fonts.measured)
    export_scene(article(), scene, tmp_path / "case.svg")
    assert "Denied by China" not in _svg_words(tmp_path / "case.svg")


def test_an_empty_case_is_a_page_with_its_title(qapp: QApplication, tmp_path: Path) -> None:
    assert _exported(Case(title="Nothing yet"), tmp_path / "case.svg") == ()
    assert "Nothing yet" in _svg_words(tmp_path / "case.svg")


def test_a_picture_too_large_for_pixels_says_so(qapp: QApplication, tmp_path: Path) -> None:
    case = MoveBox("flow", "china", 1e300, -1e300)(article())
    with pytest.raises(ValueError, match=r"too large for a PNG; choose \.svg or \.pdf"):
        _exported(case, tmp_path / "case.png")
    assert list(tmp_path.iterdir()) == []
