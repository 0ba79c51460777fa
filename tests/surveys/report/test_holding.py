"""Each theme and each role is renewed by itself: no two figures that were shown differ by a few."""

from typing import Any

import pytest

from krachtlokaal.core import guard
from krachtlokaal.surveys.jobs.snapshots import make_first, renew
from krachtlokaal.surveys.models import Snapshot
from tests.surveys.answering import Scene, answer_and_send, keep, scene
from tests.surveys.report.answers import answered

pytestmark = pytest.mark.django_db
ONLY_KOERS = {f"koers_{n}": 3 for n in (1, 2, 3, 4)} | {"bestuur_1": None}


def send(place: Scene, content: dict[str, Any], role: str = "board") -> str:
    secret = place.invite()
    answer_and_send(secret, **{**content, "role": role})
    return secret


def shown(place: Scene) -> list[dict[str, Any]]:
    """The figures of each snapshot, the first one first."""
    with guard.link(workspace=place.room.pk, organisation=place.about.pk):
        return [row.figures for row in Snapshot.objects.order_by("number")]


def of_four(role: str = "board") -> tuple[Scene, list[str]]:
    place = scene()
    secrets = [send(place, answered(2), role) for _ in range(4)]
    make_first()
    return place, secrets


def scores(figures: dict[str, Any], theme: str) -> tuple[float | None, float | None]:
    return figures["themes"][theme]["score"], figures["themes"][theme]["core"]


def test_a_theme_about_which_one_of_four_new_ones_said_something_stays() -> None:
    place, _secrets = of_four()
    send(place, answered(5))
    for _ in range(3):
        send(place, ONLY_KOERS)
    renew()
    first, second = shown(place)
    assert first["themes"]["bestuur"] == second["themes"]["bestuur"]
    assert scores(second, "bestuur") == (25.0, 25.0)
    assert scores(second, "koers")[0] == (4 * 25 + 100 + 3 * 50) / 8
    assert (first["icc1"], first["icc2"]) == (second["icc1"], second["icc2"])
    assert (second["raters"], sorted(second["order"])) == (8, sorted(first["order"]))


def test_what_stayed_is_renewed_when_enough_of_it_changed() -> None:
    place, _secrets = of_four()
    send(place, answered(5))
    for _ in range(3):
        send(place, ONLY_KOERS)
    renew()
    for _ in range(3):
        send(place, answered(5))
    renew()
    assert len(shown(place)) == 2
    send(place, answered(5))
    renew()
    assert [scores(one, "bestuur")[0] for one in shown(place)] == [25.0, 25.0, 600 / 9]


def test_nothing_comes_back_to_almost_what_was_shown_before() -> None:
    """Four change and change back, and a fifth came in between: alone she would be the difference
    with the first figures."""
    place, secrets = of_four()
    for secret in secrets:
        keep(secret, answered(4))
    renew()
    for secret in secrets:
        keep(secret, answered(2))
    send(place, answered(5))
    renew()
    assert [scores(one, "koers")[0] for one in shown(place)] == [25.0, 75.0]


def test_a_role_that_grew_by_one_is_not_shown_anew() -> None:
    place = scene()
    for role in ["board"] * 4 + ["volunteer"] * 4:
        send(place, answered(2), role)
    make_first()
    for role in ["board"] + ["volunteer"] * 4:
        send(place, answered(5), role)
    renew()
    first, second = shown(place)
    assert [(row["role"], row["themes"]["koers"]) for row in first["roles"]] == [
        ("board", 25.0),
        ("volunteer", 25.0),
    ]
    assert [(row["role"], row["themes"]["koers"]) for row in second["roles"]] == [
        ("volunteer", 62.5)
    ]


def test_a_role_that_is_nearly_what_all_said_before_is_not_shown() -> None:
    """Three of the first four and one new one are of the board: the difference would be two."""
    place = scene()
    for role in ["board"] * 3 + ["volunteer"]:
        send(place, answered(2), role)
    make_first()
    for role in ["board"] + ["volunteer"] * 3:
        send(place, answered(5), role)
    renew()
    assert [one["roles"] for one in shown(place)] == [[], []]
