"""Kinds of workspaces, roles and ways in which a working area is drawn."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class WorkspaceKind(models.TextChoices):
    STEUNPUNT = "steunpunt", _("Steunpunt")
    PROVINCIAAL = "provinciaal", _("Provinciale organisatie")
    KOEPEL = "koepel", _("Ondersteuner van een sector")
    LANDELIJK = "landelijk", _("Landelijk team")


class Role(models.TextChoices):
    """Roles of a member of a workspace; the weakest first."""

    DEURVRIJWILLIGER = "deurvrijwilliger", _("Deurvrijwilliger")
    LEZER = "lezer", _("Lezer")
    CONSULENT = "consulent", _("Consulent")
    COORDINATOR = "coordinator", _("Coördinator")
    LANDELIJK = "landelijk", _("Lid landelijk team")

    @property
    def rank(self) -> int:
        """Its place in the order of strength; nobody gives more than she has."""
        return list(Role).index(self)


class Capability(models.TextChoices):
    """What somebody may do; docs/architecture.md shows the same table for readers."""

    SEE_START = "see_start", _("De startpagina zien")
    READ_REGISTER = "read_register", _("Organisaties zoeken en lezen")
    READ_OWN_NOTES = (
        "read_own_notes",
        _("Contacten, notities en labels van de eigen werkruimte lezen"),
    )
    PROPOSE_FACTS = "propose_facts", _("Een wijziging van gedeelde gegevens voorstellen")
    WRITE_FACTS = "write_facts", _("Gedeelde gegevens in het werkgebied wijzigen")
    WRITE_CONTACTS = "write_contacts", _("Contacten, notities en labels schrijven")
    IMPORT = "import", _("Een lijst inlezen en dat terugdraaien")
    MERGE = "merge", _("Dubbele organisaties samenvoegen")
    EXPORT = "export", _("Organisaties meenemen als bestand")
    SEND_MAIL = "send_mail", _("Een selectie mailen en vragen of gegevens kloppen")
    SEE_JOBS = "see_jobs", _("Taken en hun uitkomst zien")
    SEE_MAIL = "see_mail", _("De uitgaande post van de werkruimte zien")
    SEE_TOTALS = "see_totals", _("Totalen van metingen zien")
    SEE_FIELD_WORK = "see_field_work", _("Het veldwerk van een meting volgen en bellen")
    SEE_RESULTS = "see_results", _("Uitkomsten zien die een organisatie deelt")
    RUN_WAVES = "run_waves", _("Metingen openen, verlengen en sluiten")
    EDIT_QUESTIONNAIRES = "edit_questionnaires", _("Vragenlijsten maken en publiceren")
    SEE_NEEDS = "see_needs", _("Behoeftepeilingen en hun uitkomst zien")
    WORK_NEEDS = "work_needs", _("Meewerken aan een behoeftepeiling: tafels, kaartjes, rapport")
    RUN_NEEDS = "run_needs", _("Een behoeftepeiling opzetten, sluiten en het rapport vaststellen")
    OPEN_DOOR = "open_door", _("De deur van een doe-dag openen")
    SEE_EVENTS = "see_events", _("Doe-dagen en hun deelnemers zien")
    WORK_EVENTS = "work_events", _("Meewerken aan een doe-dag: aanmeldingen, spreekuur, papier")
    RUN_EVENTS = "run_events", _("Een doe-dag opzetten, indelen en publiceren")
    WORK_CASES = "work_cases", _("Adviesvragen behandelen")
    READ_AUDIT = "read_audit", _("Lezen wie wat deed")
    MANAGE_MEMBERS = "manage_members", _("Collega's uitnodigen en rollen geven")
    MANAGE_WORKSPACE = "manage_workspace", _("Gegevens en werkgebied van de werkruimte wijzigen")
    OPERATE = "operate", _("De toestand van de installatie zien")
