"""How municipalities and sectors are called.

They live on a higher floor, which fills this in when it starts (register's AppConfig). Without it
the codes themselves are shown.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

Names = Callable[[], Mapping[str, str]]


def _none() -> Mapping[str, str]:
    return {}


@dataclass
class _Labels:
    municipalities: Names = _none
    sectors: Names = _none


_labels = _Labels()


def provide(*, municipalities: Names, sectors: Names) -> None:
    """Called once by the room that owns the names: two functions that give code → name."""
    _labels.municipalities, _labels.sectors = municipalities, sectors


def municipalities() -> Mapping[str, str]:
    return _labels.municipalities()


def sectors() -> Mapping[str, str]:
    return _labels.sectors()
