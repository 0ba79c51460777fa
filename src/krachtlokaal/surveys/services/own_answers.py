"""Who answered for herself takes back her own answer. Not in the audit: see docs/decisions/0012."""

from django.db import transaction

from krachtlokaal.surveys import sealing
from krachtlokaal.surveys.models import AnswerDraft
from krachtlokaal.surveys.queries import answers
from krachtlokaal.surveys.queries.answering import Desk


@transaction.atomic
def withdraw_own(*, desk: Desk) -> bool:
    """Delete her sent answer, moved or not; that she took part stays known. Combined figures stay
    until enough others changed."""
    key = sealing.answer_hash(desk.secret)
    gone, _by_model = AnswerDraft.objects.filter(answer_hash=key).delete()
    row = answers.own_row(desk.wave.pk, desk.invitation.organisation_id, key)
    if row is not None:
        row.delete()
    return bool(gone) or row is not None
