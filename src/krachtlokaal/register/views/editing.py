"""What pages with a version check share: the form comes back with what somebody else saved."""

from django.contrib import messages
from django.db.models import Model
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.register.forms.versions import Clash, VersionedForm, accept_version, clashes


def told_of_clash(request: MemberRequest, form: VersionedForm, current: Model) -> list[Clash]:
    """Both values of each field that differs; sending the form again is then meant."""
    found = clashes(form, current)
    accept_version(form, current)
    messages.warning(request, _("Iemand anders heeft dit intussen gewijzigd. Kijk uw tekst na."))
    return found
