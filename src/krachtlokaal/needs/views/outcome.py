"""The outcome of a needs survey, read from what was released and from nothing else."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.needs.figures import drawn, explained, findings, grouped, sheets, withheld
from krachtlokaal.needs.figures.words import Names
from krachtlokaal.needs.models import NeedsSurvey
from krachtlokaal.needs.outcome.model import Outcome, from_cells
from krachtlokaal.needs.queries import outcome_waits, said
from krachtlokaal.needs.queries.outcome import released
from krachtlokaal.needs.queries.outcome_names import names as read_names
from krachtlokaal.needs.services import outcome as services
from krachtlokaal.needs.views.surveys import survey_of
from krachtlokaal.publishing import csv_files, xlsx
from krachtlokaal.publishing.csv_files import Flavour

MOST_DIFFERENCES = 30  # more of them fill a page; the files have all
FLAVOURS = {"csv-nl": Flavour.DUTCH, "csv": Flavour.MACHINE}


@allow(Capability.SEE_NEEDS)
def outcome(request: MemberRequest, pk: int) -> HttpResponse:
    """What matters most, the ranking, the matrix and the map."""
    survey = survey_of(pk)
    context, found = _released(survey)
    context["may_make"] = request.access.may(Capability.RUN_NEEDS) and outcome_waits.may_be_made(
        survey
    )
    if found is None:
        context["waits"] = outcome_waits.sentences(survey)
    elif found.method and found.themes:
        names = read_names()
        on_map = request.GET.get("kaart") or found.ranking[0].key
        if on_map not in {theme.key for theme in found.themes}:
            raise Http404
        context |= _shown(found, names, on_map, weighted=request.GET.get("gewogen") != "nee")
    return render(request, "needs/outcome/page.html", context)


def _shown(found: Outcome, names: Names, on_map: str, *, weighted: bool) -> dict[str, Any]:
    different = grouped.differences(found, names)
    return {
        "findings": findings.findings(found, names),
        "ranking": drawn.ranking(found, names),
        "matrix": drawn.importance_and_score(found, names, weighted=weighted),
        "lines": grouped.themes(found, names, weighted=weighted),
        "weighted": weighted,
        "switch": [
            (_("Gewogen"), f"?gewogen=ja&kaart={on_map}#onderwerpen", weighted),
            (_("Niet gewogen"), f"?gewogen=nee&kaart={on_map}#onderwerpen", not weighted),
        ],
        "differences": different[:MOST_DIFFERENCES],
        "more_differences": max(len(different) - MOST_DIFFERENCES, 0),
        "map": drawn.on_the_map(found, names, on_map),
        "on_map": on_map,
        "choices": [(theme.key, names.theme(theme.key)) for theme in found.ranking],
        "forms": drawn.forms_of_help(found.forms, names, _("In welke vorm willen zij hulp?")),
        "change": drawn.change(found, names),
    }


@allow(Capability.SEE_NEEDS)
def theme(request: MemberRequest, pk: int, theme: str) -> HttpResponse:
    """One theme: its figures, by group, and what was said about it."""
    survey = survey_of(pk)
    context, found = _released(survey)
    one = next((one for one in found.themes if one.key == theme), None) if found else None
    if found is None or one is None or found.method is None:
        raise Http404
    names = read_names()
    title = _("Welke hulp willen zij hierbij?")
    context |= {
        "name": names.theme(theme),
        "line": grouped.line(theme, names.theme(theme), one.weighted),
        "rank_words": findings.sure_of(one, names, len(found.themes)),
        "forms": drawn.forms_of_help(one.forms, names, title),
        "divisions": grouped.divisions(found, names, theme),
        "map": drawn.on_the_map(found, names, theme),
        "change": findings.changed(one),
        "said": said.about(survey, theme, request.access),
        "others": grouped.neighbours(found, names, theme),
    }
    return render(request, "needs/outcome/theme.html", context)


@allow(Capability.SEE_NEEDS)
def account(request: MemberRequest, pk: int) -> HttpResponse:
    """Who answered, how it was weighed and computed, and what is not shown."""
    context, found = _released(survey_of(pk))
    if found is None:
        raise Http404
    names = read_names()
    context |= {
        "answered": grouped.answered(found, names),
        "crossed": grouped.crossed(found, names),
        "receipt": explained.receipt(found, names),
        "withheld": withheld.withheld(found, names),
        "method": explained.method(found, names),
        "sources": explained.SOURCES,
    }
    return render(request, "needs/outcome/account.html", context)


@allow(Capability.SEE_NEEDS)
def outcome_file(_request: MemberRequest, pk: int, kind: str) -> HttpResponse:
    """All figures of the pages as a file; what is hidden is hidden there too, with why."""
    survey = survey_of(pk)
    _context, found = _released(survey)
    if found is None or kind not in {"xlsx", *FLAVOURS}:
        raise Http404
    columns, rows = sheets.columns(), sheets.rows(found, read_names())
    if kind == "xlsx":
        data, content_type = xlsx.write(_("Uitkomst"), columns, rows), xlsx.CONTENT_TYPE
    else:
        data, content_type = csv_files.write(columns, rows, FLAVOURS[kind]), csv_files.CONTENT_TYPE
    name = f"{slugify(survey.title) or 'uitkomst'}.{kind.partition('-')[0]}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, content_type=content_type, headers=headers)


@require_POST
@allow(Capability.RUN_NEEDS)
def outcome_make(request: MemberRequest, pk: int) -> HttpResponse:
    """Make the figures now, or anew after an answer was taken back."""
    survey = survey_of(pk)
    if not outcome_waits.may_be_made(survey):
        messages.warning(request, _("De cijfers kunnen nu niet gemaakt worden."))
        return redirect("needs:outcome", survey.pk)
    job = services.start(survey=survey, user=request.access.user.pk)
    return redirect("portal:job", job.pk)


def _released(survey: NeedsSurvey) -> tuple[dict[str, Any], Outcome | None]:
    """What each page has, and the figures that left last."""
    release = released(survey)
    found = from_cells(release.cells, release.version) if release else None
    return {"survey": survey, "release": release, "outcome": found}, found
