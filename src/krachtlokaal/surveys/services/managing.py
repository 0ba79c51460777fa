"""The manager of an organisation's result: who it is, what she allows, and who takes over."""

from collections.abc import Mapping

from django.db import transaction

from krachtlokaal.core import guard
from krachtlokaal.office import audit, links, outbox
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.surveys.enums import Answering
from krachtlokaal.surveys.links import MANAGER
from krachtlokaal.surveys.models import Measurement
from krachtlokaal.surveys.queries import managing as queries
from krachtlokaal.surveys.queries.senders import sender_of
from krachtlokaal.surveys.queries.words import title_of

PAGE = "surveys:managed"


def appoint_all(*, answering: Answering) -> int:
    """By the clock: who was invited first becomes the manager, once somebody has sent an answer.
    Tells how many."""
    count = 0
    with transaction.atomic(), guard.system("the clock looks at results of every workspace"):
        for row in queries.without_manager(answering).select_for_update(of=("self",)):
            first = queries.first_invited(row)
            if first is not None:
                appoint(measurement=row, name=first.name, email=first.email)
                count += 1
    return count


@transaction.atomic
def appoint(*, measurement: Measurement, name: str, email: str) -> Measurement:
    """Make somebody the manager, with a link of her own, and write to her. An earlier link ends."""
    before = measurement.manager_email
    if measurement.manager_link_id is not None:
        with guard.system("the link of who was the manager before is withdrawn"):
            links.revoke(PersonalLink.objects.get(pk=measurement.manager_link_id))
    measurement.manager_link = links.create(
        MANAGER, workspace=measurement.workspace_id, object_id=measurement.pk
    )
    measurement.manager_name, measurement.manager_email = name, email
    measurement.save(update_fields=["manager_link", "manager_name", "manager_email"])
    _mail("survey_manager", measurement)
    audit.record(
        "manager.appointed",
        measurement,
        label=measurement.organisation.name,
        changes={"manager_email": (before, email)},
        workspace=measurement.workspace_id,
    )
    return measurement


@transaction.atomic
def hand_over(*, measurement: Measurement, name: str, email: str) -> Measurement:
    """Somebody else takes over; who was the manager hears of it by mail."""
    row = _locked(measurement)
    before, language = (row.manager_email, row.manager_name), queries.language_of(row)
    appoint(measurement=row, name=name, email=email)
    outbox.post(
        "survey_handed_over",
        to=before[0],
        to_name=before[1],
        context={
            **sender_of(row.wave),
            "organisation": row.organisation.name,
            "successor": name,
            "successor_email": email,
        },
        workspace=row.workspace_id,
        language=language,
    )
    return row


@transaction.atomic
def send_again(*, email: str) -> int:
    """Send every link of this manager once more. Tells how many; the page that asks does not."""
    with guard.system("whoever types her address gets her own links by mail"):
        rows = list(queries.managed_by(email))
        for row in rows:
            _mail("survey_manager", row)
            audit.record(
                "manager.link_sent_again",
                row,
                label=row.organisation.name,
                workspace=row.workspace_id,
            )
    return len(rows)


@transaction.atomic
def set_switches(*, measurement: Measurement, switches: Mapping[str, bool]) -> Measurement:
    """Turn switches on or off; those that are not named stay."""
    row = _locked(measurement)
    changes = {
        name: (getattr(row, name), value)
        for name, value in switches.items()
        if name in queries.SWITCHES and getattr(row, name) != value
    }
    for name, (_old, value) in changes.items():
        setattr(row, name, value)
    if changes:
        row.save(update_fields=list(changes))
        audit.record(
            "result.allowed",
            row,
            label=row.organisation.name,
            changes=changes,
            workspace=row.workspace_id,
        )
    return row


def _mail(template: str, measurement: Measurement) -> None:
    language = queries.language_of(measurement)
    outbox.post(
        template,
        to=measurement.manager_email,
        to_name=measurement.manager_name,
        context={
            **sender_of(measurement.wave),
            "organisation": measurement.organisation.name,
            "title": title_of(measurement.wave, language),
            "is_each": measurement.wave.answering == Answering.EACH,
            "link_to": PAGE,
        },
        workspace=measurement.workspace_id,
        link=measurement.manager_link,
        language=language,
        about=("survey_measurement", measurement.pk),
    )


def _locked(measurement: Measurement) -> Measurement:
    rows = Measurement.objects.select_for_update(of=("self",))
    return rows.select_related("wave__workspace", "organisation").get(pk=measurement.pk)
