"""One cell to one value."""

import pytest

from krachtlokaal.register.intake.values import (
    read_count,
    read_email,
    read_kvk,
    read_phone,
    read_postcode,
    read_website,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12345678", "12345678"),
        ("1234567", "01234567"),
        ("123456", "00123456"),
        ("KvK 12.34.56.78", "12345678"),
        ("12345678.0", "12345678"),
        ("onbekend", ""),
        ("00000000", ""),
    ],
)
def test_kvk(text: str, value: str) -> None:
    assert (read_kvk(text).value, read_kvk(text).wrong) == (value, None)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("123456780000", "Dit is een vestigingsnummer"),
        ("NL1234567", "acht cijfers en geen letters"),
        ("12345", "dit zijn er 5"),
        ("１２３４５６７８", "geen letters"),
    ],
)
def test_wrong_kvk(text: str, sentence: str) -> None:
    assert read_kvk(text).value == ""
    assert sentence in str(read_kvk(text).wrong)


@pytest.mark.parametrize(
    ("text", "value"),
    [("1234ab", "1234 AB"), ("NL-1234AB", "1234 AB"), ("1234  ab", "1234 AB"), ("1234", "1234")],
)
def test_postcode(text: str, value: str) -> None:
    assert read_postcode(text).value == value


@pytest.mark.parametrize("text", ["0123 AB", "12345", "1234 SS", "AB 1234", "12-34"])
def test_wrong_postcode(text: str) -> None:
    assert "is geen postcode" in str(read_postcode(text).wrong)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("mailto:Info@Club.nl", "info@club.nl"),
        ("a@b.nl; c@d.nl", "a@b.nl"),
        ("info [at] club.nl", "info@club.nl"),
        ("info @ club.nl", "info@club.nl"),
        ("<info@club.frl>", "info@club.frl"),
        ("geen", ""),
    ],
)
def test_email(text: str, value: str) -> None:
    assert (read_email(text).value, read_email(text).wrong) == (value, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("www.Club.nl/", "https://www.club.nl"),
        ("http://club.nl/A", "http://club.nl/A"),
        ("http:/club.nl", "http://club.nl"),
        ("club.frl", "https://club.frl"),
    ],
)
def test_website(text: str, value: str) -> None:
    assert read_website(text).value == value


def test_a_mail_address_is_no_website_and_a_website_no_mail_address() -> None:
    assert "mailadres, geen website" in str(read_website("info@club.nl").wrong)
    assert "geen mailadres" in str(read_email("www.club.nl").wrong)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0500 123456", "050-0123456"),
        ("+31 (0)6 00001234", "06-00001234"),
        ("600001234", "06-00001234"),
        ("0031582000000", "058-2000000"),
        ("0800-1234", "0800-1234"),
        ("058-2000000 / 06-00001234", "058-2000000"),
        ("+49 30 123456", "+4930123456"),
    ],
)
def test_phone(text: str, value: str) -> None:
    assert read_phone(text).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("40", 40),
        ("ca. 40", 40),
        ("±30", 30),
        ("40-50", 45),
        ("1.200", 1200),
        ("30+", 30),
        ("twaalf", 12),
        ("0", 0),
        ("onbekend", None),
        ("?", None),
        ("tientallen", None),
        ("2026-10-12", None),
        ("-3", None),
        ("9999999", None),
    ],
)
def test_what_is_not_known_is_missing_and_never_zero(text: str, value: int | None) -> None:
    assert read_count(text).value == value
