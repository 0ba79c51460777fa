"""What the office asks of the floors above it: where a user gets the mail about her job, and what
each kind of mail is called on the page of outgoing mail."""

from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.models import User
from krachtlokaal.office import jobs, outbox


@jobs.addresses
def address(user: int) -> jobs.Addressee | None:
    found = User.objects.filter(pk=user, is_active=True).first()
    return jobs.Addressee(found.email, found.name, found.language) if found else None


outbox.names(
    {
        "fact_check": _("Klopt dit nog?"),
        "fact_check_reminder": _("Klopt dit nog? Herinnering"),
        "geen-account": _("Inloggen zonder account"),
        "inlogcode": _("Inlogcode"),
        "mailing": _("Mailing"),
        "proposal_decided": _("Besluit over een voorstel"),
        "sleutel-gewijzigd": _("Tweede sleutel gewijzigd"),
        "sleutel-vergeten": _("Tweede sleutel weggehaald"),
        "succession_asked": _("Bestuurswissel: vraag aan de opvolger"),
        "succession_declined": _("Bestuurswissel: opvolger zegt nee"),
        "succession_declined_told": _("Bestuurswissel: opvolger zegt nee"),
        "succession_done": _("Bestuurswissel: overgedragen"),
        "succession_welcome": _("Bestuurswissel: welkom"),
        "uitnodiging": _("Uitnodiging"),
    }
)
