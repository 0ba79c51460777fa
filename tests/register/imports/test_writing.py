"""An import writes what was agreed to, as a whole; what others did meanwhile stays."""

from typing import Any

import pytest
from django.db import connection

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office.models import AuditEntry, PublicSearchRow
from krachtlokaal.register.enums import ImportState, RowAction
from krachtlokaal.register.models import Contact, Note, OptOut, Organisation, OrganisationTag, Tag
from krachtlokaal.register.services import contacts, merges, organisations
from krachtlokaal.register.services.imports import checking, writing
from tests.register.factories import contact, note, organisation, tag
from tests.register.imports.factories import HEADER, checked, imported, row

WALRAND = ["VV De Waalrand", "07654321", "4001 AB", "Tiel", "info@waalrand.example"]
WIDE = (*HEADER, "Labels", "Opmerking")


def test_new_organisations_are_found_and_have_a_history(adviser: Access) -> None:
    run = imported(adviser, WALRAND)
    new = Organisation.objects.get()
    assert (new.name, new.kvk, new.municipality_id) == ("VV De Waalrand", "07654321", "GM0281")
    assert PublicSearchRow.objects.get(object_id=new.pk).title == "VV De Waalrand"
    assert AuditEntry.shared.filter(verb="organisation.created", object_id=new.pk).count() == 1
    assert (run.state, row(run, 2).organisation_id) == (ImportState.IMPORTED, new.pk)


def test_contacts_labels_and_notes_are_the_workspaces_own(
    adviser: Access, elsewhere: Workspace
) -> None:
    imported(adviser, [*WALRAND, "jeugd; Sport", "Belt liever"], header=WIDE)
    assert Contact.objects.get().email == "info@waalrand.example"
    assert (Note.objects.get().text, OrganisationTag.objects.count()) == ("Belt liever", 2)
    with guard.workspaces(elsewhere.pk):
        assert not Contact.objects.exists()
        assert not Note.objects.exists()


def test_the_file_itself_is_not_kept(adviser: Access) -> None:
    assert bytes(imported(adviser, WALRAND).file) == b""


def test_rows_of_one_organisation_fill_each_other(adviser: Access) -> None:
    run = imported(
        adviser,
        ["VV De Waalrand", "07654321", "", "Tiel", ""],
        ["VV De Waalrand", "", "4001 AB", "Tiel", "info@waalrand.example"],
    )
    new = Organisation.objects.get()
    assert (new.kvk, new.postcode, new.contacts.count()) == ("07654321", "4001 AB", 1)
    assert set(run.rows.values_list("organisation_id", flat=True)) == {new.pk}


def test_existing_contacts_are_updated_not_doubled(adviser: Access) -> None:
    known = organisation("VV De Waalrand", kvk="07654321")
    old = contact(adviser.workspace, known, role="secretary", email="oud@waalrand.example")
    Contact.objects.filter(pk=old.pk).update(mail_problem="Kwam terug")
    imported(adviser, WALRAND)
    only = Contact.objects.get()
    assert (only.pk, only.email, only.mail_problem) == (old.pk, "info@waalrand.example", "")
    assert (only.name, only.version) == ("A. Bestuur", old.version + 1)


def test_who_stopped_does_not_come_back(adviser: Access) -> None:
    known = organisation("VV De Waalrand", kvk="07654321")
    gone = contact(adviser.workspace, known, role="secretary", email="info@waalrand.example")
    contacts.end(contact=gone, version=gone.version, on=known.created_at.date())
    imported(adviser, WALRAND)
    assert [one.ended_on is None for one in Contact.objects.all()] == [False]


def test_an_opt_out_outlives_an_import(adviser: Access) -> None:
    OptOut.objects.create(workspace=adviser.workspace, email="info@waalrand.example")
    imported(adviser, WALRAND)
    assert OptOut.objects.get().email == Contact.objects.get().email


def test_labels_are_the_same_whatever_their_capitals(adviser: Access) -> None:
    tag(adviser.workspace, "sport")
    imported(adviser, [*WALRAND, "SPORT", ""], header=WIDE)
    assert [one.name for one in Tag.objects.all()] == ["sport"]


def test_a_note_that_is_there_already_is_not_written_again(adviser: Access) -> None:
    known = organisation("VV De Waalrand", kvk="07654321")
    note(adviser.workspace, known, "Belt liever")
    imported(adviser, [*WALRAND, "", "Belt liever"], header=WIDE)
    assert Note.objects.count() == 1


def test_the_same_list_again_changes_nothing(adviser: Access) -> None:
    imported(adviser, WALRAND)
    again = checked(adviser, WALRAND)
    assert again.counts[RowAction.UNCHANGED] == 1


def test_what_somebody_changed_since_the_check_stays(adviser: Access) -> None:
    known = organisation("VV De Waalrand", kvk="07654321", postcode="4001 ZZ")
    run = checked(adviser, WALRAND)
    organisations.change(organisation=known, version=1, facts={"postcode": "4009 XX"})
    writing.write(run=run)
    known.refresh_from_db()
    run.refresh_from_db()
    assert known.postcode == "4009 XX"
    assert [(one["field"], one["theirs"], one["ours"]) for one in run.kept_fields] == [
        ("postcode", "4009 XX", "4001 AB")
    ]


def test_what_somebody_added_since_the_check_is_not_made_twice(adviser: Access) -> None:
    run = checked(adviser, WALRAND)
    organisation("VV De Waalrand", kvk="07654321")
    writing.write(run=run)
    found = row(run, 2)
    assert (Organisation.objects.count(), found.action) == (1, RowAction.UPDATE)
    assert "Intussen toegevoegd" in found.reason


def test_an_organisation_that_was_merged_since_is_followed(adviser: Access) -> None:
    known, kept = organisation("VV De Waalrand", kvk="07654321"), organisation("De Waalrand")
    run = checked(adviser, WALRAND)
    merges.merge(access=adviser, kept=kept.pk, gone=known.pk)
    writing.write(run=run)
    assert row(run, 2).organisation_id == kept.pk
    assert Contact.objects.get().organisation_id == kept.pk


def test_running_again_writes_nothing_more(adviser: Access) -> None:
    run = imported(adviser, WALRAND)
    writing.write(run=run)
    assert Organisation.objects.count() == 1


def test_a_failure_half_way_leaves_nothing(
    adviser: Access, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = checked(adviser, WALRAND)

    def stop(text: object, done: int, total: int) -> None:
        if Organisation.objects.exists():
            raise KeyboardInterrupt

    monkeypatch.setattr(writing, "AT_ONCE", 1)
    second = checked(adviser, WALRAND, ["TC De Waal", "", "", "Tiel", ""])
    with pytest.raises(KeyboardInterrupt):
        writing.write(run=second, tell=stop)
    assert (Organisation.objects.count(), Contact.objects.count()) == (0, 0)
    assert checking.check(run=run).counts[RowAction.CREATE] == 1


def test_writing_takes_no_more_queries_for_more_rows(
    adviser: Access, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    rows = [[f"VV Nummer {number}", "", "", "Tiel", f"a{number}@b.example"] for number in range(30)]
    run = checked(adviser, *rows)
    with django_assert_max_num_queries(60):  # type: ignore[operator]  # a function of pytest-django
        writing.write(run=run)
    assert Organisation.objects.count() == 30


def test_what_became_of_the_rows_is_written_without_comparing_each_with_each(
    adviser: Access,
) -> None:
    plans: list[str] = []

    def explain(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith("UPDATE register_importrow"):
            with connection.connection.cursor() as cursor:
                plan = cursor.execute(f"EXPLAIN {sql}", params).fetchall()
            plans.append("\n".join(line for (line,) in plan))
        return execute(sql, params, many, context)

    run = checked(adviser, WALRAND)
    with connection.execute_wrapper(explain):
        writing.write(run=run)
    (plan,) = plans
    assert "Join" not in plan
    assert "Nested Loop" not in plan
