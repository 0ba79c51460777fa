"""Which of two organisations stays, and of which one each fact is kept."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from krachtlokaal.register.queries.duplicates import Fact
from krachtlokaal.register.services.merges import Side


class MergeForm(forms.Form):
    """One choice per fact that both have and that differs."""

    def __init__(self, *args: Any, facts: list[Fact], **kwargs: Any) -> None:  # noqa: ANN401 Django's own signature
        super().__init__(*args, **kwargs)
        self.facts = [fact for fact in facts if fact.must_choose]
        for fact in self.facts:
            self.fields[fact.name] = forms.ChoiceField(
                label=fact.label.capitalize(),
                choices=[("kept", fact.kept), ("gone", fact.gone)],
                widget=forms.RadioSelect,
                initial="kept",
                error_messages={"required": _("Kies een van de twee.")},
            )

    def take(self) -> dict[str, Side]:
        return {fact.name: self.cleaned_data[fact.name] for fact in self.facts}
