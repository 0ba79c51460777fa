"""Addresses of advice cases."""

from krachtlokaal.advice.urls import cases
from krachtlokaal.core.addresses import by_first_word

app_name = "advice"
urlpatterns = by_first_word([*cases.urlpatterns])
