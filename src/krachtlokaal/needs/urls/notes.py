"""Addresses of needs surveys: cards and dots of a round table."""

from django.urls import URLPattern, path

from krachtlokaal.needs.views.cards import device, dots, members, notes, totals

_TABLE = "behoeftepeiling/tafel/<int:pk>/"
urlpatterns: list[URLPattern] = [
    # The worker's place is its reach: it serves the pages of note-takers and no others.
    path("notulen/werker.js", device.notes_worker, name="notes_worker"),
    path("notulen/<str:secret>/", notes.notes, name="notes"),
    path("notulen/<str:secret>/kaartjes/", device.notes_cards, name="notes_cards"),
    path("stippen/", dots.dots_code, name="dots_code"),
    path("stippen/<str:secret>/", dots.dots, name="dots"),
    path(f"{_TABLE}kaartjes/", members.table_cards, name="table_cards"),
    path(f"{_TABLE}kaartjes/pdf/", totals.cards_pdf, name="cards_pdf"),
    path(f"{_TABLE}kaartjes/<str:card>/", members.table_card, name="table_card"),
    path(f"{_TABLE}stap/", members.table_step, name="table_step"),
    path(f"{_TABLE}notulist/", members.notes_link, name="notes_link"),
    path(f"{_TABLE}stippen/", totals.table_dots, name="table_dots"),
    path(f"{_TABLE}stippen/papier/", totals.stickers, name="table_stickers"),
]
