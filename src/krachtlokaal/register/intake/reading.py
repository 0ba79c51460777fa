"""Read the cells of one row by field, and collect what is to be said about them."""

from collections.abc import Callable, Sequence

from krachtlokaal.register.intake.enums import Field
from krachtlokaal.register.intake.rows import Layout, Problem, Severity
from krachtlokaal.register.intake.text import tidy
from krachtlokaal.register.intake.values import Read, Value, is_absent
from krachtlokaal.register.intake.wording import Sentence


class RowReader:
    """One row, for as long as it is being cleaned."""

    def __init__(self, cells: Sequence[str], layout: Layout) -> None:
        self._cells = cells
        self._texts = {
            field: text
            for field, indexes in layout.columns.items()
            if (text := _first_filled(cells, indexes))
        }
        self.layout = layout
        self.problems: list[Problem] = []

    def raw(self, field: Field) -> str:
        """The first filled cell of a field, on one line."""
        return self._texts.get(field, "")

    def text(self, field: Field) -> str:
        """The same, where `-` and `onbekend` are nothing."""
        text = self._texts.get(field, "")
        return "" if is_absent(text) else text

    def all(self, field: Field) -> list[tuple[str, str]]:
        """Heading and text of every filled cell of a field that may repeat."""
        found = []
        for index in self.layout.columns.get(field, ()):
            text = self._cells[index].strip() if index < len(self._cells) else ""
            if not is_absent(text):
                found.append((self.layout.header[index], text))
        return found

    def read(self, field: Field, parse: Callable[[str], Read[Value]]) -> Value:
        return self.take(field, self.raw(field), parse)

    def take(self, field: Field, text: str, parse: Callable[[str], Read[Value]]) -> Value:
        found = parse(text)
        if not text:
            return found.value
        if found.wrong is not None:
            self.say(field, found.wrong, Severity.WARNING, text)
        elif found.note is not None:
            self.say(field, found.note, Severity.NOTE, text)
        return found.value

    def say(
        self,
        field: Field,
        message: Sentence,
        severity: Severity,
        value: str = "",
        candidates: tuple[str, ...] = (),
    ) -> None:
        column = self.layout.column(field)
        self.problems.append(Problem(column, message, severity, field, value, candidates))


def _first_filled(cells: Sequence[str], indexes: Sequence[int]) -> str:
    for index in indexes:
        if index < len(cells):
            text = tidy(cells[index])
            if text:
                return text
    return ""
