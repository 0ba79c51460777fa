"""An import is undone as a whole; what somebody used or changed since stays and is listed."""

import pytest

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office.models import AuditEntry, PublicSearchRow
from krachtlokaal.register.enums import ImportState
from krachtlokaal.register.models import (
    Contact,
    ImportRun,
    Note,
    Organisation,
    OrganisationTag,
    Selection,
    Tag,
)
from krachtlokaal.register.services import contacts, merges, organisations
from krachtlokaal.register.services.imports import undoing
from krachtlokaal.register.services.versions import ChangedMeanwhile
from tests.register import factories
from tests.register.imports.factories import imported
from tests.register.imports.test_writing import WALRAND, WIDE


def undone(run: ImportRun) -> list[str]:
    """Undo, and what was kept, as sentences."""
    return [one["why"] for one in undoing.undo(run=run).kept_fields]


def test_what_the_import_made_goes(adviser: Access) -> None:
    run = imported(adviser, [*WALRAND, "jeugd", "Belt liever"], header=WIDE)
    assert undone(run) == []
    for model in (Organisation, Contact, Note, OrganisationTag, Tag, PublicSearchRow):
        assert not model.objects.exists()
    assert run.rows.get().organisation_id is None
    assert AuditEntry.shared.filter(verb="organisation.removed").count() == 1


def test_what_the_import_changed_is_put_back(adviser: Access) -> None:
    known = factories.organisation("VV De Waalrand", kvk="07654321", postcode="4001 ZZ")
    old = factories.contact(
        adviser.workspace, known, role="secretary", email="oud@waalrand.example"
    )
    run = imported(adviser, [*WALRAND, "jeugd", "Belt liever"], header=WIDE)
    assert undone(run) == []
    known.refresh_from_db()
    old.refresh_from_db()
    assert (known.postcode, old.email, known.version) == ("4001 ZZ", "oud@waalrand.example", 3)
    assert (Note.objects.count(), OrganisationTag.objects.count()) == (0, 0)


def test_a_field_that_somebody_changed_since_stays(adviser: Access) -> None:
    known = factories.organisation("VV De Waalrand", kvk="07654321", postcode="4001 ZZ")
    run = imported(adviser, WALRAND)
    known.refresh_from_db()
    organisations.change(organisation=known, version=known.version, facts={"postcode": "4009 XX"})
    assert undone(run) == ["Is daarna door iemand gewijzigd."]
    known.refresh_from_db()
    assert (known.postcode, known.legal_form) == ("4009 XX", "unknown")


def use_changed(access: Access, made: Organisation, other: Workspace) -> None:
    organisations.change(organisation=made, version=made.version, facts={"members": 12})


def use_note(access: Access, made: Organisation, other: Workspace) -> None:
    factories.note(access.workspace, made)


def use_contact(access: Access, made: Organisation, other: Workspace) -> None:
    one = Contact.objects.get()
    contacts.change(contact=one, version=one.version, values={"phone": "0344-123456"})


def use_elsewhere(access: Access, made: Organisation, other: Workspace) -> None:
    with guard.workspaces(other.pk):
        factories.note(other, made)


def use_selection(access: Access, made: Organisation, other: Workspace) -> None:
    Selection.objects.create(
        workspace=access.workspace, name="Mijn keuze", organisation_ids=[made.pk]
    )


def use_merge(access: Access, made: Organisation, other: Workspace) -> None:
    kept = factories.organisation("De Waalrand")
    merges.merge(access=access, kept=kept.pk, gone=made.pk)


def use_later_list(access: Access, made: Organisation, other: Workspace) -> None:
    imported(access, ["VV De Waalrand", "07654321", "4001 AC", "Tiel", ""])


USES = {
    use_changed: "De gegevens zijn daarna nog gewijzigd.",
    use_note: "Hierbij is daarna iets bijgekomen of gewijzigd: notities.",
    use_contact: "Hierbij is daarna iets bijgekomen of gewijzigd: contacten.",
    use_elsewhere: "Een andere werkruimte gebruikt deze organisatie ook.",
    use_selection: "Staat in een bewaarde selectie of bericht.",
    use_merge: "Is samengevoegd met “De Waalrand”.",
    use_later_list: "De gegevens zijn daarna nog gewijzigd.",
}


@pytest.mark.parametrize("use", USES, ids=lambda use: use.__name__)
def test_an_organisation_that_somebody_used_since_stays(
    adviser: Access, elsewhere: Workspace, use: object
) -> None:
    run = imported(adviser, WALRAND)
    made = Organisation.objects.get()
    use(adviser, made, elsewhere)  # type: ignore[operator]  # one of the functions above
    assert undone(run) == [USES[use]]  # type: ignore[index]  # the same
    assert Organisation.everything.filter(pk=made.pk).exists()


def test_an_updated_organisation_that_was_merged_since_stays_as_it_is(adviser: Access) -> None:
    known = factories.organisation("VV De Waalrand", kvk="07654321", postcode="4001 ZZ")
    run = imported(adviser, WALRAND)
    kept = factories.organisation("De Waalrand")
    merges.merge(access=adviser, kept=kept.pk, gone=known.pk)
    assert undone(run) == ["Is daarna samengevoegd."]
    known.refresh_from_db()
    assert (known.postcode, known.merged_into_id) == ("4001 AB", kept.pk)


def test_an_import_is_undone_once(adviser: Access) -> None:
    run = imported(adviser, WALRAND)
    undoing.undo(run=run)
    run.refresh_from_db()
    assert run.state == ImportState.UNDONE
    with pytest.raises(ChangedMeanwhile):
        undoing.ask(run=run, version=run.version, user=adviser.user)


def test_the_list_can_be_imported_again_afterwards(adviser: Access) -> None:
    undoing.undo(run=imported(adviser, WALRAND))
    imported(adviser, WALRAND)
    assert Organisation.objects.count() == 1
