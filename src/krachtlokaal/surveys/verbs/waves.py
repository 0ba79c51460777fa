"""Deeds about waves and invitations in sentences."""

from django.utils.translation import gettext_lazy as _

from krachtlokaal.office import verbs

verbs.register(
    {
        "wave.made": _("begon een meting: {label}"),
        "wave.changed": _("wijzigde een meting in voorbereiding: {label}"),
        "wave.tried": _("stuurde zichzelf een proef van {label}"),
        "wave.planned": _("gaf akkoord voor {label}"),
        "wave.taken_back": _("nam het akkoord terug voor {label}"),
        "wave.opened": _("opende {label}"),
        "wave.reminded": _("herinnerde wie nog niet antwoordde aan {label}"),
        "wave.extended": _("verlengde {label}"),
        "wave.closed": _("sloot {label}"),
        "wave.called_off": _("gelastte {label} af"),
        "measurement.made": _("liet een organisatie meedoen: {label}"),
        "invitation.mail_problem": _("merkte dat een uitnodiging niet aankomt bij {label}"),
        "survey_link.sent_again": _("stuurde een verloren link opnieuw naar {label}"),
        "entry.asked": _("vroeg of iemand hoort bij {label}"),
        "entry.confirmed": _("bevestigde dat iemand hoort bij {label}"),
        "entry.refused": _("zei dat iemand niet hoort bij {label}"),
        "open_link.made": _("zette de open link aan van {label}"),
        "open_link.ended": _("zette de open link uit van {label}"),
        "letters.made": _("maakte brieven voor {label}"),
        "letters.posted": _("schreef op dat brieven op de post zijn voor {label}"),
        "call.noted": _("schreef een telefoontje op met {label}"),
        "call_list.exported": _("nam de bellijst mee van {label}"),
        "paper.typed": _("typte een papieren lijst in voor {label}"),
        "invitation.made": _("nodigde iemand uit voor {label}"),
    },
    {
        "mails": _("aantal mails"),
        "brieven": _("aantal brieven"),
        "niemand": _("aantal zonder uitnodiging"),
        "closes_on": _("open tot en met"),
    },
)
