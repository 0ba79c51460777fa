"""The register's deeds in sentences, for the page "Wie deed wat" and an organisation's history."""

from django.utils.translation import gettext_lazy as _

from krachtlokaal.office import verbs

ORGANISATIONS = {
    "organisation.created": _("voegde {label} toe"),
    "organisation.changed": _("wijzigde {label}"),
    "organisation.confirmed": _("bevestigde de gegevens van {label}"),
    "organisation.ended": _("schreef op dat {label} is gestopt"),
    "organisation.restarted": _("schreef op dat {label} toch doorgaat"),
    "organisation.removed": _("haalde {label} weg bij het terugdraaien van een lijst"),
    "organisation.merged": _("voegde een andere organisatie samen met {label}"),
    "organisation.unmerged": _("haalde {label} weer uit elkaar"),
    "organisations.exported": _("nam organisaties mee als bestand: {label}"),
    "proposal.made": _("stelde een wijziging voor van {label}"),
    "proposal.accepted": _("nam een voorstel over voor {label}"),
    "proposal.declined": _("nam een voorstel niet over voor {label}"),
    "pairs.searched": _("liet dubbele organisaties zoeken voor {label}"),
    "pairs.found": _("vond nieuwe paren die op elkaar lijken: {label}"),
    "pair.different": _("zei dat dit twee organisaties zijn: {label}"),
}

WORKSPACE_ROWS = {
    "contact.added": _("voegde contact {label} toe"),
    "contact.changed": _("wijzigde contact {label}"),
    "contact.ended": _("schreef op dat contact {label} stopte"),
    "contact.restarted": _("schreef op dat contact {label} weer actief is"),
    "note.added": _("schreef een notitie bij {label}"),
    "note.removed": _("haalde een notitie weg bij {label}"),
    "tag.given": _("gaf een label: {label}"),
    "tag.taken": _("haalde een label weg: {label}"),
    "selection.saved": _("bewaarde de selectie {label}"),
    "selection.renamed": _("gaf een selectie een andere naam: {label}"),
    "selection.removed": _("haalde de selectie {label} weg"),
}

IMPORTS = {
    "import.received": _("leverde de lijst {label} aan"),
    "import.sheet_chosen": _("koos een blad van de lijst {label}"),
    "import.mapped": _("koos de kolommen van de lijst {label}"),
    "import.manner_chosen": _("koos hoe de lijst {label} wordt ingelezen"),
    "import.places_answered": _("zei in welke gemeente plaatsen van de lijst {label} liggen"),
    "import.row_chosen": _("besloot zelf over een rij van de lijst {label}"),
    "import.agreed": _("gaf akkoord voor de lijst {label}"),
    "import.done": _("las de lijst {label} in"),
    "import.discarded": _("legde de lijst {label} weg"),
    "import.undo_asked": _("vroeg de lijst {label} terug te draaien"),
    "import.undone": _("draaide de lijst {label} terug"),
}

MAIL = {
    "mailing.made": _("maakte een mailing: {label}"),
    "mailing.changed": _("wijzigde een mailing: {label}"),
    "mailing.discarded": _("gooide een concept weg: {label}"),
    "mailing.tried": _("stuurde zichzelf een proef: {label}"),
    "mailing.sent": _("verstuurde een mailing: {label}"),
    "optout.added": _("meldde een adres af voor mailings: {label}"),
    "optout.removed": _("meldde een adres weer aan voor mailings: {label}"),
    "contact.mail_problem": _("merkte dat mail niet aankomt bij {label}"),
    "check.asked": _("vroeg of gegevens nog kloppen aan {label}"),
    "check.reminded": _("herinnerde aan „Klopt dit nog?”, aantal mails: {label}"),
    "check.answered": _("beantwoordde „Klopt dit nog?”: {label}"),
    "proposal.withdrawn": _("trok een voorstel in over {label}"),
    "succession.asked": _("vroeg een opvolger: {label}"),
    "succession.withdrawn": _("trok een bestuurswissel in: {label}"),
    "succession.accepted": _("werd opvolger: {label}"),
    "succession.declined": _("wordt geen opvolger: {label}"),
}

FIELDS = {
    "name": _("naam"),
    "kvk": _("KvK-nummer"),
    "sector": _("soort"),
    "legal_form": _("rechtsvorm"),
    "address": _("adres"),
    "postcode": _("postcode"),
    "place": _("plaats"),
    "municipality_id": _("gemeente"),
    "website": _("website"),
    "volunteers": _("aantal vrijwilligers"),
    "members": _("aantal leden"),
    "ended_on": _("gestopt op"),
    "confirmed_at": _("gegevens bevestigd op"),
    "role": _("functie"),
    "email": _("e-mailadres"),
    "phone": _("telefoon"),
    "ontvangers": _("aantal ontvangers"),
}

verbs.register(ORGANISATIONS | WORKSPACE_ROWS | IMPORTS | MAIL, FIELDS)
