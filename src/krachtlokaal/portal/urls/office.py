"""Jobs, outgoing mail and the demo's mailbox: the office's pages, above the gate's floor."""

from django.urls import path

from krachtlokaal.portal.views import jobs

urlpatterns = [path("taken/", jobs.jobs, name="jobs")]
