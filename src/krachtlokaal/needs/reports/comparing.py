"""What a later version of a report changed, in a sentence for its readers."""

from krachtlokaal.needs.reports.words import listed
from krachtlokaal.publishing.documents.model import Document, Heading, Part

MOST = 4  # chapters that are named


def changed(before: Document, after: Document, number: int) -> str:
    """'Anders dan in versie 1: Samenvatting en Regels en papierwerk.'"""
    old, new = _chapters(before), _chapters(after)
    other = [name for name, parts in new.items() if name in old and parts != old[name]]
    added = [name for name in new if name not in old]
    gone = [name for name in old if name not in new]
    told = [
        _named(f"Anders dan in versie {number}", other),
        _named("Nieuw", added),
        _named("Weggelaten", gone),
    ]
    return " ".join(filter(None, told)) or f"De inhoud is gelijk aan die van versie {number}."


def _named(lead: str, names: list[str]) -> str:
    if not names:
        return ""
    if len(names) <= MOST:
        return f"{lead}: {listed(names)}."
    return f"{lead}: {listed([*names[:MOST], f'nog {len(names) - MOST} delen'])}."


def _chapters(document: Document) -> dict[str, list[Part]]:
    """The parts of each chapter by its heading."""
    found: dict[str, list[Part]] = {}
    parts: list[Part] = []
    for part in document.parts:
        if isinstance(part, Heading) and part.level == 1:
            parts = found.setdefault(part.text, [])
        else:
            parts.append(part)
    return found
