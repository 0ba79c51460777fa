"""Whom a visitor of the demo can be, and what is worth trying in each role."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from krachtlokaal.demo_world.people import OPERATOR

Text = str | Promise


@dataclass(frozen=True)
class DemoRole:
    """One card on the sign-in page of the demo."""

    key: str
    email: str
    # The workspace in which she starts; empty for the operator.
    slug: str
    role: Text
    who: Text
    tries: tuple[Text, ...]


ROLES = (
    DemoRole(
        "consulent",
        "consulent@partoer.example",
        "partoer",
        _("Consulent"),
        _("Nynke helpt organisaties in Fryslân, bij Partoer"),
        (
            _("Zoek een organisatie en kijk wat er bekend is."),
            _("Lees een lijst in van een gemeente."),
            _("Bekijk organisaties die er dubbel in staan."),
            _("Vraag besturen of hun gegevens nog kloppen."),
        ),
    ),
    DemoRole(
        "coordinator",
        "coordinator@partoer.example",
        "partoer",
        _("Coördinator"),
        _("Gerlof leidt het team van Partoer"),
        (
            _("Nodig een collega uit en geef een rol."),
            _("Lees wie wat deed."),
            _("Beslis over een voorstel van een ander."),
        ),
    ),
    DemoRole(
        "lezer",
        "lezer@partoer.example",
        "partoer",
        _("Lezer"),
        _("Wietse kijkt mee bij Partoer"),
        (
            _("Zoek en lees. Veranderen kan in deze rol niet."),
            _("Kijk op de kaart hoeveel organisaties er zijn."),
        ),
    ),
    DemoRole(
        "landelijk",
        "team@landelijk.example",
        "landelijk",
        _("Landelijk team"),
        _("Saskia werkt bij het landelijke team"),
        (
            _("Zie alle regio's naast elkaar."),
            _("Bekijk dubbele organisaties uit het hele land."),
        ),
    ),
    DemoRole(
        "deur",
        "deur@partoer.example",
        "partoer",
        _("Deurvrijwilliger"),
        _("Sjoukje ontvangt gasten op een doe-dag"),
        (_("Zie hoe rustig het is: alleen wat u aan de deur nodig heeft."),),
    ),
    DemoRole(
        "beheerder",
        OPERATOR,
        "",
        _("Beheerder"),
        _("Robin houdt de installatie draaiend"),
        (
            _("Kijk of alles werkt: taken, post en versies."),
            _("Organisaties zijn hier niet te zien."),
        ),
    ),
)
# Others worth being: an area of one municipality, and one that follows a sector.
OTHERS = (
    DemoRole(
        "steunpunt",
        "coordinator@steunpunt-tiel-buren.example",
        "steunpunt-tiel-buren",
        _("Coördinator van een steunpunt"),
        _("Bas werkt in Tiel en Buren"),
        (),
    ),
    DemoRole(
        "scouting",
        "consulent@scouting-gelderland.example",
        "scouting-gelderland",
        _("Consulent van een koepel"),
        _("Sterre werkt voor jeugdorganisaties in Gelderland"),
        (),
    ),
    DemoRole(
        "spectrum",
        "consulent@spectrum.example",
        "spectrum",
        _("Consulent"),
        _("Mirthe werkt bij Spectrum in Rivierenland"),
        (),
    ),
    DemoRole(
        "vosvi",
        "consulent@vosvi.example",
        "vosvi",
        _("Consulent"),
        _("Gerdien werkt bij VOSVI in Overijssel"),
        (),
    ),
)
BY_KEY = {role.key: role for role in (*ROLES, *OTHERS)}


def demo_lines() -> list[str]:
    """One line per role, for who starts the demo in a terminal."""
    width = max(len(str(role.role)) for role in ROLES)
    return [f"{role.role!s:<{width}}  {role.email:<30}  {role.who}" for role in ROLES]
