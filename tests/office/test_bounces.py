"""What comes back is told at the mail, in a sentence; what can't be read does no harm."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krachtlokaal.core import guard
from krachtlokaal.office import bounces, outbox
from krachtlokaal.office.enums import MailState
from krachtlokaal.office.models import OutboxMail

OURS = "kl." + "a" * 32 + "@krachtlokaal.example"


def report(message_id: str, *, status: str = "5.1.1", action: str = "failed") -> bytes:
    """A delivery report as mail servers write it (RFC 3464)."""
    return (
        "From: MAILER-DAEMON@mx.example\nSubject: Undelivered Mail Returned to Sender\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
        "--b\n\nI could not deliver your message.\n"
        "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
        f"Final-Recipient: rfc822; sanne@example.org\nAction: {action}\nStatus: {status}\n\n"
        f"--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <{message_id}>\n--b--\n"
    ).encode()


def letter(message_id: str, **headers: str) -> bytes:
    """What an old server writes instead of a report."""
    message = EmailMessage()
    message["From"] = "Postmaster@mx.example"
    message["References"] = f"<{message_id}>"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content("550 5.2.2 mailbox full")
    return message.as_bytes()


@pytest.fixture
def maildir(tmp_path: Path) -> Path:
    for name in ("new", "cur", "tmp"):
        (tmp_path / name).mkdir()
    return tmp_path


def sent(about: tuple[str, int] | None = None) -> OutboxMail:
    mail = outbox.post("job_done", to="sanne@example.org", workspace=7, about=about)
    with guard.system("a mail that left"):
        OutboxMail.objects.filter(pk=mail.pk).update(state=MailState.SENT)
    return mail


def fresh(mail: OutboxMail) -> OutboxMail:
    with guard.system("tests look at every mail"):
        return OutboxMail.objects.get(pk=mail.pk)


@pytest.mark.django_db
def test_a_returned_mail_is_marked_told_and_moved(
    maildir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[int | None, str]] = []
    monkeypatch.setattr(outbox, "_hooks", {})
    outbox.on_problem("test.contact")(lambda mail: told.append((mail.about_id, mail.error)))
    mail = sent(about=("test.contact", 12))
    (maildir / "new" / "1.mx").write_bytes(report(mail.message_id.strip("<>")))
    assert bounces.read(str(maildir)) == 1
    sentence = "Dit mailadres bestaat niet (meer). Vraag de organisatie om een nieuw adres."
    assert (fresh(mail).state, fresh(mail).error) == (MailState.BOUNCED, sentence)
    assert told == [(12, sentence)]
    assert [path.name for path in (maildir / "cur").iterdir()] == ["1.mx:2,S"]
    assert bounces.read(str(maildir)) == 0


@pytest.mark.django_db
def test_bad_files_do_not_stop_the_good_one(maildir: Path) -> None:
    mail = sent()
    new = maildir / "new"
    (new / "1").write_bytes(b"\x00\xff\xfe" * 50)
    (new / "2").write_bytes(b"Content-Type: multipart/report; report-type=delivery-status\n\n--")
    (new / "3").mkdir()
    (new / "4").write_bytes(report("kl." + "f" * 32 + "@elsewhere.example"))
    (new / "5").write_bytes(report(mail.message_id.strip("<>"), status="nonsense"))
    assert bounces.read(str(maildir)) == 1
    assert list(new.iterdir()) == []
    assert fresh(mail).error.startswith("De mail kwam terug.")


@pytest.mark.django_db
def test_no_maildir_is_no_work(tmp_path: Path) -> None:
    assert bounces.read("") == 0
    assert bounces.read(str(tmp_path / "nowhere")) == 0


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (report(OURS), bounces.Bounce(OURS, "5.1.1")),
        (report(OURS, action="delayed", status="4.4.7"), None),
        (report(OURS, action="delivered", status="2.0.0"), None),
        (letter(OURS), bounces.Bounce(OURS, "5.2.2")),
        (letter(OURS, Auto_Submitted="auto-replied"), None),
        (letter("something@else.example"), None),
        (b"From: Sanne <sanne@example.org>\nIn-Reply-To: <" + OURS.encode() + b">\n\nHoi!", None),
        (b"", None),
    ],
)
def test_only_a_final_no_is_a_bounce(raw: bytes, expected: bounces.Bounce | None) -> None:
    assert bounces.recognise(raw) == expected


def test_a_complaint_is_a_bounce() -> None:
    raw = (
        b'Content-Type: multipart/report; report-type=feedback-report; boundary="x"\n\n'
        b"--x\nContent-Type: message/rfc822\n\nMessage-ID: <" + OURS.encode() + b">\n\nHoi\n--x--\n"
    )
    assert bounces.recognise(raw) == bounces.Bounce(OURS, "", is_complaint=True)


@pytest.mark.parametrize("status", ["5.1.1", "5.1.2", "5.2.2", "5.7.1", "4.4.7", "5.9.9", ""])
def test_every_status_has_a_sentence(status: str) -> None:
    assert bounces.reason(bounces.Bounce(OURS, status)).endswith((".", "spamfilter)."))


@given(st.binary(max_size=2000))
def test_no_bytes_break_the_reader(raw: bytes) -> None:
    head = b"Content-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\n"
    bounces.recognise(raw)
    bounces.recognise(head + raw)
