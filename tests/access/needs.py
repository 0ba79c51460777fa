"""The things of needs surveys that addresses name; see objects.py."""

from collections.abc import Callable
from typing import Any

from krachtlokaal.accounts.models import User, Workspace
from krachtlokaal.needs.enums import SurveyState
from krachtlokaal.needs.outcome.model import to_cells
from krachtlokaal.needs.queries.outcome import KIND
from krachtlokaal.needs.services import guest_mails
from krachtlokaal.office import links, releases
from tests.needs import factories
from tests.needs.coding.codings import coding
from tests.needs.notes import addresses
from tests.needs.outcomes import example
from tests.needs.report import making
from tests.register import factories as register

Arguments = dict[str, Any]
Factory = Callable[[Workspace, User], Arguments]


def _survey(place: Workspace, _owner: User) -> Arguments:
    return {"pk": factories.survey(place).pk}


def _preparing(place: Workspace, _owner: User) -> Arguments:
    made = factories.survey(place, state=SurveyState.PREPARING, frozen_at=None)
    return {"pk": made.pk}


def _member(place: Workspace, _owner: User) -> Arguments:
    survey = factories.survey(place)
    about = register.organisation("Koor")
    factories.member(survey, about)
    return {"pk": survey.pk, "organisation": about.pk}


def _table(place: Workspace, _owner: User) -> Arguments:
    return {"pk": factories.table(factories.survey(place)).pk}


def _card(place: Workspace, _owner: User) -> Arguments:
    card = factories.card(factories.table(factories.survey(place)))
    return {"pk": card.table_id, "card": str(card.pk)}


def _notes_link(place: Workspace, _owner: User) -> Arguments:
    return {"secret": addresses.notes_secret(factories.table(factories.survey(place)))}


def _dots_link(place: Workspace, _owner: User) -> Arguments:
    return {"secret": addresses.dots_secret(factories.table(factories.survey(place)))}


def _guest(place: Workspace, _owner: User) -> Arguments:
    table = factories.table(factories.survey(place))
    return {"pk": table.pk, "guest": factories.guest(table).pk}


def _guest_link(place: Workspace, _owner: User) -> Arguments:
    table = factories.table(factories.survey(place))
    guest = factories.invited_guest(table)
    guest_mails.invite(table=table, guests=[guest])
    return {"secret": links.token(guest.link)}


def _difference(place: Workspace, _owner: User) -> Arguments:
    card = factories.card(factories.table(factories.survey(place, codes_twice=True)))
    coding(card)
    coding(card, "koers", round="second")
    return {"pk": card.survey_id, "card": card.pk}


def _block(place: Workspace, _owner: User) -> Arguments:
    return {"pk": making.block(factories.survey(place)).pk}


def _report(place: Workspace, _owner: User) -> Arguments:
    return {"pk": making.block(factories.survey(place)).survey_id}


def _comment(place: Workspace, _owner: User) -> Arguments:
    return {"pk": making.comment(making.block(factories.survey(place))).pk}


def _action(place: Workspace, _owner: User) -> Arguments:
    return {"pk": making.action(factories.survey(place)).pk}


def _edition(place: Workspace, _owner: User) -> Arguments:
    return {"pk": making.edition(factories.survey(place)).pk}


def _edition_file(place: Workspace, owner: User) -> Arguments:
    return _edition(place, owner) | {"kind": "pdf"}


def _report_link(place: Workspace, _owner: User) -> Arguments:
    made = making.edition(factories.survey(place))
    return {"secret": links.token(made.link)}


def _report_file(place: Workspace, owner: User) -> Arguments:
    return _report_link(place, owner) | {"kind": "pdf"}


def _outcome(place: Workspace, _owner: User) -> Arguments:
    survey = factories.survey(place)
    releases.record(KIND, str(survey.pk), to_cells(example()), workspace=place.pk)
    return {"pk": survey.pk}


def _outcome_theme(place: Workspace, owner: User) -> Arguments:
    return {**_outcome(place, owner), "theme": "bestuur"}


def _outcome_file(place: Workspace, owner: User) -> Arguments:
    return {**_outcome(place, owner), "kind": "csv"}


NEEDS_OBJECTS: dict[str, Factory] = {
    "needs_block": _block,
    "needs_report": _report,
    "needs_comment": _comment,
    "needs_action": _action,
    "needs_edition": _edition,
    "needs_edition_file": _edition_file,
    "needs_report_link": _report_link,
    "needs_report_file": _report_file,
    "needs_difference": _difference,
    "needs_outcome": _outcome,
    "needs_outcome_theme": _outcome_theme,
    "needs_outcome_file": _outcome_file,
    "needs_survey": _survey,
    "needs_preparing": _preparing,
    "needs_member": _member,
    "needs_table": _table,
    "needs_guest": _guest,
    "needs_guest_link": _guest_link,
    "needs_card": _card,
    "needs_notes_link": _notes_link,
    "needs_dots_link": _dots_link,
}
