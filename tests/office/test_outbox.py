"""Mail leaves once, never unseen, and what did not arrive is said."""

import email
import email.policy
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from krachtlokaal.core import guard
from krachtlokaal.office import delivery, jobs, links, outbox
from krachtlokaal.office.enums import MailState
from krachtlokaal.office.models import MailboxMessage, OutboxMail
from tests.office import servers
from tests.office.processes import wait_until, worker

WORKSPACE = 7
Use = Callable[[servers.Server], Any]


@pytest.fixture(autouse=True)
def template(settings: Settings) -> None:
    """One template of our own."""
    own = Path(__file__).parent / "templates"
    first = settings.TEMPLATES[0]
    settings.TEMPLATES = [{**first, "DIRS": [own, *first["DIRS"]]}]
    settings.EMAIL_BACKEND = "krachtlokaal.office.mailbox.Backend"


@pytest.fixture
def through(settings: Settings) -> Use:
    """Mail goes through a real server."""

    @contextmanager
    def use(server: servers.Server) -> Iterator[None]:
        with servers.serving(server) as port:
            settings.EMAIL_BACKEND = "krachtlokaal.office.smtp.Backend"
            settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
            yield

    return use


def post(**changes: Any) -> OutboxMail:
    values: dict[str, Any] = {
        "to": "sanne@example.org",
        "to_name": "Sanne",
        "context": {"subject_part": "uw club", "body": "Tom & Jerry"},
        "workspace": WORKSPACE,
    }
    return outbox.post("proef", **{**values, **changes})


def state(mail: OutboxMail) -> tuple[str, str]:
    mail = fresh(mail)
    return mail.state, mail.error


def fresh(mail: OutboxMail) -> OutboxMail:
    with guard.system("tests look at every mail"):
        return OutboxMail.objects.get(pk=mail.pk)


@pytest.mark.django_db
def test_a_mail_arrives_in_the_mailbox_as_text_and_page() -> None:
    mail = post()
    jobs.run_waiting()
    arrived = MailboxMessage.objects.get()
    assert (arrived.to, arrived.subject) == ("sanne@example.org", "Dag Sanne: uw club")
    assert arrived.text == "Uw tekst: Tom & Jerry\n"
    assert "Uw tekst: Tom &amp; Jerry" in arrived.html
    assert fresh(mail).state == MailState.SENT
    assert fresh(mail).sent_at is not None


@pytest.mark.django_db
def test_a_mail_of_a_deed_that_is_undone_never_existed() -> None:
    class UndoneError(Exception):
        pass

    def deed() -> None:
        with transaction.atomic():
            post()
            raise UndoneError

    with pytest.raises(UndoneError):
        deed()
    assert jobs.run_waiting() == 0


@pytest.mark.django_db
def test_the_secret_of_a_link_is_only_in_the_mail() -> None:
    with guard.workspaces(WORKSPACE):
        link = links.create("proef", workspace=WORKSPACE)
        mail = post(link=link)
    jobs.run_waiting()
    assert links.token(link) in MailboxMessage.objects.get().text
    assert links.token(link) not in str(fresh(mail).context)


@pytest.mark.django_db
def test_a_mail_whose_link_was_withdrawn_is_not_sent() -> None:
    with guard.workspaces(WORKSPACE):
        link = links.create("proef", workspace=WORKSPACE)
        mail = post(link=link)
    links.revoke(link)
    jobs.run_waiting()
    assert state(mail) == (MailState.CANCELLED, "De link in deze mail is ingetrokken.")
    assert not MailboxMessage.objects.exists()


@pytest.mark.django_db
def test_a_sign_in_code_is_wiped_when_it_left() -> None:
    mail = post(workspace=None, secret=True)
    assert fresh(mail).context != {}
    jobs.run_waiting()
    assert (fresh(mail).state, fresh(mail).context) == (MailState.SENT, {})


@pytest.mark.django_db
def test_a_sign_in_code_that_is_late_is_dropped() -> None:
    mail = post(workspace=None, secret=True)
    with guard.system("an old mail"):
        OutboxMail.objects.update(created_at=timezone.now() - timedelta(hours=1))
    jobs.run_waiting()
    assert state(mail) == (MailState.CANCELLED, "De code in deze mail was verlopen.")
    assert fresh(mail).context == {}


@pytest.mark.django_db
def test_a_template_that_is_missing_is_said_with_a_number(
    caplog: pytest.LogCaptureFixture,
) -> None:
    mail = outbox.post("nergens", to="a@example.org", workspace=WORKSPACE)
    jobs.run_waiting()
    kind, words = state(mail)
    assert kind == MailState.REFUSED
    assert words.rstrip(".").rpartition(" ")[2] in caplog.text


@pytest.mark.django_db
def test_the_unsubscribe_header_stands_when_the_context_asks(
    through: Use, settings: Settings
) -> None:
    settings.ROOT_URLCONF = "tests.office.urls"
    with guard.workspaces(WORKSPACE):
        link = links.create("proef", workspace=WORKSPACE)
    server = servers.Server()
    with through(server):
        context = {"unsubscribe": "mail_link", "one_click": True, "from_name": "Steunpunt Oost"}
        post(link=link, context=context)
        jobs.run_waiting()
    arrived = email.message_from_bytes(server.taken[0], policy=email.policy.default)
    assert links.token(link) in arrived["List-Unsubscribe"]
    assert arrived["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert arrived["From"].startswith("Steunpunt Oost via Kracht Lokaal <")


@pytest.mark.django_db
def test_many_mails_take_a_handful_of_queries(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    posts = [outbox.Post(f"a{number}@example.org") for number in range(50)]
    with guard.workspaces(WORKSPACE), django_assert_max_num_queries(8):
        outbox.post_many("proef", posts, workspace=WORKSPACE, batch=4)
    assert jobs.run_waiting() == 50
    assert MailboxMessage.objects.count() == 50


@pytest.mark.django_db
def test_a_server_gets_the_mail_with_its_own_number(through: Use) -> None:
    server = servers.Server()
    with through(server):
        mail = post()
        jobs.run_waiting()
    arrived = email.message_from_bytes(server.taken[0])
    assert arrived["Message-ID"] == mail.message_id
    assert fresh(mail).state == MailState.SENT


@pytest.mark.django_db
def test_a_refusal_is_final_and_told_to_whom_it_concerns(
    through: Use, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[int | None, str]] = []
    monkeypatch.setattr(outbox, "_hooks", {})
    outbox.on_problem("test.contact")(lambda mail: told.append((mail.about_id, mail.state)))
    with through(servers.UnknownAddress()):
        mail = post(about=("test.contact", 12))
        jobs.run_waiting()
    assert state(mail) == (
        MailState.REFUSED,
        "De mailserver weigerde deze mail: 550 5.1.1 User unknown",
    )
    assert told == [(12, "refused")]


@pytest.mark.django_db
def test_a_busy_server_gets_the_mail_later(through: Use) -> None:
    with through(servers.Busy()):
        mail = post()
        jobs.run_waiting()
    assert fresh(mail).state == MailState.QUEUED
    assert "451 4.3.2 Try again later" in fresh(mail).error
    assert jobs.run_waiting() == 0
    due_now()
    server = servers.Server()
    with through(server):
        assert jobs.run_waiting() == 1
    assert (fresh(mail).state, fresh(mail).error, len(server.taken)) == (MailState.SENT, "", 1)


@pytest.mark.django_db
def test_a_server_that_stays_busy_is_given_up(through: Use) -> None:
    with through(servers.Busy()):
        mail = post()
        for _ in range(len(delivery.WAITS) + 1):
            assert jobs.run_waiting() == 1
            due_now()
        assert jobs.run_waiting() == 0
    assert fresh(mail).state == MailState.REFUSED


@pytest.mark.django_db
def test_no_server_means_later(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "krachtlokaal.office.smtp.Backend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", servers.free_port()
    mail = post()
    jobs.run_waiting()
    assert fresh(mail).state == MailState.QUEUED


@pytest.mark.django_db
def test_a_line_that_breaks_before_the_text_means_later(through: Use) -> None:
    with through(servers.HangsUpBeforeTheText()):
        mail = post()
        jobs.run_waiting()
    assert fresh(mail).state == MailState.QUEUED


@pytest.mark.django_db
def test_a_line_that_breaks_after_the_text_is_unsure(
    through: Use, caplog: pytest.LogCaptureFixture
) -> None:
    server = servers.HangsUpAfterTheText()
    with through(server):
        mail = post()
        jobs.run_waiting()
        due_now()
        jobs.run_waiting()
    assert state(mail) == (MailState.UNSURE, delivery.unsure())
    assert len(server.taken) == 1


@pytest.mark.django_db
def test_an_unsure_mail_is_settled_by_hand() -> None:
    first, second = post(), post()
    with guard.workspaces(WORKSPACE):
        OutboxMail.objects.update(state=MailState.UNSURE, sending_at=timezone.now())
        assert outbox.confirm(fresh(first))
        assert not outbox.confirm(fresh(first))
        assert outbox.resend(fresh(second))
        assert not outbox.resend(fresh(second))
    jobs.run_waiting()
    assert (fresh(first).state, fresh(second).state) == (MailState.SENT, MailState.SENT)
    assert MailboxMessage.objects.count() == 1


def due_now() -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = now() WHERE status = 'todo'")


def test_a_worker_killed_while_sending_leaves_an_unsure_mail_that_goes_out_once(
    own_database: str,
) -> None:
    class Killer(servers.Server):
        async def handle_DATA(self, *arguments: Any) -> str:  # noqa: N802  # aiosmtpd's name
            answer = await super().handle_DATA(*arguments)
            if len(self.taken) == 1:
                process.send_signal(signal.SIGKILL)
                process.wait()
            return answer

    server = Killer()
    with servers.serving(server) as port:
        with worker(own_database, port) as process:
            mail = outbox.post("job_done", to="a@example.org", workspace=WORKSPACE)
            process.wait(60)
        assert fresh(mail).state == MailState.SENDING
        _until_its_lock_is_free(mail)
        with worker(own_database, port):
            assert fresh(mail).state == MailState.UNSURE
            second = outbox.post("job_done", to="b@example.org", workspace=WORKSPACE)
            wait_until(lambda: fresh(second).state == MailState.SENT)
        assert len(server.taken) == 2


def _until_its_lock_is_free(mail: OutboxMail) -> None:
    """PostgreSQL needs a moment to see that a process is gone."""
    key = [delivery._LOCK_SPACE + mail.pk]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", key)
        cursor.execute("SELECT pg_advisory_unlock(%s)", key)


def test_every_mail_has_a_name() -> None:
    source = Path(outbox.__file__).parents[1]
    # Included by other mails.
    parts = {"sender", "survey_sender", "needs_names", "needs_when"}
    templates = {path.stem for path in source.glob("**/templates/mail/*.txt")} - parts
    assert sorted(templates - set(outbox._names)) == []
