"""Addresses of who answers by a personal link or the open link."""

from django.urls import URLPattern, path

from krachtlokaal.surveys.views.answering import colleagues, contact, entry, facts, pages, sending

urlpatterns: list[URLPattern] = [
    path("meting/zelf/", entry.self_start, name="self_start"),
    path("meting/open/<str:secret>/", entry.open_entry, name="open_entry"),
    path("meting/<str:secret>/", pages.start, name="answer_start"),
    path("meting/<str:secret>/gegevens/", facts.facts, name="answer_facts"),
    path("meting/<str:secret>/onderwerp/<str:key>/", pages.page, name="answer_page"),
    path("meting/<str:secret>/toestemming/", contact.contact, name="answer_contact"),
    path("meting/<str:secret>/nakijken/", sending.check, name="answer_check"),
    path("meting/<str:secret>/versturen/", sending.send, name="answer_send"),
    path("meting/<str:secret>/bewaren/", sending.keep, name="answer_keep"),
    path("meting/<str:secret>/collegas/", colleagues.colleagues, name="colleagues"),
]
