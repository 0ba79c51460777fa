"""A list as it may look, for who has none yet. Everybody in it is invented."""

from io import BytesIO

import xlsxwriter

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
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False})
    sheet = book.add_worksheet("Organisaties")
    sheet.set_column(0, len(_HEADER) - 1, 20)
    sheet.write_row(0, 0, _HEADER, book.add_format({"bold": True}))
    for number, row in enumerate(_ROWS, start=1):
        for place, text in enumerate(row):
            sheet.write_string(number, place, text)
    sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()
