"""The start page: what waits, what runs, what there is, and the one next step; by role."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import connection
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.queries.areas import AreaFilter
from krachtlokaal.office.enums import JobState
from krachtlokaal.portal.waiting import LIMIT, Source, Waiting, area_condition, waiting
from krachtlokaal.register.queries.listing import surroundings

YEAR = timedelta(days=365)
SHOWN_JOBS = 3
_FIGURES = """
SELECT count(*), count(*) FILTER (WHERE o.confirmed_at > %(year)s),
  (SELECT count(*) FROM register_contact c
   WHERE c.workspace_id = %(workspace)s AND c.ended_on IS NULL),
  ARRAY(SELECT json_build_array(j.title, j.step, j.done, j.total, j.state) FROM office_job j
        WHERE j.workspace_id = %(workspace)s AND j.state IN (%(waits)s, %(runs)s)
        ORDER BY j.id DESC LIMIT %(shown)s)
FROM register_organisation o
WHERE o.merged_into_id IS NULL AND o.ended_on IS NULL AND """
SHOWN_SELECTIONS = 5


@dataclass(frozen=True)
class Item:
    """One line of "Vandaag doen"."""

    title: str
    meta: str
    url: str
    state: str
    state_text: str


@dataclass(frozen=True)
class AreaFigures:
    """Counts over the working area; `stale` are those that nobody confirmed for a year."""

    organisations: int
    confirmed: int
    contacts: int

    @property
    def stale(self) -> int:
        return self.organisations - self.confirmed


@dataclass(frozen=True)
class Running:
    """A job that waits or runs, and how far it is."""

    title: str
    step: str
    done: int
    total: int


@dataclass(frozen=True)
class Today:
    """All of the page that comes from the database."""

    heading: str
    items: list[Item] = field(default_factory=list)
    jobs: list[Running] = field(default_factory=list)
    selections: list[tuple[int, str]] = field(default_factory=list)
    figures: AreaFigures | None = None


def of(access: Access, now: datetime) -> Today:
    """Three queries; none for who only stands at the door."""
    if access.seat is None or not access.may(Capability.READ_REGISTER):
        return Today(_quiet(access, now))
    around = surroundings(access)
    items = [_item(row) for row in waiting(access, around.area, now)]
    figures, jobs = _figures_and_jobs(access, around.area, now)
    return Today(
        heading=f"{_greeting(now)} {_attention(access, len(items))}",
        items=items,
        jobs=jobs,
        selections=[(pk, name) for pk, name, _query in around.selections[:SHOWN_SELECTIONS]],
        figures=figures,
    )


def _quiet(access: Access, now: datetime) -> str:
    if access.may(Capability.OPERATE):
        return _("%(greeting)s Draait alles nog?") % {"greeting": _greeting(now)}
    return _("%(greeting)s Er is vandaag niets te doen.") % {"greeting": _greeting(now)}


def _greeting(now: datetime) -> str:
    if now.hour < 6:
        return _("Goedenacht.")
    if now.hour < 12:
        return _("Goedemorgen.")
    return _("Goedemiddag.") if now.hour < 18 else _("Goedenavond.")


def _attention(access: Access, number: int) -> str:
    if not number and not access.may(Capability.WRITE_CONTACTS):
        return _("Wat wilt u opzoeken?")
    words = [
        _("Er staat niets voor u klaar."),
        _("Eén ding vraagt uw aandacht."),
        _("Twee dingen vragen uw aandacht."),
        _("Drie dingen vragen uw aandacht."),
        _("Vier dingen vragen uw aandacht."),
        _("Vijf dingen vragen uw aandacht."),
        _("Zes dingen vragen uw aandacht."),
        _("Zeven dingen vragen uw aandacht."),
        _("Acht dingen vragen uw aandacht."),
        _("Negen dingen vragen uw aandacht."),
    ]
    if number < len(words):
        return words[number]
    return _("%(number)s dingen vragen uw aandacht.") % {"number": number}


def _item(row: Waiting) -> Item:
    source = row.source
    query = f"?{source.query}" if source.query else ""
    return Item(
        title=_counted(source.words, row.number),
        meta=_example(row),
        url=reverse(source.url) + query,
        state=_state(source)[0],
        state_text=_state(source)[1],
    )


def _state(source: Source) -> tuple[str, str]:
    if source.is_late:
        return "stop", _("Wacht te lang")
    return ("now", _("Wacht op u")) if source.is_urgent else ("wait", _("Als u tijd heeft"))


def _counted(words: Promise, number: int) -> str:
    # Counting stops at the limit: more than that is "more than 99" to whoever has to do it.
    text = str(words % {"number": number})
    return text.replace(str(number), _("meer dan %s") % (LIMIT - 1)) if number >= LIMIT else text


def _example(row: Waiting) -> str:
    if row.number < 2 or not row.first:
        return row.first
    return _("%(name)s en meer") % {"name": row.first}


def _figures_and_jobs(
    access: Access, area: AreaFilter | None, now: datetime
) -> tuple[AreaFigures, list[Running]]:
    condition, values = area_condition(area)
    values |= {"workspace": access.workspace.pk, "year": now - YEAR, "shown": SHOWN_JOBS}
    values |= {"waits": JobState.WAITING, "runs": JobState.RUNNING}
    with connection.cursor() as cursor:
        cursor.execute(_FIGURES + condition, values)
        *counts, rows = cursor.fetchone()
    jobs = [
        Running(title, step or str(JobState(state).label), done, total)
        for title, step, done, total, state in rows
    ]
    return AreaFigures(*counts), jobs
