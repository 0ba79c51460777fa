"""Refuse an upload that is too large while it comes in: nothing of it is kept, not even on disk."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler
from django.http import HttpRequest

# What the other fields of a form and the dividers between them may add to the file.
_AROUND_THE_FILE = 1024 * 1024


@dataclass(frozen=True)
class Refused:
    """A file that was too large to take."""

    name: str
    size: int


class LimitedUploadHandler(TemporaryFileUploadHandler):
    """Lets the rest of the form through, so that the page can say what is wrong with the file.

    What is known of a refused file stands in `request.refused_upload`.
    """

    too_large = 0

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401,ARG002 Django's signature
        content_length = int(args[2])
        if content_length > settings.UPLOAD_MAX_BYTES + _AROUND_THE_FILE:
            self.too_large = content_length

    def new_file(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 the same
        if self.too_large:
            raise self._refused(self.too_large, str(args[1]))
        super().new_file(*args, **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) > settings.UPLOAD_MAX_BYTES:
            raise self._refused(start + len(raw_data), self.file_name or "")
        super().receive_data_chunk(raw_data, start)

    def _refused(self, size: int, name: str) -> SkipFile:
        if self.request is not None:
            self.request.refused_upload = Refused(name, size)  # type: ignore[attr-defined]  # read by refused_upload
        return SkipFile()


def refused_upload(request: HttpRequest) -> Refused | None:
    """The file of this request that was too large to take."""
    return getattr(request, "refused_upload", None)
