"""How much time is left."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import monotonic


@dataclass(frozen=True)
class Clock:
    """A time limit in seconds, running from when it was made."""

    limit: float
    started: float = field(default_factory=monotonic)

    @property
    def left(self) -> float:
        return max(0.0, self.limit - (monotonic() - self.started))

    @property
    def over(self) -> bool:
        return self.left <= 0
