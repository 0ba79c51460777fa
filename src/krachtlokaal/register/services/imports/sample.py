"""A list as it may look, for who has none yet. Everybody in it is invented."""

from krachtlokaal.publishing import xlsx
from krachtlokaal.publishing.tables import Column

_HEADER = (
    "Naam vereniging", "KvK-nummer", "Soort", "Adres", "Postcode", "Plaats", "Gemeente",
    "Website", "Secretaris", "E-mail secretaris", "Telefoon", "Aantal vrijwilligers", "Labels",
    "Opmerking",
)  # fmt: skip
_ROWS = (
    ("Stichting Dorpshuis De Lingebocht", "01234567", "Buurt en dorp", "Kerkstraat 1", "4001 AB",
     "Tiel", "Tiel", "www.lingebocht.example", "A. Voorbeeld", "secretaris@lingebocht.example",
     "0344-123456", "24", "dorpshuis", "Belt liever dan dat zij mailt"),
    ("VV De Waalrand", "", "Sport", "Sportlaan 2", "4002AC", "Tiel", "Tiel", "", "",
     "info@waalrand.example", "06-12345678", "60", "sport; jeugd", ""),
    ("Muziekvereniging Eendracht", "07654321", "Cultuur", "", "", "Buren", "Buren", "",
     "B. Voorbeeld", "eendracht@muziek.example", "", "", "", ""),
)  # fmt: skip


def workbook() -> bytes:
    return xlsx.write("Organisaties", [Column(name, 20) for name in _HEADER], _ROWS)
