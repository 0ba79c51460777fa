"""How real lists call their columns: squeezed headings (letters and digits only)."""

import re
from functools import lru_cache

from krachtlokaal.register.intake.enums import Field
from krachtlokaal.register.intake.text import squeeze, words

_SYNONYMS: dict[Field, str] = {
    Field.NAME: """
        naam, naam organisatie, organisatie, organisatienaam, naam vereniging, vereniging,
        verenigingsnaam, naam club, club, clubnaam, naam stichting, stichting, naam instelling,
        instelling, bedrijfsnaam, bedrijf, handelsnaam, statutaire naam, volledige naam,
        officiele naam, naam vrijwilligersorganisatie, vrijwilligersorganisatie,
        naam vereniging/stichting, vereniging/stichting, organisatie/vereniging, relatie,
        relatienaam, debiteur, accountnaam, naam relatie, naam groep, groep, naam initiatief,
        initiatief, title, post title,
        naam van de organisatie, naam van de vereniging, naam org, org, naam ver,
        naam v d organisatie, naam v d vereniging, omschrijving organisatie, titel,
        organization, organisation, organization name, organisation name, name, association,
        company, account name, namme, namme feriening, feriening, namme organisaasje,
        organisaasje, stifting""",
    Field.KVK: """
        kvk, kvk nummer, kvknr, kvk nr, kvk no, k.v.k., k.v.k. nummer, kamer van koophandel,
        inschrijfnummer kvk, dossiernummer, dossiernr, dossiernummer kvk, handelsregister,
        handelsregisternummer, nummer kvk, nr kvk, kvk dossiernummer, kvk-inschrijving,
        kvk inschrijfnummer, chamber of commerce, coc, coc number, kvk number""",
    Field.SECTOR: """
        sector, soort, soort organisatie, soort vereniging, type, type organisatie, categorie,
        cat, rubriek, branche, werkveld, werksoort, werkterrein, thema, sbi, activiteit,
        hoofdactiviteit, aard, aard organisatie, discipline, tak van sport, sport, kategory,
        category, kind, organisation type, soarte""",
    Field.LEGAL_FORM: """
        rechtsvorm, juridische vorm, vorm, rechtspersoon, rv, legal form, rjochtsfoarm,
        juridische status""",
    Field.STREET: """
        straat, straatnaam, adres, adres 1, bezoekadres, postadres, correspondentieadres,
        vestigingsadres, straat en huisnummer, straat + nr, straat nr, straat huisnr, adresregel,
        adresregel 1, adres organisatie, adres vereniging, adres accommodatie, street, address,
        adresse, strjitte, adr, str, straat/nr, adres secretariaat, straat/postbus""",
    Field.HOUSE_NUMBER: """
        huisnummer, huisnr, hnr, huisnummer + toevoeging, huisnummer en toevoeging, house number,
        hûsnûmer, huisno, huis nr""",
    Field.POSTCODE: """
        postcode, pc, p.c., postkode, post code, pcode, postc, pcd, zip, zip code, postal code,
        postcode bezoekadres, postcode postadres, postcode organisatie, postkoade, pc6""",
    Field.PLACE: """
        plaats, plaatsnaam, woonplaats, vestigingsplaats, dorp, kern, stad, plts, plaats/dorp,
        dorp/stad, dorpskern, woonkern, wijk/dorp, plaats organisatie, plaats vereniging,
        plaats bezoekadres, plaats postadres, city, town, place, village, plak, doarp, stêd,
        plakke, standplaats, locatie""",
    Field.POSTCODE_PLACE: """
        postcode plaats, postcode en plaats, postcode/plaats, pc plaats, pc/plaats,
        pc + plaats, postcode + woonplaats, postcode woonplaats, pc en woonplaats, pc woonplaats,
        postcode en woonplaats, postcodeplaats""",
    Field.MUNICIPALITY: """
        gemeente, gem, gem., gemeentenaam, naam gemeente, gemeente naam, vestigingsgemeente,
        municipality, gemeentecode, gm code, cbs code, cbs gemeentecode, gemeente(n)""",
    Field.PROVINCE: "provincie, prov, province, provinsje",
    Field.WEBSITE: """
        website, web, site, url, internet, internetadres, internetsite, webadres, webpagina,
        www, homepage, webstee, webside, link, website organisatie, websiteadres""",
    Field.EMAIL: """
        e-mail, email, mail, emailadres, e-mail adres, mailadres, e-mail algemeen, algemeen
        e-mail, email organisatie, e-mailadres organisatie, e-mail vereniging, e-mail club,
        e-mail info, info e-mail, algemeen mailadres, email algemeen, algemeen e-mailadres,
        e-mailadres algemeen, email address, mail address, e mail, emailadressen, e-post,
        mail algemeen, epost""",
    Field.PHONE: """
        telefoon, tel, tel., telefoonnummer, telefoonnr, telnr, tel.nr., tel nr, tel nummer,
        tlf, tel algemeen, telefoon algemeen, telefoon organisatie, telefoon vereniging, mobiel,
        mob, gsm, 06, 06 nummer, mobiele telefoon, mobiel nummer, phone, phone number, telephone,
        mobile, tillefoan, telefoon vast, telefoon 1, tel 1""",
    Field.VOLUNTEERS: """
        vrijwilligers, aantal vrijwilligers, aant vrijwilligers, aant. vrijw., # vrijwilligers,
        vrijw, vrijwill, aantal vrijw., aantal vrijw, volunteers, number of volunteers,
        frijwilligers, aantal actieve vrijwilligers, vrijwilligers (aantal),
        hoeveel vrijwilligers""",
    Field.MEMBERS: """
        leden, aantal leden, ledental, ledenaantal, aant leden, aant. leden, # leden,
        leden (aantal), members, number of members, leden totaal, totaal leden, tal leden""",
    Field.CONTACT_NAME: """
        contactpersoon, naam contactpersoon, contact, contactpers, contactpers., contactnaam,
        cp, contact persoon, contactpersonen, aanspreekpunt, aanspreekpersoon, ter attentie van,
        tav, t.a.v., contactpersoon naam, contact naam, contact person, contact name,
        kontaktpersoan, naam contact, eerste contactpersoon, contactpersoon 1, naam cp""",
    Field.CONTACT_FIRST_NAME: """
        voornaam, roepnaam, voorletters, initialen, voorl, voornaam contactpersoon, vnaam,
        voorletter, first name, foarnamme, voornaam/voorletters""",
    Field.CONTACT_INFIX: """
        tussenvoegsel, tussenvoegsels, tussenv, tv, tussenv., tussenvgsl, tussenv. cp, infix,
        voorvoegsel, voorvoegsels, tussenvoegs""",
    Field.CONTACT_LAST_NAME: """
        achternaam, achternaam contactpersoon, familienaam, geslachtsnaam, last name, surname,
        efternamme, anaam""",
    Field.CONTACT_ROLE: """
        functie, rol, functie contactpersoon, rol contactpersoon, functie bestuur,
        bestuursfunctie, hoedanigheid, function, role, funksje, positie""",
    Field.CONTACT_EMAIL: """
        e-mail contactpersoon, email contactpersoon, mail contactpersoon, e-mailadres
        contactpersoon, contact e-mail, email contact, e-mail contact, mail contact, mail cp,
        e-mail cp, email cp, contactpersoon e-mail, contact email, contactemail, contactmail""",
    Field.CONTACT_PHONE: """
        telefoon contactpersoon, tel contactpersoon, tel. contactpersoon, telefoonnummer
        contactpersoon, tel cp, mobiel contactpersoon, tel contact, telefoon contact,
        contactpersoon telefoon, contactpersoon tel, contact phone, mobiel cp,
        contact telefoon""",
    Field.NOTE: """
        opmerking, opmerkingen, opm, opm., notitie, notities, bijzonderheden, toelichting,
        memo, overig, aantekening, aantekeningen, commentaar, info, informatie, omschrijving,
        notes, note, remarks, comments, opmerkings, extra info, extra informatie""",
    Field.TAGS: """
        label, labels, tag, tags, trefwoord, trefwoorden, kenmerk, kenmerken, groepen, lijst,
        mailinglijst, keywords, doelgroep, doelgroepen""",
    Field.SOURCE_ID: """
        id, nr, nummer, no, nummer organisatie, relatienummer, relatienr, relatie nr, volgnummer,
        volgnr, vnr,
        klantnummer, klantnr, debiteurnummer, debiteurnr, debnr, externe id, extern id,
        registratienummer, code, organisatie id, organisatienummer, recordnummer, lidnummer,
        verenigingsnummer, key, sleutel, rel.nr., rel nr, org id, orgid, uuid""",
}

_ROLES: dict[str, str] = {
    "secretary": "secretaris, secr, secretariaat, secretaresse, scr, secretary, skriuwer, secret",
    "chair": "voorzitter, voorz, vz, vrz, voorzitster, chair, chairman, foarsitter, president",
    "treasurer": "penningmeester, penningm, penn, pm, penningmeesteres, treasurer, ponghalder",
}
_KINDS: dict[str, str] = {
    "email": "email, e, mail, emailadres, mailadres, mailadressen",
    "phone": "telefoon, tel, telefoonnummer, telnr, tlf, mobiel, mob, gsm, 06, telefoonnr, tnr",
    "name": "naam, dhr, mevr, van, de, persoon",
}
_NOT_AN_ORGANISATION = (
    "contact", "pers", "best", "secr", "voorz", "penn", "plaats", "gem", "straat", "dorp", "wijk",
    "behandelaar", "ambtenaar", "consulent", "tekenbev", "eigenaar", "beheerder", "trainer",
)  # fmt: skip
_LEADING_NUMBER = re.compile(r"^\d{1,2}[.)]\s+")


def _split(listing: str) -> list[str]:
    return [squeeze(part) for part in listing.split(",")]


KNOWN_HEADINGS: dict[str, Field] = {
    heading: field for field, listing in _SYNONYMS.items() for heading in _split(listing)
}
_ROLE_WORDS = {word: role for role, listing in _ROLES.items() for word in _split(listing)}
_KIND_WORDS = {word: kind for kind, listing in _KINDS.items() for word in _split(listing)}
_FILLERS = frozenset({"adres", "nr", "nummer", "no", "het", "bestuur", "1"})


@lru_cache(maxsize=4096)
def known_field(heading: str) -> Field | None:
    """The field that a heading means by itself, if it is a known one."""
    heading = _LEADING_NUMBER.sub("", heading)
    return KNOWN_HEADINGS.get(squeeze(heading)) or _board_field(heading) or _name_of(heading)


def _name_of(heading: str) -> Field | None:
    """`Naam aanvrager`, `Naam accommodatie`: a name, if not that of a person or a place."""
    first, *rest = words(heading) or ("",)
    if first != "naam" or not rest:
        return None
    return None if any(word.startswith(_NOT_AN_ORGANISATION) for word in rest) else Field.NAME


def _board_field(heading: str) -> Field | None:
    """`E-mail secr.`, `Tel. voorz.`, `Penningmeester`: a board member and what of them."""
    parts = [word for word in words(heading.replace("-", "")) if word not in _FILLERS]
    roles = {_ROLE_WORDS[word] for word in parts if word in _ROLE_WORDS}
    rest = [word for word in parts if word not in _ROLE_WORDS]
    if len(roles) != 1 or any(word not in _KIND_WORDS for word in rest):
        return None
    kinds = {_KIND_WORDS[word] for word in rest} - {"name"}
    kind = kinds.pop() if len(kinds) == 1 else "name"
    return Field(f"{roles.pop()}_{kind}")


def is_name_heading(heading: str) -> bool:
    return known_field(heading) is Field.NAME
