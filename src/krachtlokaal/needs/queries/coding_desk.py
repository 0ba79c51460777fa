"""The screen on which cards are coded, as one reader may see it: which cards, which one is open and
what was made of them. Who may still code a card apart from the first never gets to see that one.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import QueryDict

from krachtlokaal.needs.enums import CardKind, CardSource, CodingRound, SurveyState
from krachtlokaal.needs.models import Card, Coding, NeedsSurvey
from krachtlokaal.needs.queries.coding import differing, twice_coded, waiting
from krachtlokaal.topics.vocabulary import theme_keys

ALL, NEW, APART, DIFFER, NAMES, DROPPED = "", "nieuw", "tweede", "verschil", "namen", "weg"
PER_PAGE = 25
SUGGESTIONS = 60
ORDER = ("-source", "table_id", "number", "id")


@dataclass(frozen=True)
class Choice:
    """Which cards, as it stands in the address."""

    which: str = ALL
    table: int = 0
    theme: str = ""
    kind: str = ""
    tag: str = ""
    source: str = ""

    @classmethod
    def from_query(cls, query: QueryDict) -> "Choice":
        """What means nothing is left out."""
        which, table = query.get("toon", ""), query.get("tafel", "")
        theme, kind = query.get("thema", ""), query.get("soort", "")
        source = query.get("bron", "")
        return cls(
            which if which in {NEW, APART, DIFFER, NAMES, DROPPED} else ALL,
            int(table) if table.isdecimal() and len(table) < 19 else 0,
            theme if theme in theme_keys() else "",
            kind if kind in CardKind.values else "",
            query.get("label", "").replace("\0", "").strip()[:60],
            source if source in CardSource.values else "",
        )

    def query(self, **more: object) -> str:
        """For an address; `kaart` names the card that is open, `na` the one that was saved."""
        named = {
            "toon": self.which,
            "tafel": self.table,
            "thema": self.theme,
            "soort": self.kind,
            "label": self.tag,
            "bron": self.source,
        }
        query = QueryDict(mutable=True)
        query.update({key: str(value) for key, value in (named | more).items() if value})
        return query.urlencode()

    @property
    def is_narrow(self) -> bool:
        return self != Choice()


@dataclass(frozen=True)
class Line:
    """A card with the coding that this reader may see, and which one she would make now."""

    card: Card
    coding: Coding | None
    round: CodingRound
    state: str
    # Which coding of this round she saw: 0 for none.
    seen: int


@dataclass(frozen=True)
class Progress:
    """How far a survey is. `twice` and `both` count cards that two people code, and did."""

    cards: int
    coded: int
    names: int
    twice: int
    both: int


@dataclass(frozen=True)
class Desk:
    """One page of cards with the one that is open; no card at all where nothing fits."""

    page: "Page[Card]"
    lines: list[Line]
    open: Line | None
    position: int


def progress_of(survey: NeedsSurvey) -> Progress:
    """One query, whatever the number of cards."""
    first, second = _round(CodingRound.FIRST), _round(CodingRound.SECOND)
    twice = twice_coded(survey)
    rows = Card.objects.filter(survey=survey, is_dropped=False).order_by()
    return Progress(
        **rows.alias(first=Exists(first), second=Exists(second)).aggregate(
            cards=Count("pk"),
            coded=Count("pk", filter=Q(first=True)),
            names=Count("pk", filter=Q(is_cleaned=False)),
            twice=Count("pk", filter=twice & Q(is_cleaned=True)),
            both=Count("pk", filter=twice & Q(second=True)),
        )
    )


def _round(kind: CodingRound) -> QuerySet[Coding]:
    return Coding.objects.filter(card=OuterRef("pk"), round=kind)


def effective(survey: NeedsSurvey, reader: int) -> QuerySet[Coding]:
    """The coding of each card that counts, as far as this reader may see it."""
    rows = Coding.objects.filter(card__survey=survey).exclude(round=CodingRound.SECOND)
    settled = Coding.objects.filter(card=OuterRef("card"), round=CodingRound.SETTLED)
    apart = Card.objects.filter(waiting(survey), survey=survey).values("pk")
    unseen = Coding.objects.filter(round=CodingRound.FIRST, card__in=apart)
    rows = rows.exclude(pk__in=unseen.exclude(coder_id=reader).values("pk"))
    return rows.exclude(Q(round=CodingRound.FIRST) & Exists(settled))


def cards(survey: NeedsSurvey, reader: int, choice: Choice) -> QuerySet[Card]:
    """The chosen cards in the order of the screen."""
    rows = Card.objects.filter(survey=survey, is_dropped=choice.which == DROPPED)
    if choice.table:
        rows = rows.filter(table=choice.table)
    if choice.source:
        rows = rows.filter(source=choice.source)
    if wanted := _wanted(choice):
        rows = rows.filter(_seen_as(survey, reader, wanted))
    return _in_state(rows, survey, reader, choice.which).order_by(*ORDER)


def _wanted(choice: Choice) -> dict[str, str]:
    named = {"theme": choice.theme, "kind": choice.kind, "tag__iexact": choice.tag}
    return {name: value for name, value in named.items() if value}


def _seen_as(survey: NeedsSurvey, reader: int, wanted: dict[str, str]) -> Q:
    """Cards whose coding fits, as far as this reader may see it; see `effective`. By conditions on
    the card, each of which the database looks up once for all cards."""
    fitting = Coding.objects.filter(card=OuterRef("pk"), **wanted)
    first = fitting.filter(round=CodingRound.FIRST)
    may_see = ~waiting(survey) | Q(Exists(first.filter(coder_id=reader)))
    by_first = Q(Exists(first)) & ~Q(Exists(_round(CodingRound.SETTLED))) & may_see
    return Q(Exists(fitting.filter(round=CodingRound.SETTLED))) | by_first


def _in_state(rows: QuerySet[Card], survey: NeedsSurvey, reader: int, which: str) -> QuerySet[Card]:
    first = _round(CodingRound.FIRST)
    if which == NEW:
        return rows.exclude(Exists(first))
    if which == NAMES:
        return rows.filter(is_cleaned=False)
    if which == APART:
        return rows.filter(waiting(survey), Exists(first.exclude(coder_id=reader)))
    if which == DIFFER:
        return rows.filter(pk__in=differing(survey).values("card"))
    return rows


def desk(
    survey: NeedsSurvey, reader: int, choice: Choice, *, wanted: uuid.UUID | None, page: str | None
) -> Desk:
    """The page with the wanted card, or the asked page with its first card open."""
    rows = cards(survey, reader, choice).select_related("table", "asked_theme")
    pages = Paginator(rows, PER_PAGE)
    card = _card(survey, wanted) if wanted and not page else None
    number: int | str = page or 1
    if card is not None and rows.filter(pk=card.pk).exists():
        number = (pages.count - rows.filter(after(card)).count() - 1) // PER_PAGE + 1
    found = pages.get_page(number)
    shown = list(found.object_list)
    extra = [card] if card is not None and card not in shown else []
    lines = lines_of(survey, reader, [*shown, *extra])
    opened = next((line for line in lines if line.card == card), lines[0] if lines else None)
    place = shown.index(opened.card) if opened and opened.card in shown else -1
    return Desk(
        found, lines[: len(shown)], opened, found.start_index() + place if place >= 0 else 0
    )


def _card(survey: NeedsSurvey, key: uuid.UUID) -> Card | None:
    rows = Card.objects.filter(survey=survey).select_related("table", "asked_theme")
    return rows.filter(pk=key).first()


def one(survey: NeedsSurvey, reader: int, key: uuid.UUID) -> Line | None:
    """One card of this survey, whatever is chosen."""
    card = _card(survey, key)
    return lines_of(survey, reader, [card])[0] if card else None


def after(card: Card) -> Q:
    """The cards that come after this one on the screen."""
    rest = Q(number__gt=card.number) | Q(number=card.number, pk__gt=card.pk)
    if card.source == CardSource.ANSWER:
        return Q(source=CardSource.ANSWER) & rest
    later = Q(source=CardSource.TABLE) & (
        Q(table__gt=card.table_id) | Q(table=card.table_id) & rest
    )
    return Q(source=CardSource.ANSWER) | later


def next_after(survey: NeedsSurvey, reader: int, choice: Choice, card: Card) -> uuid.UUID | None:
    """The next card of the choice; after the last one the first that is left."""
    rows = cards(survey, reader, choice).exclude(pk=card.pk).values_list("pk", flat=True)
    return rows.filter(after(card)).first() or rows.first()


def lines_of(survey: NeedsSurvey, reader: int, rows: Iterable[Card]) -> list[Line]:
    """With all codings of these cards in one query."""
    shown = list(rows)
    found: dict[uuid.UUID, dict[str, Coding]] = {card.pk: {} for card in shown}
    for row in Coding.objects.filter(card__in=shown).select_related("theme"):
        found[row.card_id][row.round] = row
    return [_line(survey, reader, card, found[card.pk]) for card in shown]


def _line(survey: NeedsSurvey, reader: int, card: Card, made: dict[str, Coding]) -> Line:
    first, second = made.get(CodingRound.FIRST), made.get(CodingRound.SECOND)
    settled = made.get(CodingRound.SETTLED)
    if first is None:
        state = NEW if card.is_cleaned else NAMES
        return Line(card, None, CodingRound.FIRST, state, 0)
    if second is not None:
        differs = settled is None and (first.theme_id, first.kind) != (second.theme_id, second.kind)
        state = DIFFER if differs else ALL
        return Line(
            card, settled or first, CodingRound.SETTLED, state, settled.version if settled else 0
        )
    is_twice = survey.codes_twice and (survey.second_size is None or card.is_drawn)
    if is_twice and survey.state != SurveyState.FINISHED and first.coder_id != reader:
        return Line(card, None, CodingRound.SECOND, APART, 0)
    return Line(card, first, CodingRound.FIRST, ALL, first.version)


def tags(survey: NeedsSurvey, reader: int) -> list[str]:
    """Tags that were used before in this survey, the most used first."""
    rows = effective(survey, reader).exclude(tag="").order_by()
    found = rows.values("tag").annotate(number=Count("pk")).order_by("-number", "tag")
    return [row["tag"] for row in found[:SUGGESTIONS]]
