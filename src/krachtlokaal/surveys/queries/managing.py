"""What stands behind the link of the manager of a result."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from krachtlokaal.office.models import PersonalLink
from krachtlokaal.surveys.enums import Answering
from krachtlokaal.surveys.links import MANAGER
from krachtlokaal.surveys.models import Invitation, Look, Measurement

DELETED_AFTER = timedelta(days=14)
SHOWN_LOOKS = 50
SWITCHES = ("shares_result", "counts_in_area", "keeps_for_comparison")
_JOINED = ("wave__workspace", "wave__questionnaire_version__questionnaire", "organisation")


@dataclass(frozen=True)
class Management:
    """One result and its manager."""

    measurement: Measurement
    looks: list[Look]

    @property
    def is_each(self) -> bool:
        """Everybody answered for herself: the result is what all of them said together."""
        return self.measurement.wave.answering == Answering.EACH

    @property
    def manager_name(self) -> str:
        """For the end of a sentence: `Hanna Z.` brings a full stop of its own."""
        return self.measurement.manager_name.removesuffix(".")

    @property
    def deletes_on(self) -> date | None:
        asked = self.measurement.deletion_asked_on
        return asked + DELETED_AFTER if asked and not self.measurement.deleted_on else None


def organisation_of(link: PersonalLink) -> int:
    """Which organisation a link is about."""
    rows = Measurement.objects.filter(manager_link=link)
    number = rows.values_list("organisation_id", flat=True).first()
    if number is None:
        raise Http404
    return number


def management_of(link: PersonalLink) -> Management:
    """Everything for the page of a manager, in the scope of her link."""
    rows = Measurement.objects.select_related(*_JOINED)
    row = get_object_or_404(rows, manager_link=link)
    return Management(row, list(Look.objects.filter(measurement=row)[:SHOWN_LOOKS]))


def without_manager(answering: Answering) -> QuerySet[Measurement]:
    """Measurements in which somebody sent an answer and whose result has no manager yet. Asks for
    the system scope."""
    sent = Invitation.objects.filter(measurement=OuterRef("pk"), link__nonce=None)
    rows = Measurement.objects.filter(
        Exists(sent), wave__answering=answering, manager_link=None, deleted_on=None
    )
    return rows.select_related(*_JOINED)


def first_invited(measurement: Measurement) -> Invitation | None:
    """The contact who was invited first, of those who can be mailed."""
    rows = Invitation.objects.filter(measurement=measurement, is_verified=True).exclude(email="")
    return rows.order_by("id").first()


def may_become_manager(invitation: Invitation) -> bool:
    """Whether who answered may name herself: nobody who was asked can be mailed, as after letters,
    and she was asked first."""
    measurement = invitation.measurement
    if measurement.manager_link_id is not None or measurement.deleted_on is not None:
        return False
    rows = Invitation.objects.filter(measurement=measurement, is_verified=True)
    asked = list(rows.order_by("id").values_list("pk", "email"))
    return not any(email for _pk, email in asked) and asked[:1] == [(invitation.pk, "")]


def may_decide(invitation: Invitation) -> bool:
    """Whether who answers for her organisation says what may be done with the result: as long as
    nobody manages it, or when she does so herself."""
    manager = invitation.measurement.manager_email.lower()
    return manager in ("", invitation.email.lower())


def managed_by(email: str) -> QuerySet[Measurement]:
    """Results of which the person with this address is the manager. Asks for the system scope."""
    rows = Measurement.objects.select_related(*_JOINED, "manager_link")
    return rows.filter(
        manager_email__iexact=email,
        manager_link__purpose=MANAGER,
        manager_link__revoked_at=None,
        deleted_on=None,
    )


def everybody_of(measurement: Measurement) -> list[tuple[str, str, str]]:
    """Address, name and language of all who were asked, and of the manager, each address once."""
    rows = Invitation.objects.filter(measurement=measurement).exclude(email="").order_by("id")
    found = {row.email.lower(): (row.email, row.name, row.language) for row in rows}
    if measurement.manager_email:
        own = (measurement.manager_email, measurement.manager_name, "nl")
        found.setdefault(measurement.manager_email.lower(), own)
    return list(found.values())


def language_of(measurement: Measurement) -> str:
    """In which language the manager is written to: the one in which she was invited."""
    email = measurement.manager_email.lower()
    own = [language for to, _name, language in everybody_of(measurement) if to.lower() == email]
    return own[0] if own else "nl"


def due_for_deletion(today: date) -> QuerySet[Measurement]:
    """Whose term is over. Asks for the system scope."""
    rows = Measurement.objects.filter(deleted_on=None)
    return rows.filter(deletion_asked_on__lte=today - DELETED_AFTER).order_by("id")
