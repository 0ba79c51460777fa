"""How the figures came about, in plain words: the receipt of weights, what stays in, the method."""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from krachtlokaal.core.templatetags.kl import number
from krachtlokaal.needs.figures import words
from krachtlokaal.needs.figures.words import Names
from krachtlokaal.needs.outcome.model import Method, Outcome, Weight
from krachtlokaal.register.queries.filters import Size

# Who answers, in the plural, for the receipt.
SECTORS: dict[str, str | Promise] = {
    "sport": gettext_lazy("sportclubs"),
    "other": gettext_lazy("andere organisaties"),
    "school": gettext_lazy("scholen"),
    "neighbourhood": gettext_lazy("buurt- en dorpsorganisaties"),
    "care": gettext_lazy("zorgorganisaties"),
    "hobby": gettext_lazy("hobbyclubs"),
    "religion": gettext_lazy("kerken en andere levensbeschouwelijke organisaties"),
    "culture": gettext_lazy("culturele organisaties"),
    "youth": gettext_lazy("jeugdorganisaties"),
    "nature": gettext_lazy("natuur- en dierenorganisaties"),
    "social": gettext_lazy("maatschappelijke organisaties"),
    "refugees": gettext_lazy("organisaties voor vluchtelingen"),
    "labour_politics": gettext_lazy("vakbonden en politieke partijen"),
}


def receipt(outcome: Outcome, names: Names) -> list[str]:
    """A sentence for each factor that is not 1 when it is written down."""
    told = [_weighed(weight, names) for weight in outcome.weights]
    return [sentence for sentence in told if sentence]


def _weighed(weight: Weight, names: Names) -> str:
    factor = number(weight.factor, 1)
    if factor == number(1, 1):
        return ""
    told = (
        _("Antwoorden van %(who)s tellen %(factor)s keer mee, want zij antwoordden vaker.")
        if weight.factor < 1
        else _(
            "Antwoorden van %(who)s tellen %(factor)s keer mee, want zij antwoordden minder vaak."
        )
    )
    return told % {"who": _who(weight, names), "factor": factor}


def _who(weight: Weight, names: Names) -> str:
    if weight.variable == "sector":
        return words.shortly([str(SECTORS.get(key, key)) for key in weight.categories])
    if weight.variable == "size":
        return _of_size(weight, names)
    found = [names.group(weight.variable, key) for key in weight.categories]
    return _("organisaties uit %(town)s") % {"town": words.shortly(found)}


def _of_size(weight: Weight, names: Names) -> str:
    known = [
        words.within(names.group("size", key)) for key in weight.categories if key != Size.UNKNOWN
    ]
    told = []
    if known:
        told.append(_("organisaties met %(size)s") % {"size": words.listed(known)})
    if Size.UNKNOWN in weight.categories:
        told.append(_("organisaties waarvan wij het aantal vrijwilligers niet weten"))
    return words.listed(told)


def method(outcome: Outcome, names: Names) -> list[str]:
    """The account of method, a sentence or two each."""
    facts = outcome.method
    if facts is None:
        return []
    told = [_population(outcome), _margin(facts), *_strata(facts, names), _weighing(facts)]
    return [*(sentence for sentence in told if sentence), *_always(facts)]


def _population(outcome: Outcome) -> str:
    count = outcome.count
    if count.answered is None or count.population is None:
        return ""
    return _(
        "In het gebied zijn %(population)s organisaties. Daarvan antwoordden er %(answered)s. Elke"
        " organisatie telt één keer, ook als meer mensen antwoordden."
    ) % {"population": number(count.population), "answered": number(count.answered)}


def _margin(facts: Method) -> str:
    if facts.margin_of_error is None:
        return ""
    return _(
        "Zegt de helft van de organisaties ja, dan ligt het echte deel hooguit %(margin)s"
        " procentpunt hoger of lager. Dat is de foutmarge. Voor een kleine groep is zij groter."
    ) % {"margin": number(facts.margin_of_error, _places(facts.margin_of_error))}


def _strata(facts: Method, names: Names) -> Iterator[str]:
    yield ngettext(
        "Wij rekenden met %(number)s groep van gemeente, soort en grootte.",
        "Wij rekenden met %(number)s groepen van gemeente, soort en grootte.",
        facts.strata,
    ) % {"number": number(facts.strata)}
    for merged in facts.merged:
        yield _("Te klein om apart mee te rekenen, en samengenomen met %(into)s: %(groups)s.") % {
            "into": names.stratum(merged.into),
            "groups": words.shortly([_inside(merged.into, one, names) for one in merged.strata]),
        }


def _inside(into: str, stratum: str, names: Names) -> str:
    """A stratum beside the one that takes it in: the municipality is not said twice."""
    place, _slash, rest = stratum.partition("/")
    return names.stratum(rest if rest and place == into.partition("/")[0] else stratum)


def _weighing(facts: Method) -> str:
    if not facts.raked_on:
        return _("De antwoorden zijn niet gewogen.")
    by = words.listed([str(words.DIMENSIONS.get(name, name)) for name in facts.raked_on])
    return _(
        "De antwoorden zijn gewogen naar %(by)s, zodat zij samen op het gebied lijken. Door het"
        " wegen is de uitkomst zo zeker als van %(number)s antwoorden die even zwaar tellen"
        " (ontwerpeffect %(effect)s)."
    ) % {
        "by": by,
        "number": number(facts.effective_n),
        "effect": number(facts.design_effect, 1),
    }


def _always(facts: Method) -> Iterator[str]:
    yield _(
        "Behoefte is het belang van een onderwerp maal wat er aan de score ontbreekt, van 0 tot"
        " 100. De plaatsen in de ranglijst volgen uit de onzekerheid van dat getal."
    )
    yield _(
        "De onzekerheid is berekend met wat er na het wegen van de verschillen overblijft"
        " (residuen van de calibratie), per groep en met een correctie omdat het gebied niet"
        " oneindig groot is. Niet antwoorden telt daarbij als een tweede trekking."
    )
    name = _CORRECTIONS.get(facts.correction, facts.correction)
    yield _(
        "Wij vergeleken veel groepen en onderwerpen tegelijk. Dan lijkt er altijd wel iets anders,"
        " alleen door toeval. Daarom ligt de lat voor elk verschil hoger (correctie van %(name)s)."
    ) % {"name": name}


_CORRECTIONS = {"holm": "Holm", "bh": "Benjamini en Hochberg"}
SOURCES = (
    "J.-C. Deville en C.-E. Särndal (1992), Calibration Estimators in Survey Sampling",
    "T. Lumley (2010), Complex Surveys: A Guide to Analysis Using R",
    "S. Holm (1979), A Simple Sequentially Rejective Multiple Test Procedure",
    "A. Hundepool e.a. (2012), Statistical Disclosure Control",
)


def _places(value: float) -> int:
    return 0 if float(value).is_integer() else 1
