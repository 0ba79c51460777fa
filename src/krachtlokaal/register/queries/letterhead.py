"""Whose mail this is: what every mail of a workspace says about its sender."""

from krachtlokaal.accounts.models import Workspace


def letterhead(workspace: Workspace) -> dict[str, str]:
    """Values for a mail's context: name and telephone, and where an answer goes."""
    return {
        "workspace": workspace.name,
        "phone": workspace.phone,
        "from_name": workspace.name,
        "reply_to": workspace.email,
    }
