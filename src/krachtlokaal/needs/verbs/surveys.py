"""Deeds about surveys in sentences."""

from django.utils.translation import gettext_lazy as _

from krachtlokaal.office import verbs

verbs.register(
    {
        "needs_survey.made": _("begon de behoeftepeiling {label}"),
        "needs_survey.changed": _("wijzigde de behoeftepeiling {label}"),
        "needs_survey.freezing": _("liet vastleggen wie hoort bij de behoeftepeiling {label}"),
        "needs_survey.frozen": _("begon het veldwerk van de behoeftepeiling {label}"),
        "needs_survey.closed": _("sloot het veldwerk van de behoeftepeiling {label}"),
        "needs_survey.removed": _("gooide de behoeftepeiling {label} weg"),
        "needs_survey.repeated": _("begon een vervolg: de behoeftepeiling {label}"),
        "needs_wave.attached": _("koppelde een meting aan een behoeftepeiling: {label}"),
        "needs_wave.detached": _("maakte een meting los van een behoeftepeiling: {label}"),
    },
    {
        "municipalities": _("gemeenten"),
        "question": _("vraag"),
        "starts_on": _("van"),
        "ends_on": _("tot en met"),
        "partners": _("partners"),
        "decided_by": _("wie besluit"),
        "planned_tables": _("aantal ronde tafels"),
        "codes_twice": _("twee mensen coderen"),
    },
)
