"""Addresses of needs surveys: the list, and one from its first idea to its report."""

from django.urls import URLPattern, path

from krachtlokaal.needs.views import survey_states as states
from krachtlokaal.needs.views import survey_steps as steps
from krachtlokaal.needs.views import survey_waves as waves
from krachtlokaal.needs.views import surveys as views

_ONE = "behoeftepeiling/<int:pk>/"
urlpatterns: list[URLPattern] = [
    path("behoeftepeiling/", views.surveys, name="surveys"),
    path("behoeftepeiling/nieuw/", steps.survey_new, name="survey_new"),
    path(_ONE, views.survey, name="survey"),
    path(f"{_ONE}gebied/", steps.survey_area, name="survey_area"),
    path(f"{_ONE}opzet/", steps.survey_plan, name="survey_plan"),
    path(f"{_ONE}metingen/", waves.survey_waves, name="survey_waves"),
    path(f"{_ONE}metingen/koppelen/", waves.survey_wave_attach, name="survey_wave_attach"),
    path(f"{_ONE}metingen/loskoppelen/", waves.survey_wave_detach, name="survey_wave_detach"),
    path(f"{_ONE}beginnen/", steps.survey_freeze, name="survey_freeze"),
    path(f"{_ONE}populatie/", steps.population, name="population"),
    path(f"{_ONE}sluiten/", states.survey_close, name="survey_close"),
    path(f"{_ONE}weggooien/", states.survey_remove, name="survey_remove"),
    path(f"{_ONE}vervolg/", states.survey_repeat, name="survey_repeat"),
]
