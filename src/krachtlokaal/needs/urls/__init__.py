"""Addresses of needs surveys, by subject."""

from krachtlokaal.core.addresses import by_first_word
from krachtlokaal.needs.urls import (
    coding,
    editions,
    field_work,
    notes,
    outcome,
    report,
    surveys,
    tables,
)

app_name = "needs"
urlpatterns = by_first_word(
    [
        *notes.urlpatterns,
        *tables.urlpatterns,
        *field_work.urlpatterns,
        *coding.urlpatterns,
        *outcome.urlpatterns,
        *report.urlpatterns,
        *editions.urlpatterns,
        *surveys.urlpatterns,
    ]
)
