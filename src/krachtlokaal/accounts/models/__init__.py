from krachtlokaal.accounts.models.members import Invitation, Membership
from krachtlokaal.accounts.models.users import User
from krachtlokaal.accounts.models.workspaces import WorkingArea, Workspace

__all__ = ["Invitation", "Membership", "User", "WorkingArea", "Workspace"]
