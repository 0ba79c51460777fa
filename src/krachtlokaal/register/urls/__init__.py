"""Addresses of the register, by subject."""

from krachtlokaal.register.urls import (
    checks,
    duplicates,
    imports,
    mailings,
    organisations,
    successions,
)

app_name = "register"
urlpatterns = [
    *organisations.urlpatterns,
    *imports.urlpatterns,
    *duplicates.urlpatterns,
    *mailings.urlpatterns,
    *checks.urlpatterns,
    *successions.urlpatterns,
]
