"""The pages of the outcome: they show what was released, in words, and nothing else."""

import re
from dataclasses import replace

import pytest
from django.test import Client
from django.utils import timezone

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.needs.models import NeedsSurvey
from krachtlokaal.needs.outcome.model import Count, Outcome, Reason, figures, to_cells
from krachtlokaal.needs.queries.outcome import KIND
from krachtlokaal.office.models import Job
from krachtlokaal.register.queries.filters import Size
from krachtlokaal.surveys.enums import WaveState
from tests.needs import factories
from tests.needs.outcomes import example
from tests.needs.results.conftest import Release
from tests.needs.results.reading import sentences, tables
from tests.surveys import factories as surveys

pytestmark = pytest.mark.django_db
HEAD = ("Onderwerp", "Score (0 tot 100)", "Belang (1 tot 5)", "Wil dit jaar hulp")
NEXT = "Daarna komen geld, plek en spullen (plaats 1 tot 4) en zichtbaar en open (plaats 1 tot 5)."
FORM = (
    "Van de organisaties wil 56% dit jaar hulp bij vrijwilligers vinden, het liefst informatie of"
    " een voorbeeld."
)
LINES = "Score, belang en hulp per onderwerp, de meeste behoefte eerst"


def page(client: Client, survey: NeedsSurvey, rest: str = "") -> str:
    answer = client.get(f"/behoeftepeiling/{survey.pk}/uitkomst/{rest}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_first_screen_says_what_matters_most(
    reader: Client, survey: NeedsSurvey, shown: Outcome
) -> None:
    told = sentences(page(reader, survey))
    at = told.index("Dit valt op")
    assert told[at + 1 : at + 4] == [
        "Vrijwilligers vinden is het meest nodig: dat staat zeker bij de eerste drie.",
        NEXT,
        FORM,
    ]


def test_the_ranking_has_places_with_their_uncertainty(
    reader: Client, survey: NeedsSurvey, shown: Outcome
) -> None:
    found = tables(page(reader, survey))["Waar is de meeste behoefte?"]
    assert found[0] == ("Onderwerp", "Behoefte (0 tot 100)", "Met 95% zekerheid", "Plaats")
    assert found[1:3] == [
        ("Vrijwilligers vinden", "57", "52 tot 62", "plaats 1 tot 3"),
        ("Geld, plek en spullen", "46", "41 tot 51", "plaats 1 tot 4"),
    ]
    assert len(found) == 11


@pytest.mark.parametrize(
    ("query", "score", "help_wanted"),
    [
        ("", "38 (32 tot 44)", "56% (46% tot 66%)"),
        ("?gewogen=ja", "38 (32 tot 44)", "56% (46% tot 66%)"),
        ("?gewogen=nee", "40 (34 tot 46)", "58% (48% tot 68%)"),
    ],
)
def test_the_switch_changes_the_whole_area_only(
    reader: Client,
    survey: NeedsSurvey,
    shown: Outcome,
    query: str,
    score: str,
    help_wanted: str,
) -> None:
    found = tables(page(reader, survey, query))
    assert found[LINES][:2] == [
        HEAD,
        ("Vrijwilligers vinden", score, "4,7 (4,4 tot 5,0)", help_wanted),
    ]
    assert (
        found["Vrijwilligers vinden: score per gemeente"][1:]
        == [
            ("Leeuwarden", "42", "–"),
            ("Noardeast-Fryslân", "43", "–"),
            ("Súdwest-Fryslân", "36", "–"),
        ]
        or found["Vrijwilligers vinden: score per gemeente"][1][0] == "Leeuwarden"
    )


def test_the_map_is_of_the_theme_that_is_asked(
    reader: Client, survey: NeedsSurvey, shown: Outcome
) -> None:
    found = tables(page(reader, survey, "?kaart=bestuur"))["Bestuur: score per gemeente"]
    figures = {
        group.key: group.themes["bestuur"].score.value for group in shown.groups["municipality"]
    }
    assert [row[:2] for row in found[1:]] == [
        ("Leeuwarden", f"{figures['GM0080']:.0f}"),
        ("Súdwest-Fryslân", f"{figures['GM1900']:.0f}"),
        ("Noardeast-Fryslân", f"{figures['GM1970']:.0f}"),
    ]
    answer = reader.get(f"/behoeftepeiling/{survey.pk}/uitkomst/?kaart=maan")
    assert answer.status_code == 404


def test_change_says_whether_it_is_more_than_chance(
    reader: Client, survey: NeedsSurvey, shown: Outcome
) -> None:
    found = tables(page(reader, survey))["Verandering sinds de vorige peiling"]
    assert found[1:4] == [
        ("Bestuur", "−6", "−11 tot −1", "meer dan toeval"),
        ("Doel en plannen", "+3", "−2 tot +8", "kan toeval zijn"),
        ("Vrijwilligers vinden", "0", "−5 tot +5", "kan toeval zijn"),
    ]


def test_a_first_survey_has_nothing_to_compare(
    reader: Client, survey: NeedsSurvey, release: Release
) -> None:
    outcome = example()
    release(replace(outcome, themes=tuple(replace(theme, change=None) for theme in outcome.themes)))
    shown = page(reader, survey)
    assert "Dit is de eerste peiling in dit gebied." in shown
    assert "Verandering sinds de vorige peiling" not in tables(shown)


def test_before_closing_it_says_what_is_needed(
    reader: Client, survey: NeedsSurvey, room: Workspace
) -> None:
    assert "Koppel een meting aan deze peiling, en open die." in sentences(page(reader, survey))
    with guard.workspaces(room.pk):
        wave = surveys.wave(room, state=WaveState.OPEN, closes_on=timezone.localdate())
        factories.with_wave(survey, wave)
    told = sentences(page(reader, survey))
    assert f"{wave.title} is open tot en met" in " ".join(told)


def test_fewer_than_five_answers_have_no_figures(
    reader: Client, survey: NeedsSurvey, release: Release
) -> None:
    few = replace(example(), count=Count(136, None, Reason.GROUP), method=None)
    release(few)
    for rest in ("", "zo-berekend/"):
        told = page(reader, survey, rest)
        assert "Te weinig antwoorden voor een uitkomst" in told
        assert tables(told) == {}
    assert (
        reader.get(f"/behoeftepeiling/{survey.pk}/uitkomst/onderwerp/bestuur/").status_code == 404
    )


def test_without_an_outcome_only_the_page_that_says_so_is_there(
    reader: Client, survey: NeedsSurvey
) -> None:
    for rest in ("zo-berekend/", "onderwerp/bestuur/", "bestand/xlsx/"):
        answer = reader.get(f"/behoeftepeiling/{survey.pk}/uitkomst/{rest}")
        assert (rest, answer.status_code) == (rest, 404)


def test_a_coordinator_has_the_figures_made_once_all_waves_are_over(
    coordinator: Client, survey: NeedsSurvey, room: Workspace
) -> None:
    address = f"/behoeftepeiling/{survey.pk}/uitkomst/maken/"
    told = coordinator.post(address, follow=True).content.decode()
    assert "De cijfers kunnen nu niet gemaakt worden." in told
    now = timezone.now()
    with guard.workspaces(room.pk):
        wave = surveys.wave(room, state=WaveState.CLOSED, closed_at=now, settled_at=now)
        factories.with_wave(survey, wave)
    assert "Maak de cijfers nu" in page(coordinator, survey)
    answer = coordinator.post(address)
    with guard.workspaces(room.pk):
        job = Job.objects.get(kind=KIND)
    assert answer.headers["Location"] == f"/taken/{job.pk}/"


def test_every_difference_that_is_more_than_chance_stands_in_one_table(
    reader: Client, survey: NeedsSurvey, shown: Outcome
) -> None:
    found = tables(page(reader, survey))["Groepen die anders zijn dan de rest"]
    assert found[1] == (
        "Vrijwilligers vinden",
        "Geloof",
        "Score (0 tot 100)",
        "44 (38 tot 50)",
        "Hoger dan de rest",
    )
    assert len(found) - 1 == sum(figure.differs is not None for _key, figure in figures(shown))


def test_no_number_in_a_table_is_another_than_one_that_left(
    reader: Client, survey: NeedsSurvey, shown: Outcome
) -> None:
    left = _written(shown)
    sizes = {f"{label} vrijwilligers" for label in Size.labels}
    themes = [f"onderwerp/{theme.key}/" for theme in shown.themes]
    for rest in ("", "?gewogen=nee", "?kaart=regels", "zo-berekend/", *themes):
        for caption, rows in tables(page(reader, survey, rest)).items():
            cells = [cell for row in rows[1:] for cell in row[1:] if cell not in sizes]
            told = {word for cell in cells for word in NUMBER.findall(cell)}
            assert (rest, caption, told - left) == (rest, caption, set())


NUMBER = re.compile(r"[\u2212+]?\d+(?:,\d+)?%?")


def _written(outcome: Outcome) -> set[str]:
    """Each number that left as it may stand on a page. 0, 1, 5 and 100 are the ends of scales."""
    found = {"0", "1", "5", "100"}
    for key, cell in to_cells(outcome).items():
        values = cell.values() if isinstance(cell, dict) else cell or []
        for one in values:
            if type(one) in {int, float}:
                found |= {f"{one:.0f}", f"{one:.0f}%"} if "importance" not in key else set()
                found |= {f"{one:.1f}".replace(".", ",")} if "importance" in key else set()
                found |= {f"+{one:.0f}", f"\u2212{abs(one):.0f}"} if "change" in key else set()
    return found
