"""Write what the workspace itself knows: contacts, labels and notes of a portion."""

from typing import Any

from django.utils import timezone

from krachtlokaal.register.models import Contact, ImportRun, Note, OrganisationTag, Tag
from krachtlokaal.register.services import bulk
from krachtlokaal.register.services.imports.portion import Item, Portion

Tags = dict[str, Tag]


def tags_of(run: ImportRun) -> Tags:
    """The labels of the workspace, by name without regard to capitals."""
    return {tag.name.casefold(): tag for tag in Tag.objects.filter(workspace_id=run.workspace_id)}


def write(portion: Portion, tags: Tags) -> None:
    _add_contacts(portion)
    _change_contacts(portion)
    _give_tags(portion, tags)
    _write_notes(portion)


def _add_contacts(portion: Portion) -> None:
    made: list[tuple[Item, Contact, dict[str, Any]]] = []
    for item in portion.items:
        for one in item.changes.get("contacts", ()):
            if one["id"] is None:
                contact = Contact(
                    workspace_id=portion.run.workspace_id,
                    organisation=item.organisation,
                    role=one["role"],
                    **{name: new for name, (_old, new) in one["fields"].items()},
                )
                made.append((item, contact, one))
    bulk.insert([contact for _item, contact, _one in made])
    for item, contact, one in made:
        item.done.setdefault("contacts", []).append(
            {**one, "id": contact.pk, "created": True, "version": contact.version}
        )


def _change_contacts(portion: Portion) -> None:
    wanted = {
        one["id"]: (item, one)
        for item in portion.items
        for one in item.changes.get("contacts", ())
        if one["id"] is not None
    }
    rows = list(
        Contact.objects.filter(pk__in=wanted).select_for_update(of=("self",)).order_by("pk")
    )
    for contact in rows:
        item, one = wanted[contact.pk]
        set_fields(contact, {name: new for name, (_old, new) in one["fields"].items()})
        item.done.setdefault("contacts", []).append({**one, "version": contact.version})
    save(rows)


def set_fields(contact: Contact, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(contact, name, value)
    if "email" in values:
        # Another address has no mail problem yet.
        contact.mail_problem, contact.mail_problem_at = "", None
    contact.version += 1


def save(rows: list[Contact]) -> None:
    now = timezone.now()
    for row in rows:
        row.updated_at = now
    Contact.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=[
            "name", "email", "phone", "mail_problem", "mail_problem_at", "version", "updated_at",
        ],
    )  # fmt: skip


def _give_tags(portion: Portion, tags: Tags) -> None:
    _make_missing_tags(portion, tags)
    rows = []
    for item in portion.items:
        for name in item.changes.get("tags", ()):
            tag = tags[name.casefold()]
            rows.append(
                OrganisationTag(
                    workspace_id=portion.run.workspace_id, organisation=item.organisation, tag=tag
                )
            )
            item.done.setdefault("tags", []).append({"id": tag.pk, "name": tag.name})
    OrganisationTag.objects.bulk_create(rows, ignore_conflicts=True)


def _make_missing_tags(portion: Portion, tags: Tags) -> None:
    wanted = {
        name.casefold(): name for item in portion.items for name in item.changes.get("tags", ())
    }
    missing = [
        Tag(workspace_id=portion.run.workspace_id, name=name)
        for key, name in wanted.items()
        if key not in tags
    ]
    Tag.objects.bulk_create(missing, ignore_conflicts=True)
    if missing:
        tags.update(tags_of(portion.run))


def _write_notes(portion: Portion) -> None:
    noted = [item for item in portion.items if item.changes.get("note")]
    author = portion.run.made_by
    rows = [
        Note(
            workspace_id=portion.run.workspace_id,
            organisation=item.organisation,
            author=author,
            author_name=str(author) if author else portion.run.workspace.name,
            text=item.changes["note"],
        )
        for item in noted
    ]
    bulk.insert(rows)
    for item, note in zip(noted, rows, strict=True):
        item.done["note"] = {"id": note.pk, "text": note.text}
