"""Words of the field that are fixed in code; themes and target groups stand in tables."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Vos(models.TextChoices):
    """V.O.S.: for whom support is meant."""

    VRIJWILLIGERS = "v", _("Vrijwilligers")
    ORGANISATIES = "o", _("Organisaties")
    SAMENLEVING = "s", _("Samenleving")


class Basisfunctie(models.TextChoices):
    """The five functions of a local support structure (VWS, 2009)."""

    VERTALEN = "vertalen", _("Vertalen")
    VERBINDEN = "verbinden", _("Verbinden en makelen")
    VERSTERKEN = "versterken", _("Versterken")
    VERBREIDEN = "verbreiden", _("Verbreiden")
    VERANKEREN = "verankeren", _("Verankeren")


class Strength(models.TextChoices):
    """The five strengths; each holds two themes."""

    STUREN = "sturen", _("Sturen")
    DRAGEN = "dragen", _("Dragen")
    SAMENWERKEN = "samenwerken", _("Samenwerken")
    MIDDELEN = "middelen", _("Middelen")
    VERNIEUWEN = "vernieuwen", _("Vernieuwen")


class HelpForm(models.TextChoices):
    """Forms of help that an organisation can ask for; each leads to offers."""

    INFO = "info", _("Informatie of een voorbeeld")
    DIY_TOOL = "diy_tool", _("Een stappenplan of formulier")
    WORKSHOP = "workshop", _("Een training of workshop")
    ADVISER = "adviser", _("Een gesprek met een adviseur")
    PEERS = "peers", _("Contact met andere organisaties")
    HANDS = "hands", _("Mensen die een klus doen")


class OfferKind(models.TextChoices):
    INSTRUMENT = "instrument", _("Instrument")
    PRACTICE = "practice", _("Goed voorbeeld")
    DOCUMENT = "document", _("Voorbeelddocument")
    WORKSHOP = "workshop", _("Workshop")
    COURSE = "course", _("Cursus")
    ADVISER = "adviser", _("Adviseur")
    INTRODUCTION = "introduction", _("Kennismaking")
    ACTIVITY = "activity", _("Activiteit")
