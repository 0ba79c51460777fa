"""How wide a text is in Fira Sans, a little on the wide side, and how it breaks into lines."""

# Thousandths of the size → letters that are no wider, in the regular and in the semibold face.
_WIDTHS = {
    240: "',.:;’‘·",
    260: "!",
    280: " \xa0",
    300: "IijlÌÍÎÏìíîïĨĩĪīĬĭĮįİıĵĺļ",
    320: "JĴ",
    340: "()[]`{}",
    360: "fľłſ",
    380: "tţťŧ",
    400: "rŕŗř",
    420: "-|ŀ",
    440: '"“”',
    460: "*1zźżž",
    480: "7?csçćĉċčśŝşš",
    500: "F",
    520: "/23<=>L\\_vxy~×÷ýÿĹĻĽĿŷ–−",
    540: "+5ETZÈÉÊËĒĔĖĘĚŢŤŦŹŻŽ",
    560: "#$469^aegkàáâãäåèéêëāăąēĕėęěĝğġģķĸŁ",
    580: "08CSVXÇðĆĈĊČĳŚŜŞŠ",
    600: "APYbdhnopquÀÁÂÃÄÅÝÞñòóôõöøùúûüþĀĂĄĥħńņňŋōŏőũūŭůűųŶŸ",
    620: "BRßđĲŔŖŘ",
    640: "KĶ",
    660: "DGĎĜĞĠĢ",
    680: "HUÐÙÚÛÜďĐĤŨŪŬŮŰŲ",
    700: "NOQÑÒÓÔÕÖØĦŃŅŇŉŊŌŎŐ",
    760: "&wŵ…",
    800: "M",
    860: "%WmæŴÆ",
}
_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_WIDEST = 1020
ELLIPSIS = "…"


def width(text: str, size: float) -> float:
    """The width of one line, in the units of `size`.

    >>> width("Sport", 10)
    25.6
    """
    return sum(_OF.get(letter, _WIDEST) for letter in text) * size / 1000


def wrap(text: str, size: float, room: float, most: int = 2) -> list[str]:
    """The text in at most `most` lines that fit in `room`; what does not fit is cut with a sign.

    >>> wrap("Vrijwilligers vinden", 16, 110)
    ['Vrijwilligers', 'vinden']
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] = f"{kept[-1]}{ELLIPSIS}"
    return [_cut(line, size, room) for line in kept]


def _cut(line: str, size: float, room: float) -> str:
    if width(line, size) <= room:
        return line
    kept = line.rstrip(ELLIPSIS)
    while kept and width(kept + ELLIPSIS, size) > room:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS
