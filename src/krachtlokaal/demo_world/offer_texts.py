"""What the supporters of the demo offer, in their own words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class OfferText:
    """One offer; `slug` names the workspace, empty for the whole product."""

    key: str
    kind: str
    slug: str
    themes: str
    help_forms: str
    title: str
    summary: str
    target_groups: str = ""
    basisfuncties: str = "versterken"
    days_left: int | None = None


OFFERS = (
    OfferText(
        "bestuur-gesprek", "adviser", "partoer", "bestuur", "adviser",
        "Een goed gesprek over uw bestuur",
        "Zijn er plekken leeg in uw bestuur? Een adviseur komt langs. Samen kijkt u wie wat "
        "doet, wat anders kan en hoe u nieuwe mensen vindt. Twee gesprekken zijn gratis.",
        "besturen",
    ),
    OfferText(
        "bestuur-taken", "instrument", "", "bestuur", "diy_tool",
        "Taken van het bestuur in kleine stukken",
        "Met dit stappenplan verdeelt u in één avond het werk van het bestuur. Zo wordt een "
        "taak klein genoeg om ja tegen te zeggen.",
        "besturen",
    ),
    OfferText(
        "bestuur-avond", "workshop", "spectrum", "bestuur koers", "workshop",
        "Avond voor nieuwe bestuursleden",
        "Net begonnen in een bestuur? In één avond leert u wat er van u wordt verwacht, en wat "
        "niet. U oefent met echte situaties.",
        "besturen", "versterken verankeren", 60,
    ),
    OfferText(
        "plan-een-vel", "instrument", "", "koers", "diy_tool info",
        "Uw jaarplan op één vel papier",
        "Wat wilt u over een jaar bereikt hebben? Vul het vel samen in. Het past op de koelkast "
        "en iedereen snapt het.",
        "besturen vrijwilligers",
    ),
    OfferText(
        "toekomst-dorpshuis", "adviser", "dorpshuizenkring", "koers geld_plek", "adviser peers",
        "De toekomst van uw dorpshuis",
        "Wie komt er over tien jaar in uw dorpshuis? Wij denken mee over plannen, gebouw en "
        "geld. U bezoekt ook een dorpshuis dat al een stap verder is.",
        "besturen",
    ),
    OfferText(
        "vacature-schrijven", "document", "", "mensen_vinden", "info diy_tool",
        "Zo schrijft u een oproep die werkt",
        "Een voorbeeld en zeven tips voor een oproep waar mensen op reageren. Met zinnen die u "
        "zo mag overnemen.",
        "vrijwilligers", "verbinden",
    ),
    OfferText(
        "vrijwilligers-vinden", "workshop", "steunpunt-tiel-buren", "mensen_vinden", "workshop",
        "Vrijwilligers vinden zonder advertentie",
        "De meeste mensen worden vrijwilliger omdat iemand het vraagt. Leer wie u vraagt, "
        "wanneer en hoe. U gaat weg met drie namen.",
        "vrijwilligers", "versterken verbinden", 45,
    ),
    OfferText(
        "matchen", "introduction", "steunpunt-leeuwarden", "mensen_vinden", "hands peers",
        "Wij zoeken een vrijwilliger voor u",
        "Vertel ons wie u zoekt. Wij kennen mensen die iets willen doen en brengen u bij "
        "elkaar. Ook nieuwkomers die Nederlands willen oefenen.",
        "nieuwkomers vrijwilligers", "verbinden",
    ),
    OfferText(
        "vaste-vraagbaak", "practice", "sportmaatje", "mensen_houden", "info peers",
        "Eén vaste vraagbaak voor elke vrijwilliger",
        "Een club gaf elke nieuwe vrijwilliger een maatje. Na een jaar was bijna iedereen er "
        "nog. Lees hoe zij het deden en praat met hen.",
        "vrijwilligers", "verbreiden versterken",
    ),
    OfferText(
        "bedanken", "document", "", "mensen_houden", "info",
        "Twintig manieren om iemand te bedanken",
        "Een bos bloemen mag, maar hoeft niet. Ideeën die weinig kosten en veel doen, voor elke "
        "dag van het jaar.",
        "vrijwilligers", "verbreiden",
    ),
    OfferText(
        "mantelzorg", "adviser", "steunpunt-zwolle", "mensen_houden", "adviser",
        "Vrijwilligers die ook voor iemand zorgen",
        "Steeds meer vrijwilligers zorgen thuis voor een ander. Wij helpen u om daar rekening "
        "mee te houden, zodat zij niet afhaken.",
        "mantelzorgers",
    ),
    OfferText(
        "ruzie", "adviser", "vosvi", "samen_intern", "adviser",
        "Hulp als het botst in de groep",
        "Is er ruzie of wordt er niet meer gepraat? Iemand van buiten luistert naar iedereen en "
        "helpt u weer verder. Wat u vertelt, blijft onder ons.",
        "besturen",
    ),
    OfferText(
        "vergaderen", "workshop", "kunstketen", "samen_intern", "workshop diy_tool",
        "Korter vergaderen, meer doen",
        "Een avond over vergaderen: met een duidelijke agenda, een klok en een afsluiting waar "
        "iedereen blij van wordt. U krijgt een vel met spelregels mee.",
        "besturen", "versterken", 80,
    ),
    OfferText(
        "buren-ontmoeten", "activity", "steunpunt-raalte", "samen_extern", "peers",
        "Koffie met de buren van uw club",
        "Elke maand zitten tien organisaties aan tafel. U hoort wat anderen doen en vindt "
        "iemand om iets samen mee te doen.",
        "besturen vrijwilligers", "verbinden",
    ),
    OfferText(
        "spullen-delen", "practice", "steunpunt-sudwest", "samen_extern geld_plek", "info peers",
        "Samen een partytent en een beamer",
        "Vijf verenigingen delen hun spullen met een eenvoudige lijst. Lees hoe zij afspraken "
        "maakten over schade en schoonmaken.",
        "", "verbreiden verbinden",
    ),
    OfferText(
        "beursvloer", "activity", "steunpunt-vechtdal", "samen_extern geld_plek", "hands peers",
        "Beursvloer: ruilen met bedrijven",
        "U zoekt een schilder, een bedrijf zoekt een zaal. Op de beursvloer ruilt u in één "
        "middag, zonder geld.",
        "", "verbinden", 100,
    ),
    OfferText(
        "fonds-vinden", "adviser", "spectrum", "geld_plek", "adviser info",
        "Geld vinden voor uw plan",
        "Welk fonds past bij uw plan? Wij zoeken met u mee en lezen uw aanvraag voordat u hem "
        "verstuurt.",
        "besturen",
    ),
    OfferText(
        "klusdag", "activity", "steunpunt-noardeast", "geld_plek", "hands",
        "Klusploeg voor uw gebouw",
        "Een ploeg handige mensen komt een dag schilderen, snoeien of timmeren. U zorgt voor "
        "verf en soep.",
        "", "verbinden",
    ),
    OfferText(
        "wbtr", "instrument", "", "regels bestuur", "diy_tool info",
        "In zes stappen klaar voor de WBTR",
        "De wet over besturen van verenigingen en stichtingen, in gewone taal. Met een lijst om "
        "af te vinken en een voorbeeld van een verslag.",
        "besturen", "verankeren versterken",
    ),
    OfferText(
        "veilig", "course", "scouting-gelderland", "regels", "workshop",
        "Veilig werken met kinderen",
        "Een cursus van twee avonden over gedragsregels, de VOG en een vertrouwenspersoon. Voor "
        "iedereen die met kinderen werkt.",
        "jongeren vrijwilligers", "versterken", 120,
    ),
    OfferText(
        "verzekering", "document", "steunpunt-west-betuwe", "regels", "info",
        "Is uw vrijwilliger verzekerd?",
        "De gemeente heeft een verzekering voor vrijwilligers. Lees wat die dekt, wat niet, en "
        "wie u belt na een ongeluk.",
        "vrijwilligers", "vertalen",
    ),
    OfferText(
        "open-deur", "workshop", "sportmaatje", "bereik", "workshop peers",
        "Uw deur een stukje verder open",
        "Hoe komen mensen bij u binnen die nu buiten blijven? U loopt door uw eigen club als "
        "iemand die er nog nooit was.",
        "mensen_met_beperking nieuwkomers", "versterken", 70,
    ),
    OfferText(
        "jongeren", "course", "scouting-gelderland", "bereik mensen_vinden", "workshop adviser",
        "Jongeren vragen zoals jongeren dat willen",
        "Wat spreekt jongeren van 14 tot 24 jaar aan? Met jongeren zelf maakt u een oproep en "
        "een klus die bij hen past.",
        "jongeren", "versterken verbreiden", 90,
    ),
    OfferText(
        "buurtkrant", "document", "steunpunt-bommelerwaard", "bereik", "info hands",
        "Uw nieuws in de buurtkrant",
        "Stuur ons een foto en vijf zinnen. Wij maken er een bericht van voor de krant en de "
        "website van de gemeente.",
        "", "verbreiden",
    ),
    OfferText(
        "iets-nieuws", "practice", "kunstketen", "leren", "info peers",
        "Elk jaar één ding proberen",
        "Een koor zong een keer in de supermarkt. Het werd een traditie met twintig nieuwe "
        "leden. Lees hoe u klein begint.",
        "", "verbreiden verankeren",
    ),
    OfferText(
        "terugkijken", "instrument", "", "leren samen_intern", "diy_tool",
        "Terugkijken in een half uur",
        "Na een feest of project: drie vragen, een flap en een half uur. Zo gaat het de "
        "volgende keer nog beter.",
        "vrijwilligers", "verankeren",
    ),
    OfferText(
        "gedragsregels", "document", "", "regels samen_intern", "info diy_tool",
        "Voorbeeld van gedragsregels",
        "Een vel met regels over hoe u met elkaar omgaat, en wat u doet als iets misgaat. "
        "Bespreek het samen en pas het aan.",
        "besturen vrijwilligers", "verankeren",
    ),
    OfferText(
        "begroting", "document", "", "geld_plek", "info diy_tool",
        "Uw begroting op één blad",
        "Vul in wat er binnenkomt en wat u uitgeeft. Het blad rekent uit wat u overhoudt of "
        "tekortkomt.",
        "besturen", "versterken",
    ),
    OfferText(
        "wegwijzer", "document", "", "mensen_houden", "info diy_tool",
        "Wegwijzer voor nieuwe vrijwilligers",
        "Eén vel voor iemand die begint: wie helpt mij, wat doe ik de eerste maand en wat moet "
        "ik weten?",
        "vrijwilligers", "versterken",
    ),
    OfferText(
        "kennismaken-bestuur", "introduction", "", "bestuur", "peers",
        "Kennismaking met een bestuur dat opvolgers vond",
        "Dit bestuur had twee jaar lege plekken en nu niet meer. Drink een kop koffie en hoor "
        "hoe zij dat deden. Uw steunpunt brengt u bij elkaar.",
        "besturen", "verbinden",
    ),
    OfferText(
        "kennismaken-buren", "introduction", "", "samen_extern", "peers",
        "Kennismaking met een organisatie bij u in de buurt",
        "Uw steunpunt kent veel organisaties in uw gemeente. Zeg wat u zoekt of wat u kunt "
        "delen. Dan maakt u kennis met iemand die past.",
        "besturen vrijwilligers", "verbinden",
    ),
    OfferText(
        "kennismaken-regels", "introduction", "", "regels geld_plek", "peers hands",
        "Kennismaking met iemand die het al regelde",
        "Een penningmeester of secretaris van een andere organisatie kijkt een avond met u mee "
        "naar regels, verzekeringen of geld.",
        "besturen", "verbinden",
    ),
    OfferText(
        "kennismaken-plannen", "introduction", "", "koers leren", "peers",
        "Kennismaking met een organisatie die iets nieuws begon",
        "Zij maakten een plan en voerden het uit. Vraag wat goed ging en wat zij anders zouden "
        "doen. Uw steunpunt zoekt iemand die bij u past.",
        "besturen", "verbinden",
    ),
    OfferText(
        "handen-plannen", "introduction", "", "bestuur koers leren samen_intern mensen_houden",
        "hands",
        "Iemand die één klus van u overneemt",
        "Een vrijwilliger met ervaring doet één afgebakende klus: een plan uitschrijven, een avond "
        "voorbereiden of een website bijwerken. Uw steunpunt zoekt iemand.",
        "besturen", "verbinden",
    ),
)  # fmt: skip
