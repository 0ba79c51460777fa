"""Reads a chart back: its texts with the room that they take, its shapes, its colours."""

from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree as ET

from krachtlokaal.publishing.charts import letters

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Words:
    """A line of text as it stands in the drawing."""

    text: str
    size: float
    left: float
    right: float
    base: float

    @property
    def top(self) -> float:
        return self.base - 0.75 * self.size

    def touches(self, other: "Words") -> bool:
        across = self.left < other.right - 0.2 and other.left < self.right - 0.2
        return across and self.top < other.base and other.top < self.base


class Drawing:
    def __init__(self, svg: str) -> None:
        self.root = ET.fromstring(svg)  # noqa: S314 our own drawing
        *_corner, self.width, self.height = map(float, self.root.attrib["viewBox"].split())

    def shapes(self, kind: str, paint: str = "") -> list[dict[str, str]]:
        found = self.root.iter(f"{SVG}{kind}")
        return [one.attrib for one in found if not paint or one.attrib["class"] == paint]

    @property
    def words(self) -> list[Words]:
        return [_words(one) for one in self.root.iter(f"{SVG}text")]

    @property
    def texts(self) -> list[str]:
        return [one.text for one in self.words]

    def told(self, kind: str) -> str:
        return self.root.findtext(f"{SVG}{kind}") or ""

    def clashes(self) -> list[tuple[str, str]]:
        """Texts that touch each other, and texts that stick out."""
        out = [
            (one.text, "outside")
            for one in self.words
            if one.left < -0.2
            or one.right > self.width + 0.2
            or one.top < -0.2
            or one.base > self.height
        ]
        pairs = combinations(self.words, 2)
        return out + [(one.text, other.text) for one, other in pairs if one.touches(other)]


def _words(element: ET.Element) -> Words:
    text, size = element.text or "", float(element.attrib["font-size"])
    wide = letters.width(text, size)
    x = float(element.attrib["x"])
    left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[element.get("text-anchor", "start")] * wide
    return Words(text, size, left, left + wide, float(element.attrib["y"]))
