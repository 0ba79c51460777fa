"""One cell to one value, or a sentence that says what is wrong with it."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from django.utils.translation import gettext_lazy as _

from krachtlokaal.register.intake.text import fold, tidy, word_set
from krachtlokaal.register.intake.wording import Sentence, say

Value = TypeVar("Value")

_ABSENT = word_set(
    "- -- --- . / ? ?? x xx xxx nvt n.v.t. n.v.t nb n.b. onb onb. onbekend niet bekend geen leeg "
    "null nan none n/a #n/a unknown"
) | {"niet bekend", "(leeg)", "(onbekend)", "geen opgave", "niet opgegeven"}


@dataclass(frozen=True, slots=True)
class Read(Generic[Value]):
    """A value; `wrong` where the cell can't be used, `note` where it was bent a little."""

    value: Value
    wrong: Sentence | None = None
    note: Sentence | None = None


def is_absent(text: str) -> bool:
    return not text or (len(text) < 16 and text.lower() in _ABSENT)


_KVK_NOISE = re.compile(r"[\s.\-/:]|kvk|k\.v\.k\.?|nr\.?|nummer", re.IGNORECASE)


@lru_cache(maxsize=16384)
def read_kvk(text: str) -> Read[str]:
    if is_absent(text):
        return Read("")
    digits = _KVK_NOISE.sub("", text.removesuffix(".0"))
    if not (digits.isascii() and digits.isdigit()):
        return Read("", wrong=_("Een KvK-nummer heeft acht cijfers en geen letters. Zoek het na."))
    if not int(digits):
        return Read("")
    if len(digits) == 12:
        return Read(
            "",
            wrong=_(
                "Dit is een vestigingsnummer (twaalf cijfers), geen KvK-nummer. Gebruik de "
                "acht cijfers van het KvK-nummer."
            ),
        )
    if len(digits) in {6, 7}:
        # Spreadsheets drop the zeros in front.
        return Read(digits.zfill(8), note=_("Voor het KvK-nummer is een nul gezet."))
    if len(digits) != 8:
        wrong = _("Een KvK-nummer heeft acht cijfers; dit zijn er {count}. Zoek het na.")
        return Read("", wrong=say(wrong, count=len(digits)))
    return Read(digits)


_POSTCODE = re.compile(r"(?:NL[\s-]*)?([1-9]\d{3})[\s.\-]*([A-Z]{2})?", re.IGNORECASE)
# PostNL never gives these three out.
_NO_LETTERS = frozenset({"SA", "SD", "SS"})


@lru_cache(maxsize=16384)
def read_postcode(text: str) -> Read[str]:
    """`1234 AB`; of four digits alone these are kept."""
    if is_absent(text):
        return Read("")
    match = _POSTCODE.fullmatch(text.removesuffix(".0"))
    if match is None or (match[2] or "").upper() in _NO_LETTERS:
        wrong = _("“{text}” is geen postcode. Een postcode heeft vier cijfers en twee letters.")
        return Read("", wrong=say(wrong, text=text[:40]))
    if match[2] is None:
        note = _("De postcode heeft alleen cijfers; de twee letters ontbreken.")
        return Read(match[1], note=note)
    return Read(f"{match[1]} {match[2].upper()}")


_POSTCODE_START = re.compile(r"((?:NL[\s-]*)?[1-9]\d{3}\s?[A-Z]{2})\b[\s,/-]*(.*)", re.IGNORECASE)


def split_postcode_place(text: str) -> tuple[str, str]:
    """`1234 AB Tiel` → postcode and place."""
    match = _POSTCODE_START.fullmatch(tidy(text))
    return (match[1], match[2]) if match else ("", tidy(text))


_EMAIL = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~.-]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,}")
_AT = re.compile(r"\s*[\[(]\s*(?:at|apenstaartje)\s*[\])]\s*|\s*@\s*")
_DOT = re.compile(r"\s*[\[(]\s*(?:dot|punt)\s*[\])]\s*")
_MAIL_PARTS = re.compile(r"[;,/|\s]+|\ben\b|\bof\b")


@lru_cache(maxsize=16384)
def read_email(text: str) -> Read[str]:
    """The first address of the cell."""
    if is_absent(text):
        return Read("")
    cleaned = _DOT.sub(".", _AT.sub("@", tidy(text).lower()))
    parts = [part.removeprefix("mailto:").strip("<>()\"'.:") for part in _MAIL_PARTS.split(cleaned)]
    found = [part for part in parts if _is_email(part)]
    if not found:
        wrong = _("“{text}” is geen mailadres. Een mailadres ziet eruit als naam@club.nl.")
        return Read("", wrong=say(wrong, text=text[:60]))
    if len(found) > 1:
        note = _("Er staan meer mailadressen; het eerste is genomen: {email}.")
        return Read(found[0], note=say(note, email=found[0]))
    return Read(found[0])


def _is_email(part: str) -> bool:
    return bool(_EMAIL.fullmatch(part)) and ".." not in part and len(part) <= 254


_SITE = re.compile(r"(https?://)?((?:[\w-]+\.)+[a-z]{2,})(:\d+)?([/?#]\S*)?", re.IGNORECASE)


@lru_cache(maxsize=16384)
def read_website(text: str) -> Read[str]:
    if is_absent(text):
        return Read("")
    cleaned = re.sub(r"^(https?)\s*:?\s*/+\s*", r"\1://", tidy(text), flags=re.IGNORECASE)
    first = re.split(r"[\s;,]+", cleaned)[0] if cleaned else ""
    if "@" in first and _is_email(first.lower()):
        return Read("", wrong=_("Dit is een mailadres, geen website. Zet het in de kolom e-mail."))
    match = _SITE.fullmatch(first.strip("<>."))
    if match is None:
        wrong = _("“{text}” is geen website. Een website ziet eruit als www.club.nl.")
        return Read("", wrong=say(wrong, text=text[:60]))
    path = match[4] if match[4] and match[4] != "/" else ""
    scheme = (match[1] or "https://").lower()
    return Read(f"{scheme}{match[2].lower()}{match[3] or ''}{path}")


_SHORT_AREAS = word_set(
    "010 013 015 020 023 024 026 030 033 035 036 038 040 043 045 046 050 053 055 058 070 071 072 "
    "073 074 075 076 077 078 079 085 088 091 084 087"
)
_PHONE_NOISE = re.compile(r"[\s().\-–/]+")
_PHONE_PARTS = re.compile(r"\s*(?:;|,|\ben\b|\bof\b|\||\s/\s)\s*", re.IGNORECASE)
_PHONE_WORDS = re.compile(r"^(?:tel(?:efoon)?|mob(?:iel)?|t|m)\b[.:\s]*", re.IGNORECASE)
_FOREIGN = re.compile(r"\+(?!31)\d{8,15}")


@lru_cache(maxsize=16384)
def read_phone(text: str) -> Read[str]:
    """`058-1234567`, `06-12345678`; the first number of the cell."""
    if is_absent(text):
        return Read("")
    parts = [part for part in _PHONE_PARTS.split(tidy(text)) if part]
    number = _phone(parts[0]) if parts else ""
    if not number:
        wrong = _("“{text}” is geen telefoonnummer. Een nummer heeft tien cijfers.")
        return Read("", wrong=say(wrong, text=text[:40]))
    if len(parts) > 1:
        note = _("Er staan meer telefoonnummers; het eerste is genomen: {phone}.")
        return Read(number, note=say(note, phone=number))
    return Read(number)


def _phone(text: str) -> str:
    bare = _PHONE_NOISE.sub("", _PHONE_WORDS.sub("", text.removesuffix(".0")).replace("(0)", ""))
    if _FOREIGN.fullmatch(bare):
        return bare
    bare = re.sub(r"^(?:\+31|0031)0?", "0", bare)
    if not (bare.isascii() and bare.isdigit()):
        return ""
    # Spreadsheets drop the zero in front.
    digits = f"0{bare}" if len(bare) == 9 and bare[0] != "0" else bare
    return _grouped(digits)


def _grouped(digits: str) -> str:
    if re.fullmatch(r"0[89]00\d{4}(?:\d{3})?", digits):
        return f"{digits[:4]}-{digits[4:]}"
    if len(digits) != 10 or digits[0] != "0" or digits[1] == "0":
        return ""
    area = 2 if digits[1] == "6" else 3 if digits[:3] in _SHORT_AREAS else 4
    return f"{digits[:area]}-{digits[area:]}"


_DATE = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[ T].*)?|\d{1,2}-(?:jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec).*"
)
_THOUSANDS = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
_RANGE = re.compile(r"(\d+)\s*(?:-|–|/|tot(?: en met)?|t/m|à)\s*(\d+)")
_NUMBER = re.compile(r"\d+")
_MAX_COUNT = 1_000_000
_COUNTED = (
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien "
    "zestien zeventien achttien negentien twintig"
)
_COUNT_WORDS = {word: number for number, word in enumerate(_COUNTED.split(), start=1)}


@lru_cache(maxsize=16384)
def read_count(text: str) -> Read[int | None]:
    """How many people. What is not known is missing, never 0."""
    lowered = fold(tidy(text))
    if is_absent(lowered) or "onbekend" in lowered:
        return Read(None)
    if lowered in _COUNT_WORDS:
        return Read(_COUNT_WORDS[lowered])
    unusual = _unusual_count(lowered)
    if unusual is not None:
        return Read(None, wrong=unusual)
    bare = _THOUSANDS.sub("", lowered.removesuffix(".0"))
    between = _RANGE.search(bare)
    if between and int(between[1]) < int(between[2]):
        middle = (int(between[1]) + int(between[2])) // 2
        return _count(middle, say(_("“{text}” is gelezen als {number}."), text=text, number=middle))
    number = _NUMBER.search(bare)
    return _count(int(number[0]), None) if number else _no_count(text)


def _unusual_count(lowered: str) -> Sentence | None:
    if _DATE.fullmatch(lowered):
        return _("Excel heeft hier een datum van gemaakt. Typ het aantal opnieuw, als tekst.")
    if re.match(r"-\s*\d", lowered) or re.search(r"\d,\d", lowered):
        return _("Een aantal mensen is een heel getal, niet kleiner dan 0.")
    return None


def _count(number: int, note: Sentence | None) -> Read[int | None]:
    if number > _MAX_COUNT:
        return Read(None, wrong=_("Dit aantal is te groot om te kloppen. Kijk het na."))
    return Read(number, note=note)


def _no_count(text: str) -> Read[int | None]:
    return Read(None, wrong=say(_("“{text}” is geen aantal. Typ een getal."), text=text[:40]))
