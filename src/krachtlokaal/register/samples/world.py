"""Invented organisations: a kind, an invented name and a place. No real persons or numbers."""

from dataclasses import dataclass
from random import Random

from krachtlokaal.register.intake.places import default_places

# Kind: how it is written in full and short, the legal form before it, and how often.
KINDS: tuple[tuple[tuple[str, ...], str, int], ...] = (
    (("Voetbalvereniging", "VV", "v.v.", "Voetbalver."), "", 9),
    (("Tennisclub", "TC", "Tennisvereniging", "LTC"), "", 5),
    (("Volleybalvereniging", "Volleybalver.", "Volleybalclub"), "", 4),
    (("Gymnastiekvereniging", "Gymver.", "Gymnastiekver."), "", 3),
    (("Korfbalvereniging", "KV", "Korfbalclub"), "", 3),
    (("Kaatsvereniging", "KV", "Kaatsver.", "Keatsferiening"), "", 3),
    (("IJsclub", "Ijsclub", "IJsvereniging", "Ysclub"), "", 5),
    (("Sportvereniging", "SV", "s.v.", "Sportver."), "", 4),
    (("Dorpshuis", "Doarpshûs", "Dorpshuis", "MFC"), "Stichting", 6),
    (("Plaatselijk Belang", "Pl. Belang", "Dorpsbelang", "PB"), "Vereniging", 5),
    (("Oranjevereniging", "Oranjever.", "Oranje vereniging"), "", 4),
    (("Muziekvereniging", "Muz.ver.", "Muziekver.", "Chr. Muziekvereniging"), "", 5),
    (("Fanfare", "Fanfarekorps"), "", 3),
    (("Gemengd Koor", "Gem. Koor", "Zangvereniging"), "", 4),
    (("Toneelvereniging", "Toneelver.", "Toneelgroep", "Toneelclub"), "", 5),
    (("Basisschool", "OBS", "Bs."), "Stichting", 3),
    (("Speeltuinvereniging", "Speeltuinver.", "Speeltuin"), "", 3),
    (("Scoutinggroep", "Scouting"), "Stichting", 2),
    (("Zonnebloem afdeling", "Zonnebloem afd.", "De Zonnebloem"), "", 2),
    (("Buurtvereniging", "Buurtver.", "BV"), "", 6),
    (("Historische Vereniging", "Hist. Ver.", "Historische Ver."), "", 2),
    (("Natuurwerkgroep", "Natuurwerkgr.", "Werkgroep Natuur"), "", 2),
    (("Vrouwenvereniging", "Vrouwenver."), "", 2),
    (("Ouderenvereniging", "Ouderenver.", "Ouderenbond"), "", 2),
    (("Jeugdsoos", "Jeugdhonk"), "Stichting", 2),
    (("Repaircafé", "Repair Café", "Repaircafe"), "", 1),
    (("Voedselbank",), "Stichting", 1),
    (("Hengelsportvereniging", "HSV", "Visclub", "Hengelsportver."), "", 2),
    (("Biljartclub", "Biljartver.", "BC"), "", 2),
    (("Vereniging Vrienden van",), "", 1),
    (("Stichting Behoud", "Stg. Behoud"), "", 1),
)
COMMON_NAMES = (
    "Eendracht", "Crescendo", "Excelsior", "De Bron", "Oranje", "Concordia", "De Brug", "Set",
    "De Schakel", "Ons Genoegen", "De Vriendschap", "Wilhelmina", "De Regenboog", "Advendo",
    "Studio", "De Ark", "Nij Libben", "Looft den Heer", "De Wiel", "De Linde", "Quick", "DIO",
)  # fmt: skip
_FIRST = (
    "Linge", "Waal", "Zwette", "Vecht", "Kraan", "Reiger", "Wilg", "Eike", "Klaver", "Merel",
    "Kolk", "Molen", "Paarden", "Schip", "Stern", "Tureluur", "Wier", "Zilver", "Hazel", "Boeier",
    "Kievit", "Pluim", "Roer", "Berken", "Dobber", "Fuik", "Ganzen", "Appel", "Bever", "Distel",
    "Elzen", "Fazant", "Grutto", "Haver", "Iepen", "Jasmijn", "Koren", "Leeuwerik", "Mosterd",
    "Notel", "Otter", "Populier", "Riet", "Snoeken", "Toren", "Uilen", "Vlas", "Winde", "Zwaan",
    "Anker", "Bolder", "Duinen", "Fleer", "Gouden", "Hamer", "Kaarden", "Lis", "Meidoorn",
)  # fmt: skip
_LAST = (
    "bocht", "rand", "hoek", "hof", "haven", "weide", "kamp", "sleat", "wâl", "stee", "mar",
    "burcht", "zoom", "brink", "wal", "gaarde", "dyk", "pleats", "oord", "sluis", "akker", "baken",
    "dobbe", "es", "gracht", "heide", "kade", "laan", "meent", "poort", "ring", "spijker", "tille",
    "veste", "wending", "zate", "kolk", "hutte",
)  # fmt: skip
_VILLAGE_FIRST = (
    "Ooster", "Wester", "Noorder", "Zuider", "Nije", "Alde", "Hege", "Lege", "Wâld", "Mar",
    "Grien", "Skieding", "Fean", "Geast", "Terp", "Swette", "Ryp", "Bûter", "Wolt", "Kreil",
)  # fmt: skip
_VILLAGE_LAST = (
    "waard", "wâlde", "dorp", "terp", "buren", "kerk", "ga", "wier", "um", "sleat", "stins",
    "huzen", "wolde", "fean", "eker", "hem",
)  # fmt: skip
_STREETS = ("Dorpsstraat", "Kerkpad", "Buorren", "Schoolstraat", "Molenweg", "Terp", "Singel")


@dataclass(frozen=True, slots=True)
class Village:
    name: str
    municipality: str
    postcode: int
    size: int


@dataclass(frozen=True, slots=True)
class Organisation:
    number: int
    kind: int
    own_name: str
    legal: str
    village: Village
    postcode: str
    street: str
    kvk: str
    email: str
    phone: str
    website: str
    volunteers: int


def invent(random: Random, count: int) -> list[Organisation]:
    """So many different organisations in invented villages of the Frisian municipalities."""
    villages = _villages(random, max(3, count // 45))
    taken: set[tuple[int, str, str]] = set()
    found: list[Organisation] = []
    while len(found) < count:
        village = random.choices(villages, [each.size for each in villages])[0]
        each = _organisation(random, len(found), village)
        identity = (each.kind, each.own_name, village.name)
        if identity not in taken:
            taken.add(identity)
            found.append(each)
    return found


def _villages(random: Random, count: int) -> list[Village]:
    everywhere = default_places().municipalities.values()
    frisian = sorted(m.everyday_name for m in everywhere if m.province == "Fryslân")
    known = frozenset(default_places().names())
    villages: dict[str, Village] = {}
    for attempt in range(count * 40):
        if len(villages) == count:
            break
        name = random.choice(_VILLAGE_FIRST) + random.choice(_VILLAGE_LAST)
        name = name if attempt < count * 20 else f"{name} {random.choice(('aan Zee', 'Buiten'))}"
        if name.lower() not in known and name not in villages:
            size = int(2 ** random.uniform(2, 6.5))
            code = 8400 + len(villages) % 880
            villages[name] = Village(name, random.choice(frisian), code, size)
    return list(villages.values())


def _own_name(random: Random, village: Village) -> str:
    chance = random.random()
    if chance < 0.28:
        return village.name
    if chance < 0.45:
        return random.choice(COMMON_NAMES)
    name = random.choice(_FIRST) + random.choice(_LAST)
    if chance < 0.75:
        return f"De {name}"
    return name if chance < 0.9 else f"{name} {random.choice(('Boys', 'Ons', '71', '1924'))}"


def _organisation(random: Random, number: int, village: Village) -> Organisation:
    kind = random.choices(range(len(KINDS)), [weight for _n, _l, weight in KINDS])[0]
    letters = "".join(random.choice("ABCDEGHJKLMNPRTVWXZ") for _ in range(2))
    # A village has some ten postcodes, and neighbours share them.
    digits = village.postcode + random.choice((0, 0, 0, 1))
    site = f"www.vereniging{number}.example"
    return Organisation(
        number=number,
        kind=kind,
        own_name=_own_name(random, village),
        legal=KINDS[kind][1],
        village=village,
        postcode=f"{digits} {letters[0]}{'ABCD'[number % 4]}",
        street=f"{random.choice(_STREETS)} {random.randint(1, 90)}",
        # Numbers that begin with 00 are not given out.
        kvk=f"0{random.randint(0, 9)}{random.randint(10**5, 10**6 - 1)}",
        email=f"info@vereniging{number}.example",
        phone=f"0500-{random.randint(100000, 999999)}",
        website=site,
        volunteers=max(2, int(random.lognormvariate(2.9, 0.8))),
    )
