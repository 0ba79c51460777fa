"""What the pages of questionnaires ask."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from krachtlokaal.surveys.definition.editing import label
from krachtlokaal.surveys.definition.faults import shown
from krachtlokaal.surveys.definition.loading import LARGEST
from krachtlokaal.surveys.definition.shapes import FIRST, LANGUAGES, LONGEST, Texts
from krachtlokaal.surveys.definition.texts import Wording

LANGUAGE_NAMES = {
    "nl": gettext_lazy("Nederlands"),
    "en": gettext_lazy("Engels"),
    "fy": gettext_lazy("Fries"),
}
SEEN = "stond-er:"  # before the name of a text: what stood there when the page was opened


class FileForm(forms.Form):
    """A questionnaire as YAML: a file, or its text. Whatever came stays in the text."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    file = forms.FileField(
        label=gettext_lazy("Bestand"),
        required=False,
        help_text=gettext_lazy("Een YAML-bestand. U kunt de tekst ook hieronder plakken."),
        error_messages={"empty": gettext_lazy("Dit bestand is leeg. Kies een ander.")},
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml,.txt"}),
    )
    text = forms.CharField(
        label=gettext_lazy("Tekst van de vragenlijst"),
        required=False,
        max_length=LARGEST,
        widget=forms.Textarea(attrs={"rows": 18, "class": "kl-code", "spellcheck": "false"}),
        error_messages={"max_length": gettext_lazy("De tekst is te groot.")},
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        file = data.get("file")
        if file:
            data["text"] = self._read(file.read(LARGEST + 1))
        data["text"] = data.get("text", "").replace("\r\n", "\n")
        if not data["text"].strip() and not self.errors:
            self.add_error("file", _("Kies een bestand, of plak de tekst."))
        return data

    def _read(self, raw: bytes) -> str:
        if len(raw) > LARGEST:
            self.add_error("file", _("Het bestand is te groot. Houd het onder 200.000 tekens."))
        try:
            return raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            self.add_error("file", _("Dit is geen tekst in UTF-8. Bewaar het bestand als UTF-8."))
            return ""

    def take_version(self, edit: int) -> None:
        """After somebody else's edit was told, sending the same form again is meant."""
        _put(self, {"version": str(edit)})

    def show_text(self, text: str) -> None:
        """Put what came as a file into the text, where it can be mended."""
        _put(self, {"text": text})


class NumberForm(forms.Form):
    """The number of the next version."""

    number = forms.CharField(
        label=gettext_lazy("Nummer van de nieuwe versie"),
        max_length=20,
        help_text=gettext_lazy("Hoger dan het vorige, zoals 1.1.0."),
        error_messages={"required": gettext_lazy("Vul een nummer in.")},
    )


class TextsForm(forms.Form):
    """The texts of one part in Dutch, and in another language beside it."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        wordings: Iterable[Wording],
        language: str,
        *,
        data: Mapping[str, Any] | None = None,
        edit: int = 0,
    ) -> None:
        self.wordings = tuple(wordings)
        self.languages = (FIRST,) if language == FIRST else (FIRST, language)
        super().__init__(data, initial={"version": edit})
        for wording in self.wordings:
            for one in self.languages:
                self._add(wording, one)

    def _add(self, wording: Wording, language: str) -> None:
        name, words = wording.name(language), wording.by_language.get(language, "")
        named = f"{label(wording)} ({LANGUAGE_NAMES[language]})"
        self.fields[name] = forms.CharField(
            label=named,
            initial=words,
            required=language == FIRST and bool(words),
            max_length=LONGEST,
            widget=forms.Textarea(attrs={"rows": 2, "lang": language}),
            error_messages={
                "required": _("Vul de Nederlandse tekst in."),
                "max_length": _("Deze tekst is te lang: hoogstens 2.000 tekens."),
            },
        )
        self.fields[SEEN + name] = forms.CharField(
            initial=words, required=False, widget=forms.HiddenInput
        )

    def texts(self) -> dict[str, str]:
        """What was typed, by the name of each text."""
        return {name: _one_line(self.cleaned_data.get(name, "")) for name in self._names()}

    def seen(self) -> dict[str, str]:
        """What stood there when the page was opened."""
        return {name: _one_line(self.cleaned_data.get(SEEN + name, "")) for name in self._names()}

    def typed(self) -> dict[str, str]:
        """What stands in the page now, right or wrong; for the preview."""
        values = {name: self.data.get(name) for name in self._names()}
        return {name: str(value)[:LONGEST] for name, value in values.items() if value is not None}

    def rows(self) -> list[tuple[str, list[tuple[BoundField, str]]]]:
        """Each text with its fields, and the language of each."""
        return [
            (label(one), [(self[one.name(code)], _language(code)) for code in self.languages])
            for one in self.wordings
        ]

    def path(self, name: str) -> str:
        """Where a text stands in the file, as faults say it."""
        for wording in self.wordings:
            for one, key in zip(LANGUAGES, Texts(wording.stem).keys(), strict=True):
                if wording.name(one) == name:
                    return shown((*wording.at, key))
        return ""

    def take_over(self, theirs: Mapping[str, str]) -> None:
        """After both texts were shown, sending the same form again is meant."""
        _put(self, {SEEN + name: words for name, words in theirs.items()})

    def _names(self) -> list[str]:
        return [wording.name(one) for wording in self.wordings for one in self.languages]


def _language(code: str) -> str:
    return str(LANGUAGE_NAMES[code])


def _put(form: forms.Form, values: Mapping[str, str]) -> None:
    """Other values in a form that was sent, for when it is shown again."""
    data = QueryDict(mutable=True)
    data.update(form.data)
    for name, value in values.items():
        data[name] = value
    form.data = data


def _one_line(words: str) -> str:
    """As it is kept: no carriage returns, nothing around it."""
    return words.replace("\r\n", "\n").strip()
