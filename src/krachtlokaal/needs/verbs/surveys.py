"""Deeds about surveys in sentences."""

from krachtlokaal.office import verbs

verbs.register({})
