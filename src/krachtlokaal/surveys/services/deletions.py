"""Have a result deleted: everybody is told, and after two weeks it is done."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.office import audit, links, outbox
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.surveys.models import Answer, AnswerDraft, ContactWish, Measurement, Snapshot
from krachtlokaal.surveys.queries import managing as queries
from krachtlokaal.surveys.queries.managing import DELETED_AFTER
from krachtlokaal.surveys.queries.senders import sender_of
from krachtlokaal.surveys.queries.words import title_of, told


@transaction.atomic
def ask_deletion(*, measurement: Measurement) -> Measurement:
    """The term begins; asking twice does not begin it anew."""
    row = _locked(measurement)
    if row.deletion_asked_on is not None or row.deleted_on is not None:
        return row
    row.deletion_asked_on = timezone.localdate()
    row.save(update_fields=["deletion_asked_on"])
    _tell("survey_deletion", row, row.deletion_asked_on + DELETED_AFTER)
    _record("result.deletion_asked", row)
    return row


@transaction.atomic
def call_off_deletion(*, measurement: Measurement) -> Measurement:
    """Within the term it can be taken back."""
    row = _locked(measurement)
    if row.deletion_asked_on is None or row.deleted_on is not None:
        return row
    row.deletion_asked_on = None
    row.save(update_fields=["deletion_asked_on"])
    _tell("survey_deletion_off", row, None)
    _record("result.deletion_called_off", row)
    return row


def carry_out_deletions(*, today: date | None = None) -> int:
    """By the clock: what was asked two weeks ago. Tells how many."""
    today = today or timezone.localdate()
    with transaction.atomic(), guard.system("the clock deletes what organisations asked for"):
        rows = list(queries.due_for_deletion(today).select_related("organisation"))
        for row in rows:
            _delete(row, today)
    return len(rows)


def _delete(row: Measurement, today: date) -> None:
    """Answers, drafts, combined figures and requests to be called about them; that the organisation
    took part stays, and so do totals that were published before."""
    Answer.objects.filter(wave=row.wave_id, organisation=row.organisation_id).delete()
    AnswerDraft.objects.filter(invitation__measurement=row).delete()
    Snapshot.objects.filter(measurement=row).delete()
    ContactWish.objects.filter(measurement=row).delete()
    if row.manager_link_id is not None:
        links.revoke(PersonalLink.objects.get(pk=row.manager_link_id))
    row.profile, row.deleted_on, row.shares_result = {}, today, False
    row.save(update_fields=["profile", "deleted_on", "shares_result"])
    _record("result.deleted", row)


def _tell(template: str, row: Measurement, day: date | None) -> None:
    context = {
        **sender_of(row.wave),
        "organisation": row.organisation.name,
        "manager": row.manager_name,
    }
    posts = [
        outbox.Post(
            to=email,
            to_name=name,
            context=context | {"title": title_of(row.wave, language), "day": told(day, language)},
            language=language,
        )
        for email, name, language in queries.everybody_of(row)
    ]
    outbox.post_many(template, posts, workspace=row.workspace_id)


def _record(verb: str, row: Measurement) -> None:
    audit.record(verb, row, label=row.organisation.name, workspace=row.workspace_id)


def _locked(measurement: Measurement) -> Measurement:
    rows = Measurement.objects.select_for_update(of=("self",))
    return rows.select_related("wave__workspace", "organisation").get(pk=measurement.pk)
