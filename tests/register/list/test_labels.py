"""Labels for many organisations at once."""

import pytest
from django.test import Client
from django.urls import reverse

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office.models import AuditEntry
from krachtlokaal.register.enums import Sector
from krachtlokaal.register.models import OrganisationTag, Tag
from krachtlokaal.register.services import tags
from tests.register import factories
from tests.register.people import member, workspace

pytestmark = pytest.mark.django_db
PAGE = reverse("register:tag_organisations")


@pytest.fixture
def room() -> Workspace:
    return workspace("tiel", [factories.TIEL])


@pytest.fixture
def adviser(client: Client, room: Workspace) -> Client:
    client.force_login(member(room))
    return client


def tagged(room: Workspace) -> list[tuple[str, str]]:
    with guard.workspaces(room.pk):
        rows = OrganisationTag.objects.order_by("organisation__name", "tag__name")
        return list(rows.values_list("organisation__name", "tag__name"))


def test_a_label_is_given_to_the_whole_result_once(adviser: Client, room: Workspace) -> None:
    factories.organisation("Korfbal", sector=Sector.SPORT)
    factories.organisation("Voetbal", sector=Sector.SPORT)
    factories.organisation("Koor")
    for _again in range(2):
        adviser.post(f"{PAGE}?soort=sport", {"name": " doe  dag ", "deed": "give"})
    adviser.post(f"{PAGE}?soort=care", {"name": "niemand", "deed": "give"})
    assert tagged(room) == [("Korfbal", "doe dag"), ("Voetbal", "doe dag")]
    with guard.workspaces(room.pk):
        counts = AuditEntry.objects.filter(verb="tag.given").order_by("id")
        assert [entry.changes for entry in counts] == [
            {"organisaties": [0, 2]},
            {"organisaties": [0, 0]},
        ]


def test_a_label_is_taken_off_and_goes_when_nobody_has_it(adviser: Client, room: Workspace) -> None:
    row = factories.organisation("Koor")
    adviser.post(f"{PAGE}?ids={row.pk}", {"name": "doe-dag", "deed": "give"})
    adviser.post(f"{PAGE}?ids={row.pk}", {"name": "Doe-dag", "deed": "take"})
    assert tagged(room) == []
    with guard.workspaces(room.pk):
        assert not Tag.objects.exists()


def test_an_empty_choice_labels_nothing(adviser: Client, room: Workspace) -> None:
    adviser.post(f"{PAGE}?soort=sport", {"name": "leeg", "deed": "give"})
    assert tagged(room) == []


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"name": "", "deed": "give"}, "Typ een label."),
        ({"name": "x" * 41, "deed": "give"}, "ten hoogste 40 tekens"),
        ({"name": "bestaat niet", "deed": "take"}, "Dit label kennen wij niet."),
    ],
)
def test_wrong_input_is_told(adviser: Client, data: dict[str, str], sentence: str) -> None:
    factories.organisation("Koor")
    assert sentence in adviser.post(PAGE, data).content.decode()


def test_too_many_at_once_is_told(
    adviser: Client, room: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tags, "MOST_AT_ONCE", 1)
    factories.organisation("Koor")
    factories.organisation("Koor twee")
    page = adviser.post(PAGE, {"name": "veel", "deed": "give"}).content.decode()
    assert "U koos 2 organisaties. Kies er ten hoogste 1 tegelijk." in page
    assert tagged(room) == []


def test_the_label_of_another_workspace_is_untouched(adviser: Client, room: Workspace) -> None:
    row, other = factories.organisation("Koor"), workspace("buren")
    with guard.workspaces(other.pk):
        label = factories.tag(other, "doe-dag")
        OrganisationTag.objects.create(workspace=other, organisation=row, tag=label)
    adviser.post(f"{PAGE}?ids={row.pk}", {"name": "doe-dag", "deed": "give"})
    adviser.post(f"{PAGE}?ids={row.pk}", {"name": "doe-dag", "deed": "take"})
    assert (tagged(room), tagged(other)) == ([], [("Koor", "doe-dag")])


def test_a_reader_may_not(client: Client, room: Workspace) -> None:
    client.force_login(member(room, Role.LEZER))
    assert client.get(PAGE).status_code == 403
