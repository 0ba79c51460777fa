"""Deeds about questionnaires in sentences."""

from django.utils.translation import gettext_lazy as _

from krachtlokaal.office import verbs

verbs.register(
    {
        "questionnaire.made": _("maakte de vragenlijst {label}"),
        "questionnaire.drafted": _("maakte een nieuw concept: {label}"),
        "questionnaire.replaced": _("zette een ander bestand in het concept {label}"),
        "questionnaire.worded": _("wijzigde teksten in het concept {label}"),
        "questionnaire.published": _("publiceerde de vragenlijst {label}"),
        "questionnaire.retired": _("haalde de vragenlijst {label} uit gebruik"),
        "questionnaire.discarded": _("gooide het concept {label} weg"),
    },
    {},
)
