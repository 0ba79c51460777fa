"""Scanners of mail follow links: fetching any address behind a link leaves every row as it was."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

from krachtlokaal.core import guard
from krachtlokaal.office import links
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.surveys.enums import Answering, Channel
from krachtlokaal.surveys.links import CONFIRM, MANAGER, OPEN
from krachtlokaal.surveys.models import Invitation, Measurement
from krachtlokaal.surveys.services import managing as managers
from krachtlokaal.surveys.services import open_links, settling, snapshots
from krachtlokaal.surveys.urls import answering, field_work, managing, report
from tests.surveys import everything
from tests.surveys.answering import Scene, answer_and_send, keep, scene
from tests.surveys.test_apart import database  # noqa: F401 a fixture

VALUES = {"key": "bestuur", "kind": "json"}
BY_LINK = [
    one
    for group in (answering, field_work, managing, report)
    for one in group.urlpatterns
    if "secret" in one.pattern.converters
]


def address(route: URLPattern, secret: str) -> str:
    more = {name: VALUES[name] for name in route.pattern.converters if name != "secret"}
    return reverse(f"surveys:{route.name}", kwargs={"secret": secret, **more})


def secrets_of(place: Scene) -> Iterator[str]:
    """Every kind of link, in every state that a sender can be in."""
    new, begun, moved = place.invite(), place.invite(), [place.invite() for _ in range(4)]
    keep(begun, {"bestuur_1": 3})
    for secret in moved:
        answer_and_send(secret)
        if place.wave.answering == Answering.ORGANISATION:
            break
    settling.settle()
    snapshots.renew_all(first_time=True)
    unknown = place.invitation(is_verified=False, channel=Channel.OPEN)
    with guard.workspaces(place.room.pk):
        row = managers.appoint(
            measurement=Measurement.objects.select_related("wave", "organisation").get(),
            name="Anna",
            email="anna@linde.example",
        )
        wave = open_links.switch_on(wave=place.wave)
        asked = links.create(CONFIRM, workspace=place.room.pk, object_id=unknown.pk)
        own = [links.token(one) for one in (row.manager_link, wave.open_link, asked) if one]
    yield from [new, begun, moved[0], links.token(unknown.link), *own]


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("how", [Answering.EACH, Answering.ORGANISATION])
def test_fetching_every_address_with_every_link_changes_no_row(
    database: str,  # noqa: F811 the fixture
    how: Answering,
) -> None:
    secrets = list(secrets_of(scene(answering=how)))
    before = everything.everything(database)
    seen = set()
    for secret in secrets:
        for route in BY_LINK:
            for browser in (Client().get, Client().head):
                seen.add(browser(address(route, secret)).status_code)
    assert everything.everything(database) == before
    # Shown, led on, not this one's to see, not fetched but posted.
    assert seen == {200, 302, 404, 405}


@pytest.mark.django_db
def test_a_link_opens_no_page_of_another_purpose(client: Client) -> None:
    place = scene()
    *_others, unknown, manager, entrance, asked = secrets_of(place)
    kinds = {"managed": manager, "open_entry": entrance, "entry": asked, "answer_start": unknown}
    opened = {
        (name, other)
        for name in kinds
        for other, secret in kinds.items()
        if client.get(reverse(f"surveys:{name}", args=[secret])).status_code == 200
    }
    assert opened == {(name, name) for name in kinds}
    with guard.system("a test looks"):
        purposes = set(PersonalLink.objects.values_list("purpose", flat=True))
        assert purposes >= {MANAGER, OPEN, CONFIRM}
        assert Invitation.objects.filter(is_verified=False).exists()
