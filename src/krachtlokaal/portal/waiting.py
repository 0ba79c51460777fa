"""What waits for somebody: one query over the rooms, at most LIMIT rows of each kind.

Written in SQL like the list of organisations: this stands on the page that people open first.
A room that lets things wait adds a `Source`: what the role must be able to do, which rows, and the
words. `{area}` in its SQL becomes the working area as a condition on the organisation `o`.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import connection
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import ngettext_lazy

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.queries.areas import AreaFilter
from krachtlokaal.surveys.queries.wishes import late_from

LIMIT = 100
Value = int | str | date | datetime | list[str]
RECENT = timedelta(days=21)
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Source:
    """One kind of waiting thing; `words` counts them, `url` names the page that settles them."""

    key: str
    capability: Capability
    words: Promise
    url: str
    rows: str
    query: str = ""
    is_urgent: bool = True
    # Waits longer than was promised: shown in red.
    is_late: bool = False


@dataclass(frozen=True)
class Waiting:
    """How many of a kind wait, and what the first is called."""

    source: Source
    number: int
    first: str


SOURCES = (
    Source(
        "wishes_late",
        Capability.SEE_FIELD_WORK,
        ngettext_lazy(
            "%(number)s organisatie wacht te lang op een telefoontje",
            "%(number)s organisaties wachten te lang op een telefoontje",
            "number",
        ),
        "surveys:wishes",
        "SELECT o.name FROM surveys_contactwish w"
        " JOIN register_organisation o ON o.id = w.organisation_id"
        " WHERE w.workspace_id = %(workspace)s AND w.kind = 'contact' AND w.answered_on IS NULL"
        " AND w.asked_on <= %(late)s ORDER BY w.asked_on, w.id",
        is_late=True,
    ),
    Source(
        "wishes",
        Capability.SEE_FIELD_WORK,
        ngettext_lazy(
            "Bel %(number)s organisatie die om hulp vroeg",
            "Bel %(number)s organisaties die om hulp vroegen",
            "number",
        ),
        "surveys:wishes",
        "SELECT o.name FROM surveys_contactwish w"
        " JOIN register_organisation o ON o.id = w.organisation_id"
        " WHERE w.workspace_id = %(workspace)s AND w.kind = 'contact' AND w.answered_on IS NULL"
        " AND w.asked_on > %(late)s ORDER BY w.asked_on, w.id",
    ),
    Source(
        "cases_late",
        Capability.WORK_CASES,
        ngettext_lazy(
            "De volgende stap van %(number)s adviesvraag is te laat",
            "De volgende stap van %(number)s adviesvragen is te laat",
            "number",
        ),
        "advice:cases",
        "SELECT coalesce(o.name, c.organisation_name) FROM advice_advicecase c"
        " LEFT JOIN register_organisation o ON o.id = c.organisation_id"
        " WHERE c.workspace_id = %(workspace)s AND c.adviser_id = %(user)s"
        " AND c.state <> 'closed' AND c.next_step_on < %(today)s ORDER BY c.next_step_on, c.id",
        query="van=mij",
    ),
    Source(
        "imports",
        Capability.IMPORT,
        ngettext_lazy(
            "%(number)s lijst wacht op uw akkoord",
            "%(number)s lijsten wachten op uw akkoord",
            "number",
        ),
        "register:imports",
        "SELECT r.file_name FROM register_importrun r"
        " WHERE r.workspace_id = %(workspace)s AND r.state = 'checked' ORDER BY r.id DESC",
    ),
    Source(
        "proposals",
        Capability.WRITE_FACTS,
        ngettext_lazy(
            "Beslis over %(number)s voorstel", "Beslis over %(number)s voorstellen", "number"
        ),
        "register:proposals",
        "SELECT o.name FROM register_proposal p"
        " JOIN register_organisation o ON o.id = p.organisation_id"
        " WHERE p.state = 'open' AND o.merged_into_id IS NULL AND {area} ORDER BY p.id",
    ),
    Source(
        "mails",
        Capability.SEE_MAIL,
        ngettext_lazy(
            "Van %(number)s mail is niet zeker of die aankwam",
            "Van %(number)s mails is niet zeker of die aankwamen",
            "number",
        ),
        "portal:outbox",
        "SELECT m.to_name FROM office_outboxmail m"
        " WHERE m.workspace_id = %(workspace)s AND m.state = 'unsure' ORDER BY m.id",
        query="state=unsure",
    ),
    Source(
        "checks",
        Capability.SEND_MAIL,
        ngettext_lazy(
            "%(number)s bestuur gaf een wijziging door",
            "%(number)s besturen gaven een wijziging door",
            "number",
        ),
        "register:checks",
        "SELECT o.name FROM register_factcheck f"
        " JOIN register_organisation o ON o.id = f.organisation_id"
        " WHERE f.workspace_id = %(workspace)s AND f.state = 'changed'"
        " AND f.answered_at > %(recent)s ORDER BY f.answered_at DESC",
        query="toestand=gewijzigd",
        is_urgent=False,
    ),
    Source(
        "survey_problems",
        Capability.RUN_WAVES,
        ngettext_lazy(
            "%(number)s uitnodiging voor een meting kwam niet aan",
            "%(number)s uitnodigingen voor een meting kwamen niet aan",
            "number",
        ),
        "surveys:waves",
        "SELECT o.name FROM surveys_invitation i JOIN surveys_wave w ON w.id = i.wave_id"
        " JOIN office_personallink l ON l.id = i.link_id"
        " JOIN register_organisation o ON o.id = i.organisation_id"
        " WHERE i.workspace_id = %(workspace)s AND w.state = 'open' AND i.problem <> ''"
        " AND l.nonce IS NOT NULL AND l.revoked_at IS NULL ORDER BY i.id",
    ),
    Source(
        "survey_letters",
        Capability.RUN_WAVES,
        ngettext_lazy(
            "%(number)s brief voor een meting moet nog op de post",
            "%(number)s brieven voor een meting moeten nog op de post",
            "number",
        ),
        "surveys:waves",
        "SELECT o.name FROM surveys_invitation i JOIN surveys_wave w ON w.id = i.wave_id"
        " JOIN register_organisation o ON o.id = i.organisation_id"
        " WHERE i.workspace_id = %(workspace)s AND w.state = 'open' AND i.channel = 'letter'"
        " AND i.progress = 'invited' ORDER BY i.id",
    ),
    Source(
        "survey_entries",
        Capability.RUN_WAVES,
        ngettext_lazy(
            "%(number)s persoon via de open link is nog niet bevestigd",
            "%(number)s personen via de open link zijn nog niet bevestigd",
            "number",
        ),
        "surveys:waves",
        "SELECT o.name FROM surveys_invitation i JOIN surveys_wave w ON w.id = i.wave_id"
        " JOIN office_personallink l ON l.id = i.link_id"
        " JOIN register_organisation o ON o.id = i.organisation_id"
        " WHERE i.workspace_id = %(workspace)s AND w.state = 'open' AND NOT i.is_verified"
        " AND l.revoked_at IS NULL ORDER BY i.id",
        is_urgent=False,
    ),
    Source(
        "needs_close",
        Capability.RUN_NEEDS,
        ngettext_lazy(
            "Sluit het veldwerk van %(number)s behoeftepeiling",
            "Sluit het veldwerk van %(number)s behoeftepeilingen",
            "number",
        ),
        "needs:surveys",
        "SELECT s.title FROM needs_needssurvey s WHERE s.workspace_id = %(workspace)s"
        " AND s.state = 'field' AND NOT EXISTS (SELECT 1 FROM needs_needswave n"
        " JOIN surveys_wave w ON w.id = n.wave_id WHERE n.survey_id = s.id"
        " AND w.state NOT IN ('closed', 'called_off')) ORDER BY s.id",
    ),
    Source(
        "needs_field",
        Capability.SEE_FIELD_WORK,
        ngettext_lazy(
            "Bel voor %(number)s behoeftepeiling wie nog niet antwoordde",
            "Bel voor %(number)s behoeftepeilingen wie nog niet antwoordde",
            "number",
        ),
        "needs:surveys",
        "SELECT s.title FROM needs_needssurvey s WHERE s.workspace_id = %(workspace)s"
        " AND s.state = 'field' AND EXISTS (SELECT 1 FROM needs_needswave n"
        " JOIN surveys_wave w ON w.id = n.wave_id WHERE n.survey_id = s.id"
        " AND w.state = 'open') ORDER BY s.id",
        is_urgent=False,
    ),
    Source(
        "needs_guests",
        Capability.WORK_NEEDS,
        ngettext_lazy(
            "Nodig gasten uit voor %(number)s ronde tafel",
            "Nodig gasten uit voor %(number)s ronde tafels",
            "number",
        ),
        "needs:surveys",
        "SELECT t.title FROM needs_roundtable t WHERE t.workspace_id = %(workspace)s"
        " AND t.state = 'planned' AND EXISTS (SELECT 1 FROM needs_guest g"
        " WHERE g.table_id = t.id AND g.state = 'proposed') ORDER BY t.held_on, t.id",
    ),
    Source(
        "needs_tables",
        Capability.WORK_NEEDS,
        ngettext_lazy(
            "Binnen een week is er %(number)s ronde tafel",
            "Binnen een week zijn er %(number)s ronde tafels",
            "number",
        ),
        "needs:surveys",
        "SELECT t.title FROM needs_roundtable t WHERE t.workspace_id = %(workspace)s"
        " AND t.state IN ('planned', 'talking', 'dots') AND t.held_on >= %(today)s"
        " AND t.held_on <= %(soon)s ORDER BY t.held_on, t.id",
    ),
    Source(
        "successions",
        Capability.SEND_MAIL,
        ngettext_lazy(
            "%(number)s bestuurswissel wacht op de opvolger",
            "%(number)s bestuurswissels wachten op de opvolger",
            "number",
        ),
        "register:checks",
        "SELECT o.name FROM register_succession s"
        " JOIN register_organisation o ON o.id = s.organisation_id"
        " WHERE s.workspace_id = %(workspace)s AND s.state = 'asked' ORDER BY s.id",
        query="toestand=wissel",
        is_urgent=False,
    ),
    Source(
        "bounces",
        Capability.WRITE_CONTACTS,
        ngettext_lazy(
            "Zoek een nieuw mailadres voor %(number)s contact",
            "Zoek een nieuw mailadres voor %(number)s contacten",
            "number",
        ),
        "register:list",
        "SELECT o.name FROM register_contact c"
        " JOIN register_organisation o ON o.id = c.organisation_id"
        " WHERE c.workspace_id = %(workspace)s AND c.mail_problem <> '' AND c.ended_on IS NULL"
        " ORDER BY c.mail_problem_at DESC",
        query="toestand=adres",
        is_urgent=False,
    ),
    Source(
        "pairs",
        Capability.MERGE,
        ngettext_lazy(
            "Bekijk %(number)s organisatie die er dubbel in kan staan",
            "Bekijk %(number)s paren die misschien dezelfde organisatie zijn",
            "number",
        ),
        "register:pairs",
        "SELECT o.name FROM register_duplicatepair p"
        " JOIN register_organisation o ON o.id = p.a_id"
        " JOIN register_organisation b ON b.id = p.b_id"
        " WHERE p.state = 'open' AND o.merged_into_id IS NULL AND b.merged_into_id IS NULL"
        " AND {area} ORDER BY p.probability DESC",
        is_urgent=False,
    ),
    Source(
        "invitations",
        Capability.MANAGE_MEMBERS,
        ngettext_lazy(
            "%(number)s collega heeft de uitnodiging nog niet aangenomen",
            "%(number)s collega's hebben de uitnodiging nog niet aangenomen",
            "number",
        ),
        "accounts:members",
        "SELECT i.name FROM accounts_invitation i WHERE i.workspace_id = %(workspace)s"
        " AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL ORDER BY i.id",
        is_urgent=False,
    ),
    Source(
        "jobs",
        Capability.SEE_JOBS,
        ngettext_lazy(
            "%(number)s taak is niet gelukt", "%(number)s taken zijn niet gelukt", "number"
        ),
        "portal:jobs",
        "SELECT j.title FROM office_job j WHERE j.workspace_id = %(workspace)s"
        " AND j.user_id = %(user)s AND j.state = 'failed' AND j.finished_at > %(recent)s"
        " ORDER BY j.id DESC",
    ),
)


def waiting(access: Access, area: AreaFilter | None, now: datetime) -> list[Waiting]:
    """What waits for this person in this workspace, in the order of SOURCES. One query."""
    mine = [source for source in SOURCES if access.may(source.capability)]
    if not mine:
        return []
    condition, values = area_condition(area)
    parts = (_part(number, source, condition) for number, source in enumerate(mine))
    values |= {
        "workspace": access.workspace.pk,
        "user": access.user.pk,
        "recent": now - RECENT,
        "late": late_from(timezone.localdate(now)),
        "today": timezone.localdate(now),
        "soon": timezone.localdate(now) + WEEK,
    }
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts) + " ORDER BY 1", values)
        rows = cursor.fetchall()
    return [Waiting(mine[at], number, first or "") for at, number, first in rows if number]


def _part(number: int, source: Source, condition: str) -> str:
    # All of it is text of this file: nothing that anybody typed.
    rows = source.rows.replace("{area}", condition)
    return (
        f"(SELECT {number}, count(*), (array_agg(found.label))[1]"  # noqa: S608 see above
        f" FROM ({rows} LIMIT {LIMIT}) AS found (label))"
    )


def area_condition(area: AreaFilter | None) -> tuple[str, dict[str, Value]]:
    """A working area as SQL on the organisation `o`; only the parts it has, for the planner."""
    if area is None:
        return "TRUE", {}
    pairs = sorted(area.pairs)
    parts = {
        "o.municipality_id = ANY(%(codes)s)": area.municipalities,
        "o.sector = ANY(%(sectors)s)": area.sectors,
        "(o.municipality_id, o.sector) IN"
        " (SELECT unnest(%(pair_codes)s::text[]), unnest(%(pair_sectors)s::text[]))": pairs,
    }
    values: dict[str, Value] = {
        "codes": sorted(area.municipalities),
        "sectors": sorted(area.sectors),
        "pair_codes": [code for code, _sector in pairs],
        "pair_sectors": [sector for _code, sector in pairs],
    }
    chosen = [sql for sql, having in parts.items() if having]
    return f"({' OR '.join(chosen)})" if chosen else "FALSE", values
