"""What holds between the parts of a questionnaire: keys that are used once, references that lead
somewhere, scales without gaps."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from krachtlokaal.surveys.definition.conditions import condition
from krachtlokaal.surveys.definition.faults import Findings, Path

Row = dict[str, Any]
# What the product fills in, and in which part of the file.
PLACEHOLDERS = {
    "instrument": {"minutes"},
    "profile": {"support_centre", "municipality"},
    "consent": {"support_centre", "municipality", "sender"},
    "help_without_sharing": {"support_centre", "municipality", "sender"},
}
_RESERVED = ("role", "help_themes", "consent")


def agree(data: Row, found: Findings) -> None:
    """Look at everything between parts; the shape of each part is right already."""
    _shape_of_whole(data, found)
    _keys_once(data, found)
    _groups(data, found)
    for at, scale in _scales(data):
        _scale(scale, at, found)
    for at, one, before in _questions(data):
        _question(one, at, found, data)
        _condition(one, at, found, before)
    _scoring(data, found)
    _placeholders(data, (), found)


def _shape_of_whole(data: Row, found: Findings) -> None:
    if not data.get("themes") and not data.get("pages") and not data.get("closing_questions"):
        mend = _("Voeg 'pages:' of 'themes:' toe.")
        found.add((), _("Er staat geen enkele vraag in."), mend)
    if data.get("themes") and "scale" not in data:
        mend = _("Voeg 'scale:' toe met de antwoorden van 'helemaal niet' tot 'helemaal wel'.")
        found.add(("themes",), _("De zinnen hebben geen schaal."), mend)
    languages = data["instrument"].get("languages", ["nl"])
    if "nl" not in languages:
        mend = _("Voeg nl toe: wat in een andere taal ontbreekt, staat er in het Nederlands.")
        found.add(("instrument", "languages"), _("Nederlands ontbreekt."), mend)
    if "short" in data.get("variants", {}) and not any(
        item.get("core") for theme in data.get("themes", []) for item in theme["items"]
    ):
        what = _("De korte vorm heeft geen enkele zin.")
        found.add(("variants", "short"), what, _("Zet 'core: true' bij zinnen van de korte vorm."))


def _keys_once(data: Row, found: Findings) -> None:
    seen: set[str] = set()
    asked = [(at, one["key"]) for at, one, _before in _questions(data) if at[0] != "theme_followup"]
    for at, key in [*_statements(data), *asked]:
        _once(key, seen, (*at, "key"), found)
        if key in _RESERVED and at[0] != "profile":
            what = _("'{key}' is een vaste naam van het programma.").format(key=key)
            found.add((*at, "key"), what, _("Kies een andere naam."))
    pages: set[str] = {"slot", "hulp"} if data.get("themes") else set()
    for part in ("themes", "pages"):
        for number, page in enumerate(data.get(part, [])):
            _once(page["key"], pages, (part, number, "key"), found)
    for part in ("groups", "scales", "consent", "theme_followup"):
        names: set[str] = set()
        for number, row in enumerate(data.get(part, [])):
            _once(row["key"], names, (part, number, "key"), found)


def _once(key: str, seen: set[str], at: Path, found: Findings) -> None:
    if key in seen:
        what = _("'{key}' is al gebruikt.").format(key=key)
        found.add(at, what, _("Kies een andere naam."))
    seen.add(key)


def _groups(data: Row, found: Findings) -> None:
    group_of = {theme["key"]: theme["group"] for theme in data.get("themes", [])}
    listed = {key: group["key"] for group in data.get("groups", []) for key in group["themes"]}
    for number, group in enumerate(data.get("groups", [])):
        for place, key in enumerate(group["themes"]):
            if key not in group_of:
                what = _("Het onderwerp '{key}' bestaat niet.").format(key=key)
                found.add(("groups", number, "themes", place), what, _near(group_of))
    for number, (key, group) in enumerate(group_of.items()):
        if listed.get(key) != group:
            what = _("'{key}' staat niet bij de kracht '{group}'.").format(key=key, group=group)
            mend = _("Zet het daar bij 'groups' onder 'themes'.")
            found.add(("themes", number, "group"), what, mend)


def _scale(scale: Row, at: Path, found: Findings) -> None:
    values = [anchor["value"] for anchor in scale["anchors"]]
    if "min" in scale and values != list(range(scale["min"], scale["max"] + 1)):
        what = _("De antwoorden van deze schaal lopen niet van min tot max.")
        found.add((*at, "anchors"), what, _("Noem elk getal één keer, op volgorde."))
    if len(set(values)) != len(values):
        what = _("Een getal van deze schaal staat er twee keer.")
        found.add((*at, "anchors"), what, _("Noem elk getal één keer, op volgorde."))
    _codes(scale.get("extra_options", []), (*at, "extra_options"), found)


def _question(one: Row, at: Path, found: Findings, data: Row) -> None:
    if one["type"] in ("single", "multi") and not {"options", "options_from"} & one.keys():
        found.add(at, _("Deze vraag heeft geen antwoorden."), _("Voeg 'options:' toe."))
    if one["type"] == "ref" and at[0] != "profile":
        what = _("Dit soort vraag kan alleen bij 'profile › organisation'.")
        found.add((*at, "type"), what, _("Kies een ander soort."))
    if one["type"] == "likert":
        _has_scale(one, at, found, data)
    _answers(one, at, found, data)


def _has_scale(one: Row, at: Path, found: Findings, data: Row) -> None:
    if "anchors" not in one:
        scales = {"": data.get("scale")} | {s["key"]: s for s in data.get("scales", [])}
        if data.get("scale"):
            scales[data["scale"]["key"]] = data["scale"]
        if not scales.get(one.get("scale", "")):
            what = _("Deze vraag heeft geen schaal die bestaat.")
            found.add(at, what, _("Voeg 'anchors:' toe, of noem een schaal uit 'scales'."))


def _answers(one: Row, at: Path, found: Findings, data: Row) -> None:
    """The answers that the question names itself."""
    if "anchors" in one:
        _scale(one, at, found)
    _codes(one.get("options", []), (*at, "options"), found)
    shared = {option["code"] for option in data.get("scale", {}).get("extra_options", [])}
    for number, extra in enumerate(one.get("extra_options", [])):
        if isinstance(extra, str) and extra not in shared:
            what = _("Het antwoord '{code}' bestaat niet bij 'scale'.").format(code=extra)
            found.add((*at, "extra_options", number), what, _near(shared))


def _codes(options: list[Any], at: Path, found: Findings) -> None:
    seen: set[str] = set()
    for number, option in enumerate(options):
        _once(option["code"] if isinstance(option, dict) else option, seen, (*at, number), found)


def _condition(one: Row, at: Path, found: Findings, before: dict[str, Row]) -> None:
    shown_if = condition(one["show_if"]) if "show_if" in one else None
    if shown_if is None:
        return
    asked = before.get(shown_if.question)
    if asked is None:
        what = _("De vraag '{key}' staat niet eerder op deze pagina.").format(key=shown_if.question)
        found.add((*at, "show_if"), what, _near(before))
        return
    known = {str(option["code"]) for option in asked.get("options", [])}
    known |= {str(anchor["value"]) for anchor in asked.get("anchors", [])}
    known |= {e if isinstance(e, str) else e["code"] for e in asked.get("extra_options", [])}
    if known and not shown_if.codes <= known:
        missing = ", ".join(sorted(shown_if.codes - known))
        what = _("De vraag heeft geen antwoord '{code}'.").format(code=missing)
        found.add((*at, "show_if"), what, _near(known))


def _scoring(data: Row, found: Findings) -> None:
    scoring = data.get("scoring")
    if scoring is None or "scale" not in data:
        return
    levels = scoring["levels"]
    ends = [levels[0]["from"], *(level["to_below"] for level in levels)]
    starts = [*(level["from"] for level in levels), 101]
    if ends != [0, *starts[1:]] or starts != sorted(set(starts)):
        what = _("De niveaus sluiten niet aan van 0 tot 101.")
        found.add(("scoring", "levels"), what, _("Laat elk niveau beginnen waar het vorige stopt."))
    low, high = data["scale"]["min"], data["scale"]["max"]
    spread = f"{high - low}"
    computed = {
        ("reverse_rule",): f"value = {low + high} - value",
        ("theme", "to_100"): f"(mean - {low}) / {spread} * 100",
        ("priority_index",): f"(importance - {low}) / {spread} * (100 - theme_score_100)",
    }
    for path, formula in computed.items():
        written: Any = scoring
        for step in path:
            written = written.get(step, {})
        if written and written != formula:
            what = _("Zo rekent het programma niet.")
            mend = _("Schrijf '{formula}', of haal de regel weg.").format(formula=formula)
            found.add(("scoring", *path), what, mend)


def _placeholders(value: Any, at: Path, found: Findings) -> None:  # noqa: ANN401 whatever YAML holds
    """A text between braces that nobody fills in would be seen as it stands."""
    if isinstance(value, dict):
        for key, part in value.items():
            _placeholders(part, (*at, key), found)
    elif isinstance(value, list):
        for number, part in enumerate(value):
            _placeholders(part, (*at, number), found)
    elif isinstance(value, str) and at[0] not in ("validation", "reporting", "fieldwork_defaults"):
        known = PLACEHOLDERS.get(str(at[0]), set())
        for name in re.findall(r"\{([^{}]*)\}", value):
            if name not in known:
                what = _("'{name}' wordt hier niet ingevuld.").format(name="{" + name + "}")
                found.add(at, what, _near("{" + one + "}" for one in known))


def _near(known: Iterable[str]) -> str:
    names = ", ".join(sorted(known))
    return _("Wel kan: {keys}.").format(keys=names) if names else _("Haal het weg.")


def _statements(data: Row) -> Iterator[tuple[Path, str]]:
    for number, theme in enumerate(data.get("themes", [])):
        for place, item in enumerate(theme["items"]):
            yield ("themes", number, "items", place), item["key"]


def _scales(data: Row) -> Iterator[tuple[Path, Row]]:
    if "scale" in data:
        yield ("scale",), data["scale"]
    for number, scale in enumerate(data.get("scales", [])):
        yield ("scales", number), scale


def _questions(data: Row) -> Iterator[tuple[Path, Row, dict[str, Row]]]:
    """Every question that is no statement, with those before it on its page."""
    profile = data.get("profile", {})
    lists: list[tuple[Path, list[Row]]] = [
        (("theme_followup",), data.get("theme_followup", [])),
        (("closing_questions",), data.get("closing_questions", [])),
        *((("profile", part), profile.get(part, [])) for part in ("organisation", "respondent")),
    ]
    for number, page in enumerate(data.get("pages", [])):
        lists.append((("pages", number, "questions"), page["questions"]))
    for at, rows in lists:
        before: dict[str, Row] = {}
        for number, one in enumerate(rows):
            yield (*at, number), one, dict(before)
            before[one["key"]] = one
