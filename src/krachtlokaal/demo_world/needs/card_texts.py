"""What was said at the invented round tables: one statement a card, in the words of a guest.

Each with the theme and the kind that a coder would see in it, a tag of her own, the question of the
guide, how much the guests cared, and whether it may be quoted. Nobody is named; all is made up.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """One statement; `weight` says about how many dots it got."""

    text: str
    theme: str
    kind: str
    tag: str
    question: int
    weight: int
    may_quote: bool


def _read(told: str) -> tuple[Said, ...]:
    """Pairs of lines: what a coder would say of it, and the statement."""
    rows = told.strip().split("\n")
    return tuple(_one(head, text) for head, text in zip(rows[::2], rows[1::2], strict=True))


def _one(head: str, text: str) -> Said:
    theme, kind, tag, question, weight, *quote = head.split(" | ")
    return Said(text, theme, kind, tag, int(question), int(weight), bool(quote))


COAST = _read("""
bestuur | knelpunt | penningmeester | 2 | 6 | citaat
Wij zoeken al twee jaar een penningmeester. Niemand durft.
bestuur | knelpunt | klein bestuur | 2 | 3 | citaat
Ons bestuur is met drie mensen. Als er een ziek is, ligt alles stil.
samen_extern | voorbeeld | functie delen | 1 | 4 | citaat
De ijsclub, de feestcommissie en het dorpsbelang delen sinds vorig jaar één secretaris.
mensen_vinden | kans | jongeren | 6 | 5 | citaat
Jongeren willen best helpen, maar niet elke maand vergaderen.
mensen_vinden | voorbeeld | klein beginnen | 1 | 4 | citaat
Wij vragen mensen nu voor één middag. Daarna blijven ze vaak vanzelf.
leren | wens | cursus kas | 5 | 3
Een cursus waarin je in twee avonden leert hoe de kas van een vereniging werkt.
geld_plek | knelpunt | huur | 2 | 5 | citaat
De huur van de zaal ging in drie jaar met de helft omhoog.
geld_plek | knelpunt | gebouw | 2 | 2
Het dak van het dorpshuis lekt. Voor een lening krijgen wij nergens gehoor.
regels | wens | vergunning | 5 | 4 | citaat
Iemand van de gemeente die de regels voor een evenement met ons doorloopt.
regels | knelpunt | vergunning | 2 | 3 | citaat
Voor de kermis vulden wij elf formulieren in. Twee vroegen hetzelfde.
bereik | knelpunt | nieuwe bewoners | 2 | 2
Nieuwe bewoners weten niet dat wij er zijn.
bereik | voorbeeld | welkom | 1 | 3 | citaat
Wij brengen elke nieuwe buur een tasje met bloembollen en het dorpsblad.
mensen_houden | knelpunt | te veel taken | 2 | 4 | citaat
De oudere vrijwilligers doen alles. Zij zijn moe en zeggen dat niet hardop.
mensen_houden | voorbeeld | waardering | 1 | 2
Eén keer per jaar samen eten met alle vrijwilligers. Dat kost bijna niets.
koers | knelpunt | toekomst | 3 | 1
Wij weten niet waar wij over vijf jaar willen staan.
koers | wens | plan maken | 3 | 2
Een middag met iemand van buiten, om samen een plan te maken.
samen_intern | knelpunt | informatie | 2 | 1
Het bestuur besluit, en de commissies horen het op het laatst.
samen_extern | kans | delen | 6 | 2 | citaat
Samen met de school een gereedschapsschuur delen.
""")
TOWN = _read("""
bestuur | knelpunt | opvolging | 2 | 6 | citaat
Wij hebben genoeg vrijwilligers voor de bar, en niemand voor het bestuur.
bestuur | voorbeeld | inwerken | 1 | 4 | citaat
Een oud-bestuurslid loopt een jaar mee met wie nieuw begint.
regels | knelpunt | statuten | 2 | 4 | citaat
Niemand leest onze statuten. Met de nieuwe wet weten wij niet of ze nog kloppen.
regels | wens | spreekuur | 5 | 3
Een gratis spreekuur van iemand die van rechtspersonen weet.
bereik | knelpunt | drempel | 2 | 3 | citaat
Mensen met weinig geld komen niet vragen of hun kind mag sporten.
bereik | voorbeeld | meedoen | 1 | 3 | citaat
Wij laten kinderen zonder gedoe meedoen. De rekening gaat naar een fonds.
samen_extern | kans | optreden | 6 | 1
De muziekschool en de fanfare gaan samen optreden in de wijk.
samen_extern | knelpunt | ingang | 2 | 3 | citaat
Wij kennen de welzijnsorganisatie wel, maar niet wie wij daar kunnen bellen.
samen_extern | wens | ingang | 5 | 5 | citaat
Een vaste contactpersoon bij de gemeente, met een telefoonnummer.
mensen_houden | knelpunt | vertrek | 2 | 2
Vrijwilligers stoppen zonder dat wij weten waarom.
mensen_houden | voorbeeld | aandacht | 1 | 3 | citaat
Na drie maanden drinkt iemand van het bestuur koffie met elke nieuwe vrijwilliger.
mensen_vinden | kans | nieuwkomers | 6 | 4 | citaat
Statushouders willen graag helpen. De taal is minder lastig dan wij dachten.
mensen_vinden | knelpunt | werven | 2 | 2
Op onze oproepen in de krant komt niemand af.
geld_plek | knelpunt | energie | 2 | 5 | citaat
De gasrekening is hoger dan alle contributie samen.
geld_plek | kans | energie | 6 | 3
Zonnepanelen op het clubhuis, samen met de andere clubs inkopen.
koers | knelpunt | doel | 3 | 2 | citaat
Wij vergaderen over geld en nooit over waarvoor wij er zijn.
leren | wens | omgaan met gedrag | 5 | 2
Leren hoe je een goed gesprek voert met ouders langs de lijn.
samen_intern | voorbeeld | samen eten | 1 | 1
De jeugdtrainers en het bestuur eten samen na elke eerste training.
""")
CLAY = _read("""
bestuur | knelpunt | kwetsbaar | 2 | 6 | citaat
Alles hangt aan één persoon. Als zij stopt, stopt de voedselbank.
mensen_vinden | voorbeeld | taken knippen | 1 | 5 | citaat
Wij hebben de taken in kleine stukken geknipt. Nu doen elf mensen samen het secretariaat.
geld_plek | knelpunt | fondsen | 2 | 4 | citaat
Er is geld bij fondsen, maar het aanvragen kost ons een week.
geld_plek | wens | fondsen | 5 | 5 | citaat
Iemand die samen met ons een aanvraag schrijft.
geld_plek | knelpunt | toegankelijk | 2 | 2
In ons gebouw kan iemand in een rolstoel de zaal niet in.
regels | knelpunt | veiligheid | 2 | 3 | citaat
Voor elke kleine activiteit is een plan voor de veiligheid nodig.
regels | wens | voorbeeldplan | 5 | 4 | citaat
Eén voorbeeld van zo'n plan, dat wij alleen nog hoeven aan te passen.
regels | voorbeeld | veilig | 1 | 1
Wij vragen van wie met kinderen werkt een verklaring. Dat loopt nu goed.
samen_extern | knelpunt | werven | 2 | 3 | citaat
Drie clubs in het dorp werven elk apart dezelfde ouders.
samen_extern | wens | kalender | 5 | 3
Een gezamenlijke kalender van alle verenigingen in het dorp.
bereik | knelpunt | publiek | 2 | 2
Onze bezoekers worden ouder en er komen geen nieuwe bij.
bereik | knelpunt | pers | 2 | 1 | citaat
De krant schrijft alleen over ons als er iets misgaat.
bereik | voorbeeld | filmpjes | 1 | 3 | citaat
Een jongere van zestien doet nu onze filmpjes. Dat bereikt de halve streek.
leren | knelpunt | tijdstip | 2 | 1
Vrijwilligers willen leren, maar niet op een dinsdagmiddag.
leren | kans | meekijken | 6 | 4 | citaat
Bij een andere club mee kijken leert ons meer dan een cursus.
mensen_houden | knelpunt | waardering | 2 | 3 | citaat
Wij zeggen te weinig dank je wel.
koers | voorbeeld | doel | 1 | 2 | citaat
Wij schreven samen op één bladzijde waar wij voor zijn. Dat hangt nu in de kantine.
samen_intern | knelpunt | groepen | 2 | 2
De oude en de nieuwe groep praten over elkaar in plaats van met elkaar.
""")
LAKES = _read("""
bestuur | knelpunt | inwerken | 2 | 5 | citaat
Nieuwe bestuursleden weten niet waar zij ja op zeggen.
bestuur | wens | proefjaar | 5 | 4 | citaat
Een proefjaar in het bestuur, zonder handtekening.
koers | knelpunt | plan maken | 3 | 1
Wij hebben vier jaar geen plan gemaakt. Corona was het excuus.
geld_plek | knelpunt | materiaal | 2 | 2
De boten zijn oud en de verzekering wil ze niet meer.
geld_plek | kans | delen | 6 | 4 | citaat
Spullen lenen van elkaar: tenten, een geluidsset, een aanhanger.
geld_plek | knelpunt | subsidie | 2 | 5 | citaat
De gemeente geeft elk jaar subsidie, maar pas in de zomer weten wij hoeveel.
mensen_vinden | knelpunt | traag | 2 | 3 | citaat
Wie vrijwilliger wil worden, krijgt bij ons pas na zes weken antwoord.
mensen_vinden | voorbeeld | vacaturebank | 1 | 3 | citaat
Via de vacaturebank van het steunpunt kregen wij vier nieuwe mensen.
mensen_vinden | kans | studenten | 6 | 2
Studenten zijn hier alleen in het weekend. Daar kunnen wij op plannen.
samen_intern | knelpunt | conflict | 2 | 3
Er is ruzie geweest en niemand heeft ons geleerd hoe je dat oplost.
samen_intern | wens | bemiddeling | 5 | 3 | citaat
Een onafhankelijk iemand die komt praten als het vastloopt.
leren | voorbeeld | terugkijken | 1 | 2 | citaat
Wij vragen na elke grote dag wat beter kan. Iedereen mag dat zeggen.
regels | knelpunt | privacy | 2 | 4 | citaat
De wet op de privacy: wij doen maar wat.
regels | wens | privacy | 5 | 3
Een avond over privacy, met onze eigen ledenlijst erbij.
samen_extern | voorbeeld | zorg | 1 | 4 | citaat
Met de zorginstelling samen: bewoners helpen in de tuin en drinken koffie.
bereik | knelpunt | zichtbaar | 2 | 3 | citaat
Wie hulp nodig heeft, weet ons te vinden. Wie hulp wil geven, niet.
mensen_houden | knelpunt | tijdstip | 2 | 2 | citaat
Mantelzorgers haken af omdat wij altijd 's avonds vergaderen.
mensen_houden | wens | waardering | 5 | 1
Een bedankje van de burgemeester. Klein, maar het werkt.
""")
# The tables that were held, in the order of their day.
HELD = (COAST, TOWN, CLAY, LAKES)
# What was typed so far at the table of today.
TODAY = _read("""
samen_extern | voorbeeld | ingang | 1 | 1 | citaat
Vorige keer vroegen wij om een vaste contactpersoon. Die is er nu, en dat scheelt veel.
bestuur | knelpunt | opvolging | 2 | 1
De opvolging in het bestuur blijft lastig.
regels | voorbeeld | spreekuur | 1 | 1 | citaat
Het spreekuur over statuten zat drie keer vol.
geld_plek | kans | ruimte delen | 2 | 1 | citaat
Er is een wachtlijst voor de zaal, terwijl de school 's avonds leeg staat.
mensen_vinden | knelpunt | leeftijd | 2 | 1
Wij missen mensen tussen dertig en vijftig.
mensen_vinden | kans | ouders | 2 | 1 | citaat
Ouders willen wel rijden, maar niet in een commissie.
geld_plek | voorbeeld | energie | 1 | 1 | citaat
De energierekening is gezakt sinds de panelen op het dak liggen.
leren | wens | leidinggeven | 5 | 1
Een korte training voor wie een groep vrijwilligers leidt.
leren | wens | uitwisselen | 5 | 1 | citaat
Wij willen graag weten wat andere dorpen doen.
""")
