"""Which drawings a document takes: SVG that shows only what stands in itself."""

import re
from xml.etree import ElementTree as ET

_SVG = "{http://www.w3.org/2000/svg}"
_NAMES = {
    "svg",
    "g",
    "title",
    "desc",
    "defs",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "clipPath",
    "linearGradient",
    "radialGradient",
    "stop",
    "pattern",
    "use",
    "marker",
}
_NAMED = re.compile(r'\bid="([^"]+)"')
# A reference leads to a part of the drawing itself, by "#name".
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression\(", re.IGNORECASE)


def problem(svg: str) -> str:
    """What is wrong with the drawing; empty: nothing."""
    if "<!" in svg or "<?" in svg:
        return "the drawing has a declaration"
    try:
        root = ET.fromstring(svg)  # noqa: S314 # nosec B314 - without declarations
    except ET.ParseError as error:
        return f"the drawing can not be read: {error}"
    if root.tag != f"{_SVG}svg" or "viewBox" not in root.attrib:
        return "the drawing is no svg with a viewBox"
    return next(filter(None, map(_wrong, root.iter())), "")


def size(svg: str) -> tuple[float, float]:
    """Width and height of the drawing, in its own units."""
    root = ET.fromstring(svg)  # noqa: S314 # nosec B314 - `problem` read it before
    _x, _y, width, height = root.attrib["viewBox"].replace(",", " ").split()
    return float(width), float(height)


def numbered(svg: str, number: int) -> str:
    """The drawing with the number behind each of its names, so that two of the same can stand on
    one page."""
    for name in set(_NAMED.findall(svg)):
        svg = re.sub(rf'(?<=["#\s]){re.escape(name)}(?=["\s)])', f"{name}-{number}", svg)
    return svg


def _wrong(element: ET.Element) -> str:
    if element.tag.removeprefix(_SVG) not in _NAMES:
        return f"the drawing has a part {element.tag.removeprefix(_SVG)!r}"
    for name, value in element.attrib.items():
        local = name.rpartition("}")[2].lower()
        if local.startswith("on") or local == "style":
            return f"the drawing has an attribute {local!r}"
        if _OUTSIDE.search(value) or (local == "href" and not value.startswith("#")):
            return f"the drawing refers to something outside: {value!r:.80}"
    return ""
