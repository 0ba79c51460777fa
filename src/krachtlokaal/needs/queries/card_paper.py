"""The cards of a table on paper: large, numbered, with room for stickers."""

from pathlib import Path

from django.utils import translation
from django.utils.translation import gettext as _

from krachtlokaal.needs.models import RoundTable
from krachtlokaal.needs.queries.cards import of_table
from krachtlokaal.publishing import pdf

_TYPST = Path(__file__).resolve().parents[1] / "typst"
_LANGUAGE = "nl"


def cards(table: RoundTable) -> bytes:
    """A PDF with six cards a sheet, in the language in which they were typed."""
    with translation.override(_LANGUAGE):
        return _made(table)


def _made(table: RoundTable) -> bytes:
    title = _("Kaartjes van %(table)s") % {"table": table.title}
    data = {
        "cards": [{"number": str(card.number), "text": card.text} for card in of_table(table)],
        "nothing": _("Er zijn nog geen kaartjes."),
        "room": _("Plak hier uw stippen"),
        "card": _("Kaartje"),
    }
    return pdf.render(_TYPST / "cards.typ", data, language=_LANGUAGE, title=title)
