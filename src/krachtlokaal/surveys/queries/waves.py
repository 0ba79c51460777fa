"""Waves as pages and other services ask for them."""

from datetime import date

from krachtlokaal.surveys.enums import WaveState
from krachtlokaal.surveys.models import Wave


def is_open(wave: Wave, on: date) -> bool:
    """Whether answers are taken on this day; the last day of the period counts in full.

    Between midnight and the moment at which the clock changes its state, the days decide.
    """
    if wave.state != WaveState.OPEN:
        return False
    has_begun = wave.opens_on is None or wave.opens_on <= on
    return has_begun and (wave.closes_on is None or on <= wave.closes_on)
