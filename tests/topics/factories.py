"""Rows of topics for tests: one function per model, no surprises."""

from datetime import date
from typing import Any

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.topics.models import Offer, OfferFile
from krachtlokaal.topics.services import OfferFacts, attach_file, publish_offer


def facts(**values: Any) -> OfferFacts:
    return OfferFacts(
        **{
            "kind": "adviser",
            "title": "Een goed gesprek",
            "summary": "Een adviseur komt langs.",
            "themes": ["bestuur"],
            "help_forms": ["adviser"],
        }
        | values
    )


def offer(source_id: str = "1", *, workspace: Workspace | None = None, **values: Any) -> Offer:
    return publish_offer(
        source_kind="test", source_id=source_id, facts=facts(**values), workspace=workspace
    )


def file(about: Offer, **values: Any) -> OfferFile:
    told = {
        "name": "voorbeeld.docx",
        "content_type": "application/octet-stream",
        "data": b"inhoud",
        "valid_until": date(2099, 1, 1),
    }
    return attach_file(offer=about, **(told | values))
