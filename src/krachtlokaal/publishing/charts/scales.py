"""A scale: from which value to which, with round steps, and how a value is written."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor

from krachtlokaal.core.templatetags.kl import number

MINUS = "−"


@dataclass(frozen=True)
class Scale:
    """`step` is the distance between lines; `places` decimals; `unit` follows each value.

    `signed` writes a plus before what grew."""

    low: float
    high: float
    step: float
    places: int = 0
    unit: str = ""
    signed: bool = False

    def ticks(self) -> list[float]:
        count = round((self.high - self.low) / self.step)
        return [self.low + index * self.step for index in range(count + 1)]

    def share(self, value: float) -> float:
        """Where a value lies, between 0 and 1; what lies outside stands at the edge."""
        return min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)

    def text(self, value: float) -> str:
        written = number(abs(value), self.places)
        is_zero = float(f"{abs(value):.{self.places}f}") == 0
        sign = "" if is_zero else MINUS if value < 0 else "+" if self.signed else ""
        return f"{sign}{written}{self.unit}"

    def around(self, values: Iterable[float], space: float = 0.0) -> "Scale":
        """The part of this scale that holds the values, out to whole steps."""
        found = list(values)
        if not found:
            return self
        low = floor((min(found) - space) / self.step) * self.step
        high = ceil((max(found) + space) / self.step) * self.step
        low, high = max(low, self.low), min(high, self.high)
        if high - low < 2 * self.step:
            low, high = max(low - self.step, self.low), min(high + self.step, self.high)
        return Scale(low, high, self.step, self.places, self.unit, self.signed)
