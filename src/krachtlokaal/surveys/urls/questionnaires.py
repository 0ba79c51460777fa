"""Addresses of questionnaires and their versions."""

from django.urls import URLPattern, path

from krachtlokaal.surveys.views import questionnaire_drafts as drafts
from krachtlokaal.surveys.views import questionnaire_states as states
from krachtlokaal.surveys.views import questionnaires as views

_ONE = "vragenlijsten/<int:pk>/"
urlpatterns: list[URLPattern] = [
    path("vragenlijsten/", views.questionnaires, name="questionnaires"),
    path("vragenlijsten/nieuw/", views.questionnaire_new, name="questionnaire_new"),
    path(_ONE, views.questionnaire, name="questionnaire"),
    path(f"{_ONE}yaml/", views.questionnaire_file, name="questionnaire_file"),
    path(f"{_ONE}verschil/<int:other>/", views.questionnaire_compare, name="questionnaire_compare"),
    path(f"{_ONE}teksten/", drafts.questionnaire_texts, name="questionnaire_texts"),
    path(f"{_ONE}teksten/voorbeeld/", drafts.questionnaire_preview, name="questionnaire_preview"),
    path(f"{_ONE}bestand/", drafts.questionnaire_replace, name="questionnaire_replace"),
    path(f"{_ONE}publiceren/", states.questionnaire_publish, name="questionnaire_publish"),
    path(f"{_ONE}uit-gebruik/", states.questionnaire_retire, name="questionnaire_retire"),
    path(f"{_ONE}weggooien/", states.questionnaire_discard, name="questionnaire_discard"),
    path(f"{_ONE}nieuwe-versie/", states.questionnaire_next, name="questionnaire_next"),
]
