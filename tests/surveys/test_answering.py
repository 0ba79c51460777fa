"""Answers are kept as they are given, on every device, and count once when they are sent."""

from typing import Any

import pytest

from krachtlokaal.core import guard
from krachtlokaal.office import links
from krachtlokaal.surveys.enums import Answering, Progress, WaveState
from krachtlokaal.surveys.models import Answer, AnswerDraft
from krachtlokaal.surveys.services import answering as services
from krachtlokaal.surveys.services.answering import AlreadySent, NotReady, Shut
from tests.register import factories as register
from tests.surveys.answering import Scene, answer_and_send, desk, keep, scene, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked() -> Scene:
    return scene()


def progress(secret: str) -> str:
    return desk(secret).invitation.progress


def rows() -> tuple[int, int]:
    with guard.system("a test counts"):
        return AnswerDraft.objects.count(), Answer.objects.count()


def test_answers_come_back_and_the_invitation_says_that_she_began(asked: Scene) -> None:
    own = asked.invite()
    assert (desk(own).content, progress(own), rows()) == ({}, Progress.INVITED, (0, 0))
    keep(own, {"bestuur_1": 4, "bestuur.note": "Wij zoeken iemand."})
    keep(own, {"bestuur_2": "dont_know"})
    assert desk(own).content == {
        "bestuur_1": 4,
        "bestuur_2": "dont_know",
        "bestuur.note": "Wij zoeken iemand.",
    }
    assert (progress(own), rows()) == (Progress.STARTED, (1, 0))


def test_an_answer_is_taken_back(asked: Scene) -> None:
    own = asked.invite()
    keep(own, {"bestuur_1": 4, "bestuur_2": 2})
    keep(own, {"bestuur_1": None})
    assert desk(own).content == {"bestuur_2": 2}


def test_nothing_is_written_for_a_page_that_was_left_open(asked: Scene) -> None:
    own = asked.invite()
    keep(own, {"bestuur_1": None, "bestuur_2": None})
    assert (progress(own), rows()) == (Progress.INVITED, (0, 0))


def test_a_page_on_another_device_leaves_what_was_not_changed_on_it(asked: Scene) -> None:
    own = asked.invite()
    keep(own, {"bestuur_1": 1, "bestuur_2": 1})
    # The page was opened before the first device gave a 5, and changes only the other answer.
    keep(own, {"bestuur_1": 5})
    keep(own, {"bestuur_1": 1, "bestuur_2": 3}, seen={"bestuur_1": 1, "bestuur_2": 1})
    assert desk(own).content == {"bestuur_1": 5, "bestuur_2": 3}


def test_the_last_one_to_change_an_answer_wins(asked: Scene) -> None:
    own = asked.invite()
    keep(own, {"bestuur_1": 1})
    keep(own, {"bestuur_1": 5}, seen={"bestuur_1": 1})
    keep(own, {"bestuur_1": 2}, seen={"bestuur_1": 1})
    assert desk(own).content == {"bestuur_1": 2}


def test_what_comes_late_gives_way_to_what_was_changed_meanwhile(asked: Scene) -> None:
    own = asked.invite()
    keep(own, {"bestuur_1": 1, "bestuur_2": 1})
    keep(own, {"bestuur_1": 5})
    late = {"bestuur_1": 2, "bestuur_2": 4}
    kept = keep(own, late, seen={"bestuur_1": 1, "bestuur_2": 1}, late=True)
    assert (kept.content, kept.held) == ({"bestuur_1": 5, "bestuur_2": 4}, {"bestuur_1": 5})
    assert desk(own).content == kept.content


def test_two_devices_at_the_same_moment_lose_nothing(asked: Scene) -> None:
    """Both read the same state; the second write sees that it is gone, and reads again."""
    own = asked.invite()
    for first in ({"bestuur_1": 1}, {"koers_1": 1}):
        one, other = desk(own), desk(own)
        with guard.link(workspace=asked.room.pk, organisation=asked.about.pk):
            services.keep(desk=one, values=first)
            services.keep(desk=other, values={"bestuur_2": 2})
    assert desk(own).content == {"bestuur_1": 1, "bestuur_2": 2, "koers_1": 1}


def test_sending_twice_counts_once(asked: Scene) -> None:
    own = asked.invite()
    answer_and_send(own)
    send(own)
    assert (desk(own).is_sent, rows()) == (True, (1, 0))


def test_what_was_sent_can_be_changed_until_closing(asked: Scene) -> None:
    own = asked.invite()
    answer_and_send(own)
    keep(own, {"bestuur_1": 1})
    assert desk(own).content == {"bestuur_1": 1, "role": "board"}
    asked.change(state=WaveState.CLOSED)
    with pytest.raises(Shut):
        keep(own, {"bestuur_1": 2})
    assert desk(own).content["bestuur_1"] == 1


@pytest.mark.parametrize(
    "values", [{}, {"role": "board"}, {"bestuur_1": 3}], ids=["nothing", "role alone", "no role"]
)
def test_an_unfinished_answer_is_not_taken_in(asked: Scene, values: dict[str, Any]) -> None:
    own = asked.invite()
    keep(own, values)
    with pytest.raises(NotReady):
        send(own)
    assert not desk(own).is_sent


def test_an_answer_to_a_question_that_was_not_asked_is_not_sent(asked: Scene) -> None:
    own = asked.invite()
    keep(own, {"bestuur.help_wanted": "soon", "bestuur.help_form": ["workshop"], "role": "board"})
    keep(own, {"bestuur.help_wanted": "no_help"})
    send(own)
    assert desk(own).content == {"bestuur.help_wanted": "no_help", "role": "board"}


def test_one_answer_counts_for_an_organisation_that_answers_together() -> None:
    asked = scene(answering=Answering.ORGANISATION)
    first, second = asked.invite(), asked.invite()
    elsewhere = asked.invite(register.organisation())
    keep(second, {"bestuur_1": 2, "role": "board"})
    answer_and_send(first)
    answer_and_send(elsewhere)
    with pytest.raises(AlreadySent):
        send(second)
    assert desk(second).content == {"bestuur_1": 2, "role": "board"}


def test_a_wave_that_is_closed_meanwhile_takes_nothing_and_loses_nothing(asked: Scene) -> None:
    own = asked.invite()
    keep(own, {"bestuur_1": 4, "role": "board"})
    asked.change(state=WaveState.CLOSED)
    with pytest.raises(Shut):
        keep(own, {"bestuur_1": 1})
    with pytest.raises(Shut):
        send(own)
    assert desk(own).content == {"bestuur_1": 4, "role": "board"}


def test_a_code_from_a_letter_opens_the_same_desk(asked: Scene) -> None:
    own = asked.invite()
    answer_and_send(own)
    assert desk(links.in_groups(own)).content == desk(own).content
