"""What a member writes down of a guest, and which proposals she takes."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from krachtlokaal.needs.enums import GuestState
from krachtlokaal.needs.models import NeedsSurvey
from krachtlokaal.register.enums import Sector
from krachtlokaal.register.forms.cleaning import EmailField, LineField
from krachtlokaal.register.queries.places import town_name


class GuestForm(forms.Form):
    """Somebody who is added by hand."""

    name = LineField(
        label=gettext_lazy("Naam"),
        max_length=120,
        error_messages={"required": gettext_lazy("Vul de naam van de gast in.")},
    )
    email = EmailField(
        label=gettext_lazy("E-mailadres"),
        max_length=254,
        required=False,
        help_text=gettext_lazy("Zonder e-mailadres belt u zelf, of u stuurt een brief."),
    )
    reach = LineField(label=gettext_lazy("Telefoon"), max_length=120, required=False)
    needs = LineField(
        label=gettext_lazy("Wat heeft deze gast nodig om mee te doen?"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Bijvoorbeeld: ringleiding, plek voor een rolstoel, dieet"),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("In welke taal schrijven wij deze gast?"), choices=settings.LANGUAGES
    )
    municipality = forms.ChoiceField(label=gettext_lazy("Gemeente"), required=False)
    sector = forms.ChoiceField(label=gettext_lazy("Soort organisatie"), required=False)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 Django's own
        survey: NeedsSurvey,
        has_organisation: bool,
        **kwargs: Any,  # noqa: ANN401 Django's own
    ) -> None:
        super().__init__(*args, **kwargs)
        if has_organisation:
            del self.fields["municipality"], self.fields["sector"]
            return
        empty = [("", _("weet ik niet"))]
        towns = [(code, town_name(code)) for code in survey.municipalities]
        self.fields["municipality"].choices = empty + towns  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["sector"].choices = [*empty, *((one.value, str(one.label)) for one in Sector)]  # type: ignore[attr-defined]  # the same


class ChangeForm(GuestForm):
    """The same for a guest who is there, with what she said by telephone."""

    state = forms.ChoiceField(
        label=gettext_lazy("Komt deze gast?"),
        widget=forms.RadioSelect,
        choices=[
            (GuestState.INVITED, gettext_lazy("Nog niet bekend")),
            (GuestState.COMES, gettext_lazy("Ja, deze gast komt")),
            (GuestState.DECLINED, gettext_lazy("Nee, deze gast komt niet")),
        ],
        error_messages={"required": gettext_lazy("Kies of deze gast komt.")},
    )
    field_order = ("name", "state")


def chosen(values: list[str]) -> set[int]:
    """Keys of ticked rows; what is no number is nobody."""
    return {int(one) for one in values if one.isascii() and one.isdigit() and len(one) < 19}
