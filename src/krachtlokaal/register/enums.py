"""Kinds and states in the register."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from krachtlokaal.register.intake.enums import ContactRole, LegalForm, Sector

__all__ = [
    "CheckState",
    "ContactRole",
    "ImportState",
    "LegalForm",
    "MailingState",
    "PairState",
    "ProposalState",
    "RowAction",
    "Sector",
    "SuccessionState",
]


class ProposalState(models.TextChoices):
    OPEN = "open", _("Wacht op een besluit")
    ACCEPTED = "accepted", _("Overgenomen")
    DECLINED = "declined", _("Niet overgenomen")


class ImportState(models.TextChoices):
    UPLOADED = "uploaded", _("Kolommen kiezen")
    CHECKING = "checking", _("Wordt nagekeken")
    CHECKED = "checked", _("Wacht op uw akkoord")
    IMPORTING = "importing", _("Wordt ingelezen")
    IMPORTED = "imported", _("Ingelezen")
    UNDOING = "undoing", _("Wordt teruggedraaid")
    UNDONE = "undone", _("Teruggedraaid")
    FAILED = "failed", _("Mislukt")


class RowAction(models.TextChoices):
    """What happens, or happened, with one row of a list."""

    CREATE = "create", _("Nieuw")
    UPDATE = "update", _("Aangevuld")
    UNCHANGED = "unchanged", _("Al bekend")
    MERGE = "merge", _("Samengevoegd met een eerdere rij")
    REJECT = "reject", _("Niet ingelezen")
    SKIP = "skip", _("Overgeslagen")


class PairState(models.TextChoices):
    OPEN = "open", _("Nog te bekijken")
    DIFFERENT = "different", _("Niet dezelfde")
    MERGED = "merged", _("Samengevoegd")


class MailingState(models.TextChoices):
    DRAFT = "draft", _("Concept")
    SENDING = "sending", _("Wordt klaargezet")
    SENT = "sent", _("Verzonden")


class CheckState(models.TextChoices):
    ASKED = "asked", _("Gevraagd")
    CONFIRMED = "confirmed", _("Klopt")
    CHANGED = "changed", _("Gewijzigd")
    SUCCESSION = "succession", _("Bestuurswissel loopt")


class SuccessionState(models.TextChoices):
    ASKED = "asked", _("Wacht op de opvolger")
    ACCEPTED = "accepted", _("Overgedragen")
    DECLINED = "declined", _("Niet aangenomen")
    WITHDRAWN = "withdrawn", _("Ingetrokken")
