"""Parts of the pages of organisations that are drawn often: rows of the list and its selects.

Built in Python, because a template would take several times as long for 25 rows.
"""

from collections.abc import Iterable
from datetime import datetime

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from krachtlokaal.core.templatetags.kl import status
from krachtlokaal.register.enums import Sector
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
    draw = _Drawer()
    return SafeString("".join(draw.row(line) for line in lines))


class _Drawer:
    """The words that every row needs, looked up once."""

    def __init__(self) -> None:
        self.url_head, self.url_tail = reverse("portal:organisation", args=[0]).split("0")
        self.choose = _("Kies %s")
        self.sectors = {sector.value: str(sector.label) for sector in Sector}
        self.months = {number: str(name) for number, name in MONTHS.items()}
        self.never = _("nog niet")
        self.unknown = _("onbekend")
        self.stale_before = timezone.now() - STALE_AFTER
        self.ended = status("stop", State.ENDED.label)
        self.double = status("now", State.DUPLICATE.label)
        self.unreachable = status("now", State.ADDRESS.label)
        self.unconfirmed = status("wait", _("Nog niet bevestigd"))
        self.stale = status("wait", _("Lang niet bevestigd"))
        self.fine = status("done", _("Actueel"))
        self.heads = {
            "kind_head": _("Soort"),
            "place_head": _("Plaats"),
            "count_head": _("Vrijwilligers"),
            "date_head": _("Bevestigd"),
        }

    def row(self, line: Line) -> str:
        name = escape(line.name)
        return _ROW.format(
            id=line.id,
            choose=self.choose % name,
            url=f"{self.url_head}{line.id}{self.url_tail}",
            name=name,
            tags=_tags(line.tags) if line.tags else "",
            kind=self.sectors.get(line.sector, line.sector),
            place=escape(_place(line)),
            count=self.unknown if line.volunteers is None else _grouped(line.volunteers),
            date=self.date(line.confirmed_at),
            state=self.state(line),
            **self.heads,
        )

    def date(self, moment: datetime | None) -> str:
        if moment is None:
            return self.never
        return f"{self.months[moment.month]} {moment.year}"

    def state(self, line: Line) -> SafeString:
        if line.has_ended:
            return self.ended
        if line.may_be_double:
            return self.double
        if line.has_mail_problem:
            return self.unreachable
        if line.confirmed_at is None:
            return self.unconfirmed
        return self.fine if line.confirmed_at > self.stale_before else self.stale


def _tags(names: list[str]) -> str:
    return f'<span class="kl-labels">{escape(", ".join(names))}</span>'


def _place(line: Line) -> str:
    town = town_name(line.municipality)
    return f"{line.place}, {town}" if line.place and line.place != town else town


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


@register.simple_tag
def choose_from(
    name: str, label: str, options: Iterable[tuple[str, str]], chosen: str, *, empty: str = ""
) -> SafeString:
    """A filter: one choice out of many, `empty` being the words for no choice."""
    rows = "".join(
        f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>'
        f"{escape(text)}</option>"
        for value, text in options
    )
    return format_html(
        '<div class="ds-field"><label class="ds-label" for="f-{}">{}</label>'
        '<select class="ds-input" id="f-{}" name="{}"><option value="">{}</option>{}</select>'
        "</div>",
        name,
        label,
        name,
        name,
        empty,
        SafeString(rows),
    )
