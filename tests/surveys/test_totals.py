"""Totals: no figure about fewer than five organisations, nor one that can be worked out."""

import json
from collections import Counter

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from krachtlokaal.accounts.enums import WorkspaceKind
from krachtlokaal.analysis import scoring
from krachtlokaal.core import guard
from krachtlokaal.office.jobs import run_waiting
from krachtlokaal.surveys import sealing
from krachtlokaal.surveys.enums import WaveState
from krachtlokaal.surveys.jobs.totals import start_totals
from krachtlokaal.surveys.models import Answer, Wave
from krachtlokaal.surveys.services.totals import publish_totals
from krachtlokaal.surveys.totals import DIMENSIONS, OrganisationFigures, totals
from tests.accounts import factories as people
from tests.register import factories as register
from tests.surveys import factories

RULES = scoring.KRACHTMETING
SECTORS = ("sport", "culture", "care")


def organisation(sector: str, score: float, **more: object) -> OrganisationFigures:
    stratum = {"sector": sector, "size": "small", "municipality": "GM0080"}
    return OrganisationFigures(stratum=stratum, scores={"bestuur": score}, **more)


def made(*organisations: OrganisationFigures, forms: tuple[str, ...] = ()) -> dict:
    return totals(organisations, themes=["bestuur"], rules=RULES, help_forms=forms).cells


def test_fewer_than_five_organisations_have_no_figures() -> None:
    cells = made(*[organisation("sport", 50)] * 4)
    assert cells == {"organisations": None, "minimum": 5}


def test_five_organisations_have_their_mean() -> None:
    cells = made(*[organisation("sport", score) for score in (50, 55, 45, 40, 59)])
    assert cells["themes"]["bestuur"]["score"] == 49.8
    assert cells["sector"]["bestuur"] == {"sport": {"n": 5, "score": 49.8}}
    assert cells["themes"]["bestuur"]["levels"] == {
        "attention": 0,
        "growing": 5,
        "in_order": 0,
        "strong": 0,
    }


def test_a_small_group_takes_a_second_one_with_it() -> None:
    """All together and one group are shown: the other could be worked out, so it is not."""
    sport, care = [organisation("sport", 50)] * 9, [organisation("care", 80)] * 3
    culture = [organisation("culture", 60)] * 6
    cells = made(*sport, *care, *culture)
    assert cells["sector"]["bestuur"] == {
        "care": None,
        "culture": None,
        "sport": {"n": 9, "score": 50.0},
    }


def test_help_is_a_share_and_hidden_when_few_said_yes_or_few_said_no() -> None:
    def asked(yes: int, no: int) -> object:
        people = [organisation("sport", 50, wants_help={"bestuur": True})] * yes
        people += [organisation("sport", 50, wants_help={"bestuur": False})] * no
        return made(*people)["themes"]["bestuur"]["help"]

    assert [asked(6, 5), asked(2, 20), asked(20, 2), asked(0, 9)] == [
        {"n": 11, "yes": 6},
        None,
        None,
        {"n": 9, "yes": 0},
    ]


def test_forms_of_help_count_organisations() -> None:
    asking = [organisation("sport", 50, help_forms=frozenset({"info"}))] * 7
    cells = made(*asking, *[organisation("sport", 50)] * 6, forms=("info", "hands"))
    assert cells["help_forms"] == {"info": {"n": 13, "yes": 7}, "hands": {"n": 13, "yes": 0}}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(SECTORS), st.integers(0, 100)), max_size=40))
def test_no_group_that_is_shown_is_small(answers: list[tuple[str, int]]) -> None:
    cells = made(*[organisation(sector, score) for sector, score in answers])
    counts = Counter(sector for sector, _score in answers)
    for dimension in DIMENSIONS:
        for cell in cells.get(dimension, {}).get("bestuur", {}).values():
            assert cell is None or cell["n"] >= 5
    hidden = {name for name, cell in cells.get("sector", {}).get("bestuur", {}).items() if not cell}
    # What is hidden adds up to five or more, so the difference with the whole names no few.
    assert not hidden or sum(counts[name] for name in hidden) >= 5


def test_the_figures_can_be_kept_in_the_ledger() -> None:
    cells = made(*[organisation("sport", 50)] * 5)
    assert json.loads(json.dumps(cells)) == cells


@pytest.mark.django_db
def test_the_totals_of_a_wave_leave_once_and_stay() -> None:
    """Whoever has her answer deleted afterwards: what left is not counted again."""
    room = people.workspace("partoer", kind=WorkspaceKind.PROVINCIAAL)
    with guard.system("a wave with answers of six organisations"):
        asked = factories.wave(
            room, state=WaveState.CLOSED, closed_at=timezone.now(), settled_at=timezone.now()
        )
        for score in (1, 2, 3, 4, 5, 5):
            _answered(asked, score)
        release = publish_totals(wave=asked)
        assert release is not None
        assert release.cells["themes"]["bestuur"] | {"levels": 0} == {
            "n": 6,
            "score": 58.3,
            "levels": 0,
            "importance": None,
            "help": None,
        }
        Answer.objects.all().delete()
        assert publish_totals(wave=asked) == release


@pytest.mark.django_db
@pytest.mark.parametrize("state", [WaveState.OPEN, WaveState.CLOSED])
def test_a_wave_that_is_not_settled_has_no_totals(state: WaveState) -> None:
    room = people.workspace("partoer", kind=WorkspaceKind.PROVINCIAAL)
    with guard.system("a wave on its way"):
        asked = factories.wave(room, state=state)
        assert publish_totals(wave=asked) is None


@pytest.mark.django_db
def test_the_clock_starts_one_job_per_wave() -> None:
    room = people.workspace("partoer", kind=WorkspaceKind.PROVINCIAAL)
    with guard.system("a wave that was settled a moment ago"):
        factories.wave(
            room, state=WaveState.CLOSED, closed_at=timezone.now(), settled_at=timezone.now()
        )
    assert [start_totals(), start_totals()] == [1, 0]
    run_waiting()
    assert start_totals() == 0


def _answered(asked: Wave, points: int) -> None:
    about = register.organisation()
    factories.measurement(asked, about)
    content = {f"bestuur_{number}": points for number in (1, 2, 3)} | {"bestuur_4": 6 - points}
    Answer.objects.create(
        workspace_id=asked.workspace_id,
        wave=asked,
        organisation=about,
        owner=sealing.seal_owner(b"x" * 32),
        content=content,
    )
