"""Holds a PDF against PDF/UA-1 with a validator of others, which knows nothing of how we made it.

What only a person can judge, such as whether the words with a picture say what it shows, no
program finds."""

from page import ValidationProfile, validate_pdf_bytes


def broken_rules(content: bytes) -> list[str]:
    """The rules of the standard that the file breaks, each with what is wrong."""
    report = validate_pdf_bytes(content, profile=ValidationProfile.PDF_UA_1)
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
