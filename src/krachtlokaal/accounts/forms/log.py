"""The filters of "Wie deed wat"."""

from django import forms
from django.utils.translation import gettext_lazy as _

from krachtlokaal.core.forms import DateField


class LogFilter(forms.Form):
    quiet = True  # each field may stay empty
    person = forms.CharField(label=_("Wie"), max_length=120, required=False)
    subject = forms.CharField(label=_("Waarover"), max_length=120, required=False)
    since = DateField(label=_("Vanaf"), required=False)
    until = DateField(label=_("Tot en met"), required=False)
