"""Jobs, outgoing mail and the demo's mailbox: the office's pages, above the gate's floor."""

from django.urls import path

from krachtlokaal.portal.views import drafts, jobs, post

urlpatterns = [
    path("taken/", jobs.jobs, name="jobs"),
    path("taken/<int:pk>/", jobs.job, name="job"),
    path("taken/<int:pk>/opnieuw/", jobs.job_retry, name="job_retry"),
    path("taken/<int:pk>/bestanden/<int:file_pk>/", jobs.job_file, name="job_file"),
    path("post/uit/", post.outbox, name="outbox"),
    path("post/uit/<int:pk>/", post.outbox_resend, name="outbox_resend"),
    path("postvak/", post.mailbox, name="mailbox"),
    path("postvak/<int:pk>/", post.mail, name="mail"),
    path("concepten/", drafts.draft, name="draft"),
]
