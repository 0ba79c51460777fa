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
    def gone(self) -> float:
        return monotonic() - self.started

    @property
    def left(self) -> float:
        return max(0.0, self.limit - self.gone)
