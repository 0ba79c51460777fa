"""ONE thing to do: a small first step for the first priority, and the help that fits best."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from krachtlokaal.surveys.figures.report import Reason, Report

Words = str | Promise

# Per theme of the KrachtMeting: what to do, and how to begin.
FIRST_STEPS: dict[str, tuple[Words, Words]] = {
    "bestuur": (
        gettext_lazy("Schrijf op wie welke taak doet"),
        gettext_lazy(
            "Maak samen een lijst van alle taken van het bestuur. Zet bij elke taak één naam. Zo"
            " ziet u meteen wat blijft liggen."
        ),
    ),
    "koers": (
        gettext_lazy("Kies drie doelen voor dit jaar"),
        gettext_lazy(
            "Laat iedereen opschrijven wat over een jaar gelukt moet zijn. Kies samen de drie"
            " belangrijkste en schrijf die op één vel."
        ),
    ),
    "mensen_vinden": (
        gettext_lazy("Zoek drie mensen voor kleine klussen"),
        gettext_lazy(
            "Begin klein: schrijf drie taken op die iemand in een uur kan doen. Spreek af wie u"
            " daarvoor persoonlijk vraagt."
        ),
    ),
    "mensen_houden": (
        gettext_lazy("Geef elke vrijwilliger een vaste vraagbaak"),
        gettext_lazy(
            "Spreek af bij wie elke vrijwilliger terecht kan met vragen. Vertel dat deze week aan"
            " iedereen."
        ),
    ),
    "samen_intern": (
        gettext_lazy("Vraag wat iedereen doet"),
        gettext_lazy(
            "Neem een kwartier om rond te gaan: wat doe ik, en wat wil ik kwijt? Verdeel daarna één"
            " taak opnieuw."
        ),
    ),
    "samen_extern": (
        gettext_lazy("Drink koffie met één andere organisatie"),
        gettext_lazy(
            "Kies een organisatie in de buurt die u aardig vindt. Spreek af wie er deze maand belt"
            " voor een afspraak."
        ),
    ),
    "geld_plek": (
        gettext_lazy("Zet op een rij wat u mist"),
        gettext_lazy(
            "Schrijf op welk geld, welke plek en welke spullen u dit jaar nodig heeft. Zet erbij"
            " wat u kunt lenen of delen."
        ),
    ),
    "regels": (
        gettext_lazy("Loop samen de regels langs"),
        gettext_lazy(
            "Maak een lijstje: verzekering, veiligheid en persoonlijke gegevens. Zet er per punt"
            " een naam bij van wie het uitzoekt."
        ),
    ),
    "bereik": (
        gettext_lazy("Laat één keer zien wat u doet"),
        gettext_lazy(
            "Kies één foto en schrijf er drie zinnen bij. Spreek af waar u die deze maand plaatst"
            " en wie nieuwe mensen welkom heet."
        ),
    ),
    "leren": (
        gettext_lazy("Probeer één nieuw ding uit"),
        gettext_lazy(
            "Kies iets kleins dat u nog nooit deed. Spreek af wanneer u samen terugkijkt of het"
            " goed ging."
        ),
    ),
}


@dataclass(frozen=True)
class NextStep:
    """What to do, why, how to begin; `theme` is empty when nothing asks for attention."""

    title: str
    why: str
    how: str
    theme: str = ""


def next_step(report: Report) -> NextStep:
    """From the first priority; without one, something that is good for everybody."""
    if not report.priorities:
        return NextStep(
            title=_("Bespreek deze uitkomst met uw bestuur"),
            why=_("Niets springt eruit dat nu aandacht vraagt."),
            how=_("Vraag iedereen wat hem of haar opvalt. Spreek af wat u zo wilt houden."),
        )
    first = report.priorities[0]
    title, how = FIRST_STEPS.get(
        first.theme.key,
        (
            _("Maak één afspraak over: %(theme)s") % {"theme": first.theme.name},
            _("Kies samen één ding dat u deze maand anders doet. Spreek af wie het doet."),
        ),
    )
    return NextStep(str(title), _why(first.reason, first.theme.name), str(how), first.theme.key)


def _why(reason: Reason, theme: str) -> str:
    if reason is Reason.IMPORTANT:
        words = _("%(theme)s is voor u belangrijk en kan nog sterker.")
    elif reason is Reason.HELP:
        words = _("U wilt hulp bij: %(theme)s.")
    else:
        words = _("%(theme)s kost u nu de meeste moeite.")
    return words % {"theme": theme}
