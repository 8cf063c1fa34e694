"""The layered layout: `layered(sketch, options) -> Picture`.

In goes a sketch of sized blocks and wires, out comes a picture: the same sketch and options give the same picture on
every machine. What hangs together is laid out by itself, small graphs by `plain`, all others on arrays. Must not know
cases, fonts or colours.
"""

from dataclasses import replace

from explorer.layout.bridge import bridged
from explorer.layout.detour import pinned
from explorer.layout.model import Sketch
from explorer.layout.part import NEW, parts_of
from explorer.layout.picture import Options, Picture
from explorer.layout.plain import plain
from explorer.layout.sheet import packed

_DEFAULT = Options()
#: A graph with more boxes or lines than this is laid out on arrays.
_BOXES, _LINES = 40, 40
#: From so many new boxes on staying where one stood is given up, if otherwise all would be shown so much smaller; asked
#: only where laying out twice is soon done.
_MANY_NEW, _DEARER, _SOON = 8, 1.3, 600
#: So many new boxes fit between old ones.
_CROWD = 60
#: Where there are more lines than this, they run nearer to each other.
_GAPS = ((2_500, 4.0), (250, 6.0))


def layered(sketch: Sketch, options: Options = _DEFAULT) -> Picture:
    """Place every block, route every wire, stand every gate, and put what a person moved where they put it."""
    return pinned(placed(sketch, options), sketch, options)


def placed(sketch: Sketch, options: Options = _DEFAULT) -> Picture:
    """The picture before anything is put where a person wants it."""
    if not sketch.blocks:
        return Picture()
    if options.previous is not None and not _worth_keeping(sketch, options.previous):
        options = replace(options, previous=None)
    picture = _gapped(sketch, options)
    if options.previous is not None and _grows(sketch, options.previous):
        anew = _gapped(sketch, replace(options, previous=None))
        return anew if _scale(anew, options) > _DEARER * _scale(picture, options) else picture
    return picture


def _gapped(sketch: Sketch, options: Options) -> Picture:
    options = replace(options, line_gap=_line_gap(sketch, options))
    return replace(_whole(sketch, options), line_gap=options.line_gap)


def _grows(sketch: Sketch, previous: Picture) -> bool:
    """Whether so many boxes come at once, as out of a fold, that the sheet may have to change its shape for them."""
    new = sum(block.id not in previous.box_by_id for block in sketch.blocks)
    return new >= _MANY_NEW and len(sketch.blocks) <= _SOON


def _scale(picture: Picture, options: Options) -> float:
    """How large the picture can be shown in a window of a height of one."""
    return min(options.aspect / max(1.0, picture.width), 1.0 / max(1.0, picture.height))


def _line_gap(sketch: Sketch, options: Options) -> float:
    """How near lines run: as in the picture before, since with another gap everything would move."""
    if options.previous is not None and options.previous.line_gap:
        return min(options.line_gap, options.previous.line_gap)
    return min([options.line_gap, *(gap for many, gap in _GAPS if len(sketch.wires) > many)])


def _whole(sketch: Sketch, options: Options) -> Picture:
    parts, across = parts_of(sketch, options.previous)
    picture = _on_one_sheet(parts, options)
    joined = bridged(picture, across, options.margin) if across else picture
    if joined is None:
        # There is no clear way between the parts as they stand: they are laid out together.
        parts, _ = parts_of(sketch, options.previous, across=False)
        return _on_one_sheet(parts, options)
    return joined


def _worth_keeping(sketch: Sketch, previous: Picture) -> bool:
    """Whether enough of the picture before is left that staying close to it helps anybody find their way."""
    there = sum(block.id in previous.box_by_id for block in sketch.blocks)
    new, gone = len(sketch.blocks) - there, len(previous.boxes) - there
    # Few that are left of many would stand far apart on a sheet that was made for all of them.
    return there > 0 and all(count <= _CROWD or count <= 3 * there for count in (new, gone))


def _on_one_sheet(parts: list[tuple[Sketch, int]], options: Options) -> Picture:
    if len(parts) == 1:
        return _drawn(*parts[0], options)
    # A title stands over lanes only, and what has lanes is one part.
    inside = replace(options, heading=0.0, margin=0.0)
    pictures = [_drawn(part, old, inside) for part, old in parts]
    return packed(pictures, [old != NEW for _, old in parts], options)


def _drawn(sketch: Sketch, old: int, options: Options) -> Picture:
    """The picture of one part, close to the part `old` of the picture before."""
    small = len(sketch.blocks) <= _BOXES and len(sketch.wires) <= _LINES
    if small and old == NEW and not any(block.group in sketch.group_titles for block in sketch.blocks):
        return plain(sketch, options)
    # Whoever draws small graphs only, as a start does, need not wait for numpy.
    from explorer.layout.wide.engine import drawn

    return drawn(sketch, options if old != NEW else replace(options, previous=None), max(old, 0))
