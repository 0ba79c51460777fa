"""What every page's frame shows: the menu, the workspace, whether this is the demo.

Runs for each page: addresses are looked up once per set of capabilities, not once per request.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import get_language
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
    (_("KrachtMeting"), "surveys:waves", Capability.SEE_TOTALS),
    (_("Behoeftepeiling"), "needs:surveys", Capability.SEE_NEEDS),
    (_("Doe-dagen"), "events:days", Capability.SEE_EVENTS),
    (_("Advies"), "advice:cases", Capability.WORK_CASES),
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
    capabilities = access.capabilities if access else None
    return {"access": access, "nav": _nav(request.path, capabilities), "demo": settings.DEMO}


def _nav(path: str, capabilities: frozenset[Capability] | None) -> dict[str, SafeString]:
    """The menu as it is drawn on wide and on narrow screens. The item with the longest address
    that the page's own address begins with is the current one."""
    menu = visitor_menu() if capabilities is None else member_menu(capabilities)
    here = max((url for _label, url in menu if path.startswith(url)), key=len, default="")
    return _drawn(menu_of=capabilities, here=here, language=get_language()) if menu else {}


@lru_cache(maxsize=256)
def _drawn(
    *,
    menu_of: frozenset[Capability] | None,
    here: str,
    language: str | None,  # noqa: ARG001 each language has its own
) -> dict[str, SafeString]:
    """Depends on these three alone, so who may do the same sees the same."""
    menu = visitor_menu() if menu_of is None else member_menu(menu_of)
    items = {"nav": [Item(label, url, url == here) for label, url in menu]}
    return {name: render_to_string(f"parts/menu_{name}.html", items) for name in ("wide", "narrow")}


@lru_cache(maxsize=64)
def member_menu(capabilities: frozenset[Capability]) -> Menu:
    return tuple(
        (label, reverse(name)) for label, name, needed in MEMBER_ITEMS if needed in capabilities
    )


@lru_cache(maxsize=1)
def visitor_menu() -> Menu:
    return tuple((label, reverse(name)) for label, name in VISITOR_ITEMS)
