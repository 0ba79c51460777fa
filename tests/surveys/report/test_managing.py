"""The manager of a result: who it is, what she allows, reads, takes along, and how it ends."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from krachtlokaal.accounts.enums import Role
from krachtlokaal.core import guard
from krachtlokaal.office import links
from krachtlokaal.office.models import AuditEntry, OutboxMail
from krachtlokaal.surveys.jobs.managing import appoint, appoint_of_several, delete_due
from krachtlokaal.surveys.models import (
    Answer,
    AnswerDraft,
    ContactWish,
    Measurement,
    Snapshot,
)
from krachtlokaal.surveys.services import settling, snapshots
from krachtlokaal.surveys.services.deletions import carry_out_deletions
from krachtlokaal.surveys.services.wishes import make_wish
from tests.accounts import factories as accounts
from tests.publishing.reading import read
from tests.surveys.answering import Scene, keep, scene
from tests.surveys.report.answers import answered
from tests.surveys.report.test_page import as_organisation, sent

pytestmark = pytest.mark.django_db
MAIL = "secretaris@linde.example"


def measured(place: Scene) -> Measurement:
    with guard.system("a test looks"):
        return Measurement.objects.select_related("manager_link").get(wave=place.wave)


def mails(template: str) -> list[str]:
    """Who got this mail, in the order of the alphabet."""
    with guard.system("a test reads the outbox"):
        return sorted(OutboxMail.objects.filter(template=template).values_list("to", flat=True))


def managed(place: Scene) -> str:
    """The secret of the manager's link."""
    link = measured(place).manager_link
    assert link is not None
    return links.token(link)


def one_answer() -> Scene:
    place = as_organisation()
    sent(place, name="Anna", email=MAIL)
    appoint()
    return place


def several(number: int = 4) -> Scene:
    place = scene()
    for at in range(number):
        sent(place, answered(3, bestuur=1 + at % 5), name=f"P{at}", email=f"p{at}@linde.example")
    appoint_of_several()
    snapshots.renew_all(first_time=True)
    return place


def page(client: Client, place: Scene, rest: str = "", status: int = 200) -> str:
    answer = client.get(f"/meting/beheer/{managed(place)}/{rest}")
    assert answer.status_code == status
    return answer.content.decode()


def post(client: Client, place: Scene, rest: str, **values: Any) -> Any:
    return client.post(f"/meting/beheer/{managed(place)}/{rest}", values)


def test_who_was_invited_first_becomes_the_manager_when_somebody_sent() -> None:
    place = as_organisation()
    place.invite(name="Anna", email=MAIL)
    assert (appoint(), mails("survey_manager")) == (0, [])
    sent(place, name="Bert", email="bert@linde.example")
    assert (appoint(), appoint()) == (1, 0)
    assert mails("survey_manager") == [MAIL]
    assert measured(place).manager_name == "Anna"


def test_who_is_not_confirmed_yet_is_no_manager() -> None:
    place = as_organisation()
    sent(place, name="Onbekend", email="iemand@elders.example", is_verified=False)
    assert appoint() == 0


def test_where_each_answers_managers_are_appointed_once_a_day() -> None:
    place = scene()
    sent(place, name="Anna", email=MAIL)
    assert (appoint(), appoint_of_several()) == (0, 1)


def test_she_reads_the_result_of_the_organisation(client: Client) -> None:
    place = one_answer()
    assert "U bent de beheerder: Anna." in page(client, place)
    assert "Dit gaat goed" in page(client, place, "uitkomst/")


def test_a_name_that_ends_in_a_full_stop_gets_no_second_one(client: Client) -> None:
    place = as_organisation()
    sent(place, name="Hanna Z.", email=MAIL)
    appoint()
    assert "U bent de beheerder: Hanna Z. Deze" in page(client, place)


def test_the_name_that_members_gave_a_wave_stays_with_them(client: Client) -> None:
    """The page where they name it says so: a manager reads what the questionnaire is called."""
    place = as_organisation()
    place.change(title="Zwakke clubs 2026")
    sent(place, name="Anna", email=MAIL)
    appoint()
    assert "Zwakke clubs" not in page(client, place)
    post(client, place, "verwijderen/")
    with guard.system("a test reads the outbox"):
        told = list(OutboxMail.objects.values_list("context", flat=True))
    assert [row["title"] for row in told] == ["KrachtMeting"] * 2


def test_of_several_she_reads_only_what_they_say_together(client: Client) -> None:
    assert "Er is er nog 1 nodig." in page(client, several(3))


def test_of_four_she_reads_where_they_differ(client: Client) -> None:
    place = several()
    text = page(client, place, "uitkomst/")
    assert "Waar u verschillend naar kijkt" in text
    assert "Van 4 deelnemers samen" in text


def test_one_switch_lets_her_steunpunt_see_it(client: Client) -> None:
    place = one_answer()
    adviser = accounts.signed_in(accounts.member(place.room, Role.CONSULENT))
    address = f"/krachtmeting/uitkomsten/{measured(place).pk}/"
    assert adviser.get(address).status_code == 404
    post(client, place, "toestemming/", shares_result="on")
    assert measured(place).shares_result
    text = adviser.get(address).content.decode()
    assert "Dit gaat goed" in text
    assert "De beheerder leest dat u dit bekeek." in text
    post(client, place, "toestemming/")
    assert adviser.get(address).status_code == 404


def test_she_reads_who_looked_and_when(client: Client) -> None:
    place = one_answer()
    assert "Nog niemand van Steunpunt tiel keek" in page(client, place)
    post(client, place, "toestemming/", shares_result="on")
    adviser = accounts.signed_in(accounts.member(place.room, Role.CONSULENT, "sanne@tiel.example"))
    adviser.get(f"/krachtmeting/uitkomsten/{measured(place).pk}/")
    text = page(client, place)
    assert "<li>Sanne, " in text
    assert "Nog niemand" not in text


def test_of_several_the_steunpunt_sees_what_they_say_together(client: Client) -> None:
    place = several()
    post(client, place, "toestemming/", shares_result="on")
    adviser = accounts.signed_in(accounts.member(place.room, Role.CONSULENT))
    text = adviser.get(f"/krachtmeting/uitkomsten/{measured(place).pk}/").content.decode()
    assert "Waar u verschillend naar kijkt" in text


def test_the_list_and_the_organisations_page_lead_to_shared_results(client: Client) -> None:
    place = one_answer()
    adviser = accounts.signed_in(accounts.member(place.room, Role.CONSULENT))
    address = f"/krachtmeting/uitkomsten/{measured(place).pk}/"
    pages = ["/krachtmeting/uitkomsten/", f"/organisaties/{place.about.pk}/"]
    assert [address in adviser.get(one).content.decode() for one in pages] == [False, False]
    post(client, place, "toestemming/", shares_result="on")
    assert [address in adviser.get(one).content.decode() for one in pages] == [True, True]


def test_counting_in_an_area_is_asked_outside_needs_surveys_alone(client: Client) -> None:
    place = one_answer()
    assert "counts_in_area" not in page(client, place)
    place.change(is_needs_survey=False)
    assert "counts_in_area" in page(client, place)
    post(client, place, "toestemming/", counts_in_area="on", keeps_for_comparison="on")
    found = measured(place)
    assert (found.counts_in_area, found.keeps_for_comparison) == (True, True)


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        ("excel", "\ufeffOnderwerp;Score van 0 tot 100;Niveau;"),
        ("csv", "Onderwerp,Score van 0 tot 100,Niveau,"),
    ],
)
def test_she_takes_a_table_along(client: Client, kind: str, start: str) -> None:
    answer = client.get(f"/meting/beheer/{managed(one_answer())}/meenemen/{kind}/")
    text = answer.content.decode()
    assert text.startswith(start)
    assert len(text.splitlines()) == 11
    point = "," if kind == "excel" else "."
    assert f"50{point}0" in text


def test_she_takes_everything_along_as_data(client: Client) -> None:
    answer = client.get(f"/meting/beheer/{managed(one_answer())}/meenemen/json/")
    told = json.loads(answer.content)
    assert (told["questionnaire"], told["organisation"]) == ("krachtmeting", "Dorpshuis De Linde")
    assert told["answers"]["intern_1"] == 5
    assert len(told["themes"]) == 10


def test_of_several_nobodys_answers_are_taken_along(client: Client) -> None:
    answer = client.get(f"/meting/beheer/{managed(several())}/meenemen/json/")
    told = json.loads(answer.content)
    assert told["raters"] == 4
    assert "answers" not in told
    assert next(one["theme"] for one in told["differences"]) == "bestuur"


def test_she_takes_a_document_along(client: Client) -> None:
    answer = client.get(f"/meting/beheer/{managed(one_answer())}/meenemen/pdf/")
    assert read(bytes(answer.content)).tree.texts("H1") == ["Dorpshuis De Linde"]


def test_an_unknown_kind_of_file_is_not_there(client: Client) -> None:
    page(client, one_answer(), "meenemen/docx/", 404)


def test_she_hands_over_and_her_own_link_ends(client: Client) -> None:
    place = one_answer()
    old = managed(place)
    text = post(client, place, "overdragen/", name="Femke", email="femke@linde.example").content
    assert "Femke krijgt een mail op femke@linde.example" in text.decode()
    assert client.get(f"/meting/beheer/{old}/").status_code == 404
    assert "U bent de beheerder: Femke." in page(client, place)
    assert mails("survey_manager") == ["femke@linde.example", MAIL]
    assert mails("survey_handed_over") == [MAIL]


def test_a_wrong_address_is_told_and_nothing_changes(client: Client) -> None:
    place = one_answer()
    text = post(client, place, "overdragen/", name="Femke", email="geen adres").content.decode()
    assert 'value="Femke"' in text
    assert measured(place).manager_email == MAIL


@pytest.mark.parametrize(
    ("typed", "sent_to"), [(MAIL.upper(), [MAIL, MAIL]), ("x@y.example", [MAIL])]
)
def test_the_link_is_sent_again_and_the_page_says_the_same(
    client: Client, typed: str, sent_to: list[str]
) -> None:
    one_answer()
    answer = client.post("/meting/beheer/", {"email": typed}, follow=True)
    assert "Is dit adres bij ons bekend" in answer.content.decode()
    assert mails("survey_manager") == sent_to


def test_everybody_is_told_before_everything_is_deleted(client: Client) -> None:
    place = several()
    assert "4 adressen" in page(client, place, "verwijderen/")
    post(client, place, "verwijderen/")
    assert mails("survey_deletion") == [f"p{at}@linde.example" for at in range(4)]
    later = timezone.localdate() + timedelta(days=13)
    assert carry_out_deletions(today=later) == 0
    assert "wordt alles verwijderd" in page(client, place)


def test_after_two_weeks_all_is_gone_and_that_they_took_part_stays(client: Client) -> None:
    place = several()
    settling.settle()
    old = managed(place)
    post(client, place, "verwijderen/")
    later = timezone.localdate() + timedelta(days=14)
    assert (carry_out_deletions(today=later), carry_out_deletions(today=later)) == (1, 0)
    with guard.system("a test counts"):
        left = [model.objects.count() for model in (Answer, AnswerDraft, Snapshot)]
    assert left == [0, 0, 0]
    assert measured(place).deleted_on == later
    assert client.get(f"/meting/beheer/{old}/").status_code == 404


def test_within_the_term_it_can_be_called_off(client: Client) -> None:
    place = several()
    post(client, place, "verwijderen/")
    post(client, place, "bewaren/")
    assert len(mails("survey_deletion_off")) == 4
    assert delete_due() == 0
    assert carry_out_deletions(today=timezone.localdate() + timedelta(days=30)) == 0
    assert post(client, place, "bewaren/").status_code == 404


def test_asking_twice_tells_everybody_once(client: Client) -> None:
    place = several()
    post(client, place, "verwijderen/")
    post(client, place, "verwijderen/")
    assert len(mails("survey_deletion")) == 4


def test_deeds_of_the_manager_stand_in_the_audit(client: Client) -> None:
    place = one_answer()
    post(client, place, "toestemming/", shares_result="on")
    post(client, place, "verwijderen/")
    with guard.system("a test reads the audit"):
        verbs = list(
            AuditEntry.objects.filter(workspace_id=place.room.pk, verb__regex="^(manager|result)")
            .order_by("id")
            .values_list("verb", flat=True)
        )
    assert verbs == ["manager.appointed", "result.allowed", "result.deletion_asked"]


def test_a_link_that_opens_nothing_says_how_to_get_it_again(client: Client) -> None:
    answer = client.get("/meting/beheer/bestaatniet/")
    assert answer.status_code == 404
    assert "Stuur mijn link opnieuw" in answer.content.decode()


def test_after_a_letter_who_was_asked_first_gives_an_address(client: Client) -> None:
    place = as_organisation()
    secret = sent(place)
    assert appoint() == 0
    address = f"/meting/{secret}/uitkomst/"
    assert "Wie beheert deze uitkomst?" in client.get(address).content.decode()
    wrong = client.post(f"{address}beheer/", {"name": "Anna", "email": "geen adres"})
    assert (wrong.status_code, 'value="Anna"' in wrong.content.decode()) == (422, True)
    client.post(f"{address}beheer/", {"name": "Anna", "email": MAIL})
    assert mails("survey_manager") == [MAIL]
    assert "Wie beheert deze uitkomst?" not in client.get(address).content.decode()
    again = client.post(f"{address}beheer/", {"name": "Bert", "email": "b@linde.example"})
    assert (again.status_code, measured(place).manager_name) == (404, "Anna")


def test_who_was_asked_later_can_not_make_herself_the_manager(client: Client) -> None:
    place = scene()
    first, second = sent(place), sent(place)
    told = {"name": "Bert", "email": "b@linde.example"}
    assert client.post(f"/meting/{second}/uitkomst/beheer/", told).status_code == 404
    assert client.post(f"/meting/{first}/uitkomst/beheer/", told).status_code == 302


def test_where_somebody_can_be_mailed_nobody_names_herself(client: Client) -> None:
    place = as_organisation()
    secret = sent(place, name="Anna", email=MAIL)
    told = {"name": "Bert", "email": "b@linde.example"}
    assert client.post(f"/meting/{secret}/uitkomst/beheer/", told).status_code == 404


def test_requests_to_be_called_go_with_the_result(client: Client) -> None:
    place = several()
    with guard.system("somebody asked"):
        make_wish(measurement=measured(place), name="Anna", reach="0344 999999", about="Bestuur")
    post(client, place, "verwijderen/")
    assert carry_out_deletions(today=timezone.localdate() + timedelta(days=14)) == 1
    with guard.system("a test looks"):
        assert not ContactWish.objects.exists()


@pytest.mark.parametrize("where", ["toestemming/", "uitkomst/delen/"])
def test_once_there_is_a_manager_nobody_else_lets_the_steunpunt_see_the_result(
    client: Client, where: str
) -> None:
    place = one_answer()
    other = place.invite(email="bert@linde.example")
    keep(other, {"bestuur_1": 1})
    told = {"share_with_steunpunt": "on", "delen": "ja"}
    client.post(f"/meting/{other}/{where}", told)
    assert not measured(place).shares_result
