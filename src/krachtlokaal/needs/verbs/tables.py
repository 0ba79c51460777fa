"""Deeds about round tables and their guests in sentences. No guest is named in them."""

from django.utils.translation import gettext_lazy as _

from krachtlokaal.office import verbs

verbs.register(
    {
        "table.made": _("plande een ronde tafel: {label}"),
        "table.changed": _("wijzigde een ronde tafel: {label}"),
        "table.called_off": _("gelastte een ronde tafel af: {label}"),
        "guests.chosen": _("koos gasten voor {label}"),
        "guest.added": _("voegde een gast toe aan {label}"),
        "guest.changed": _("wijzigde een gast van {label}"),
        "guest.removed": _("haalde een gast weg bij {label}"),
        "guests.invited": _("nodigde gasten uit voor {label}"),
        "guests.reminded": _("herinnerde gasten aan {label}"),
        "guests.ticked_off": _("schreef op wie er was bij {label}"),
        "guest.comes": _("zei te komen bij {label}"),
        "guest.declined": _("zei niet te komen bij {label}"),
        "guest.handed_over": _("gaf de plaats door bij {label}"),
        "guest.mail_problem": _("merkte dat een mail aan een gast niet aankomt bij {label}"),
        "guests.wiped": _("wiste de namen van de gasten van {label}"),
    },
    {"gasten": _("aantal gasten"), "bellen": _("aantal te bellen")},
)
