"""A seal tells nothing: not what is in it, not how much, not whether it is the same answer."""

import random
import string

import pytest
from cryptography.exceptions import InvalidTag
from pytest_django import Settings

from krachtlokaal.surveys import sealing

FULL = {f"vinden_{number}": 3 for number in range(90)}


def words(signs: str, *, seed: int) -> dict[str, str]:
    """Twelve notes of five hundred signs each, as many as a KrachtMeting has."""
    chance = random.Random(seed)
    return {f"note_{n}": "".join(chance.choices(signs, k=500)) for n in range(12)}


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"bestuur_1": 4, "bestuur.help_form": ["info", "hands"], "proud": "Ús doarp, élke dei"},
        FULL | words(string.ascii_letters + string.digits, seed=1),
        FULL | words(string.ascii_lowercase + "  éïûŷ", seed=2),
    ],
)
def test_an_answer_comes_back_and_every_seal_is_as_long_as_another(
    content: sealing.Content,
) -> None:
    sealed = sealing.seal(content)
    assert sealing.unseal(sealed) == content
    assert len(sealed) == len(sealing.seal({}))


def test_the_same_answer_gets_another_seal_each_time() -> None:
    assert sealing.seal({"a": 1}) != sealing.seal({"a": 1})
    key = sealing.answer_hash("abcd")
    first, second = sealing.seal_owner(key), sealing.seal_owner(key)
    assert first != second
    assert sealing.owner(first) == sealing.owner(second) == key


def test_more_than_any_answer_may_hold_is_refused() -> None:
    chance = random.Random(3)
    endless = {"note": "".join(chance.choices(string.printable, k=20_000))}
    with pytest.raises(sealing.TooMuch):
        sealing.seal(endless)


def test_another_key_opens_nothing(settings: Settings) -> None:
    sealed = sealing.seal({"a": 1})
    settings.LINK_KEY = "another key, somewhere else"
    with pytest.raises(InvalidTag):
        sealing.unseal(sealed)
