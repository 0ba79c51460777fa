"""The page of one theme, by group and with what was said; and the account of all figures."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.needs.enums import CardKind, CodingRound
from krachtlokaal.needs.models import Coding, NeedsSurvey
from krachtlokaal.needs.outcome.model import DIMENSIONS, Group, Outcome, Triple
from krachtlokaal.register.queries.places import towns
from tests.needs import factories
from tests.needs.outcomes import HIDDEN, example
from tests.needs.results.conftest import Release
from tests.needs.results.reading import sentences, tables

pytestmark = pytest.mark.django_db
SURE = (
    "De score daalde: −6 punten. Dat is meer dan toeval: het echte verschil ligt tussen −11 en −1."
)


def page(client: Client, survey: NeedsSurvey, rest: str) -> str:
    answer = client.get(f"/behoeftepeiling/{survey.pk}/uitkomst/{rest}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_theme_has_its_place_its_change_and_its_figures(
    reader: Client, survey: NeedsSurvey, shown: Outcome
) -> None:
    told = sentences(page(reader, survey, "onderwerp/bestuur/"))
    at = told.index("Bestuur")
    assert told[at + 1 : at + 9] == [
        "Bestuur staat op plaats 7 van de 10 onderwerpen. Met 95% zekerheid is dat plaats 5 tot 9.",
        SURE,
        "score, van 0 tot 100 (56 tot 68)",
        "62",
        "belang, van 1 tot 5 (3,8 tot 4,4)",
        "4,1",
        "van de organisaties wil dit jaar hulp (14% tot 34%)",
        "24%",
    ]


def test_each_division_shows_every_group_and_marks_what_is_more_than_chance(
    reader: Client, survey: NeedsSurvey, shown: Outcome
) -> None:
    found = tables(page(reader, survey, "onderwerp/mensen_vinden/"))
    for dimension, name in zip(DIMENSIONS, ("gemeente", "soort", "grootte"), strict=True):
        rows = found[f"{name}: score, belang en hulp"][1:]
        wanted = [_row(group) for group in shown.groups[dimension]]
        assert sorted(row[1:] for row in rows) == sorted(wanted)
    sectors = {row[0]: row[1:] for row in found["soort: score, belang en hulp"]}
    assert sectors["Geloof"][3] == "Hoger dan de rest Score (0 tot 100)"
    assert sectors["Vluchtelingen"][3] == "Hier antwoordde niemand."


def _row(group: Group) -> tuple[str, ...]:
    """What a row must say, written from the published cells alone."""
    triple = group.themes["mensen_vinden"]
    nothing = "– niet getoond"
    if triple.score.hidden:
        why = {
            "group": "Te weinig antwoorden, of een kleine groep is er anders mee uit te rekenen.",
            "none": "Hier antwoordde niemand.",
        }[triple.score.hidden]
        return (nothing, nothing, nothing, why)
    score, importance, wanted = triple.score, triple.importance, triple.help_wanted
    one = f"{importance.value} ({importance.low} tot {float(importance.high or 0)})"
    differs = {"higher": "Hoger dan de rest Score (0 tot 100)", None: "Geen zeker verschil"}
    return (
        f"{score.value} ({score.low} tot {score.high})",
        one.replace(".", ","),
        f"{wanted.value}% ({wanted.low}% tot {wanted.high}%)",
        differs[score.differs],
    )


def test_a_theme_that_was_not_asked_is_not_there(
    reader: Client, survey: NeedsSurvey, shown: Outcome
) -> None:
    answer = reader.get(f"/behoeftepeiling/{survey.pk}/uitkomst/onderwerp/maan/")
    assert answer.status_code == 404


def said(survey: NeedsSurvey, text: str, **values: object) -> None:
    """A coded card about finding volunteers."""
    table = survey.tables.first() or factories.table(survey)
    card = factories.card(table, text, **values)
    Coding.objects.create(
        workspace=survey.workspace,
        card=card,
        round=CodingRound.FIRST,
        theme_id="mensen_vinden",
        kind=CardKind.KNELPUNT,
    )


def test_what_the_tables_said_stands_beside_it_with_most_dots_first(
    coordinator: Client, survey: NeedsSurvey, shown: Outcome, room: Workspace
) -> None:
    with guard.workspaces(room.pk):
        said(survey, "Jongeren zeggen nee.", stickers=2)
        said(survey, "Niemand wil in het bestuur.", stickers=9, may_quote=True)
    told = sentences(page(coordinator, survey, "onderwerp/mensen_vinden/"))
    at = told.index("Wat werd erover gezegd?")
    assert told[at + 1] == "2 uitspraken gaan over dit onderwerp. Knelpunt: 2."
    assert told[at + 2 : at + 6] == [
        "Niemand wil in het bestuur.",
        "Knelpunt · Ronde tafel Grou · 9 stippen",
        "Jongeren zeggen nee.",
        "Knelpunt · Ronde tafel Grou · 2 stippen",
    ]


def test_who_only_reads_sees_what_may_be_quoted(
    reader: Client, survey: NeedsSurvey, shown: Outcome, room: Workspace
) -> None:
    with guard.workspaces(room.pk):
        said(survey, "Dit mag u opschrijven.", may_quote=True)
        said(survey, "Dit blijft onder ons.")
    told = page(reader, survey, "onderwerp/mensen_vinden/")
    assert "Dit mag u opschrijven." in told
    assert "Dit blijft onder ons." not in told


def test_statements_that_nobody_sees_are_counted_from_five_on_and_not_by_kind(
    reader: Client, survey: NeedsSurvey, shown: Outcome, room: Workspace
) -> None:
    """One wish in an open answer of one organisation is nobody's business."""
    with guard.workspaces(room.pk):
        said(survey, "Dit mag u opschrijven.", may_quote=True)
        for number in range(3):
            said(survey, f"Dit blijft onder ons ({number}).")
    few = sentences(page(reader, survey, "onderwerp/mensen_vinden/"))
    assert few[few.index("Wat werd erover gezegd?") + 1] == "Dit mag u opschrijven."
    with guard.workspaces(room.pk):
        said(survey, "Dit ook.")
    told = sentences(page(reader, survey, "onderwerp/mensen_vinden/"))
    at = told.index("Wat werd erover gezegd?")
    assert told[at + 1] == "5 uitspraken gaan over dit onderwerp."


def test_the_account_tells_who_answered_and_hides_what_may_not_be_told(
    reader: Client, survey: NeedsSurvey, shown: Outcome
) -> None:
    found = tables(page(reader, survey, "zo-berekend/"))
    sectors = found["Organisaties en antwoorden naar soort"]
    assert sectors[:3] == [
        ("Soort", "In het gebied", "Antwoord"),
        ("Buurt en dorp", "24", "15"),
        ("Cultuur", "21", "11"),
    ]
    assert [row[2] for row in sectors if row[0] in {"Natuur", "Jeugd"}] == ["–", "–"]
    crossed = {row[0]: row[1:] for row in found["Antwoorden naar gemeente en soort"]}
    assert crossed["Soort"] == ("Leeuwarden", "Noardeast-Fryslân", "Súdwest-Fryslân")
    assert crossed["Zorg"] == ("5 van 6", "–", "–")


def test_the_receipt_and_the_method_are_plain_sentences(
    reader: Client, survey: NeedsSurvey, shown: Outcome
) -> None:
    told = sentences(page(reader, survey, "zo-berekend/"))
    at = told.index("Zo telden de antwoorden mee")
    assert told[at + 2 : at + 6] == [
        (
            "Antwoorden van organisaties uit Leeuwarden tellen 0,9 keer mee, want zij antwoordden"
            " vaker."
        ),
        (
            "Antwoorden van organisaties uit Noardeast-Fryslân tellen 1,1 keer mee, want zij"
            " antwoordden minder vaak."
        ),
        "Antwoorden van sportclubs tellen 0,7 keer mee, want zij antwoordden vaker.",
        (
            "Antwoorden van natuur- en dierenorganisaties, jeugdorganisaties en organisaties voor"
            " vluchtelingen tellen 1,4 keer mee, want zij antwoordden minder vaak."
        ),
    ]
    at = told.index("Zo is dit berekend")
    assert told[at + 2].startswith(
        "Zegt de helft van de organisaties ja, dan ligt het echte deel hooguit 8 procentpunt"
    )


def test_the_list_of_what_is_not_shown_has_each_thing_once(
    reader: Client, survey: NeedsSurvey, shown: Outcome
) -> None:
    told = sentences(page(reader, survey, "zo-berekend/"))
    at = told.index("Wat wij niet laten zien, en waarom")
    end = told.index("Zo is dit berekend")
    listed = told[at + 2 : end]
    assert listed[:3] == [
        "Te weinig antwoorden, of een kleine groep is er anders mee uit te rekenen.",
        "alle cijfers van Natuur en Jeugd",
        (
            "wil dit jaar hulp per gemeente bij doel en plannen, samenwerken binnen de organisatie"
            " en leren en vernieuwen"
        ),
    ]
    assert listed[-2:] == ["Hier antwoordde niemand.", "alle cijfers van Vluchtelingen"]
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("rest", ["", "onderwerp/bestuur/", "zo-berekend/", "bestand/csv/"])
def test_the_number_of_queries_is_constant(
    reader: Client, survey: NeedsSurvey, release: Release, room: Workspace, rest: str
) -> None:
    outcome = example()
    few = replace(
        outcome, groups={name: groups[:1] for name, groups in outcome.groups.items()}, crossed={}
    )
    counts = []
    for one in (few, few, outcome):
        release(one)
        with guard.workspaces(room.pk):
            said(survey, "Wij zoeken een penningmeester.", may_quote=True)
        with CaptureQueriesContext(
            connection,
        ) as found:
            page(reader, survey, rest)
        counts.append(len(found))
    assert counts[1] == counts[2]


def test_many_municipalities_stand_in_rows_and_lists_of_them_stay_short(
    reader: Client, survey: NeedsSurvey, release: Release
) -> None:
    outcome = example()
    leeuwarden, codes = outcome.groups["municipality"][0], list(towns())[:40]
    hidden = dict.fromkeys(leeuwarden.themes, Triple(HIDDEN, HIDDEN, HIDDEN))
    many = tuple(replace(leeuwarden, key=code, themes=hidden) for code in codes)
    release(replace(outcome, groups={**outcome.groups, "municipality": many}, crossed={}))
    told = page(reader, survey, "zo-berekend/")
    found = tables(told)["Antwoorden naar gemeente en soort"]
    assert found[0][:2] == ("Gemeente", "Buurt en dorp")
    assert len(found) == 41
    first = ", ".join(towns()[code].name for code in codes[:11])
    assert f"alle cijfers van {first} en nog 29" in sentences(told)
