"""Pages of jobs, outgoing mail, the mailbox and drafts, as their users see them."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office.enums import JobState, MailState
from krachtlokaal.office.models import Draft, Job, JobFile, MailboxMessage, OutboxMail
from tests.accounts import factories as people
from tests.office import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(db: None) -> Workspace:
    return people.workspace()


@pytest.fixture
def elsewhere(db: None) -> Workspace:
    return people.workspace("elders")


def browser(place: Workspace, role: Role = Role.CONSULENT) -> Client:
    return people.signed_in(people.member(place, role))


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("address", "number"), [("/taken/", 9), ("/post/uit/", 9), ("/postvak/", 7)]
)
def test_a_list_takes_the_same_queries_whatever_its_length(
    place: Workspace,
    django_assert_num_queries: DjangoAssertNumQueries,
    rows: int,
    address: str,
    number: int,
) -> None:
    client = browser(place)
    for _ in range(rows):
        factories.job(place.pk)
        factories.mail(place.pk)
        factories.message()
    with django_assert_num_queries(number):
        assert client.get(address).status_code == 200


def test_the_list_of_jobs_is_filtered(place: Workspace) -> None:
    client = browser(place)
    factories.job(place.pk, title="Lijst van Ede")
    factories.job(place.pk, title="Dubbelen zoeken", state=JobState.FAILED)
    assert titles(client, "/taken/") == ["Dubbelen zoeken", "Lijst van Ede"]
    assert titles(client, "/taken/?text=ede") == ["Lijst van Ede"]
    assert titles(client, "/taken/?state=failed") == ["Dubbelen zoeken"]
    assert titles(client, "/taken/?state=nonsense&page=999") == ["Dubbelen zoeken", "Lijst van Ede"]
    assert "Geen taak gevonden" in client.get("/taken/?text=zzz").content.decode()


def titles(client: Client, address: str) -> list[str]:
    return [job.title for job, _ in client.get(address).context["lines"]]


@pytest.mark.parametrize("address", ["/taken/", "/post/uit/", "/postvak/"])
def test_an_empty_list_says_what_comes_here(place: Workspace, address: str) -> None:
    assert "kl-empty" in browser(place).get(address).content.decode()


def test_a_running_job_shows_how_far_it_is(place: Workspace) -> None:
    began = timezone.now() - timedelta(seconds=30)
    row = factories.job(
        place.pk, state="running", step="Rijen lezen", done=50, total=100, started_at=began
    )
    answer = browser(place).get(f"/taken/{row.pk}/")
    assert answer.context["job"].rest == "Nog ongeveer 35 seconden"
    page = answer.content.decode()
    assert "Rijen lezen" in page
    assert 'http-equiv="refresh"' in page


def test_a_job_of_elsewhere_is_not_there(place: Workspace, elsewhere: Workspace) -> None:
    row = factories.job(elsewhere.pk, state=JobState.FAILED)
    file = factories.job_file(row)
    client = browser(place)
    assert client.get(f"/taken/{row.pk}/").status_code == 404
    assert client.post(f"/taken/{row.pk}/opnieuw/").status_code == 404
    assert client.get(f"/taken/{row.pk}/bestanden/{file.pk}/").status_code == 404


def test_a_file_comes_as_a_file(place: Workspace) -> None:
    row = factories.job(place.pk, state=JobState.DONE, result={"summary": "3 rijen ingelezen."})
    file = factories.job_file(row, "wat is er mis?.csv")
    client = browser(place)
    page = client.get(f"/taken/{row.pk}/").content.decode()
    assert "3 rijen ingelezen." in page
    answer = client.get(f"/taken/{row.pk}/bestanden/{file.pk}/")
    assert answer.content == b"a;b\n1;2\n"
    assert answer["Content-Disposition"] == 'attachment; filename="wat is er mis-.csv"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    with guard.workspaces(place.pk):
        JobFile.objects.update(expires_at=timezone.now())
    assert client.get(f"/taken/{row.pk}/bestanden/{file.pk}/").status_code == 404


def test_who_began_a_job_begins_it_again(place: Workspace) -> None:
    owner = people.member(place, Role.CONSULENT)
    row = factories.job(place.pk, state=JobState.FAILED, user_id=owner.pk)
    colleague = people.signed_in(people.member(place, Role.LEZER))
    assert colleague.post(f"/taken/{row.pk}/opnieuw/").status_code == 403
    client = people.signed_in(owner)
    assert client.get(f"/taken/{row.pk}/opnieuw/").status_code == 405
    for sentence in ("De taak begint opnieuw.", "Deze taak is al opnieuw begonnen"):
        page = client.post(f"/taken/{row.pk}/opnieuw/", follow=True).content.decode()
        assert sentence in page
    with guard.workspaces(place.pk):
        assert Job.objects.get().state == JobState.WAITING


def test_unsure_mail_stands_first_and_is_settled(place: Workspace) -> None:
    unsure = [factories.mail(place.pk, state=MailState.UNSURE) for _ in range(2)]
    sent = factories.mail(place.pk, state=MailState.SENT)
    client = browser(place)
    lines = client.get("/post/uit/").context["lines"]
    assert [line.id for line in lines] == [unsure[1].pk, unsure[0].pk, sent.pk]
    page = client.post(f"/post/uit/{unsure[0].pk}/", {"arrived": "1"}, follow=True)
    assert "staat als aangekomen" in page.content.decode()
    page = client.post(f"/post/uit/{unsure[1].pk}/", {"next": "/post/uit/?state=sent"}, follow=True)
    assert "gaat nog een keer uit" in page.content.decode()
    assert page.redirect_chain[-1][0] == "/post/uit/?state=sent"
    page = client.post(f"/post/uit/{sent.pk}/", {"next": "https://evil.example/"}, follow=True)
    assert "intussen al verzonden" in page.content.decode()
    assert page.redirect_chain[-1][0] == "/post/uit/"
    page = client.post(f"/post/uit/{sent.pk}/", {"next": "ergens"}, follow=True)
    assert page.redirect_chain[-1][0] == "/post/uit/"
    with guard.workspaces(place.pk):
        states = OutboxMail.objects.order_by("pk").values_list("state", flat=True)
        assert list(states) == ["sent", "queued", "sent"]


def test_mail_is_found_by_address(place: Workspace) -> None:
    factories.mail(place.pk, to="tom@example.org")
    factories.mail(place.pk, to="els@example.org", state=MailState.REFUSED, error="550 Nee")
    client = browser(place)
    assert [line.to for line in client.get("/post/uit/?text=TOM").context["lines"]] == [
        "tom@example.org"
    ]
    assert "550 Nee" in client.get("/post/uit/?state=refused").content.decode()
    assert "Geen mail gevonden" in client.get("/post/uit/?text=zzz").content.decode()


def test_mail_of_elsewhere_is_not_there(place: Workspace, elsewhere: Workspace) -> None:
    row = factories.mail(elsewhere.pk, state=MailState.UNSURE)
    client = browser(place)
    assert client.get("/post/uit/").context["lines"] == []
    assert client.post(f"/post/uit/{row.pk}/").status_code == 404


def test_readers_see_jobs_but_no_mail(place: Workspace) -> None:
    row = factories.mail(place.pk, state=MailState.UNSURE)
    client = browser(place, Role.LEZER)
    assert client.get("/taken/").status_code == 200
    assert client.get("/post/uit/").status_code == 403
    assert client.post(f"/post/uit/{row.pk}/").status_code == 403


def test_the_mailbox_shows_mail_with_links(client: Client) -> None:
    first = factories.message()
    factories.message(to="tom@example.org", subject="<script>")
    page = client.get("/postvak/").content.decode()
    assert "Uw code" in page
    assert "&lt;script&gt;" in page
    found = client.get("/postvak/?text=tom@").context["page"]
    assert [mail.to for mail in found] == ["tom@example.org"]
    assert (
        '<a href="https://example.org/x/"' in client.get(f"/postvak/{first.pk}/").content.decode()
    )
    assert client.get("/postvak/99999/").status_code == 404


def test_with_a_mail_server_there_is_no_mailbox(client: Client, settings: Settings) -> None:
    row = factories.message()
    settings.AT_HOME = False
    assert client.get("/postvak/").status_code == 404
    assert client.get(f"/postvak/{row.pk}/").status_code == 404
    assert MailboxMessage.objects.count() == 1


def test_a_draft_is_kept_while_typing(place: Workspace) -> None:
    client = browser(place)
    assert keep(client, {"text": ["Hoi"]}, 0) == (200, 1)
    assert keep(client, {"text": ["Hoi!"]}, 1) == (200, 2)
    assert keep(client, {"text": ["Ander venster"]}, 1) == (409, 2)
    fetched = client.post("/concepten/", {"what": "fetch", "key": "note:1"})
    assert fetched.json()["data"] == {"text": ["Hoi!"]}
    assert client.post("/concepten/", {"what": "forget", "key": "note:1"}).status_code == 204
    assert client.post("/concepten/", {"what": "fetch", "key": "note:1"}).status_code == 204
    for what in ("fetch", "forget"):
        assert client.post("/concepten/", {"what": what, "key": "a\x00"}).status_code == 204


def keep(client: Client, data: object, version: int) -> tuple[int, int]:
    values = {"what": "keep", "key": "note:1", "version": version, "typed": json.dumps(data)}
    answer = client.post("/concepten/", values)
    return answer.status_code, answer.json().get("version", 0)


@pytest.mark.parametrize(
    "changes",
    [
        {"typed": "no json"},
        {"typed": "[1]"},
        {"typed": '{"a": "\\u0000"}'},
        {"typed": ""},
        {"key": "not a key!"},
        {"key": ""},
        {"version": "-1"},
        {"version": "x"},
    ],
)
def test_a_bad_draft_is_refused(place: Workspace, changes: dict[str, str]) -> None:
    values = {"what": "keep", "key": "note:1", "version": "0", "typed": "{}", **changes}
    answer = browser(place).post("/concepten/", values)
    assert answer.status_code == 400
    assert answer.json()["errors"]
    with guard.workspaces(place.pk):
        assert not Draft.objects.exists()


def test_drafts_of_a_colleague_are_not_there(place: Workspace) -> None:
    keep(browser(place), {"text": ["van mij"]}, 0)
    other = browser(place, Role.LEZER)
    assert other.post("/concepten/", {"what": "fetch", "key": "note:1"}).status_code == 204
    assert other.get("/concepten/").status_code == 405
