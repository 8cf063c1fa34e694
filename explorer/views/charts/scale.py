"""The scales of a chart: how far each axis reaches, and which of its places have words.

In goes a chart, out come numbers and ticks. Amounts are given in shares of the largest one, so that no number is too
large to be drawn. Only amounts that the source says get a tick, and nought. Must not know painters.
"""

from explorer.layout.days import ticks
from explorer.text.english import number
from explorer.views.charts.chart import Chart

Ticks = list[tuple[float, str]]

#: Two amounts closer than this share of the axis would touch with their words.
_CLOSE = 0.17
_EDGE = 30.0
_LABEL = 46.0
_DATED_LABEL = 66.0


def unit(chart: Chart) -> float:
    """The amount that stands as 1 on the axis."""
    return max(abs(chart.low or 0.0), abs(upper(chart)), 1e-300)


def upper(chart: Chart) -> float:
    """The upper bound; without one, so much above the lower that a fading end has room."""
    return chart.high if chart.high is not None else (chart.low or 0.0) * 1.3


def reach(chart: Chart) -> tuple[tuple[float, float], float]:
    """From where to where the chart goes from left to right, and how far up."""
    if chart.form == "band":
        return (chart.spans[0].first, chart.spans[-1].last), 1.12
    if chart.form == "horizon" and chart.stretch:
        first, last = chart.stretch.start[0], chart.stretch.end[1]
        pad = 0.03 * (last - first)
        return (first - pad, last + pad), 1.0
    if chart.form == "count":
        # Half of the width is kept for the words beside the bar.
        least = min(0.0, (chart.low or 0.0) / unit(chart))
        return (1.1 * least - 0.03, 2.0), 1.0
    return (0.0, 1.0), 1.0


def amount_ticks(chart: Chart) -> Ticks:
    """Nought and the bounds, in shares of the largest, none so close to another that their words would touch."""
    low, high, one = chart.low, chart.high, unit(chart)
    if low is not None and high is not None and low != high and (high - low) / one < _CLOSE:
        bounds: Ticks = [((low + high) / 2 / one, f"{number(low)} to {number(high)}")]
    else:
        bounds = [(value / one, number(value)) for value in dict.fromkeys((low, high)) if value is not None]
    nought: Ticks = [] if any(abs(at) < _CLOSE for at, _ in bounds) else [(0.0, "0")]
    return nought + bounds


def ticks_across(chart: Chart, width: float) -> Ticks:
    """The words under the chart: months of a band, years of a horizon, amounts of a count."""
    if chart.form == "count":
        return amount_ticks(chart)
    (first, last), _ = reach(chart)
    scale = width / (last - first)
    if chart.form == "band":
        least = _DATED_LABEL if any(" " in span.label for span in chart.spans) else _LABEL
        if least * len(chart.spans) <= width:
            return [((span.first + span.last) / 2, span.label) for span in chart.spans]
    if chart.form in ("band", "horizon") and width > 4 * _EDGE:
        margin = _EDGE / scale
        return [(float(day), words) for day, words in ticks(first + margin, last - margin, width - 2 * _EDGE)]
    return []
