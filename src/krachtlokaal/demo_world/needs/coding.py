"""How the cards are coded: all of the finished survey, of which a sample twice; a few of the one
that is running."""

from datetime import datetime
from random import Random

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.models import User
from krachtlokaal.demo_world.acting import acting_as
from krachtlokaal.demo_world.needs.card_texts import HELD, TODAY
from krachtlokaal.demo_world.needs.surveys import FINISHED, OWNER, RUNNING
from krachtlokaal.demo_world.own_words import (
    CLOSING,
    NOTES,
    PUT_AWAY,
    WITHOUT_NAMES,
    without_tail,
)
from krachtlokaal.demo_world.world import World
from krachtlokaal.needs.enums import CardKind, CardSource, CodingRound, SurveyState
from krachtlokaal.needs.models import Card, Coding, NeedsSurvey
from krachtlokaal.needs.services.second_coding import choose
from krachtlokaal.needs.services.words import read_words
from krachtlokaal.topics.vocabulary import themes

COLLEAGUE = "consulent@partoer.example"
SAMPLE, SEED = 30, 2025


def build(world: World) -> None:
    with acting_as(world, OWNER) as access:
        finished = NeedsSurvey.objects.get(title=FINISHED)
        _read_words(world, finished)
        _finish(world, access, finished)
        _begin(world, NeedsSurvey.objects.get(title=RUNNING))


def _read_words(world: World, survey: NeedsSurvey) -> None:
    """As the clock did on the day after closing; then somebody read them all."""
    read = world.ago(days=371)
    NeedsSurvey.objects.filter(pk=survey.pk).update(state=SurveyState.WRITING)
    read_words(survey=survey.pk)
    rows = Card.objects.filter(survey=survey, source=CardSource.ANSWER)
    rows.update(is_cleaned=True, created_at=read)
    for text, clean in WITHOUT_NAMES.items():
        rows.filter(text=text).update(text=clean, version=2)
    rows.filter(text__in=PUT_AWAY).update(is_dropped=True)
    NeedsSurvey.objects.filter(pk=survey.pk).update(words_read_at=read)


def _finish(world: World, access: Access, survey: NeedsSurvey) -> None:
    """All cards by one person, a sample by another as well, and what both decided."""
    NeedsSurvey.objects.filter(pk=survey.pk).update(second_seed=SEED)
    survey.refresh_from_db()
    survey = choose(survey=survey, version=survey.version, twice=True, size=SAMPLE)
    cards = list(Card.objects.filter(survey=survey, is_dropped=False).order_by("text", "pk"))
    first = [_coding(card, access.user, CodingRound.FIRST) for card in cards]
    drawn, dice = [made for made in first if made.card.is_drawn], world.dice("needs:coding")
    second = [_second(dice, made, world.users[COLLEAGUE]) for made in drawn]
    settled = [
        _decided(dice.choice((one, other)), access.user)
        for one, other in zip(drawn, second, strict=True)
        if (one.theme_id, one.kind) != (other.theme_id, other.kind)
    ]
    _keep([*first, *second, *settled], world.ago(days=330))
    NeedsSurvey.objects.filter(pk=survey.pk).update(state=SurveyState.FINISHED)


def _begin(world: World, survey: NeedsSurvey) -> None:
    """A colleague coded half of what was typed today; three cards were coded twice, apart."""
    cards = list(Card.objects.filter(survey=survey).order_by("number", "pk"))
    colleague, owner = world.users[COLLEAGUE], world.users[OWNER]
    first = [_coding(card, colleague, CodingRound.FIRST) for card in cards[: len(cards) // 2]]
    second = [_coding(made.card, owner, CodingRound.SECOND) for made in first[:3]]
    for made in second[:2]:
        made.kind = CardKind.KANS if made.kind != CardKind.KANS else CardKind.WENS
    _keep([*first, *second], world.ago(days=0))


def _coding(card: Card, coder: User, which: CodingRound) -> Coding:
    theme, kind, tag = _judged(card)
    return Coding(
        workspace_id=card.workspace_id,
        card=card,
        round=which,
        theme_id=theme,
        kind=kind,
        tag=tag,
        coder_id=coder.pk,
        coder_name=str(coder),
    )


def _known() -> dict[str, tuple[str, str, str]]:
    """A text → the theme, the kind and the tag that a reader gives it."""
    under = [(theme, one) for theme, some in NOTES.items() for one in some]
    under += [(one.theme, one) for some in CLOSING.values() for one in some]
    known = {
        WITHOUT_NAMES.get(one.text, one.text): (theme or "koers", one.kind, one.tag)
        for theme, one in under
    }
    at_tables = [one for table in HELD for one in table] + list(TODAY)
    return known | {one.text: (one.theme, one.kind, one.tag) for one in at_tables}


_JUDGED = _known()


def _judged(card: Card) -> tuple[str, str, str]:
    return _JUDGED.get(without_tail(card.text), ("mensen_vinden", CardKind.KNELPUNT, ""))


def _second(dice: Random, made: Coding, coder: User) -> Coding:
    """The same judgment, but for some cards that lie between two themes or kinds."""
    other = _coding(made.card, coder, CodingRound.SECOND)
    if dice.random() < 0.1:
        other.theme_id = dice.choice([one.key for one in themes() if one.key != made.theme_id])
    if dice.random() < 0.1:
        other.kind = CardKind.KANS if made.kind != CardKind.KANS else CardKind.WENS
    return other


def _decided(made: Coding, coder: User) -> Coding:
    return Coding(
        workspace_id=made.workspace_id,
        card=made.card,
        round=CodingRound.SETTLED,
        theme_id=made.theme_id,
        kind=made.kind,
        tag=made.tag,
        coder_id=coder.pk,
        coder_name=str(coder),
    )


def _keep(rows: list[Coding], at: datetime) -> None:
    made = Coding.objects.bulk_create(rows, batch_size=1000)
    Coding.objects.filter(pk__in=[row.pk for row in made]).update(coded_at=at)
