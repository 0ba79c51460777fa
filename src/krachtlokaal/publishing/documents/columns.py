"""The columns of a table on paper: which hold numbers, and how the width is shared out."""

import re
from collections.abc import Iterable

from krachtlokaal.publishing.documents.model import TablePart

_NUMBER = re.compile(r"[€+−–-]?\s?\d[\d.,\s]*%?")
_LONGEST, _FILLERS = 16, 2
_SIDES = 3  # the room between columns
_WORD, _TEXT = 28, 44  # no column is made wider for a longer word or text


def widths(table: TablePart, letters: int) -> list[int]:
    """Shares of a width of so many letters: first room for the longest word of each column, and
    what is left goes to those whose texts would take more lines."""
    figures = numbers(table)
    found = list(zip(table.head, *table.rows, strict=True))
    least = [_longest(word for cell in cells for word in cell.split()) for cells in found]
    least = [min(one, _WORD) + _SIDES for one in least]
    whole = [_whole(cells, is_number=at in figures) for at, cells in enumerate(found)]
    wished = [max(wish - one, 0) for wish, one in zip(whole, least, strict=True)]
    left = max(letters - sum(least), 0)
    part = min(left / sum(wished), 1) if any(wished) else 0
    return [round(one + part * wish) for one, wish in zip(least, wished, strict=True)]


def _whole(cells: tuple[str, ...], *, is_number: bool) -> int:
    """Room for whole texts; for the head of numbers on two lines."""
    head, *rest = map(len, cells)
    return min(max([(head + 1) // 2 + 2 if is_number else head, *rest]), _TEXT) + _SIDES


def _longest(texts: Iterable[str]) -> int:
    return max(map(len, texts), default=0)


def numbers(table: TablePart) -> tuple[int, ...]:
    """Columns (from 0, never the first) of short cells that are numbers, but for a word or two
    that stands where there is none: these stand at the right, below each other."""
    found = zip(*table.rows, strict=True)
    return tuple(at for at, cells in enumerate(found) if at and _are_numbers(cells))


def _are_numbers(cells: tuple[str, ...]) -> bool:
    filled = [cell.strip() for cell in cells if cell.strip()]
    others = [cell for cell in filled if not _NUMBER.fullmatch(cell)]
    if len(others) == len(filled) or max(map(len, filled)) > _LONGEST:
        return False
    return len(set(others)) <= _FILLERS
