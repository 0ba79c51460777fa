"""A mail as it leaves: made at delivery from template, values and link, and kept nowhere."""

from dataclasses import dataclass, field
from email.utils import formataddr, parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template import Context, TemplateDoesNotExist, engines
from django.urls import reverse
from django.utils import translation

from krachtlokaal.office import links
from krachtlokaal.office.models import OutboxMail


@dataclass(frozen=True)
class Paragraph:
    """A piece of a text; one that is an address and nothing else becomes a button."""

    text: str

    @property
    def is_link(self) -> bool:
        return self.text.startswith(("https://", "http://")) and not set(self.text) & set(" \n")


class LinkGone(Exception):  # noqa: N818  # reads as what happened
    """The personal link of this mail was withdrawn or used up before the mail left."""


@dataclass
class Letter:
    """Subject, text, page and headers of one mail."""

    subject: str
    text: str
    html: str
    headers: dict[str, str] = field(default_factory=dict)


def message(mail: OutboxMail) -> EmailMultiAlternatives:
    """The mail as Django's mail connection takes it."""
    letter = write(mail)
    name, address = parseaddr(settings.MAIL_FROM)
    owner = str(mail.context.get("from_name", ""))
    sender = formataddr((f"{owner} via {name}", address)) if owner else settings.MAIL_FROM
    reply_to = [str(mail.context["reply_to"])] if mail.context.get("reply_to") else None
    done = EmailMultiAlternatives(
        letter.subject,
        letter.text,
        sender,
        [formataddr((mail.to_name, mail.to)) if mail.to_name else mail.to],
        headers=letter.headers
        | {"Message-ID": mail.message_id, "Auto-Submitted": "auto-generated"},
        reply_to=reply_to,
    )
    done.attach_alternative(letter.html, "text/html")
    done.message()  # refuses what can't stand in a header before anything is sent
    return done


def write(mail: OutboxMail) -> Letter:
    """Render the mail in its own language."""
    with translation.override(mail.language):
        values = _values(mail)
        subject, _, text = _text(mail.template, values).strip().partition("\n")
        subject, text = " ".join(subject.split()), text.strip() + "\n"
        html = _html(mail.template, values | {"subject": subject, "text": text})
    return Letter(subject, text, html, _headers(values))


def _values(mail: OutboxMail) -> dict[str, Any]:
    values = {**mail.context, "to_name": mail.to_name, "base_url": settings.BASE_URL}
    if mail.link is None:
        return values
    if mail.link.revoked_at or mail.link.nonce is None:
        raise LinkGone
    token = links.token(mail.link)
    values["token"] = token
    for name, key in (("link_to", "link_url"), ("unsubscribe", "unsubscribe_url")):
        if address := mail.context.get(name):
            values[key] = settings.BASE_URL + reverse(address, args=[token])
    return values


def _text(template: str, values: dict[str, Any]) -> str:
    # A text has no tags, so nothing in it is escaped.
    found = engines["django"].engine.get_template(f"mail/{template}.txt")  # type: ignore[attr-defined]  # only Django's own engine is configured
    return str(found.render(Context(values, autoescape=False)))


def _html(template: str, values: dict[str, Any]) -> str:
    """The page of the mail; without a template of its own the text in the common layout."""
    try:
        found = engines["django"].get_template(f"mail/{template}.html")
    except TemplateDoesNotExist:
        found = engines["django"].get_template("mail/base.html")
    pieces = (piece.strip() for piece in values["text"].split("\n\n"))
    return found.render(values | {"paragraphs": [Paragraph(piece) for piece in pieces if piece]})


def _headers(values: dict[str, Any]) -> dict[str, str]:
    if not (address := values.get("unsubscribe_url")):
        return {}
    headers = {"List-Unsubscribe": f"<{address}>"}
    if values.get("one_click"):
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers
