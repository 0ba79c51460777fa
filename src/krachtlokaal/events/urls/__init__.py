"""Addresses of event days, by subject."""

from krachtlokaal.core.addresses import by_first_word
from krachtlokaal.events.urls import (
    after,
    consultations,
    door,
    networking,
    placement,
    programme,
    public,
    registrations,
    setup,
)

app_name = "events"
urlpatterns = by_first_word(
    [
        *public.urlpatterns,
        *registrations.urlpatterns,
        *programme.urlpatterns,
        *door.urlpatterns,
        *after.urlpatterns,
        *placement.urlpatterns,
        *consultations.urlpatterns,
        *networking.urlpatterns,
        *setup.urlpatterns,
    ]
)
