"""Addresses of round tables, their guests, and the pages of a guest who came by her link."""

from django.urls import URLPattern, path

from krachtlokaal.needs.views import guests, rsvp, table_papers, tables

_SURVEY = "behoeftepeiling/<int:pk>/tafels/"
_TABLE = "behoeftepeiling/tafel/<int:pk>/"
_GUEST = f"{_TABLE}gast/<int:guest>/"
_LINK = "ronde-tafel/<str:secret>/"
urlpatterns: list[URLPattern] = [
    path(_SURVEY, tables.tables, name="tables"),
    path(f"{_SURVEY}nieuw/", tables.table_new, name="table_new"),
    path(_TABLE, tables.table, name="table"),
    path(f"{_TABLE}wijzigen/", tables.table_change, name="table_change"),
    path(f"{_TABLE}afgelasten/", tables.table_call_off, name="table_call_off"),
    path(f"{_TABLE}voorstel/", guests.propose, name="table_propose"),
    path(f"{_TABLE}toevoegen/", guests.add, name="guest_add"),
    path(f"{_TABLE}uitnodigen/", guests.invite, name="table_invite"),
    path(f"{_TABLE}aanwezig/", guests.attendance, name="table_attendance"),
    path(_GUEST, guests.guest, name="guest"),
    path(f"{_GUEST}weg/", guests.remove, name="guest_remove"),
    path(f"{_TABLE}leidraad.pdf", table_papers.guide_pdf, name="table_guide_pdf"),
    path(f"{_TABLE}aanwezig.pdf", table_papers.attendance_pdf, name="table_attendance_pdf"),
    path(f"{_TABLE}brieven/", table_papers.letters, name="table_letters"),
    path("ronde-tafel/", rsvp.code, name="guest_code"),
    path(_LINK, rsvp.rsvp, name="rsvp"),
    path(f"{_LINK}agenda.ics", rsvp.calendar, name="rsvp_calendar"),
    path(f"{_LINK}afmelden/", rsvp.opt_out, name="guest_opt_out"),
]
