"""What a list can say about an organisation."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from krachtlokaal.register.intake.wording import Sentence


class Sector(StrEnum):
    """The thirteen types of organisation in the volunteering statistics of CBS."""

    SPORT = "sport"
    OTHER = "other"
    SCHOOL = "school"
    NEIGHBOURHOOD = "neighbourhood"
    CARE = "care"
    HOBBY = "hobby"
    RELIGION = "religion"
    CULTURE = "culture"
    YOUTH = "youth"
    NATURE = "nature"
    SOCIAL = "social"
    REFUGEES = "refugees"
    LABOUR_POLITICS = "labour_politics"

    @property
    def label(self) -> Sentence:
        return _SECTOR_LABELS[self]

    @classmethod
    def choices(cls) -> list[tuple[str, Sentence]]:
        return [(member.value, member.label) for member in cls]


class LegalForm(StrEnum):
    FOUNDATION = "foundation"
    ASSOCIATION = "association"
    INFORMAL_ASSOCIATION = "informal_association"
    CHURCH = "church"
    COOPERATIVE = "cooperative"
    COMPANY = "company"
    UNKNOWN = "unknown"

    @property
    def label(self) -> Sentence:
        return _LEGAL_FORM_LABELS[self]

    @classmethod
    def choices(cls) -> list[tuple[str, Sentence]]:
        return [(member.value, member.label) for member in cls]


class ContactRole(StrEnum):
    GENERAL = "general"
    SECRETARY = "secretary"
    CHAIR = "chair"
    TREASURER = "treasurer"

    @property
    def label(self) -> Sentence:
        return _ROLE_LABELS[self]

    @classmethod
    def choices(cls) -> list[tuple[str, Sentence]]:
        return [(member.value, member.label) for member in cls]


class Field(StrEnum):
    """What a column of a list can hold."""

    NAME = "name"
    KVK = "kvk"
    SECTOR = "sector"
    LEGAL_FORM = "legal_form"
    STREET = "street"
    HOUSE_NUMBER = "house_number"
    POSTCODE = "postcode"
    PLACE = "place"
    POSTCODE_PLACE = "postcode_place"
    MUNICIPALITY = "municipality"
    PROVINCE = "province"
    WEBSITE = "website"
    EMAIL = "email"
    PHONE = "phone"
    VOLUNTEERS = "volunteers"
    MEMBERS = "members"
    CONTACT_NAME = "contact_name"
    CONTACT_FIRST_NAME = "contact_first_name"
    CONTACT_INFIX = "contact_infix"
    CONTACT_LAST_NAME = "contact_last_name"
    CONTACT_ROLE = "contact_role"
    CONTACT_EMAIL = "contact_email"
    CONTACT_PHONE = "contact_phone"
    SECRETARY_NAME = "secretary_name"
    SECRETARY_EMAIL = "secretary_email"
    SECRETARY_PHONE = "secretary_phone"
    CHAIR_NAME = "chair_name"
    CHAIR_EMAIL = "chair_email"
    CHAIR_PHONE = "chair_phone"
    TREASURER_NAME = "treasurer_name"
    TREASURER_EMAIL = "treasurer_email"
    TREASURER_PHONE = "treasurer_phone"
    NOTE = "note"
    TAGS = "tags"
    SOURCE_ID = "source_id"

    # Looked up a million times while a list is cleaned.
    __hash__ = str.__hash__

    @property
    def label(self) -> Sentence:
        return _FIELD_LABELS[self]

    @classmethod
    def choices(cls) -> list[tuple[str, Sentence]]:
        return [(member.value, member.label) for member in cls]


# Several columns of a list can be remarks or labels; of all else there is one.
REPEATABLE_FIELDS = frozenset({Field.NOTE, Field.TAGS})

_SECTOR_LABELS: dict[Sector, Sentence] = {
    Sector.SPORT: _("Sport"),
    Sector.OTHER: _("Overig"),
    Sector.SCHOOL: _("School"),
    Sector.NEIGHBOURHOOD: _("Buurt en dorp"),
    Sector.CARE: _("Zorg"),
    Sector.HOBBY: _("Hobby"),
    Sector.RELIGION: _("Geloof"),
    Sector.CULTURE: _("Cultuur"),
    Sector.YOUTH: _("Jeugd"),
    Sector.NATURE: _("Natuur"),
    Sector.SOCIAL: _("Sociale hulp"),
    Sector.REFUGEES: _("Vluchtelingen"),
    Sector.LABOUR_POLITICS: _("Arbeid en politiek"),
}

_LEGAL_FORM_LABELS: dict[LegalForm, Sentence] = {
    LegalForm.FOUNDATION: _("Stichting"),
    LegalForm.ASSOCIATION: _("Vereniging"),
    LegalForm.INFORMAL_ASSOCIATION: _("Informele vereniging"),
    LegalForm.CHURCH: _("Kerkgenootschap"),
    LegalForm.COOPERATIVE: _("Coöperatie"),
    LegalForm.COMPANY: _("Bedrijf"),
    LegalForm.UNKNOWN: _("Onbekend of anders"),
}

_ROLE_LABELS: dict[ContactRole, Sentence] = {
    ContactRole.GENERAL: _("Contactpersoon"),
    ContactRole.SECRETARY: _("Secretaris"),
    ContactRole.CHAIR: _("Voorzitter"),
    ContactRole.TREASURER: _("Penningmeester"),
}

_FIELD_LABELS: dict[Field, Sentence] = {
    Field.NAME: _("Naam"),
    Field.KVK: _("KvK-nummer"),
    Field.SECTOR: _("Sector"),
    Field.LEGAL_FORM: _("Rechtsvorm"),
    Field.STREET: _("Straat of adres"),
    Field.HOUSE_NUMBER: _("Huisnummer"),
    Field.POSTCODE: _("Postcode"),
    Field.PLACE: _("Plaats"),
    Field.POSTCODE_PLACE: _("Postcode en plaats samen"),
    Field.MUNICIPALITY: _("Gemeente"),
    Field.PROVINCE: _("Provincie"),
    Field.WEBSITE: _("Website"),
    Field.EMAIL: _("E-mail algemeen"),
    Field.PHONE: _("Telefoon algemeen"),
    Field.VOLUNTEERS: _("Aantal vrijwilligers"),
    Field.MEMBERS: _("Aantal leden"),
    Field.CONTACT_NAME: _("Contactpersoon: naam"),
    Field.CONTACT_FIRST_NAME: _("Contactpersoon: voornaam"),
    Field.CONTACT_INFIX: _("Contactpersoon: tussenvoegsel"),
    Field.CONTACT_LAST_NAME: _("Contactpersoon: achternaam"),
    Field.CONTACT_ROLE: _("Contactpersoon: functie"),
    Field.CONTACT_EMAIL: _("Contactpersoon: e-mail"),
    Field.CONTACT_PHONE: _("Contactpersoon: telefoon"),
    Field.SECRETARY_NAME: _("Secretaris: naam"),
    Field.SECRETARY_EMAIL: _("Secretaris: e-mail"),
    Field.SECRETARY_PHONE: _("Secretaris: telefoon"),
    Field.CHAIR_NAME: _("Voorzitter: naam"),
    Field.CHAIR_EMAIL: _("Voorzitter: e-mail"),
    Field.CHAIR_PHONE: _("Voorzitter: telefoon"),
    Field.TREASURER_NAME: _("Penningmeester: naam"),
    Field.TREASURER_EMAIL: _("Penningmeester: e-mail"),
    Field.TREASURER_PHONE: _("Penningmeester: telefoon"),
    Field.NOTE: _("Opmerking"),
    Field.TAGS: _("Labels"),
    Field.SOURCE_ID: _("Nummer in de eigen lijst"),
}
