"""Addresses of measuring, by subject."""

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
urlpatterns = [
    *questionnaires.urlpatterns,
    *waves.urlpatterns,
    *field_work.urlpatterns,
    *results.urlpatterns,
    *wishes.urlpatterns,
    *totals.urlpatterns,
    *managing.urlpatterns,
    *report.urlpatterns,
    *answering.urlpatterns,
]
