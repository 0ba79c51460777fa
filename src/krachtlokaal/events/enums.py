"""States and kinds of event days, their parts, registrations, placements and scans."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventKind(models.TextChoices):
    """The templates that a day is made from."""

    DOE_DAG = "doe_dag", _("Doe-dag")
    WORKSHOP_DAY = "workshop_day", _("Workshopdag")
    INSTRUMENT_SESSION = "instrument", _("Instrumentsessie")
    BLANK = "blank", _("Leeg begin")


class EventState(models.TextChoices):
    DRAFT = "draft", _("In voorbereiding")
    OPEN = "open", _("Aanmelden open")
    # Nobody registers any more; people are placed.
    CLOSED = "closed", _("Aanmelden gesloten")
    # Everybody has her programme.
    PUBLISHED = "published", _("Programma bekend")
    HELD = "held", _("Geweest")
    CALLED_OFF = "called_off", _("Gaat niet door")


class PartKind(models.TextChoices):
    """What happens in a part of the day."""

    PLENARY = "plenary", _("Voor iedereen")
    ROUND = "round", _("Workshopronde")
    CONSULTATION = "consultation", _("Spreekuur")
    NETWORKING = "networking", _("Kennismaken")
    MARKET = "market", _("Markt")
    BREAK = "break", _("Pauze")


class RegistrationState(models.TextChoices):
    CONFIRMED = "confirmed", _("Aangemeld")
    WAITING = "waiting", _("Op de wachtlijst")
    # A place came free; she says yes or no before the term ends.
    OFFERED = "offered", _("Plek aangeboden")
    CANCELLED = "cancelled", _("Afgemeld")


class PlacementState(models.TextChoices):
    DRAFT = "draft", _("Voorstel")
    PUBLISHED = "published", _("Gepubliceerd")
    REPLACED = "replaced", _("Vervangen")


class SeatOrigin(models.TextChoices):
    """How somebody came to sit in a session."""

    SOLVER = "solver", _("Ingedeeld")
    MOVED = "moved", _("Verplaatst door de organisatie")
    SWAPPED = "swapped", _("Zelf geruild")
    WALK_IN = "walk_in", _("Aan de deur")


class PinKind(models.TextChoices):
    FIXED = "fixed", _("Vast in deze workshop")
    EXCLUDED = "excluded", _("Niet in deze workshop")


class ScanVerdict(models.TextChoices):
    FIRST = "first", _("Binnen")
    DOUBLE = "double", _("Was al binnen")
    UNKNOWN = "unknown", _("Onbekende code")
    CANCELLED = "cancelled", _("Afgemeld")


class IntentionState(models.TextChoices):
    PLANNED = "planned", _("Nog niet begonnen")
    BUSY = "busy", _("Mee bezig")
    DONE = "done", _("Gedaan")
    DROPPED = "dropped", _("Gaat niet door")
