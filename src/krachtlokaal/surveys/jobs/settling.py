"""By the clock: sent answers move away from who sent them. Takes and returns nothing, so that the
queue knows nothing either."""

from krachtlokaal.office import queue
from krachtlokaal.surveys.services import settling


@queue.by_the_clock("*/5 * * * *")
def settle() -> None:
    settling.settle()
