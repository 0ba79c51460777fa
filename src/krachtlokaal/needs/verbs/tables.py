"""Deeds about tables in sentences."""

from krachtlokaal.office import verbs

verbs.register({})
