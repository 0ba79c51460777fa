"""Organisations as shared facts, and what a workspace knows of them: contacts, notes, tags.

Owns municipalities and places, import, duplicates and merge, selections, mailings and checks.
May import accounts, office, publishing and core.
"""
