"""What every room uses: jobs, outbox, audit, personal links, drafts, releases, search rows.

Owns rows that name a workspace and a user by key only, because both live on a higher floor.
May import core and publishing.
"""
