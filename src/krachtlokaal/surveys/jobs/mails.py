"""What the mails of measuring are called on the page of outgoing mail."""

from django.utils.translation import gettext_lazy as _

from krachtlokaal.office import outbox

outbox.names(
    {
        "survey_invitation": _("Uitnodiging voor een meting"),
        "survey_reminder": _("Herinnering aan een meting"),
        "survey_link_again": _("Link naar een meting, opnieuw"),
        "survey_sent_already": _("Bericht dat er al is geantwoord"),
        "survey_confirm": _("Vraag of iemand bij een organisatie hoort"),
        "survey_way_in": _("Eigen link voor wie zelf begon"),
        "survey_manager": _("Link voor de beheerder van een uitkomst"),
        "survey_handed_over": _("Overdracht van het beheer van een uitkomst"),
        "survey_deletion": _("Bericht dat een uitkomst wordt verwijderd"),
        "survey_deletion_off": _("Bericht dat een uitkomst toch blijft"),
    }
)
