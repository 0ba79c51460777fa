"""Deeds about days, their rooms, parts and workshops, in sentences."""

from django.utils.translation import gettext_lazy as _

from krachtlokaal.office import verbs

verbs.register(
    {
        "event_day.made": _("maakte een dag: {label}"),
        "event_day.changed": _("wijzigde een dag: {label}"),
    },
    {},
)
