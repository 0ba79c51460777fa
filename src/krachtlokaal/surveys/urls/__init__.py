"""Addresses of measuring, by subject."""

from krachtlokaal.surveys.urls import (
    answering,
    field_work,
    managing,
    questionnaires,
    results,
    totals,
    waves,
)

app_name = "surveys"
urlpatterns = [
    *questionnaires.urlpatterns,
    *waves.urlpatterns,
    *field_work.urlpatterns,
    *results.urlpatterns,
    *totals.urlpatterns,
    *answering.urlpatterns,
    *managing.urlpatterns,
]
