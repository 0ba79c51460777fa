"""Combined figures by the clock: nobody's visit makes them, so a visit changes nothing."""

from krachtlokaal.office import queue
from krachtlokaal.surveys.services import snapshots


@queue.by_the_clock("* * * * *")
def make_first() -> int:
    """Organisations that have enough answers for the first time."""
    return snapshots.renew_all(first_time=True)


@queue.by_the_clock("*/10 * * * *")
def renew() -> int:
    """Organisations whose answers may have changed enough."""
    return snapshots.renew_all(first_time=False)
