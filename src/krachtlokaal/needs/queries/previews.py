"""An invitation as the first guest will read it, and what it still lacks."""

from collections.abc import Sequence

from django.utils import translation
from django.utils.translation import gettext as _

from krachtlokaal.needs.models import RoundTable
from krachtlokaal.needs.queries import guest_words as words
from krachtlokaal.needs.queries.guests import Line
from krachtlokaal.office import letters
from krachtlokaal.office.models import OutboxMail


def invitation(table: RoundTable, lines: Sequence[Line]) -> letters.Letter:
    """Made as at delivery; where an address of her own would stand there are words."""
    first = lines[0].guest
    with translation.override(first.language):
        own = _("(hier staat een eigen link)")
    context = words.values(table, first) | {"link_url": own, "unsubscribe_url": own}
    return letters.write(
        OutboxMail(
            template=words.INVITATION,
            to=first.email,
            to_name=first.name,
            language=first.language,
            context=context,
        )
    )


def missing(table: RoundTable) -> list[str]:
    """What a guest would miss in her invitation."""
    place = table.survey.workspace
    told = [
        (table.address, _("Het adres is niet ingevuld.")),
        (place.phone, _("Uw werkruimte heeft geen telefoonnummer: wie twijfelt, kan niet bellen.")),
    ]
    return [sentence for value, sentence in told if not value]
