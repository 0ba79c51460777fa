"""Questionnaires and their versions: drafts are made and changed, a published version stays."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.office import audit
from krachtlokaal.surveys.definition import texts as wording
from krachtlokaal.surveys.definition.checking import faults_of
from krachtlokaal.surveys.definition.faults import Faults
from krachtlokaal.surveys.definition.reading import from_yaml
from krachtlokaal.surveys.enums import VersionState
from krachtlokaal.surveys.models import Questionnaire, QuestionnaireVersion
from krachtlokaal.surveys.queries.versions import newest_number, number_in_order


class CannotDo(Exception):  # noqa: N818 it is an answer, not a fault
    """This can't be done with a questionnaire; the text says why and what to do."""


class ChangedMeanwhile(Exception):  # noqa: N818 it is an answer, not a fault
    """Somebody else saved this draft after it was opened.

    `theirs` is what stands there now, by the name of each text that both changed.
    """

    def __init__(self, current: QuestionnaireVersion, theirs: Mapping[str, str]) -> None:
        super().__init__(str(current))
        self.current = current
        self.theirs = theirs


@transaction.atomic
def draft_from_yaml(*, workspace: Workspace, text: str) -> QuestionnaireVersion:
    """A new draft, of a new questionnaire or the next version of one that this workspace has.

    Raises `Faults` or `CannotDo`.
    """
    return _add_draft(workspace, from_yaml(text))


@transaction.atomic
def draft_from_version(*, version: QuestionnaireVersion, number: str) -> QuestionnaireVersion:
    """A new draft with the content of another version, to go on from there."""
    instrument = {**version.definition["instrument"], "version": number}
    data = {**version.definition, "instrument": instrument}
    if faults := faults_of(data):
        raise Faults(faults)
    return _add_draft(version.questionnaire.workspace, data)


@transaction.atomic
def replace_draft(*, version: QuestionnaireVersion, text: str, edit: int) -> QuestionnaireVersion:
    """Another content for a draft, from a file. Raises `Faults`, `CannotDo`, `ChangedMeanwhile`."""
    data = from_yaml(text)
    draft = _locked_draft(version)
    if draft.edit != edit:
        raise ChangedMeanwhile(draft, {})
    instrument = data["instrument"]
    if instrument["key"] != draft.questionnaire.key:
        raise CannotDo(
            _("Dit bestand hoort bij '{other}', niet bij '{own}'. Kijk bij 'key'.").format(
                other=instrument["key"], own=draft.questionnaire.key
            )
        )
    if instrument["version"] != draft.number:
        _refuse_old_number(draft.questionnaire, instrument["version"])
    _keep(draft, data)
    audit.record("questionnaire.replaced", draft)
    return draft


@transaction.atomic
def change_texts(
    *, version: QuestionnaireVersion, texts: Mapping[str, str], seen: Mapping[str, str]
) -> QuestionnaireVersion:
    """Other words in a draft, by the name of each text (see surveys.definition.texts).

    `seen` is what stood there when the page was opened: colleagues who change other texts at the
    same time do not meet. Raises `Faults` or `ChangedMeanwhile`.
    """
    draft = _locked_draft(version)
    now = wording.words_by_name(draft.definition)
    new = {name: words for name, words in texts.items() if words != seen.get(name, now.get(name))}
    theirs = {
        name: now[name]
        for name, words in new.items()
        if name in now and now[name] not in (words, seen.get(name, now[name]))
    }
    if theirs:
        raise ChangedMeanwhile(draft, theirs)
    data = wording.with_texts(draft.definition, new)
    if faults := faults_of(data):
        raise Faults(faults)
    after = wording.words_by_name(data)
    changed = {name: [now[name], after.get(name, "")] for name in now}
    changed = {name: pair for name, pair in changed.items() if pair[0] != pair[1]}
    if changed:
        _keep(draft, data)
        audit.record("questionnaire.worded", draft, changes=changed)
    return draft


@transaction.atomic
def publish(*, version: QuestionnaireVersion) -> QuestionnaireVersion:
    """From now on this version can be asked, and nobody can change it. Raises `CannotDo`."""
    draft = _locked(version)
    if draft.state != VersionState.DRAFT:
        raise CannotDo(_("Deze versie is al gepubliceerd."))
    _refuse_old_number(draft.questionnaire, draft.number, besides=draft)
    draft.state = VersionState.PUBLISHED
    draft.published_at = timezone.now()
    draft.publisher_name = audit.current_actor().name
    draft.save(update_fields=["state", "published_at", "publisher_name"])
    draft.questionnaire.title = draft.definition["instrument"]["title_nl"][:120]
    draft.questionnaire.save(update_fields=["title"])
    audit.record("questionnaire.published", draft)
    return draft


@transaction.atomic
def retire(*, version: QuestionnaireVersion) -> QuestionnaireVersion:
    """No new wave asks this version any more; running waves and answers stay."""
    row = _locked(version)
    if row.state != VersionState.PUBLISHED:
        raise CannotDo(_("Alleen een gepubliceerde versie kan uit gebruik."))
    row.state = VersionState.RETIRED
    row.save(update_fields=["state"])
    audit.record("questionnaire.retired", row)
    return row


@transaction.atomic
def discard(*, version: QuestionnaireVersion) -> None:
    """Throw a draft away; a questionnaire without any version goes with it."""
    draft = _locked(version)
    if draft.state != VersionState.DRAFT:
        raise CannotDo(_("Een gepubliceerde versie kunt u niet weggooien."))
    questionnaire = draft.questionnaire
    audit.record("questionnaire.discarded", draft)
    draft.delete()
    if not questionnaire.versions.exists():
        questionnaire.delete()


def publish_from_yaml(*, workspace: Workspace, text: str) -> QuestionnaireVersion:
    """A draft from a file, published at once."""
    return publish(version=draft_from_yaml(workspace=workspace, text=text))


def _add_draft(workspace: Workspace, data: dict[str, Any]) -> QuestionnaireVersion:
    instrument = data["instrument"]
    questionnaire, is_new = Questionnaire.objects.get_or_create(
        key=instrument["key"],
        defaults={"title": instrument["title_nl"][:120], "workspace": workspace},
    )
    if questionnaire.workspace_id != workspace.pk:
        raise CannotDo(
            _("De vragenlijst '{key}' is van een andere werkruimte. Kies een andere 'key'.").format(
                key=instrument["key"]
            )
        )
    _refuse_old_number(questionnaire, instrument["version"])
    draft = QuestionnaireVersion.objects.create(
        questionnaire=questionnaire, number=instrument["version"], definition=data
    )
    audit.record("questionnaire.made" if is_new else "questionnaire.drafted", draft)
    return draft


def _refuse_old_number(
    questionnaire: Questionnaire, number: str, besides: QuestionnaireVersion | None = None
) -> None:
    others = questionnaire.versions.exclude(pk=besides.pk if besides else 0)
    if others.filter(number=number).exists():
        raise CannotDo(
            _("Versie {number} bestaat al. Kies een hoger nummer bij 'version'.").format(
                number=number
            )
        )
    newest = newest_number(questionnaire)
    if newest and number_in_order(number) <= number_in_order(newest):
        raise CannotDo(
            _("Versie {number} is niet hoger dan {newest}. Kies een hoger nummer.").format(
                number=number, newest=newest
            )
        )


def _locked(version: QuestionnaireVersion) -> QuestionnaireVersion:
    rows = QuestionnaireVersion.objects.select_related("questionnaire")
    return rows.select_for_update(of=("self",)).get(pk=version.pk)


def _locked_draft(version: QuestionnaireVersion) -> QuestionnaireVersion:
    draft = _locked(version)
    if draft.state != VersionState.DRAFT:
        raise CannotDo(_("Deze versie is gepubliceerd en verandert niet meer. Maak een nieuwe."))
    return draft


def _keep(draft: QuestionnaireVersion, data: dict[str, Any]) -> None:
    draft.definition = data
    draft.number = data["instrument"]["version"]
    draft.edit += 1
    draft.save(update_fields=["definition", "number", "edit"])
