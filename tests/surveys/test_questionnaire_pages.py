"""Coordinators read, check, word, publish and compare questionnaires; nothing typed is lost."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.surveys.definition.reading import from_yaml
from krachtlokaal.surveys.enums import VersionState
from krachtlokaal.surveys.models import Questionnaire, QuestionnaireVersion
from krachtlokaal.surveys.services import questionnaires
from tests.accounts import factories as accounts
from tests.surveys.factories import published_version, yaml_of

pytestmark = pytest.mark.django_db
EVALUATION = "evaluatie_doe_dag_v1"
TITLE = "pages.0:title:nl"


@pytest.fixture
def place() -> Workspace:
    return accounts.workspace()


@pytest.fixture
def browser(place: Workspace) -> Callable[[Role], Client]:
    return lambda role: accounts.signed_in(accounts.member(place, role))


@pytest.fixture
def coordinator(browser: Callable[[Role], Client]) -> Client:
    return browser(Role.COORDINATOR)


def draft(place: Workspace) -> QuestionnaireVersion:
    return questionnaires.draft_from_yaml(workspace=place, text=yaml_of(EVALUATION))


def address(name: str, *args: int) -> str:
    return reverse(f"surveys:{name}", args=args)


def page(client: Client, name: str, *args: int, query: str = "") -> str:
    answer = client.get(address(name, *args) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def typed(client: Client, url: str, **changes: str) -> dict[str, str]:
    """What a browser would send of the page of texts, with these changes."""
    form = client.get(url).context["form"]
    sent = {bound.html_name: str(bound.value() or "") for bound in form}
    return sent | changes


def test_a_file_with_faults_comes_back_with_its_text_and_every_line(coordinator: Client) -> None:
    wrong = yaml_of(EVALUATION).replace("type: multi", "type: meer")
    wrong = wrong.replace("code: right", "code: Right")
    file = SimpleUploadedFile("lijst.yaml", wrong.encode())
    answer = coordinator.post(address("questionnaire_new"), {"file": file})
    assert answer.status_code == 200
    assert answer.context["form"]["text"].value() == wrong
    faulty = [wrong.splitlines()[one.line - 1].strip() for one in answer.context["faults"]]
    assert [line[:14] for line in faulty] == ["- {code: Right", "type: meer"]
    assert "Er klopt nog iets niet: 2 punten" in answer.content.decode()
    assert not Questionnaire.objects.exists()


def test_the_mended_text_becomes_a_draft(coordinator: Client, place: Workspace) -> None:
    sent = {"text": yaml_of(EVALUATION).replace("\n", "\r\n")}
    answer = coordinator.post(address("questionnaire_new"), sent)
    made = QuestionnaireVersion.objects.get()
    assert answer["Location"] == address("questionnaire", made.pk)
    assert (made.state, made.questionnaire.workspace) == (VersionState.DRAFT, place)
    assert made.definition == from_yaml(yaml_of(EVALUATION))


def test_who_has_no_file_begins_with_ours(coordinator: Client) -> None:
    url = address("questionnaire_new")
    assert (
        coordinator.get(f"{url}?begin=krachtmeting_v1").context["form"]["text"].value() == yaml_of()
    )
    for name in ("", "../settings", "geen"):
        assert coordinator.get(url, {"begin": name}).context["form"]["text"].value() == ""


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({}, "Kies een bestand, of plak de tekst."),
        ({"file": SimpleUploadedFile("a.yaml", b"\xff\xfe\x00a")}, "Bewaar het bestand als UTF-8."),
        ({"file": SimpleUploadedFile("a.yaml", b"a" * 200_001)}, "Het bestand is te groot."),
        ({"text": "x" * 200_001}, "De tekst is te groot."),
    ],
)
def test_what_can_not_be_read_is_told(
    coordinator: Client, sent: dict[str, SimpleUploadedFile], told: str
) -> None:
    answer = coordinator.post(address("questionnaire_new"), sent)
    assert answer.status_code == 200
    assert told in answer.content.decode()


def test_a_number_that_exists_is_refused_and_the_text_stays(
    coordinator: Client, place: Workspace
) -> None:
    draft(place)
    answer = coordinator.post(address("questionnaire_new"), {"text": yaml_of(EVALUATION)})
    assert "Versie 1.0.0 bestaat al." in answer.content.decode()
    assert answer.context["form"]["text"].value().strip() == yaml_of(EVALUATION).strip()


def test_the_file_of_a_version_reads_the_same(coordinator: Client, place: Workspace) -> None:
    version = published_version(place)
    answer = coordinator.get(address("questionnaire_file", version.pk))
    assert answer["Content-Disposition"] == 'attachment; filename="krachtmeting_1.0.0.yaml"'
    assert from_yaml(answer.content.decode()) == version.definition


def test_a_version_shows_its_questions_in_each_language(
    coordinator: Client, place: Workspace
) -> None:
    version = published_version(place)
    assert "Wij hebben genoeg geld voor onze plannen" in page(
        coordinator, "questionnaire", version.pk
    )
    frisian = page(coordinator, "questionnaire", version.pk, query="?taal=fy")
    assert "Wy hawwe genôch jild foar ús plannen" in frisian
    assert "Wij hebben genoeg geld" not in frisian


def test_texts_are_saved_beside_each_other(coordinator: Client, place: Workspace) -> None:
    version = draft(place)
    url = address("questionnaire_texts", version.pk) + "?deel=pages.0&taal=en"
    sent = typed(coordinator, url, **{TITLE: "De dag", "pages.0:title:en": ""})
    assert coordinator.post(url, sent)["Location"] == url
    version.refresh_from_db()
    first = version.definition["pages"][0]
    assert (first["title_nl"], "title_en" in first, first["title_fy"]) == (
        "De dag",
        False,
        "De dei sels",
    )


def test_a_text_that_breaks_the_list_stays_in_its_field(
    coordinator: Client, place: Workspace
) -> None:
    version = draft(place)
    url = address("questionnaire_texts", version.pk) + "?deel=pages.0&taal=nl"
    answer = coordinator.post(url, typed(coordinator, url, **{TITLE: "De dag {wie}"}))
    assert answer.context["form"].errors == {
        TITLE: ["'{wie}' wordt hier niet ingevuld. Haal het weg."]
    }
    answer = coordinator.post(url, typed(coordinator, url, **{TITLE: ""}))
    assert answer.context["form"].errors == {TITLE: ["Vul de Nederlandse tekst in."]}
    version.refresh_from_db()
    assert version.edit == 1


def test_two_who_change_the_same_text_both_keep_theirs(
    coordinator: Client, place: Workspace
) -> None:
    version = draft(place)
    url = address("questionnaire_texts", version.pk) + "?deel=pages.0&taal=nl"
    mine, theirs = typed(coordinator, url), typed(coordinator, url)
    coordinator.post(url, theirs | {TITLE: "Hun titel"})
    answer = coordinator.post(url, mine | {TITLE: "Mijn titel"})
    assert [(one.theirs, one.yours) for one in answer.context["clashes"]] == [
        ("Hun titel", "Mijn titel")
    ]
    assert "“Hun titel”, u typte “Mijn titel”" in answer.content.decode()
    again = {bound.html_name: str(bound.value() or "") for bound in answer.context["form"]}
    assert again[TITLE] == "Mijn titel"
    assert coordinator.post(url, again).status_code == 302
    version.refresh_from_db()
    assert version.definition["pages"][0]["title_nl"] == "Mijn titel"


def test_the_preview_shows_what_is_typed_and_keeps_nothing(
    coordinator: Client, place: Workspace
) -> None:
    version = draft(place)
    query = "?deel=pages.0&taal=fy"
    sent = {"pages.0:title:fy": "De <b>dei</b>", "pages.0.questions.3.options.0::fy": ""}
    live = coordinator.post(address("questionnaire_preview", version.pk) + query, sent)
    told = live.content.decode()
    assert "<h3>De &lt;b&gt;dei&lt;/b&gt;</h3>" in told
    assert '<span lang="nl">Te kort</span>' in told
    url = address("questionnaire_texts", version.pk) + query
    without_script = coordinator.post(url, typed(coordinator, url) | sent | {"voorbeeld": "ja"})
    assert told in without_script.content.decode()
    version.refresh_from_db()
    assert version.edit == 1


def test_every_part_of_every_questionnaire_has_a_preview(
    coordinator: Client, place: Workspace
) -> None:
    for name in ("krachtmeting_v1", EVALUATION):
        version = questionnaires.draft_from_yaml(workspace=place, text=yaml_of(name))
        url = address("questionnaire_texts", version.pk)
        for key, _name, _chosen in coordinator.get(url).context["choices"]:
            answer = coordinator.get(f"{url}?deel={key}&taal=fy")
            assert answer.context["preview"] != ""
    assert coordinator.get(f"{url}?deel=themes.99").status_code == 404


def test_publish_retire_and_go_on(coordinator: Client, place: Workspace) -> None:
    version = draft(place)
    assert "verandert deze versie niet meer" in page(
        coordinator, "questionnaire_publish", version.pk
    )
    coordinator.post(address("questionnaire_publish", version.pk))
    version.refresh_from_db()
    assert (version.state, version.publisher_name) == (VersionState.PUBLISHED, "Coordinator")
    assert coordinator.get(address("questionnaire_texts", version.pk)).status_code == 404
    answer = coordinator.post(address("questionnaire_next", version.pk), {"number": "1.0"})
    assert answer.context["form"].errors["number"] == [
        "Versie 1.0 is niet hoger dan 1.0.0. Kies een hoger nummer."
    ]
    coordinator.post(address("questionnaire_next", version.pk), {"number": "1.1.0"})
    newer = QuestionnaireVersion.objects.get(number="1.1.0")
    assert newer.definition["pages"] == version.definition["pages"]
    coordinator.post(address("questionnaire_retire", version.pk))
    version.refresh_from_db()
    assert version.state == VersionState.RETIRED
    coordinator.post(address("questionnaire_discard", newer.pk))
    assert list(QuestionnaireVersion.objects.all()) == [version]


def test_a_draft_takes_another_file_once_somebody_elses_edit_was_told(
    coordinator: Client, place: Workspace
) -> None:
    version = draft(place)
    url = address("questionnaire_replace", version.pk)
    text = yaml_of(EVALUATION).replace("Te kort", "Veel te kort")
    questionnaires.change_texts(version=version, texts={TITLE: "Hun titel"}, seen={})
    answer = coordinator.post(url, {"text": text, "version": "1"})
    assert "intussen gewijzigd" in answer.content.decode()
    again = {"text": text, "version": answer.context["form"]["version"].value()}
    assert coordinator.post(url, again).status_code == 302
    version.refresh_from_db()
    assert version.definition == from_yaml(text)


def test_the_difference_between_versions_says_what_may_be_compared(
    coordinator: Client, place: Workspace
) -> None:
    first = published_version(place)
    text = yaml_of().replace('version: "1.0.0"', 'version: "1.1.0"')
    text = text.replace("alle plekken bezet", "alle stoelen bezet").replace("koers_4", "koers_5")
    second = questionnaires.draft_from_yaml(workspace=place, text=text)
    told = page(coordinator, "questionnaire_compare", second.pk, first.pk)
    assert "Verschil tussen versie 1.0.0 en 1.1.0" in told
    assert "1 vraag veranderd, 1 erbij, 1 niet meer gevraagd." in told
    assert "<del>In ons bestuur zijn alle plekken bezet.</del>" in told
    assert told.count('data-state="busy"') == 1
    assert told.count('data-state="done"') == 9
    other = draft(place)
    assert coordinator.get(address("questionnaire_compare", first.pk, other.pk)).status_code == 404


def test_others_read_what_is_published_and_change_nothing(
    browser: Callable[[Role], Client], place: Workspace
) -> None:
    other = accounts.workspace("elders")
    theirs = published_version(other)
    secret = questionnaires.draft_from_yaml(workspace=other, text=yaml_of(EVALUATION))
    reader, coordinator = browser(Role.LEZER), browser(Role.COORDINATOR)
    for client in (reader, coordinator):
        told = page(client, "questionnaires")
        assert "Van Steunpunt Elders." in told
        assert "doe-dag" not in told
        assert "Maak een nieuwe versie" not in page(client, "questionnaire", theirs.pk)
        assert client.get(address("questionnaire", secret.pk)).status_code == 404
    assert coordinator.post(address("questionnaire_retire", theirs.pk)).status_code == 404
    assert reader.post(address("questionnaire_retire", theirs.pk)).status_code == 403


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_same_whatever_there_is(
    coordinator: Client,
    place: Workspace,
    number: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for one in range(number):
        text = yaml_of(EVALUATION).replace("1.0.0", f"1.{one}.0")
        questionnaires.draft_from_yaml(workspace=place, text=text)
    with django_assert_max_num_queries(8):
        page(coordinator, "questionnaires")
