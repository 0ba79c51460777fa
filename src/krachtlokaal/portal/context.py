"""What every page's frame shows: the menu, the workspace, whether this is the demo."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.enums import Capability


@dataclass(frozen=True)
class Item:
    label: str | Promise
    url: str
    current: bool


MEMBER_ITEMS = [
    (_("Vandaag"), "portal:start", Capability.SEE_START),
    (_("Organisaties"), "register:list", Capability.READ_REGISTER),
    (_("Dubbelen"), "register:pairs", Capability.MERGE),
    (_("Post"), "register:mailings", Capability.SEND_MAIL),
    (_("Taken"), "portal:jobs", Capability.SEE_JOBS),
    (_("Werkruimte"), "accounts:members", Capability.MANAGE_MEMBERS),
]


def frame(request: HttpRequest) -> dict[str, Any]:
    access: Access | None = getattr(request, "access", None)
    return {
        "access": access,
        "nav": _member_items(request, access) if access else [],
        "demo": settings.DEMO,
    }


def _member_items(request: HttpRequest, access: Access) -> list[Item]:
    items = []
    for label, name, capability in MEMBER_ITEMS:
        if access.may(capability):
            url = reverse(name)
            items.append(Item(label, url, request.path.startswith(url)))
    return items
