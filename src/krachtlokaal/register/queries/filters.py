"""The filters of the list of organisations, as they stand in its address.

A value that means nothing is left out and told in `errors`: an address that somebody typed or an
old bookmark still shows a list.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from django.db import models
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from krachtlokaal.register.enums import LegalForm, Sector
from krachtlokaal.register.queries.places import provinces, towns

LONGEST_SEARCH = 80
MOST_IDS = 5000
BIGGEST_NUMBER = 2**63 - 1


class Size(models.TextChoices):
    """Bands of volunteers."""

    TO_9 = "1-9", gettext_lazy("1 tot en met 9")
    TO_24 = "10-24", gettext_lazy("10 tot en met 24")
    TO_49 = "25-49", gettext_lazy("25 tot en met 49")
    TO_99 = "50-99", gettext_lazy("50 tot en met 99")
    FROM_100 = "100", gettext_lazy("100 of meer")
    UNKNOWN = "onbekend", gettext_lazy("Aantal onbekend")


class State(models.TextChoices):
    """What needs attention."""

    DUPLICATE = "dubbel", gettext_lazy("Mogelijk dubbel")
    ADDRESS = "adres", gettext_lazy("Adres controleren")
    UNCONFIRMED = "onbevestigd", gettext_lazy("Al een jaar niet bevestigd")
    ENDED = "gestopt", gettext_lazy("Gestopt")


class Sort(models.TextChoices):
    NAME = "naam", gettext_lazy("Naam")
    PLACE = "plaats", gettext_lazy("Plaats")
    VOLUNTEERS = "vrijwilligers", gettext_lazy("Vrijwilligers")
    CHANGED = "gewijzigd", gettext_lazy("Laatst gewijzigd")


@dataclass(frozen=True)
class Filters:
    """One choice of organisations; `errors` are sentences about what was left out."""

    q: str = ""
    municipalities: tuple[str, ...] = ()
    province: str = ""
    sector: str = ""
    legal_form: str = ""
    size: str = ""
    tag: int | None = None
    state: str = ""
    everywhere: bool = False
    ids: tuple[int, ...] = ()
    selection: int | None = None
    sort: str = Sort.NAME.value
    descending: bool = False
    errors: tuple[str, ...] = ()

    @classmethod
    def from_querydict(cls, query: QueryDict) -> "Filters":
        return _Reader(query).read()

    @classmethod
    def from_query(cls, address: str) -> "Filters":
        """The same from the text behind the question mark."""
        return cls.from_querydict(QueryDict(address.encode("utf-8", "ignore")))

    def query(self, **changes: Any) -> str:  # noqa: ANN401 the fields of this class
        """The text behind the question mark, in one spelling, without page numbers."""
        wanted = replace(self, **changes) if changes else self
        query = QueryDict(mutable=True)
        for key, write in _WRITERS.items():
            if values := write(wanted):
                query.setlist(key, values)
        return query.urlencode(safe=",")

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the area and the order was chosen."""
        plain = Filters()
        ignored = {"everywhere", "sort", "descending", "errors"}
        return any(
            getattr(self, field.name) != getattr(plain, field.name)
            for field in fields(self)
            if field.name not in ignored
        )


class _Reader:
    """Reads the address key by key and collects what it had to leave out."""

    def __init__(self, query: QueryDict) -> None:
        self.query = query
        self.errors: list[str] = []

    def read(self) -> Filters:
        sort, descending = self._order()
        found = Filters(
            q=self._text("q"),
            municipalities=self._municipalities(),
            province=self._choice("provincie", provinces(), _("De provincie")),
            sector=self._choice("soort", frozenset(Sector), _("De soort")),
            legal_form=self._choice("rechtsvorm", frozenset(LegalForm), _("De rechtsvorm")),
            size=self._choice("grootte", Size.values, _("De grootte")),
            tag=self._number("label", _("Het label")),
            state=self._choice("toestand", State.values, _("De toestand")),
            everywhere=self._choice("gebied", ("werkgebied", "alles"), _("Het gebied")) == "alles",
            ids=self._ids(),
            selection=self._number("selectie", _("De selectie")),
            sort=sort,
            descending=descending,
        )
        return replace(found, errors=tuple(self.errors))

    def _text(self, key: str) -> str:
        text = " ".join(self.query.get(key, "").replace("\x00", " ").split())
        if len(text) > LONGEST_SEARCH:
            self.errors.append(
                _("Uw zoektekst is te lang. Er is gezocht met de eerste %(count)s tekens.")
                % {"count": LONGEST_SEARCH}
            )
        return text[:LONGEST_SEARCH]

    def _choice(self, key: str, allowed: Iterable[str], name: str) -> str:
        value = self.query.get(key, "")
        if not value or value in allowed:
            return value
        self._left_out(name)
        return ""

    def _number(self, key: str, name: str) -> int | None:
        value = self.query.get(key, "")
        if not value:
            return None
        if _is_number(value):
            return int(value)
        self._left_out(name)
        return None

    def _municipalities(self) -> tuple[str, ...]:
        """One key more times, or one value with commas: a select can only hold one value."""
        wanted = [code for value in self.query.getlist("gemeente") for code in value.split(",")]
        wanted = [code for code in dict.fromkeys(wanted) if code]
        known = [code for code in wanted if code in towns()]
        if len(known) < len(wanted):
            self._left_out(_("De gemeente"))
        return tuple(known)

    def _ids(self) -> tuple[int, ...]:
        wanted = [text for value in self.query.getlist("ids") for text in value.split(",") if text]
        numbers = list(dict.fromkeys(int(text) for text in wanted[:MOST_IDS] if _is_number(text)))
        if wanted and not numbers:
            self._left_out(_("De keuze van organisaties"))
        return tuple(numbers)

    def _order(self) -> tuple[str, bool]:
        value = self.query.get("sort", "")
        key = value.removeprefix("-")
        if not value:
            return Sort.NAME.value, False
        if key in Sort.values:
            return key, value.startswith("-")
        self._left_out(_("De volgorde"))
        return Sort.NAME.value, False

    def _left_out(self, name: str) -> None:
        self.errors.append(
            _("%(name)s in het adres van deze bladzijde kennen wij niet. Kies opnieuw.")
            % {"name": name}
        )


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 20 and int(text) <= BIGGEST_NUMBER


def _one(name: str) -> Callable[[Filters], list[str]]:
    def write(filters: Filters) -> list[str]:
        value = getattr(filters, name)
        return [str(value)] if value else []

    return write


def _order_of(filters: Filters) -> list[str]:
    if filters.sort == Sort.NAME and not filters.descending:
        return []
    return [f"-{filters.sort}" if filters.descending else filters.sort]


_WRITERS: dict[str, Callable[[Filters], list[str]]] = {
    "q": _one("q"),
    "gemeente": lambda filters: list(filters.municipalities),
    "provincie": _one("province"),
    "soort": _one("sector"),
    "rechtsvorm": _one("legal_form"),
    "grootte": _one("size"),
    "label": _one("tag"),
    "toestand": _one("state"),
    "gebied": lambda filters: ["alles"] if filters.everywhere else [],
    "ids": lambda filters: [",".join(map(str, filters.ids))] if filters.ids else [],
    "selectie": _one("selection"),
    "sort": _order_of,
}
