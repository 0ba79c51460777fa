"""Deeds about advice cases in sentences."""

from krachtlokaal.office import verbs

verbs.register({}, {})
