"""Addresses of who answered: her report, that of all together, and what she does there."""

from django.urls import path

from krachtlokaal.surveys.views.report import deeds, files, pages

urlpatterns = [
    path("meting/<str:secret>/uitkomst/", pages.report, name="report"),
    path("meting/<str:secret>/uitkomst/pdf/", files.report_pdf, name="report_pdf"),
    path("meting/<str:secret>/uitkomst/bellen/", deeds.ask_call, name="ask_call"),
    path("meting/<str:secret>/uitkomst/delen/", deeds.share, name="share"),
    path("meting/<str:secret>/uitkomst/verwijderen/", deeds.withdraw, name="withdraw"),
    path("meting/<str:secret>/uitkomst/beheer/", deeds.become_manager, name="become_manager"),
    path("meting/<str:secret>/samen/", pages.together, name="report_together"),
    path("meting/<str:secret>/samen/pdf/", files.together_pdf, name="together_pdf"),
]
