"""By the clock: who manages a result, and results whose term of deletion is over.

Where each answers for herself only once a day, so that no moment tells when somebody sent.
"""

from krachtlokaal.office import queue
from krachtlokaal.surveys.enums import Answering
from krachtlokaal.surveys.services import deletions, managing


@queue.by_the_clock("*/10 * * * *")
def appoint() -> int:
    """Managers of results that one answer makes."""
    return managing.appoint_all(answering=Answering.ORGANISATION)


@queue.by_the_clock("15 7 * * *")
def appoint_of_several() -> int:
    """Managers of results that several make together."""
    return managing.appoint_all(answering=Answering.EACH)


@queue.by_the_clock("40 4 * * *")
def delete_due() -> int:
    """Results that were asked to be deleted two weeks ago."""
    return deletions.carry_out_deletions()
