"""What only mails about signing in need."""

from django.template import Library

from krachtlokaal.accounts.services import codes

register = Library()


@register.filter
def signin_code(nonce: str) -> str:
    """The code of a nonce, in two groups of three: 123 456."""
    digits = codes.code(nonce)
    return f"{digits[:3]} {digits[3:]}"
