"""Deeds about measurements in sentences."""

from django.utils.translation import gettext_lazy as _

from krachtlokaal.office import verbs

verbs.register(
    {
        "manager.appointed": _("maakte iemand beheerder van de uitkomst van {label}"),
        "manager.link_sent_again": _("vroeg de link opnieuw voor de uitkomst van {label}"),
        "result.allowed": _("wijzigde wie de uitkomst van {label} mag zien"),
        "result.seen": _("bekeek de uitkomst van {label}"),
        "result.deletion_asked": _("liet de uitkomst van {label} verwijderen"),
        "result.deletion_called_off": _("bewaart de uitkomst van {label} toch"),
        "result.deleted": _("verwijderde de uitkomst van {label}"),
        "wish.settled": _("handelde een belverzoek af: {label}"),
    },
    {
        "manager_email": _("e-mailadres van de beheerder"),
        "shares_result": _("steunpunt ziet de uitkomst"),
        "counts_in_area": _("telt mee in een rapport over de gemeente"),
        "keeps_for_comparison": _("bewaren om te vergelijken"),
    },
)
