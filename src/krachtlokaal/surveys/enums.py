"""States and kinds of questionnaires, waves, invitations and answers."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class VersionState(models.TextChoices):
    """A draft can be edited; what is published never changes."""

    DRAFT = "draft", _("Concept")
    PUBLISHED = "published", _("Gepubliceerd")
    RETIRED = "retired", _("Niet meer in gebruik")


class Answering(models.TextChoices):
    """The two ways to answer; the first page tells which one holds."""

    ORGANISATION = "organisation", _("Namens de organisatie")
    EACH = "each", _("Ieder voor zich")


class Variant(models.TextChoices):
    FULL = "full", _("Volledige meting")
    SHORT = "short", _("Korte meting")


class Audience(models.TextChoices):
    """Whom a wave is for."""

    SELECTION = "selection", _("Een selectie van het register")
    ONE = "one", _("Eén organisatie")
    OPEN = "open", _("Een open link")
    SELF = "self", _("Een bestuur begint zelf")


class WaveState(models.TextChoices):
    PREPARING = "preparing", _("In voorbereiding")
    # Agreed to; opens on its day, or is being opened now.
    PLANNED = "planned", _("Gepland")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Gesloten")
    CALLED_OFF = "called_off", _("Afgelast")


class Channel(models.TextChoices):
    """How somebody came to her link."""

    MAIL = "mail", _("Mail")
    LETTER = "letter", _("Brief")
    OPEN = "open", _("Open link")
    COLLEAGUE = "colleague", _("Gevraagd door een medebestuurder")
    PAPER = "paper", _("Op papier")
    SELF = "self", _("Zelf begonnen")


class Progress(models.TextChoices):
    """How far an invitation is: participation, never what was answered."""

    INVITED = "invited", _("Uitgenodigd")
    REACHED = "reached", _("Bereikt")
    STARTED = "started", _("Begonnen")
    SENT = "sent", _("Verstuurd")


class WishKind(models.TextChoices):
    """What a respondent says yes to with her name; kept with participation."""

    CONTACT = "contact", _("Wil gebeld of gemaild worden")
    ROUND_TABLE = "round_table", _("Wil meepraten aan een ronde tafel")


class CallOutcome(models.TextChoices):
    """What came of a call to an organisation that did not answer yet."""

    WILL_ANSWER = "will_answer", _("Gaat het doen")
    NO_ANSWER = "no_answer", _("Niet bereikt")
    REFUSES = "refuses", _("Doet niet mee")
    WRONG_PERSON = "wrong_person", _("Andere contactpersoon")
