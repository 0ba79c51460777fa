"""What the pages of a workspace share."""

from django.http import HttpRequest
from django.template import Context, Library
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.core.templatetags.kl import tabs

register = Library()

PAGES = [
    (_("Werkruimte"), "accounts:workspace", Capability.SEE_START),
    (_("Collega's"), "accounts:members", Capability.MANAGE_MEMBERS),
    (_("Wie deed wat"), "accounts:log", Capability.READ_AUDIT),
]


@register.simple_tag(takes_context=True)
def workspace_tabs(context: Context) -> SafeString:
    """The pages of the workspace that this member may open."""
    request: HttpRequest = context["request"]
    access: Access = context["access"]
    items = [
        (str(text), reverse(name), request.path == reverse(name))
        for text, name, capability in PAGES
        if access.may(capability)
    ]
    return tabs(items, str(_("Werkruimte"))) if len(items) > 1 else SafeString("")
