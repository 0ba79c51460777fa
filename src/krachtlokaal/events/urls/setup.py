"""Addresses of days: the list, a day, its rooms, parts, workshops and advisers."""

from django.urls import URLPattern, path

from krachtlokaal.events.views import days

_ONE = "evenementen/<int:pk>/"
urlpatterns: list[URLPattern] = [
    path("evenementen/", days.days, name="days"),
    path("evenementen/nieuw/", days.day_new, name="day_new"),
    path(_ONE, days.day, name="day"),
    path(f"{_ONE}wijzigen/", days.day_change, name="day_change"),
]
