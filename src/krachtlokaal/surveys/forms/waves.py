"""Forms of the steps of a wave."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from krachtlokaal.core.forms import DateField
from krachtlokaal.register.forms.cleaning import EmailField, LineField, PhoneField
from krachtlokaal.register.forms.versions import VersionedForm
from krachtlokaal.register.placeholders import unknown
from krachtlokaal.surveys.enums import Answering, Audience, Variant
from krachtlokaal.surveys.models import QuestionnaireVersion

LONGEST = timedelta(days=366)


class NameForm(forms.Form):
    """What the round is called, and whether it is for the chosen organisations or for everybody."""

    title = LineField(
        label=gettext_lazy("Hoe heet deze meting?"),
        max_length=120,
        help_text=gettext_lazy("Alleen u en uw collega's zien deze naam."),
        error_messages={"required": gettext_lazy("Geef de meting een naam.")},
    )
    audience = forms.ChoiceField(
        label=gettext_lazy("Voor wie is de meting?"),
        choices=[
            (
                Audience.SELECTION,
                gettext_lazy("De organisaties hierboven: ieder krijgt een eigen link"),
            ),
            (
                Audience.OPEN,
                gettext_lazy(
                    "Iedereen die de open link krijgt, bijvoorbeeld in een nieuwsbrief. Wie zo"
                    " binnenkomt, telt pas mee als het bekende contact het bevestigt"
                ),
            ),
        ],
        initial=Audience.SELECTION,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies voor wie de meting is.")},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=0)


class NewForm(NameForm):
    """The same for a new one, with the question list."""

    questionnaire = forms.ModelChoiceField(
        label=gettext_lazy("Vragenlijst"),
        queryset=QuestionnaireVersion.objects.none(),
        empty_label=None,
        error_messages={
            "required": gettext_lazy("Kies een vragenlijst."),
            "invalid_choice": gettext_lazy("Deze vragenlijst is er niet meer. Kies een andere."),
        },
    )
    field_order = ("title", "questionnaire", "audience")

    def __init__(self, *args: Any, versions: Sequence[QuestionnaireVersion], **kwargs: Any) -> None:  # noqa: ANN401 Django's own
        super().__init__(*args, **kwargs)
        field = self.fields["questionnaire"]
        rows = QuestionnaireVersion.objects.filter(pk__in=[one.pk for one in versions])
        field.queryset = rows.select_related("questionnaire")  # type: ignore[attr-defined]  # a ModelChoiceField
        # In the order of `versions`: what is asked most comes first.
        names = [(one.pk, one.questionnaire.title) for one in versions]
        field.choices = names  # type: ignore[attr-defined]  # the same
        field.initial = versions[0].pk if versions else None
        if len(versions) == 1:
            field.widget = forms.HiddenInput()


class HowForm(VersionedForm):
    """How and when people answer."""

    answering = forms.ChoiceField(
        label=gettext_lazy("Hoe antwoordt een organisatie?"),
        choices=[
            (
                Answering.EACH,
                gettext_lazy(
                    "Ieder voor zich: elk bestuurslid vult de lijst zelf in. Ieder ziet alleen de"
                    " eigen uitkomst. Vanaf vier antwoorden komt er een gezamenlijke uitkomst,"
                    " zonder namen"
                ),
            ),
            (
                Answering.ORGANISATION,
                gettext_lazy(
                    "Namens de organisatie: één lijst voor het hele bestuur. De uitkomst is er"
                    " meteen. Het bestuur kiest zelf of u die ziet"
                ),
            ),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies hoe er geantwoord wordt.")},
    )
    variant = forms.ChoiceField(
        label=gettext_lazy("Welke vorm?"),
        choices=Variant.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies een vorm.")},
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("In welke talen kan men antwoorden?"),
        choices=settings.LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Kies ten minste één taal.")},
    )
    main_language = forms.ChoiceField(
        label=gettext_lazy("In welke taal schrijft u mensen aan?"),
        choices=settings.LANGUAGES,
        help_text=gettext_lazy("Op de eerste bladzijde kiest ieder zelf een andere taal."),
    )
    opens_on = DateField(
        label=gettext_lazy("Open vanaf"),
        error_messages={"required": gettext_lazy("Vul in vanaf welke dag men kan antwoorden.")},
    )
    closes_on = DateField(
        label=gettext_lazy("Open tot en met"),
        error_messages={
            "required": gettext_lazy("Vul in tot en met welke dag men kan antwoorden.")
        },
    )
    first_reminder = DateField(
        label=gettext_lazy("Eerste herinnering"),
        required=False,
        help_text=gettext_lazy("Alleen wie nog niet antwoordde, krijgt een herinnering."),
    )
    second_reminder = DateField(label=gettext_lazy("Tweede herinnering"), required=False)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 Django's own
        languages: Sequence[str],
        has_short_form: bool,
        **kwargs: Any,  # noqa: ANN401 Django's own
    ) -> None:
        """`languages` and `has_short_form` are those of the questionnaire."""
        super().__init__(*args, **kwargs)
        spoken = [(code, name) for code, name in settings.LANGUAGES if code in languages]
        for name in ("languages", "main_language"):
            self.fields[name].choices = spoken  # type: ignore[attr-defined]  # a ChoiceField
        if not has_short_form:
            only_full = [(Variant.FULL.value, Variant.FULL.label)]
            self.fields["variant"].choices = only_full  # type: ignore[attr-defined]  # the same

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        opens, closes = data.get("opens_on"), data.get("closes_on")
        if opens and opens < timezone.localdate():
            self.add_error("opens_on", _("Deze dag is voorbij. Kies vandaag of later."))
        if opens and closes:
            if closes <= opens:
                self.add_error("closes_on", _("Kies een dag na de dag waarop de meting opengaat."))
            elif closes - opens > LONGEST:
                self.add_error("closes_on", _("Een meting is hoogstens een jaar open."))
            else:
                self._check_reminders(data)
        if data.get("languages") and data.get("main_language") not in data["languages"]:
            self.add_error("main_language", _("Kies een van de talen die u hierboven aankruiste."))
        return data

    def _check_reminders(self, data: dict[str, Any]) -> None:
        for name in ("first_reminder", "second_reminder"):
            day = data.get(name)
            if day and not data["opens_on"] < day <= data["closes_on"]:
                self.add_error(name, _("Kies een dag waarop de meting open is, na de eerste dag."))

    def values(self) -> dict[str, Any]:
        """As the wave keeps them: the language of the mails comes first."""
        data = self.cleaned_data
        main = data["main_language"]
        days = {data["first_reminder"], data["second_reminder"]} - {None}
        kept = {name: data[name] for name in ("answering", "variant", "opens_on", "closes_on")}
        rest = [language for language in data["languages"] if language != main]
        return {**kept, "languages": [main, *rest], "remind_on": sorted(days)}


def _subject(label: Any) -> LineField:  # noqa: ANN401 a lazy text
    return LineField(
        label=label,
        max_length=150,
        error_messages={
            "required": gettext_lazy("Schrijf een onderwerp. Dat ziet de ontvanger als eerste."),
            "max_length": gettext_lazy("Dit is te lang: ten hoogste %(limit_value)d tekens."),
        },
    )


def _text(label: Any, help_text: Any = "") -> forms.CharField:  # noqa: ANN401 lazy texts
    return forms.CharField(
        label=label,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=help_text,
        error_messages={
            "required": gettext_lazy("Schrijf een bericht."),
            "max_length": gettext_lazy("Dit bericht is te lang: ten hoogste 4.000 tekens."),
        },
    )


class WordsForm(VersionedForm):
    """The words of both mails in one language."""

    invitation_subject = _subject(gettext_lazy("Uitnodiging: onderwerp"))
    invitation_text = _text(
        gettext_lazy("Uitnodiging: bericht"),
        gettext_lazy(
            "{naam} en {organisatie} vullen wij voor elke ontvanger in. De link, hoe lang het"
            " duurt, wie wat ziet en uw telefoonnummer zetten wij eronder."
        ),
    )
    reminder_subject = _subject(gettext_lazy("Herinnering: onderwerp"))
    reminder_text = _text(gettext_lazy("Herinnering: bericht"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for name, written in list(data.items()):
            if isinstance(written, str) and (words := unknown(written)):
                self.add_error(
                    name,
                    _("Wij kennen {%(word)s} niet. U kunt {naam} en {organisatie} gebruiken.")
                    % {"word": words[0]},
                )
        return data

    def texts(self) -> dict[str, dict[str, str]]:
        data = self.cleaned_data
        return {
            kind: {
                "subject": data[f"{kind}_subject"],
                "text": data[f"{kind}_text"].replace("\r\n", "\n"),
            }
            for kind in ("invitation", "reminder")
        }


class SenderForm(VersionedForm):
    """Who asks, and who answers for the data."""

    sender_name = LineField(
        label=gettext_lazy("Wie ondertekent?"),
        max_length=120,
        error_messages={"required": gettext_lazy("Vul in wie de uitnodiging ondertekent.")},
    )
    sender_phone = PhoneField(
        label=gettext_lazy("Telefoonnummer voor vragen"),
        max_length=20,
        help_text=gettext_lazy("Staat in elke mail en brief: zo kan men nagaan of die echt is."),
        error_messages={
            "required": gettext_lazy("Vul een telefoonnummer in: wie twijfelt, kan dan bellen.")
        },
    )
    sender_email = EmailField(
        label=gettext_lazy("E-mailadres voor antwoorden"),
        max_length=254,
        error_messages={"required": gettext_lazy("Vul in waar antwoorden naartoe gaan.")},
    )
    controller = LineField(
        label=gettext_lazy("Wie is verantwoordelijk voor de gegevens?"),
        max_length=200,
        help_text=gettext_lazy("Staat op de eerste bladzijde van de vragenlijst."),
        error_messages={
            "required": gettext_lazy("Vul in wie verantwoordelijk is voor de gegevens.")
        },
    )


class OpenForm(forms.Form):
    """What was agreed to: this version, with this number of mails and letters."""

    version = forms.IntegerField(min_value=0)
    mails = forms.IntegerField(min_value=0)
    letters = forms.IntegerField(min_value=0)


class ExtendForm(VersionedForm):
    """A later last day."""

    closes_on = DateField(
        label=gettext_lazy("Nieuwe laatste dag"),
        error_messages={
            "required": gettext_lazy("Vul in tot en met welke dag men kan antwoorden.")
        },
    )

    def __init__(self, *args: Any, after: Any, **kwargs: Any) -> None:  # noqa: ANN401 a day
        self.after = max(after or timezone.localdate(), timezone.localdate())
        super().__init__(*args, **kwargs)

    def clean_closes_on(self) -> Any:  # noqa: ANN401 a day
        day = self.cleaned_data["closes_on"]
        if day <= self.after:
            raise forms.ValidationError(_("Kies een dag na de laatste dag van nu."))
        if day - self.after > LONGEST:
            raise forms.ValidationError(_("Verleng hoogstens met een jaar."))
        return day
