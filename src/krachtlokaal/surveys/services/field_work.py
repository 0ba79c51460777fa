"""Field work: write a call down, invite another contact, type in an answer from paper."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import Access
from krachtlokaal.office import audit, links
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.register.models import Contact
from krachtlokaal.register.queries.optouts import is_opted_out
from krachtlokaal.surveys.enums import Answering, Channel, Progress
from krachtlokaal.surveys.models import Call, Invitation, Measurement, Wave
from krachtlokaal.surveys.queries.invitations import HAS_SENT
from krachtlokaal.surveys.services import opening
from krachtlokaal.surveys.services.invitations import Person, invite, invite_many


class CannotDo(Exception):  # noqa: N818 it is an answer, not a fault
    """This can't be done now; the text says why and what to do."""


@transaction.atomic
def note_call(*, access: Access, measurement: Measurement, outcome: str, note: str) -> Call:
    """What came of a call; blind to answers, for nobody here knows them."""
    call = Call.objects.create(
        workspace_id=measurement.workspace_id,
        measurement=measurement,
        outcome=outcome,
        note=note,
        caller_name=str(access.user),
    )
    audit.record("call.noted", call, label=measurement.organisation.name)
    return call


@transaction.atomic
def note_export(*, wave: Wave, count: int) -> None:
    """Who took telephone numbers along stands in the record."""
    audit.record("call_list.exported", wave, changes={"organisaties": [0, count]})


@transaction.atomic
def invite_contact(*, wave: Wave, measurement: Measurement, contact: Contact) -> Invitation:
    """Mail an invitation to another contact, or to a mended address. A dead one ends."""
    _refuse_unreachable(contact)
    _end_dead(measurement)
    language = wave.languages[0] if wave.languages else "nl"
    person = Person(
        measurement.pk,
        measurement.organisation_id,
        Channel.MAIL,
        contact=contact.pk,
        name=contact.name,
        email=contact.email,
        language=language,
    )
    made = invite_many(wave=wave, people=[person])[0]
    opening.post_invitations(wave, [(made, measurement.organisation.name)])
    audit.record("invitation.made", made, label=f"{wave.title}: {measurement.organisation.name}")
    return made


def _end_dead(measurement: Measurement) -> None:
    """Invitations whose mail never arrived: nobody has these links."""
    old = Invitation.objects.filter(measurement=measurement, progress=Progress.INVITED)
    dead = list(old.exclude(problem="").exclude(HAS_SENT).values_list("link_id", flat=True))
    PersonalLink.objects.filter(pk__in=dead).update(revoked_at=timezone.now())


def _refuse_unreachable(contact: Contact) -> None:
    if contact.ended_on is not None or not contact.email:
        raise CannotDo(_("Van dit contact is geen e-mailadres bekend. Vul dat eerst in."))
    if contact.mail_problem:
        raise CannotDo(_("Een eerdere mail kwam niet aan. Verbeter eerst het e-mailadres."))
    if is_opted_out(contact.email):
        raise CannotDo(_("Dit contact wil geen berichten meer. Bel liever."))


@transaction.atomic
def type_in(*, wave: Wave, measurement: Measurement) -> str:
    """A way in for an answer on paper; gives the secret of its address."""
    sent = Invitation.objects.filter(HAS_SENT, measurement=measurement)
    if wave.answering == Answering.ORGANISATION and sent.exists():
        raise CannotDo(_("Deze organisatie heeft al geantwoord. Eén lijst is genoeg."))
    made = invite(wave=wave, measurement=measurement, channel=Channel.PAPER)
    audit.record("paper.typed", made, label=measurement.organisation.name)
    return links.token(made.link)
