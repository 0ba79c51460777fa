"""The usual blocks of a report with words to begin with. The editor changes them; no figure stands
in them, because figures are drawn beside them."""

from django.utils import translation

from krachtlokaal.needs.enums import BlockKind
from krachtlokaal.needs.models import Block, NeedsSurvey
from krachtlokaal.needs.outcome.model import Group, Outcome, Theme
from krachtlokaal.needs.reports import agreeing, marks, words
from krachtlokaal.needs.reports.agreeing import Agreement
from krachtlokaal.needs.reports.material import LANGUAGE, Material

QUOTES, FIRST = 2, 3
HIGH_SCORE, HIGH_IMPORTANCE = 60, 4.0
SHORT_OF = 0.8  # of the response of the whole area: below it a group answered seldom
ORDER = (
    BlockKind.SUMMARY,
    BlockKind.RESPONSE,
    BlockKind.RANKING,
    BlockKind.THEME,
    BlockKind.CONCLUSIONS,
    BlockKind.ACTIONS,
    BlockKind.METHOD,
    BlockKind.QUESTIONNAIRE,
)


def usual_blocks(survey: NeedsSurvey, material: Material) -> list[Block]:
    """Unsaved, in their usual order; a chapter for each theme, the greatest need first."""
    with translation.override(LANGUAGE):
        rows: list[Block] = []
        for kind in ORDER:
            if kind == BlockKind.THEME:
                rows += [_chapter(survey, key, material) for key in material.order]
            else:
                title = str(BlockKind(kind).label)
                rows.append(_block(survey, kind, title, _TEXTS[kind](survey, material)))
        for number, row in enumerate(rows, start=1):
            row.position = number
            row.data_mark = marks.of(row, material)
    return rows


def _block(survey: NeedsSurvey, kind: BlockKind, title: str, text: str) -> Block:
    return Block(workspace_id=survey.workspace_id, survey=survey, kind=kind, title=title, text=text)


def _chapter(survey: NeedsSurvey, theme: str, material: Material) -> Block:
    made = _block(survey, BlockKind.THEME, material.name_of(theme), _of_theme(theme, material))
    made.theme_id = theme
    made.quotes = [card.key for card in material.quotable(theme)[:QUOTES]]
    return made


def _summary(survey: NeedsSurvey, material: Material) -> str:
    told = [f"Dit rapport gaat over vrijwilligersorganisaties in {material.area}."]
    if survey.question:
        told.append(f"De vraag was: {survey.question}")
    both = agreeing.with_agreement(Agreement.BOTH, material)
    tables = agreeing.with_agreement(Agreement.TABLES, material)
    found = []
    if both:
        found.append(
            f"De meting en de ronde tafels wijzen samen op {_names(both, material)}. Daar is de"
            " behoefte aan hulp het duidelijkst."
        )
    if tables:
        found.append(
            f"Aan de ronde tafels ging het ook vaak over {_names(tables, material)}. In de cijfers"
            " staat dat niet vooraan."
        )
    return "\n\n".join([" ".join(told), " ".join(found)]).strip()


def _response(_survey: NeedsSurvey, material: Material) -> str:
    outcome = material.outcome
    if outcome is None or outcome.count.answered is None:
        return "Hieronder ziet u hoeveel organisaties er zijn en hoeveel er antwoordden."
    told = ["Hieronder ziet u wie antwoordden. Elke organisatie telt één keer."]
    seldom = [words.small(name) for name in _seldom(outcome)]
    if seldom:
        told.append(
            f"Uit deze groepen kwamen minder antwoorden dan uit andere: {words.listed(seldom)}."
            " Hun antwoorden tellen daarom zwaarder mee. Lees cijfers over die groepen voorzichtig."
        )
    else:
        told.append("Uit alle groepen die wij kunnen tonen, kwamen ongeveer evenveel antwoorden.")
    return " ".join(told)


def _seldom(outcome: Outcome) -> list[str]:
    """Groups whose response may be shown and is clearly lower than that of the area."""
    whole = (outcome.count.answered or 0) / (outcome.count.population or 1)
    return [
        words.group_name(dimension, group.key)
        for dimension in ("municipality", "sector")
        for group in outcome.groups.get(dimension, ())
        if _share(group) is not None and (_share(group) or 0) < SHORT_OF * whole
    ]


def _share(group: Group) -> float | None:
    if group.count.answered is None or not group.count.population:
        return None
    return group.count.answered / group.count.population


def _ranking(_survey: NeedsSurvey, material: Material) -> str:
    ranked = [t.key for t in material.outcome.ranking if t.rank] if material.outcome else []
    if not ranked:
        return ""
    first = _names(ranked[:FIRST], material)
    return (
        f"De grootste behoeften zijn {first}. Een behoefte is groot als organisaties iets"
        " belangrijk vinden en het nog niet goed gaat.\n\nDe volgorde is niet helemaal zeker. In de"
        " tabel staat welke plaats een thema ook kan hebben. Thema's die dicht bij elkaar staan,"
        " zijn ongeveer even dringend."
    )


def _of_theme(key: str, material: Material) -> str:
    theme = _find(key, material.outcome)
    if theme is None:
        return ""
    told = [_standing(theme)]
    forms = [words.small(words.form_name(form)) for form in _wanted(theme)]
    if forms:
        told.append(f"Wie hulp wil, kiest het vaakst voor {words.listed(forms)}.")
    if theme.change and theme.change.is_sure:
        way = "beter" if theme.change.value > 0 else "minder goed"
        told.append(f"Het gaat hier {way} dan bij de vorige peiling.")
    return " ".join(filter(None, told))


def _find(key: str, outcome: Outcome | None) -> Theme | None:
    if outcome is None:
        return None
    return next((theme for theme in outcome.themes if theme.key == key), None)


def _standing(theme: Theme) -> str:
    score, importance = theme.weighted.score.value, theme.weighted.importance.value
    if score is None or importance is None:
        return "Over dit thema antwoordden te weinig organisaties om er veel van te zeggen."
    match importance >= HIGH_IMPORTANCE, score >= HIGH_SCORE:
        case True, True:
            return "Organisaties vinden dit belangrijk, en het gaat bij de meeste goed."
        case True, False:
            return "Organisaties vinden dit belangrijk, maar het gaat nog niet goed genoeg."
        case False, True:
            return "Dit gaat bij de meeste organisaties goed. Andere onderwerpen wegen zwaarder."
    return "Hier gaat nog niet alles goed. Organisaties vinden andere onderwerpen belangrijker."


def _wanted(theme: Theme) -> list[str]:
    known = [(figure.value, key) for key, figure in theme.forms.items() if figure.value]
    return [key for _value, key in sorted(known, key=lambda one: -one[0])[:2]]


def _conclusions(_survey: NeedsSurvey, material: Material) -> str:
    told = []
    for agreed, words_of in (
        (Agreement.BOTH, "Begin met {names}: de meting en de gesprekken zijn het daarover eens."),
        (
            Agreement.FIGURES,
            "De meting wijst ook op {names}. Vraag ernaar: aan tafel kwam het minder voor.",
        ),
        (
            Agreement.TABLES,
            "Over {names} ging het aan tafel vaak. Zoek uit bij welke organisaties dat speelt.",
        ),
    ):
        if found := agreeing.with_agreement(agreed, material):
            told.append(f"- {words_of.format(names=_names(found, material))}")
    return "\n".join(told)


def _actions(survey: NeedsSurvey, _material: Material) -> str:
    who = f" {survey.decided_by} besluit over dit rapport." if survey.decided_by else ""
    return f"Dit gaan wij doen.{who} Over een jaar vertellen wij wat ervan kwam."


def _method(survey: NeedsSurvey, _material: Material) -> str:
    first = (
        "Wij gebruikten twee bronnen naast elkaar. De KrachtMeting laat zien hoe vaak iets"
        " voorkomt. De ronde tafels laten zien wat erachter zit."
    )
    told = [first]
    if survey.partners:
        partners = words.listed([line.strip() for line in survey.partners.splitlines() if line])
        told.append(f"Aan deze peiling werkten mee: {partners}.")
    told.append(
        "Wie antwoordde, blijft onbekend. De namen van gasten aan de ronde tafels zijn verwijderd."
        " Citaten staan er alleen met toestemming."
    )
    return "\n\n".join(told)


def _questionnaire(_survey: NeedsSurvey, _material: Material) -> str:
    return (
        "Dit vroegen wij in de KrachtMeting. Bij elk thema vroegen wij ook hoe belangrijk het is,"
        " of de organisatie er hulp bij wil, en welke hulp."
    )


def _names(keys: list[str], material: Material) -> str:
    return words.listed([f"**{words.small(material.name_of(key))}**" for key in keys])


_TEXTS = {
    BlockKind.SUMMARY: _summary,
    BlockKind.RESPONSE: _response,
    BlockKind.RANKING: _ranking,
    BlockKind.CONCLUSIONS: _conclusions,
    BlockKind.ACTIONS: _actions,
    BlockKind.METHOD: _method,
    BlockKind.QUESTIONNAIRE: _questionnaire,
}
