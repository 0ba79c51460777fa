"""Reads back who answered from what was published: the page, the PDF and the open data.

A count is known by its key (`all`, `sector/sport`, `crossed/GM0080/sport`); None: it stays in.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO, StringIO
from zipfile import ZipFile

from lxml import html as lxml

from krachtlokaal.needs.outcome.model import DIMENSIONS, Outcome
from krachtlokaal.needs.reports import words
from krachtlokaal.publishing.documents.open_data import HIDDEN_MARK
from tests.publishing.reading import Node, read

Counts = dict[str, int | None]
Table = tuple[str, list[list[str]]]
WHOLE = re.compile(r"Daarvan antwoordden er\s*([\d.]+)")


def names_of(outcome: Outcome) -> dict[tuple[str, str], str]:
    """The key of a group by the caption of its table and its name there."""
    return {
        (f"Wie antwoordden, per {words.DIMENSIONS[name]}", words.group_name(name, group.key)): (
            f"{name}/{group.key}"
        )
        for name in DIMENSIONS
        for group in outcome.groups[name]
    }


def on_page(content: bytes, names: Mapping[tuple[str, str], str]) -> Counts:
    tree = lxml.fromstring(content.decode())
    tables = [
        (
            _text(table.find("caption")),
            [[_text(cell) for cell in row] for row in table.iterfind(".//tr")],
        )
        for table in tree.iterfind(".//table")
    ]
    return _counts(tables, _text(tree), names)


def in_pdf(content: bytes, names: Mapping[tuple[str, str], str]) -> Counts:
    tree = read(content).tree
    return _counts(list(_tables(tree)), _whole(tree.text), names)


def in_data(content: bytes) -> Counts:
    with ZipFile(BytesIO(content)) as archive:
        groups = _rows(archive, "respons")
        crossed = _rows(archive, "respons-gemeente-sector")
    keys = {told: name for name, told in words.DIMENSIONS.items()}
    found = {
        "all" if row["dimensie"] == "gebied" else f"{keys[row['dimensie']]}/{row['groep']}": row
        for row in groups
    }
    found |= {f"crossed/{row['gemeente']}/{row['sector']}": row for row in crossed}
    return {
        key: None if row["antwoordden"] == HIDDEN_MARK else int(row["antwoordden"])
        for key, row in found.items()
    }


def together(all_of_them: Iterable[Counts]) -> Counts:
    """What is known from any; where two say something else the test is over."""
    known: Counts = {}
    for counts in all_of_them:
        for key, count in counts.items():
            before = known.get(key)
            assert before is None or count is None or before == count, key
            known[key] = before if count is None else count
    return known


def _counts(tables: list[Table], text: str, names: Mapping[tuple[str, str], str]) -> Counts:
    found: Counts = {}
    whole = WHOLE.search(text)
    if whole:
        found["all"] = int(whole[1].replace(".", ""))
    for caption, rows in tables:
        for row in rows[1:]:
            key = names.get((caption, row[0]))
            if key:
                found[key] = None if row[2] == words.HIDDEN else int(row[2].replace(".", ""))
    return found


def _tables(tree: Node) -> Iterator[Table]:
    """A caption stands in its table, or before one that goes on over pages."""
    before = ""
    for node in tree.all("Caption", "Table"):
        if node.tag == "Caption":
            before = _whole(node.text)
            continue
        caption = _whole("".join(node.texts("Caption"))) or before
        rows = [[_whole(cell) for cell in row.texts("TH", "TD")] for row in node.all("TR")]
        yield caption, rows


def _whole(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


def _text(node: lxml.HtmlElement | None) -> str:
    return "" if node is None else " ".join(node.text_content().split())


def _rows(archive: ZipFile, name: str) -> list[dict[str, str]]:
    text = archive.read(f"csv/{name}.csv").decode()
    return list(csv.DictReader(StringIO(text, newline="")))
