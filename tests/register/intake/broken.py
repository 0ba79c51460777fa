"""Files that no list can be read from, made in memory."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl


def workbook(rows: list[list[object]], **sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    for name, content in {"Blad1": rows, **sheets}.items():
        sheet = book.create_sheet(name)
        for row in content:
            sheet.append(row)
    del book["Sheet"]
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def archive(**entries: bytes) -> bytes:
    """A zip; `__` in a name stands for a slash."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as zipped:
        for name, content in entries.items():
            zipped.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return target.getvalue()


def bomb() -> bytes:
    zeros = b"0" * 60_000_000
    return archive(xl__workbook_dot_xml=b"<workbook/>", xl__worksheets__sheet1_dot_xml=zeros)


def corners() -> bytes:
    """Two cells in opposite corners: small on disk, seventeen thousand million cells laid out."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"], sheet["XFD1048576"] = "naam", "x"
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def ole(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + stream.encode("utf-16-le")


def forged(data: bytes) -> bytes:
    """The directory says that each entry is one byte large."""
    with ZipFile(BytesIO(data)) as zipped:
        sizes = [entry.file_size for entry in zipped.infolist()]
    for size in sizes:
        data = data.replace(size.to_bytes(4, "little"), (1).to_bytes(4, "little"))
    return data
