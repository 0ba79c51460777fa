"""Addresses of waves: making, opening, extending, closing."""

from django.urls import URLPattern, path

from krachtlokaal.surveys.views import wave_steps as steps
from krachtlokaal.surveys.views import wave_words as words
from krachtlokaal.surveys.views import waves as views

urlpatterns: list[URLPattern] = [
    path("krachtmeting/", views.waves, name="waves"),
    path("krachtmeting/nieuw/", steps.wave_new, name="wave_new"),
    path("krachtmeting/<int:pk>/", views.wave, name="wave"),
    path("krachtmeting/<int:pk>/wie/", steps.wave_who, name="wave_who"),
    path("krachtmeting/<int:pk>/hoe/", steps.wave_how, name="wave_how"),
    path("krachtmeting/<int:pk>/tekst/", words.wave_words, name="wave_words"),
    path("krachtmeting/<int:pk>/voorbeeld/", words.wave_preview, name="wave_preview"),
    path("krachtmeting/<int:pk>/proef/", words.wave_try, name="wave_try"),
    path("krachtmeting/<int:pk>/afzender/", steps.wave_sender, name="wave_sender"),
    path("krachtmeting/<int:pk>/openen/", steps.wave_open, name="wave_open"),
    path("krachtmeting/<int:pk>/terugnemen/", views.wave_take_back, name="wave_take_back"),
    path("krachtmeting/<int:pk>/verlengen/", views.wave_extend, name="wave_extend"),
    path("krachtmeting/<int:pk>/sluiten/", views.wave_close, name="wave_close"),
    path("krachtmeting/<int:pk>/afgelasten/", views.wave_call_off, name="wave_call_off"),
]
