"""What somebody is typing: kept while she types, per workspace and form, with a version.

The owner is who acts now (`audit.acting`), so that a service can forget a draft when its form is
saved without knowing about users. Secrets never come here: the page does not send them.
"""

from typing import Any

from django.db import transaction

from krachtlokaal.office import audit
from krachtlokaal.office.enums import ActorKind
from krachtlokaal.office.models import Draft

MOST = 50  # drafts of one person in one workspace; the oldest goes first


class Clash(Exception):  # noqa: N818  # what happened, not an error of ours
    """The same form is being typed in elsewhere: another tab, another device."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft.form)
        self.draft = draft


def keep(form: str, data: dict[str, Any], version: int) -> Draft:
    """Keep what is typed. `version` is the one that the page knows: 0 when it knows of none."""
    workspace, user = _owner()
    with transaction.atomic():
        mine = Draft.objects.filter(workspace_id=workspace, user_id=user)
        draft = mine.select_for_update().filter(form=form).first()
        if draft is None:
            return _first(workspace, user, form, data)
        if draft.version != version:
            raise Clash(draft)
        draft.data, draft.version = data, version + 1
        draft.save(update_fields=["data", "version", "updated_at"])
        return draft


def get(form: str) -> Draft | None:
    """What was kept of this form, if anything."""
    workspace, user = _owner()
    return Draft.objects.filter(workspace_id=workspace, user_id=user, form=form).first()


def forget(form: str) -> None:
    """The form is saved, or its draft is not wanted. Who has no drafts, such as a link's holder,
    forgets nothing."""
    actor = audit.current_actor()
    if actor.kind != ActorKind.USER or actor.id is None or actor.workspace is None:
        return
    Draft.objects.filter(workspace_id=actor.workspace, user_id=actor.id, form=form).delete()


def _first(workspace: int, user: int, form: str, data: dict[str, Any]) -> Draft:
    # Two tabs may come at once: the second finds the row of the first, and hears of the clash.
    draft, is_new = Draft.objects.get_or_create(
        workspace_id=workspace, user_id=user, form=form, defaults={"data": data}
    )
    if not is_new:
        raise Clash(draft)
    mine = Draft.objects.filter(workspace_id=workspace, user_id=user).order_by("-updated_at")
    Draft.objects.filter(pk__in=list(mine.values_list("pk", flat=True)[MOST:])).delete()
    return draft


def _owner() -> tuple[int, int]:
    actor = audit.current_actor()
    if actor.kind != ActorKind.USER or actor.id is None or actor.workspace is None:
        raise ValueError("Only a user who works in a workspace has drafts.")
    return actor.workspace, actor.id
