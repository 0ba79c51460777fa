"""Names that many clubs bear: agreement on these says less."""

from krachtlokaal.register.intake.text import word_set

COMMON_NAMES = word_set(
    "eendracht crescendo excelsior concordia oranje wilhelmina juliana beatrix euphonia harmonie "
    "bron brug schakel hoeksteen wegwyzer regenboog springplank ark kern spil hof linde wiel "
    "set smash mixed ons genoegen vriendschap vooruitgang hoop kameraden sparta ajax olympia "
    "quick rapid hercules sios dio dos dvs dtv advendo apollo caecilia cecilia klimop zonnebloem "
    "zwaluwen meeuwen wilgen eik iris phoenix feniks animato looft heer halleluja stem troubadours "
    "unitas victoria zwarte schapen trefpunt treffer ontmoeting hoekstee klaver zonnehoek roos "
    "zevensprong ster vlinder sint jan joris boys heem mienskip fryslan noord zuid"
)
