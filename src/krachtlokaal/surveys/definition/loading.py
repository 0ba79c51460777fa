"""YAML in, plain data and the line of every value out; nothing in a file can run or swell up."""

import math
from typing import Any

import yaml
from django.utils.translation import gettext as _

from krachtlokaal.surveys.definition.faults import Fault, Faults, Lines, Path, shown

LARGEST = 200_000  # signs
DEEPEST = 10
MOST = 10_000  # values
_PLAIN = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null")}
_AS_TEXT = {f"tag:yaml.org,2002:{kind}" for kind in ("timestamp", "value", "merge")}


def load(text: str) -> tuple[dict[str, Any], Lines]:
    """The data of a YAML file and the line of each value. Raises `Faults`."""
    if len(text) > LARGEST:
        raise Faults([_whole(_("Het bestand is te groot."), _("Houd het onder 200.000 tekens."))])
    reader = _Reader()
    try:
        root = _Composer(text).get_single_node()
    except yaml.YAMLError as error:
        raise Faults([_of_error(error)]) from error
    if not isinstance(root, yaml.MappingNode):
        what = _("Dit is geen vragenlijst.")
        raise Faults([_whole(what, _("Begin met 'instrument:' en zet daaronder 'key: naam'."))])
    data = reader.value(root, ())
    if reader.faults:
        raise Faults(reader.faults)
    return data, reader.lines


class _Refused(yaml.YAMLError):
    """Something that YAML may hold and a questionnaire may not."""

    def __init__(self, line: int, what: str, mend: str) -> None:
        super().__init__(what)
        self.fault = Fault(line, "", what, mend)


class _Composer(yaml.SafeLoader):
    """Composes nodes and refuses, while reading, what swells up: references, depth, numbers."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._depth = 0
        self._count = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event: Any = self.peek_event()  # type: ignore[no-untyped-call]  # yaml's parser has no types
        line = event.start_mark.line + 1
        self._count += 1
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            mend = _("Schrijf de tekst voluit, zonder * en &.")
            raise _Refused(line, _("Hier staat een verwijzing."), mend)
        if self._depth >= DEEPEST:
            raise _Refused(line, _("Dit is te diep genest."), _("Haal niveaus weg."))
        if self._count > MOST:
            raise _Refused(line, _("Het bestand heeft te veel regels."), _("Maak het korter."))
        self._depth += 1
        try:
            return super().compose_node(parent, index)
        finally:
            self._depth -= 1


class _Reader:
    """Nodes to data, gathering faults and lines."""

    def __init__(self) -> None:
        self.lines: dict[Path, int] = {}
        self.faults: list[Fault] = []
        self._scalars = yaml.SafeLoader("")

    def value(self, node: yaml.Node, at: Path) -> Any:  # noqa: ANN401 whatever YAML holds
        self.lines.setdefault(at, _line(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, at)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(part, (*at, number)) for number, part in enumerate(node.value)]
        return self._scalar(node, at)

    def _mapping(self, node: yaml.MappingNode, at: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else ""
            here = (*at, key)
            if not key:
                self._fault(key_node, at, _("Deze naam is geen woord."), _("Gebruik een woord."))
            elif key in data:
                mend = _("Laat er één staan.")
                self._fault(key_node, here, _("'{key}' staat er twee keer.").format(key=key), mend)
            else:
                self.lines[here] = _line(key_node)
                data[key] = self.value(value_node, here)
        return data

    def _scalar(self, node: yaml.Node, at: Path) -> Any:  # noqa: ANN401 whatever YAML holds
        if node.tag in _AS_TEXT:
            return str(node.value)
        if node.tag not in _PLAIN:
            self._fault(node, at, _("Dit soort waarde kan niet."), _("Haal het teken ! weg."))
            return ""
        try:
            value = self._scalars.construct_object(node)
        except ValueError:
            value = math.nan
        if isinstance(value, float) and not math.isfinite(value):
            self._fault(node, at, _("Dit is geen gewoon getal."), _("Gebruik een gewoon getal."))
        if isinstance(value, str) and not _is_text(value):
            mend = _("Haal het weg of typ de zin opnieuw.")
            self._fault(node, at, _("In deze tekst staat een teken dat niet kan."), mend)
        return value

    def _fault(self, node: yaml.Node, at: Path, what: str, mend: str) -> None:
        self.faults.append(Fault(_line(node), shown(at), what, mend))


def _is_text(value: str) -> bool:
    """Text that a page can show and a database can keep."""
    return all(sign in "\n\t" or ord(sign) >= 32 for sign in value) and not any(
        "\ud800" <= sign <= "\udfff" for sign in value
    )


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _whole(what: str, mend: str) -> Fault:
    return Fault(1, "", what, mend)


def _of_error(error: yaml.YAMLError) -> Fault:
    if isinstance(error, _Refused):
        return error.fault
    mark = getattr(error, "problem_mark", None)
    if "quoted" in str(getattr(error, "context", "")):
        mark = getattr(error, "context_mark", mark)  # where the text begins that has no end
    mend = _("Kijk of de regels goed inspringen en of elke aanhaling sluit.")
    what = _("Deze regel is niet te lezen.")
    return Fault(mark.line + 1 if mark else 1, "", what, mend)
