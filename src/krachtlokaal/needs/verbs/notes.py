"""Deeds about notes in sentences."""

from krachtlokaal.office import verbs

verbs.register({})
