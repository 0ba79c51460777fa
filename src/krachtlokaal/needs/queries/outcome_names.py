"""The names of what an outcome is about, in the language of the reader."""

from django.utils.translation import gettext as _

from krachtlokaal.needs.figures.words import Names
from krachtlokaal.register.enums import Sector
from krachtlokaal.register.queries.filters import Size
from krachtlokaal.register.queries.places import towns
from krachtlokaal.topics.enums import HelpForm
from krachtlokaal.topics.models import Theme


def names() -> Names:
    """One query, and the municipalities once a process."""
    return Names(
        themes={theme.key: str(theme) for theme in Theme.objects.all()},
        forms={form.value: str(form.label) for form in HelpForm},
        groups={
            "municipality": {code: town.name for code, town in towns().items()},
            "sector": {sector.value: str(sector.label) for sector in Sector},
            "size": {size.value: _of(size) for size in Size},
        },
    )


def _of(size: Size) -> str:
    """What the numbers count is said with them: in a list of groups nothing else says it."""
    if size == Size.UNKNOWN:
        return str(size.label)
    return _("%(size)s vrijwilligers") % {"size": size.label}
