"""Deeds about editions in sentences."""

from krachtlokaal.office import verbs

verbs.register({})
