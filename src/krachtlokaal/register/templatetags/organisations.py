"""Parts of the pages of organisations that are drawn often: rows of the list and its selects.

Built in Python, because a template would take several times as long for 25 rows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from krachtlokaal.core.templatetags.kl import status
from krachtlokaal.register.enums import Sector
from krachtlokaal.register.queries.choices import Choice
from krachtlokaal.register.queries.filters import State
from krachtlokaal.register.queries.listing import Line
from krachtlokaal.register.queries.organisations import STALE_AFTER
from krachtlokaal.register.queries.places import town_name

register = template.Library()

_ROW = (
    '<tr role="row"><td role="cell" class="is-check is-tight"><label class="kl-tick">'
    '<input class="ds-input" type="checkbox" name="ids" value="{id}" aria-label="{choose}">'
    '</label></td><th role="rowheader" scope="row"><a href="{url}">{name}</a>{tags}</th>'
    '<td role="cell" data-label="{kind_head}">{kind}</td>'
    '<td role="cell" data-label="{place_head}">{place}</td>'
    '<td role="cell" class="is-num" data-label="{count_head}">{count}</td>'
    '<td role="cell" data-label="{date_head}">{date}</td>'
    '<td role="cell" class="is-tight">{state}</td></tr>'
)


@register.simple_tag
def organisation_rows(lines: Iterable[Line]) -> SafeString:
    """The rows of the list, each with its tick, its facts and what needs attention."""
    draw = _Drawer(_words(get_language() or ""), timezone.now() - STALE_AFTER)
    return SafeString("".join(draw.row(line) for line in lines))


@dataclass(frozen=True)
class _Words:
    """What every row says in one language."""

    url_head: str
    url_tail: str
    choose: str
    never: str
    unknown: str
    sectors: dict[str, str]
    months: dict[int, str]
    heads: dict[str, str]
    states: dict[str, SafeString]


@lru_cache(maxsize=8)
def _words(language: str) -> _Words:  # noqa: ARG001 the key of the cache
    """Looked up once a process and language."""
    url_head, url_tail = reverse("portal:organisation", args=[0]).split("0")
    return _Words(
        url_head=url_head,
        url_tail=url_tail,
        choose=_("Kies %s"),
        never=_("nog niet"),
        unknown=_("onbekend"),
        sectors={sector.value: str(sector.label) for sector in Sector},
        months={number: str(name) for number, name in MONTHS.items()},
        heads={
            "kind_head": _("Soort"),
            "place_head": _("Plaats"),
            "count_head": _("Vrijwilligers"),
            "date_head": _("Bevestigd"),
        },
        states={
            "ended": status("stop", State.ENDED.label),
            "double": status("now", State.DUPLICATE.label),
            "unreachable": status("now", State.ADDRESS.label),
            "unconfirmed": status("wait", _("Nog niet bevestigd")),
            "stale": status("wait", _("Lang niet bevestigd")),
            "fine": status("done", _("Actueel")),
        },
    )


class _Drawer:
    """Draws rows in one language, at one moment."""

    def __init__(self, words: _Words, stale_before: datetime) -> None:
        self.words = words
        self.stale_before = stale_before

    def row(self, line: Line) -> str:
        words, name = self.words, escape(line.name)
        return _ROW.format(
            id=line.id,
            choose=words.choose % name,
            url=f"{words.url_head}{line.id}{words.url_tail}",
            name=name,
            tags=_tags(line.tags) if line.tags else "",
            kind=words.sectors.get(line.sector, line.sector),
            place=escape(_place(line)),
            count=words.unknown if line.volunteers is None else _grouped(line.volunteers),
            date=self.date(line.confirmed_at),
            state=words.states[self.state(line)],
            **words.heads,
        )

    def date(self, moment: datetime | None) -> str:
        if moment is None:
            return self.words.never
        return f"{self.words.months[moment.month]} {moment.year}"

    def state(self, line: Line) -> str:
        if line.has_ended:
            return "ended"
        if line.may_be_double:
            return "double"
        if line.has_mail_problem:
            return "unreachable"
        if line.confirmed_at is None:
            return "unconfirmed"
        return "fine" if line.confirmed_at > self.stale_before else "stale"


def _tags(names: list[str]) -> str:
    return f'<span class="kl-labels">{escape(", ".join(names))}</span>'


def _place(line: Line) -> str:
    town = town_name(line.municipality)
    return f"{line.place}, {town}" if line.place and line.place != town else town


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


@register.simple_tag
def choose_from(choice: Choice) -> SafeString:
    """A filter: one choice out of many."""
    return _select(choice)


@lru_cache(maxsize=1024)
def _select(choice: Choice) -> SafeString:
    # The words stand in the choice, so its language is part of the key.
    rows = "".join(
        f'<option value="{escape(value)}"{" selected" if value == choice.chosen else ""}>'
        f"{escape(text)}</option>"
        for value, text in choice.options
    )
    return format_html(
        '<div class="ds-field"><label class="ds-label" for="f-{}">{}</label>'
        '<select class="ds-input" id="f-{}" name="{}"><option value="">{}</option>{}</select>'
        "</div>",
        choice.name,
        choice.label,
        choice.name,
        choice.name,
        choice.empty,
        SafeString(rows),
    )
