"""Codings for tests."""

from typing import Any

from krachtlokaal.accounts.models import User
from krachtlokaal.needs.enums import CardKind, CodingRound
from krachtlokaal.needs.models import Card, Coding


def coding(card: Card, theme: str = "bestuur", by: User | None = None, **values: Any) -> Coding:
    told = {"round": CodingRound.FIRST, "kind": CardKind.KNELPUNT}
    return Coding.objects.create(
        workspace_id=card.workspace_id,
        card=card,
        theme_id=theme,
        coder_id=by.pk if by else None,
        coder_name=str(by) if by else "",
        **told | values,
    )
