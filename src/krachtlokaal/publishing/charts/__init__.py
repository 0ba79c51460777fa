"""Charts as SVG, made on the server: each with a summary in words and the same numbers in a table.

    bars     values as bars, with a whisker for how sure each is
    matrix   two values of each thing, in four quarters
    areas    a value for each place, where it lies on the earth

The pictures are self-contained: colours stand in them as numbers and the typeface by name, so that
they can go into a page, a PDF or an image. On a page the classes let the stylesheet (charts.css)
give them the colours of the dark scheme. The same data give the same bytes.
"""

from krachtlokaal.publishing.charts.areas import Area, Ground, areas
from krachtlokaal.publishing.charts.bars import Bar, bars
from krachtlokaal.publishing.charts.matrix import Axis, Point, matrix
from krachtlokaal.publishing.charts.model import Chart, Table
from krachtlokaal.publishing.charts.scales import Scale

__all__ = [
    "Area",
    "Axis",
    "Bar",
    "Chart",
    "Ground",
    "Point",
    "Scale",
    "Table",
    "areas",
    "bars",
    "matrix",
]
