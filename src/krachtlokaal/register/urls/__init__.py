"""Addresses of the register, by subject."""

from krachtlokaal.register.urls import duplicates, imports, mailings, organisations

app_name = "register"
urlpatterns = [
    *organisations.urlpatterns,
    *imports.urlpatterns,
    *duplicates.urlpatterns,
    *mailings.urlpatterns,
]
