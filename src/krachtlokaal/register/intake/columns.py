"""Propose what each column of a list holds: by its heading first, then by its content."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz, process

from krachtlokaal.register.intake.enums import REPEATABLE_FIELDS, Field
from krachtlokaal.register.intake.files import Row
from krachtlokaal.register.intake.sniffing import sniff
from krachtlokaal.register.intake.synonyms import KNOWN_HEADINGS, known_field
from krachtlokaal.register.intake.text import squeeze
from krachtlokaal.register.intake.wording import Sentence, say

__all__ = ["Field", "Proposal", "heading_key", "propose"]

_SAMPLE = 200
_EXAMPLES = 3
_FUZZY_CUTOFF = 86
_SHORTEST_FUZZY = 5
# A column that is proposed for two fields goes to the strongest claim.
_REMEMBERED, _KNOWN, _FUZZY, _CONTENT = 1.0, 0.95, 0.75, 0.6


@dataclass(frozen=True)
class Proposal:
    """What a column probably holds; `field` is None where it is better left out."""

    column: str
    field: Field | None
    confidence: float
    why: Sentence
    examples: tuple[str, ...]


@dataclass(frozen=True)
class _Claim:
    index: int
    field: Field | None
    confidence: float
    why: Sentence


def heading_key(heading: str) -> str:
    """The same for `E-mail secr.` and `email SECR`: what a remembered mapping is kept by."""
    return squeeze(heading) or heading


def propose(
    header: Sequence[str],
    sample_rows: Sequence[Row] | Sequence[Sequence[str]],
    remembered: Mapping[str, Field | None] | None = None,
) -> list[Proposal]:
    """One proposal for each column, in the order of the columns.

    `remembered` gives earlier decisions by heading; None says: leave this column out.
    """
    columns = _columns(len(header), sample_rows)
    kept = {heading_key(heading): field for heading, field in (remembered or {}).items()}
    claims = [
        claim
        for index in range(len(header))
        for claim in _claims(index, header, columns[index], kept)
    ]
    chosen = _choose(claims)
    return [
        _proposal(heading, columns[index], chosen.get(index))
        for index, heading in enumerate(header)
    ]


def _columns(width: int, rows: Sequence[Row] | Sequence[Sequence[str]]) -> list[list[str]]:
    """The filled cells of a sample, by column."""
    cells = [row.cells if isinstance(row, Row) else row for row in rows[:_SAMPLE]]
    return [
        [row[index] for row in cells if index < len(row) and row[index].strip()]
        for index in range(width)
    ]


def _claims(
    index: int,
    header: Sequence[str],
    values: Sequence[str],
    remembered: Mapping[str, Field | None],
) -> list[_Claim]:
    heading, before = header[index], known_field(header[index - 1]) if index else None
    key = heading_key(heading)
    if key in remembered:
        why = _("Zo koos u het de vorige keer.")
        return [_Claim(index, remembered[key], _REMEMBERED, why)]
    if before is Field.STREET and known_field(heading) is Field.SOURCE_ID:
        # `Nr` behind the street is the house number, elsewhere a number of the list.
        return [_Claim(index, Field.HOUSE_NUMBER, _KNOWN, _("De kolom staat achter de straat."))]
    claims = [_by_heading(index, heading, values), _by_content(index, values)]
    return [claim for claim in claims if claim is not None]


def _by_heading(index: int, heading: str, values: Sequence[str]) -> _Claim | None:
    field = known_field(heading)
    if field is not None:
        confidence = _KNOWN + 0.01 * _agreement(field, values)
        return _Claim(index, field, confidence, _("De kolomnaam zegt het."))
    return _like_known(index, heading)


def _like_known(index: int, heading: str) -> _Claim | None:
    key = squeeze(heading)
    if len(key) < _SHORTEST_FUZZY:
        return None
    found = process.extractOne(
        key, KNOWN_HEADINGS.keys(), scorer=fuzz.ratio, score_cutoff=_FUZZY_CUTOFF
    )
    if found is None:
        return None
    why = _("De kolomnaam lijkt op een bekende naam.")
    return _Claim(index, KNOWN_HEADINGS[found[0]], _FUZZY * found[1] / 100, why)


def _by_content(index: int, values: Sequence[str]) -> _Claim | None:
    found = sniff(values)
    if found is None:
        return None
    why = say(_("De inhoud past: {percentage} % van de cellen."), percentage=round(found[1] * 100))
    return _Claim(index, found[0], _CONTENT * found[1], why)


def _agreement(field: Field, values: Sequence[str]) -> float:
    """Of two columns with a fitting heading the fuller one wins, and one whose content fits."""
    found = sniff(values)
    fits = found is not None and found[0] is field
    return min(len(values), _SAMPLE) / _SAMPLE + fits


def _choose(claims: Sequence[_Claim]) -> dict[int, _Claim]:
    """The strongest claims first; no column and no field twice."""
    chosen: dict[int, _Claim] = {}
    taken: set[Field] = set()
    for claim in sorted(claims, key=lambda claim: (-claim.confidence, claim.index)):
        field = claim.field
        if claim.index in chosen or (field in taken and field not in REPEATABLE_FIELDS):
            continue
        chosen[claim.index] = claim
        if field is not None:
            taken.add(field)
    return chosen


def _proposal(heading: str, values: Sequence[str], claim: _Claim | None) -> Proposal:
    examples = tuple(dict.fromkeys(values))[:_EXAMPLES]
    if claim is None:
        return Proposal(heading, None, 0.0, _("Onbekend: kies zelf of laat weg."), examples)
    return Proposal(heading, claim.field, round(claim.confidence, 2), claim.why, examples)
