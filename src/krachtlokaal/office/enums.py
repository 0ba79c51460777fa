"""States of jobs, mails and actors."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class JobState(models.TextChoices):
    WAITING = "waiting", _("Wacht")
    RUNNING = "running", _("Bezig")
    DONE = "done", _("Klaar")
    FAILED = "failed", _("Mislukt")


class MailState(models.TextChoices):
    """`sending` is committed before the server gets the text, so a crash can't hide a mail."""

    QUEUED = "queued", _("Staat klaar")
    SENDING = "sending", _("Wordt verzonden")
    SENT = "sent", _("Verzonden")
    UNSURE = "unsure", _("Onzeker")
    REFUSED = "refused", _("Geweigerd")
    BOUNCED = "bounced", _("Kwam terug")
    CANCELLED = "cancelled", _("Niet verzonden")


class ActorKind(models.TextChoices):
    USER = "user", _("Gebruiker")
    LINK = "link", _("Houder van een persoonlijke link")
    SYSTEM = "system", _("Het systeem")
    COMMAND = "command", _("Opdrachtregel")
