"""What a file with organisations should be."""

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _


class Format(models.TextChoices):
    XLSX = "xlsx", _("Excel (.xlsx)")
    CSV_NL = "csv-nl", _("CSV voor Excel in het Nederlands (puntkomma's)")
    CSV_MACHINE = "csv", _("CSV voor andere programma's (komma's)")


class ExportForm(forms.Form):
    format = forms.ChoiceField(
        label=_("Welk bestand wilt u?"),
        choices=Format.choices,
        initial=Format.XLSX,
        widget=forms.RadioSelect,
    )
