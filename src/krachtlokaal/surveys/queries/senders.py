"""Whose mail it is that somebody gets about a measurement."""

from krachtlokaal.surveys.models import Wave


def sender_of(wave: Wave) -> dict[str, str]:
    """Values for a mail's context: name and telephone of who asks, and where an answer goes."""
    workspace = wave.workspace
    return {
        "workspace": workspace.name,
        "sender": wave.sender_name,
        "phone": wave.sender_phone or workspace.phone,
        "from_name": workspace.name,
        "reply_to": wave.sender_email or workspace.email,
    }
