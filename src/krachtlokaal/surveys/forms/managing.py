"""What a manager decides about the result of her organisation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from krachtlokaal.register.forms.cleaning import EmailField, LineField
from krachtlokaal.surveys.models import Measurement


class SwitchForm(forms.Form):
    """Each a box of its own, off until she turns it on."""

    shares_result = forms.BooleanField(required=False)
    counts_in_area = forms.BooleanField(required=False)
    keeps_for_comparison = forms.BooleanField(
        label=_("Bewaar onze uitkomst vijf jaar, dan kunnen wij een volgende keer vergelijken."),
        required=False,
    )

    def __init__(self, *args: Any, measurement: Measurement, **options: Any) -> None:  # noqa: ANN401 Django's own signature
        options["initial"] = {name: getattr(measurement, name) for name in self.base_fields}
        super().__init__(*args, **options)
        names = {"workspace": measurement.wave.workspace.name}
        self.fields["shares_result"].label = _("%(workspace)s mag onze uitkomst zien.") % names
        if measurement.wave.is_needs_survey:
            # Counting along without a name is what such a measurement is for.
            del self.fields["counts_in_area"]
        else:
            self.fields["counts_in_area"].label = _(
                "Onze antwoorden mogen zonder naam meetellen in een rapport over onze gemeente."
            )


class SuccessorForm(forms.Form):
    """Who takes over."""

    name = LineField(
        label=_("Naam van de beheerder"),
        max_length=120,
        error_messages={"required": _("Vul de naam in van wie het overneemt.")},
    )
    email = EmailField(
        label=_("E-mailadres van de beheerder"),
        max_length=254,
        error_messages={"required": _("Vul het e-mailadres in van wie het overneemt.")},
    )
