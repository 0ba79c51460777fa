"""Deeds about cards and dots in sentences."""

from django.utils.translation import gettext_lazy as _

from krachtlokaal.office import verbs

verbs.register(
    {
        "card.typed": _("typte een kaartje aan {label}"),
        "card.changed": _("wijzigde een kaartje van {label}"),
        "card.dropped": _("haalde een kaartje weg van {label}"),
        "card.restored": _("zette een kaartje terug bij {label}"),
        "table.begin": _("begon het gesprek van {label}"),
        "table.dots": _("liet gasten stippen geven aan {label}"),
        "table.done": _("rondde {label} af"),
        "table.talk": _("opende het gesprek van {label} opnieuw"),
        "table.notes_opened": _("maakte een adres voor de notulist van {label}"),
        "table.notes_ended": _("beëindigde het adres voor de notulist van {label}"),
        "table.stickers": _("typte stippen van papier over van {label}"),
        "table.dots_folded": _("telde oude stippen op en gooide de stembriefjes weg: {label}"),
    }
)
