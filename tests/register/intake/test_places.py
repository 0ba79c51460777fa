"""Which municipality a name means."""

import pytest

from krachtlokaal.register.intake.places import Places

PLACES = Places()


@pytest.mark.parametrize(
    ("text", "municipality"),
    [
        ("Súdwest-Fryslân", "Súdwest-Fryslân"),
        ("sudwest fryslan", "Súdwest-Fryslân"),
        ("Gem. Tiel", "Tiel"),
        ("W. Maas & Waal", "West Maas en Waal"),
        ("gemeente West Maas & Waal", "West Maas en Waal"),
        ("'s-Gravenhage", "Den Haag"),
        ("Den Haag", "Den Haag"),
        ("Hengelo (O.)", "Hengelo"),
        ("Hengelo Gld", "Bronckhorst"),
        ("Bergen (NH)", "Bergen"),
        ("Drachten", "Smallingerland"),
        ("DRACTHEN", "Smallingerland"),
        ("Snits", "Súdwest-Fryslân"),
        ("St. Annaparochie", "Waadhoeke"),
        ("Krimpen a/d IJssel", "Krimpen aan den IJssel"),
        ("Geldermalsen", "West Betuwe"),
        ("GM0281", "Tiel"),
    ],
)
def test_names(text: str, municipality: str) -> None:
    found = PLACES.resolve(text)
    assert found.code is not None
    assert PLACES.municipalities[found.code].everyday_name == municipality


def test_an_ambiguous_name_gives_candidates_and_is_decided_by_province_postcode_or_area() -> None:
    assert PLACES.resolve("Rijswijk").candidates == ("GM0603", "GM1959")
    assert PLACES.resolve("Rijswijk", postcode="4284 AB").code == "GM1959"
    assert PLACES.resolve("Rijswijk", province="Zuid-Holland").code == "GM0603"
    assert PLACES.resolve("Rijswijk", municipality_first=True).code == "GM0603"
    assert Places(preferred=["GM1959"]).resolve("Rijswijk").code == "GM1959"


def test_an_unknown_name_is_asked_once_and_remembered() -> None:
    assert PLACES.resolve("Wadenoyen-Zuid").code is None
    assert Places({"Wadenoyen-Zuid": "GM0281"}).resolve("wadenoyen zuid").code == "GM0281"


def test_every_municipality_is_found_by_both_its_names() -> None:
    for each in PLACES.municipalities.values():
        for name in (each.name, each.everyday_name):
            found = PLACES.resolve(name, province=each.province, municipality_first=True)
            assert found.code == each.code, name
