"""Deeds about coding in sentences."""

from krachtlokaal.office import verbs

verbs.register({})
