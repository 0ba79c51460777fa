"""Addresses of a workspace, its colleagues and its log."""

from django.urls import path

from krachtlokaal.accounts.views import invitations, log, members, workspace

urlpatterns = [
    path("werkruimte/", workspace.workspace, name="workspace"),
    path("werkruimte/gegevens/", workspace.details, name="details"),
    path("werkruimte/gebied/", workspace.areas, name="areas"),
    path("werkruimte/wissel/", workspace.switch, name="switch"),
    path("werkruimte/logboek/", log.log, name="log"),
    path("werkruimte/collegas/", members.members, name="members"),
    path("werkruimte/collegas/uitnodigen/", invitations.invite, name="invite"),
    path("werkruimte/collegas/<int:pk>/rol/", members.role, name="role"),
    path("werkruimte/collegas/<int:pk>/einde/", members.end, name="end"),
    path("werkruimte/collegas/<int:pk>/sleutel/", members.reset_key, name="reset_key"),
    path("werkruimte/uitnodigingen/<int:pk>/opnieuw/", invitations.send_again, name="send_again"),
    path("werkruimte/uitnodigingen/<int:pk>/intrekken/", invitations.withdraw, name="withdraw"),
    path("uitnodiging/<str:secret>/", invitations.invitation, name="invitation"),
]
