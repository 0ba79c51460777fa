"""What this room's deeds are called on the page "Wie deed wat"."""

from django.utils.translation import gettext_lazy as _

from krachtlokaal.office import verbs

verbs.register(
    {
        "user.created": _("kreeg een account voor {label}"),
        "user.changed": _("wijzigde de eigen gegevens"),
        "user.signed_out_everywhere": _("logde {label} overal uit"),
        "user.second_factor_reset": _("vergat de tweede sleutel van {label}"),
        "user.key_added": _("stelde een nieuwe sleutel in"),
        "user.key_removed": _("haalde een sleutel weg"),
        "workspace.created": _("maakte de werkruimte {label}"),
        "workspace.changed": _("wijzigde de gegevens of het werkgebied van {label}"),
        "membership.started": _("liet {label} toe in de werkruimte"),
        "membership.role_changed": _("gaf {label} een andere rol"),
        "membership.ended": _("haalde {label} uit de werkruimte"),
        "invitation.sent": _("nodigde {label} uit"),
        "invitation.sent_again": _("stuurde de uitnodiging van {label} opnieuw"),
        "invitation.withdrawn": _("trok de uitnodiging van {label} in"),
        "invitation.accepted": _("nam de uitnodiging aan"),
    },
    {
        "workspace_role": _("rol"),
        "phone": _("telefoon"),
        "website": _("website"),
        "language": _("taal"),
        "areas": _("werkgebied"),
        "key": _("sleutel"),
    },
)
