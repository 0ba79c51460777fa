"""States of an advice case, and where it came from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CaseState(models.TextChoices):
    OPEN = "open", _("Open")
    # The organisation or somebody else is to do something first.
    WAITING = "waiting", _("Wacht op een antwoord")
    CLOSED = "closed", _("Afgerond")


class CaseOrigin(models.TextChoices):
    ASKED = "asked", _("Gevraagd bij het steunpunt")
    CONSULTATION = "consultation", _("Spreekuur op een doe-dag")


class Audience(models.TextChoices):
    """Who reads a case besides its adviser: named colleagues, unless somebody chose otherwise."""

    NAMED = "named", _("Alleen de adviseur en wie u noemt")
    TEAM = "team", _("Alle adviseurs van de werkruimte")
