"""What the editors of the demo's report wrote, without figures: those are drawn."""

# By kind of block.
SUMMARY = """\
**Drie dingen vallen op.**

- In de meting staat nieuwe mensen vinden bovenaan. Aan tafel hoorden wij die zorg vooral over \
het bestuur: wie neemt het over?
- Over opvolging en over geld en plek zeggen de meting en de gesprekken hetzelfde.
- Aan tafel ging het vaak over regels. Veel clubs weten niet wat er van hen moet: welke \
vergunning, welke verklaring, welke verzekering.

**Wat goed gaat:** binnen de eigen club werken mensen fijn samen, en vrijwilligers voelen zich \
gewaardeerd. Bouw daarop voort.

Wij weten niet alles zeker. De helft van de organisaties antwoordde niet. Aan de ronde tafels \
zaten vooral mensen die graag meepraten. Waar dat voor de uitkomst uitmaakt, zeggen wij het \
erbij."""

RESPONSE = """\
Wij belden na afloop een aantal organisaties die niet antwoordden. De meeste zeiden dat zij geen \
tijd hadden. Een paar kleine clubs vonden de lijst te lang. Wij weten dus niet zeker of juist de \
drukste organisaties ontbreken. Daarom nodigden wij voor de ronde tafels ook organisaties uit \
die stil bleven."""

RANKING = """\
Het eerste thema staat zeker bovenaan. Daarna is de volgorde minder zeker: de thema's op de \
plaatsen daaronder liggen dicht bij elkaar. Lees de lijst dus niet als een wedstrijd. Wat in het \
midden staat, kan voor één organisatie toch het grootste probleem zijn."""

CONCLUSIONS = """\

Wij raden de drie gemeenten en steunpunten het volgende aan:

- **Help samen bij het vinden van mensen.** De vraag lijkt in de drie gemeenten op elkaar.
- **Maak opvolging bespreekbaar** voordat een bestuurslid stopt. Twee jaar vooruit kijken is genoeg.
- **Geef één plek voor vragen over regels.** Nu zoekt elke club het zelf uit.

Wij raden af om voor elk thema een nieuwe regeling te maken. Aan tafel zeiden mensen vaak: er is \
al veel, maar wij weten het niet te vinden."""

ACTIONS = """\
De drie wethouders bespraken dit rapport met de steunpunten. Zij kozen voor weinig acties, die \
klaar kunnen zijn binnen een jaar."""

METHOD = """\
**Wat u moet weten bij het lezen.** De KrachtMeting vraagt mensen naar hun eigen oordeel. Iemand \
die streng is voor de eigen club, geeft een lager cijfer. Vergelijk daarom groepen met elkaar en \
jaren met elkaar, en hang niet te veel aan één getal.

Twee mensen codeerden een deel van de kaartjes los van elkaar. Waar zij verschilden, besloten \
zij samen."""

# By theme.
THEMES = {
    "mensen_vinden": """\
Aan tafel ging het minder over zoeken dan wij na de meting dachten. Wij denken dat twee dingen \
door elkaar lopen: wie geen opvolger vindt voor het bestuur, noemt dat aan tafel een zorg over het \
bestuur. Mensen willen best helpen, zeiden gasten, maar niet elke week en niet voor altijd. \
Korte klussen en duobanen werken beter dan een oproep in de krant.

**Wat kan helpen:** klussen klein maken, mensen zelf vragen, en samen met buurclubs zoeken.""",
    "bestuur": """\
Veel besturen hebben een lege plek, of weten dat die er snel komt. Vooral een penningmeester is \
moeilijk te vinden. Wie al lang in het bestuur zit, doet veel uit het hoofd. Dat schrikt \
opvolgers af.

**Wat kan helpen:** taken opschrijven, een jaar samen oplopen, en de functie kleiner maken.""",
    "geld_plek": """\
Huur en energie zijn duurder geworden, zeiden gasten met een eigen gebouw. Kleine clubs zonder \
gebouw hebben andere zorgen: zij vinden geen zaal voor een avond. Dit thema valt dus uiteen in \
twee vragen. In de cijfers is dat verschil niet te zien.""",
    "regels": """\
Mensen willen zich aan de regels houden, maar weten niet wat er moet. Vergunningen voor een \
feest, een VOG voor wie met kinderen werkt, privacy van leden: elke club zoekt het zelf uit. Een \
gast zei dat zij drie avonden kwijt was aan één formulier.""",
    "bereik": """\
Clubs zijn goed zichtbaar voor wie er al bij hoort, en slecht voor wie nieuw is in het dorp. Een \
website is vaak oud, omdat de maker ervan weg is. Over jongeren liepen de meningen uiteen: \
sommige tafels vonden hen moeilijk te bereiken, andere hadden juist goede voorbeelden.""",
    "samen_extern": """\
Samenwerken lukt vooral als het klein begint: één feest, één zaal, één oproep. Met de gemeente \
is het contact goed, maar het hangt aan één ambtenaar. Gaat die weg, dan begint het opnieuw.""",
    "leren": """\
Clubs leren het liefst van elkaar. Een cursus overdag lukt niet voor wie werkt. Wie ergens ging \
kijken, nam meteen iets mee naar huis.""",
    "mensen_houden": """\
Wie eenmaal helpt, blijft vaak lang. Bedanken gebeurt overal, met een etentje of een kaart. \
Minder goed gaat het inwerken van wie nieuw is: dat gebeurt tussendoor.""",
    "koers": """\
Weinig organisaties missen een plan. Aan tafel ging het er nauwelijks over. Dat kan betekenen \
dat het goed gaat, of dat niemand er tijd voor heeft. Met deze cijfers kunnen wij dat niet \
zeggen.""",
    "samen_intern": """\
Dit gaat het best van alles. Mensen kennen elkaar en lossen veel op in de wandelgangen. Een \
enkele gast zei dat nieuwe mensen daar moeilijk tussen komen.""",
}

# Remarks of colleagues: what, and whether it is settled.
REMARKS = (
    ("summary", "Noem hier ook wat goed gaat, anders schrikken mensen."),
    ("mensen_vinden", "Mooi. Kan het citaat van de kantine erbij?"),
    ("method", "Zeggen wij ook wie de namen heeft verwijderd? Dat vroeg de gemeente."),
)
OPEN_REMARKS = (
    ("summary", "Wachten wij met deze tekst tot de meting dicht is?"),
    ("actions", "De wethouder van Súdwest-Fryslân wil hier ook het spreekuur in terugzien."),
)
