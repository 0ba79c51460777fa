"""How long answers, links, names and addresses of a wave are kept. Published figures stay.

Letters are not in this list: they are made when somebody downloads them, and stored nowhere.
"""

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from krachtlokaal.office import retention
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.surveys import links
from krachtlokaal.surveys.enums import WaveState
from krachtlokaal.surveys.models import (
    Answer,
    AnswerDraft,
    Call,
    ContactWish,
    Invitation,
    Look,
    Measurement,
    Snapshot,
)

_AFTER_CLOSING = _("nadat de meetronde sloot")
YEAR = 365
# Not sent; or sent in a wave that was called off, or by somebody whom nobody knew.
_COUNTS_NOWHERE = (
    Q(answer_hash=None)
    | Q(invitation__wave__state=WaveState.CALLED_OFF)
    | Q(invitation__is_verified=False)
)


def _kept(*, longer: bool, at: datetime) -> QuerySet[Measurement]:
    return Measurement.objects.filter(wave__closed_at__lt=at, keeps_for_comparison=longer)


def _answers(*, longer: bool, at: datetime) -> QuerySet[Any]:
    old = _kept(longer=longer, at=at).filter(
        wave=OuterRef("wave"), organisation=OuterRef("organisation")
    )
    return Answer.objects.filter(Exists(old))


def _links(at: datetime) -> QuerySet[Any]:
    asked = Invitation.objects.filter(wave__closed_at__lt=at).values("link")
    return PersonalLink.objects.filter(pk__in=asked, purpose=links.ANSWER, revoked_at=None)


retention.delete(
    "survey_drafts",
    _("Antwoorden die niemand verstuurde"),
    30,
    lambda at: AnswerDraft.objects.filter(_COUNTS_NOWHERE, invitation__wave__closed_at__lt=at),
    since=_AFTER_CLOSING,
)
retention.delete(
    "survey_answers",
    _("Verstuurde antwoorden"),
    2 * YEAR,
    lambda at: _answers(longer=False, at=at),
    since=_AFTER_CLOSING,
)
retention.delete(
    "survey_answers_kept",
    _("Verstuurde antwoorden die de organisatie liet bewaren om te vergelijken"),
    5 * YEAR,
    lambda at: _answers(longer=True, at=at),
    since=_AFTER_CLOSING,
)
retention.delete(
    "survey_snapshots",
    _("Gezamenlijke uitkomsten van een organisatie"),
    5 * YEAR,
    lambda at: Snapshot.objects.filter(measurement__wave__closed_at__lt=at),
    since=_AFTER_CLOSING,
)


def _end(old: QuerySet[Any]) -> None:
    """Neither the mail nor the table leads to the answer any more."""
    old.update(revoked_at=timezone.now(), nonce=None)


retention.register(
    retention.Term(
        "survey_links",
        _("Persoonlijke links naar een vragenlijst"),
        YEAR,
        _AFTER_CLOSING,
        _links,
        _end,
    )
)
retention.wipe(
    "survey_names",
    _("Namen en adressen van wie werd uitgenodigd"),
    YEAR,
    lambda at: Invitation.objects.filter(wave__closed_at__lt=at).exclude(name="", email=""),
    since=_AFTER_CLOSING,
    values={"name": "", "email": "", "contact": None},
)
retention.wipe(
    "survey_bounces",
    _("Adressen waar een uitnodiging niet aankwam"),
    90,
    lambda at: Invitation.objects.filter(wave__closed_at__lt=at).exclude(problem=""),
    since=_AFTER_CLOSING,
    values={"problem": "", "email": ""},
)
retention.delete(
    "survey_calls",
    _("Belpogingen"),
    YEAR,
    lambda at: Call.objects.filter(measurement__wave__closed_at__lt=at),
    since=_AFTER_CLOSING,
)
retention.delete(
    "survey_wishes",
    _("Belverzoeken met naam en nummer"),
    YEAR,
    lambda at: ContactWish.objects.filter(answered_on__lt=at.date()),
    since=_("nadat het belverzoek was afgehandeld"),
)
retention.delete(
    "survey_looks",
    _("Wie een gedeelde uitkomst bekeek"),
    3 * YEAR,
    lambda at: Look.objects.filter(at__lt=at),
    since=_("na het kijken"),
)
