"""Every address × every role × an own, a foreign and a missing thing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from krachtlokaal.accounts.capabilities import OPERATOR
from krachtlokaal.accounts.capabilities import TABLE as ROLES
from krachtlokaal.accounts.enums import Capability, Role
from krachtlokaal.accounts.gate import ENTRANCE, LINK, PUBLIC, SIGNED_IN
from tests.access.conftest import ASKERS, OPERATES, Asker, World
from tests.access.objects import SHARED, Arguments, missing
from tests.access.table import OTHERS, TABLE


def patterns() -> dict[str, URLPattern]:
    """Every address of the product by its full name."""
    return dict(_walk(get_resolver(), ()))


def _walk(resolver: URLResolver, names: tuple[str, ...]) -> Iterator[tuple[str, URLPattern]]:
    for part in resolver.url_patterns:
        if isinstance(part, URLPattern):
            yield ":".join([*names, part.name or str(part.pattern)]), part
        else:
            yield from _walk(part, (*names, part.namespace) if part.namespace else names)


def may(asker: Asker, capability: Capability) -> bool:
    return capability in (ROLES[asker] if isinstance(asker, Role) else OPERATOR)


@dataclass(frozen=True)
class Answer:
    """What two answers must share to be told apart by nobody."""

    status: int
    place: str
    body: str


def ask(client: Client, name: str, arguments: Arguments, *, post: bool = False) -> Answer:
    path = reverse(name, kwargs=arguments)
    answer: Any = client.post(path) if post else client.get(path)
    return Answer(answer.status_code, _blind(answer.get("Location", ""), path), _body(answer, path))


def _body(answer: HttpResponse, path: str) -> str:
    return "" if answer.streaming else _blind(answer.content.decode("utf-8", "replace"), path)


def _blind(text: str, path: str) -> str:
    """Without what differs anyhow: the address itself, the form's key, the nonce."""
    text = re.sub(r'name="csrfmiddlewaretoken"\s+value="\w+"|nonce="[^"]+"', "", text)
    return text.replace(path, "ADRES").replace(quote(path, safe=""), "ADRES")


def with_gate(*gates: str) -> list[str]:
    return [name for name, line in TABLE.items() if line.gate in gates]


MEMBERS = [name for name, line in TABLE.items() if isinstance(line.gate, Capability)]


def test_every_address_stands_in_the_table() -> None:
    assert {name for name in patterns() if not name.startswith("demo:")} == set(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_the_gate_of_the_view_is_the_one_in_the_table(name: str) -> None:
    gate = getattr(patterns()[name].callback, "gate", OTHERS)
    assert gate == TABLE[name].gate


@pytest.mark.parametrize("name", [*MEMBERS, *with_gate(SIGNED_IN)])
def test_visitors_are_sent_to_sign_in_whatever_they_ask(name: str, world: World) -> None:
    line, client = TABLE[name], Client()
    own = world.thing(line, foreign=False, asker=world.askers[Role.COORDINATOR])
    for post in (True,) if line.post else (False, True):
        seen = ask(client, name, own, post=post)
        assert (seen.status, seen.place) == (302, "/inloggen/?next=ADRES")
        assert ask(client, name, missing(own), post=post) == seen


@pytest.mark.parametrize("name", MEMBERS)
def test_who_may_not_gets_the_same_refusal_whatever_she_asks(name: str, world: World) -> None:
    line = TABLE[name]
    assert isinstance(line.gate, Capability)
    for asker in ASKERS:
        if may(asker, line.gate):
            continue
        client = world.browser(world.askers[asker])
        own = world.thing(line, foreign=False, asker=world.askers[asker])
        foreign = world.thing(line, foreign=True, asker=world.askers[asker])
        for post in (True,) if line.post else (False, True):
            seen = ask(client, name, own, post=post)
            assert seen.status == 403, asker
            assert ask(client, name, foreign, post=post) == seen
            assert ask(client, name, missing(own), post=post) == seen


@pytest.mark.parametrize("name", MEMBERS)
def test_who_may_gets_her_own_and_nothing_of_others(name: str, world: World) -> None:
    line = TABLE[name]
    assert isinstance(line.gate, Capability)
    for asker in ASKERS:
        if not may(asker, line.gate):
            continue
        client = world.browser(world.askers[asker])
        foreign = world.thing(line, foreign=True, asker=world.askers[asker])
        if line.thing:
            nothing_of_others(client, name, foreign)
        own = world.thing(line, foreign=False, asker=world.askers[asker])
        expected = line.answers
        if asker == OPERATES and line.gate == Capability.SEE_START:
            expected = {*line.answers, line.without_workspace}
        assert ask(client, name, own, post=line.post).status in expected, asker


def nothing_of_others(client: Client, name: str, foreign: Arguments) -> None:
    line = TABLE[name]
    for post in (True,) if line.post else (False, True):
        absent = ask(client, name, missing(foreign), post=post)
        # A page that only shows refuses every POST before it looks for anything.
        assert absent.status in ({404, 405} if post and not line.post else {404})
        if line.thing not in SHARED:
            assert ask(client, name, foreign, post=post) == absent


@pytest.mark.parametrize("name", with_gate(SIGNED_IN))
def test_pages_about_oneself_are_open_to_every_role_and_show_nobody_else(
    name: str, world: World
) -> None:
    line = TABLE[name]
    for asker in ASKERS:
        client = world.browser(world.askers[asker])
        if line.thing:
            foreign = world.thing(line, foreign=True, asker=world.askers[asker])
            assert ask(client, name, foreign) == ask(client, name, missing(foreign))
        own = world.thing(line, foreign=False, asker=world.askers[asker])
        assert ask(client, name, own).status in line.answers, asker


@pytest.mark.parametrize("name", with_gate(PUBLIC, ENTRANCE, OTHERS))
def test_open_doors_answer_as_the_table_says(name: str, world: World) -> None:
    line = TABLE[name]
    own = world.thing(line, foreign=False, asker=world.stranger)
    for client in [Client(), *(world.browser(user) for user in world.askers.values())]:
        assert ask(client, name, own, post=line.post).status in line.answers


@pytest.mark.parametrize("name", with_gate(LINK))
def test_a_personal_link_opens_its_own_thing_for_whoever_holds_it(name: str, world: World) -> None:
    line = TABLE[name]
    own = world.thing(line, foreign=False, asker=world.askers[Role.COORDINATOR])
    others = [other for other in with_gate(LINK) if TABLE[other].thing != line.thing]
    other = world.thing(TABLE[others[0]], foreign=False, asker=world.askers[Role.COORDINATOR])
    with_other_purpose = {**own, "secret": other["secret"]}
    for client in [Client(), world.browser(world.stranger)]:
        assert ask(client, name, own).status in line.answers
        for post in (False, True):
            absent = ask(client, name, missing(own), post=post)
            assert absent.status in ({404, 405} if post else {404})
            assert ask(client, name, with_other_purpose, post=post) == absent


def test_the_demo_has_public_pages_only() -> None:
    from krachtlokaal.portal import demo_urls

    assert {getattr(part.callback, "gate", "") for part in demo_urls.urlpatterns} == {PUBLIC}
