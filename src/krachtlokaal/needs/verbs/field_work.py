"""Deeds about field work in sentences."""

from django.utils.translation import gettext_lazy as _

from krachtlokaal.office import verbs

verbs.register(
    {
        "needs_calls.exported": _("nam de bellijst mee van de behoeftepeiling {label}"),
        "needs_calls.added": _("nam een organisatie op in een meting van een peiling: {label}"),
    }
)
