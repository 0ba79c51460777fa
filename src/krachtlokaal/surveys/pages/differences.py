"""The differences between two versions in words."""

from collections.abc import Iterable
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from krachtlokaal.surveys.definition import Question
from krachtlokaal.surveys.definition.comparing import Changed, Comparison, Difference, Verdict

_DIFFERENCES: dict[Difference, str | Promise] = {
    Difference.WORDS: gettext_lazy("andere woorden"),
    Difference.ANSWERS: gettext_lazy("andere antwoorden"),
    Difference.SCALE: gettext_lazy("andere schaal"),
    Difference.DIRECTION: gettext_lazy("andere richting"),
    Difference.THEME: gettext_lazy("ander onderwerp"),
    Difference.CORE: gettext_lazy("wel of niet in de korte vorm"),
}
_VERDICTS: dict[Verdict, tuple[str, str | Promise]] = {
    Verdict.YES: ("done", gettext_lazy("Ja")),
    Verdict.WITH_RESERVE: ("busy", gettext_lazy("Met voorbehoud")),
    Verdict.NO: ("stop", gettext_lazy("Nee")),
}


def in_words(found: Comparison, language: str) -> dict[str, Any]:
    """What the page of a comparison shows."""
    return {
        "summary": _summary(found),
        "trends": [
            (trend.name.into(language), *_VERDICTS[trend.verdict], len(trend.items))
            for trend in found.trends
        ],
        "changed": [_changed(one, language) for one in found.changed],
        "added": _told(found.added, language),
        "removed": _told(found.removed, language),
    }


def _summary(found: Comparison) -> str:
    counts = (len(found.changed), len(found.added), len(found.removed))
    if not any(counts):
        return _("De vragen zijn in beide versies hetzelfde.")
    changed = ngettext("{n} vraag veranderd", "{n} vragen veranderd", counts[0])
    told = _("{changed}, {added} erbij, {removed} niet meer gevraagd.")
    return told.format(changed=changed.format(n=counts[0]), added=counts[1], removed=counts[2])


def _changed(one: Changed, language: str) -> tuple[str, list[str], str, str]:
    """The words in the reader's language; where only others differ, those."""
    told = [str(_DIFFERENCES[difference]) for difference in one.differences]
    before, after = one.before.text, one.after.text
    differing = [
        other
        for other in after.by_language
        if before.by_language.get(other) != after.by_language[other]
    ]
    shown = language if language in differing or not differing else differing[0]
    return one.after.key, told, before.into(shown), after.into(shown)


def _told(questions: Iterable[Question], language: str) -> list[tuple[str, str]]:
    return [(question.key, question.text.into(language)) for question in questions]
