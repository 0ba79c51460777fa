"""Several respondents of one organisation, and one organisation over the years."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import fsum

from krachtlokaal.analysis.scoring.scores import DECIMALS, ThemeScore, theme_score
from krachtlokaal.analysis.scoring.structure import KRACHTMETING, Answers, Rules, Theme


class Spread(StrEnum):
    """How far the respondents are apart; said in words, so that no one's answer can be read."""

    AGREE = "agree"  # less than half of what makes it worth talking about
    SOME = "some"
    DIFFER = "differ"


@dataclass(frozen=True)
class CombinedTheme:
    """A theme as several respondents see it; every figure is None below four respondents.

    `respondents` have a score, and are counted only from four. No lowest or highest: nobody's own
    score may leave.
    """

    respondents: int | None
    mean: float | None
    score: float | None
    unknown_share: float | None
    spread: Spread | None
    talk_about: bool | None


@dataclass(frozen=True)
class Change:
    """Two scores 0–100 of the same items, and after − before."""

    before: float
    after: float
    difference: float


def combine(scores: Sequence[ThemeScore], rules: Rules = KRACHTMETING) -> CombinedTheme:
    """The mean of the respondents' scores, each counting once.

    Mean, score and spread need four respondents with a score. The share "dont_know" is taken over
    all items presented to all, and needs four respondents who saw any. Worth talking about: the
    means of two respondents are 1.5 or more apart, or 30 % or more of the answers is "dont_know".

    >>> def of(mean):
    ...     return ThemeScore(mean, (mean - 1) * 25, 4, 0, 4)
    >>> combined = combine([of(2.0), of(3.0), of(3.0), of(4.0)])
    >>> combined.score, combined.spread.value, combined.talk_about
    (50.0, 'differ', True)
    >>> combine([of(2.0), of(3.0), of(3.0)]).score is None
    True
    """
    asked = [score for score in scores if score.presented]
    means = [score.mean for score in asked if score.mean is not None]
    points = [score.score for score in asked if score.score is not None]
    share = None
    if len(asked) >= rules.spread_from:
        share = sum(score.unknown for score in asked) / sum(score.presented for score in asked)
    unknown = share is not None and round(share, DECIMALS) >= rules.talk_about_share_unknown
    if len(means) < rules.spread_from:
        return CombinedTheme(None, None, None, share, None, True if unknown else None)
    spread = _spread(max(means) - min(means), rules)
    return CombinedTheme(
        respondents=len(means),
        mean=fsum(means) / len(means),
        score=fsum(points) / len(points),
        unknown_share=share,
        spread=spread,
        talk_about=unknown or spread is Spread.DIFFER,
    )


def change(
    theme: Theme,
    before: Answers,
    after: Answers,
    common_items: Collection[str],
    rules: Rules = KRACHTMETING,
) -> Change | None:
    """One respondent's theme at two moments, on the items that were presented at both.

    A short form is compared with a full one on the core items alone. None where nothing is common
    or one of both has too few answers. For several respondents: `theme_score(…, common_items)` of
    each, `combine` per moment, and subtract.

    Raises ValueError for a number outside the scale.

    >>> from krachtlokaal.analysis.scoring import Item
    >>> items = (Item("k1", core=True), Item("k2", core=True), Item("k3"))
    >>> course = Theme("koers", "sturen", items)
    >>> change(course, {"k1": 2, "k2": 3, "k3": 5}, {"k1": 3, "k2": 4}, {"k1", "k2"})
    Change(before=37.5, after=62.5, difference=25.0)
    """
    first = theme_score(theme, before, common_items, rules).score
    second = theme_score(theme, after, common_items, rules).score
    if first is None or second is None:
        return None
    return Change(first, second, second - first)


def _spread(difference: float, rules: Rules) -> Spread:
    exact = round(difference, DECIMALS)
    if exact >= rules.talk_about_difference:
        return Spread.DIFFER
    return Spread.SOME if exact >= rules.talk_about_difference / 2 else Spread.AGREE
