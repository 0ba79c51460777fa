"""Who is who: users, sign-in, workspaces, working areas, memberships, roles and capabilities.

Owns the role × capability table and the gate in front of every page.
May import office, publishing and core.
"""
