"""Make the sample lists: `python -m krachtlokaal.register.samples.make [DIRECTORY]`.

The same files each time, byte by byte. Every list has its own headings, order and errors, as
lists of municipalities, sports councils and websites have. Names and numbers are invented.
"""

import csv
import datetime as dt
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from krachtlokaal.register.samples.messy import MessyRow, messy_rows

LISTS = Path(__file__).parent / "lists"
_PEOPLE = ("A. Voorbeeld", "mw. Proefstra", "Dhr. T. Toetsema", "b. de Test", "vacature", "")
_VILLAGES = {
    "ooo": "Drachten", "oos": "Burgum", "wes": "Joure", "noo": "dokkum", "zui": "Sneek",
    "nij": "Snits", "ald": "St. Annaparochie", "heg": "Oudega", "leg": "Drahcten",
    "fea": "Feanwâlden", "gea": "Grouw", "ryp": "WOLVEGA",
}  # fmt: skip
_BEGINNING = (1980, 1, 1, 0, 0, 0)


def make(directory: Path) -> list[Path]:
    """Write all lists; give their paths."""
    directory.mkdir(parents=True, exist_ok=True)
    makers: dict[str, Callable[[], bytes]] = {
        "verenigingen-gemeente.xlsx": _municipal_workbook,
        "subsidies.csv": _grants,
        "website-export.csv": _website_export,
        "sportraad.tsv": _sports_council,
        "sociale-kaart.ods": _social_map,
    }
    paths = []
    for name, maker in makers.items():
        path = directory / name
        path.write_bytes(maker())
        paths.append(path)
    return paths


def _municipal_workbook() -> bytes:
    """Titles above the headings, numbers as numbers, a formula, a total, a second sheet."""
    target = BytesIO()
    book = Workbook(target, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": dt.datetime(2026, 1, 5, tzinfo=dt.UTC)})
    book.add_worksheet("Toelichting").write(0, 0, "Bron: griffie. Niet verspreiden.")
    sheet = book.add_worksheet("Verenigingen")
    rows = [_on_the_map(row) for row in messy_rows(1, 60)]
    sheet.merge_range(0, 0, 0, 6, "Overzicht verenigingen en stichtingen 2026")
    sheet.write(1, 0, "stand per 1 januari")
    headings = ("Naam vereniging", "KvK", "Pc", "Plaats", "E-mail secr.", "Tel. voorz.", "Leden")
    sheet.write_row(3, 0, headings)
    for index, row in enumerate(rows):
        _municipal_row(sheet, 4 + index, row)
    last = 4 + len(rows)
    sheet.write(last, 0, "Totaal")
    sheet.write_formula(last, 6, f"=SUM(G5:G{last})", None, 1234)
    book.close()
    return target.getvalue()


def _on_the_map(row: MessyRow) -> MessyRow:
    """Most villages get a real name, so that the municipality can be found."""
    place = _VILLAGES.get(row.place[:3].lower())
    return replace(row, place=place) if place else row


def _municipal_row(sheet: Worksheet, at: int, row: MessyRow) -> None:
    write = sheet.write
    write(at, 0, row.name)
    if row.kvk:
        sheet.write_number(at, 1, int(row.kvk))
    write(at, 2, row.postcode)
    write(at, 3, row.place)
    write(at, 4, row.email.upper() if at % 5 == 0 else row.email)
    write(at, 5, row.phone.replace("-", " "))
    write(at, 6, "onbekend" if at % 7 == 0 else row.volunteers)


def _grants() -> bytes:
    """`;`, Windows-1252, capitals, the village in the column of the municipality."""
    random = Random(2)  # noqa: S311  the same list each time
    rows = [
        (
            f"{number:04d}",
            row.name.upper(),
            row.kvk.lstrip("0"),
            row.street.upper(),
            row.postcode.replace(" ", ""),
            row.place.upper(),
            row.place or row.municipality,
            random.choice(_PEOPLE),
            f"ca. {row.volunteers}" if row.volunteers else "?",
        )
        for number, row in enumerate(map(_on_the_map, messy_rows(2, 60)), start=1)
    ]
    rows.insert(30, _GRANT_HEADINGS)
    rows.append(("", "Totaal 60", "", "", "", "", "", "", ""))
    return _delimited([_GRANT_HEADINGS, *rows], ";").encode("cp1252", errors="replace")


_GRANT_HEADINGS = (
    "Nr", "Naam aanvrager", "KvK-nr", "Adres", "PC", "Woonplaats", "Gemeente", "Contactpersoon",
    "Aantal vrijw.",
)  # fmt: skip


def _website_export() -> bytes:
    """`,`, UTF-8 with a byte order mark, remarks of several lines, formulas as text."""
    rows = [
        (
            str(5000 + number),
            row.name,
            row.website,
            f"mailto:{row.email}" if row.email and number % 4 == 0 else row.email,
            f"{row.postcode} {row.place}".strip(),
            "Let op:\nbelt liever niet" if number % 6 == 0 else "",
            '=HYPERLINK("http://club.example")' if number % 20 == 0 else "",
        )
        for number, row in enumerate(map(_on_the_map, messy_rows(3, 60)))
    ]
    headings = ("id", "title", "url", "email", "Postcode en plaats", "Opmerkingen", "Tags")
    return _delimited([headings, *rows], ",").encode("utf-8-sig")


def _sports_council() -> bytes:
    """Tabs and UTF-16, as Excel's "Unicode text"; columns without a heading."""
    rows = [
        (row.name, "", row.place, f"gem. {row.municipality}", row.phone, row.volunteers)
        for row in messy_rows(4, 40)
    ]
    headings = ("Club", "", "Dorp", "Gemeente", "Telefoon", "Aantal leden")
    return _delimited([headings, *rows], "\t").encode("utf-16")


def _delimited(rows: Sequence[Sequence[str]], separator: str) -> str:
    target = StringIO(newline="")
    csv.writer(target, delimiter=separator).writerows(rows)
    return target.getvalue()


def _social_map() -> bytes:
    """A LibreOffice sheet, with the empty cells that it repeats to the edge."""
    headings = ("Organisatie", "Soort", "Postcode", "Plaats", "Gemeente", "Website")
    rows = [
        (row.name, "overig", row.postcode, row.place, row.municipality, row.website)
        for row in messy_rows(5, 40)
    ]
    empty = (
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    lines = "".join(map(_ods_row, [("Sociale kaart",), (), headings, *rows]))
    return ods_file(f'<table:table table:name="Blad1">{lines}{empty}</table:table>')


def _ods_row(cells: Sequence[str]) -> str:
    filled = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p>'
        "</table:table-cell>"
        if cell
        else "<table:table-cell/>"
        for cell in cells
    )
    return f"<table:table-row>{filled or '<table:table-cell/>'}</table:table-row>"


def ods_file(tables: str) -> bytes:
    """The smallest ODS around some tables."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}><office:body>'
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    manifest = (
        '<?xml version="1.0"?><manifest:manifest '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, text in (
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", content),
            ("META-INF/manifest.xml", manifest),
        ):
            archive.writestr(ZipInfo(name, _BEGINNING), text, ZIP_DEFLATED)
    return target.getvalue()


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else LISTS)
