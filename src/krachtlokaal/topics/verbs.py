"""What this room's deeds are called on the page "Wie deed wat"."""

from django.utils.translation import gettext_lazy as _

from krachtlokaal.office import verbs

verbs.register(
    {
        "offer.published": _("zette {label} in het aanbod"),
        "offer.changed": _("wijzigde het aanbod {label}"),
        "offer.withdrawn": _("haalde {label} uit het aanbod"),
        "offer.file_attached": _("zette het bestand {label} bij het aanbod"),
    },
    {
        "title": _("titel"),
        "summary": _("in het kort"),
        "themes": _("onderwerpen"),
        "help_forms": _("soorten hulp"),
        "target_groups": _("doelgroepen"),
        "basisfuncties": _("basisfuncties"),
        "municipalities": _("gemeenten"),
        "valid_until": _("geldig tot en met"),
        "withdrawn": _("ingetrokken"),
    },
)
