"""Mail that came back: read from a Maildir, told at the mail that it is about."""


def read() -> int:
    """Handle what came in; tells how many mails it recognised."""
    return 0
