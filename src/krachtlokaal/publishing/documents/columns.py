"""The columns of a table on paper: which hold numbers, and how the width is shared out."""

import re

from krachtlokaal.publishing.documents.model import TablePart

_NUMBER = re.compile(r"[€+−–-]?\s?\d[\d.,\s]*%?")
_LONGEST = 16


_WIDEST = 46
_NARROWEST = 7


def widths(table: TablePart) -> list[int]:
    """Shares of the width, so that words fit and long texts get more than numbers."""
    figures = numbers(table)
    found = zip(table.head, *table.rows, strict=True)
    return [_share(cells, is_number=at in figures) for at, cells in enumerate(found)]


def _share(cells: tuple[str, ...], *, is_number: bool) -> int:
    word = max((len(word) for cell in cells for word in cell.split()), default=0)
    longest = max(map(len, cells[1:] if is_number else cells), default=0)
    return max(_NARROWEST, min(max(word, longest) + 2, _WIDEST))


def numbers(table: TablePart) -> tuple[int, ...]:
    """Columns (from 0, never the first) whose cells are mostly numbers and all short: these stand
    at the right, below each other."""
    found = zip(*table.rows, strict=True)
    return tuple(at for at, cells in enumerate(found) if at and _are_numbers(cells))


def _are_numbers(cells: tuple[str, ...]) -> bool:
    filled = [cell.strip() for cell in cells if cell.strip()]
    known = sum(_NUMBER.fullmatch(cell) is not None for cell in filled)
    return known > 0 and 2 * known >= len(filled) and max(map(len, filled)) <= _LONGEST
