"""Addresses of measuring, by subject."""

from krachtlokaal.surveys.urls import (
    answering,
    field_work,
    managing,
    questionnaires,
    results,
    waves,
)

app_name = "surveys"
urlpatterns = [
    *questionnaires.urlpatterns,
    *waves.urlpatterns,
    *field_work.urlpatterns,
    *results.urlpatterns,
    *answering.urlpatterns,
    *managing.urlpatterns,
]
