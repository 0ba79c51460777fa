"""A questionnaire's file is checked: every fault with its line, its place and how to mend it."""

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from krachtlokaal.surveys.definition import Condition, QuestionKind
from krachtlokaal.surveys.definition.checking import faults_of
from krachtlokaal.surveys.definition.comparing import compare
from krachtlokaal.surveys.definition.editing import edit_parts
from krachtlokaal.surveys.definition.exporting import to_yaml
from krachtlokaal.surveys.definition.faults import Fault
from krachtlokaal.surveys.definition.reading import Faults, from_data, from_yaml
from krachtlokaal.surveys.definition.texts import wordings
from krachtlokaal.surveys.pages import body_of_page
from krachtlokaal.surveys.pages.outline import outline
from tests.surveys.factories import yaml_of

SMALL = """instrument:
  key: klein
  version: "1.0"
  title_nl: "Klein"
pages:
  - key: een
    title_nl: "Eén"
    questions:
      - {key: keus, type: single, nl: "Wat?", options: [{code: a, nl: "A"}, {code: b, nl: "B"}]}
      - {key: vraag, type: text, nl: "Waarom?", show_if: "keus in [a]"}
"""


def faults(text: str) -> tuple[Fault, ...]:
    with pytest.raises(Faults) as told:
        from_yaml(text)
    return told.value.faults


def instead(old: str, new: str, text: str = SMALL) -> tuple[Fault, ...]:
    assert old in text
    return faults(text.replace(old, new, 1))


def test_the_krachtmeting_reads_as_its_makers_wrote_it() -> None:
    read = from_data(from_yaml(yaml_of()))
    assert (read.key, read.number, read.minutes) == (
        "krachtmeting",
        "1.0.0",
        {"full": 20, "short": 12},
    )
    statements = [one for page in read.pages for one in page.questions if one.is_scored]
    assert len(statements) == 40
    assert [one.key for one in statements if one.is_reversed] == ["bestuur_4", "intern_4"]
    assert [option.value for option in statements[0].options] == [1, 2, 3, 4, 5, None, None]
    assert statements[0].codes == {"1", "2", "3", "4", "5", "dont_know", "not_applicable"}
    assert [one.key for one in read.respondent_questions] == ["role"]
    assert [one.kind for one in read.organisation_questions][:2] == ["text", "ref"]
    assert [one.key for one in read.consents if one.asked_of == "each"] == [
        "may_contact",
        "may_quote",
        "round_table",
    ]
    assert list(read.level_names) == ["attention", "growing", "in_order", "strong"]
    assert list(read.quadrant_names) == ["tackle", "keep", "watch", "relax"]
    assert read.is_scored


def test_help_is_asked_per_theme_with_its_condition() -> None:
    page = from_data(from_yaml(yaml_of())).pages[0]
    assert [one.key for one in page.questions[4:]] == [
        "bestuur.importance",
        "bestuur.help_wanted",
        "bestuur.help_form",
        "bestuur.note",
    ]
    wanted = frozenset({"maybe", "this_year", "soon"})
    assert page.questions[6].shown_if == Condition("bestuur.help_wanted", wanted)
    assert [option.value for option in page.questions[5].options] == [0, 1, 2, 3, None]


def test_the_short_form_asks_core_statements_and_help_once() -> None:
    pages = from_data(from_yaml(yaml_of())).short_pages
    assert [page.key for page in pages][-2:] == ["hulp", "slot"]
    assert [len(page.questions) for page in pages] == [2] * 10 + [1, 3]
    picked = pages[-2].questions[0]
    assert (picked.key, picked.kind, picked.max_choices) == ("help_themes", QuestionKind.MULTI, 3)
    assert len(picked.options) == 10


def test_a_questionnaire_may_have_pages_alone() -> None:
    read = from_data(from_yaml(SMALL))
    assert [(page.key, len(page.questions)) for page in read.pages] == [("een", 2)]
    assert (read.themes, read.rules, read.short_pages, read.is_scored) == ((), None, (), False)


@pytest.mark.parametrize("text", [SMALL, yaml_of()], ids=["small", "krachtmeting"])
def test_what_is_exported_reads_the_same(text: str) -> None:
    data = from_yaml(text)
    written = to_yaml(data)
    assert from_yaml(written) == data
    assert to_yaml(from_yaml(written)) == written


def test_every_fault_is_told_at_once() -> None:
    text = SMALL.replace("key: klein", "key: Klein!").replace("type: text", "type: tekst")
    text = text.replace('title_nl: "Eén"', 'titel_nl: "Eén"')
    assert faults(text) == (
        Fault(
            2,
            "instrument › key",
            "'Klein!' kan hier niet.",
            "Gebruik kleine letters, cijfers en _.",
        ),
        Fault(6, "pages 1", "'title_nl' ontbreekt.", "Voeg 'title_nl:' toe."),
        Fault(7, "pages 1 › titel_nl", "'titel_nl' kennen wij hier niet.", "Bedoelt u 'title_nl'?"),
        Fault(
            10,
            "pages 1 › questions 2 › type",
            "'tekst' kan hier niet.",
            "Kies uit: likert, single, multi, text, ref.",
        ),
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("keus in [a]", "keus in [c]", 10, "De vraag heeft geen antwoord 'c'."),
        ("keus in [a]", "later in [a]", 10, "De vraag 'later' staat niet eerder op deze pagina."),
        ("keus in [a]", "keus is a", 10, "'keus is a' kan hier niet."),
        ("key: vraag", "key: keus", 10, "'keus' is al gebruikt."),
        ("code: b", "code: a", 9, "'a' is al gebruikt."),
        ("key: vraag", "key: role", 10, "'role' is een vaste naam van het programma."),
        ('"1.0"', "1.0", 3, "'1.0' kan hier niet."),
        ('"A"', "No", 9, "Dit is geen tekst."),
        ('"A"', '" "', 9, "Deze tekst is leeg."),
        ('"A"', '"A {naam}"', 9, "'{naam}' wordt hier niet ingevuld."),
        ('"A"', '"A\\0"', 9, "In deze tekst staat een teken dat niet kan."),
        ('"A"', ".nan", 9, "Dit is geen gewoon getal."),
        ("type: text", "type: likert", 10, "Deze vraag heeft geen schaal die bestaat."),
        ("type: text", "type: multi", 10, "Deze vraag heeft geen antwoorden."),
        ("type: text", "type: ref", 10, "Dit soort vraag kan alleen bij 'profile › organisation'."),
        ('nl: "Waarom?"', 'nl: "Waarom?", nl: "Hoe?"', 10, "'nl' staat er twee keer."),
        ("  - key: een", "  - &een\n    key: een", 6, "Hier staat een verwijzing."),
        ('"Eén"', "!!python/object:os.system x", 7, "Dit soort waarde kan niet."),
        ('"Eén"', "'Eén", 7, "Deze regel is niet te lezen."),
        ("type: text", "type: [[[[[[[[[[x]]]]]]]]]]", 10, "Dit is te diep genest."),
    ],
)
def test_a_fault_names_its_line(old: str, new: str, line: int, what: str) -> None:
    found = instead(old, new)
    assert [(fault.line, fault.what) for fault in found] == [(line, what)]
    assert all(fault.mend.endswith(".") or fault.mend.endswith("?") for fault in found)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (
            "themes: [bestuur, koers]",
            "themes: [bestuur]",
            "'koers' staat niet bij de kracht 'sturen'.",
        ),
        ("themes: [bestuur,", "themes: [bestuurr,", "Het onderwerp 'bestuurr' bestaat niet."),
        (
            "from: 40, to_below: 60",
            "from: 41, to_below: 60",
            "De niveaus sluiten niet aan van 0 tot 101.",
        ),
        ("value = 6 - value", "value = 5 - value", "Zo rekent het programma niet."),
        ("  max: 5", "  max: 6", "De antwoorden van deze schaal lopen niet van min tot max."),
        ("[dont_know]", "[weet_niet]", "Het antwoord 'weet_niet' bestaat niet bij 'scale'."),
        ("languages: [nl,", "languages: [", "Nederlands ontbreekt."),
        ("default: false", "default: true", "'true' kan hier niet."),
        ("key: koers_1", "key: bestuur_1", "'bestuur_1' is al gebruikt."),
    ],
)
def test_what_does_not_agree_in_the_krachtmeting_is_told(old: str, new: str, what: str) -> None:
    assert what in [fault.what for fault in instead(old, new, yaml_of())]


def test_a_file_without_questions() -> None:
    only = SMALL.partition("pages:")[0]
    assert [fault.what for fault in faults(only)] == ["Er staat geen enkele vraag in."]


@pytest.mark.parametrize("text", ["", "zomaar tekst", "- een\n- twee", "\x00", "a: b: c", "{"])
def test_what_is_no_questionnaire_at_all(text: str) -> None:
    assert len(faults(text)) == 1


def test_too_large_and_too_many() -> None:
    assert [one.what for one in faults("a" * 200_001)] == ["Het bestand is te groot."]
    many = "pages:\n" + "- x\n" * 10_000
    assert [one.what for one in faults(many)] == ["Het bestand heeft te veel regels."]


KEYS = st.sampled_from(["instrument", "pages", "key", "themes", "scale", "version", "nl"])
NESTED = st.recursive(
    st.text(max_size=20) | st.integers() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner),
)


@given(st.text(max_size=300) | NESTED.map(str))
def test_whatever_is_given_gets_an_answer(text: str) -> None:
    assert all(fault.what and fault.line for fault in faults(text))


@pytest.mark.parametrize("name", ["krachtmeting_v1", "evaluatie_doe_dag_v1"])
def test_our_questionnaires_speak_three_languages(name: str) -> None:
    for wording in wordings(from_yaml(yaml_of(name))):
        assert (wording.address, list(wording.by_language)) == (wording.address, ["nl", "en", "fy"])


def test_an_evaluation_has_another_shape() -> None:
    read = from_data(from_yaml(yaml_of("evaluatie_doe_dag_v1")))
    kinds = [[one.kind for one in page.questions] for page in read.pages]
    assert kinds == [
        ["likert", "likert", "likert", "single"],
        ["single", "text", "multi", "text"],
    ]
    usual = [option.value for option in read.pages[0].questions[0].options if not option.is_other]
    assert usual == [1, 2, 3, 4]
    assert (read.themes, read.consents, read.respondent_questions, read.rules) == ((), (), (), None)


def spots(value: object, at: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place in the data below the top."""
    if isinstance(value, dict):
        return [
            spot for key, part in value.items() for spot in [(*at, key), *spots(part, (*at, key))]
        ]
    if isinstance(value, list):
        return [spot for n, part in enumerate(value) for spot in [(*at, n), *spots(part, (*at, n))]]
    return []


KRACHTMETING = from_yaml(yaml_of())
SPOTS = spots(KRACHTMETING)
INSTEAD = st.sampled_from(
    [None, True, 0, 3, 99, 0.5, "", "x", "bestuur", "likert", "text", "b_1 in [1]", [], {}, ["nl"]]
)


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(SPOTS), INSTEAD), min_size=1, max_size=3))
def test_what_passes_the_check_can_be_asked(changes: list[tuple[Any, Any]]) -> None:
    data = copy.deepcopy(KRACHTMETING)
    for (*way, last), value in changes:
        place: Any = data
        for step in way:
            place = place[step] if isinstance(place, (dict, list)) and _has(place, step) else {}
        if _has(place, last):
            place[last] = value
    if not faults_of(data):
        read = from_data(data)
        for page in (*read.pages, *read.short_pages):
            assert body_of_page(page, "fy").fill({}) != ""
        assert outline(read, "en") != []
        assert edit_parts(data) != []
        assert compare(read, read).changed == ()


def _has(place: Any, step: str | int) -> bool:
    if isinstance(place, list):
        return isinstance(step, int) and step < len(place)
    return isinstance(place, dict) and step in place
