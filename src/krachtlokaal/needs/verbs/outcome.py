"""Deeds about outcome in sentences."""

from krachtlokaal.office import verbs

verbs.register({})
