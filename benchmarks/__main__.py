"""Runs the measurements and prints their tables: all, or those named: `python -m benchmarks start idle`.

`python -m benchmarks guard` prints ratios beside their bounds, and ends with 1 if one is exceeded.
"""

import importlib
import sys

from benchmarks.report import machine

#: In this order; each module has `main() -> None` that prints its table.
MEASUREMENTS = ("start", "selection", "idle", "layout", "drawing", "big")
#: Only when named: it tells whether something has become worse, and how things are stands in the others.
CHECKS = ("guard",)


def main(names: list[str]) -> int:
    """Run the named measurements, all without a name; an unknown name is an error."""
    unknown = sorted(set(names) - {*MEASUREMENTS, *CHECKS})
    if unknown:
        print(
            f"Not a measurement: {', '.join(unknown)}. There are: {', '.join(MEASUREMENTS + CHECKS)}", file=sys.stderr
        )
        return 2
    print(machine())
    for name in names or MEASUREMENTS:
        print(f"\n## {name}\n")
        importlib.import_module(f"benchmarks.{name}").main()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
