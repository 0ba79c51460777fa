"""What the register knows of an organisation, as answers to what is asked once per organisation."""

import re
from collections.abc import Mapping
from typing import Any

from krachtlokaal.register.enums import LegalForm
from krachtlokaal.register.models import Organisation
from krachtlokaal.surveys.definition import Definition, Question
from krachtlokaal.surveys.models import Measurement

# Questions that the register answers with words of its own.
WORDS = ("name", "municipality", "place")
# The fact of the register behind a question, where a change of it is proposed.
FACTS = {
    "name": "name",
    "municipality": "municipality_id",
    "place": "place",
    "sector": "sector",
    "legal_form": "legal_form",
}
_LEGAL_FORMS = {
    LegalForm.ASSOCIATION: "association",
    LegalForm.FOUNDATION: "foundation",
    LegalForm.INFORMAL_ASSOCIATION: "informal",
    LegalForm.CHURCH: "religious",
    LegalForm.COOPERATIVE: "cooperative",
}
_COUNTED = {"members_band": "members", "volunteers_band": "volunteers"}
# "m1_49", "v100plus", "m0"
_BAND = re.compile(r"[a-z]+(\d+)(?:_(\d+)|(plus))?")


def known(definition: Definition, measurement: Measurement, about: Organisation) -> dict[str, Any]:
    """What stands on the page *Klopt dit nog?*: what was told before, else what is known."""
    return {
        question.key: value
        for question in definition.organisation_questions
        if (value := _known(question, measurement.profile, about))
    }


def _known(question: Question, told: Mapping[str, Any], about: Organisation) -> Any:  # noqa: ANN401 an answer
    if question.key in told:
        return told[question.key]
    if question.key in _COUNTED:
        return _band(question, getattr(about, _COUNTED[question.key]))
    value = getattr(about, FACTS.get(question.key, ""), None)
    if question.key == "legal_form":
        value = _LEGAL_FORMS.get(LegalForm(about.legal_form))
    if question.key in WORDS:
        return value
    return value if value in question.codes else None


def _band(question: Question, count: int | None) -> str | None:
    if count is None:
        return None
    for option in question.options:
        found = _BAND.fullmatch(option.code)
        if found is None:
            continue
        least = int(found[1])
        most = count if found[3] else int(found[2] or least)
        if least <= count <= most:
            return option.code
    return None


def as_facts(told: Mapping[str, Any]) -> dict[str, Any]:
    """What was told, as facts of the register; what says nothing there is left out."""
    forms = {code: form.value for form, code in _LEGAL_FORMS.items()}
    facts = {FACTS[key]: value for key, value in told.items() if key in FACTS and value}
    form = forms.get(facts.pop("legal_form", ""))
    return facts | ({"legal_form": form} if form else {})
