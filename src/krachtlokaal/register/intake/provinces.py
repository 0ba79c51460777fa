"""Provinces: short names, and roughly which postcodes lie in which.

Postcodes only choose between places of the same name, so that the border areas, where
the ranges are coarse, may belong to two provinces.
"""

import re
from functools import lru_cache

from krachtlokaal.register.intake.text import squeeze

_NAMES = {
    "Groningen": "groningen gr gn",
    "Fryslân": "fryslan friesland fr frl fra",
    "Drenthe": "drenthe dr dn",
    "Overijssel": "overijssel ov o oij",
    "Flevoland": "flevoland fl flev",
    "Gelderland": "gelderland gld gl gelderl",
    "Utrecht": "utrecht ut utr u",
    "Noord-Holland": "noordholland nh nholland",
    "Zuid-Holland": "zuidholland zh zholland",
    "Zeeland": "zeeland zl zld z",
    "Noord-Brabant": "noordbrabant brabant nb nbr nbrab nbrabant",
    "Limburg": "limburg lb l lim limb",
}
_RANGES = (
    (1000, 1299, "Noord-Holland"), (1300, 1379, "Flevoland"), (1380, 1425, "Noord-Holland Utrecht"),
    (1426, 1427, "Utrecht"), (1428, 1431, "Noord-Holland Zuid-Holland"),
    (1432, 2158, "Noord-Holland"), (2159, 3381, "Zuid-Holland"),
    (3382, 3699, "Utrecht Zuid-Holland"), (3700, 3769, "Utrecht"), (3770, 3794, "Gelderland"),
    (3795, 3839, "Utrecht Gelderland"), (3840, 3889, "Gelderland"), (3890, 3899, "Flevoland"),
    (3900, 3999, "Utrecht"), (4000, 4119, "Gelderland"), (4120, 4146, "Utrecht Gelderland"),
    (4147, 4199, "Gelderland"), (4200, 4249, "Zuid-Holland Gelderland"),
    (4250, 4299, "Noord-Brabant"), (4300, 4599, "Zeeland"), (4600, 4694, "Noord-Brabant"),
    (4695, 4699, "Zeeland"), (4700, 5299, "Noord-Brabant"), (5300, 5339, "Gelderland"),
    (5340, 5765, "Noord-Brabant"), (5766, 5849, "Limburg Noord-Brabant"), (5850, 6019, "Limburg"),
    (6020, 6029, "Noord-Brabant"), (6030, 6499, "Limburg"), (6500, 6583, "Gelderland"),
    (6584, 6599, "Limburg"), (6600, 7399, "Gelderland"), (7400, 7439, "Overijssel Gelderland"),
    (7440, 7739, "Overijssel"), (7740, 7799, "Drenthe Overijssel"), (7800, 7949, "Drenthe"),
    (7950, 7955, "Overijssel"), (7956, 7999, "Drenthe"), (8000, 8069, "Overijssel"),
    (8070, 8099, "Gelderland"), (8100, 8159, "Overijssel"), (8160, 8199, "Gelderland Overijssel"),
    (8200, 8259, "Flevoland"), (8260, 8299, "Overijssel"), (8300, 8322, "Flevoland"),
    (8323, 8387, "Overijssel Drenthe"), (8388, 9299, "Fryslân"), (9300, 9349, "Drenthe"),
    (9350, 9399, "Groningen Drenthe"), (9400, 9499, "Drenthe"), (9500, 9999, "Groningen Drenthe"),
)  # fmt: skip
_BY_SHORT_NAME = {short: name for name, shorts in _NAMES.items() for short in shorts.split()}
_SUFFIX = re.compile(
    r"^(?P<name>.*?)[\s,]*(?:\((?P<inside>[^()]{1,20})\)|\s(?P<behind>gld|ov|nb|nh|zh|frl|utr)\.?)$",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def province_in_name(text: str) -> tuple[str, str]:
    """`Bergen (NH)` → the name alone, and the province that it tells."""
    match = _SUFFIX.match(text)
    if match is None:
        return text, ""
    province = _BY_SHORT_NAME.get(squeeze(match["inside"] or match["behind"]), "")
    return (match["name"], province) if province else (text, "")


@lru_cache(maxsize=8192)
def provinces_of_postcode(postcode: str) -> frozenset[str]:
    digits = postcode[:4]
    if not digits.isdigit():
        return frozenset()
    for low, high, names in _RANGES:
        if low <= int(digits) <= high:
            return frozenset(_split(names))
    return frozenset()


def _split(names: str) -> list[str]:
    return names.split(" ")
