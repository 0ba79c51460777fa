"""Who answered for herself takes back her own answer. Not in the audit: see docs/decisions/0012."""

from django.db import transaction

from krachtlokaal.surveys import sealing
from krachtlokaal.surveys.models import Answer, AnswerDraft
from krachtlokaal.surveys.queries import answers
from krachtlokaal.surveys.queries.answering import Desk


@transaction.atomic
def withdraw_own(*, desk: Desk) -> bool:
    """Delete her sent answer, moved or not; that she took part stays known. Combined figures stay
    until enough others changed."""
    key = sealing.answer_hash(desk.secret)
    if AnswerDraft.objects.filter(answer_hash=key).delete()[0]:
        return True
    # The clock may write her answer anew, under another key, just before it is deleted.
    while (row := answers.own_row(desk.wave.pk, desk.invitation.organisation_id, key)) is not None:
        if Answer.objects.filter(pk=row.pk).delete()[0]:
            return True
    return False
