"""Where an organisation is: from the columns for municipality, place, postcode and province."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from krachtlokaal.register.intake.enums import Field
from krachtlokaal.register.intake.places import Found, Places, place_key
from krachtlokaal.register.intake.reading import RowReader
from krachtlokaal.register.intake.rows import Severity
from krachtlokaal.register.intake.values import read_postcode, split_postcode_place
from krachtlokaal.register.intake.wording import say


@dataclass(frozen=True, slots=True)
class Location:
    postcode: str = ""
    place: str = ""
    code: str = ""
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class _Told:
    """What the row says, before it is looked up."""

    postcode: str
    place: str
    municipality: str
    province: str


def locate(row: RowReader, places: Places) -> Location:
    told = _told(row)
    if not told.municipality and not told.place:
        return Location(postcode=told.postcode)
    if not told.municipality:
        return _by_place(row, places, told)
    in_column = places.resolve(
        told.municipality, province=told.province, postcode=told.postcode, municipality_first=True
    )
    if in_column.code is None:
        in_column = _decided_by_place(places, told, in_column)
    if in_column.code is None:
        return _unknown_municipality(row, places, told, in_column)
    return _located(row, places, told, in_column)


def _told(row: RowReader) -> _Told:
    written, place = row.raw(Field.POSTCODE), row.text(Field.PLACE)
    field = Field.POSTCODE
    together = row.text(Field.POSTCODE_PLACE)
    if together:
        field = field if written else Field.POSTCODE_PLACE
        before, behind = split_postcode_place(together)
        written, place = written or before, place or behind
    postcode = row.take(field, written, read_postcode)
    return _Told(postcode, place, row.text(Field.MUNICIPALITY), row.text(Field.PROVINCE))


def _by_place(row: RowReader, places: Places, told: _Told) -> Location:
    found = places.resolve(told.place, province=told.province, postcode=told.postcode)
    field = Field.PLACE if row.layout.has(Field.PLACE) else Field.POSTCODE_PLACE
    if found.code is None:
        _ask(row, field, told.place, found)
        return Location(told.postcode, found.place)
    _tell_guess(row, field, told.place, found)
    return Location(told.postcode, found.place, found.code, found.guessed)


def _decided_by_place(places: Places, told: _Told, in_column: Found) -> Found:
    """An ambiguous `Bergen` is the one where the place lies."""
    common = set(in_column.candidates) & places.candidates(told.place)
    if len(common) != 1:
        return in_column
    return Found(in_column.place, common.pop(), is_municipality=True)


def _unknown_municipality(
    row: RowReader, places: Places, told: _Told, in_column: Found
) -> Location:
    """The column says nothing that is known; then the place may."""
    by_place = places.resolve(told.place, province=told.province, postcode=told.postcode)
    if by_place.code is not None and not in_column.candidates:
        message = _("“{text}” is geen gemeente die wij kennen; de plaats zegt {name}.")
        name = places.municipalities[by_place.code].everyday_name
        message_filled = say(message, text=told.municipality, name=name)
        row.say(Field.MUNICIPALITY, message_filled, Severity.NOTE, told.municipality)
        return Location(told.postcode, by_place.place, by_place.code, guessed=True)
    _ask(row, Field.MUNICIPALITY, told.municipality, in_column)
    return Location(told.postcode, told.place)


def _located(row: RowReader, places: Places, told: _Told, found: Found) -> Location:
    _tell_guess(row, Field.MUNICIPALITY, told.municipality, found)
    code = found.code or ""
    if not told.place:
        # The column for the municipality held the village.
        return Location(told.postcode, "" if found.is_municipality else found.place, code)
    own = places.candidates(told.place, guess=False)
    if not own or code in own:
        return Location(told.postcode, _spelled(places, told, code), code, found.guessed)
    if found.is_municipality:
        # Villages of one name are many: the column for the municipality is believed.
        message = _("“{place}” kennen wij niet in deze gemeente. Kijk dit na.")
        row.say(Field.PLACE, say(message, place=told.place), Severity.NOTE, told.place)
        return Location(told.postcode, told.place, code, found.guessed)
    return _village_in_municipality_column(row, places, told, found)


def _village_in_municipality_column(
    row: RowReader, places: Places, told: _Told, found: Found
) -> Location:
    """Both columns hold a village, in two municipalities: the column for the place wins."""
    by_place = places.resolve(told.place, province=told.province, postcode=told.postcode)
    code = by_place.code or found.code or ""
    message = _("“{place}” en “{municipality}” liggen niet in dezelfde gemeente. Kijk dit na.")
    filled = say(message, place=told.place, municipality=told.municipality)
    row.say(Field.MUNICIPALITY, filled, Severity.WARNING, told.municipality)
    return Location(told.postcode, by_place.place or told.place, code, guessed=True)


def _spelled(places: Places, told: _Told, code: str) -> str:
    """The place as the map spells it, if it is the one in this municipality."""
    return places.spelling(told.place, code) or told.place


def _tell_guess(row: RowReader, field: Field, text: str, found: Found) -> None:
    if found.guessed:
        message = say(_("“{text}” is gelezen als {name}."), text=text, name=found.place)
        row.say(field, message, Severity.NOTE, text)


def _ask(row: RowReader, field: Field, text: str, found: Found) -> None:
    if found.candidates:
        message = _("Er zijn meer plaatsen die “{text}” heten. In welke gemeente ligt deze?")
    else:
        message = _("“{text}” kennen wij niet. In welke gemeente ligt dit?")
    row.say(field, say(message, text=text), Severity.QUESTION, text, found.candidates)


def question_key(value: str) -> str:
    """What the answer to a question is remembered by; give it back as `Places(extra=…)`."""
    return place_key(value)
