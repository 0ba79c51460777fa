"""The twelve municipalities of the demo: real places around invented organisations."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Town:
    """A municipality of the demo, how many organisations it gets and what they have in common."""

    code: str
    organisations: int
    # Village → the four figures of its postcodes; letters are invented.
    villages: dict[str, int]
    area_code: str


TOWNS = (
    Town("GM0281", 38, {"Tiel": 4001, "Drumpt": 4003}, "0344"),
    Town("GM0214", 30, {"Buren": 4116, "Beusichem": 4112, "Maurik": 4021, "Zoelen": 4011}, "0344"),
    Town(
        "GM1960",
        44,
        {"Geldermalsen": 4191, "Beesd": 4153, "Haaften": 4175, "Herwijnen": 4214, "Deil": 4158},
        "0345",
    ),
    Town("GM0297", 26, {"Zaltbommel": 5301, "Brakel": 5306, "Gameren": 5311}, "0418"),
    Town("GM0080", 52, {"Leeuwarden": 8911, "Grou": 9001, "Stiens": 9051, "Wirdum": 9088}, "058"),
    Town(
        "GM1900",
        50,
        {"Sneek": 8601, "Bolsward": 8701, "Makkum": 8754, "Workum": 8711, "Heeg": 8621},
        "0515",
    ),
    Town("GM1970", 34, {"Dokkum": 9101, "Kollum": 9291, "Holwert": 9151, "Hallum": 9074}, "0519"),
    Town("GM0059", 22, {"Buitenpost": 9285, "Drogeham": 9289, "Surhuisterveen": 9231}, "0512"),
    Town("GM0193", 40, {"Zwolle": 8011, "Berkum": 8024}, "038"),
    Town("GM0177", 26, {"Raalte": 8101, "Heino": 8141}, "0572"),
    Town("GM0160", 26, {"Hardenberg": 7771, "Dedemsvaart": 7701}, "0523"),
    Town("GM0175", 14, {"Ommen": 7731}, "0529"),
)
TOWN_BY_CODE = {town.code: town for town in TOWNS}

RIVIERENLAND = ("GM0281", "GM0214", "GM1960", "GM0297")
FRYSLAN = ("GM0080", "GM1900", "GM1970", "GM0059")
OVERIJSSEL = ("GM0193", "GM0177", "GM0160", "GM0175")
