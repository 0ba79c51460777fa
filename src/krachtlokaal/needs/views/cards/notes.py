"""The page on which a note-taker types: one statement a card, with or without script."""

from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from krachtlokaal.needs.enums import TableState
from krachtlokaal.needs.forms.cards import BATCH, CardForm, starting
from krachtlokaal.needs.links import NOTES
from krachtlokaal.needs.models import Card, RoundTable
from krachtlokaal.needs.queries import cards as queries
from krachtlokaal.needs.services import cards as services
from krachtlokaal.needs.views.cards.gate import at_table
from krachtlokaal.office import links
from krachtlokaal.register.views.gone import friendly
from krachtlokaal.surveys.views.limits import limited

SHELL = "schil"  # the same page without what others typed, for a device to keep


@limited("needs_notes")
@friendly
@at_table(NOTES)
def notes(request: HttpRequest, table: RoundTable) -> HttpResponse:
    """Typing, and the cards of this table. The script sends to `device.notes_cards` instead."""
    if request.method != "POST":
        return _page(request, table, _form(request, table))
    form = CardForm(table, request.POST)
    if request.POST.get("deed") == "weg":
        _drop(form, table)
        return redirect(_address(table))
    if not form.is_valid():
        return _page(request, table, form, status=422)
    [taken] = services.keep(table=table, typed=[form.typed()])
    if not taken.why:
        return redirect(f"{_address(table)}?vraag={form.cleaned_data['question'] or 0}")
    if taken.theirs:
        form.data = form.data.copy()  # type: ignore[attr-defined]  # the POST of a request
        form.data["version"] = str(taken.theirs.version)  # type: ignore[index]  # the copy may be changed
    form.add_error(None, taken.why)
    return _page(request, table, form, theirs=taken.theirs, status=422)


def _form(request: HttpRequest, table: RoundTable) -> CardForm:
    """A new card at the question of the last one, or the card that is to be changed."""
    if card := _asked(request, table):
        return CardForm(table, initial=starting(card))
    asked = request.GET.get("vraag", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 3 else 0
    return CardForm(table, initial={"id": uuid4(), "version": 0, "question": number})


def _asked(request: HttpRequest, table: RoundTable) -> Card | None:
    try:
        key = UUID(request.GET.get("kaartje", ""))
    except ValueError:
        return None
    return queries.of_table(table).filter(pk=key).first()


def _drop(form: CardForm, table: RoundTable) -> None:
    """Without its text: only which card, and which version of it was seen."""
    form.full_clean()
    key, version = form.cleaned_data.get("id"), form.cleaned_data.get("version")
    if key is not None and version is not None:
        services.keep(
            table=table, typed=[services.Typed(id=key, text="", version=version, is_dropped=True)]
        )


def _address(table: RoundTable) -> str:
    if table.notes_link is None:
        raise Http404  # the gate came by it: it can't be
    return reverse("needs:notes", args=[links.token(table.notes_link)])


def _page(
    request: HttpRequest,
    table: RoundTable,
    form: CardForm,
    *,
    theirs: Card | None = None,
    status: int = 200,
) -> HttpResponse:
    is_shell = SHELL in request.GET
    is_done = table.state in (TableState.DONE, TableState.CALLED_OFF)
    hides = is_shell or is_done
    context = {
        "table": table,
        "place": table.workspace.name,
        "form": form,
        "theirs": theirs,
        "is_change": bool(form["version"].value() not in (0, "0", None)),
        "guide": queries.numbered(table.guide),
        "cards": [] if hides else list(queries.of_table(table).reverse()),
        "count": queries.of_table(table).count(),
        "is_done": is_done,
        "until": queries.until(table),
        "why_not": queries.why_not(table),
        "address": _address(table),
        "box": table.notes_link_id,
        "longest": queries.LONGEST,
        "batch": BATCH,
    }
    answer = render(request, "needs/notes/notes.html", context, status=status)
    # What others typed stays in no cache of a device; the worker keeps the shell alone.
    answer["Cache-Control"] = "no-store"
    return answer
