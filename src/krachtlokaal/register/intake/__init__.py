"""Intake owns the way from a list as it was delivered to clean rows and pairs of duplicates.

Pure functions: no database, no models. It may import Django's translation only.
The steps: `files` reads, `columns` proposes, `cleaning` cleans, `linkage` compares.
"""
