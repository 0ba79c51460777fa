"""The demo world: what stands in it, that it is the same each time, and that it is invented.

Loading takes seconds, so each test asks several questions of one world.
"""

import re
from collections import Counter
from statistics import median

import pytest

from krachtlokaal import demo_world
from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Invitation, Membership, User, WorkingArea, Workspace
from krachtlokaal.core import guard
from krachtlokaal.demo_world.needs.surveys import FINISHED
from krachtlokaal.demo_world.roles import BY_KEY
from krachtlokaal.needs.models import NeedsSurvey
from krachtlokaal.needs.queries.outcome import outcome_of
from krachtlokaal.office.enums import MailState
from krachtlokaal.office.models import AuditEntry, Job, OutboxMail, PublicSearchRow
from krachtlokaal.register.enums import CheckState, ImportState, PairState, ProposalState, RowAction
from krachtlokaal.register.models import (
    Contact,
    DuplicatePair,
    FactCheck,
    ImportRow,
    ImportRun,
    Mailing,
    Note,
    Organisation,
    Proposal,
    Selection,
    Succession,
)
from krachtlokaal.surveys.enums import Answering, Audience, Progress, WaveState
from krachtlokaal.surveys.models import Invitation as SurveyInvitation
from krachtlokaal.surveys.models import Wave
from krachtlokaal.topics.enums import HelpForm
from krachtlokaal.topics.models import Offer, Theme
from tests.needs.outcome.attacker import narrow, who_answered

SLUGS = {"landelijk", "partoer", "spectrum", "vosvi", "scouting-gelderland"}


@pytest.mark.usefixtures("world")
def test_the_rooms_the_people_and_the_places() -> None:
    with guard.system("the test looks at all of the world"):
        slugs = set(Workspace.objects.values_list("slug", flat=True))
        assert slugs >= SLUGS
        assert len([slug for slug in slugs if slug.startswith("steunpunt-")]) == 9
        areas = Counter(WorkingArea.objects.values_list("workspace__slug", flat=True))
        assert (areas["partoer"], areas["spectrum"], areas["vosvi"]) == (18, 8, 25)
        sectors = WorkingArea.objects.filter(workspace__slug="scouting-gelderland")
        assert set(sectors.values_list("sector", flat=True)) == {"youth"}
        assert set(Membership.objects.values_list("role", flat=True)) == set(Role.values)
        assert User.objects.filter(is_operator=True).count() == 1
        assert Organisation.objects.values("municipality").distinct().count() == 12
        for role in BY_KEY.values():
            assert User.objects.filter(email=role.email, is_active=True).exists(), role.email


@pytest.mark.usefixtures("world")
def test_organisations_look_like_the_field_and_are_invented() -> None:
    with guard.system("the test looks at all of the world"):
        rows = list(Organisation.everything.all())
        assert 400 <= len(rows) <= 460
        sectors = Counter(row.sector for row in rows)
        assert sectors.most_common(2)[0][0] == "sport"
        assert 14 <= median(row.volunteers for row in rows if row.volunteers) <= 22
        assert all(re.fullmatch(r"(0000\d{4})?", row.kvk) for row in rows)
        addresses = [*User.objects.values_list("email", flat=True)]
        addresses += [*Contact.objects.exclude(email="").values_list("email", flat=True)]
        addresses += [*OutboxMail.objects.values_list("to", flat=True)]
        assert [mail for mail in addresses if not mail.endswith(".example")] == []
        phones = Contact.objects.exclude(phone="").values_list("phone", flat=True)
        assert [phone for phone in phones if not phone.partition("-")[2].startswith("0")] == []
        found = PublicSearchRow.objects.filter(kind="organisation").count()
        assert found == Organisation.objects.count()


@pytest.mark.usefixtures("world")
def test_no_page_of_the_demo_is_empty() -> None:
    with guard.system("the test looks at all of the world"):
        pairs = Counter(DuplicatePair.objects.values_list("state", flat=True))
        assert (sum(pairs.values()), pairs[PairState.DIFFERENT], pairs[PairState.MERGED]) == (
            30,
            3,
            2,
        )
        assert set(Proposal.objects.values_list("state", flat=True)) == set(ProposalState.values)
        states = set(ImportRun.objects.values_list("state", flat=True))
        assert states == {ImportState.CHECKED, ImportState.IMPORTED}
        assert ImportRow.objects.filter(action=RowAction.REJECT).exists()
        assert set(Mailing.objects.values_list("state", flat=True)) == {"draft", "sent"}
        mails = set(OutboxMail.objects.values_list("state", flat=True))
        assert mails >= {MailState.QUEUED, MailState.SENT, MailState.BOUNCED, MailState.UNSURE}
        assert Contact.objects.exclude(mail_problem="").exists()
        assert set(FactCheck.objects.values_list("state", flat=True)) == set(CheckState.values)
        assert Succession.objects.filter(answered_at=None).count() == 3
        assert Invitation.objects.filter(accepted_at=None).count() == 3
        assert {"done", "failed"} == set(Job.objects.values_list("state", flat=True))
        assert AuditEntry.objects.count() > 500
        assert Note.objects.count() > 100
        assert Selection.objects.filter(workspace__slug="partoer").count() == 4


@pytest.mark.usefixtures("world")
def test_there_is_help_for_each_theme_in_each_form() -> None:
    assert Theme.objects.filter(offers=None).count() == 0
    forms = {form for offer in Offer.objects.all() for form in offer.help_forms}
    assert forms == set(HelpForm.values)
    assert 20 <= Offer.objects.count() <= 40


@pytest.mark.usefixtures("world")
def test_two_rounds_are_over_and_one_is_open_with_the_response_of_the_field() -> None:
    with guard.system("the test counts all of the world"):
        states = Counter(Wave.objects.values_list("state", flat=True))
        for wave in Wave.objects.filter(audience=Audience.SELECTION):
            asked = wave.measurements.count()
            sent = wave.invitations.filter(progress=Progress.SENT)
            share = sent.values("organisation").distinct().count() / asked
            assert 0.45 <= share <= 0.57, wave
        raters = Counter(
            SurveyInvitation.objects.filter(
                progress=Progress.SENT, wave__answering=Answering.EACH
            ).values_list("measurement", flat=True)
        )
    assert (states[WaveState.CLOSED], states[WaveState.OPEN] >= 1) == (2, True)
    assert (min(raters.values()), max(raters.values()) <= 9, 2 in raters.values()) == (
        1,
        True,
        True,
    )


@pytest.mark.usefixtures("world")
def test_nothing_hidden_of_the_finished_needs_survey_can_be_worked_out() -> None:
    with guard.system("the test reads what left of the demo's survey"):
        outcome = outcome_of(NeedsSurvey.objects.get(title=FINISHED))
    assert outcome is not None
    assert outcome.method is not None
    assert outcome.ranking[0].key == "mensen_vinden"
    assert narrow(who_answered(outcome)) == {}


@pytest.mark.usefixtures("world")
def test_a_loaded_world_stays_as_it_is() -> None:
    with guard.system("the test counts all of the world"):
        before = Organisation.everything.count(), AuditEntry.objects.count()
        demo_world.load(seed=1)
        assert (Organisation.everything.count(), AuditEntry.objects.count()) == before
    assert demo_world.is_loaded()
    assert demo_world.loaded_version() == demo_world.version(seed=1)


def test_another_seed_is_another_version() -> None:
    assert demo_world.version(seed=1) == demo_world.version(seed=1)
    assert demo_world.version(seed=1) != demo_world.version(seed=2)


def test_each_role_has_its_line() -> None:
    lines = demo_world.demo_lines()
    assert len(lines) == 6
    assert lines[0].startswith("Consulent")
    assert "consulent@partoer.example" in lines[0]
