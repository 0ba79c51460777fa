"""Deeds about somebody's programme in sentences. No participant is named in them."""

from krachtlokaal.office import verbs

verbs.register({}, {})
