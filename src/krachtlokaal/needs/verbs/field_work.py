"""Deeds about field work in sentences."""

from krachtlokaal.office import verbs

verbs.register({})
