"""Invented names of organisations: a kind, and a place or a house that is on no map."""

from dataclasses import dataclass
from random import Random

from krachtlokaal.register.enums import LegalForm as Form
from krachtlokaal.register.enums import Sector

# Villages, quarters and waters that do not exist, in the sound of their region.
INVENTED = {
    "rivierenland": (
        "Oevermeer", "Wilgenveld", "Lage Brug", "Lingebocht", "Waalrand", "Kersenbroek",
        "Hoogwaarde",
        "Steenovenhoek", "Veldekerk", "Dijkzicht", "Grienderwaard", "Appelhof", "Tolhuis",
        "Zandveld",
    ),
    "fryslan": (
        "Nijewâlde", "Oosterwaard", "Marsumerdyk", "Heidelo", "Wytsân", "Tsjerkeham", "Skierwâld",
        "Noorderzijl", "Iepenmar", "Reidhoeke", "Aldpaed", "Feartsicht", "Terpezijl",
        "Blauwe Pream",
    ),
    "overijssel": (
        "Vechtoord", "Esborg", "Marswolde", "Sallerhoek", "Berkenmeer", "Lutterveen", "Noaberkamp",
        "Regghoek", "Heezerbrink", "Holtesch", "Boskamp-Zuid", "Twentersluis", "Hanzewaard",
        "Ganzendiek",
    ),
}  # fmt: skip
# Names of houses and groups of people.
HOUSES = (
    "De Wilgenhoek", "'t Heem", "De Kwartel", "De Schakel", "Ons Honk", "De Brink", "Het Voetlicht",
    "De Tol", "De Vuurpot", "De Klepel", "De Lantaarn", "De Ganzenveer", "Het Anker", "De Spil",
    "De Ooievaar", "De Zonnehoek", "De Bongerd", "De Wissel", "De Trekschuit", "De Hooiberg",
)  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """A kind of organisation; `{p}` becomes an invented place, `{h}` an invented house."""

    pattern: str
    form: Form = Form.ASSOCIATION
    # How large it is beside the median of 18 volunteers.
    size: float = 1.0
    has_members: bool = True


FOUNDATION = Form.FOUNDATION
KINDS: dict[Sector, tuple[Kind, ...]] = {
    Sector.SPORT: (
        Kind("SV {p}", size=2.2), Kind("VV {p}", size=2.0), Kind("Tennisclub {p}", size=1.2),
        Kind("Korfbalclub {p}", size=1.4), Kind("Zwemclub {h}"), Kind("IJsclub {p}"),
        Kind("Gymnastiekvereniging {p}", size=0.8), Kind("Volleybalclub {p}", size=0.8),
        Kind("Biljartclub {h}", size=0.5), Kind("Ruitersportvereniging {p}"),
    ),
    Sector.CULTURE: (
        Kind("Toneelgroep {h}"), Kind("Fanfare Eendracht {p}", size=1.2),
        Kind("Koor {h} {p}", size=0.7),
        Kind("Muziekvereniging {p}", size=1.3), Kind("Heemkundekring {p}", size=0.9),
        Kind("Filmhuis {h}", FOUNDATION, 1.5, has_members=False),
        Kind("Museum {h} {p}", FOUNDATION, 1.8, has_members=False),
    ),
    Sector.NEIGHBOURHOOD: (
        Kind("Dorpshuis {h} {p}", FOUNDATION, 1.6, has_members=False),
        Kind("Dorpsbelang {p}", size=0.7),
        Kind("Buurthuis {h}", FOUNDATION, 1.3, has_members=False),
        Kind("Speeltuin {h}", size=0.9), Kind("Oranjevereniging {p}", size=0.9),
        Kind("Repaircafé {p}", Form.UNKNOWN, 0.8, has_members=False),
    ),
    Sector.CARE: (
        Kind("Bezoekdienst {h}", FOUNDATION, 1.2, has_members=False),
        Kind("Ouderenbezoek {p}", Form.UNKNOWN, 0.9, has_members=False),
        Kind("Hospice {h}", FOUNDATION, 2.6, has_members=False),
        Kind("EHBO-vereniging {p}", size=0.8),
    ),
    Sector.SOCIAL: (
        Kind("Voedselbank {p}", FOUNDATION, 2.0, has_members=False),
        Kind("Kledingbank {p}", FOUNDATION, 1.1, has_members=False),
        Kind("Maatjesproject {h}", FOUNDATION, has_members=False),
    ),
    Sector.REFUGEES: (Kind("Taalmaatjes {p}", FOUNDATION, 1.4, has_members=False),),
    Sector.YOUTH: (
        Kind("Scouting {h} {p}", size=1.1),
        Kind("Jeugdsoos {h}", FOUNDATION, 0.8, has_members=False),
        Kind("Kindervakantieweek {p}", FOUNDATION, 2.4, has_members=False),
        Kind("Jeugdclub {p}", size=0.7),
    ),
    Sector.SCHOOL: (
        Kind("Ouderraad basisschool {h}", Form.UNKNOWN, 0.6, has_members=False),
        Kind("Leesouders {p}", Form.UNKNOWN, 0.7, has_members=False),
    ),
    Sector.HOBBY: (
        Kind("Ouderensoos {h}", size=0.6), Kind("Bridgeclub {p}", size=0.5),
        Kind("Fotoclub {h}", size=0.4),
        Kind("Volkstuinvereniging {p}", size=0.8), Kind("Breicafé {h}", Form.UNKNOWN, 0.4),
    ),
    Sector.RELIGION: (
        Kind("Diaconie {p}", Form.CHURCH, 1.2, has_members=False),
        Kind("Vrouwengroep {h} {p}", Form.CHURCH, 0.7),
        Kind("Moskeevereniging {p}", size=1.1),
    ),
    Sector.NATURE: (
        Kind("Natuurwerkgroep {p}", size=0.9), Kind("Vogelwacht {p}", size=1.1),
        Kind("Imkersvereniging {p}", size=0.4),
        Kind("Egelopvang {h}", FOUNDATION, 0.7, has_members=False),
    ),
    Sector.OTHER: (
        Kind("Dierenambulance {p}", FOUNDATION, 1.9, has_members=False),
        Kind("Energiecoöperatie {p}", Form.COOPERATIVE, 0.8),
    ),
    Sector.LABOUR_POLITICS: (Kind("Gemeentebelangen {p}", size=0.5),),
}  # fmt: skip
# Out of a hundred organisations.
WEIGHTS = {
    Sector.SPORT: 24, Sector.CULTURE: 17, Sector.NEIGHBOURHOOD: 14, Sector.CARE: 7,
    Sector.SOCIAL: 5, Sector.REFUGEES: 1, Sector.YOUTH: 7,
    Sector.SCHOOL: 3, Sector.HOBBY: 8, Sector.RELIGION: 6, Sector.NATURE: 5, Sector.OTHER: 2,
    Sector.LABOUR_POLITICS: 1,
}  # fmt: skip
# Contacts have a first name and one letter, never the name of a person.
FIRST_NAMES = (
    "Aafke", "Abel", "Aisha", "Anneke", "Arjen", "Baukje", "Berend", "Bilal", "Cees", "Coby",
    "Dieuwke",
    "Evert", "Fatma", "Femke", "Gijs", "Greetje", "Hanna", "Henk", "Hilde", "Ineke", "Jaap",
    "Janneke",
    "Jeltje", "Joke", "Karim", "Klaas", "Leyla", "Lies", "Luuk", "Margriet", "Marijke", "Meindert",
    "Mina",
    "Nelleke", "Obe", "Paula", "Piet", "Rens", "Riekje", "Roelof", "Samira", "Sieberen", "Sytske",
    "Tineke",
    "Tjeerd", "Truus", "Wim", "Yusuf", "Ymkje", "Zeynep",
)  # fmt: skip
STREETS = (
    "Meerkoetlaan", "Wilgenkring", "Oude Smidse", "Kievitshof", "Hoepelpad", "Lindeplantsoen",
    "Appelgaard", "Tolbrug", "Klokkenpad", "Fluitekruid", "Hooiweg", "Schuttersgang",
)  # fmt: skip


def draw_kind(dice: Random) -> tuple[Sector, Kind]:
    sector = dice.choices(list(WEIGHTS), weights=list(WEIGHTS.values()))[0]
    return sector, dice.choice(KINDS[sector])


def draw_name(dice: Random, kind: Kind, region: str, taken: set[str]) -> str:
    """A name that nobody has yet; after some tries the house and the place stand together."""
    for attempt in range(40):
        pattern = kind.pattern if attempt < 30 else f"{kind.pattern} {{p}}"
        name = pattern.format(p=dice.choice(INVENTED[region]), h=dice.choice(HOUSES))
        if kind.form == Form.FOUNDATION and dice.random() < 0.4:
            name = f"Stichting {name}"
        if name not in taken:
            taken.add(name)
            return name
    raise ValueError(f"No name left for {kind.pattern}: invent more places.")
