"""Files that somebody takes along: made when they are asked for, kept nowhere on the way."""

from django.http import HttpResponse


def attachment(data: bytes, content_type: str, name: str) -> HttpResponse:
    """The file under this name. It may hold names or secrets, so no browser or proxy keeps it."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
    }
    return HttpResponse(data, content_type=content_type, headers=headers)
