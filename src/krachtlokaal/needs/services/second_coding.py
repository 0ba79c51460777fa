"""Two people code the same cards: which ones, and what they decide where they differ."""

import hashlib
import secrets
import uuid

from django.db import transaction
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import Access
from krachtlokaal.needs.enums import CodingRound, SurveyState
from krachtlokaal.needs.models import Card, Coding, NeedsSurvey
from krachtlokaal.needs.services.coding import CannotDo, Made
from krachtlokaal.office import audit
from krachtlokaal.register.services.versions import ChangedMeanwhile

_SEEDS = 10**6


@transaction.atomic
def choose(*, survey: NeedsSurvey, version: int, twice: bool, size: int | None) -> NeedsSurvey:
    """Code nothing twice, everything (without a size) or a sample.

    A seed is drawn once and stays, so that a larger sample holds the smaller one.
    """
    row = NeedsSurvey.objects.select_for_update().get(pk=survey.pk)
    if row.version != version:
        raise ChangedMeanwhile(row)
    if row.state == SurveyState.FINISHED:
        raise CannotDo(_("Het rapport is vastgesteld. De kaartjes veranderen niet meer."))
    row.codes_twice, row.second_size = twice, size if twice else None
    if size is not None and row.second_seed is None:
        row.second_seed = secrets.randbelow(_SEEDS)
    row.version += 1
    row.save(update_fields=["codes_twice", "second_size", "second_seed", "version"])
    _draw(row)
    audit.record("needs.coding_planned", row)
    return row


def _draw(survey: NeedsSurvey) -> None:
    """The cards with the lowest hash of seed and key."""
    rows = Card.objects.filter(survey=survey)
    rows.filter(is_drawn=True).update(is_drawn=False)
    if survey.second_size is None:
        return
    keys = rows.filter(is_dropped=False).values_list("pk", flat=True)
    drawn = sorted(keys, key=lambda key: _lot(survey.second_seed, key))[: survey.second_size]
    rows.filter(pk__in=drawn).update(is_drawn=True)


def _lot(seed: int | None, key: uuid.UUID) -> bytes:
    return hashlib.sha256(f"{seed}:{key}".encode()).digest()


@transaction.atomic
def settle(*, access: Access, survey: NeedsSurvey, card: uuid.UUID, made: Made) -> Coding:
    """What both coders decided about a card on which they differed; counts before the first."""
    if survey.state == SurveyState.FINISHED:
        raise CannotDo(_("Het rapport is vastgesteld. De kaartjes veranderen niet meer."))
    row = Card.objects.select_for_update().get(survey=survey, pk=card)
    rounds = set(row.codings.values_list("round", flat=True))
    if CodingRound.SETTLED in rounds:
        raise CannotDo(_("Een collega legde net vast wat u besloot. U vindt het bij het kaartje."))
    if CodingRound.SECOND not in rounds:
        raise CannotDo(_("Dit kaartje is nog niet door twee mensen gecodeerd."))
    coding = Coding.objects.create(
        workspace_id=row.workspace_id,
        card=row,
        round=CodingRound.SETTLED,
        theme_id=made.theme,
        kind=made.kind,
        tag=made.tag,
        coder_id=access.user.pk,
        coder_name=str(access.user),
    )
    audit.record("needs.card_settled", survey)
    return coding
