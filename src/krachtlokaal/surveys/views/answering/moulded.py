"""A page of questions as nearly everybody gets it: drawn once a process, filled for who came.

What stands in the mould is the same for all who answer this version in this language; a test draws
the same page with and without it.
"""

from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from krachtlokaal.surveys.pages import Body
from krachtlokaal.surveys.pages.moulds import Mould, place
from krachtlokaal.surveys.queries import definitions
from krachtlokaal.surveys.queries.answering import PERSON, Desk
from krachtlokaal.surveys.views.answering import frame

_KEPT = 500


@dataclass(frozen=True)
class Shape:
    """All that the fixed part of a page depends on."""

    version: int
    variant: str
    key: str
    language: str
    tongues: tuple[frame.Tongue, ...]
    is_kept: bool
    is_demo: bool


def show(request: HttpRequest, desk: Desk, key: str, body: Body, seen: str) -> HttpResponse:
    """The page without errors, boxes or anything else that only some get."""
    version, variant, language = (
        desk.wave.questionnaire_version_id,
        desk.wave.variant,
        frame.language(),
    )
    tongues, is_kept = tuple(frame.tongues(desk)), bool(desk.content)
    shape = Shape(version, variant, key, language, tongues, is_kept, settings.DEMO)
    return HttpResponse(
        _mould(shape, body.head).fill(
            secret=desk.secret,
            box=desk.box,
            token=get_token(request),
            here=request.get_full_path(),
            seen=seen,
            body=body.fill(desk.content, words=frame.words(desk)),
        )
    )


@lru_cache(maxsize=_KEPT)
def _mould(shape: Shape, head: SafeString) -> Mould:
    definition = definitions.of_published(shape.version)
    context = {
        "secret": place("secret"),
        "desk": {"content": shape.is_kept, "box": place("box")},
        "csrf_token": place("token"),
        "request": {"get_full_path": place("here")},
        "seen": place("seen"),
        "body": place("body"),
        "head": head,
        "place": definition.title.into(shape.language),
        "where": frame.place_in(definition, shape.variant, shape.key),
        "is_person": shape.key == PERSON,
        "tongues": shape.tongues,
        "demo": shape.is_demo,
    }
    return Mould.cast(render_to_string("surveys/answering/page.html", context))
