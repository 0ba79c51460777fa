"""What the script of a note-taker's page talks to, and the worker that opens the page offline."""

import hashlib
import json
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from krachtlokaal.accounts.gate import public
from krachtlokaal.needs.forms.cards import from_device
from krachtlokaal.needs.links import NOTES
from krachtlokaal.needs.models import RoundTable
from krachtlokaal.needs.queries import cards as queries
from krachtlokaal.needs.services import cards as services
from krachtlokaal.needs.services.cards import Taken, Typed
from krachtlokaal.needs.views.cards.gate import at_table
from krachtlokaal.surveys.views.limits import limited

# What the page needs without a network; their names change with what is in them.
FILES = (
    "vendor/kl.css",
    "vendor/needs.css",
    "vendor/fira-sans-400.woff2",
    "vendor/fira-sans-600.woff2",
    "js/kl.js",
    "js/notes.js",
    "js/notes_shelf.js",
    "logo.svg",
)


# The secret in the address is the key; no cookie opens this door. A page that comes back from a
# device days later has no fresh token, and what was typed on it must still arrive.
@csrf_exempt
@limited("needs_notes")
@at_table(NOTES)
def notes_cards(request: HttpRequest, table: RoundTable) -> HttpResponse:
    """GET: the cards of this table. POST: {"cards": [...]}, answered one by one, in their order."""
    if request.method in ("GET", "HEAD"):
        return _told(table, [])
    if request.method != "POST":
        return HttpResponseNotAllowed(["GET", "POST"])
    sent = from_device(request.body, table)
    if sent is None:
        words = _("Dit is niet te lezen. Er is niets veranderd.")
        return JsonResponse({"message": words}, status=400)
    taken = iter(services.keep(table=table, typed=[one for one in sent if isinstance(one, Typed)]))
    answers = [_answer(next(taken) if isinstance(one, Typed) else Taken(why=one)) for one in sent]
    table.refresh_from_db(fields=["state", "closed_at"])
    return _told(table, answers)


def _answer(taken: Taken) -> dict[str, object]:
    card = taken.card
    return {
        "ok": not taken.why,
        "why": taken.why,
        "version": card.version if card else 0,
        "theirs": queries.told(taken.theirs) if taken.theirs else None,
    }


def _told(table: RoundTable, answers: list[dict[str, object]]) -> HttpResponse:
    told = {"state": table.state, "answers": answers, "cards": queries.for_device(table)}
    answer = JsonResponse(told)
    answer["Cache-Control"] = "no-store"
    return answer


@public
def notes_worker(_request: HttpRequest) -> HttpResponse:
    """The worker with the names of its files. It reaches no page outside its folder."""
    answer = HttpResponse(_worker(), content_type="text/javascript; charset=utf-8")
    answer["Service-Worker-Allowed"] = "/notulen/"
    answer["Cache-Control"] = "no-cache"
    return answer


@lru_cache(maxsize=1)
def _worker() -> str:
    source = (settings.PACKAGE / "static" / "js" / "notes_worker.js").read_text(encoding="utf-8")
    files = [static(name) for name in FILES]
    mark = hashlib.sha256((source + "".join(files)).encode()).hexdigest()[:12]
    return f"const FILES = {json.dumps(files)};\nconst MARK = {json.dumps(mark)};\n{source}"
