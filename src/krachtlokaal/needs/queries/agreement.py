"""How far two people who coded the same cards apart agree, over cards that both coded."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from krachtlokaal.analysis.kappa import Kappa, kappa
from krachtlokaal.needs.enums import CardKind, CodingRound
from krachtlokaal.needs.models import Coding, NeedsSurvey
from krachtlokaal.topics.vocabulary import themes

# With fewer cards the figure says more of chance than of the coders.
ENOUGH = 10
# From which kappa on: Krippendorff's limits for content analysis.
GOOD, FAIR = 0.8, 0.667
Pair = tuple[Hashable, Hashable]
_WORDS: dict[str, Promise] = {
    "good": _("Goed: u beiden kijkt op dezelfde manier naar de kaartjes."),
    "fair": _("Redelijk: bespreek de verschillen voor u er conclusies aan verbindt."),
    "poor": _("Zwak: spreek samen af wat bij welk vak hoort, en codeer daarna opnieuw."),
    "none": _("Niet te zeggen: u beiden koos steeds hetzelfde vak."),
}


@dataclass(frozen=True)
class Row:
    """One theme or kind: how many cards each put in it, and both."""

    name: str
    first: int
    second: int
    both: int
    agreement: float


@dataclass(frozen=True)
class Agreed:
    """What was compared, the figure, what it means, and each category apart."""

    what: str | Promise
    figure: Kappa
    words: Promise
    is_good: bool
    same: int
    rows: list[Row]


@dataclass(frozen=True)
class Agreement:
    """`cards` are coded by both; the figures are left out while there are too few."""

    cards: int
    parts: list[Agreed]


def agreement_of(survey: NeedsSurvey) -> Agreement:
    """One query, whatever the number of cards."""
    pairs = _pairs(survey)
    if len(pairs) < ENOUGH:
        return Agreement(len(pairs), [])
    names = {theme.key: str(theme) for theme in themes()}
    kinds = {kind.value: str(kind.label) for kind in CardKind}
    about_theme = [(first[0], second[0]) for first, second in pairs]
    about_kind = [(first[1], second[1]) for first, second in pairs]
    return Agreement(
        len(pairs),
        [_agreed(_("Thema"), about_theme, names), _agreed(_("Soort"), about_kind, kinds)],
    )


def _pairs(survey: NeedsSurvey) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    """Theme and kind by the first and by the second coder."""
    rows = Coding.objects.filter(card__survey=survey, card__is_dropped=False).order_by()
    made: dict[str, dict[object, tuple[str, str]]] = {
        CodingRound.FIRST: {},
        CodingRound.SECOND: {},
    }
    for card, which, theme, kind in rows.filter(round__in=made).values_list(
        "card_id", "round", "theme_id", "kind"
    ):
        made[which][card] = (theme, kind)
    first, second = made[CodingRound.FIRST], made[CodingRound.SECOND]
    return [(first[card], second[card]) for card in second if card in first]


def _agreed(
    what: Promise, pairs: Sequence[tuple[Hashable, Hashable]], names: dict[str, str]
) -> Agreed:
    figure = kappa(pairs)
    found = {str(one.category): one for one in figure.categories}
    level = _level(figure.kappa)
    return Agreed(
        what=what,
        figure=figure,
        words=_WORDS[level],
        is_good=level == "good",
        same=sum(first == second for first, second in pairs),
        rows=[
            Row(name, one.first, one.second, one.both, one.agreement)
            for key, name in names.items()
            if (one := found.get(key))
        ],
    )


def _level(value: float | None) -> str:
    if value is None:
        return "none"
    return "good" if value >= GOOD else "fair" if value >= FAIR else "poor"
