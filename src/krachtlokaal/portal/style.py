"""What the style page shows: every part of the pages once, in each state."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.core.paginator import Paginator

from krachtlokaal.core.forms import DateField, TimeField
from krachtlokaal.core.templatetags.icons import PATHS
from krachtlokaal.portal import style_charts

LONG = (
    "Vrijwilligersorganisatieondersteuningsprogramma voor dorpshuizen, "
    "verenigingsgebouwen en buurtaccommodaties"
)
TOWNS = [("", "Kies een gemeente"), ("om", "Oevermeer"), ("wv", "Wilgenveld")]
HELP = [("talk", "Een gesprek met een adviseur"), ("workshop", "Een workshop"), ("buddy", LONG)]
AGREE = [("1", "Niet mee eens"), ("2", "Mee eens"), ("dont_know", "Weet ik niet")]


class Sample(forms.Form):
    """One field of each kind. It is never stored."""

    name = forms.CharField(label="Naam van uw organisatie", help_text="Zoals in uw statuten.")
    mail = forms.EmailField(
        label="E-mailadres",
        help_text="Hier sturen wij het rapport naartoe.",
        error_messages={"invalid": "Dit adres is niet compleet. Denk aan .nl of .frl."},
    )
    town = forms.ChoiceField(label="Gemeente", choices=TOWNS)
    day = DateField(label="Op welke dag?")
    time = TimeField(label="Hoe laat?", help_text="Bijvoorbeeld 14.05.", required=False)
    people = forms.IntegerField(label="Hoeveel vrijwilligers heeft u?", min_value=0, required=False)
    proud = forms.CharField(label="Waar bent u trots op?", widget=forms.Textarea, required=False)
    list = forms.FileField(label="Lijst met leden", help_text="Excel of csv.", required=False)
    fixed = forms.CharField(label="KvK-nummer", initial="12345678", disabled=True)
    help = forms.MultipleChoiceField(
        label="Welke hulp past het beste?",
        choices=HELP,
        widget=forms.CheckboxSelectMultiple,
        help_text="U mag meer dan één antwoord kiezen.",
        error_messages={"required": "Kies ten minste één soort hulp."},
    )
    agree = forms.ChoiceField(
        label="Wij hebben genoeg vrijwilligers.", choices=AGREE, widget=forms.RadioSelect
    )
    consent = forms.BooleanField(label="Mijn steunpunt mag ons rapport zien", required=False)


@dataclass(frozen=True)
class SampleJob:
    """What parts/job.html asks of a job."""

    key: str
    title: str
    state: str
    running: bool = False
    done: int = 0
    total: int = 100
    step: str = ""
    rest: str = ""
    poll_url: str = ""
    result_url: str = ""
    result_label: str = ""
    again_url: str = ""
    error: str = ""


JOBS = (
    SampleJob(
        "taak-bezig",
        "Rapport Oevermeer maken",
        "busy",
        running=True,
        done=68,
        step="Stap 3 van 5: tabellen maken",
        rest="Nog ongeveer 20 seconden",
    ),
    SampleJob(
        "taak-klaar",
        "Lijst inlezen",
        "done",
        result_url="#taken",
        result_label="Bekijk de 213 rijen",
    ),
    SampleJob(
        "taak-mis",
        "Uitnodigingen versturen",
        "stop",
        again_url="#taken",
        error="De mailserver gaf geen antwoord. Er is niets verstuurd.",
    ),
)

ORGANISATIONS = (
    ("Biljartclub Tolhuis", "Hobby", "Tolhuis, Oevermeer", 24, "done", "Actueel"),
    ("Dorpshuis De Wilgenhoek", "Buurt", "Wilgenhoek, Wilgenveld", 1284, "busy", "Hulp gevraagd"),
    (LONG, "Buurt", "Llanfairpwllgwyngyllgogerychwyrndrobwll", 17, "now", "Adres controleren"),
    ("Vogelwacht Oeverland", "Natuur", "Noorderzijl, Berkenmeer", None, "wait", "Niet gemeten"),
)

THEMES = (
    ("Vrijwilligers vinden", 34, 1, "Aandacht nodig"),
    ("Bestuur", 58, 2, "Kan sterker"),
    ("Doel en plannen", 71, 3, "Op orde"),
    ("Samenwerken binnen de organisatie", 86, 4, "Sterk"),
)

FACTS = (
    ("Wanneer", "zaterdag 23 januari, 9.45 tot 15.00 uur"),
    ("Waar", "De oude veiling, Oevermeer"),
    ("Contactpersoon", ""),
)

TABS = (("Overzicht", "#tabs", True), ("Metingen", "#tabs", False), ("Contact", "#tabs", False))

SECTIONS = (
    ("kleuren", "Kleuren"),
    ("tekst", "Tekst en tekens"),
    ("knoppen", "Knoppen"),
    ("velden", "Velden"),
    ("velden-fout", "Velden met fouten"),
    ("meldingen", "Meldingen"),
    ("toestand", "Toestand"),
    ("taken", "Voortgang en taken"),
    ("lijsten", "Lijsten"),
    ("tabellen", "Tabellen"),
    ("kaarten", "Tabel als kaarten"),
    ("vinden", "Zoeken en bladeren"),
    ("figuren", "Figuren"),
    ("kaartjes", "Kaartjes"),
    ("tabs", "Tabs en uitklappen"),
    ("vlakken", "Vlakken en cijfers"),
    ("vensters", "Vensters"),
    ("leeg", "Leeg, laden, mislukt"),
    ("donker", "Donker"),
    ("papier", "Papier"),
    ("bladzijden", "Soorten bladzijden"),
)

LAYOUTS = (
    (
        "base.html",
        "Het raam om alles",
        "title, meta, htmx, head, header, wrap, crumbs, page, footer",
    ),
    (
        "layouts/list.html",
        "Vinden en veel tegelijk doen",
        "heading, lead, actions, search, filters, count, results, after",
    ),
    (
        "layouts/record.html",
        "Eén ding en wat ervan bekend is",
        "eyebrow, heading, lead, actions, tabs, body, main, aside",
    ),
    (
        "layouts/form.html",
        "Eén formulier, één knop",
        "eyebrow, heading, lead, before, form_attrs, fields, submit, cancel, after",
    ),
    (
        "layouts/wizard.html",
        "Eén stap van een langer werk",
        "steps, eyebrow, heading, lead, before, form_attrs, fields, back, submit, after",
    ),
    ("layouts/job.html", "Werk dat op de achtergrond loopt", "heading, lead, panel, after"),
    ("layouts/confirm.html", "Weet u het zeker?", "more"),
    ("layouts/front.html", "Openbare bladzijde", "hero, main"),
    (
        "layouts/letter.html",
        "Voor wie met een eigen link komt",
        "saved, eyebrow, heading, lead, main",
    ),
    (
        "layouts/answer.html",
        "Voor wie met een eigen link antwoordt",
        "eyebrow, heading, lead, heading_part, main",
    ),
    ("layouts/error.html", "Het mag niet of is er niet", "heading, text, way"),
)


def shown() -> dict[str, Any]:
    """All that the page shows, invented."""
    answers = {"w-name": "", "w-mail": "bestuur@wilgenhoek", "w-day": "", "w-people": "-3"}
    return {
        "sections": SECTIONS,
        "sample": Sample(prefix="n", initial={"name": LONG, "agree": "2", "help": ["talk"]}),
        "wrong": Sample(answers, prefix="w"),
        "jobs": JOBS,
        "organisations": ORGANISATIONS,
        "themes": THEMES,
        "facts_sample": FACTS,
        "tabs_sample": TABS,
        "steps_sample": ["Gebied kiezen", "Uitnodigen", "Veldwerk", "Rapport"],
        "rows": Paginator(range(614), 14).page(5),
        "moment_sample": datetime(2026, 11, 23, 13, 5, tzinfo=UTC),
        "long": LONG,
        "icons": sorted(PATHS),
        "layouts": LAYOUTS,
        "charts": style_charts.shown(),
    }
