"""Addresses of measuring, by subject."""

from krachtlokaal.core.addresses import by_first_word
from krachtlokaal.surveys.urls import (
    answering,
    field_work,
    managing,
    questionnaires,
    report,
    results,
    totals,
    waves,
    wishes,
)

app_name = "surveys"
# Who answers asks for far more pages than anybody else: hers are looked up first.
urlpatterns = by_first_word(
    [
        *managing.urlpatterns,
        *field_work.urlpatterns,
        *answering.urlpatterns,
        *report.urlpatterns,
        *questionnaires.urlpatterns,
        *waves.urlpatterns,
        *results.urlpatterns,
        *wishes.urlpatterns,
        *totals.urlpatterns,
    ]
)
