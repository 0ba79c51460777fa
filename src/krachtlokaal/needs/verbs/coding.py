"""Deeds about coding in sentences."""

from django.utils.translation import gettext_lazy as _

from krachtlokaal.office import verbs

verbs.register(
    {
        "needs.words_read": _("maakte kaartjes van de open antwoorden van {label}"),
        "needs.card_coded": _("codeerde een kaartje van {label}"),
        "needs.card_cleaned": _("maakte de tekst van een open antwoord schoon: {label}"),
        "needs.card_dropped": _("legde een kaartje weg: {label}"),
        "needs.card_taken_back": _("haalde een weggelegd kaartje terug: {label}"),
        "needs.card_settled": _("legde vast wat twee codeurs besloten: {label}"),
        "needs.coding_planned": _("koos welke kaartjes twee mensen coderen: {label}"),
        "needs.cards_exported": _("nam gecodeerde kaartjes mee als bestand: {label}"),
    }
)
