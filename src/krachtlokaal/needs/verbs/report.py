"""Deeds about the report in writing and its actions in sentences."""

from django.utils.translation import gettext_lazy as _

from krachtlokaal.office import verbs

verbs.register(
    {
        "report.begun": _("begon het rapport van {label}"),
        "report.written": _("schreef in het rapport: {label}"),
        "report.replaced": _("zette in het rapport een andere tekst in de plaats: {label}"),
        "report.left": _("liet in het rapport de tekst van een collega staan: {label}"),
        "report.read_again": _("las een deel van het rapport na bij nieuwe cijfers: {label}"),
        "report.hidden": _("haalde een deel uit het rapport: {label}"),
        "report.shown": _("zette een deel terug in het rapport: {label}"),
        "report.moved": _("verplaatste een deel van het rapport: {label}"),
        "report.added": _("voegde een eigen tekst toe aan het rapport"),
        "report.removed": _("verwijderde een eigen tekst uit het rapport: {label}"),
        "comment.made": _("maakte een opmerking bij {label}"),
        "comment.settled": _("handelde een opmerking af bij {label}"),
        "action.made": _("schreef een actie op: {label}"),
        "action.changed": _("wijzigde een actie: {label}"),
        "action.reported": _("meldde wat er kwam van: {label}"),
        "action.moved": _("verplaatste een actie: {label}"),
        "action.removed": _("verwijderde een actie: {label}"),
        "action.asked": _("vroeg wat er kwam van de acties van {label}"),
    }
)
