"""Forms of the steps of a mailing."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from krachtlokaal.register.enums import ContactRole
from krachtlokaal.register.forms.cleaning import LineField
from krachtlokaal.register.forms.versions import VersionedForm
from krachtlokaal.register.models import Mailing
from krachtlokaal.register.placeholders import unknown

ONE, ROLES = "one", "roles"


class KindForm(forms.Form):
    """What is sent: a letter of one's own, or the question whether the data are right."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Wat wilt u sturen?"),
        choices=[
            (Mailing.Kind.BRIEF, gettext_lazy("Een bericht: u schrijft zelf de tekst")),
            (
                Mailing.Kind.KLOPT,
                gettext_lazy("Klopt dit nog? Contacten kijken hun gegevens na met een eigen link"),
            ),
        ],
        initial=Mailing.Kind.BRIEF,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies wat u wilt sturen.")},
    )


class WhoForm(VersionedForm):
    """Which contacts of the chosen organisations get it."""

    mode = forms.ChoiceField(
        label=gettext_lazy("Wie bij elke organisatie?"),
        choices=[
            (
                ONE,
                gettext_lazy(
                    "Eén contact: de secretaris, anders het algemene adres, de voorzitter of de"
                    " penningmeester"
                ),
            ),
            (ROLES, gettext_lazy("Iedereen met een functie die u hieronder kiest")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies wie de mail krijgt.")},
    )
    roles = forms.MultipleChoiceField(
        label=gettext_lazy("Functies"),
        choices=ContactRole.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("mode") == ONE:
            data["roles"] = []
        elif data.get("mode") == ROLES and not data.get("roles") and "roles" not in self.errors:
            self.add_error("roles", _("Kies ten minste één functie."))
        return data


class TextForm(VersionedForm):
    """The words of a mailing."""

    subject = LineField(
        label=gettext_lazy("Onderwerp"),
        max_length=150,
        error_messages={
            "required": gettext_lazy("Schrijf een onderwerp. Dat ziet de ontvanger als eerste."),
            "max_length": gettext_lazy("Dit is te lang: ten hoogste %(limit_value)d tekens."),
        },
    )
    text = forms.CharField(
        label=gettext_lazy("Bericht"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=gettext_lazy(
            "U kunt {naam} en {organisatie} gebruiken: die vullen wij voor elke ontvanger in. Een"
            " lege regel begint een nieuwe alinea. Een internetadres wordt vanzelf een link."
        ),
        error_messages={
            "required": gettext_lazy("Schrijf een bericht."),
            "max_length": gettext_lazy("Dit bericht is te lang: ten hoogste 10.000 tekens."),
        },
    )

    def clean_subject(self) -> str:
        return self._only_known("subject")

    def clean_text(self) -> str:
        return self._only_known("text").replace("\r\n", "\n")

    def _only_known(self, name: str) -> str:
        written = str(self.cleaned_data[name])
        if words := unknown(written):
            raise forms.ValidationError(
                _("Wij kennen {%(word)s} niet. U kunt {naam} en {organisatie} gebruiken.")
                % {"word": words[0]}
            )
        return written


class SendForm(forms.Form):
    """What was agreed to: this version of the text, to this number of contacts."""

    version = forms.IntegerField(min_value=0)
    expected = forms.IntegerField(min_value=0)
