"""What every page's frame shows: the menu, the workspace, whether this is the demo.

Runs for each page: addresses are looked up once per set of capabilities, not once per request.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.enums import Capability

Menu = tuple[tuple[str | Promise, str], ...]


@dataclass(frozen=True)
class Item:
    label: str | Promise
    url: str
    current: bool


MEMBER_ITEMS: tuple[tuple[str | Promise, str, Capability], ...] = (
    (_("Vandaag"), "portal:start", Capability.SEE_START),
    (_("Organisaties"), "register:list", Capability.READ_REGISTER),
    (_("Dubbelen"), "register:pairs", Capability.MERGE),
    (_("Post"), "register:mailings", Capability.SEND_MAIL),
    (_("Taken"), "portal:jobs", Capability.SEE_JOBS),
    (_("Werkruimte"), "accounts:workspace", Capability.READ_REGISTER),
    (_("Beheer"), "portal:operate", Capability.OPERATE),
    (_("Zoeken"), "portal:search", Capability.READ_REGISTER),
)
VISITOR_ITEMS: tuple[tuple[str | Promise, str], ...] = (
    (_("Hulp en advies"), "topics:offers"),
    (_("Uitleg"), "portal:help"),
    (_("Inloggen"), "account_login"),
)


def frame(request: HttpRequest) -> dict[str, Any]:
    access: Access | None = getattr(request, "access", None)
    menu = member_menu(access.capabilities) if access else visitor_menu()
    return {"access": access, "nav": _marked(request.path, menu), "demo": settings.DEMO}


@lru_cache(maxsize=64)
def member_menu(capabilities: frozenset[Capability]) -> Menu:
    return tuple(
        (label, reverse(name)) for label, name, needed in MEMBER_ITEMS if needed in capabilities
    )


@lru_cache(maxsize=1)
def visitor_menu() -> Menu:
    return tuple((label, reverse(name)) for label, name in VISITOR_ITEMS)


def _marked(path: str, menu: Menu) -> list[Item]:
    """The item with the longest address that the page's own address begins with is the current."""
    here = max((url for _label, url in menu if path.startswith(url)), key=len, default="")
    return [Item(label, url, url == here) for label, url in menu]
