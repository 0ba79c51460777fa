"""Deeds about fixed versions of a report in sentences."""

from django.utils.translation import gettext_lazy as _

from krachtlokaal.office import verbs

verbs.register(
    {
        "edition.fixed": _("stelde een rapport vast: {label}"),
        "edition.files_made": _("maakte de bestanden van {label}"),
        "edition.link_made": _("maakte een nieuwe link voor {label}"),
        "edition.link_ended": _("beëindigde de link van {label}"),
    }
)
