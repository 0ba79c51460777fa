"""All that a report is made of, read once: figures that may leave, coded cards, tables, actions."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db.models import Count, Q
from django.utils import translation

from krachtlokaal.needs.enums import GuestState, TableState
from krachtlokaal.needs.figures.words import Names
from krachtlokaal.needs.models import Action, NeedsSurvey, RoundTable
from krachtlokaal.needs.outcome.model import Outcome
from krachtlokaal.needs.queries import actions
from krachtlokaal.needs.queries.coding import CodedCard, coded
from krachtlokaal.needs.queries.outcome import outcome_of
from krachtlokaal.needs.queries.outcome_names import names
from krachtlokaal.needs.queries.surveys import waves_of
from krachtlokaal.needs.reports.words import listed
from krachtlokaal.register.queries.places import town_name
from krachtlokaal.surveys.models import QuestionnaireVersion, Wave
from krachtlokaal.topics.models import Theme

LANGUAGE = "nl"  # of every report


@dataclass(frozen=True)
class Talk:
    """One round table that was held."""

    title: str
    place: str
    held_on: date | None
    guests: int


@dataclass(frozen=True)
class Material:
    """Everything that is drawn. Without `outcome` there are no figures (yet)."""

    survey: NeedsSurvey
    area: str
    outcome: Outcome | None = None
    cards: Sequence[CodedCard] = ()
    talks: Sequence[Talk] = ()
    waves: Sequence[Wave] = ()
    actions: Sequence[Action] = ()
    # Those of the survey that this one repeats.
    earlier: Sequence[Action] = ()
    themes: Sequence[Theme] = ()
    version: QuestionnaireVersion | None = None
    names: Names = field(default_factory=lambda: Names({}, {}, {}))

    def name_of(self, theme: str) -> str:
        return self.names.theme(theme)

    def cards_of(self, theme: str) -> list[CodedCard]:
        return [card for card in self.cards if card.theme == theme]

    def quotable(self, theme: str) -> list[CodedCard]:
        """What may be quoted, the same words once; what got most dots first, then round tables."""
        found = [card for card in self.cards_of(theme) if card.may_quote]
        found.sort(key=lambda card: (-card.dots, card.is_answer))
        return list({card.text: card for card in reversed(found)}.values())[::-1]

    @cached_property
    def by_key(self) -> dict[str, CodedCard]:
        return {str(card.key): card for card in self.cards}

    @cached_property
    def order(self) -> list[str]:
        """Keys of the themes by need; by the list of the field where there are no figures."""
        if self.outcome is None:
            return [theme.key for theme in self.themes]
        ranked = [theme.key for theme in self.outcome.ranking]
        return [*ranked, *(theme.key for theme in self.themes if theme.key not in ranked)]


def material_of(survey: NeedsSurvey) -> Material:
    """A fixed number of queries, whatever the size of the survey."""
    waves = list(waves_of(survey).select_related("questionnaire_version"))
    with translation.override(LANGUAGE):
        named = names()
    return Material(
        survey=survey,
        area=listed(sorted(town_name(code) for code in survey.municipalities)),
        outcome=outcome_of(survey),
        cards=coded(survey),
        talks=_talks(survey),
        waves=waves,
        actions=list(actions.actions_of(survey)),
        earlier=list(actions.actions_of(survey.previous)) if survey.previous else [],
        themes=list(Theme.objects.order_by("order")),
        version=waves[-1].questionnaire_version if waves else None,
        names=named,
    )


def _talks(survey: NeedsSurvey) -> list[Talk]:
    came = Count("guests", filter=Q(guests__state=GuestState.CAME))
    rows = RoundTable.objects.filter(survey=survey, state=TableState.DONE)
    rows = rows.annotate(came=came).order_by("held_on", "pk")
    return [Talk(row.title, row.place, row.held_on, row.came) for row in rows]
