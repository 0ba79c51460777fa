"""What visitors type: the code of a letter, the address of a lost link, whose mail they got."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from krachtlokaal.office import links
from krachtlokaal.register.forms.cleaning import EmailField, LineField
from krachtlokaal.surveys.links import ANSWER

SIGNS = 16
SHORTEST = 3


class CodeForm(forms.Form):
    """The code under the QR code, however it is typed; of another letter with its purpose."""

    purpose = ANSWER
    code = LineField(
        label=gettext_lazy("De code uit uw brief"),
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        help_text=gettext_lazy("Vier groepjes van vier tekens. Streepjes hoeven niet."),
        error_messages={"required": gettext_lazy("Typ de code over uit uw brief.")},
    )

    def clean_code(self) -> str:
        code = links.as_written(self.purpose, self.cleaned_data["code"])
        if len(code) != SIGNS:
            told = _("Een code heeft 16 letters en cijfers. U typte er %(count)s.")
            raise forms.ValidationError(told % {"count": len(code)})
        return code


class LostForm(forms.Form):
    """Where the link went the first time."""

    email = EmailField(
        label=gettext_lazy("Uw e-mailadres"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": gettext_lazy("Vul uw e-mailadres in.")},
    )


class RealForm(forms.Form):
    """Whose mail somebody got."""

    wie = LineField(
        label=gettext_lazy("Van wie kreeg u de mail of brief?"),
        max_length=160,
        help_text=gettext_lazy(
            "Bijvoorbeeld de naam van het steunpunt, of wie de mail ondertekende."
        ),
        error_messages={"required": gettext_lazy("Vul een naam in.")},
    )

    def clean_wie(self) -> str:
        typed: str = self.cleaned_data["wie"]
        if len(typed) < SHORTEST:
            raise forms.ValidationError(_("Vul ten minste drie letters in."))
        return typed
