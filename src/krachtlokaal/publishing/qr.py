"""QR codes: as a matrix for printed documents, as SVG for pages. Made here, fetched nowhere."""

from itertools import groupby

from django.utils.html import escape
from django.utils.safestring import SafeString

# Quiet zone around the code, in modules: readers need it. A module on a page is PIXELS wide.
MARGIN = 4
PIXELS = 4


def matrix(text: str) -> list[list[bool]]:
    """Rows of modules, true for dark, without the quiet zone.

    Level M stands a fold or a stain on paper.
    """
    import segno  # a web process need not read it before its first code

    code = segno.make_qr(text, error="m", boost_error=False)
    return [[bool(module) for module in row] for row in code.matrix]


def svg(text: str, label: str) -> SafeString:
    """A picture with a name, dark on light in every colour scheme, without style attributes."""
    rows = matrix(text)
    edge = len(rows) + 2 * MARGIN
    size = edge * PIXELS
    return SafeString(
        f'<svg class="kl-qr" viewBox="0 0 {edge} {edge}" width="{size}" height="{size}"'
        f' role="img" aria-label="{escape(label)}">'
        f'<path fill="#fff" d="M0 0h{edge}v{edge}H0z"/><path d="{_path(rows)}"/></svg>'
    )


def _path(rows: list[list[bool]]) -> str:
    """Each run of dark modules as a rectangle."""
    parts = []
    for y, row in enumerate(rows, MARGIN):
        x = MARGIN
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                parts.append(f"M{x} {y}h{length}v1H{x}z")
            x += length
    return "".join(parts)
