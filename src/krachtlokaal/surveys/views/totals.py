"""The totals of a wave: a page, and the same figures as a file."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.publishing import csv_files, xlsx
from krachtlokaal.publishing.csv_files import Flavour
from krachtlokaal.surveys.elsewhere import is_shown_elsewhere
from krachtlokaal.surveys.models import Wave
from krachtlokaal.surveys.queries import total_tables as tables
from krachtlokaal.surveys.queries.definitions import of_version
from krachtlokaal.surveys.queries.totals import released

FORMATS = ("xlsx", "csv-nl", "csv")


@allow(Capability.SEE_TOTALS)
def totals(request: MemberRequest, pk: int) -> HttpResponse:
    """Before closing it says when; afterwards all figures that may leave."""
    wave = _wave(pk)
    release = released(wave)
    chosen = request.GET.get("naar", "sector")
    if chosen not in tables.dimension_names():
        raise Http404
    context: dict[str, object] = {"wave": wave, "release": release, "chosen": chosen}
    context["is_elsewhere"] = release is None and is_shown_elsewhere(wave)
    if release:
        definition, language = of_version(wave.questionnaire_version), get_language() or "nl"
        context |= {
            "rows": tables.theme_rows(definition, release.cells, language),
            "split": tables.split(definition, release.cells, chosen, language),
            "help_forms": tables.help_forms(release.cells),
            "dimensions": tables.dimension_names(),
            "organisations": release.cells.get("organisations"),
        }
    return render(request, "surveys/totals/page.html", context)


@allow(Capability.SEE_TOTALS)
def totals_file(_request: MemberRequest, pk: int, kind: str) -> HttpResponse:
    """The published scores as a file; what is hidden is hidden there too."""
    wave = _wave(pk)
    release = released(wave)
    if release is None or kind not in FORMATS:
        raise Http404
    definition, language = of_version(wave.questionnaire_version), get_language() or "nl"
    columns = tables.sheet_columns()
    rows = tables.sheet_rows(definition, release.cells, language)
    if kind == "xlsx":
        data, content_type = xlsx.write(_("Totalen"), columns, rows), xlsx.CONTENT_TYPE
    else:
        flavour = Flavour.DUTCH if kind == "csv-nl" else Flavour.MACHINE
        data, content_type = csv_files.write(columns, rows, flavour), csv_files.CONTENT_TYPE
    name = f"{slugify(wave.title) or 'totalen'}.{kind.partition('-')[0]}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, content_type=content_type, headers=headers)


def _wave(pk: int) -> Wave:
    return get_object_or_404(Wave.objects.select_related("questionnaire_version"), pk=pk)
