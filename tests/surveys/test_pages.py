"""Pages of questions: drawn once, filled for each visitor, whole without script."""

from html.parser import HTMLParser
from typing import Any

import pytest

from krachtlokaal.surveys.definition.reading import from_data, from_yaml
from krachtlokaal.surveys.models import QuestionnaireVersion
from krachtlokaal.surveys.pages import (
    Body,
    anchor,
    body_of_page,
    organisation_body,
    respondent_body,
    theme_body,
)
from tests.accounts import factories as accounts
from tests.surveys.factories import published_version

pytestmark = pytest.mark.django_db


class Controls(HTMLParser):
    """What a browser would send, what is wrong and what explains what."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.sent: dict[str, list[str]] = {}
        self.ids: list[str] = []
        self.described: list[str] = []
        self.invalid: set[str] = set()
        self._area = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.ids += [told["id"] or ""] if "id" in told else []
        self.described += (told.get("aria-describedby") or "").split()
        name = told.get("name") or ""
        if told.get("aria-invalid") == "true":
            self.invalid.add(name)
        if tag == "input" and "checked" in told:
            self.sent.setdefault(name, []).append(told["value"] or "")
        self._area = name if tag == "textarea" else ""

    def handle_data(self, data: str) -> None:
        if self._area and data.strip("\n"):
            self.sent[self._area] = [data.removeprefix("\n")]


@pytest.fixture
def version() -> QuestionnaireVersion:
    return published_version(accounts.workspace())


def body(version: QuestionnaireVersion, page: str = "mensen_vinden", **more: str) -> Body:
    told = {"variant": "full", "language": "nl", **more}
    return theme_body(version.pk, told["variant"], told["language"], page)


def test_what_was_answered_is_what_would_be_sent(version: QuestionnaireVersion) -> None:
    answers: dict[str, Any] = {
        "vinden_1": 2,
        "vinden_2": "dont_know",
        "mensen_vinden.importance": 5,
        "mensen_vinden.help_wanted": "soon",
        "mensen_vinden.help_form": ["info", "hands"],
        "mensen_vinden.note": "Wij zoeken <b>jonge</b> mensen\n& hun ouders.",
    }
    filled = body(version).fill(answers)
    assert Controls(filled).sent == {
        "vinden_1": ["2"],
        "vinden_2": ["dont_know"],
        "mensen_vinden.importance": ["5"],
        "mensen_vinden.help_wanted": ["soon"],
        "mensen_vinden.help_form": ["info", "hands"],
        "mensen_vinden.note": ["Wij zoeken <b>jonge</b> mensen\n& hun ouders."],
    }
    assert "<b>" not in filled


def test_a_page_of_one_visitor_tells_the_next_nothing(version: QuestionnaireVersion) -> None:
    empty = body(version).fill({})
    body(version).fill({"vinden_1": 4}, {"vinden_1": "Kies één antwoord."})
    assert body(version).fill({}) == empty
    assert Controls(empty).sent == {}


def test_errors_are_tied_to_their_question(version: QuestionnaireVersion) -> None:
    wrong = {"vinden_1": "Kies <één> antwoord.", "mensen_vinden.note": "Te lang."}
    found = Controls(body(version).fill({"mensen_vinden.note": "x"}, wrong))
    assert found.invalid == {"vinden_1", "mensen_vinden.note"}
    assert set(found.described) <= set(found.ids)
    assert {"id_vinden_1_error", "id_mensen_vinden.note_error"} <= set(found.ids)


def test_each_control_has_an_id_of_its_own(version: QuestionnaireVersion) -> None:
    for page in from_data(version.definition).pages:
        ids = Controls(body(version, page.key).fill({})).ids
        assert sorted(ids) == sorted(set(ids))
        firsts = {anchor(one.key, is_text=one.kind == "text") for one in page.questions}
        assert firsts <= set(ids)


def test_statements_are_counted_and_their_scale_is_told(version: QuestionnaireVersion) -> None:
    filled = body(version).fill({})
    assert "<small>Zin 4 van 4. Bent u het eens met deze zin?</small>Mensen met weinig" in filled
    assert filled.count("<fieldset") == 4 + 3
    assert body(version, variant="short").fill({}).count("<fieldset") == 2


def test_the_head_says_what_the_page_is_about(version: QuestionnaireVersion) -> None:
    head = body(version).head
    assert '<p class="kl-eyebrow">Dragen</p><h1>Vrijwilligers vinden</h1>' in head
    assert "Een vrijwilliger is iedereen" in head
    assert "Finding volunteers" in body(version, language="en").head


def test_a_question_with_a_condition_says_when_it_counts(version: QuestionnaireVersion) -> None:
    filled = body(version).fill({})
    assert (
        'data-shown-if="mensen_vinden.help_wanted" data-shown-codes="maybe soon this_year"'
        in filled
    )
    assert "Alleen als u hulp wilt." in filled


def test_help_is_picked_at_most_three_times(version: QuestionnaireVersion) -> None:
    filled = body(version, "hulp", variant="short").fill({"help_themes": ["geld_plek"]})
    assert 'data-most="3"' in filled
    assert Controls(filled).sent == {"help_themes": ["geld_plek"]}


def test_who_answers_and_for_whom(version: QuestionnaireVersion) -> None:
    assert Controls(respondent_body(version.pk, "nl").fill({"role": "board"})).sent == {
        "role": ["board"]
    }
    about = organisation_body(version.pk, "nl", ("age_band", "known_support"))
    filled = about.fill({"age_band": "y0_2"}, words={"support_centre": "Steunpunt <Tiel>"})
    assert "contact met Steunpunt &lt;Tiel&gt;?" in filled
    assert filled.count("<fieldset") == 2


def test_no_such_page(version: QuestionnaireVersion) -> None:
    with pytest.raises(KeyError):
        body(version, "hulp")


HALF = """
instrument: {key: half, version: "1.0", title_nl: "Half", languages: [nl, fy]}
pages:
  - key: een
    title_nl: "Eén"
    title_fy: "Ien"
    questions:
      - {key: smaak, type: likert, nl: "Hoe was het?", fy: "Hoe wie it?", anchors: [
          {value: 1, nl: "Slecht"}, {value: 2, nl: "Goed", fy: "Goed"}]}
      - {key: meer, type: text, nl: "Vertel <meer>", show_if: "smaak in [1]", max_length: 80}
"""


def test_what_is_not_translated_is_dutch_and_says_so() -> None:
    page = from_data(from_yaml(HALF)).pages[0]
    frisian, dutch = body_of_page(page, "fy"), body_of_page(page, "nl")
    assert (frisian.is_translated, dutch.is_translated) == (False, True)
    assert '<span lang="nl">Slecht</span>' in frisian.fill({})
    assert '<span lang="nl">Vertel &lt;meer&gt;</span>' in frisian.fill({})
    assert "lang=" not in dutch.fill({})
    assert "kl-soft" in frisian.head
    assert "kl-soft" not in dutch.head


def test_a_condition_names_the_answers_that_it_waits_for() -> None:
    page = from_data(from_yaml(HALF)).pages[0]
    assert "Alleen als u hierboven koos: Slecht" in body_of_page(page, "nl").fill({})
    assert 'maxlength="80"' in body_of_page(page, "nl").fill({})
