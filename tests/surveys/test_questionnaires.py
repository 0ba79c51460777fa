"""Questionnaires are data: drafts change, published versions stay."""

import pytest
from django.db import DatabaseError, transaction

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office.models import AuditEntry
from krachtlokaal.surveys.definition.exporting import to_yaml
from krachtlokaal.surveys.definition.reading import Faults, from_yaml
from krachtlokaal.surveys.enums import VersionState
from krachtlokaal.surveys.models import Questionnaire, QuestionnaireVersion
from krachtlokaal.surveys.queries.definitions import of_version
from krachtlokaal.surveys.services import questionnaires
from tests.accounts import factories as accounts
from tests.surveys.factories import published_version, yaml_of

pytestmark = pytest.mark.django_db

SMALL = """
instrument: {key: klein, version: "1.0", title_nl: "Klein"}
pages:
  - key: een
    title_nl: "Eén"
    questions: [{key: vraag, type: text, nl: "Wat vond u ervan?"}]
"""


@pytest.fixture
def place() -> Workspace:
    return accounts.workspace()


def higher(text: str, number: str) -> str:
    return text.replace('version: "1.0"', f'version: "{number}"')


def draft(place: Workspace) -> QuestionnaireVersion:
    return questionnaires.draft_from_yaml(workspace=place, text=SMALL)


def test_the_krachtmeting_is_published_from_its_file(place: Workspace) -> None:
    version = published_version(place)
    assert version.state == VersionState.PUBLISHED
    assert [page.key for page in of_version(version).pages] == [
        *("bestuur", "koers", "mensen_vinden", "mensen_houden", "samen_intern", "samen_extern"),
        *("geld_plek", "regels", "bereik", "leren", "slot"),
    ]
    assert published_version(place) == version


def test_what_was_kept_is_the_file(place: Workspace) -> None:
    version = published_version(place)
    version.refresh_from_db()
    assert from_yaml(to_yaml(version.definition)) == from_yaml(yaml_of())


def test_a_published_version_stays(place: Workspace) -> None:
    version = questionnaires.publish(version=draft(place))
    with pytest.raises(questionnaires.CannotDo, match="verandert niet meer"):
        questionnaires.change_texts(version=version, texts={}, seen={})
    with pytest.raises(questionnaires.CannotDo, match="al gepubliceerd"):
        questionnaires.publish(version=version)
    version.definition = {}
    with pytest.raises(DatabaseError, match="does not change"), transaction.atomic():
        version.save()


def test_texts_of_a_draft_change_by_their_address(place: Workspace) -> None:
    version = draft(place)
    texts = {"pages.0.questions.0::nl": "Hoe was het?", "pages.0:title:en": "One", "x:y:nl": "z"}
    changed = questionnaires.change_texts(version=version, texts=texts, seen={})
    page = of_version(changed).pages[0]
    assert page.questions[0].text.into("nl") == "Hoe was het?"
    assert page.title.into("en") == "One"
    assert changed.edit == 2


def test_a_second_writer_of_the_same_text_is_told(place: Workspace) -> None:
    version, title = draft(place), "pages.0:title:nl"
    seen = {title: "Eén", "pages.0.questions.0::nl": "Wat vond u ervan?"}
    questionnaires.change_texts(version=version, texts={title: "A"}, seen=seen)
    with pytest.raises(questionnaires.ChangedMeanwhile) as told:
        questionnaires.change_texts(version=version, texts={title: "B"}, seen=seen)
    assert told.value.theirs == {title: "A"}


def test_writers_of_other_texts_do_not_meet(place: Workspace) -> None:
    version, question = draft(place), "pages.0.questions.0::nl"
    seen = {"pages.0:title:nl": "Eén", question: "Wat vond u ervan?"}
    questionnaires.change_texts(version=version, texts=seen | {question: "A"}, seen=seen)
    both = questionnaires.change_texts(
        version=version, texts=seen | {"pages.0:title:nl": "B"}, seen=seen
    )
    page = of_version(both).pages[0]
    assert (page.title.into("nl"), page.questions[0].text.into("nl")) == ("B", "A")


def test_a_text_that_would_break_the_list_is_refused(place: Workspace) -> None:
    version = draft(place)
    with pytest.raises(Faults, match="wordt hier niet ingevuld"):
        questionnaires.change_texts(version=version, texts={"pages.0:title:nl": "{x}"}, seen={})
    version.refresh_from_db()
    assert version.edit == 1


def test_a_new_version_goes_on_from_a_published_one(place: Workspace) -> None:
    first = questionnaires.publish(version=draft(place))
    second = questionnaires.draft_from_version(version=first, number="1.10")
    assert (second.number, second.state) == ("1.10", VersionState.DRAFT)
    assert of_version(second).number == "1.10"
    assert questionnaires.publish(version=second).questionnaire == first.questionnaire


@pytest.mark.parametrize("number", ["1.0", "0.9"])
def test_the_number_must_be_higher(place: Workspace, number: str) -> None:
    questionnaires.publish(version=draft(place))
    with pytest.raises(questionnaires.CannotDo, match="hoger nummer"):
        questionnaires.draft_from_yaml(workspace=place, text=higher(SMALL, number))


def test_a_draft_that_was_overtaken_is_not_published(place: Workspace) -> None:
    older = draft(place)
    newer = questionnaires.draft_from_yaml(workspace=place, text=higher(SMALL, "1.1"))
    questionnaires.publish(version=newer)
    with pytest.raises(questionnaires.CannotDo, match=r"niet hoger dan 1\.1"):
        questionnaires.publish(version=older)


def test_another_workspace_takes_no_name_that_is_taken(place: Workspace) -> None:
    draft(place)
    other = accounts.workspace("elders")
    with pytest.raises(questionnaires.CannotDo, match="andere werkruimte"):
        questionnaires.draft_from_yaml(workspace=other, text=higher(SMALL, "2.0"))


def test_a_draft_takes_another_file_of_the_same_questionnaire(place: Workspace) -> None:
    version = draft(place)
    text = higher(SMALL, "1.2").replace("Eén", "Twee")
    replaced = questionnaires.replace_draft(version=version, text=text, edit=1)
    assert (replaced.number, replaced.edit) == ("1.2", 2)
    with pytest.raises(questionnaires.CannotDo, match="hoort bij 'groot'"):
        questionnaires.replace_draft(
            version=version, text=SMALL.replace("key: klein", "key: groot"), edit=2
        )


def test_retired_is_not_asked_any_more(place: Workspace) -> None:
    version = draft(place)
    with pytest.raises(questionnaires.CannotDo, match="Alleen een gepubliceerde"):
        questionnaires.retire(version=version)
    questionnaires.publish(version=version)
    assert questionnaires.retire(version=version).state == VersionState.RETIRED


def test_a_discarded_draft_leaves_nothing(place: Workspace) -> None:
    questionnaires.discard(version=draft(place))
    assert not Questionnaire.objects.exists()


def test_each_deed_is_recorded(place: Workspace) -> None:
    version = questionnaires.publish(version=draft(place))
    questionnaires.retire(version=version)
    with guard.system("looks at the audit"):
        verbs = AuditEntry.objects.filter(object_label="Klein 1.0").order_by("id")
        assert [entry.verb for entry in verbs] == [
            "questionnaire.made",
            "questionnaire.published",
            "questionnaire.retired",
        ]
