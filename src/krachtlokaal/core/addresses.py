"""Addresses in groups, so that looking one up compares a handful of words and not all addresses."""

from collections.abc import Iterable

from django.urls import URLPattern, URLResolver, include, path
from django.urls.resolvers import RoutePattern


def by_first_word(patterns: Iterable[URLPattern]) -> list[URLPattern | URLResolver]:
    """The same addresses under their first words; each of those must be a plain word."""
    groups: dict[str, list[URLPattern]] = {}
    for one in patterns:
        word, slash, rest = str(one.pattern).partition("/")
        if "<" in word:
            raise ValueError(f"{one.pattern} does not begin with a word.")
        route = RoutePattern(rest, name=one.name, is_endpoint=True)
        kept = URLPattern(route, one.callback, one.default_args, one.name)
        groups.setdefault(word + slash, []).append(kept)
    return [path(word, include(group)) for word, group in groups.items()]
