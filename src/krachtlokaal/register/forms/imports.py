"""What the pages of an import ask."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from krachtlokaal.core.uploads import Refused
from krachtlokaal.register.enums import RowAction
from krachtlokaal.register.intake.columns import Proposal
from krachtlokaal.register.intake.enums import REPEATABLE_FIELDS, Field
from krachtlokaal.register.intake.files import UnreadableFile, check_length
from krachtlokaal.register.models import ImportRun, Municipality, Organisation
from krachtlokaal.register.queries.places import town_name, towns

_GROUPS = (
    (gettext_lazy("Organisatie"), (
        Field.NAME, Field.KVK, Field.SECTOR, Field.LEGAL_FORM, Field.WEBSITE, Field.EMAIL,
        Field.PHONE, Field.VOLUNTEERS, Field.MEMBERS,
    )),
    (gettext_lazy("Plaats"), (
        Field.STREET, Field.HOUSE_NUMBER, Field.POSTCODE, Field.PLACE, Field.POSTCODE_PLACE,
        Field.MUNICIPALITY, Field.PROVINCE,
    )),
    (gettext_lazy("Contactpersoon"), (
        Field.CONTACT_NAME, Field.CONTACT_FIRST_NAME, Field.CONTACT_INFIX,
        Field.CONTACT_LAST_NAME, Field.CONTACT_ROLE, Field.CONTACT_EMAIL, Field.CONTACT_PHONE,
    )),
    (gettext_lazy("Bestuur"), (
        Field.SECRETARY_NAME, Field.SECRETARY_EMAIL, Field.SECRETARY_PHONE, Field.CHAIR_NAME,
        Field.CHAIR_EMAIL, Field.CHAIR_PHONE, Field.TREASURER_NAME, Field.TREASURER_EMAIL,
        Field.TREASURER_PHONE,
    )),
    (gettext_lazy("Voor uw werkruimte"), (Field.NOTE, Field.TAGS)),
)  # fmt: skip
MANNERS = [
    ("list", gettext_lazy("De gegevens uit de lijst gaan voor")),
    ("gaps", gettext_lazy("Alleen lege velden aanvullen")),
]


def field_choices() -> list[Any]:
    """Every field that a column can hold, in groups; first: leave the column out."""
    groups: list[Any] = [("", _("Niet gebruiken"))]
    for label, fields in _GROUPS:
        groups.append((label, [(field.value, field.label) for field in fields]))
    return groups


class UploadForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Uw lijst"),
        help_text=gettext_lazy("Excel (.xlsx), OpenDocument (.ods) of csv, hoogstens 20 MB."),
        error_messages={
            "required": gettext_lazy("Kies eerst het bestand met uw lijst."),
            "empty": gettext_lazy("Dit bestand is leeg. Kies een bestand met een lijst."),
        },
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ods,.csv,.txt"}),
    )

    def __init__(self, *args: Any, refused: Refused | None = None, **kwargs: Any) -> None:  # noqa: ANN401 Django's own signature
        super().__init__(*args, **kwargs)
        self.refused = refused
        # What a file field says of a missing file would hide why it is missing.
        self.fields["file"].required = not refused

    def clean(self) -> dict[str, Any] | None:
        file: UploadedFile | None = self.cleaned_data.get("file")
        sent = self.refused or file
        if sent is not None:
            try:
                check_length(sent.size or 0, sent.name or "")
            except UnreadableFile as unreadable:
                self.add_error("file", str(unreadable))
        return self.cleaned_data


class MannerForm(forms.Form):
    manner = forms.ChoiceField(
        label=gettext_lazy("Als het register iets anders weet dan uw lijst"),
        choices=MANNERS,
        widget=forms.RadioSelect,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class ColumnsForm(MannerForm):
    """What each column holds. The fields are numbered: two headings may look the same."""

    field_order = None

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 Django's own signature
        run: ImportRun,
        proposals: Sequence[Proposal],
        **kwargs: Any,  # noqa: ANN401 Django's own signature
    ) -> None:
        super().__init__(*args, **kwargs)
        self.proposals = proposals
        self.fields["version"].initial = run.version
        self.fields["manner"].initial = "list" if run.overwrite else "gaps"
        for index, proposal in enumerate(proposals):
            self.fields[f"c{index}"] = forms.ChoiceField(
                label=_("Kolom “%s”") % proposal.column,
                choices=field_choices,
                required=False,
                initial=run.mapping.get(proposal.column, ""),
                widget=forms.Select(attrs={"class": "ds-input"}),
            )

    def columns(self) -> list[tuple[Proposal, forms.BoundField]]:
        return [(each, self[f"c{index}"]) for index, each in enumerate(self.proposals)]

    def clean(self) -> dict[str, Any] | None:
        taken: dict[str, str] = {}
        for index, proposal in enumerate(self.proposals):
            field = self.cleaned_data.get(f"c{index}", "")
            if field in taken:
                twice = _("Kolom “%s” heeft dit al. Kies er één, en laat de andere weg.")
                self.add_error(f"c{index}", twice % taken[field])
            elif field and field not in REPEATABLE_FIELDS:
                taken[field] = proposal.column
        if Field.NAME.value not in taken:
            self.add_error(
                None,
                _("Kies in welke kolom de naam van de organisatie staat. Die is altijd nodig."),
            )
        return self.cleaned_data

    def mapping(self) -> dict[str, str]:
        return {
            proposal.column: self.cleaned_data[f"c{index}"]
            for index, proposal in enumerate(self.proposals)
        }


class SheetForm(forms.Form):
    sheet = forms.ChoiceField(label=gettext_lazy("Welk blad van het bestand is de lijst?"))
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, run: ImportRun, **kwargs: Any) -> None:  # noqa: ANN401 Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["sheet"] = forms.ChoiceField(
            label=self.fields["sheet"].label,
            choices=[(name, name) for name in run.head.get("sheets", [])],
            initial=run.sheet,
        )
        self.fields["version"].initial = run.version


class PlacesForm(forms.Form):
    """Where the villages lie that nobody knows. What is left open stays a question."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, run: ImportRun, near: Sequence[str], **kwargs: Any) -> None:  # noqa: ANN401 Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = run.version
        self.asked = run.counts.get("questions", [])
        names = {code: town.name for code, town in towns().items()}
        for index, question in enumerate(self.asked):
            self.fields[f"p{index}"] = forms.ChoiceField(
                label=_("In welke gemeente ligt “%s”?") % question["text"],
                help_text=_("Rijen in uw lijst: %s.") % question["rows"],
                choices=_town_choices(names, question["candidates"] or near),
                required=False,
            )

    quiet = True

    def answers(self) -> dict[str, Municipality]:
        chosen = Municipality.objects.in_bulk(
            [self.cleaned_data[f"p{index}"] for index, _question in enumerate(self.asked)]
        )
        return {
            question["text"]: chosen[self.cleaned_data[f"p{index}"]]
            for index, question in enumerate(self.asked)
            if self.cleaned_data[f"p{index}"]
        }


def _town_choices(names: Mapping[str, str], first: Sequence[str]) -> list[Any]:
    nearest = [(code, names[code]) for code in first if code in names]
    others = [(code, name) for code, name in names.items() if code not in first]
    choices: list[Any] = [("", _("Weet ik niet"))]
    if nearest:
        choices.append((_("Waarschijnlijk"), nearest))
    return [*choices, (_("Andere gemeenten"), others)]


class RowForm(forms.Form):
    """What happens with one row after all."""

    choice = forms.ChoiceField(
        label=gettext_lazy("Wat moet er met deze rij gebeuren?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies wat er met deze rij moet gebeuren.")},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 Django's own signature
        version: int,
        candidates: Sequence[Organisation],
        current: str,
        **kwargs: Any,  # noqa: ANN401 Django's own signature
    ) -> None:
        super().__init__(*args, **kwargs)
        self.candidates = {str(one.pk): one for one in candidates}
        self.fields["version"].initial = version
        self.fields["choice"] = forms.ChoiceField(
            label=self.fields["choice"].label,
            widget=forms.RadioSelect,
            initial=current,
            choices=[
                *((key, _describe(one)) for key, one in self.candidates.items()),
                ("new", _("Dit is een nieuwe organisatie")),
                ("skip", _("Lees deze rij niet in")),
            ],
            error_messages=self.fields["choice"].error_messages,
        )

    def decision(self) -> tuple[RowAction, Organisation | None]:
        choice = self.cleaned_data["choice"]
        if choice in self.candidates:
            return RowAction.UPDATE, self.candidates[choice]
        return (RowAction.SKIP if choice == "skip" else RowAction.CREATE), None


def _describe(organisation: Organisation) -> str:
    facts = [
        organisation.place,
        town_name(organisation.municipality_id),
        _("KvK %s") % organisation.kvk if organisation.kvk else "",
    ]
    return _("Dit is “%(name)s” (%(facts)s)") % {
        "name": organisation.name,
        "facts": ", ".join(dict.fromkeys(fact for fact in facts if fact)),
    }
