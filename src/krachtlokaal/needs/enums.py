"""States and kinds of needs surveys, round tables, cards, reports and actions."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SurveyState(models.TextChoices):
    PREPARING = "preparing", _("In voorbereiding")
    # The population is frozen; waves and tables are held.
    FIELD = "field", _("Veldwerk")
    # The waves are closed: figures are drawn and the report is written.
    WRITING = "writing", _("Rapport schrijven")
    # A version of the report is fixed; the actions go on.
    FINISHED = "finished", _("Rapport vastgesteld")


class TableState(models.TextChoices):
    PLANNED = "planned", _("Gepland")
    # Cards are typed.
    TALKING = "talking", _("Het gesprek loopt")
    # Guests give dots.
    DOTS = "dots", _("Stippen geven")
    DONE = "done", _("Afgerond")
    CALLED_OFF = "called_off", _("Afgelast")


class GuestSource(models.TextChoices):
    """Why somebody is asked to a table."""

    YES = "yes", _("Wilde meepraten")
    SILENT = "silent", _("Antwoordde niet")
    ADDED = "added", _("Zelf toegevoegd")


class GuestState(models.TextChoices):
    PROPOSED = "proposed", _("Voorgesteld")
    INVITED = "invited", _("Uitgenodigd")
    COMES = "comes", _("Komt")
    DECLINED = "declined", _("Komt niet")
    CAME = "came", _("Was erbij")


class CardSource(models.TextChoices):
    TABLE = "table", _("Ronde tafel")
    # Own words from the KrachtMeting, after closing, shuffled, without their organisation.
    ANSWER = "answer", _("Open antwoord")


class CardKind(models.TextChoices):
    KNELPUNT = "knelpunt", _("Knelpunt")
    WENS = "wens", _("Wens")
    KANS = "kans", _("Kans")
    GOED_VOORBEELD = "voorbeeld", _("Goed voorbeeld")


class CodingRound(models.TextChoices):
    FIRST = "first", _("Eerste codering")
    # Made by somebody else who does not see the first.
    SECOND = "second", _("Tweede codering")
    # What both agreed to where they differed; comes before the first.
    SETTLED = "settled", _("Samen besloten")


class BlockKind(models.TextChoices):
    """The parts of a report, in their usual order. Texts are typed; the rest is drawn from data."""

    SUMMARY = "summary", _("Samenvatting")
    RESPONSE = "response", _("Wie antwoordden")
    RANKING = "ranking", _("Wat het meest nodig is")
    THEME = "theme", _("Thema")
    TEXT = "text", _("Eigen tekst")
    CONCLUSIONS = "conclusions", _("Conclusies")
    ACTIONS = "actions", _("Acties")
    METHOD = "method", _("Hoe dit is onderzocht")
    QUESTIONNAIRE = "questionnaire", _("De vragenlijst")


class ActionState(models.TextChoices):
    PLANNED = "planned", _("Nog niet begonnen")
    BUSY = "busy", _("Bezig")
    DONE = "done", _("Gedaan")
    DROPPED = "dropped", _("Gaat niet door")


class FileKind(models.TextChoices):
    """The files of a fixed edition."""

    PDF = "pdf", _("PDF")
    DOCX = "docx", _("Word")
    DATA = "zip", _("Open data")
