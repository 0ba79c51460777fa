"""Forms about what the own workspace knows: contacts, notes, labels, selections."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from krachtlokaal.register.enums import ContactRole
from krachtlokaal.register.forms.cleaning import EmailField, LineField, PhoneField
from krachtlokaal.register.forms.versions import VersionedForm


class ContactForm(forms.Form):
    """A person or a general address; something to reach it by must be there."""

    name = LineField(
        label=_("Naam"),
        required=False,
        max_length=120,
        help_text=_("Laat dit leeg bij een algemeen adres."),
    )
    role = forms.ChoiceField(
        label=_("Functie"), choices=ContactRole.choices, initial=ContactRole.GENERAL
    )
    email = EmailField(label=_("E-mailadres"), required=False, max_length=254)
    phone = PhoneField(label=_("Telefoon"), required=False, max_length=60)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors and not any(data.get(name) for name in ("name", "email", "phone")):
            self.add_error("name", _("Vul een naam, een e-mailadres of een telefoonnummer in."))
        return data


class ContactChangeForm(VersionedForm, ContactForm):
    """Other data of a contact."""


class NoteForm(forms.Form):
    text = forms.CharField(
        label=_("Notitie"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Collega's van uw werkruimte lezen dit. Anderen niet."),
        error_messages={
            "required": _("Schrijf eerst iets op."),
            "max_length": _("Deze notitie is te lang: ten hoogste 5.000 tekens."),
        },
    )


class TagForm(forms.Form):
    """A label by name; an unknown one is made."""

    name = LineField(
        label=_("Label"),
        max_length=40,
        widget=forms.TextInput(attrs={"list": "labels", "autocomplete": "off"}),
        help_text=_("Kies een label dat u al gebruikt, of typ een nieuw."),
        error_messages={"required": _("Typ een label.")},
    )


class BulkTagForm(TagForm):
    """A label for many organisations at once."""

    deed = forms.ChoiceField(
        label=_("Wat wilt u doen?"),
        choices=[("give", _("Het label geven")), ("take", _("Het label weghalen"))],
        initial="give",
        widget=forms.RadioSelect,
    )


class SelectionForm(forms.Form):
    name = LineField(
        label=_("Naam van de selectie"),
        max_length=80,
        help_text=_("Zo vinden u en uw collega's haar terug."),
        error_messages={"required": _("Geef de selectie een naam.")},
    )
