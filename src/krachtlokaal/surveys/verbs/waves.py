"""Deeds about waves and invitations in sentences."""

from django.utils.translation import gettext_lazy as _

from krachtlokaal.office import verbs

verbs.register(
    {
        "measurement.made": _("liet een organisatie meedoen: {label}"),
        "invitation.made": _("nodigde iemand uit voor {label}"),
    },
    {},
)
