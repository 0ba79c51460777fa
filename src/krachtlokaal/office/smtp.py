"""SMTP that knows what the server took, and says it in three words: refused, not taken, unsure."""

import smtplib
from contextlib import suppress
from typing import Any

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends import smtp


class NotDelivered(Exception):  # noqa: N818  # the name of a result
    """A mail did not arrive, or we don't know; `words` are those of the server."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


class Refused(NotDelivered):
    """The server said no for good."""


class NotTaken(NotDelivered):
    """The server did not take the mail; it may be offered again."""


class Unsure(NotDelivered):
    """The line broke between handing over the text and the server's answer."""


class Connection(smtplib.SMTP):
    """Remembers whether a text is under way: from the server's 'go ahead' until its next answer."""

    is_text_under_way = False

    def getreply(self) -> tuple[int, bytes]:
        code, words = super().getreply()
        self.is_text_under_way = code == 354
        return code, words


class Backend(smtp.EmailBackend):
    """Django's SMTP with our connection; says by one of three exceptions what went wrong."""

    connection: Any

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return Connection

    def open(self) -> bool | None:
        try:
            return super().open()
        except (OSError, smtplib.SMTPException) as error:
            raise NotTaken(_words(error)) from error

    def _send(self, email_message: EmailMessage) -> bool:
        try:
            return bool(super()._send(email_message))  # type: ignore[misc]  # the stubs leave it out
        except (OSError, smtplib.SMTPException) as error:
            raise _verdict(error, self.connection) from error


def hand_over(message: EmailMessage) -> None:
    """Give a mail to the configured backend; raises one of the three when it did not arrive."""
    backend = get_connection()
    backend.open()
    try:
        backend.send_messages([message])
    finally:
        # The mail is with the server by now: a bad good-bye changes nothing.
        with suppress(OSError, smtplib.SMTPException):
            backend.close()


def _verdict(error: Exception, connection: Connection | None) -> NotDelivered:
    code = _code(error)
    if code >= 500:
        return Refused(_words(error))
    if code == 0 and connection is not None and connection.is_text_under_way:
        return Unsure(_words(error))
    return NotTaken(_words(error))


def _code(error: Exception) -> int:
    """The answer's number; 0 when there was no answer."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return max((code for code, _ in error.recipients.values()), default=0)
    if isinstance(error, smtplib.SMTPResponseException):
        return max(0, error.smtp_code)
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return 550
    return 0


def _words(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        answers = error.recipients.values()
        return "; ".join(f"{code} {_plain(words)}" for code, words in answers)[:500]
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_plain(error.smtp_error)}"[:500]
    return str(error)[:500] or type(error).__name__


def _plain(words: bytes | str) -> str:
    return words.decode("utf-8", "replace") if isinstance(words, bytes) else words
