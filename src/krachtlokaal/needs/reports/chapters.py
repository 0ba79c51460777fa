"""What is drawn in the chapter of a theme: number, quote, what the round tables added, and whether
the two agree."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from krachtlokaal.core.templatetags.kl import number
from krachtlokaal.needs.enums import CardKind
from krachtlokaal.needs.figures.words import Measure
from krachtlokaal.needs.outcome.model import Change, Group, Theme, Triple
from krachtlokaal.needs.queries.coding import CodedCard
from krachtlokaal.needs.reports import words
from krachtlokaal.needs.reports.agreeing import FEWEST, WORDS, agreement
from krachtlokaal.needs.reports.material import Material
from krachtlokaal.needs.reports.opening import NO_FIGURES, pictured
from krachtlokaal.publishing import charts
from krachtlokaal.publishing.charts import Bar
from krachtlokaal.publishing.documents.model import (
    Bullets,
    Heading,
    Note,
    Paragraph,
    Part,
    Quote,
    TablePart,
)

FORMS, TAGS = 3, 6
KIND_WORDS = {
    CardKind.KNELPUNT: ("knelpunt", "knelpunten"),
    CardKind.WENS: ("wens", "wensen"),
    CardKind.KANS: ("kans", "kansen"),
    CardKind.GOED_VOORBEELD: ("goed voorbeeld", "goede voorbeelden"),
}


def figures(theme: str, material: Material) -> list[Part]:
    """The numbers of a theme, for the area and for its groups."""
    found = _figures_of(theme, material)
    if found is None:
        return [Note(NO_FIGURES)]
    parts: list[Part] = [Paragraph(_in_numbers(found))]
    if found.change:
        parts.append(Paragraph(_changed(found.change)))
    if forms := _forms(found):
        parts += [Paragraph("Deze hulp willen organisaties het liefst:"), Bullets(tuple(forms))]
    return [*parts, *_groups(theme, material)]


def quotes(keys: Iterable[Any], material: Material) -> list[Part]:
    """What was chosen, as far as it may be quoted now."""
    found = [material.by_key[str(key)] for key in keys if str(key) in material.by_key]
    shown = [Quote(card.text, _source(card)) for card in found if card.may_quote]
    return [Heading(2, "In hun eigen woorden"), *shown] if shown else []


def talked(theme: str, material: Material) -> list[Part]:
    """What the round tables added, and what the two say beside each other."""
    said = [card for card in material.cards_of(theme) if not card.is_answer]
    parts: list[Part] = []
    if material.talks or said:
        parts = [Heading(2, "Wat de ronde tafels toevoegden"), Paragraph(_counted(said))]
        if tags := _tags(said):
            parts.append(Paragraph(f"Het ging over: {words.listed(tags)}."))
    together = WORDS[agreement(theme, material)]
    return [*parts, Note(together)] if together else parts


def _figures_of(key: str, material: Material) -> Theme | None:
    if material.outcome is None:
        return None
    return next((theme for theme in material.outcome.themes if theme.key == key), None)


def _in_numbers(theme: Theme) -> str:
    score, importance, wanted = (
        theme.weighted.score,
        theme.weighted.importance,
        theme.weighted.help_wanted,
    )
    told = []
    if score.value is not None:
        told.append(f"De score is **{number(score.value)}** van 100 ({words.between(score)}).")
    if importance.value is not None:
        told.append(f"Het belang is **{number(importance.value, 1)}** van 5.")
    if wanted.value is not None:
        told.append(
            f"**{number(wanted.value)}%** wil hier hulp bij ({words.between(wanted, unit='%')})."
        )
    if theme.rank:
        told.append(f"Daarmee staat dit thema op plaats **{theme.rank.rank}** van de behoeften.")
    return " ".join(told) or "Te weinig organisaties antwoordden om hier een cijfer te tonen."


def _changed(change: Change) -> str:
    if not change.is_sure:
        return "Sinds de vorige peiling is de score niet duidelijk veranderd."
    way = "hoger" if change.value > 0 else "lager"
    return (
        f"Sinds de vorige peiling is de score **{number(abs(change.value))}** punten {way}. Dat"
        " verschil is groter dan toeval."
    )


def _forms(theme: Theme) -> list[str]:
    known = [(key, figure) for key, figure in theme.forms.items() if figure.value is not None]
    first = sorted(known, key=lambda one: -(one[1].value or 0))[:FORMS]
    return [f"{words.form_name(key)}: {words.shown(figure, unit='%')}" for key, figure in first]


def _groups(theme: str, material: Material) -> list[Part]:
    """The score per municipality as a picture, and all groups in one table."""
    outcome = material.outcome
    if outcome is None:
        return []
    towns = [
        (words.group_name("municipality", group.key), group.themes[theme])
        for group in outcome.groups.get("municipality", ())
        if theme in group.themes
    ]
    parts: list[Part] = []
    if len(towns) > 1 and any(triple.score.value is not None for _name, triple in towns):
        parts.append(_per_town(towns, material.name_of(theme)))
    rows = [
        _row(words.group_name(dimension, group.key), group, theme)
        for dimension in words.DIMENSIONS
        for group in outcome.groups.get(dimension, ())
        if theme in group.themes
    ]
    told = [row for row in rows if set(row[1:4]) != {words.HIDDEN}]
    if told:
        caption = f"{material.name_of(theme)} per groep"
        head = ("Groep", "Score", "Belang", "Wil hulp", "Verschil")
        silent = [row[0] for row in rows if row not in told]
        parts.append(TablePart(caption, head, tuple(told), _note(told, silent), folds=True))
    return parts


def _per_town(towns: list[tuple[str, Triple]], name: str) -> Part:
    rows = [Bar(town, t.score.value, t.score.low, t.score.high) for town, t in towns]
    chart = charts.bars(
        rows,
        title=f"{name}: de score per gemeente",
        head=("Gemeente", "Score", "Zo zeker is dat"),
        scale=Measure.SCORE.scale,
        hidden=words.HIDDEN,
    )
    return pictured(chart, f"{name}: de score per gemeente")


def _row(name: str, group: Group, theme: str) -> tuple[str, ...]:
    triple = group.themes[theme]
    differs = triple.score.differs
    return (
        name,
        words.shown(triple.score),
        words.shown(triple.importance, 1),
        words.shown(triple.help_wanted, unit="%"),
        f"score {words.DIFFERS[differs]}" if differs else "–",
    )


def _note(rows: list[tuple[str, ...]], silent: list[str]) -> str:
    """What the table means. Groups without any figure are named here: rows of nothing tell less."""
    told = ["Een verschil staat er alleen als het groter is dan toeval."]
    if silent:
        told.append(f"Geen cijfers te tonen: {words.listed([words.small(one) for one in silent])}.")
    if silent or any(words.HIDDEN in row for row in rows):
        told.append(
            "Waar geen cijfer staat, antwoordden te weinig organisaties, of is een kleine groep"
            " anders uit te rekenen."
        )
    return " ".join(told)


def _source(card: CodedCard) -> str:
    return card.table or "Open antwoord in de KrachtMeting"


def _counted(said: list[CodedCard]) -> str:
    """How often it came up. Under five no number: a few words of a few people stay unnamed."""
    if not said:
        return "Aan de ronde tafels ging het niet over dit thema."
    if len(said) < FEWEST:
        return "Aan de ronde tafels ging het een enkele keer over dit thema."
    kinds = Counter(card.kind for card in said)
    mostly = [KIND_WORDS[CardKind(kind)][1] for kind, n in kinds.most_common() if n >= FEWEST][:2]
    most = f" Het waren vooral {words.listed(mostly)}." if mostly else ""
    return f"Aan de ronde tafels ging het **{len(said)}** keer over dit thema.{most}"


def _tags(said: list[CodedCard]) -> list[str]:
    """What it was about, in the words of who coded; what was said most first."""
    tags = Counter(card.tag.strip() for card in said if card.tag.strip())
    return [tag for tag, _number in tags.most_common(TAGS)] if len(said) >= FEWEST else []
