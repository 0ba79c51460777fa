"""Addresses of organisations; the page of one organisation stands in the portal."""

from django.urls import path

from krachtlokaal.register.views import (
    contacts,
    exports,
    facts,
    maps,
    notes,
    organisations,
    proposals,
    selections,
)

urlpatterns = [
    path("organisaties/", organisations.organisation_list, name="list"),
    path("organisaties/kiezen/", organisations.choose, name="choose"),
    path("organisaties/kaart/", maps.organisation_map, name="map"),
    path("organisaties/nieuw/", facts.create, name="create"),
    path("organisaties/bestand/", exports.export, name="export"),
    path("organisaties/label/", notes.tag_organisations, name="tag_organisations"),
    path("organisaties/selecties/", selections.selections, name="selections"),
    path("organisaties/selecties/nieuw/", selections.selection_new, name="selection_new"),
    path("organisaties/selecties/<int:pk>/", selections.selection_change, name="selection_change"),
    path(
        "organisaties/selecties/<int:pk>/weg/",
        selections.selection_remove,
        name="selection_remove",
    ),
    path("organisaties/voorstellen/", proposals.proposals, name="proposals"),
    path("organisaties/voorstellen/<int:pk>/", proposals.proposal, name="proposal"),
    path("organisaties/<int:pk>/wijzigen/", facts.change, name="change"),
    path("organisaties/<int:pk>/gestopt/", facts.end, name="end"),
    path("organisaties/<int:pk>/hervat/", facts.restart, name="restart"),
    path("organisaties/<int:pk>/bevestigen/", facts.confirm, name="confirm"),
    path("organisaties/<int:pk>/contacten/nieuw/", contacts.contact_new, name="contact_new"),
    path("organisaties/<int:pk>/notities/nieuw/", notes.note_new, name="note_new"),
    path("organisaties/<int:pk>/labels/nieuw/", notes.tag_add, name="tag_add"),
    path("organisaties/<int:pk>/labels/<int:tag>/weg/", notes.tag_remove, name="tag_remove"),
    path("contacten/<int:pk>/", contacts.contact_change, name="contact_change"),
    path("contacten/<int:pk>/gestopt/", contacts.contact_end, name="contact_end"),
    path("contacten/<int:pk>/hervat/", contacts.contact_restart, name="contact_restart"),
    path("notities/<int:pk>/weg/", notes.note_remove, name="note_remove"),
]
