"""Publish and withdraw offers. Rooms above call these when their own things change."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core.text import words
from krachtlokaal.office import audit
from krachtlokaal.office.models import PublicSearchRow
from krachtlokaal.topics import vocabulary
from krachtlokaal.topics.enums import HelpForm
from krachtlokaal.topics.models import Offer, OfferFile, TargetGroup, Theme

SEARCH_KIND = "offer"


@dataclass(frozen=True)
class OfferFacts:
    """What an offer says of itself. Municipalities by code; none means everywhere."""

    kind: str
    title: str
    summary: str
    themes: Collection[str]
    help_forms: Collection[str]
    target_groups: Collection[str] = ()
    basisfuncties: Collection[str] = ()
    municipalities: Collection[str] = ()
    url: str = ""
    valid_until: date | None = None


@transaction.atomic
def publish_offer(
    *, source_kind: str, source_id: str, facts: OfferFacts, workspace: Workspace | None = None
) -> Offer:
    """Put an offer in the table, or bring the one of this source up to date.

    Publishing again what was withdrawn opens it again.
    """
    _check(facts)
    row = _locked(source_kind, source_id)
    before = _state(row) if row else {}
    offer = row or Offer(source_kind=source_kind, source_id=source_id)
    for name in ("kind", "title", "summary", "url", "valid_until"):
        setattr(offer, name, getattr(facts, name))
    for name in ("help_forms", "basisfuncties", "municipalities"):
        setattr(offer, name, sorted(getattr(facts, name)))
    offer.workspace, offer.withdrawn_at = workspace, None
    offer.save()
    offer.themes.set(Theme.objects.filter(key__in=facts.themes))
    offer.target_groups.set(TargetGroup.objects.filter(key__in=facts.target_groups))
    _write_search_row(offer)
    _record("offer.changed" if row else "offer.published", offer, before, _state(offer))
    return offer


@transaction.atomic
def withdraw_offer(*, source_kind: str, source_id: str) -> None:
    """Take an offer out of sight; nothing happens when there is none or it was withdrawn."""
    offer = _locked(source_kind, source_id)
    if offer is None or offer.withdrawn_at:
        return
    offer.withdrawn_at = timezone.now()
    offer.save(update_fields=["withdrawn_at"])
    PublicSearchRow.objects.filter(kind=SEARCH_KIND, object_id=offer.pk).delete()
    audit.record("offer.withdrawn", offer, workspace=offer.workspace_id)


@transaction.atomic
def attach_file(
    *, offer: Offer, name: str, content_type: str, data: bytes, valid_until: date
) -> OfferFile:
    """Put a file with an offer; one of the same name is replaced."""
    file, _is_new = OfferFile.objects.update_or_create(
        offer=offer,
        name=name,
        defaults={
            "content_type": content_type,
            "data": data,
            "size": len(data),
            "valid_until": valid_until,
        },
    )
    label = f"{name} ({offer.title})"
    audit.record("offer.file_attached", file, label=label, workspace=offer.workspace_id)
    return file


def _locked(source_kind: str, source_id: str) -> Offer | None:
    return (
        Offer.objects.select_for_update()
        .filter(source_kind=source_kind, source_id=source_id)
        .first()
    )


def _check(facts: OfferFacts) -> None:
    """The caller is our own code: an unknown word is a fault there, not something to show."""
    unknown = set(facts.themes) - vocabulary.theme_keys()
    unknown |= set(facts.help_forms) - set(HelpForm.values)
    unknown |= set(facts.target_groups) - vocabulary.target_group_keys()
    if unknown:
        raise ValueError(f"Unknown words in an offer: {', '.join(sorted(unknown))}.")
    if not facts.themes or not facts.help_forms:
        raise ValueError("An offer needs a theme and a form of help: it is found by them.")


def _state(offer: Offer) -> dict[str, Any]:
    row = asdict(
        OfferFacts(
            kind=str(offer.kind),
            title=offer.title,
            summary=offer.summary,
            themes=sorted(offer.themes.values_list("key", flat=True)),
            help_forms=list(offer.help_forms),
            target_groups=sorted(offer.target_groups.values_list("key", flat=True)),
            basisfuncties=list(offer.basisfuncties),
            municipalities=list(offer.municipalities),
            url=offer.url,
            valid_until=offer.valid_until,
        )
    )
    return row | {"workspace": offer.workspace_id, "withdrawn": bool(offer.withdrawn_at)}


def _record(verb: str, offer: Offer, before: dict[str, Any], after: dict[str, Any]) -> None:
    changes = {
        name: (before.get(name), value)
        for name, value in after.items()
        if before and before.get(name) != value
    }
    if not before or changes:
        audit.record(verb, offer, changes=changes, workspace=offer.workspace_id)


def _write_search_row(offer: Offer) -> None:
    names = [str(theme) for theme in offer.themes.all()]
    text = dict.fromkeys(words(" ".join([offer.title, offer.summary, *names])))
    PublicSearchRow.objects.update_or_create(
        kind=SEARCH_KIND,
        object_id=offer.pk,
        defaults={
            "title": offer.title,
            "detail": ", ".join(names)[:240],
            "tokens": " ".join(text),
        },
    )
