"""A form about a row that somebody else may save at the same time."""

from dataclasses import dataclass
from typing import Any, TypeVar

from django import forms
from django.db.models import Model
from django.http import QueryDict


class VersionedForm(forms.Form):
    """Carries the version of the row that it was opened with."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


F_co = TypeVar("F_co", bound=VersionedForm, covariant=True)


@dataclass(frozen=True)
class Clash:
    """One field that both changed: what stands there now, and what was typed here."""

    label: str
    theirs: str
    yours: str


def clashes(form: VersionedForm, current: Model) -> list[Clash]:
    """What somebody else saved meanwhile that differs from what was typed here."""
    found = []
    for name, field in form.fields.items():
        if name == "version" or not hasattr(current, name):
            continue
        theirs, yours = getattr(current, name), form.cleaned_data.get(name)
        if theirs != yours:
            found.append(Clash(str(field.label), _shown(field, theirs), _shown(field, yours)))
    return found


def accept_version(form: VersionedForm, current: Model) -> None:
    """After the clash was shown, sending the same form again is meant."""
    data = QueryDict(mutable=True)
    data.update(form.data)
    data[form.add_prefix("version")] = str(current.version)  # type: ignore[attr-defined]  # versioned rows have one
    form.data = data


def _shown(field: forms.Field, value: Any) -> str:  # noqa: ANN401 any field's value
    if isinstance(field, forms.ChoiceField):
        labels = {str(key): str(label) for key, label in field.choices}  # type: ignore[misc, union-attr]  # no groups in our choices
        return labels.get(str(value or ""), str(value or ""))
    return "" if value is None else str(value)
