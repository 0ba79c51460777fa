"""What a monitor asks every minute: is everything running? Yes or no, never how much of what."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from krachtlokaal.accounts.gate import public
from krachtlokaal.portal.installation import ALIVE

RUNNING, STOPPED = 200, 503


@never_cache
@public
def health(_request: HttpRequest) -> HttpResponse:
    """Without a database this page can't answer: the monitor then gets an error, which is right."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(last_heartbeat) FROM procrastinate_workers")
        row = cursor.fetchone()
    works = bool(row and row[0] and timezone.now() - row[0] < ALIVE)
    lines = ["web: goed", "database: goed", f"worker: {'goed' if works else 'staat stil'}"]
    text = "\n".join(lines) + "\n"
    return HttpResponse(text, "text/plain; charset=utf-8", RUNNING if works else STOPPED)
