"""What the pages of an import show."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rapidfuzz import fuzz, process

from krachtlokaal.accounts.models import User
from krachtlokaal.office.enums import JobState
from krachtlokaal.office.models import Job
from krachtlokaal.register.enums import ImportState, LegalForm, RowAction, Sector
from krachtlokaal.register.intake.cleaning import Severity
from krachtlokaal.register.intake.enums import ContactRole
from krachtlokaal.register.intake.names import match_key
from krachtlokaal.register.models import ImportRow, ImportRun, Organisation
from krachtlokaal.register.queries import import_area as areas
from krachtlokaal.register.queries.places import town_name

BUSY = frozenset({ImportState.CHECKING, ImportState.IMPORTING, ImportState.UNDOING})
_MOST_CANDIDATES = 6
_LOOKS_LIKE = 60
_TONES = {
    RowAction.CREATE: "done",
    RowAction.UPDATE: "busy",
    RowAction.UNCHANGED: "wait",
    RowAction.MERGE: "wait",
    RowAction.REJECT: "stop",
    RowAction.SKIP: "wait",
}
_CONTACT_FIELDS = {
    "name": gettext_lazy("naam"),
    "email": gettext_lazy("e-mail"),
    "phone": gettext_lazy("telefoon"),
}
Label = str | Promise


def runs() -> QuerySet[ImportRun]:
    """The imports of this workspace, the latest first, without their files."""
    return ImportRun.objects.select_related("made_by").defer("file", "head", "kept_fields")


@dataclass(frozen=True)
class JobPanel:
    """What parts/job.html asks of a job."""

    title: str
    state: str
    running: bool
    done: int
    total: int
    step: str
    rest: str
    poll_url: str
    error: str
    again_url: str


_PANEL_STATES = {
    JobState.WAITING: "wait",
    JobState.RUNNING: "busy",
    JobState.DONE: "done",
    JobState.FAILED: "stop",
}


def job_of(run: ImportRun) -> Job | None:
    return Job.objects.filter(pk=run.job_id).first() if run.job_id else None


def panel(run: ImportRun, job: Job) -> JobPanel:
    return JobPanel(
        title=job.title,
        state=_PANEL_STATES[JobState(job.state)],
        running=job.state in {JobState.WAITING, JobState.RUNNING},
        done=job.done,
        total=job.total or 100,
        step=job.step or _("Wacht op zijn beurt"),
        rest="",
        poll_url=reverse("register:import", args=[run.pk]),
        error=job.message,
        again_url=reverse("register:import_again", args=[run.pk]),
    )


@dataclass(frozen=True)
class Change:
    """One field: what stood there and what comes; `old` is empty for what is new."""

    label: Label
    old: str
    new: str


@dataclass(frozen=True)
class Line:
    """One row of the list, as the preview and the result show it."""

    number: int
    name: str
    place: str
    label: Label
    tone: str
    reason: str
    by_hand: bool
    organisation: Organisation | None
    can_choose: bool
    changes: list[Change] = field(default_factory=list)
    problems: list[dict[str, Any]] = field(default_factory=list)


def rows(run: ImportRun, action: str, *, remarks: bool) -> QuerySet[ImportRow]:
    """The rows of one tab."""
    found = run.rows.select_related("organisation").order_by("number")
    if remarks:
        return found.exclude(action__in=[RowAction.REJECT, RowAction.SKIP]).filter(
            problems__contains=[{"severity": Severity.WARNING.value}]
        )
    return found.filter(action=action) if action in RowAction.values else found


def lines(found: Iterable[ImportRow], run: ImportRun) -> list[Line]:
    return [_line(row, run) for row in found]


def _line(row: ImportRow, run: ImportRun) -> Line:
    action = RowAction(row.action)
    facts = row.values.get("facts", {})
    shown = action is not RowAction.CREATE
    ended = action in {RowAction.REJECT, RowAction.SKIP} and not row.chosen_by_hand
    return Line(
        number=row.number,
        name=facts.get("name", "") or _told_cell(row),
        place=_place(facts),
        label=action.label,
        tone=_TONES[action],
        reason=row.reason,
        by_hand=row.chosen_by_hand,
        organisation=row.organisation if shown or run.state == ImportState.IMPORTED else None,
        can_choose=run.state == ImportState.CHECKED and not ended,
        changes=list(_changes(row)) if shown else list(_additions(row)),
        problems=[problem for problem in row.problems if str(problem["message"]) != row.reason],
    )


def _told_cell(row: ImportRow) -> str:
    """A row that is no organisation is known by its first words, such as "Totaal"."""
    cells = row.cells if row.action == RowAction.SKIP else ()
    return next((cell for cell in cells if cell.strip()), "")


def _place(facts: dict[str, Any]) -> str:
    town = town_name(facts["municipality_id"]) if facts.get("municipality_id") else ""
    parts = dict.fromkeys(part for part in (facts.get("place", ""), town) if part)
    return ", ".join(parts)


def _changes(row: ImportRow) -> Iterable[Change]:
    for name, (old, new) in row.changes.get("facts", {}).items():
        yield Change(label_of(name), shown(name, old), shown(name, new))
    yield from _additions(row)


def _additions(row: ImportRow) -> Iterable[Change]:
    for contact in row.changes.get("contacts", ()):
        role = ContactRole(contact["role"]).label
        if contact["id"] is None or contact.get("created"):
            told = ", ".join(str(new) for _old, new in contact["fields"].values())
            yield Change(role, "", told)
            continue
        for name, (old, new) in contact["fields"].items():
            yield Change(f"{role}: {_CONTACT_FIELDS[name]}", str(old), str(new))
    tags = [tag["name"] if isinstance(tag, dict) else tag for tag in row.changes.get("tags", ())]
    if tags:
        yield Change(_("labels"), "", ", ".join(tags))
    note = row.changes.get("note")
    if note:
        yield Change(_("notitie"), "", note["text"] if isinstance(note, dict) else note)


def label_of(name: str) -> Label:
    """The word for a field of an organisation or contact."""
    if name.startswith("contact_"):
        return _("contact: %s") % _CONTACT_FIELDS[name.removeprefix("contact_")]
    if name in {"", "contact"}:
        return {"": _("de organisatie"), "contact": _("contact")}[name]
    label: Label = Organisation._meta.get_field(name.removesuffix("_id")).verbose_name  # type: ignore[union-attr]  # facts are fields with a name
    return label


def shown(name: str, value: Any) -> str:  # noqa: ANN401 whatever JSON holds
    """A value as people read it."""
    if value in (None, ""):
        return ""
    if name == "municipality_id":
        return town_name(value)
    if name == "sector":
        return str(Sector(value).label)
    if name == "legal_form":
        return str(LegalForm(value).label)
    return str(value)


@dataclass(frozen=True)
class Kept:
    """Something that an import or its undoing left alone."""

    row: int
    organisation: int | None
    name: str
    label: Label
    theirs: str
    ours: str
    why: str


def kept(found: Iterable[dict[str, Any]]) -> list[Kept]:
    return [
        Kept(
            row=one["row"],
            organisation=one["organisation"],
            name=one["name"],
            label=label_of(one["field"]),
            theirs=shown(one["field"], one.get("theirs")),
            ours=shown(one["field"], one.get("ours")),
            why=one.get("why", ""),
        )
        for one in found
    ]


def candidates(run: ImportRun, row: ImportRow, search: str = "") -> list[Organisation]:
    """Organisations that a row may be: what it matched, the same number, and names alike.

    Only those of the own area: others can't be written.
    """
    area = areas.area_of(run.workspace)
    alike = _named(search) if search else _alike_in_municipality(row.values)
    keys = dict.fromkeys([row.organisation_id, *_same_kvk(row.values), *alike])
    found = Organisation.objects.select_related("municipality").in_bulk(
        [key for key in keys if key]
    )
    ordered = [found[key] for key in keys if key in found]
    return [one for one in ordered if areas.holds(area, one.municipality_id, one.sector)]


def _same_kvk(values: dict[str, Any]) -> list[int]:
    kvk = values.get("facts", {}).get("kvk")
    if not kvk:
        return []
    return list(Organisation.objects.filter(kvk=kvk).values_list("pk", flat=True)[:3])


def _named(search: str) -> Sequence[int]:
    """What somebody looks for, wherever it is."""
    found = Organisation.objects.filter(name_key__contains=match_key(search)).order_by("name_key")
    return list(found.values_list("pk", flat=True)[:_MOST_CANDIDATES])


def _alike_in_municipality(values: dict[str, Any]) -> Sequence[int]:
    code = values.get("facts", {}).get("municipality_id", "")
    names = dict(Organisation.objects.filter(municipality=code).values_list("pk", "name_key"))
    alike = process.extract(
        values.get("key", ""),
        names,
        scorer=fuzz.token_sort_ratio,
        score_cutoff=_LOOKS_LIKE,
        limit=_MOST_CANDIDATES,
    )
    return [key for _name, _score, key in alike]


class Deed(Protocol):
    """A step that somebody asks for on the page of a run."""

    def __call__(self, *, run: ImportRun, version: int, user: User) -> Job: ...


def tabs(run: ImportRun, current: str) -> list[tuple[str, str, bool]]:
    """All rows, and those of each action that occurs, with their numbers."""
    counts = run.counts
    named = [("", _("Alle rijen"), counts.get("rows", 0))]
    named += [
        (str(action), str(action.label), counts.get(str(action), 0))
        for action in RowAction
        if counts.get(str(action)) or current == action
    ]
    if counts.get("remarks"):
        named.append(("remarks", _("Met opmerking"), counts["remarks"]))
    url = reverse("register:import", args=[run.pk])
    return [
        (
            f"{label} ({number_format(count, force_grouping=True)})",
            f"{url}?soort={key}",
            key == current,
        )
        for key, label, count in named
    ]


def steps() -> list[str]:
    return [_("Lijst kiezen"), _("Kolommen kiezen"), _("Nakijken"), _("Inlezen")]


def writes(run: ImportRun) -> dict[str, int]:
    """The numbers on the button: what saying yes would make and change."""
    new, changed = run.counts.get(RowAction.CREATE, 0), run.counts.get(RowAction.UPDATE, 0)
    return {"new": new, "changed": changed, "all": new + changed}


def manner(run: ImportRun) -> dict[str, Any]:
    return {"manner": "list" if run.overwrite else "gaps", "version": run.version}


def figures(run: ImportRun) -> list[tuple[int, Label]]:
    """What was done, in the order of importance."""
    counts = run.counts
    if run.state == ImportState.UNDONE:
        told = [
            (counts.get("removed", 0), _("organisaties weer weg")),
            (counts.get("restored", 0), _("organisaties teruggezet")),
            (len(run.kept_fields), _("gegevens blijven staan")),
        ]
        return [one for one in told if one[0]]
    told = [
        (counts.get(RowAction.CREATE, 0), _("nieuwe organisaties")),
        (counts.get(RowAction.UPDATE, 0), _("organisaties aangevuld")),
        (counts.get(RowAction.MERGE, 0), _("dubbele rijen samengevoegd")),
        (counts.get(RowAction.UNCHANGED, 0), _("al bekend, niets nieuws")),
        (counts.get(RowAction.REJECT, 0), _("rijen niet ingelezen")),
    ]
    return told[:1] + [one for one in told[1:] if one[0]]


def current_choice(row: ImportRow) -> str:
    """Which choice on the page of a row is what would happen now."""
    if row.action == RowAction.SKIP:
        return "skip"
    return str(row.organisation_id) if row.organisation_id else "new"


def changed_sentence() -> str:
    return _(
        "Iemand anders veranderde intussen iets aan deze lijst. Uw keuzes staan er nog: kijk ze na"
        " en verstuur ze opnieuw."
    )


def no_answer_sentence() -> str:
    return _("Kies bij ten minste één plaats de gemeente. Wat u niet weet, kunt u openlaten.")
