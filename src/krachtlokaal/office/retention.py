"""What is thrown away, and when."""


def clean_up() -> None:
    """Throw away what is past its time."""
