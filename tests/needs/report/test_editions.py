"""A version is fixed: looked over first, for ever as it is, read by everybody with its address."""

import json
import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.needs.enums import FileKind, GuestState, SurveyState
from krachtlokaal.needs.models import Block, Card, Edition, EditionFile, Guest, NeedsSurvey
from krachtlokaal.needs.queries import editions as queries
from krachtlokaal.needs.reports.material import material_of
from krachtlokaal.needs.services import editions
from krachtlokaal.office import jobs, links
from krachtlokaal.office.models import Release
from tests.needs import factories
from tests.needs.report import making
from tests.publishing.standard import broken_rules


@pytest.fixture
def survey(room: Workspace) -> Iterator[NeedsSurvey]:
    with guard.workspaces(room.pk):
        yield making.survey(room)


def public(edition: Edition) -> str:
    edition.refresh_from_db()
    assert edition.link is not None
    return reverse("needs:report_public", args=[links.token(edition.link)])


def remarks(survey: NeedsSurvey) -> list[tuple[str, bool]]:
    blocks = list(Block.objects.filter(survey=survey))
    found = queries.remarks(survey, blocks, material_of(survey))
    return [(one.text, one.stops) for one in found]


def test_the_check_names_everything_that_still_needs_a_hand(survey: NeedsSurvey) -> None:
    making.begun(survey)
    assert remarks(survey) == [
        ("Er zijn nog geen acties. Wat gaat er met dit rapport gebeuren?", False)
    ]
    making.action(survey, text="Spreekuur", owner="", due_on=None)
    chapter = Block.objects.get(survey=survey, theme=making.IN_BOTH)
    chapter.text = ""
    chapter.save()
    making.comment(chapter)
    Card.objects.filter(pk=chapter.quotes[0]).update(may_quote=False)
    NeedsSurvey.objects.filter(pk=survey.pk).update(decided_by="")
    survey.refresh_from_db()
    name = chapter.title
    again = "de cijfers of citaten zijn veranderd sinds deze tekst. Lees het na."
    assert remarks(survey) == [
        ("Er staat niet wie over het rapport besluit. Vul dat in bij de opzet.", True),
        (f"„{name}”: {again}", True),
        (f"„{name}”: een citaat heeft geen toestemming meer. Kies een ander.", True),
        (f"„Acties”: {again}", True),
        (f"„{name}” heeft nog geen tekst.", False),
        ("Actie „Spreekuur”: er staat niet wie het doet.", False),
        ("Actie „Spreekuur”: er staat geen dag bij.", False),
        ("Er is nog 1 open opmerking. Opmerkingen komen niet in het rapport.", False),
    ]


def test_fixing_keeps_all_of_it_finishes_the_survey_and_wipes_names(
    coordinator: Client, survey: NeedsSurvey
) -> None:
    guest = factories.guest(factories.table(survey), state=GuestState.CAME)
    making.comment(making.block(survey, text="Zo staat het er."), "Dit is onder ons.")
    url = reverse("needs:report_fix", args=[survey.pk])
    typed = {"version": "0", "title": "Wat verenigingen nodig hebben"}
    refused = coordinator.post(url, typed).content.decode()
    assert "zet een vinkje" in refused
    told = coordinator.post(url, typed | {"has_seen": "on"}, follow=True).content.decode()
    assert "Versie 1 is vastgesteld" in told
    survey.refresh_from_db()
    assert (survey.state, survey.finished_at is not None) == (SurveyState.FINISHED, True)
    assert Guest.objects.get(pk=guest.pk).name == ""
    edition = Edition.objects.get()
    assert (edition.title, edition.number) == ("Wat verenigingen nodig hebben", 1)
    assert "Dit is onder ons." not in json.dumps(edition.content)
    release = Release.objects.get(kind="needs.report")
    assert (release.cells["edition"], release.cells["outcome"]) == (1, edition.release_version)
    assert {n for key, n in release.cells.items() if key.startswith("statements/")} == {5, None}
    late = coordinator.post(url, typed | {"has_seen": "on"}, follow=True).content.decode()
    assert "Er is intussen iets veranderd" in late
    assert Edition.objects.count() == 1


def test_a_fixed_version_never_changes(survey: NeedsSurvey) -> None:
    edition = making.edition(survey)
    for change in ({"title": "Anders"}, {"content": {}}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Edition.objects.filter(pk=edition.pk).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        Edition.objects.filter(pk=edition.pk).delete()
    assert Edition.objects.get(pk=edition.pk).title == "Rapport"


def test_who_has_the_address_reads_it_and_takes_it_along(
    client: Client, survey: NeedsSurvey
) -> None:
    making.begun(survey)
    edition = editions.fix(survey=survey, title="Rapport", after=0, user=None)
    told = client.get(public(edition)).content.decode()
    assert told.count('class="kl-doc__toc') == 1
    assert "Versie 1, vastgesteld op" in told
    assert EditionFile.objects.count() == 0
    jobs.run_waiting()
    files = {row.kind: bytes(row.data) for row in EditionFile.objects.all()}
    assert {kind: data[:4] for kind, data in files.items()} == {
        FileKind.PDF: b"%PDF",
        FileKind.DOCX: b"PK\x03\x04",
        FileKind.DATA: b"PK\x03\x04",
    }
    assert broken_rules(files[FileKind.PDF]) == []
    for kind, data in files.items():
        answer = client.get(f"{public(edition)}{kind}/")
        assert (answer.content, answer["Content-Disposition"]) == (
            data,
            f'attachment; filename="rapport-versie-1.{kind}"',
        )
    assert client.get(f"{public(edition)}exe/").status_code == 404


def test_open_data_mark_what_is_hidden_and_say_why(survey: NeedsSurvey) -> None:
    edition = making.edition(survey)
    data = queries.made(edition, FileKind.DATA)
    assert data is not None
    with zipfile.ZipFile(BytesIO(data)) as archive:
        rows = archive.read("csv/respons.csv").decode("utf-8-sig").splitlines()
        described = json.loads(archive.read("datapackage.json"))
    (nature,) = [row.split(",", 5) for row in rows if row.startswith("sector,nature")]
    why = '"te weinig antwoorden, of een kleine groep is anders uit te rekenen"'
    assert nature[3:] == ["x", "x", why]
    assert described["hidden"] != []
    assert len(described["resources"]) == 6


def test_an_address_is_ended_and_renewed(coordinator: Client, survey: NeedsSurvey) -> None:
    edition = making.edition(survey)
    old = public(edition)
    link = reverse("needs:edition_link", args=[edition.pk])
    coordinator.post(link, {"wat": "stop"})
    assert coordinator.get(old).status_code == 404
    ended = coordinator.get(reverse("needs:edition", args=[edition.pk])).content.decode()
    assert "Er is nu geen link." in ended
    coordinator.post(link, {"wat": "nieuw"})
    assert public(edition) != old
    assert coordinator.get(public(edition)).status_code == 200
    assert coordinator.get(old).status_code == 404


def test_a_second_version_says_what_changed_and_the_first_points_to_it(
    client: Client, survey: NeedsSurvey
) -> None:
    first = making.edition(survey)
    block = Block.objects.get(survey=survey)
    Block.objects.filter(pk=block.pk).update(text="Nu staat hier meer.")
    making.block(survey, position=2, title="Wat wij leerden")
    second = editions.fix(survey=survey, title="Rapport", after=1, user=None)
    told = client.get(public(second)).content.decode()
    assert "Anders dan in versie 1: Vooraf. Nieuw: Wat wij leerden." in told
    old = client.get(public(first)).content.decode()
    assert public(second) in old
    assert "Nu staat hier meer." not in old
    assert queries.document_of(Edition.objects.get(pk=first.pk)).details[1:] == ()


def test_an_address_opens_its_own_version_alone(
    client: Client, survey: NeedsSurvey, room: Workspace
) -> None:
    first = making.edition(survey)
    other = making.edition(making.survey(room, title="Een andere peiling"))
    Edition.objects.filter(pk=first.pk).update(link=None)
    stolen = other.link
    assert stolen is not None
    assert "Rapport" in client.get(public(other)).content.decode()
    with guard.system("a link is bent in this test"):
        type(stolen).objects.filter(pk=stolen.pk).update(object_id=first.pk)
    assert client.get(public(other)).status_code == 404
