"""The disclosure layer: no count below the minimum leaves, nor can it be worked out.

`protect` chooses which cells of a table of counts are hidden, `ranges` says what a reader can
still work out. Pure: counts in, cells out; scipy solves.
"""

from krachtlokaal.analysis.disclosure.protection import (
    MINIMUM,
    Cell,
    Protected,
    Range,
    Status,
    protect,
    ranges,
)
from krachtlokaal.analysis.disclosure.table import TOTAL, Key

__all__ = [
    "MINIMUM",
    "TOTAL",
    "Cell",
    "Key",
    "Protected",
    "Range",
    "Status",
    "protect",
    "ranges",
]
