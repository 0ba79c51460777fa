"""Pages that combine rooms: home, start page per role, an organisation's page, the style page.

Owns no tables. May import every room.
"""
