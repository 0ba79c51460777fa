"""Deeds about advice cases in sentences. A case is told by its number alone."""

from django.utils.translation import gettext_lazy as _

from krachtlokaal.office import verbs

verbs.register(
    {
        "case.made": _("schreef adviesvraag {label} op"),
        "case.changed": _("wijzigde adviesvraag {label}"),
        "case.noted": _("schreef een notitie bij adviesvraag {label}"),
        "case.readers_chosen": _("koos wie adviesvraag {label} leest"),
        "case.handed_over": _("droeg adviesvraag {label} over"),
        "case.closed": _("rondde adviesvraag {label} af"),
        "case.opened_again": _("opende adviesvraag {label} weer"),
    },
    {},
)
