"""The charts of an outcome, each with its table."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from krachtlokaal.analysis.scoring import KRACHTMETING
from krachtlokaal.needs.figures import words
from krachtlokaal.needs.figures.words import Measure, Names
from krachtlokaal.needs.outcome.model import Differs, Figure, Outcome, Rank, Theme
from krachtlokaal.publishing.charts import (
    Area,
    Axis,
    Bar,
    Chart,
    Ground,
    Point,
    Scale,
    areas,
    bars,
    matrix,
)
from krachtlokaal.register.queries.places import Town, towns


def ranking(outcome: Outcome, names: Names) -> Chart:
    """Themes by need, the most urgent first, with the places that each may really have."""
    rows = [_bar(names.theme(one.key), one.priority, places(one.rank)) for one in outcome.ranking]
    return bars(
        rows,
        title=_("Waar is de meeste behoefte?"),
        head=(_("Onderwerp"), _("Behoefte (0 tot 100)"), _("Met 95% zekerheid"), _("Plaats")),
        scale=_from_zero(words.PRIORITY, rows),
    )


def places(rank: Rank | None) -> str:
    """'plaats 1 tot 3'"""
    if rank is None:
        return ""
    if rank.best == rank.worst:
        return _("zeker plaats %(place)s") % {"place": rank.rank}
    return _("plaats %(best)s tot %(worst)s") % {"best": rank.best, "worst": rank.worst}


def importance_and_score(outcome: Outcome, names: Names, *, weighted: bool = True) -> Chart:
    """Where themes lie: important or not, strong or weak; split as in an organisation's report."""
    points = []
    for theme in outcome.themes:
        found = theme.weighted if weighted else theme.unweighted
        points.append(Point(names.theme(theme.key), found.score.value, found.importance.value))
    return matrix(
        points,
        title=_("Belang en score van elk onderwerp"),
        name=_("Onderwerp"),
        across=_axis(Measure.SCORE, KRACHTMETING.score_split),
        up=_axis(Measure.IMPORTANCE, KRACHTMETING.importance_split),
        quarters=(
            _("Belangrijk, en nog niet sterk"),
            _("Belangrijk, en al sterk"),
            _("Minder belangrijk, en niet sterk"),
            _("Minder belangrijk, en sterk"),
        ),
    )


def _axis(measure: Measure, cut: float) -> Axis:
    return Axis(measure.label, measure.scale, cut)


def on_the_map(outcome: Outcome, names: Names, theme: str) -> Chart:
    """The score of a theme in each municipality; lower than the rest stands out."""
    known = towns()
    codes = [group.key for group in outcome.groups["municipality"] if group.key in known]
    provinces = {known[code].province for code in codes}
    return areas(
        [
            _area(known[group.key], group.themes[theme].score)
            for group in outcome.groups["municipality"]
            if group.key in known
        ],
        title=_("%(theme)s: score per gemeente") % {"theme": names.theme(theme)},
        head=(_("Gemeente"), Measure.SCORE.label, _("Verschil")),
        scale=Measure.SCORE.scale,
        ground=[
            Ground(town.latitude, town.longitude)
            for code, town in known.items()
            if town.province in provinces and code not in codes
        ],
    )


def _area(town: Town, figure: Figure) -> Area:
    return Area(
        town.name,
        town.latitude,
        town.longitude,
        figure.value,
        level=1 if figure.differs is Differs.LOWER else 0,
        note=str(words.DIFFERENCES[figure.differs]) if figure.differs else "",
    )


def forms_of_help(forms: Mapping[str, Figure], names: Names, title: str) -> Chart:
    """Shares of organisations that want each form, the largest first, hidden ones last."""
    found = sorted(forms.items(), key=lambda one: -1 if one[1].value is None else one[1].value)
    rows = [_bar(names.form(key), figure) for key, figure in reversed(found)]
    return bars(
        rows,
        title=title,
        head=(_("Vorm van hulp"), _("Deel van de organisaties"), _("Met 95% zekerheid")),
        scale=_from_zero(Measure.HELP.scale, rows),
    )


def change(outcome: Outcome, names: Names) -> Chart | None:
    """Points of score since the survey before; None where there was none."""
    found = [theme for theme in outcome.themes if theme.change]
    if not found:
        return None
    rows = [_changed(theme, names) for theme in found]
    most = max(abs(end) for row in rows for end in (row.low, row.high) if end is not None)
    high = max(10.0, -(-most // 10) * 10)
    return bars(
        rows,
        title=_("Verandering sinds de vorige peiling"),
        head=(_("Onderwerp"), _("Verandering in punten"), _("Met 95% zekerheid"), _("Zeker?")),
        scale=Scale(-high, high, 10 if high <= 30 else 20, signed=True),
    )


def _changed(theme: Theme, names: Names) -> Bar:
    found = theme.change
    if found is None:
        return Bar(names.theme(theme.key), None)
    sure = _("meer dan toeval") if found.is_sure else _("kan toeval zijn")
    return Bar(names.theme(theme.key), found.value, found.low, found.high, sure)


def _bar(label: str, figure: Figure, note: str = "") -> Bar:
    return Bar(label, figure.value, figure.low, figure.high, note)


def _from_zero(scale: Scale, rows: Sequence[Bar]) -> Scale:
    """The scale from zero to the step that holds all ends."""
    ends = [end for row in rows for end in (row.value, row.high) if end is not None]
    return scale.around([scale.low, *ends])
