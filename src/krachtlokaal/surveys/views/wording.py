"""What the page of texts has on its desk, and saving it beside somebody else."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from krachtlokaal.register.forms.versions import Clash
from krachtlokaal.surveys.definition.editing import EditPart
from krachtlokaal.surveys.definition.faults import Faults
from krachtlokaal.surveys.forms.questionnaires import LANGUAGE_NAMES, TextsForm
from krachtlokaal.surveys.models import QuestionnaireVersion
from krachtlokaal.surveys.services import questionnaires as services


@dataclass(frozen=True)
class Desk:
    """One part of a draft in one language beside Dutch."""

    version: QuestionnaireVersion
    parts: list[EditPart]
    part: EditPart
    language: str
    form: TextsForm
    address: str

    @property
    def url(self) -> str:
        return f"{self.address}{self.query}"

    @property
    def query(self) -> str:
        return f"?deel={self.part.key}&taal={self.language}"

    def tabs(self) -> list[tuple[str, str, bool]]:
        """The languages that the texts can be shown in, beside Dutch."""
        return [
            (str(name), f"?deel={self.part.key}&taal={code}", code == self.language)
            for code, name in LANGUAGE_NAMES.items()
        ]

    def choices(self) -> list[tuple[str, str, bool]]:
        """All parts, with how many of their texts this language lacks."""
        return [(one.key, self._named(one), one.key == self.part.key) for one in self.parts]

    def _named(self, part: EditPart) -> str:
        missing = part.missing(self.language)
        more = _("nog {n} te vertalen").format(n=missing) if missing else ""
        return f"{part.name} ({more})" if more else part.name

    @property
    def draft_key(self) -> str:
        return f"questionnaire-{self.version.pk}-{self.part.key}-{self.language}"


def save_texts(desk: Desk) -> list[Clash] | None:
    """Save what was typed. The texts that somebody else changed too come back, both of them, and
    nothing was saved; None where a text would break the questionnaire and the form says so."""
    form = desk.form
    typed = form.texts()
    try:
        services.change_texts(version=desk.version, texts=typed, seen=form.seen())
    except Faults as told:
        for fault in told.faults:
            form.add_error(_field(form, fault.key), str(fault))
        return None
    except services.ChangedMeanwhile as told:
        form.take_over(told.theirs)
        return [
            Clash(str(form.fields[name].label), theirs, typed[name])
            for name, theirs in told.theirs.items()
        ]
    return []


def _field(form: TextsForm, path: str) -> str | None:
    """The field that a fault is about, by the path that it names."""
    return next((name for name in form.texts() if form.path(name) == path), None)
