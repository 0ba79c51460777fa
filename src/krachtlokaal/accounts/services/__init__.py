"""What this room writes, by subject: people, workspaces, members, invitations, keys, demo."""
