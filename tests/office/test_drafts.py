"""What is typed is kept, and two tabs don't overwrite each other."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from krachtlokaal.core import guard
from krachtlokaal.office import audit, drafts
from krachtlokaal.office.enums import ActorKind
from krachtlokaal.office.models import Draft

pytestmark = pytest.mark.django_db


@contextmanager
def user(number: int = 3, workspace: int = 7) -> Iterator[None]:
    actor = audit.Actor(ActorKind.USER, "Sanne", number, workspace)
    with guard.workspaces(workspace), audit.acting(actor):
        yield


def test_a_draft_is_kept_found_and_forgotten() -> None:
    with user():
        assert drafts.keep("note-1", {"text": "Ho"}, 0).version == 1
        assert drafts.keep("note-1", {"text": "Hoi"}, 1).version == 2
        found = drafts.get("note-1")
        assert found is not None
        assert found.data == {"text": "Hoi"}
        drafts.forget("note-1")
        assert drafts.get("note-1") is None


def test_a_second_tab_hears_of_the_first() -> None:
    with user():
        drafts.keep("note-1", {"text": "eerste"}, 0)
        for version in (0, 5):
            with pytest.raises(drafts.Clash) as clash:
                drafts.keep("note-1", {"text": "tweede"}, version)
            assert clash.value.draft.data == {"text": "eerste"}


def test_drafts_are_of_one_person_in_one_workspace() -> None:
    with user():
        drafts.keep("note-1", {"text": "van mij"}, 0)
    with user(number=4):
        assert drafts.get("note-1") is None
    with user(workspace=8):
        assert drafts.get("note-1") is None


def test_the_oldest_draft_goes_first() -> None:
    with user():
        for number in range(drafts.MOST + 2):
            drafts.keep(f"note-{number}", {}, 0)
        assert Draft.objects.count() == drafts.MOST
        assert drafts.get("note-0") is None


def test_who_is_no_user_has_no_drafts() -> None:
    drafts.forget("note-1")
    with pytest.raises(ValueError, match="Only a user"):
        drafts.keep("note-1", {}, 0)
