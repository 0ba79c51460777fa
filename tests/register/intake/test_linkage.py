"""Which records are the same organisation."""

import pytest

from krachtlokaal.register.intake.linkage import Match, Record, duplicates, matches
from krachtlokaal.register.samples.messy import messy_rows, same_pairs

# Name, place, postcode, kvk; twice.
SAME = [
    ("VV Buren|Buren||", "Voetbalvereniging Buren|||"),
    ("Dorpshuis De Bron|Oosterwaard|1234 AB|", "De Bron, dorpshuis|Oosterwaard||"),
    ("STG Dorpshuis De Lingebocht||1234ab|", "Stichting Dorpshuis De Lingebocht||1234 AB|"),
    ("Chr. Muz.ver. Zwettesleat|Oosterwaard||", "Christelijke Muziekvereniging Zwettesleat|||"),
    ("IJsclub Nij Libben|Nijewâlde||", "Ijsclub Nijlibben|Nijewalde||"),
    ("Toneelgroep De Wilgenhof|Oosterwaard||", "Toneelver. De Wilgenhof|Oosterwaard||"),
    ("TONEELGROEP DE WILGENHOF|OOSTERWAARD||", "Toneelgroep De Wilgenhof|Oosterwaard||"),
    ("Repaircafé Vechtoord|Vechtoord||", "Repair Cafe Vechtoord|Vechtoord||"),
    ("Fanfaer Eendracht|Nijewâlde||", "Fanfare Eendracht|Nijewâlde||"),
    ("St. Jan, fanfare|Oosterwaard||", "Fanfare Sint Jan|Oosterwaard||"),
    ("Speeltuinver. De Kleine Wiel|Tiel||", "Speeltuin De Kleine Wiel|Tiel||"),
    ("Scouting De Zwerfkeien|Tiel||", "Scoutinggroep Zwerfkeien|Tiel||"),
    ("Zang & Vriendschap|Tiel||", "Zang en Vriendschap|Tiel||"),
    ("SV Waalrand|Tiel|4001 AB|01234567", "Sportvereniging Waalrand|Tiel||1234567"),
    ("Plaatselijk Belang Oosterwaard|Oosterwaard||", "Ver. Plaatselijk Belang|Oosterwaard||"),
    ("Hengelsportver. De Snoekbars|Tiel||", "HSV De Snoekbars|Tiel||"),
    ("Volleybalvereniging Netwerkers|Tiel|4001 AB|", "Volleybalver. Netwrekers|Tiel|4001AB|"),
    ("v.v. Waalrandse Boys '71|Tiel||", "VV Waalrandse Boys|Tiel||"),
    ("Ver. v. Dorpsbelang Boijl|Boijl||", "Vereniging voor Dorpsbelangen Boyl|Boyl||"),
    ("Stichting De Lingeboog|Beesd||", "STG De Lingeboog|West Betuwe||"),
    ("Wandelsportver. Animo|Tiel|4001 AB|", "WSV Animo|Tiel|4001AB|"),
    ("Vrienden v.d. Molen|Tiel||", "Stg. Vrienden van de Molen|Tiel||"),
    ("Ver. t.b.v. Speeltuin De Bongerd|Tiel||", "Speeltuinvereniging De Bongerd|Tiel||"),
]
DIFFERENT = [
    ("Tennisclub Set|Oosterwaard|1234 AB|", "Volleybalclub Set|Oosterwaard|1234 AB|"),
    ("SV Noord|Tiel||", "SV Zuid|Tiel||"),
    ("Fanfare Eendracht|Oosterwaard||", "Fanfare Eendracht|Nijewâlde||"),
    ("VV Waalrand|Tiel||", "VV Waalrand jeugd|Tiel||"),
    ("OBS De Wegwijzer|Tiel|4001 AB|", "CBS De Wegwijzer|Tiel|4001 AB|"),
    ("Basisschool De Ark|Tiel|4001 AB|", "Basisschool De Linde|Tiel|4001 AB|"),
    ("Mannenkoor Oosterwaard|Oosterwaard||", "Vrouwenkoor Oosterwaard|Oosterwaard||"),
    ("Scouting De Zwerfkeien|Tiel||", "Scouting De Woudlopers|Tiel||"),
    ("Scoutinggroep 2|Tiel||", "Scoutinggroep 3|Tiel||"),
    ("Stichting De Bron|Tiel||01234567", "Stichting De Bron|Tiel||07654321"),
    ("Dorpshuis De Bron|Oosterwaard||", "Fanfare Crescendo|Oosterwaard||"),
    ("Plaatselijk Belang|Oosterwaard||", "Plaatselijk Belang|Nijewâlde||"),
    ("VV Oosterwaard|Oosterwaard||", "Tennisclub Oosterwaard|Oosterwaard||"),
    ("Volleybalver. Noordster|Beesd||", "Volleybalver. Noordster|Haaften||"),
    ("Stichting De Lingeboog|Beesd|4153 AB|", "Stichting De Lingeboog|Haaften|4175 CD|"),
    ("Scouting Noord|Tiel||01234567", "Voedselbank Zuid|Culemborg||01234567"),
]


def record(key: int, text: str) -> Record:
    name, place, postcode, kvk = text.split("|")
    return Record(key, name, postcode=postcode, place=place, kvk=kvk)


@pytest.mark.parametrize(("left", "right"), SAME)
def test_two_ways_to_write_one_organisation(left: str, right: str) -> None:
    (pair,) = duplicates([record(0, left), record(1, right)])
    assert (pair.a, pair.b) == (0, 1)
    assert 0.5 <= pair.probability <= 1


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_two_organisations_that_look_alike(left: str, right: str) -> None:
    assert duplicates([record(0, left), record(1, right)]) == []


def test_all_hand_made_pairs_in_one_list() -> None:
    texts = [text for pair in SAME + DIFFERENT for text in pair]
    found = duplicates([record(number, text) for number, text in enumerate(texts)])
    expected = {(2 * number, 2 * number + 1) for number in range(len(SAME))}
    assert len(expected - {(pair.a, pair.b) for pair in found}) <= 1


def test_three_copies_are_three_pairs_in_order() -> None:
    rows = [record(key, "Toneelgroep De Lingebocht|Tiel|4001 AB|") for key in range(3)]
    found = duplicates(rows)
    assert [(pair.a, pair.b) for pair in found] == [(0, 1), (0, 2), (1, 2)]


@pytest.mark.parametrize("count", [0, 1])
def test_lists_too_short_for_a_pair(count: int) -> None:
    assert duplicates([record(0, "VV Buren|Buren||")] * count) == []
    assert matches([], [record(0, "VV Buren|Buren||")]) == []


def test_records_without_a_name_match_nothing_by_name() -> None:
    assert duplicates([record(0, "||1234 AB|"), record(1, "||1234 AB|")]) == []


def test_a_list_against_the_register_gives_no_pairs_within_the_list() -> None:
    rows = [record(7, "VV Waalrand|Tiel||"), record(8, "v.v. Waalrand|Tiel||")]
    existing = [record(41, "Fanfare Crescendo|Tiel||"), record(42, "Voetbalver. Waalrand|Tiel||")]
    found = matches(rows, existing)
    assert [(match.row, match.existing) for match in found] == [(7, 42), (8, 42)]
    assert all(isinstance(match, Match) for match in found)


@pytest.mark.parametrize(
    ("columns", "precision", "recall"),
    [
        (("postcode", "place", "kvk", "email", "phone"), 0.96, 0.96),
        (("postcode", "place", "kvk"), 0.95, 0.95),
        (("postcode", "place"), 0.94, 0.93),
        (("place", "kvk"), 0.93, 0.92),
        (("postcode",), 0.85, 0.84),
        (("place",), 0.86, 0.84),
    ],
)
def test_precision_and_recall_on_a_messy_list(
    columns: tuple[str, ...], precision: float, recall: float
) -> None:
    rows = messy_rows(42, 1500)
    truth = same_pairs(rows)
    records = [
        Record(number, row.name, **{column: getattr(row, column) for column in columns})
        for number, row in enumerate(rows)
    ]
    found = {(pair.a, pair.b) for pair in duplicates(records)}
    right = len(found & truth)
    assert right / len(found) >= precision
    assert right / len(truth) >= recall


def test_the_same_list_gives_the_same_pairs_and_prints_nothing(
    capfd: pytest.CaptureFixture[str],
) -> None:
    rows = messy_rows(3, 600)
    records = [Record(n, row.name, row.postcode, row.place) for n, row in enumerate(rows)]
    first, second = duplicates(records), duplicates(records)
    assert first == second
    assert sorted((pair.a, pair.b) for pair in first) == [(pair.a, pair.b) for pair in first]
    assert capfd.readouterr() == ("", "")
