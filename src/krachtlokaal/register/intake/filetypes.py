"""Tell from the first bytes what a file is, whatever its name says."""

from enum import Enum

from django.utils.translation import gettext_lazy as _

from krachtlokaal.register.intake.limits import UnreadableFile
from krachtlokaal.register.intake.wording import Sentence, say

_SAVE_AS = _("Open het bestand in Excel of LibreOffice en sla het op als .xlsx of .csv.")


class FileType(Enum):
    ZIP = "zip"
    TEXT = "text"


_KINDS: tuple[tuple[bytes, Sentence], ...] = (
    (b"%PDF", _("een PDF")),
    (b"\xff\xd8\xff", _("een foto (JPG)")),
    (b"\x89PNG", _("een plaatje (PNG)")),
    (b"GIF8", _("een plaatje (GIF)")),
    (b"II*\x00", _("een plaatje (TIFF)")),
    (b"MM\x00*", _("een plaatje (TIFF)")),
    (b"RIFF", _("een geluid of film")),
    (b"ID3", _("een geluid")),
    (b"MZ", _("een programma")),
    (b"\x7fELF", _("een programma")),
    (b"Rar!", _("een ingepakt bestand (RAR)")),
    (b"7z\xbc\xaf", _("een ingepakt bestand (7z)")),
    (b"\x1f\x8b", _("een ingepakt bestand (gzip)")),
    (b"{\\rtf", _("een tekstdocument (RTF)")),
    (b"SQLite format 3", _("een databank")),
    (b"\x00\x01\x00\x00Standard", _("een databank (Access)")),
    (b"BEGIN:VCARD", _("een adreskaart (vCard)")),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = (b"<!doctype html", b"<html", b"<?xml", b"<table", b"<body", b"<meta", b"<svg")


def file_type(data: bytes) -> FileType:
    """The kind of file, or `UnreadableFile` for one that holds no list."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return FileType.ZIP
    if data.startswith(_OLE):
        raise UnreadableFile(_old_office_sentence(data))
    for start, kind in _KINDS:
        if data.startswith(start):
            raise UnreadableFile(_wrong_kind(kind))
    if data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        raise UnreadableFile(_wrong_kind(_("een webpagina of XML")))
    return FileType.TEXT


def _wrong_kind(kind: Sentence) -> Sentence:
    return say(
        _(
            "Dit bestand is {kind}, geen lijst. Kies een Excel-, ODS- of CSV-bestand met één "
            "rij voor iedere organisatie."
        ),
        kind=kind,
    )


def _old_office_sentence(data: bytes) -> Sentence:
    """An OLE container is an encrypted XLSX, an old XLS or something else from old Office."""
    if _holds(data, "EncryptedPackage"):
        return _(
            "Dit bestand is met een wachtwoord beveiligd. Open het in Excel, haal het "
            "wachtwoord weg (Bestand, Info, Werkmap beveiligen) en sla het opnieuw op."
        )
    if _holds(data, "Workbook") or _holds(data, "Book"):
        return say(_("Dit is een oud Excel-bestand (.xls). {mend}"), mend=_SAVE_AS)
    return _wrong_kind(_("een oud Office-document"))


def _holds(data: bytes, stream: str) -> bool:
    return stream.encode("utf-16-le") in data


def wrong_archive(names: frozenset[str]) -> Sentence:
    """What a zip without a readable workbook is, by the files in it."""
    if any(name.startswith("word/") for name in names):
        return _wrong_kind(_("een Word-document"))
    if any(name.startswith("ppt/") for name in names):
        return _wrong_kind(_("een presentatie"))
    if "xl/workbook.bin" in names:
        return say(_("Dit is een binair Excel-bestand (.xlsb). {mend}"), mend=_SAVE_AS)
    if any(name.endswith(".iwa") for name in names):
        return _("Dit is een Numbers-bestand. Kies in Numbers: Exporteer naar Excel of CSV.")
    return _(
        "Dit is een ingepakt bestand (zip). Pak het eerst uit en kies dan het Excel-, ODS- "
        "of CSV-bestand."
    )
