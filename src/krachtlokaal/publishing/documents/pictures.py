"""Drawings as PNG, for programs that take no SVG; drawn by typst, with our own typeface."""

from collections.abc import Sequence

from krachtlokaal.publishing import pdf
from krachtlokaal.publishing.documents import svg

# Twice as fine as on a screen, so that it is sharp on paper too.
FINE = 2


def png(drawings: Sequence[str]) -> list[bytes]:
    """Each drawing as a picture of FINE times its own size in pixels."""
    if not drawings:
        return []
    sizes = [svg.size(drawing) for drawing in drawings]
    data = {
        "drawings": [
            {"svg": drawing, "width": width, "height": height}
            for drawing, (width, height) in zip(drawings, sizes, strict=True)
        ]
    }
    return pdf.pictures("pictures", data, per_inch=72 * FINE)
