"""Forms of the report in writing: the words of a block, a remark, fixing a version."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from krachtlokaal.needs.queries.coding import CodedCard
from krachtlokaal.needs.reports import marks
from krachtlokaal.needs.reports.material import Material
from krachtlokaal.needs.services.reports import Words
from krachtlokaal.register.forms.cleaning import TOO_LONG, LineField
from krachtlokaal.register.forms.versions import VersionedForm

LONGEST = 20_000


class BlockForm(VersionedForm):
    """The words of one block; `quotes` is asked where there is something to quote."""

    title = LineField(
        label=_("Kop"),
        max_length=160,
        error_messages={"required": _("Geef dit deel een kop.")},
    )
    text = forms.CharField(
        label=_("Tekst"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_(
            "Een lege regel begint een nieuwe alinea. Begin een regel met „- ” voor een lijst."
            " Zet **sterretjes** om woorden die vet moeten."
        ),
        error_messages={"max_length": TOO_LONG},
    )
    quotes = forms.MultipleChoiceField(
        label=_("Citaten"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Alleen uitspraken waarvoor iemand toestemming gaf."),
        error_messages={"invalid_choice": _("Dit citaat is er niet meer. Kies opnieuw.")},
    )
    # What the figures were when the form was opened.
    mark = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, quotable: Sequence[CodedCard], **kwargs: Any) -> None:  # noqa: ANN401 Django's own
        super().__init__(*args, **kwargs)
        self._order = [str(card.key) for card in quotable]
        if not quotable:
            del self.fields["quotes"]
            return
        names = [(str(card.key), card.text) for card in quotable]
        self.fields["quotes"].choices = names  # type: ignore[attr-defined]  # a MultipleChoiceField

    def words(self, material: Material) -> Words:
        """What was written, with the mark of the figures that stood beside it."""
        data = self.cleaned_data
        chosen = [uuid.UUID(key) for key in self._order if key in data.get("quotes", [])]
        text = data["text"].replace("\r\n", "\n").strip()
        mark = marks.joined(data["mark"], marks.of_quotes(chosen, material))
        return Words(data["title"], text, chosen, mark)


class CommentForm(forms.Form):
    text = forms.CharField(
        label=_("Uw opmerking"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Alleen u en uw collega's lezen dit. Het komt niet in het rapport."),
        error_messages={
            "required": _("Schrijf eerst op wat u wilt opmerken."),
            "max_length": TOO_LONG,
        },
    )


class FixForm(VersionedForm):
    """Fix a version; `version` is how many there are, so that nobody fixes twice by accident."""

    title = LineField(
        label=_("Titel op het rapport"),
        max_length=160,
        error_messages={"required": _("Geef het rapport een titel.")},
    )
    has_seen = forms.BooleanField(
        label=_("Ik heb de aandachtspunten gezien"),
        error_messages={
            "required": _("Bekijk de aandachtspunten en zet een vinkje, of los ze eerst op.")
        },
    )

    def __init__(self, *args: Any, has_remarks: bool, **kwargs: Any) -> None:  # noqa: ANN401 Django's own
        super().__init__(*args, **kwargs)
        if not has_remarks:
            del self.fields["has_seen"]
