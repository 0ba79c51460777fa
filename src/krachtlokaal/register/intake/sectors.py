"""Sector and legal form from free text, and from the name where the list says nothing."""

import re
from collections import Counter
from functools import lru_cache

from krachtlokaal.register.intake.enums import LegalForm, Sector
from krachtlokaal.register.intake.kinds import kinds_of, sector_of
from krachtlokaal.register.intake.text import squeeze, words

_LABELS: dict[Sector, str] = {
    Sector.SPORT: "sport sporten bewegen sportrecreatie recreatie sportbewegen sportverenigingen",
    Sector.OTHER: "overig overige anders divers diversen other rest",
    Sector.SCHOOL: "school onderwijs educatie scholen onderwijseducatie",
    Sector.NEIGHBOURHOOD: "buurt dorp wijk buurtendorp buurtwijk leefbaarheid buurtwerk dorpen "
    "wonen dorpsleven buurtwijkdorp",
    Sector.CARE: "zorg verzorging gezondheid zorgwelzijn gezondheidszorg zorgenwelzijn care "
    "gehandicapten mantelzorg",
    Sector.HOBBY: "hobby vrijetijd gezelligheid hobbys vrijetijdsbesteding hobbyvrijetijd",
    Sector.RELIGION: "geloof kerk religie levensbeschouwing kerkelijk religieus kerken "
    "kerkengeloof levensbeschouwelijk",
    Sector.CULTURE: "cultuur kunst muziek kunstcultuur kunstencultuur cultureel culture kultuer "
    "muziekzang zang toneel media erfgoed",
    Sector.YOUTH: "jeugd jongeren jeugdwerk kinderen jeugdjongeren youth jeugdenjongeren",
    Sector.NATURE: "natuur milieu dieren natuurmilieu natuurenmilieu duurzaamheid natuurdieren "
    "nature landschap",
    Sector.SOCIAL: "socialehulp welzijn sociaal hulpverlening maatschappelijk armoede "
    "maatschappelijkehulp socialehulpverlening sociaaldomein hulp ouderen",
    Sector.REFUGEES: "vluchtelingen asiel integratie nieuwkomers migranten statushouders "
    "vluchtelingenenasiel",
    Sector.LABOUR_POLITICS: "arbeidpolitiek arbeid politiek vakbond belangenorganisatie "
    "arbeidenpolitiek politiekarbeid ondernemers",
}
_BY_LABEL = {label: sector for sector, labels in _LABELS.items() for label in labels.split()}
_BY_LABEL |= {sector.value.replace("_", ""): sector for sector in Sector}


@lru_cache(maxsize=16384)
def sector_from_text(text: str) -> Sector | None:
    """`Sport & bewegen`, `muziekver.`, `Natuur en milieu` → one of the thirteen types."""
    whole = _BY_LABEL.get(squeeze(text))
    if whole is not None:
        return whole
    for word in words(text):
        if word in _BY_LABEL:
            return _BY_LABEL[word]
    return sector_from_name(text)


@lru_cache(maxsize=65536)
def sector_from_name(name: str) -> Sector | None:
    """A guess: the type that most words of the name speak of; None where they disagree."""
    votes = Counter(sector_of(kind) for kind in kinds_of(words(name.replace(".", ""))))
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return _first_word_sector(name) if ranked else None
    return ranked[0][0]


def _first_word_sector(name: str) -> Sector | None:
    for word in words(name.replace(".", "")):
        found = {sector_of(kind) for kind in kinds_of((word,))}
        if len(found) == 1:
            return found.pop()
    return None


_LEGAL: tuple[tuple[str, LegalForm], ...] = (
    (r"informe|beperkte|niet.ingeschreven|feitelijk", LegalForm.INFORMAL_ASSOCIATION),
    (r"stichting|stg|sticht|foundation|stifting", LegalForm.FOUNDATION),
    (r"kerk", LegalForm.CHURCH),
    (r"co[oö]p", LegalForm.COOPERATIVE),
    (r"vereniging|ver\b|association|feriening|club", LegalForm.ASSOCIATION),
    (r"\bb\.?v\b|besloten|\bvof\b|v\.o\.f|eenmanszaak|bedrijf|n\.?v\.", LegalForm.COMPANY),
    (r"onbekend|overig|geen|anders|other", LegalForm.UNKNOWN),
)


@lru_cache(maxsize=4096)
def legal_form_from_text(text: str) -> LegalForm | None:
    for pattern, form in _LEGAL:
        if re.search(pattern, text, re.IGNORECASE):
            return form
    return None
