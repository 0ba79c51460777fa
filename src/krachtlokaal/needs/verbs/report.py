"""Deeds about report in sentences."""

from krachtlokaal.office import verbs

verbs.register({})
