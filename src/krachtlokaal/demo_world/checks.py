"""*Klopt dit nog?* on its way: most asked long ago, some answered, some mails leave just now."""

from datetime import timedelta
from random import Random

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.services import invitations
from krachtlokaal.demo_world.acting import acting_as
from krachtlokaal.demo_world.post import arrived, post, written
from krachtlokaal.demo_world.world import World
from krachtlokaal.register.enums import CheckState
from krachtlokaal.register.models import Contact, FactCheck, Mailing, Organisation
from krachtlokaal.register.services import mailings, successions

ASKERS = (
    ("consulent@partoer.example", "soort=culture", "Jikke"),
    ("consulent@spectrum.example", "soort=sport", "Tobias"),
    ("consulent@vosvi.example", "soort=neighbourhood", "Wendelien"),
)
# The last ones stay in the queue: the worker sends them when the demo starts, so that the mailbox
# holds letters with links that work.
LEAVING_NOW = 4
CONFIRMED, CHANGED = 0.3, 0.5


def build(world: World) -> None:
    dice = world.dice("checks")
    for email, query, successor in ASKERS:
        with acting_as(world, email) as access:
            _ask(world, access, query, dice)
            _succession(successor)
        coordinator = email.replace("consulent", "coordinator")
        with acting_as(world, coordinator) as access:
            _invite(access)


def _ask(world: World, access: Access, query: str, dice: Random) -> None:
    subject, text = mailings.starting_texts(Mailing.Kind.KLOPT)
    mailing = written(access, Mailing.Kind.KLOPT, query, subject, text)
    at = world.ago(days=9)
    mails = post(access, mailing, at)
    arrived(mails[:-LEAVING_NOW], at)
    checks = list(
        FactCheck.objects.filter(mailing_id=mailing.pk)
        .select_related("organisation", "contact")
        .order_by("id")
    )
    for check in checks[:-LEAVING_NOW]:
        _answer(check, world, dice)
    FactCheck.objects.bulk_update(checks, ["state", "changes", "asked_at", "answered_at"])
    _confirm(checks)


def _answer(check: FactCheck, world: World, dice: Random) -> None:
    check.asked_at = world.ago(days=9)
    throw = dice.random()
    if throw > CHANGED:
        return
    check.answered_at = check.asked_at + timedelta(days=dice.uniform(0.1, 8))
    check.state = CheckState.CONFIRMED if throw < CONFIRMED else CheckState.CHANGED
    if check.state == CheckState.CHANGED:
        now = check.organisation.volunteers or 12
        check.changes = {"organisation": {"volunteers": [max(1, now - 4), now]}}


def _confirm(checks: list[FactCheck]) -> None:
    answered = [check for check in checks if check.answered_at]
    for check in answered:
        check.organisation.confirmed_at = check.contact.confirmed_at = check.answered_at
    Organisation.objects.bulk_update([row.organisation for row in answered], ["confirmed_at"])
    Contact.objects.bulk_update([row.contact for row in answered], ["confirmed_at"])


def _succession(name: str) -> None:
    """A secretary who stops; her successor has not answered yet."""
    leaving = (
        Contact.objects.filter(ended_on=None, role="secretary", fact_checks__answered_at=None)
        .exclude(email="")
        .exclude(fact_checks=None)
        .order_by("pk")
        .first()
    )
    if leaving is not None:
        successions.start(
            leaving=leaving,
            values={
                "name": f"{name} V.",
                "email": f"{name.lower()}@opvolger.example",
                "phone": "",
                "role": leaving.role,
            },
        )


def _invite(access: Access) -> None:
    slug = access.workspace.slug
    invitations.invite(
        workspace=access.workspace,
        email=f"nieuwe-collega@{slug}.example",
        name="Tamar",
        role=Role.CONSULENT,
        invited_by=access.user,
    )
