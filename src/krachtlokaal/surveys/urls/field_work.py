"""Addresses of field work: who answered, who is to be called, letters, answers on paper."""

from django.urls import URLPattern, path

from krachtlokaal.surveys.views import field_work as views
from krachtlokaal.surveys.views import letters, public

_CALL = "krachtmeting/<int:pk>/veldwerk/bellen/<int:measurement>/"

urlpatterns: list[URLPattern] = [
    path("krachtmeting/<int:pk>/veldwerk/", views.field_work, name="field_work"),
    path("krachtmeting/<int:pk>/veldwerk/bellen/", views.calls, name="calls"),
    path("krachtmeting/<int:pk>/veldwerk/bestand/", views.call_list_file, name="call_list_file"),
    path(_CALL, views.call, name="call"),
    path(f"{_CALL}uitnodigen/", views.invite_again, name="invite_again"),
    path(f"{_CALL}papier/", views.paper, name="paper"),
    path("krachtmeting/<int:pk>/brieven/", letters.letters, name="letters"),
    path("krachtmeting/<int:pk>/vragenlijst/", letters.blank, name="blank"),
    path("krachtmeting/<int:pk>/open-link/", letters.open_link, name="open_link"),
    path("krachtmeting/<int:pk>/open-link/<int:entry>/", letters.entry_decide, name="entry_decide"),
    path("meting/", public.code, name="code"),
    path("meting/echt/", public.real, name="real"),
    path("meting/kwijt/", public.lost, name="lost"),
    path("meting/afmelden/<str:secret>/", public.opt_out, name="opt_out"),
    path("meting/hoort-erbij/<str:secret>/", public.entry, name="entry"),
]
