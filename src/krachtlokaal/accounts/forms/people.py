"""What a user says about herself, and the operator's search for somebody who lost her key."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.models import User


class ProfileForm(forms.Form):
    name = forms.CharField(
        label=_("Uw naam"),
        help_text=_("Zo zien uw collega's u."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Vul uw naam in.")},
    )
    language = forms.ChoiceField(
        label=_("Taal"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )


class LostKeyForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mailadres"),
        help_text=_("Het adres waarmee deze persoon inlogt."),
        error_messages={
            "required": _("Vul het e-mailadres in."),
            "invalid": _(
                "Dit adres is niet compleet. Een e-mailadres ziet er zo uit: naam@plaats.nl."
            ),
        },
    )

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        self.user = User.objects.filter(email__iexact=email).first()
        if self.user is None:
            raise forms.ValidationError(_("Er is geen account met dit adres. Kijk het adres na."))
        return email
