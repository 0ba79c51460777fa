"""By the clock: sent answers move away from who sent them. Takes and returns nothing, so that the
queue knows nothing either. And what the mail to colleagues is called."""

from django.utils.translation import gettext_lazy as _

from krachtlokaal.office import outbox, queue
from krachtlokaal.surveys.services import settling
from krachtlokaal.surveys.services.colleagues import TEMPLATE

outbox.names({TEMPLATE: _("Vraag aan een medebestuurder om ook te antwoorden")})


@queue.by_the_clock("*/5 * * * *")
def settle() -> None:
    settling.settle()
