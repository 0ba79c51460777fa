"""Example documents of the demo's offers: to fill in, in the programmes that people have.

Texts (DOCX) stand ready in the folder `files`; workbooks (XLSX) are written here.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

from django.utils import timezone

from krachtlokaal.demo_world.world import World
from krachtlokaal.publishing import xlsx
from krachtlokaal.topics.models import Offer
from krachtlokaal.topics.services import attach_file

FILES = Path(__file__).parent / "files"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HOLDS = timedelta(days=365)
MADE = datetime(2026, 11, 1)  # noqa: DTZ001 Excel knows no time zones
TASKS = (
    ("Voorzitter: vergaderingen leiden", "Elke maand"),
    ("Secretaris: mail beantwoorden", "Elke week"),
    ("Secretaris: ledenlijst bijhouden", "Elke maand"),
    ("Penningmeester: rekeningen betalen", "Elke week"),
    ("Penningmeester: begroting maken", "Elk jaar"),
    ("Vrijwilligers welkom heten", "Als iemand begint"),
    ("Contact met de gemeente", "Als het nodig is"),
    ("Website en berichten", "Elke week"),
)
INCOME = ("Contributie", "Subsidie van de gemeente", "Giften", "Verkoop en verhuur", "Anders")
COSTS = ("Huur", "Spullen", "Verzekering", "Koffie en bedankjes", "Reclame", "Anders")


def attach_files(world: World, key: str, offer: Offer) -> None:
    """The files that belong to the offer with this key; most offers have none."""
    for name, content_type, read in _FILES.get(key, ()):
        attach_file(
            offer=offer,
            name=name,
            content_type=content_type,
            data=read(),
            valid_until=timezone.localdate(world.now) + HOLDS,
        )


def _docx(name: str) -> tuple[str, str, Callable[[], bytes]]:
    return name, DOCX, (FILES / name).read_bytes


def _tasks() -> bytes:
    """Who does what in a board."""
    return _workbook("Taken", ("Taak", "Hoe vaak", "Wie doet het?", "Wie valt in?"), [*TASKS], {})


def _budget() -> bytes:
    """What comes in, what goes out, and what is left: the sheet adds up."""
    rows = [("Dit komt binnen", ""), *((name, "") for name in INCOME), ("Samen", "")]
    first, last = 3, 2 + len(INCOME)
    out = last + 2
    rows += [("Dit geeft u uit", ""), *((name, "") for name in COSTS), ("Samen", "")]
    end = out + len(COSTS)
    rows.append(("Dit houdt u over", ""))
    sums = {
        f"B{last + 1}": f"=SUM(B{first}:B{last})",
        f"B{end + 1}": f"=SUM(B{out + 1}:B{end})",
        f"B{end + 2}": f"=B{last + 1}-B{end + 1}",
    }
    return _workbook("Begroting", ("Waarvoor", "Bedrag in euro", "Opmerking"), rows, sums)


def _workbook(
    sheet: str, heads: tuple[str, ...], rows: list[tuple[str, str]], sums: dict[str, str]
) -> bytes:
    """A sheet to fill in; unlike lists that leave the product it may count."""
    from xlsxwriter import Workbook

    target = BytesIO()
    with Workbook(target) as book:
        book.set_properties({"title": sheet, "author": "Kracht Lokaal", "created": MADE})
        bold = book.add_format({"bold": True, "bottom": 1})
        page = book.add_worksheet(sheet)
        page.set_column(0, 0, 38)
        page.set_column(1, len(heads) - 1, 22)
        page.write_row(0, 0, heads, bold)
        for number, row in enumerate(rows, start=1):
            page.write_row(number, 0, row)
        for cell, formula in sums.items():
            page.write_formula(cell, formula)
        page.freeze_panes(1, 0)
    return target.getvalue()


_FILES: dict[str, tuple[tuple[str, str, Callable[[], bytes]], ...]] = {
    "bestuur-taken": (("taken-van-het-bestuur.xlsx", xlsx.CONTENT_TYPE, _tasks),),
    "begroting": (("begroting.xlsx", xlsx.CONTENT_TYPE, _budget),),
    "vacature-schrijven": (_docx("oproep-vrijwilliger.docx"),),
    "plan-een-vel": (_docx("jaarplan-op-een-vel.docx"),),
    "wegwijzer": (_docx("wegwijzer-nieuwe-vrijwilligers.docx"),),
    "gedragsregels": (_docx("voorbeeld-gedragsregels.docx"),),
}
