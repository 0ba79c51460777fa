"""What boards of the demo wrote in their own words, and what a coder made of it later."""

from typing import NamedTuple

KNELPUNT, WENS, KANS, VOORBEELD = "knelpunt", "wens", "kans", "voorbeeld"


class Words(NamedTuple):
    """One open answer with the kind and the tag that it got; and its theme, where it was asked
    under none."""

    text: str
    kind: str = KNELPUNT
    tag: str = ""
    theme: str = ""


# By theme: what is explained there.
NOTES: dict[str, tuple[Words, ...]] = {
    "bestuur": (
        Words("Twee plekken in het bestuur zijn al een jaar leeg.", tag="vacature"),
        Words("De penningmeester stopt in mei en wij hebben nog niemand.", tag="penningmeester"),
        Words("Onze voorzitter doet alles. Als zij uitvalt, ligt het stil.", tag="opvolging"),
        Words("Wij zoeken iemand die het bestuur een half jaar begeleidt.", WENS, "begeleiding"),
        Words(
            "Wij vergaderen nu online. Daardoor doen jonge ouders ook mee.", VOORBEELD, "jongeren"
        ),
        Words("Met de buurvereniging samen één bestuur: daar praten wij over.", KANS, "samengaan"),
    ),
    "koers": (
        Words("Wij hebben geen plan. Wij doen elk jaar hetzelfde.", tag="plan maken"),
        Words("Graag een avond met iemand van buiten, om vooruit te kijken.", WENS, "plan maken"),
        Words("Elk jaar kiezen wij één doel. Dat werkt goed.", VOORBEELD, "plan maken"),
    ),
    "mensen_vinden": (
        Words("Wij zoeken al een jaar iemand voor de kantine.", tag="kantine"),
        Words("Jonge mensen willen wel helpen, maar niet elke week.", KANS, "jongeren"),
        Words("De vaste ploeg wordt ouder en er komt niemand bij.", tag="vergrijzing"),
        Words("Iedereen heeft het druk. Niemand wil zich vastleggen.", tag="tijd"),
        Words("Nieuwe mensen in het dorp vragen wij thuis op de koffie.", VOORBEELD, "nieuwkomers"),
        Words("Wij willen leren hoe je mensen vraagt zonder te smeken.", WENS, "werven"),
        Words("Voor een klus van één dag krijgen wij wel mensen.", KANS, "korte klussen"),
        Words("Onze Tineke doet de kantine al twintig jaar alleen.", tag="kantine"),
    ),
    "mensen_houden": (
        Words("Wij vergeten vaak om te bedanken.", tag="waarderen"),
        Words("Elk jaar een etentje voor alle vrijwilligers.", VOORBEELD, "waarderen"),
        Words("Een nieuwe vrijwilliger moet alles zelf uitzoeken.", tag="inwerken"),
    ),
    "samen_intern": (
        Words("De ene ploeg weet niet wat de andere doet.", tag="overleg"),
        Words("Een groepsapp per taak heeft veel opgelost.", VOORBEELD, "overleg"),
    ),
    "samen_extern": (
        Words("Wij kennen de andere clubs in het dorp nauwelijks.", tag="contact"),
        Words("Samen met de school en de kerk één agenda maken.", KANS, "samen plannen"),
        Words("Graag één vast gezicht bij de gemeente.", WENS, "gemeente"),
    ),
    "geld_plek": (
        Words("De huur van de zaal is dit jaar flink gestegen.", tag="huur"),
        Words("Het dak lekt nog steeds en wij weten niet wie het betaalt.", tag="gebouw"),
        Words("Een fonds aanvragen kost ons te veel avonden.", tag="fondsen"),
        Words("Hulp bij het schrijven van een aanvraag zou veel schelen.", WENS, "fondsen"),
        Words("Wij delen het gebouw met het koor. Dat scheelt de helft.", VOORBEELD, "gebouw"),
        Words("Op ons dak kunnen zonnepanelen liggen, voor de hele straat.", KANS, "energie"),
    ),
    "regels": (
        Words("Wij weten niet goed wat er moet van de wet.", tag="wetten"),
        Words("Wie vraagt de VOG aan, en wie bewaart hem?", tag="vog"),
        Words("De papieren voor een vergunning zijn niet te begrijpen.", tag="vergunning"),
        Words("Eén bladzijde met wat wij elk jaar moeten regelen, graag.", WENS, "wetten"),
        Words("Voor de optocht kregen wij hulp van de gemeente. Top.", VOORBEELD, "vergunning"),
    ),
    "bereik": (
        Words("Jongeren kennen ons niet. Wij staan alleen in de krant.", tag="jongeren"),
        Words("Onze site is van acht jaar geleden.", tag="website"),
        Words("Op de braderie kregen wij twaalf nieuwe leden.", VOORBEELD, "ledenwerving"),
    ),
    "leren": (
        Words("Cursussen zijn overdag. Dan werken wij.", tag="cursus"),
        Words("Wij gaan een keer kijken hoe een andere club het doet.", KANS, "van elkaar leren"),
    ),
}
# By key of a closing question.
CLOSING: dict[str, tuple[Words, ...]] = {
    "proud": (
        Words("Op onze jaarlijkse dag voor het hele dorp.", VOORBEELD, "dorpsdag", "bereik"),
        Words("Dat iedereen hier welkom is.", VOORBEELD, "welkom", "bereik"),
        Words("Op onze jeugd: zij regelen zelf het kamp.", VOORBEELD, "jongeren", "mensen_houden"),
        Words("Dat wij na zestig jaar nog bestaan.", VOORBEELD, "", "koers"),
        Words("Dat vijftig mensen elke week komen helpen.", VOORBEELD, "", "mensen_houden"),
        Words(
            "Op het nieuwe gebouw, dat wij zelf hebben opgeknapt.", VOORBEELD, "gebouw", "geld_plek"
        ),
        Words(
            "Dat wij samen met drie clubs één feest maken.",
            VOORBEELD,
            "samen plannen",
            "samen_extern",
        ),
        Words("Op alles.", VOORBEELD, "", ""),
    ),
    "worry": (
        Words("Wie neemt het van ons over?", KNELPUNT, "opvolging", "bestuur"),
        Words("Of wij de zaal kunnen blijven betalen.", KNELPUNT, "huur", "geld_plek"),
        Words("Te veel werk voor te weinig mensen.", KNELPUNT, "tijd", "mensen_vinden"),
        Words("Dat jongeren ons niet kennen.", KNELPUNT, "jongeren", "bereik"),
        Words(
            "Over vijf jaar is niemand van het bestuur onder de zeventig.",
            KNELPUNT,
            "vergrijzing",
            "bestuur",
        ),
        Words("Steeds meer regels, en wij zijn maar vrijwilligers.", KNELPUNT, "wetten", "regels"),
        Words("Dat de subsidie stopt.", KNELPUNT, "subsidie", "geld_plek"),
        Words("Geen.", KNELPUNT, "", ""),
    ),
}
# What a reader made of a text with a name in it.
WITHOUT_NAMES = {
    "Onze Tineke doet de kantine al twintig jaar alleen.": (
        "Eén vrijwilliger doet de kantine al twintig jaar alleen."
    ),
}
# What says nothing.
PUT_AWAY = frozenset({"Op alles.", "Geen."})
# What some added, by kind.
TAILS = {
    KNELPUNT: (
        " Dat speelt al een paar jaar.",
        " Vooral in de winter merken wij dat.",
        " Bij ons is dat het grootste punt.",
        " Andere clubs zeggen dat ook.",
        " Wij praten er elke vergadering over.",
    ),
    WENS: (
        " Het liefst nog dit jaar.",
        " Wie kan daarbij helpen?",
        " Dat hoeft niet groot te zijn.",
    ),
    KANS: (" Dat kan al na de zomer.", " Dan hebben wij wel hulp nodig.", " Wie begint?"),
    VOORBEELD: (
        " Daar doen wij het voor.",
        " Dat willen wij zo houden.",
        " Nieuwe leden noemen het ook.",
        " Andere clubs vragen ernaar.",
    ),
}


def said(words: Words, tail: float, which: float) -> str:
    """The text, for some with a sentence more: both numbers are thrown, between 0 and 1."""
    if words.text in PUT_AWAY or words.text in WITHOUT_NAMES or tail < 0.3:
        return words.text
    tails = TAILS[words.kind]
    return words.text + tails[int(which * len(tails))]


def without_tail(text: str) -> str:
    """What was written, without the sentence more."""
    tails = [tail for some in TAILS.values() for tail in some]
    return next((text.removesuffix(tail) for tail in tails if text.endswith(tail)), text)
