"""Rows of advice cases for tests. Ask for a scope around them."""

from typing import Any

from krachtlokaal.accounts.models import User, Workspace
from krachtlokaal.advice.models import AdviceCase, CaseReader


def case(place: Workspace, adviser: User | None, **values: Any) -> AdviceCase:
    """An open case that its adviser alone reads."""
    told = {
        "organisation_name": "Toneelgroep De Lantaarn",
        "question": "Wie wordt voorzitter?",
    }
    return AdviceCase.objects.create(workspace=place, adviser=adviser, **told | values)


def reader(of: AdviceCase, user: User) -> CaseReader:
    return CaseReader.objects.create(workspace=of.workspace, case=of, user=user)
